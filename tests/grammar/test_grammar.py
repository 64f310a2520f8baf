"""Rules over a prose: one rule a place, whole sentences, and a trace of what made what."""

from pathlib import Path

import pytest

from auditor.grammar.examples import faults
from auditor.grammar.files import Grammars
from auditor.grammar.grammar import Found, Grammar
from auditor.grammar.rule import RuleError, read_rules
from auditor.grammar.trace import Made, note, told, traced
from auditor.model import Claim, ClaimKind, Prose, Timex

RULES = """about = "Days"
[[rule]]
name = "day"
pattern = "day:NUMBER(1-31) month:@months"
makes = "date"
loud = ["on [[3 May]]"]
silent = ["on 33 May"]

[[rule]]
name = "day with its year"
pattern = "day:NUMBER(1-31) month:@months year:NUMBER(1900-2100)"
makes = "date"
loud = ["on [[3 May 2024]]"]

[[rule]]
name = "no day but a regiment"
pattern = "the NUMBER(1-31) @months regiment"
loud = ["[[the 3 May regiment]]"]
"""
GRAMMAR = Grammar(read_rules(RULES, "days.toml", {"months": ("may", "june")}.__getitem__))


def prose(text: str) -> Prose:
    ends = [at + 1 for at, character in enumerate(text) if character == "."] or [len(text)]
    return Prose("a", text, tuple(zip([0, *ends], ends, strict=False)), ((0, len(text)),))


def names(text: str) -> list[tuple[str, str]]:
    return [(found.rule.name, found.text) for found in GRAMMAR.found(prose(text))]


def claim(found: Found) -> Claim:
    return note(Claim(ClaimKind.DATE, found.span(), Timex(found["month"]), ""), found)


def test_of_what_overlaps_the_first_and_longest_is_kept() -> None:
    assert names("on 3 May 2024 and 4 June.") == [("day with its year", "3 May 2024"), ("day", "4 June")]


def test_an_antipattern_takes_the_words() -> None:
    assert names("the 3 May regiment.") == [("no day but a regiment", "the 3 May regiment")]


def test_what_code_has_found_matches_by_its_kind_and_its_words_match_nothing_else() -> None:
    rules = """
[[rule]]
name = "aged"
pattern = "who:PERSON , day:NUMBER(1-31)"
loud = ["[[May June, 3]]"]

[[rule]]
name = "old"
pattern = "day:NUMBER(1-31) years old >who:PERSON"
loud = ["[[3 years old]] May June"]

[[rule]]
name = "month"
pattern = "CAPITAL @months"
loud = ["[[Early May]]"]
"""
    grammar = Grammar(read_rules(rules, "ages.toml", {"months": ("may", "june")}.__getitem__))
    text = "May June, 3, met 4 years old Al, 5, in Late May."
    found = grammar.found(prose(text), {"PERSON": [(0, 8), (29, 31)]})
    assert [(one.rule.name, one.text, one["who"]) for one in found] == [
        ("aged", "May June, 3", "May June"),
        ("old", "4 years old", "Al"),
        ("aged", "Al, 5", "Al"),
        ("month", "Late May", ""),
    ]


def test_a_passage_in_marks_is_one_element_and_no_word_in_it_is_found() -> None:
    rules = """
[[rule]]
name = "called"
pattern = "so-called >( quoted:QUOTED )"
loud = ["the [[so-called]] “wall”"]
"""
    text = "the so-called “so-called “wall” of May”, the so-called wall"
    grammar = Grammar(read_rules(rules, "quotations.toml", dict[str, tuple[str, ...]]().__getitem__))
    [found] = grammar.found(prose(text), {"QUOTED": [(14, 39)]})
    assert (found.text, found["quoted"]) == ("so-called", "“so-called “wall” of May”")


def test_no_part_of_what_code_has_found_is_taken_for_all_of_it() -> None:
    rules = """
[[rule]]
name = "alone"
pattern = "who:PERSON >!LOWER"
loud = ["[[May June]], 3"]
"""
    grammar = Grammar(read_rules(rules, "people.toml", {}.__getitem__))
    assert grammar.found(prose("May June met them."), {"PERSON": [(0, 8)]}) == []


