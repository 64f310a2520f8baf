"""Articles spell one name in two ways.

## What it flags
A person's given or family name, or a place of one word, with the same consonants and other vowels in two articles: Derna
and Darna, Kiev and Kyiv, Zelensky and Zelenskyy.

## Why it matters
A search for one spelling misses what is told under the other; two transliterations in one file look like two people.

## How to settle it
Choose the spelling of your style book and keep to it.

## What it leaves alone
A spelling that the other article uses too; forms of one word (Talvania, Talvanian); a woman's and a man's name; names
with other consonants; accents and marks; ordinary words that open a sentence.

## References
Unicode CLDR transliteration guidelines: vowels are what systems of romanisation differ in most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import either, fullest, rarer_first
from auditor.languages.en.code.names import NAME
from auditor.model import Asked, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.story.mentions import Record
from auditor.story.people import is_nationality, people
from auditor.story.spelling import ends_differ, is_english, is_name_slip, is_respelt, is_variant, letters, sound
from auditor.story.stories import Story

_CONSONANTS = 3
"""Consonants by which a name of one word is told: with fewer, many words are alike."""

_Key = tuple[str, str]
_Names = Mapping[_Key, list[Span]]


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Tell once of every name that one article spells in one way and another in another."""
    named = {record.article.document.id: _named(record) for record in story.records}
    found: dict[tuple[_Key, _Key], dict[_Key, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for left, right in story.pairs:
        mine, theirs = named[left.article.document.id], named[right.article.document.id]
        for one, other in _variants(mine, theirs):
            first, second = sorted((one, other))
            found[first, second][one].update(mine[one])
            found[first, second][other].update(theirs[other])
    for _, sides in sorted(found.items()):
        fewer, more = rarer_first(*map(sorted, sides.values()))
        question = f"Is it spelt {either(fullest(fewer), fullest(more))}?"
        yield CHECK.finding(
            Asked("name", fullest(more), question, (side(fewer), side(more)), "Both hold only if two are meant."),
            fewer[0],
            [*fewer[1:], *more],
            confidence=Confidence.MEDIUM,
        )


def _named(story: Record) -> _Names:
    """The full names of people by given and family name, and other names of one word by that word."""
    names: dict[_Key, list[Span]] = defaultdict(list)
    opens = {start for start, _ in story.article.prose.sentences}
    for person in people(story):
        if person.given and " " in person.span.text:
            names[person.given, person.family].append(person.span)
    for name in story.names.all:
        if name.kind == NAME and _is_plain(name.span.text) and name.span.start not in opens:
            names["", name.key].append(name.span)
    return names


def _is_plain(word: str) -> bool:
    """Whether a name is one word, long enough to be told from others, and neither a state's nor a people's."""
    plain = word.lower()
    told_apart = word.isalpha() and word.istitle() and len(sound(word)) >= _CONSONANTS
    return told_apart and not is_nationality(plain) and not is_english(plain)


def _variants(mine: _Names, theirs: _Names) -> Iterator[tuple[_Key, _Key]]:
    """The names of one article that the other has in another spelling alone."""
    heard: dict[tuple[str, str], list[_Key]] = defaultdict(list)
    for key in theirs:
        heard[sound(key[0]), sound(key[1])].append(key)
    for one in mine:
        for other in heard.get((sound(one[0]), sound(one[1])), ()):
            if one not in theirs and other not in mine and _differ(one, other):
                yield one, other


def _differ(one: _Key, other: _Key) -> bool:
    """Whether two names are one in two spellings: one part the same, the other with other vowels, but for no slip."""
    if one[0] and other[0] and is_name_slip((one[0].split()[0], one[1]), (other[0].split()[0], other[1])):
        return False
    if letters(one[0]) == letters(other[0]):
        return is_respelt(one[1], other[1]) or bool(one[0] and not ends_differ(letters(one[1]), letters(other[1])))
    return one[1] == other[1] and is_variant(one[0], other[0])


CHECK = Check(
    id="name-spelling",
    family=Family.CONFLICT,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "a town in two transliterations",
            "The dam above {{Derna}} broke at night, and the lower town was swept away.",
            "In [[Darna]] the lower town was swept away when the dam broke.",
        ),
        example(
            "a family name in two transliterations",
            "The letter was signed by {{Olena Zelenskaya}} in May.",
            "In May the letter was signed by [[Olena Zelenskaia]], it is said.",
        ),
        example(
            "a family name before “Jr.”",
            "Officer {{Karim Danahi Jr}}. was hit in the leg on Friday.",
            "Officer [[Karim Danahy Jr]]. was hit in the leg on Friday.",
        ),
    ),
    leaves_alone=(
        example(
            "a spelling that both use",
            "The dam above Derna broke. On older maps the town is called Darna.",
            "In Darna the lower town was swept away when the dam broke.",
        ),
        example(
            "accents",
            "The letter was signed by Emma González in May.",
            "In May the letter was signed by Emma Gonzalez, it is said.",
        ),
        example("a state and its people", "The rocket of Talvania failed.", "A Talvanian rocket failed."),
        example("a woman and a man", "The crew saved Maria Lopes.", "The crew saved Mario Lopes."),
        example("other consonants", "The crew reached Mariel at noon.", "The crew reached Martel at noon."),
    ),
)
