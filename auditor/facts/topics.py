"""Topics: questions to watch that somebody who writes no code has named, so that a point asks them in the newsroom's own words.

A topic knows its articles by the phrases that one of them holds, and its points by what is asked, by phrases near the places, and,
for events, by kind, number, place and parties. What it changes is the question and what would settle it, never whether
articles differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from auditor.asked import message
from auditor.facts.apart import of_two
from auditor.facts.rows import Facts, Topic
from auditor.model import Article, Claim, Event, Finding, Span

_NEAR = 160
"""Characters around a place in which a phrase of its topic stands: a sentence of news is some 120 long."""


def sharpened(finding: Finding, article_of: Callable[[str], Article], facts: Facts) -> Finding:
    """The finding with the question of the first topic that it is of; as it is where it is of none."""
    if finding.asked is None:
        return finding
    for topic in facts.topics:
        if finding.asked.kind in topic.compare and all(
            _is_of(span, article_of, topic, facts) for span in finding.spans
        ):
            asked = replace(
                finding.asked,
                subject=topic.name,
                question=topic.question,
                settle=f"{finding.asked.settle} {topic.settle}".strip(),
            )
            return replace(finding, asked=asked, message=message(asked))
    return finding


def _is_of(span: Span, article_of: Callable[[str], Article], topic: Topic, facts: Facts) -> bool:
    article = article_of(span.document)
    text = article.document.text.casefold()
    if not any(phrase.casefold() in text for phrase in topic.about):
        return False
    around = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    if topic.near and not any(phrase.casefold() in around for phrase in topic.near):
        return False
    if not topic.event:
        return True
    events = (
        claim for claim in article.claims if isinstance(claim.value, Event) and _touches(claim, claim.value, span)
    )
    return any(_is_its_event(claim.value, topic, facts) for claim in events if isinstance(claim.value, Event))


def _touches(claim: Claim, event: Event, span: Span) -> bool:
    return claim.span.overlaps(span) or (event.when is not None and event.when.overlaps(span))


def _is_its_event(event: Event, topic: Topic, facts: Facts) -> bool:
    """Whether nothing that the event tells of itself is otherwise than the topic has it."""
    canonical = facts.canonical
    parties = {canonical(one) for one in event.participants}
    return (
        canonical(event.type) == canonical(topic.event)
        and (not topic.ordinal or event.ordinal == topic.ordinal)
        and (not topic.place or (event.place is not None and canonical(event.place.key) == canonical(topic.place)))
        and (not topic.participants or not parties or parties == {canonical(one) for one in topic.participants})
    )


def sharpen(findings: Iterable[Finding], articles: Mapping[str, Article], facts: Facts) -> tuple[Finding, ...]:
    """Findings with the questions of the topics that they are of, in their order, without those on two things that the facts tell apart."""
    found = tuple(findings)
    if facts.happenings:
        found = tuple(one for one in found if not of_two(one, articles.__getitem__, facts))
    if facts.topics:
        found = tuple(sharpened(one, articles.__getitem__, facts) for one in found)
    return found
