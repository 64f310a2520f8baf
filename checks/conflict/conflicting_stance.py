"""Two articles give an actor opposite stances on the same thing.

## What it flags
A person, state or organisation that accepts something in one article and rejects it in another: "supported the idea
of a truce", "rejected calls for a truce". What a head of state or spokesman says counts for the state, with less
confidence.

## Why it matters
Readers act on who is for and who is against. Where both stances are reported without a date, one is stale or wrong.

## How to settle it
Find the statement behind each report and its day. The two hold together if the actor changed course in between.

## What it leaves alone
Offers of different authors; a temporary and a lasting form of the thing; other actors; what somebody might do or
formerly did; articles whose dates lie apart; words inside quotation marks.

## References
de Marneffe et al. 2008 (ACL P08-1118): negation, antonymy, factivity; PARC 3.0 on who says what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.comparing.named import Naming, Paired
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import singular
from auditor.languages.en.phrases.counts import MEASURING
from auditor.model import (
    Asked,
    Claim,
    ClaimKind,
    Confidence,
    Family,
    Finding,
    Modality,
    Severity,
    Side,
    Stance,
    Topic,
    Verdict,
)

_OPPOSED_KINDS = ((LISTS.words("topic_words", "short"), LISTS.words("topic_words", "lasting")),)

# Of two that were found in 1,930 articles of real news one was right: a warning, whatever else is known of the two.
_MOST = 90
"""Characters of the words of a stance that its message quotes."""
_ANY_DAYS = 3
"""Days between two dated articles from which a change of course is the likelier explanation."""


def _is_stance(claim: Claim) -> bool:
    return isinstance(claim.value, Stance)


def _relate(one: Claim, other: Claim) -> tuple[Verdict, str]:
    left, right = _stance(one), _stance(other)
    apart = _different_topic(left.topic, right.topic)
    if apart:
        return Verdict.NOT_COMPARABLE, apart
    if left.accepts == right.accepts:
        return Verdict.AGREE, "same stance"
    if Modality.HEDGED in (one.modality, other.modality):
        return Verdict.NOT_COMPARABLE, "one only says what might be"
    if _days_apart(one, other) > _ANY_DAYS:
        return Verdict.COMPATIBLE, "the articles are of different days"
    return Verdict.CONFLICT, "opposite stances"


def _stance(claim: Claim) -> Stance:
    assert isinstance(claim.value, Stance)
    return claim.value


def _opposed(left: Stance, right: Stance) -> bool:
    return left.accepts != right.accepts and not _different_topic(left.topic, right.topic)


def _different_topic(left: Topic, right: Topic) -> str:
    """Why the two are not about the same thing, or empty."""
    if left.proposer and right.proposer and left.proposer != right.proposer:
        return "different proposals"
    for some, others in _OPPOSED_KINDS:
        for one, other in ((left, right), (right, left)):
            if one.modifiers & some and other.modifiers & others:
                return "different kinds of it"
    mine, theirs = _measures(left), _measures(right)
    if mine and theirs and mine != theirs:
        return "different lengths or sizes of it"
    return ""


def _measures(topic: Topic) -> set[str]:
    return {word for word in topic.modifiers if MEASURING.fullmatch(word)}


def _days_apart(one: Claim, other: Claim) -> int:
    """Days between the windows of two dated claims; 0 where they meet or either is open."""
    gaps = [
        (later.as_of.earliest - earlier.as_of.latest).days
        for earlier, later in ((one, other), (other, one))
        if later.as_of.earliest and earlier.as_of.latest
    ]
    return max([0, *gaps])


def _tell(pairs: Sequence[Paired], claims: Sequence[Claim]) -> Finding:
    """One finding for two articles, at the pair that is most alike; every other opposite stance, also a supposed one, is evidence."""
    one, other = min(pairs, key=lambda pair: (-_likeness(*pair), pair[0].span, pair[1].span))
    against, favour = (one, other) if _stance(other).accepts else (other, one)
    same = _stance(one).actor.name == _stance(other).actor.name
    dated = all(claim.as_of.earliest and claim.as_of.latest for claim in (one, other))
    told = [[c for c in claims if _is_stance(c) and c.span.document == side.span.document] for side in (one, other)]
    opposed = (pair for pair in product(*told) if _opposed(*map(_stance, pair)))
    others = sorted({claim.span: claim for pair in opposed for claim in pair}.values(), key=lambda claim: claim.span)
    told_by = {against.span: against, favour.span: favour} | {claim.span: claim for claim in others}
    subject, topic = _who(against, favour), _topic(against, favour)
    asked = Asked(
        "stance",
        subject,
        f"{subject}: for or against the {topic}?",
        (_side(told_by.values(), accepts=False), _side(told_by.values(), accepts=True)),
        _reconciled(against, favour, same, dated),
        _slot([*told_by.values()]),
    )
    return CHECK.finding(
        asked,
        against.span,
        told_by.keys() - {against.span},
        confidence=Confidence.HIGH if same and dated else Confidence.MEDIUM if same else Confidence.LOW,
    )


def _likeness(one: Claim, other: Claim) -> int:
    left, right = _stance(one), _stance(other)
    return 2 * (left.actor.name == right.actor.name) + len(left.topic.modifiers & right.topic.modifiers)


def _side(claims: Iterable[Claim], *, accepts: bool) -> Side:
    """The stance for or against, in the words of the first claim that takes it."""
    taking = [claim.span for claim in claims if _stance(claim).accepts == accepts]
    return side(taking, brief(taking[0].text, _MOST), "for" if accepts else "against")


def _who(one: Claim, other: Claim) -> str:
    """The actor, or the state that two different ones speak for, as a text writes the name."""
    mine, theirs = _stance(one).actor, _stance(other).actor
    name = mine.name if mine.name == theirs.name else mine.country or theirs.country or mine.name
    found = (re.search(rf"\b{re.escape(name)}\b", claim.span.text, re.I) for claim in (one, other))
    return next(
        (" ".join(match.group().split()) for match in found if match), name if name[:1].isupper() else name.title()
    )


def _topic(one: Claim, other: Claim) -> str:
    """What the two are about: the head as a text has it last, with the words before it that both narrow it by."""
    head = _stance(one).topic.head
    shared = _stance(one).topic.modifiers & _stance(other).topic.modifiers
    for claim in (one, other):
        words = claim.span.text.lower().split()
        if singular(words[-1]) == head:
            narrowed = [word for word in words[:-1] if word in shared]
            return " ".join((*narrowed, words[-1]))
    return head


def _slot(claims: Sequence[Claim]) -> str:
    """Whose stance, on what and when, with all that tells one thing of the kind from another."""
    actor = _stance(claims[0]).actor
    topics = [_stance(claim).topic for claim in claims]
    kinds = frozenset().union(*(some | others for some, others in _OPPOSED_KINDS))
    told = {word for topic in topics for word in (*_measures(topic), *(topic.modifiers & kinds), topic.proposer or "")}
    day = min((claim.as_of.earliest for claim in claims if claim.as_of.earliest), default=None)
    whose = actor.country or actor.name
    return " ".join((whose, topics[0].head, *sorted(told - {""}), day.isoformat() if day else "")).strip()


def _reconciled(against: Claim, favour: Claim, same: bool, dated: bool) -> str:
    if not same:
        return "Both hold if the two do not speak for one side, or speak of different days."
    silent = sorted({c.span.document for c in (against, favour) if not (c.as_of.earliest and c.as_of.latest)})
    if dated:
        return "Both hold only if the stance changed between the two reports, or they mean different things."
    verb = "states" if len(silent) == 1 else "state"
    return f"Both hold only if the stance changed in between; {' and '.join(silent)} {verb} no date."


CHECK = Check(
    id="conflicting-stance",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.STANCE}),
    compare=Naming("conflicting-stance", _is_stance, _relate, _tell),
    flags=(
        example(
            "each said twice",
            "President Maria Lopez said that {{she fully supported the idea of a truce}}. President {{Maria Lopez welcomed a truce}}.",
            "President [[Maria Lopez has firmly rejected calls for a truce]] in the region. President {{Maria Lopez opposed a truce}}, "
            "aides said.",
        ),
        example(
            "a president for and against a truce",
            "President Maria Lopez said that {{she fully supported the idea of a truce}}.",
            "President [[Maria Lopez has firmly rejected calls for a truce]] in the region.",
        ),
        example(
            "a union for and against an offer",
            "The Dockers Union said no more. The {{Dockers Union accepted the pay offer}} late on Monday.",
            "Late on Monday the [[Dockers Union turned down the pay offer]].",
        ),
        example(
            "a march for it and one against it",
            "The [[Weavers of Arvo staged mass protests against fish farms]] in May.",
            "In May the {{Weavers of Arvo marched for fish farms}}.",
        ),
        example(
            "a minister against what the government is for",
            "{{France supports sanctions}} on timber.",
            "French Foreign Minister Jean Martin spoke first. [[Martin opposes sanctions]] on timber.",
        ),
    ),
    leaves_alone=(
        example(
            "a stance that nobody took",
            "Norway accepted the truce on Monday.",
            "Nobody in Norway rejected the truce on Monday.",
        ),
        example(
            "proposals of two authors",
            "Norway accepted a ceasefire proposed by Egypt.",
            "Norway rejected a ceasefire proposed by Qatar.",
        ),
        example(
            "a short truce and a lasting one",
            "Norway rejected a temporary ceasefire.",
            "Norway supports a lasting ceasefire.",
        ),
        example(
            "other actors, the same words",
            "Norway firmly rejected the proposals on fishing.",
            "Sweden accepted the proposals on fishing.",
        ),
        example(
            "what might be",
            "Norway might accept a ceasefire.",
            "Norway rejected a ceasefire.",
        ),
        example(
            "a double negation",
            "Norway did not reject a ceasefire.",
            "Norway supported a ceasefire.",
        ),
        example(
            "a change of course between two days",
            "Norway rejected a ceasefire.",
            "Norway accepted a ceasefire.",
            dates=("2024-03-01", "2024-06-01"),
        ),
        example(
            "what was left behind",
            "President Maria Lopez backed away from her declaration that she would not support a truce.",
            "President Maria Lopez supported a truce.",
        ),
        example(
            "a stance of before",
            "President Maria Lopez never disavowed her prior support for a truce.",
            "President Maria Lopez rejected a truce.",
        ),
        example(
            "another topic",
            "Norway rejected a ceasefire.",
            "Norway supports military aid.",
        ),
        example(
            "reaction unknown",
            "It remains unclear how Norway will react to the call for a ceasefire.",
            "Norway accepted a ceasefire.",
        ),
    ),
)
