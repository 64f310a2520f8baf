"""Articles tell who did it to whom with the two changed about.

## What it flags
"Ferro beat Denny" in one article, "Denny beat Ferro" or "Ferro lost to Denny" in another: names and verb the same, doer and
sufferer exchanged, active and passive resolved.

## Why it matters
Everything else in the two sentences agrees, so readers and quick comparisons take them for one statement.

## How to settle it
Look up the result, the suit or the deed; mend the article that has it the wrong way round.

## What it leaves alone
Verbs that go both ways (met, criticised, accused); an article that tells of both; sentences that share nothing else;
what was only planned, feared or denied.

## References
Dagan et al. 2005, RTE: argument reversal; McCoy et al. 2019 (ACL P19-1334), why word overlap is no evidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import fullest, rarer_first
from auditor.languages.en.code.names import Name
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.deeds import DEED, DONE, SUFFERED
from auditor.model import Asked, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.story.mentions import Record
from auditor.story.people import sentence
from auditor.story.stories import Story
from auditor.text.regex import regex

_PAST = {verb: forms[0] for verb, forms in LISTS.members("roles", "past").items()}

_REACH = 60
"""How far behind a name the other one may begin, in characters."""
_LEAST = 2
"""Words besides names and verb that the two sentences have in common, at least."""
_MOST = 20
"""Times that one article tells one deed, of which no more are compared."""
_WORD = regex(r"[^\W\d_]{4,}|\d+")

_Roles = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who did what to whom, where it stands, the keys and places of both names, and the other words of its sentence."""

    roles: _Roles
    span: Span
    names: tuple[tuple[str, Span], ...]
    words: frozenset[str]


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the deeds that articles tell with those of the others, and tell once of two that are turned round."""
    told = {record.article.document.id: _deeds(record) for record in story.records}
    found: dict[frozenset[_Roles], dict[_Roles, dict[Span, _Deed]]] = defaultdict(lambda: defaultdict(dict))
    for left, right in story.pairs:
        mine, theirs = told[left.article.document.id], told[right.article.document.id]
        for roles in sorted(mine.keys() - theirs.keys()):
            turned = (roles[0], roles[2], roles[1])
            if turned not in theirs or turned in mine:
                continue
            for one, other in product(mine[roles][:_MOST], theirs[turned][:_MOST]):
                if len(one.words & other.words) >= _LEAST:
                    found[frozenset((roles, turned))][roles][one.span] = one
                    found[frozenset((roles, turned))][turned][other.span] = other
    for sides in found.values():
        yield _tell(*sides.values())


def _deeds(story: Record) -> dict[_Roles, list[_Deed]]:
    """The deeds of the article by who did what to whom."""
    text = story.article.prose.text.replace("\n", " ")
    told: dict[_Roles, list[_Deed]] = defaultdict(list)
    for name in story.names.all:
        found = DEED.match(text, name.span.end, min(len(text), name.span.end + _REACH))
        other = story.names.covering(found.end()) if found else None
        if found and other and other.span.start == found.end():
            roles = _roles(found, name, other)
            if roles:
                span = story.article.prose.span(name.span.start, other.span.end)
                names = tuple((_family(one), one.span) for one in (name, other))
                told[roles].append(_Deed(roles, span, names, _words(story, span)))
    return told


def _roles(found: re.Match[str], first: Name, second: Name) -> _Roles | None:
    """The verb's class, who does it and to whom; none where the words are neither active nor passive."""
    verb = found.group("verb")
    before, after = _family(first), _family(second)
    if before == after:
        return None
    if verb in SUFFERED:
        return SUFFERED[verb], after, before
    if bool(found.group("passive")) != bool(found.group("by")):
        return None
    return (DONE[verb], after, before) if found.group("by") else (DONE[verb], before, after)


def _family(name: Name) -> str:
    """The family name, however much of the name is given."""
    return name.key.split()[-1]


def _words(story: Record, deed: Span) -> frozenset[str]:
    """The words of the sentence that tell which occasion it was: neither verb nor the names before and behind it."""
    words = set(_WORD.findall(sentence(story, deed.start).lower()))
    return frozenset(words - set(_WORD.findall(deed.text.lower())) - LIGHT)


def _tell(one: Mapping[Span, _Deed], other: Mapping[Span, _Deed]) -> Finding:
    fewer, more = rarer_first(sorted(one), sorted(other))
    deeds = {**one, **other}
    verb, first, second = deeds[more[0]].roles
    names = [name for deed in deeds.values() for name in deed.names]
    people = [fullest(place for key, place in names if key == one) for one in (first, second)]
    subject, asked = " and ".join(people), " or ".join(people)
    sides = side(fewer, same=" ".join(deeds[fewer[0]].roles)), side(more, same=" ".join(deeds[more[0]].roles))
    return CHECK.finding(
        Asked("roles", subject, f"Who {_PAST[verb]} whom, {asked}?", sides, "Both hold only if it happened twice."),
        fewer[0],
        [*fewer[1:], *more],
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="swapped-roles",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "who won",
            "In the final at Lisse on Sunday {{Lucia Ferro beat Paula Denny}} after three sets.",
            "The final at Lisse went to three sets before [[Ferro lost to Denny]] on Sunday.",
        ),
        example(
            "who sued whom",
            "Last week {{Harbinger Mutual sued Corran Mills}} over the insurance claim, court papers show.",
            "[[Harbinger Mutual was sued by Corran Mills]] over the insurance claim, court papers show.",
        ),
    ),
    leaves_alone=(
        example(
            "active and passive",
            "Last week Harbinger Mutual sued Corran Mills over the insurance claim, court papers show.",
            "Corran Mills was sued by Harbinger Mutual over the insurance claim, court papers show.",
        ),
        example(
            "an article that tells of both",
            "In the final at Lisse, Lucia Ferro beat Paula Denny in three sets. In May Denny beat Ferro at Lisse.",
            "In the final at Lisse Paula Denny beat Lucia Ferro in three sets.",
        ),
        example(
            "sentences that share nothing else",
            "In the final at Lisse Lucia Ferro beat Paula Denny in three sets.",
            "Ten years ago, as juniors, Paula Denny beat Lucia Ferro.",
        ),
        example(
            "verbs that go both ways",
            "In the hall at Lisse Lucia Ferro criticised Paula Denny over the final score.",
            "In the hall at Lisse Paula Denny criticised Lucia Ferro over the final score.",
        ),
    ),
)
