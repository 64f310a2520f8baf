"""`auditor claims --why`: why two claims were or were not compared, through the real command."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import read_article
from auditor.catalogue import choose, load_checks
from auditor.comparing.engine import Comparing
from auditor.comparing.evidence import Table
from auditor.reading import make_document
from auditor.why import PlaceError, claims_at, why

ONE = """Old bridge inquiry

The inquiry into the bridge will report within six months, the ministry said. France supports sanctions on timber.
"""
OTHER = """Bridge inquiry told

The ministry gave the inquiry nine months to report. Norway supports a ceasefire.

The trial took two weeks.
"""


@pytest.fixture
def ask(run, tmp_path: Path):  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return lambda one, other: run("claims", "a.txt", "b.txt", "--why", one, other)


def test_a_conflict_shows_the_shared_words_with_their_weights(ask) -> None:  # type: ignore[no-untyped-def]
    done = ask("a.txt:3:48", 'b.txt:"nine months"')
    assert done.returncode == 0
    assert "a.txt:3:48 “six months” (duration) and b.txt:3:31 “nine months” (duration)" in done.stdout
    assert "conflicting-length: in conflict, because " in done.stdout
    assert "ministry 0." in done.stdout
    assert re.search(
        r"together \d\.\d\d\n    for and against: .*; together -?\d+\n    probability of a conflict: 0\.\d\d",
        done.stdout,
    )


def test_the_order_of_the_places_changes_nothing(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask("a.txt:3:48", "b.txt:nine months").stdout == ask("b.txt:nine months", "a.txt:3:48").stdout


def test_nothing_in_common_is_said(ask) -> None:  # type: ignore[no-untyped-def]
    shown = ask("a.txt:3:48", "b.txt:two weeks").stdout
    assert "conflicting-length: left aside, because no rare word near them is shared" in shown


def of_lengths(least: int, other: str) -> str:
    """What is said of six and nine months, where so many points are needed."""
    (length,) = choose(load_checks(), ["conflicting-length"])
    assert isinstance(length.contrast, Comparing)
    check = replace(length, contrast=replace(length.contrast, weights=Table({}, {"length": ((least, 0.9),)})))
    articles = [read_article(make_document(id, text)) for id, text in (("a", ONE), ("b", other))]
    return "\n".join(why(articles, [check], "a:six months", "b:nine months"))


def test_too_little_in_common_is_said() -> None:
    shown = of_lengths(1000, OTHER)
    assert "left aside, because what speaks for one thing is too little" in shown


def test_different_subjects_are_said(ask) -> None:  # type: ignore[no-untyped-def]
    shown = ask("a.txt:France", "b.txt:Norway").stdout
    assert "they are about different things: stance France sanction and stance Norway ceasefire" in shown


def test_kinds_that_nothing_compares_are_said(ask) -> None:  # type: ignore[no-untyped-def]
    assert "No check compares a duration with a stance here." in ask("a.txt:3:48", "b.txt:supports").stdout


@pytest.mark.parametrize(
    ("one", "says"),
    [
        ("a.txt:3:1", "holds no claim. The nearest one is a.txt:3:48 “six months” (duration)."),
        ("c.txt:1:1", "names no document that was read: a.txt, b.txt."),
        ("a.txt:30:1", "lies outside the text"),
        ("a.txt:3:500", "lies outside the text"),
        ('a.txt:"seven days"', "“seven days” does not stand in a.txt."),
        ("b.txt:nine months", "name one claim"),
    ],
)
def test_a_place_without_a_claim_is_bad_usage(ask, one: str, says: str) -> None:  # type: ignore[no-untyped-def]
    done = ask(one, "b.txt:nine months")
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_a_document_goes_by_the_name_that_reports_give_it() -> None:
    articles = [read_article(make_document(f"stories/{id}.txt", text)) for id, text in (("a", ONE), ("b", OTHER))]
    in_full = claims_at(articles, "stories/a.txt:six months")
    assert claims_at(articles, "a:six months") == in_full


@pytest.mark.parametrize("place", ["six months", '"six months"', "a.txt:six months", "a:six months"])
def test_of_one_document_the_place_is_enough(place: str) -> None:
    (claim,) = claims_at([read_article(make_document("a.txt", ONE))], place)[1]
    assert claim.span.text == "six months"


def test_of_one_document_line_and_column_are_enough() -> None:
    article = read_article(make_document("a.txt", ONE))
    (claim,) = claims_at([article], "six months")[1]
    line = ONE.count("\n", 0, claim.span.start) + 1
    column = claim.span.start - (ONE.rfind("\n", 0, claim.span.start) + 1) + 1
    assert claims_at([article], f"{line}:{column}")[1] == (claim,)


def lines(texts: dict[str, tuple[str, str]], one: str, other: str) -> str:
    articles = [read_article(make_document(id, text, group=group)) for id, (text, group) in texts.items()]
    return "\n".join(why(articles, load_checks(), one, other))


def test_articles_of_different_groups_are_never_compared() -> None:
    shown = lines({"a": (ONE, "x"), "b": (OTHER, "y")}, "a:six months", "b:nine months")
    assert "Articles of different groups are never compared." in shown


def test_what_settles_a_pair_is_shown_as_its_runner_up() -> None:
    rivals = (
        "The ministry gave the inquiry nine months to report.\n\nNobody was hurt.\n\nThe mayor was pleased.\n\n"
        "The inquiry into the bridge will report in six months."
    )
    shown = of_lengths(0, rivals)
    assert "not comparable, because the same value stands elsewhere in the other article" in shown
    assert "runner-up: a:3:48 “six months” (duration) and b:7:44 “six months” (duration)" in shown


def test_ordinals_and_outcomes_are_shown_likewise() -> None:
    one, other = (f"The board {said} the offer for the mill on Friday." for said in ("accepted", "turned down"))
    shown = lines({"a": (one, ""), "b": (other, "")}, "a:accepted", "b:turned down")
    assert "conflicting-outcome: in conflict, because outcomes that exclude each other" in shown
    assert "probability of a conflict: 0.70" in shown
    one, other = (f"It was the {row} fire in the history of the Orsline museum." for row in ("second", "fourth"))
    shown = lines({"a": (one, ""), "b": (other, "")}, "a:second fire", "b:fourth fire")
    assert "conflicting-ordinal: in conflict, because different places in the row" in shown
    assert "same place of one sentence +1" in shown


def test_no_claim_at_all_is_said() -> None:
    with pytest.raises(PlaceError, match="No claim was read"):
        lines({"a": ("Nothing here.", ""), "b": (OTHER, "")}, "a:1:1", "b:nine months")


def test_words_are_found_across_line_breaks() -> None:
    shown = lines(
        {"a": (ONE.replace("within six", "within\nsix"), ""), "b": (OTHER, "")}, "a:within six months", "b:nine"
    )
    assert "“six months” (duration)" in shown
