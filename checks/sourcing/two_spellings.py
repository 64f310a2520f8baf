"""An article spells one name in two ways; or two articles spell a capital so.

## What it flags
Two spellings of one name inside an article that differ by a slip or a vowel (Shabaab and Shabab), and a place that stands for
a state in two spellings across articles (Kiev and Kyiv).

## Why it matters
A search for one spelling misses what is told under the other, and a slip in a name makes a reader doubt the rest.

## How to settle it
Look the name up, choose one spelling and keep to it.

## What it leaves alone
Short names; words and given names that exist in both spellings; accents; names of people who are told apart by their given
names. Names of people and towns across articles are told by name-spelling.

## References
Style books on one spelling of a name in an article. Of 22 warnings read on real news 22 were right (one reader). Kyiv: resolution of the U.S. Board on Geographic Names, 2019.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from auditor.asked import side
from auditor.check import Check, example
from auditor.languages.en.code.names import NAME, PERSON, STATE
from auditor.languages.en.morphology import is_word
from auditor.model import Asked, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.story.mentions import Record
from auditor.story.people import people
from auditor.story.spelling import is_english, is_respelt, is_slip, letters
from auditor.story.stories import Story

_LEAST = 6
"""Letters of a name whose slips are told: many shorter ones are alike."""
_NEAR = 2
"""Letters in which two spellings differ, at most: a moved one counts once."""

_Places = Mapping[str, Sequence[Span]]


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Tell once of every name that an article spells in two ways, and of every capital that the story does."""
    for record in story.records:
        yield from _inside(record)
    yield from _capitals(story)


def _inside(record: Record) -> Iterator[Finding]:
    """The names of one article in two spellings."""
    places = _words(record)
    given = _given(record)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(places):
        by_letter[word[0]].append(word)
    for words in by_letter.values():
        for one, other in combinations(words, 2):
            if OSA.distance(one, other, score_cutoff=_NEAR) <= _NEAR and _is_one(one, other, given):
                yield _finding(places[one], places[other], Severity.WARNING)


def _words(record: Record) -> _Places:
    """The words of names, as written, with their places; long ones that are no ordinary word."""
    found: dict[str, list[Span]] = defaultdict(list)
    text = record.article.document.text
    for name in record.names.all:
        if name.kind not in (NAME, PERSON):
            continue
        at = name.span.start
        for word in name.span.text.split():
            start = text.find(word, at, name.span.end)
            at = start + len(word)
            plain = word.rstrip("’'")
            if start >= 0 and len(plain) >= _LEAST and plain.isalpha() and plain[0].isupper() and plain[1:].islower():
                found[plain].append(record.article.document.span(start, start + len(plain)))
    return found


def _given(record: Record) -> Mapping[str, frozenset[str]]:
    """The given names that the article has for a family name, in lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people(record):
        if person.given:
            found[person.family].add(person.given)
    return {family: frozenset(names) for family, names in found.items()}


def _is_one(one: str, other: str, given: Mapping[str, frozenset[str]]) -> bool:
    """Whether two words are one name in two spellings: neither a word nor a given name, and no two people's."""
    mine, theirs = one.lower(), other.lower()
    if letters(mine) == letters(theirs) or not (is_slip(mine, theirs) or is_respelt(mine, theirs)):
        return False
    known, others = given.get(mine, frozenset()), given.get(theirs, frozenset())
    if known and others and not known & others:
        return False
    return not any(is_english(word) or is_word(word) for word in (mine, theirs))


def _capitals(story: Story) -> Iterator[Finding]:
    """The places that stand for a state, in two spellings over the story."""
    held: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for record in story.records:
        for name in record.names.all:
            if name.kind == STATE and name.span.text.isalpha() and name.span.text.istitle():
                held[name.key][name.span.text].append(name.span)
    for state in sorted(held):
        for one, other in combinations(sorted(held[state]), 2):
            if is_respelt(one.lower(), other.lower()) and one[0] == other[0]:
                documents = {span.document for word in (one, other) for span in held[state][word]}
                severity = Severity.NOTE if len(documents) > 1 else Severity.WARNING
                yield _finding(held[state][one], held[state][other], severity)


def _finding(one: Sequence[Span], other: Sequence[Span], severity: Severity) -> Finding:
    fewer, more = sorted((sorted(one), sorted(other)), key=lambda places: (len(places), places))
    question = f"Is it spelt “{fewer[0].text}” or “{more[0].text}”?"
    asked = Asked("name", more[0].text, question, (side(fewer), side(more)), "Both hold only if two are meant.")
    return CHECK.finding(asked, fewer[0], [*fewer[1:], *more], severity=severity, confidence=Confidence.MEDIUM)


CHECK = Check(
    id="two-spellings",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "a group",
            "The boats of {{Shabaab}} came at night. Nobody knew where [[Shabab]] had them from, and {{Shabaab}} did not say.",
        ),
        example(
            "a capital in one article", "The boats went to {{Kyiv}}. From [[Kiev]] they went on, and so did {{Kyiv}}."
        ),
        example(
            "a capital in two articles",
            "The boats went to [[Kiev]] in May.",
            "The boats went to {{Kyiv}} in the spring.",
        ),
    ),
    leaves_alone=(
        example(
            "two people",
            "Ana Hendricks met Jon Henricks on the quay. Hendricks left first, and then Henricks did, too.",
        ),
        example(
            "a state and its people", "The boats of Ukraine came at night, and the Ukrainian crews slept in the port."
        ),
        example(
            "accents", "The boats went to Tarragóna in May. From Tarragona they went on to the islands in the south."
        ),
        example(
            "short names", "The boats of Hamed came at night. Those of Hamad came in the morning, and both were empty."
        ),
        example(
            "two capitals",
            "The boats went to London. From Lisbon they went on to the islands in the south, it is said.",
        ),
    ),
)
