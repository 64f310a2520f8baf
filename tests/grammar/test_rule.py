"""Files of rules: read in their order, and told with file and line where they are wrong."""

import pytest

from auditor.grammar.rule import RuleError, read_rules

GOOD = """about = "Fires"
[pieces]
day = "NUMBER(1-31)"

[[rule]]
name = "fire"
pattern = "the !fire"
makes = "event"
with = { first = true }
loud = ["[[the fire]]"]

[[rule]]
name = "day"
pattern = "$day fires"
loud = ["[[3 fires]]"]
"""


def lists(name: str) -> tuple[str, ...]:
    raise KeyError(name)


def test_rules_are_read_in_their_order() -> None:
    one, other = read_rules(GOOD, "fires.toml", lists)
    assert (one.name, one.place, one.makes, one.given) == ("fire", "fires.toml:5", "event", {"first": True})
    assert (other.name, other.place, other.makes) == ("day", "fires.toml:12", "")
    assert other.pattern.numbers


def test_a_file_may_say_why_its_rules_are_kept() -> None:
    [one, other] = read_rules(
        'reason = "Forms."\n' + GOOD.replace('pattern = "the', 'reason = "Fires."\npattern = "the'), "f.toml", lists
    )
    assert (one.reason, other.reason) == ("Fires.", "Forms.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = ", "fires.toml: "),
        (GOOD + 'other = "x"\n', "fires.toml:12: 'other' is no field of a rule"),
        ("more = 1\n" + GOOD, "fires.toml: 'more' is no part of a file of rules"),
        (GOOD.replace('name = "day"', 'name = "fire"'), "fires.toml:5: two rules are called 'fire'"),
        (GOOD.replace('loud = ["[[3 fires]]"]', ""), "fires.toml:12: a rule needs 'loud': an example"),
        (GOOD.replace('"$day fires"', "3"), "fires.toml:12: 'pattern' must be a str"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_rules(text, "fires.toml", lists)
    assert str(raised.value).startswith(told)


def test_a_pattern_that_cannot_be_read_names_its_rule() -> None:
    [_, rule] = read_rules(GOOD.replace("$day", "@days"), "fires.toml", lists)
    with pytest.raises(RuleError, match=r"^fires\.toml:12: rule 'day': .* no list is called 'days'$"):
        assert rule.pattern


def test_what_no_pack_makes_is_told_with_what_it_makes() -> None:
    makers = {"fire": 1, "event": 2}
    [one, other] = read_rules(GOOD, "fires.toml", lists)
    assert one.maker(makers) == 2
    with pytest.raises(RuleError, match=r"^fires\.toml:12: rule 'day' makes ''; its pack makes event, fire$"):
        other.maker(makers)
