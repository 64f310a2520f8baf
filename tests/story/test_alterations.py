"""Alterations: what makes two parallel sentences say two things, and what does not."""

import pytest

from auditor.audit import read_article
from auditor.languages.en.lexicon.opposites import OPPOSING, exclude
from auditor.languages.en.lists import LISTS
from auditor.reading import make_document
from auditor.story.alterations import Altered, alterations
from auditor.story.mentions import Record

_NEGATORS = LISTS.words("negators")


def altered(one: str, other: str) -> list[tuple[Altered, str, str]]:
    left, right = (Record(read_article(make_document(name, text))) for name, text in (("a.txt", one), ("b.txt", other)))
    return [
        (found.kind, " ".join(t.text for t in found.left), " ".join(t.text for t in found.right))
        for pair in left.parallel(right)
        for found in alterations(pair)
    ]


FRAME = "The old ferry to the northern islands {} on the morning of the storm, the harbour master said."


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("left", "did not leave", Altered.NEGATION),
        ("had been inspected", "had never been inspected", Altered.NEGATION),
        ("was full", "was empty", Altered.OPPOSITE),
        ("arrived", "departed", Altered.OPPOSITE),
        ("was armed", "was unarmed", Altered.OPPOSITE),
        ("was sent to Iceland", "was sent to Portugal", Altered.NAME),
    ],
)
def test_altered(one: str, other: str, kind: Altered) -> None:
    assert [found for found, _, _ in altered(FRAME.format(one), FRAME.format(other))] == [kind]
    assert [found for found, _, _ in altered(FRAME.format(other), FRAME.format(one))] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("left", "left"),
        ("did not leave", "stayed"),
        ("did not accept passengers", "did reject passengers"),
        ("was painted", "was repaired"),
        ("was sent to the United States", "was sent to the U.S."),
        ("was sent to Derna", "was sent to Darna"),
        ("was called by Ms Marsh", "was called by Elena Marsh"),
        ("carried twelve people", "carried no fewer than twelve people"),
        ("carried sheep", "carried not only sheep"),
        (
            "ran",
            "ran with two new engines and a full crew of volunteers from the mainland, who did not know the waters",
        ),
    ],
)
def test_not_altered(one: str, other: str) -> None:
    assert altered(FRAME.format(one), FRAME.format(other)) == []


def test_the_tokens_point_at_the_words_that_differ() -> None:
    [(_, left, right)] = altered(FRAME.format("was full"), FRAME.format("was empty"))
    assert (left, right) == ("full", "empty")


@pytest.mark.parametrize(
    ("one", "other"), [("win", "lose"), ("red", "green"), ("happy", "unhappy"), ("usual", "unusual")]
)
def test_words_that_exclude_each_other(one: str, other: str) -> None:
    assert exclude(one, other)
    assert exclude(other, one)


@pytest.mark.parametrize(("one", "other"), [("win", "win"), ("red", "full"), ("less", "unless"), ("win", "prevail")])
def test_words_that_do_not(one: str, other: str) -> None:
    assert not exclude(one, other)


def test_the_lexicon_is_in_lower_case() -> None:
    assert all(word == word.lower() for word in OPPOSING | _NEGATORS)
