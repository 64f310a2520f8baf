"""Posts: when two offices in two articles are one, and which pairs of claims are brought together."""

import pytest

from auditor.audit import read_article
from auditor.model import Claim, Office
from auditor.reading import make_document
from auditor.story.mentions import Record
from auditor.story.people import Post, meeting, merged, posts, same_body, same_given, same_kind


def post(text: str) -> Post:
    [found] = posts(Record(read_article(make_document("a", text))))
    return found


def one_post(first: str, second: str) -> bool:
    one, other = post(first), post(second)
    return same_kind(one, other) and same_body(one, other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met Ann Lee, the coastguard chief.", "They met Ann Lee, who heads the coastguard."),
        ("They met the museum boss Ann Lee.", "They met Ann Lee, director of the Lisse Museum."),
        ("They met Ann Lee, Nordane's boss.", "They met Ann Lee, the chief executive of Nordane Railways."),
        ("They met an inquiry board led by Ann Lee.", "They met the board of inquiry, under Ann Lee."),
        ("They met Ann Lee, defence minister.", "They met Ann Lee, the defence minister."),
    ],
)
def test_one_post(first: str, second: str) -> None:
    assert one_post(first, second)
    assert one_post(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met Ann Lee, the launch director.", "They met Ann Lee, director of the Space Directorate."),
        ("They met Ann Lee, the museum's finance director.", "They met Ann Lee, the museum's director."),
        ("They met Ann Lee, Lisbon police chief.", "They met Ann Lee, Porto police chief."),
        ("They met Ann Lee, the deputy coastguard chief.", "They met Ann Lee, the coastguard chief."),
        ("They met Ann Lee, the company's boss.", "They met Ann Lee, the company's boss."),
        ("They met Ann Lee, the union's president.", "They met Ann Lee, the union's treasurer."),
    ],
)
def test_two_posts(first: str, second: str) -> None:
    assert not one_post(first, second)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ann", "ann maria", True),
        ("ann", "", True),
        ("rob", "robert", True),
        ("campaigner dora", "dora", True),
        ("roland", "ronald", False),
        ("ann", "bob", False),
    ],
)
def test_given_names(one: str, other: str, same: bool) -> None:
    assert same_given(one, other) is same


def test_pairs_meet_once_and_crowds_not_at_all() -> None:
    assert list(meeting(["ab", "c"], ["bd", "ab"], tuple)) == [("ab", "bd"), ("ab", "ab")]
    own = ["a", "ab", "b"]
    assert list(meeting(own, own, tuple)) == [("a", "ab"), ("ab", "b")]
    assert list(meeting(["a"], ["a"] * 61, tuple)) == []


def test_conflicts_about_two_values_are_one_with_the_rarer_value_first() -> None:
    claims = []
    for number, name in enumerate(["Ann Lee", "Ann Lee", "Bob Berg"]):
        article = read_article(make_document(f"{number}", f"They met {name}, the museum's director."))
        claims += [claim for claim in article.claims if isinstance(claim.value, Office)]
    [(fewer, more)] = merged([(claims[0], claims[2]), (claims[1], claims[2])], _person)
    assert (fewer, more) == ([claims[2]], claims[:2])


def _person(claim: Claim) -> str:
    assert isinstance(claim.value, Office)
    return claim.value.person
