"""Quotations changed on purpose: what alters them is told from what does not, by kind of change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from auditor.wording import ALTERING, Change, retelling

QUOTATIONS = (
    "We cannot rule out that the valve was left open when the tanker sailed from Halmere on Monday",
    "The council will rebuild all 340 houses in the lower town before the winter of next year",
    "Nobody on this committee has ever been asked to sign a paper that Minister Brandt had not read",
    "I told the inspectors in March that the bridge must be closed, and they did not answer my letter",
    "Our members voted for the offer because 12 weeks without wages are more than most families can bear",
    "The police should have warned the people of Ostra before the water came over the wall at night",
    "Every pilot in Port Lund knows that the harbour can not take ships of more than 200 metres",
    "Helen Moss never told Karim Aziz that the money would be paid back, whatever the papers say",
    "There is no plan to move the hospital, and there will be none as long as I am the mayor of Veyra",
    "The court may hear the case in June, but the families of the 27 miners have waited long enough",
    "The government did not support the motion of Anna Feld, and Tomas Brandt knows that very well",
    "They must pay the fishermen for the two seasons that the oil has taken from them and their sons",
)
_NEGATIONS = {
    "cannot": "can",
    "can not": "can",
    "did not": "did",
    "never told": "told",
    "will rebuild": "will not rebuild",
    "should have": "should not have",
    "is no plan": "is a plan",
    "Nobody on": "Everybody on",
    "voted for": "did not vote for",
    "may hear": "may not hear",
    "must pay": "must not pay",
}
_MODALS = {
    "will": "may",
    "must": "should",
    "should": "could",
    "may": "will",
    "can bear": "could bear",
    "would": "might",
}
_NUMBERS = {"340": "430", "12": "14", "200": "250", "27": "29", "two": "three"}
_NAMES = {
    "Monday": "Friday",
    "Brandt": "Novak",
    "March": "April",
    "Ostra": "Oland",
    "Port Lund": "Port Vik",
    "Veyra": "Karst",
}
_ROLES = (("Helen Moss", "Karim Aziz"), ("Anna Feld", "Tomas Brandt"))

Perturbed = Iterator[tuple[str, str]]


def _replaced(table: dict[str, str]) -> Perturbed:
    for said in QUOTATIONS:
        for old, new in table.items():
            if re.search(rf"\b{old}\b", said):
                yield said, re.sub(rf"\b{old}\b", new, said, count=1)


def _swapped() -> Perturbed:
    for one, other in _ROLES:
        for said in QUOTATIONS:
            if one in said and other in said:
                yield said, said.replace(one, "\0").replace(other, one).replace("\0", other)


def _trimmed() -> Perturbed:
    for said in QUOTATIONS:
        words = said.split()
        yield said, " ".join(words[: len(words) - 5])
        yield said, " ".join(words[4:])
        yield said, " ".join((*words[:6], "…", *words[9:]))


def _retypeset() -> Perturbed:
    for said in QUOTATIONS:
        yield said, said.replace(",", " –").replace("'", "’")
        yield said, said.replace(" ", "\n", 3) + "."
        yield said, said.upper() if said.isascii() else said


@pytest.mark.parametrize(
    "perturbed",
    [
        lambda: _replaced(_NEGATIONS),
        lambda: _replaced(_NUMBERS),
        lambda: _replaced(_MODALS),
        lambda: _replaced(_NAMES),
        _swapped,
    ],
    ids=["negation", "number", "modal", "name", "roles"],
)
def test_what_alters_is_found(perturbed: Callable[[], Perturbed]) -> None:
    pairs = list(perturbed())
    found = [pair for pair in pairs if (told := retelling(*pair)) and told.kinds & ALTERING]
    assert len(pairs) >= 2
    assert len(found) >= 0.95 * len(pairs), set(pairs) - set(found)


@pytest.mark.parametrize("perturbed", [_trimmed, _retypeset], ids=["trimming", "typography"])
def test_what_does_not_alter_is_left_alone(perturbed: Callable[[], Perturbed]) -> None:
    pairs = list(perturbed())
    altered = [pair for pair in pairs if (told := retelling(*pair)) and told.kinds & ALTERING]
    assert altered == []
    assert all(
        told is not None and told.kinds <= {Change.SHORTENED, Change.BROKEN, Change.NONE}
        for told in (retelling(*pair) for pair in pairs)
    )
