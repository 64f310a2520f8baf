"""Mentions: the claims that are compared, vetoes on them, parallel sentences, and which articles tell one story."""

from __future__ import annotations

import pytest

from auditor.audit import read_article
from auditor.comparing.circumstances import other_modality, other_period, other_scope, other_state
from auditor.languages.en.code.ordinals import find_ordinals
from auditor.languages.en.morphology import lemma
from auditor.model import ClaimKind, Ordinal, Prose
from auditor.reading import make_document
from auditor.story.mentions import Mention, Record
from auditor.story.parallel import partners
from auditor.story.placings import find_placings
from auditor.story.plain import measure


def story(text: str, name: str = "a.txt") -> Record:
    return Record(read_article(make_document(name, text)))


def quantity(text: str, words: str) -> Mention:
    [found] = [m for m in story(text).mentions if m.claim.kind == ClaimKind.QUANTITY and words in m.claim.span.text]
    return found


@pytest.mark.parametrize(
    ("veto", "one", "other"),
    [
        (other_state, "The blast killed 12 people.", "The blast injured 40 people."),
        (other_modality, "The insurer may pay 1,400 claims.", "The insurer paid 1,180 claims."),
        (other_scope, "The storm broke 40 roofs in Marl Cross.", "The storm broke 70 roofs in Ostley Ford."),
        (other_period, "By 3 May 2021 the flood had taken 17 houses.", "By 9 May 2021 the flood had taken 23 houses."),
        (
            other_period,
            "In 1999 the flood took 12 houses here. Now it is 2021.",
            "The flood took 15 houses in the valley in 2021.",
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_veto_says_why_and_passes_a_mention_with_itself(veto, one: str, other: str) -> None:  # type: ignore[no-untyped-def]
    def mention(text: str) -> Mention:
        return next(m for m in story(text).mentions if m.claim.kind == ClaimKind.QUANTITY)

    left, right = mention(one), mention(other)
    assert veto(left, right)
    assert veto(right, left) == veto(left, right)
    assert veto(left, left) == veto(right, right) == ""


def test_what_a_correction_puts_right_is_no_mention() -> None:
    text = "The ferry sank with 12 people aboard.\n\nCorrection: an earlier version said 21 people were aboard."
    assert [m.claim.span.text for m in story(text).mentions if m.claim.kind == ClaimKind.QUANTITY] == ["12 people"]


def test_values_in_one_place_of_a_sentence_are_partners() -> None:
    left = story("The old ferry took 212 people to the island on the first day of the week.")
    right = story("The old ferry took 221 people to the island on the first day of the week.", "b.txt")
    found = {one.span.text: other.span.text for one, other in partners(left.parallel(right)).items()}
    assert found["212 people"] == "221 people"


def test_another_verb_beside_them_makes_no_partners() -> None:
    left = story("After the fire in the old market the police counted 12 people in the yard.")
    right = story("After the fire in the old market the police arrested 40 people in the yard.", "b.txt")
    assert not [c for c in partners(left.parallel(right)) if c.kind == ClaimKind.QUANTITY]


def _prose(text: str) -> Prose:
    return read_article(make_document("a.txt", text)).prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the third fire in the valley since 2000.", [("third fire", 3)]),
        ("This was their 2nd burglary in the history of the house.", [("2nd burglary", 2)]),
        ("The second half of the match was dull.", []),
        ("She is a second-year student of law.", []),
        ("The first day of the trial was short.", []),
        ("The strike was the fourth at the port this year.", [("fourth", 4)]),
        ("The strike was the fourth item of business.", []),
        ("Lena Berg won the race for a third time.", []),
        ("Her second win in the race came in 2010.", []),
        ("The team ended the season fifth in the league.", [("fifth", 5)]),
    ],
)
def test_ordinals(text: str, expected: list[tuple[str, int]]) -> None:
    found = [(c.span.text, c.value.rank) for c in find_ordinals(_prose(text), ()) if isinstance(c.value, Ordinal)]
    assert found == expected


def test_placings_are_names_behind_a_preposition() -> None:
    one = story("The men were held at a garage in Halmere, and Eastern Europe heard of it from Ana Ruiz.")
    assert [c.span.text for c in find_placings(one.article.prose, one.names)][:1] == ["Halmere"]
    assert "Eastern Europe" not in [c.span.text for c in find_placings(one.article.prose, one.names)]


def test_a_place_and_what_it_lies_in_are_one_placing() -> None:
    one = story("They had met at the Guildhall in Lindmouth on 18 April.")
    assert [c.span.text for c in find_placings(one.article.prose, one.names)] == ["Lindmouth"]


def test_a_day_is_one_label_with_a_year_and_without() -> None:
    one, other = story("They met on 18 April 2024."), story("The 18 April meeting was long.")
    assert one.values & other.values == {"XXXX-04-18"}


@pytest.mark.parametrize(
    ("form", "base"), [("resumed", "resume"), ("children", "child"), ("left", "leave"), ("rose", "rise")]
)
def test_lemmas(form: str, base: str) -> None:
    assert lemma(form) == base


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They were seized in Halmere on Monday.", ["Halmere"]),
        ("They were seized near Halmere.", ["Halmere"]),
        ("They were seized at a Denver hotel.", ["Denver"]),
        ("They were seized on Elm Street at noon.", ["Elm Street"]),
        ("They were seized outside Upper Hask, Ohio, at noon.", ["Upper Hask"]),
        ("She wrote on Chirper that they were seized.", []),
        ("She worked at Orvex until Monday.", []),
        ("An inquiry into Orvex began.", []),
        ("They came from Orvex on Monday.", []),
        ("They were seized in Orvex uniforms.", []),
        ("They prayed in Islamic dress, and spoke in Spanish.", []),
        ("They were seized in the Orvex era.", []),
        ("They mourned in the wake of the Valentine's Day shooting.", []),
        ("The mayor, Denver Voss, spoke. A share in Voss was sold.", []),
    ],
)
def test_names_that_are_places_and_others(text: str, places: list[str]) -> None:
    one = story(text)
    assert [c.span.text for c in find_placings(one.article.prose, one.names)] == places


@pytest.mark.parametrize(
    ("words", "told_in"),
    [("143 seconds", "PTS"), ("half a year", "PM"), ("$275", "USD week"), ("12 homes", "home "), ("9 October", "-10")],
)
def test_what_a_value_is_told_in(words: str, told_in: str) -> None:
    text = "The rocket flew for 143 seconds. It stood half a year, for $275 a week, beside 12 homes until 9 October."
    [found] = [m for m in story(text).mentions if m.claim.span.text == words]
    assert measure(found.claim) == told_in