def test_nothing_is_made_of_what_an_antipattern_takes() -> None:
    assert [found.match.group() for found in GRAMMAR.made(prose("the 3 May regiment on 4 June."))] == ["4 June"]


def test_nothing_goes_over_the_end_of_a_sentence() -> None:
    assert names("It was 3. May came.") == []


def test_a_rule_may_go_over_what_looks_like_the_end_of_a_sentence() -> None:
    text = RULES.replace('NUMBER(1-31) month:@months"', 'NUMBER(1-31) ^. month:@months"\nacross = true', 1)
    grammar = Grammar(read_rules(text, "days.toml", {"months": ("may",)}.__getitem__))
    assert [found.match.group() for found in grammar.found(prose("It was 3. May came."))] == ["3. May"]


def test_named_words_have_their_places() -> None:
    [found] = GRAMMAR.found(prose("on 3 May 2024."))
    assert (found["day"], found["month"], found["year"], found.names) == ("3", "May", "2024", ["day", "month", "year"])
    assert (found.span("month").start, "week" in found, found["week"]) == (5, False, "")
    with pytest.raises(KeyError):
        found.span("week")


def test_who_asks_learns_which_rule_made_a_claim() -> None:
    [found] = GRAMMAR.found(prose("on 3 May 2024."))
    claim(found)
    with traced() as made:
        claim(found)
    assert [(one.claim.span.text, one.found.rule.name) for one in made] == [("3 May 2024", "day with its year")]
    assert list(told(made[0])) == [
        "rule day with its year (days.toml:9)",
        "  pattern  day:NUMBER(1-31) month:@months year:NUMBER(1900-2100)",
        "  found    “3 May 2024”",
        "    day      “3”",
        "    month    “May”",
        "    year     “2024”",
        "  claim    date “3 May 2024”",
    ]


def made(text: str) -> list[Made]:
    with traced() as made:
        for found in GRAMMAR.found(prose(text)):
            claim(found)
    return made


def test_examples_that_hold_have_no_fault() -> None:
    assert [fault for rule in GRAMMAR.rules for fault in faults(rule, made)] == []


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ("on [[3 May]]", "on 3 [[May]]", "finds “3 May” in 'on 3 [[May]]'"),
        ("on [[3 May]]", "on 3 May", "no words are marked"),
        ("on 33 May", "on 13 May", "finds “13 May” in 'on 13 May', which it is to leave alone"),
        ("on [[3 May]]", "on [[3 July]]", "finds nothing in 'on [[3 July]]'"),
        ('makes = "date"\nloud = ["on [[3 May]]', 'loud = ["on [[3 July]]', "it says in no “makes” what it makes"),
    ],
)
def test_an_example_that_does_not_hold_is_told(was: str, now: str, fault: str) -> None:
    rules = read_rules(RULES.replace(was, now), "days.toml", {"months": ("may", "june")}.__getitem__)

    def reading(text: str) -> list[Made]:
        with traced() as made:
            for found in Grammar(rules).found(prose(text)):
                claim(found)
        return made

    [told] = [one for rule in rules for one in faults(rule, reading)]
    assert told.startswith("days.toml:2: rule 'day'")
    assert fault in told


def test_a_folder_of_rules(tmp_path: Path) -> None:
    (tmp_path / "days.toml").write_text(RULES)
    (tmp_path / "hits.tsv").write_text("# counted\ndays\tday\t7\n")
    grammars = Grammars("en", tmp_path, {"months": ("may",)}.__getitem__)
    assert next((name, rule.name) for name, rule in grammars.rules()) == ("days", "day")
    assert grammars.grammar("days") is grammars.grammar("days")
    assert grammars.hits() == {("days", "day"): 7}
    with pytest.raises(RuleError, match="there are no such rules"):
        grammars.grammar("weeks")
