"""Ages: how old a named person is said to be, and the ages of several people listed together.

The rules are in ``rules/ages.toml``; whom "she" means, and who in a sentence is meant, is told here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.people import Person
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.model import Age, Claim, ClaimKind, Prose

_YEAR_OLD = "-year-old"


def find_ages(prose: Prose, people: Sequence[Person]) -> Iterator[Claim]:
    """One claim for every age that is a named person's, and one for every list of ages."""
    by_place = {person.span.start: person for person in people}
    places = [(person.span.start, person.span.end) for person in people]
    for found in GRAMMARS.grammar("ages").made(prose, {"PERSON": places}):
        if found.rule.makes == "people":
            yield note(_of_several(found), found)
            continue
        person = by_place[found.span("who").start] if "who" in found else _meant(prose, people, found)
        if person:
            yield note(_aged(person, found), found)


def _meant(prose: Prose, people: Sequence[Person], found: Found) -> Person | None:
    """Whose age it is where no name is beside it: of the one person named before in the sentence, or in the one before.

    In the one before of "He" or "She" at the front of a sentence, unless a paragraph ends between the two.
    """
    number = bisect_left(prose.sentences, (found.start + 1, 0)) - 1
    start, end = prose.sentences[number][0], found.start
    if found.rule.makes == "pronoun":
        if number < 1 or start != end:
            return None
        start, end = prose.sentences[number - 1]
        if "\n" in prose.text[end : found.start]:
            return None
    first, last = (bisect_left(people, place, key=lambda person: person.span.start) for place in (start, end))
    named = people[first:last]
    return named[0] if len({person.family for person in named}) == 1 else None


def _aged(person: Person, found: Found) -> Claim:
    start, end = found.span("n").start, found.span("n").end
    word = found["n"].lower()
    end += len(_YEAR_OLD) * found.prose.text.startswith(_YEAR_OLD, end)
    year = int(found["year"]) if "year" in found else None
    years = CARDINALS[word] if word in CARDINALS else int(word)
    value = Age(person.family, person.given, (years,), person.span, year, "now" in found.text.split())
    return Claim(ClaimKind.AGE, found.prose.span(start, end), value, person.span.text)


def _of_several(found: Found) -> Claim:
    years = tuple(sorted(map(int, re.findall(r"\d+", found["n"]))))
    return Claim(ClaimKind.AGE, found.span("n"), Age("", "", years), f"{len(years)} people")
