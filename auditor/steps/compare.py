"""The third step: story by story, what the checks say of its articles and of the claims in them that meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from auditor.check import Check, compares
from auditor.languages.among import by_language
from auditor.model import Article, Claim, ClaimKind, Comparison, Finding
from auditor.steps.carrying import Engine
from auditor.steps.outcomes import Outcome, collected
from auditor.steps.plan import Plan, StoryTask
from auditor.story.keys import Key, keys
from auditor.story.meetings import meetings
from auditor.story.mentions import Record
from auditor.story.plain import plain
from auditor.story.stories import Story
from auditor.timing import Clock

MOST_CLAIMS = 150
"""Claims about one subject that are compared with one another: a thousand reprints would make half a million pairs."""

_FEW_PAIRS = 45
"""Pairs of articles that are all compared, whichever is asked about: the witnesses are the same then without further care."""


def compare(
    plan: Plan, articles: Mapping[str, Article], checks: Sequence[Check], engine: Engine, clock: Clock
) -> Iterator[Outcome]:
    """What the checks say of each story that the plan holds; ``engine`` carries the work."""
    comparing = tuple(filter(compares, checks))
    with clock.stage("stories"):
        for outcome in engine(Comparing(comparing, articles), plan.tasks):
            clock.inside.update(dict(outcome.spent))
            yield outcome


@dataclass(frozen=True, slots=True)
class Comparing:
    """The step as an engine carries it: the articles are looked up where they lie, or go along with the stories they tell."""

    checks: tuple[Check, ...]
    articles: Mapping[str, Article]

    def __call__(self, task: StoryTask) -> Outcome:
        """What the checks say of a story."""
        return carry_out(self.checks, self.articles, task)

    def bare(self) -> Comparing:
        """The step without its articles."""
        return Comparing(self.checks, {})

    def load(self, tasks: Sequence[StoryTask]) -> Mapping[str, Article]:
        """The articles of some stories."""
        return {document: self.articles[document] for task in tasks for document in task.documents}

    def loaded(self, load: Mapping[str, Article]) -> Comparing:
        """The step with those articles."""
        return Comparing(self.checks, load)


def carry_out(checks: Sequence[Check], articles: Mapping[str, Article], task: StoryTask) -> Outcome:
    """What the checks say of the articles of one story, with the seconds spent by check."""
    clock = Clock()
    told = [articles[document] for document in task.documents]
    records = tuple(Record(article, source) for article, source in zip(told, task.sources, strict=True))
    met = claims_that_meet(told, checks)
    if task.about is None or len(task.pairs) <= _FEW_PAIRS:
        outcomes = [*_contrasted(Story(records, task.pairs), checks, clock), *compare_claims(met, clock)]
    else:
        same = {task.documents[one] for one in _of_sources(task, task.about)}
        asked = ((check, claims) for check, claims in met if any(one.span.document in same for one in claims))
        outcomes = [*_asked_about(records, task, checks, clock), *compare_claims(asked, clock)]
    for record in records:
        record.forget()
    return Outcome(
        tuple(finding for one in outcomes for finding in one.findings),
        tuple(comparison for one in outcomes for comparison in one.comparisons),
        tuple(problem for one in outcomes for problem in one.problems),
        tuple(clock.spent.items()),
    )


def _asked_about(records: tuple[Record, ...], task: StoryTask, checks: Sequence[Check], clock: Clock) -> list[Outcome]:
    """What the checks say of the pairs of a story that those articles are in which it is asked about, and their copies.

    Where that holds them against others, the pairs of these are compared, too, so that the same witnesses are told as if all were.
    """
    about, asked = task.about or frozenset(), frozenset[str]()
    wider = about
    while asked < wider:
        asked = wider
        same = _of_sources(task, asked)
        pairs = tuple(pair for pair in task.pairs if not same.isdisjoint(pair))
        outcomes = list(_contrasted(Story(records, pairs), checks, clock))
        found = (finding for one in outcomes for finding in one.findings)
        met = [{span.document for span in finding.spans} for finding in found]
        wider = asked.union(*(documents for documents in met if documents & about))
    return outcomes


def _of_sources(task: StoryTask, asked: Container[str]) -> frozenset[int]:
    """The places of the articles that are these or copies of them."""
    sources = {source for document, source in zip(task.documents, task.sources, strict=True) if document in asked}
    return frozenset(place for place, source in enumerate(task.sources) if source in sources)


def _contrasted(story: Story, checks: Sequence[Check], clock: Clock) -> Iterator[Outcome]:
    """What checks that contrast articles say of those in each language, and of all, where they read no word."""
    contrasting = [check for check in checks if check.contrast]
    for language, among in by_language(story.records, lambda record: record.article):
        reading = [check for check in contrasting if check.languages is not None and check.reads(language)]
        yield from _contrasting(story.among(among), reading, clock)
    yield from _contrasting(story, [check for check in contrasting if check.languages is None], clock)


def _contrasting(story: Story, checks: Iterable[Check], clock: Clock) -> Iterator[Outcome]:
    for check in checks:
        with clock.stage(check.id):
            run = partial(_contrast, check, story)
            found = collected(check, run, story.records, lambda one: one.article.document.id)
        yield found


def _contrast(check: Check, story: Story, kept: Sequence[Record]) -> Iterable[Comparison | Finding]:
    return check.contrast(check.id, story.among(kept)) if check.contrast else ()


def compare_claims(meetings: Iterable[tuple[Check, Sequence[Claim]]], clock: Clock) -> Iterator[Outcome]:
    """What the comparing checks say of claims about one subject."""
    for check, claims in meetings:
        with clock.stage(check.id):
            found = collected(check, check.compare or (lambda _: ()), claims, lambda claim: claim.span.document)
        yield found


def claims_that_meet(articles: Sequence[Article], checks: Sequence[Check]) -> Iterator[tuple[Check, list[Claim]]]:
    """For each comparing check, the claims of a story that share a language that it reads, and a subject key."""
    for language, among in by_language(articles, lambda article: article):
        comparing = [check for check in checks if check.compare is not None and check.reads(language)]
        for met in meetings(_by_key(among, frozenset(kind for check in comparing for kind in check.consumes))):
            for check in comparing:
                claims = _few([claim for claim in met if claim.kind in check.consumes])
                if len(claims) > 1:
                    yield check, claims


def _by_key(articles: Iterable[Article], wanted: Container[ClaimKind]) -> Mapping[Key, list[Claim]]:
    found: Mapping[Key, list[Claim]] = defaultdict(list)
    for article in articles:
        for claim in article.claims:
            if claim.kind in wanted:
                for key in keys(claim):
                    found[key].append(claim)
    return found


def _few(claims: list[Claim]) -> list[Claim]:
    """The claims about one subject; of more than can be compared pair by pair some of each value, in their order."""
    if len(claims) <= MOST_CLAIMS:
        return claims
    alike: Counter[str] = Counter()
    turns: list[tuple[int, int]] = []
    for number, claim in enumerate(claims):
        alike[plain(claim)] += 1
        turns.append((alike[plain(claim)], number))
    return [claims[number] for number in sorted(number for _, number in sorted(turns)[:MOST_CLAIMS])]
