"""The run: documents in, a report out.

Two plain steps, so that any engine can carry them: ``examine`` maps one document to its article and findings, and
``compare`` takes all claims about one subject. Nothing here depends on the order in which documents come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TypeVar

from auditor import __version__
from auditor.catalogue import residue_classes
from auditor.check import Check, classes_of
from auditor.comparing.evidence import weight
from auditor.gate.fingerprints import fingerprinted
from auditor.languages import Pack, Unread
from auditor.languages.among import by_language
from auditor.languages.choosing import choose
from auditor.languages.installed import Packs, packs
from auditor.measured import probability_of_edits
from auditor.model import (
    Article,
    Claim,
    ClaimKind,
    Comparison,
    Copies,
    Document,
    Family,
    Finding,
    Problem,
    Prose,
    Report,
    Span,
    Verdict,
    Window,
)
from auditor.residue.blocks import lay_out
from auditor.residue.classes import Classes
from auditor.residue.recurrence import Known, nothing, page_of, recurring_lines, site_of
from auditor.salvage import attempted, raising, salvaged, told
from auditor.story.copies import edited, find_copies, noted, sources
from auditor.story.dating import dated, stated_date, unread_date
from auditor.story.keys import Key, keys
from auditor.story.meetings import meetings
from auditor.story.mentions import Story, plain
from auditor.story.stories import grouped
from auditor.timing import Clock

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""

MOST_CLAIMS = 150
"""Claims about one subject that are compared with one another: a thousand reprints would make half a million pairs."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step yields: findings and comparisons, what went wrong, the seconds it spent by stage, and stories told."""

    findings: tuple[Finding, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    problems: tuple[Problem, ...] = ()
    spent: tuple[tuple[str, float], ...] = field(default=(), compare=False)
    stories: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A document to examine, with those of its lines that its source repeats; ``alone``: its group has no other."""

    document: Document
    recurring: tuple[str, ...]
    alone: bool


_Part = TypeVar("_Part")
Examined = tuple[Article, Outcome]
Step = Callable[[Task], Examined]
Engine = Callable[[Step, Sequence[Task]], Iterable[Examined]]


def _here(step: Step, tasks: Sequence[Task]) -> Iterable[Examined]:
    return map(step, tasks)


def audit(
    documents: Iterable[Document],
    checks: Sequence[Check],
    *,
    problems: Iterable[Problem] = (),
    as_of: date | None = None,
    known: Known = nothing,
    languages: Packs | None = None,
    classes: Classes | None = None,
    engine: Engine = _here,
    clock: Clock | None = None,
) -> Report:
    """The report on the documents: every article examined, claims about one subject compared within a group.

    ``problems`` are those met while reading; ``as_of`` is a day by which all documents were written; ``known`` says which
    lines other pages of a source have; ``languages`` are the packs to read with, else all that are installed; ``classes`` say
    what residue is, those of all installed checks and of those given where nothing else is said; ``engine`` carries the work
    on single documents, and ``clock`` is told how long each stage takes. Raises ``CatalogueError`` where two installed packs
    are of one language.
    """
    clock = clock or Clock()
    languages = languages or packs()
    tasks = _tasks(sorted(documents, key=lambda d: d.id), known)
    with clock.stage("documents"):
        examined = list(engine(partial(carry_out, checks, as_of, languages, classes or _classes(checks)), tasks))
    articles = tuple(article for article, _ in examined)
    outcomes = [outcome for _, outcome in examined]
    for outcome in outcomes:
        clock.inside.update(dict(outcome.spent))
    outcomes += compare_claims(articles, checks, clock)
    with clock.stage("copies"):
        looked_for, error = attempted(lambda: find_copies(articles))
        copies = looked_for or ()
        source_of = sources(copies)
    if error is not None:
        outcomes.append(Outcome(problems=(Problem(f"No copies were looked for: {told(error)}"),)))
    outcomes += _contrasted(articles, checks, source_of, clock)
    with clock.stage("findings put in order"):
        copies_of = {document: group for group in copies for document in group.documents}
        texts = {article.document.id: article.document for article in articles}
        found = _without_repeats(f for outcome in outcomes for f in outcome.findings)
        findings = _once_a_source((f for f in found if not _is_of_both(f, source_of, texts)), source_of)
        # Named before the places in copies join it: a copy of a known article leaves its findings their names.
        named = zip(fingerprinted((one for one, _ in findings), texts), (more for _, more in findings), strict=True)
        placed = (_with_copies_told(_with_places(finding, more), copies_of) for finding, more in named)
        return Report(
            articles=articles,
            findings=tuple(sorted(placed, key=lambda finding: finding.order)),
            comparisons=_settled(comparison for outcome in outcomes for comparison in outcome.comparisons),
            problems=tuple(sorted({*problems, *(problem for outcome in outcomes for problem in outcome.problems)})),
            version=__version__,
            copies=copies,
            rules=tuple(check.rule for check in sorted(checks, key=lambda check: check.id)),
            stories=tuple(sorted(story for outcome in outcomes for story in outcome.stories)),
        )


def _tasks(documents: Sequence[Document], known: Known) -> list[Task]:
    recurring = recurring_lines(documents, known)
    size = Counter(document.group for document in documents)
    # Only the document's own lines: with those of its whole source, a new page would make every old one's result another.
    return [
        Task(one, tuple(sorted(page_of(one).lines & recurring[site_of(one)])), size[one.group] == 1)
        for one in documents
    ]


def _classes(checks: Sequence[Check]) -> Classes:
    """The classes of residue of all installed checks, and of those given, which need not be installed."""
    installed, given = residue_classes(), classes_of(checks)
    known = all(installed.recognisers.get(name) is one for name, one in given.recognisers.items())
    if known:
        return installed
    return Classes({**installed.recognisers, **given.recognisers}, installed.wordless | given.wordless)


def carry_out(checks: Sequence[Check], as_of: date | None, languages: Packs, classes: Classes, task: Task) -> Examined:
    """The article of a task and what is found in it: an article alone in its group is also contrasted with itself."""
    clock = Clock()
    article, outcome = examine(task.document, checks, as_of, frozenset(task.recurring), clock, languages, classes)
    contrasting = [check for check in checks if check.contrast and check.reads(article.language)] if task.alone else []
    outcomes = [outcome, *(_contrasting([Story(article)], contrasting, clock) if contrasting else ())]
    return article, Outcome(
        tuple(finding for one in outcomes for finding in one.findings),
        tuple(comparison for one in outcomes for comparison in one.comparisons),
        tuple(problem for one in outcomes for problem in one.problems),
        tuple(clock.spent.items()),
    )


def read_article(
    document: Document,
    as_of: date | None = None,
    recurring: Container[str] = frozenset(),
    clock: Clock | None = None,
    languages: Packs | None = None,
) -> Article:
    """The document with its blocks, residue, prose, claims and window; ``recurring`` are lines its source repeats.

    Raises what reading it raises.
    """
    with raising():
        return _read(document, as_of, recurring, clock or Clock(), languages or packs(), residue_classes())[0]


def examine(
    document: Document,
    checks: Sequence[Check],
    as_of: date | None = None,
    recurring: Container[str] = frozenset(),
    clock: Clock | None = None,
    languages: Packs | None = None,
    classes: Classes | None = None,
) -> Examined:
    """One document's article and what the checks of single articles find in it; ``classes`` as for ``audit``.

    A document that cannot be analysed yields an article without claims, and a problem.
    """
    clock = clock or Clock()
    languages = languages or packs()
    read, error = attempted(lambda: _read(document, as_of, recurring, clock, languages, classes or _classes(checks)))
    if read is None:
        bare = Article(document, (), (), Prose(document.id, "", (), ()))
        return bare, Outcome(problems=(Problem(told(error), document.id),) if error else ())
    article, unread = read
    findings: list[Finding] = []
    problems = list(unread)
    for check in checks:
        if check.inspect is None or not check.reads(article.language):
            continue
        with clock.stage(check.id):
            found, error = attempted(partial(_inspected, check, article))
        findings += found or ()
        if error is not None:
            problems.append(Problem(told(error), document.id, check.id))
    return article, Outcome(tuple(findings), (), tuple(problems))


def _read(
    document: Document,
    as_of: date | None,
    recurring: Container[str],
    clock: Clock,
    languages: Packs,
    classes: Classes,
) -> tuple[Article, Sequence[Problem]]:
    """The article, what of it no extractor could read, and the classes of residue that failed on it."""
    with clock.stage("languages"):
        choice = choose(document, languages)
    with clock.stage("blocks"):
        layout = lay_out(document, classes, recurring, choice.language.code)
    with clock.stage("claims"):
        anchor, undated = attempted(lambda: stated_date(document, layout.blocks))
        claims, unread = _claims(document, layout.prose, anchor, choice.pack) if choice.pack else ((), ())
    problems = [*choice.problems, *unread]
    with clock.stage("windows"):
        placed, unplaced = attempted(lambda: dated(document, layout.blocks, claims, as_of))
        window, claims = placed or (Window(), claims)
    if wrong := unread_date(document):
        problems.append(Problem(wrong, document.id))
    if error := undated or unplaced:
        problems.append(Problem(f"The day it was written on was not read: {told(error)}", document.id))
    problems += (Problem(told(error), document.id, name) for name, error in layout.failed)
    return Article(document, layout.blocks, layout.residue, layout.prose, claims, window, choice.language), problems


def _claims(
    document: Document, prose: Prose, anchor: date | None, pack: Pack
) -> tuple[tuple[Claim, ...], Sequence[Problem]]:
    """The claims of the prose, without the paragraphs that an extractor cannot read, which are told."""
    read = salvaged(lambda kept: pack.claims(prose.only(kept), anchor), prose.paragraphs)
    problems = [_unread(document, error, start) for (start, _), error in read.lost]
    if read.error is not None:
        problems.append(Problem(f"None of it was read for claims: {_told_unread(read.error)}", document.id))
    return read.made or (), problems


def _unread(document: Document, error: Exception, at: int) -> Problem:
    line = document.text.count("\n", 0, at) + 1
    return Problem(f"The paragraph in line {line} was not read for claims: {_told_unread(error)}", document.id)


def _told_unread(error: Exception) -> str:
    """The extractor that raised, and what."""
    cause = error.__cause__ if isinstance(error, Unread) else None
    return f"{error}: {told(cause)}" if isinstance(cause, Exception) else told(error)


def _inspected(check: Check, article: Article) -> tuple[Finding, ...]:
    return tuple(check.inspect(article)) if check.inspect else ()


def compare_claims(
    articles: Iterable[Article], checks: Sequence[Check], clock: Clock | None = None
) -> Iterator[Outcome]:
    """What the comparing checks say of the claims of the articles that meet: one outcome a check and meeting."""
    clock = clock or Clock()
    for check, claims in _comparable(articles, checks):
        with clock.stage(check.id):
            found = compare(check, claims)
        yield found


def compare(check: Check, claims: Sequence[Claim]) -> Outcome:
    """What a check says of all claims about one subject."""
    return _collected(check, check.compare or (lambda _: ()), claims, lambda claim: claim.span.document)


def _contrasted(
    articles: Iterable[Article], checks: Sequence[Check], source_of: Mapping[str, str], clock: Clock
) -> Iterator[Outcome]:
    """What the contrasting checks say of each group of several articles, and which stories these tell."""
    contrasting = [check for check in checks if check.contrast]
    groups: Mapping[str, list[Article]] = defaultdict(list)
    for article in articles if contrasting else ():
        groups[article.document.group].append(article)
    for group in sorted(groups):
        together: tuple[tuple[str, ...], ...] = (tuple(article.document.id for article in groups[group]),)
        if len(groups[group]) > 1:
            stories = [Story(article, source_of.get(article.document.id)) for article in groups[group]]
            for among, reading in _within_languages(stories, contrasting):
                yield from _contrasting(among, reading, clock)
            with clock.stage("stories"):
                together = together if group else tuple(_stories(stories))
        yield Outcome(stories=together)


def _within_languages(
    stories: Sequence[Story], checks: Sequence[Check]
) -> Iterator[tuple[Sequence[Story], Sequence[Check]]]:
    """The articles of a group by language, with the checks that read it; then all, with those that read no word."""
    for language, among in by_language(stories, lambda story: story.article):
        yield among, [check for check in checks if check.languages is not None and check.reads(language)]
    yield stories, [check for check in checks if check.languages is None]


def _stories(stories: Sequence[Story]) -> Iterator[tuple[str, ...]]:
    """The ids of the articles that tell one story, as their names show; one in a language that is not read is alone."""
    for language, among in by_language(stories, lambda story: story.article):
        yield from grouped(among) if language.read else ((one.article.document.id,) for one in among)


def _contrasting(stories: Sequence[Story], checks: Sequence[Check], clock: Clock) -> Iterator[Outcome]:
    """What the contrasting checks say of the articles of one group."""
    for check in checks:
        assert check.contrast
        with clock.stage(check.id):
            found = _collected(check, partial(check.contrast, check.id), stories, lambda one: one.article.document.id)
        yield found


def _collected(
    check: Check,
    run: Callable[[Sequence[_Part]], Iterable[Comparison | Finding]],
    parts: Sequence[_Part],
    document_of: Callable[[_Part], str],
) -> Outcome:
    """What a check yields of claims or articles; those on which it raises are left out, and the problem told."""
    found = salvaged(lambda kept: list(run(kept)), parts)
    problems = [Problem(told(error), document_of(part), check.id) for part, error in found.lost]
    if found.error is not None:
        problems.append(Problem(told(found.error), ", ".join(sorted({*map(document_of, parts)})), check.id))
    results = found.made or []
    return Outcome(
        tuple(result for result in results if isinstance(result, Finding)),
        tuple(result for result in results if isinstance(result, Comparison)),
        tuple(problems),
    )


_AROUND = 40
"""Characters on either side of words by which they are known again in a copy."""


def _is_of_both(finding: Finding, source_of: Mapping[str, str], texts: Mapping[str, Document]) -> bool:
    """Whether a finding on quotations holds two copies against each other by words that stand in both of them.

    It is then about the one article, which was not to be held against itself.
    """
    documents = {span.document for span in finding.spans}
    if finding.family is not Family.QUOTATION or len(documents) == 1:
        return False
    if len({source_of.get(document, document) for document in documents}) > 1:
        return False
    around = (texts[s.document].text[max(0, s.start - _AROUND) : s.end + _AROUND].strip() for s in finding.spans)
    return all(words in texts[document].text for words in around for document in documents)


def _once_a_source(findings: Iterable[Finding], source_of: Mapping[str, str]) -> list[tuple[Finding, frozenset[Span]]]:
    """The findings in their order, those that copies of one article repeat in the same words as one with the other places."""
    told: dict[object, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: finding.order):
        places = {(source_of.get(span.document, span.document), span.text) for span in finding.spans}
        alone = len({span.document for span in finding.spans}) == 1 or finding.family is Family.SOURCING
        told[finding if alone else (finding.check, frozenset(places))].append(finding)
    kept: list[tuple[Finding, frozenset[Span]]] = []
    for first, *others in told.values():
        documents = {span.document for span in first.spans}
        more = frozenset(span for other in others for span in other.spans if span.document not in documents)
        kept.append((first, more))
        kept += ((other, frozenset()) for other in others if {span.document for span in other.spans} <= documents)
    return sorted(kept, key=lambda one: one[0].order)


def _with_places(finding: Finding, more: frozenset[Span]) -> Finding:
    return replace(finding, related=tuple(sorted({*finding.related, *more}))) if more else finding


_EDITED = "Two of these articles are copies of one, and one of the two was edited here."


def _with_copies_told(finding: Finding, copies_of: Mapping[str, Copies]) -> Finding:
    """The finding with a word on those of its documents that are copies; what is about copies says it itself.

    What differs by an edit between two copies is of one thing, which is never sure of two reports: it is as probable as such
    findings were measured to be, if that is more.
    """
    more = noted(finding, copies_of) if finding.family is not Family.SOURCING else ""
    if not more:
        return finding
    finding = replace(finding, message=f"{finding.message} {more}")
    if not edited(finding, copies_of):
        return finding
    if (asked := finding.asked) is not None:
        finding = replace(finding, asked=replace(asked, settle=f"{asked.settle} {_EDITED}".strip()))
    probability = probability_of_edits()
    if probability is None or probability <= (finding.probability or 0):
        return finding
    severity, confidence = weight(probability)
    return replace(finding, severity=severity, confidence=confidence, probability=probability)


def _comparable(articles: Iterable[Article], checks: Sequence[Check]) -> Iterable[tuple[Check, list[Claim]]]:
    """For each comparing check, the claims that share a group of documents, a language that it reads, and a subject key."""
    for language, among in by_language(articles, lambda article: article):
        comparing = [check for check in checks if check.compare is not None and check.reads(language)]
        for met in meetings(_by_key(among, frozenset(kind for check in comparing for kind in check.consumes))):
            for check in comparing:
                claims = _few([claim for claim in met if claim.kind in check.consumes])
                if len(claims) > 1:
                    yield check, claims


def _by_key(articles: Iterable[Article], wanted: Container[ClaimKind]) -> Mapping[tuple[str, Key], list[Claim]]:
    found: Mapping[tuple[str, Key], list[Claim]] = defaultdict(list)
    for article in articles:
        for claim in article.claims:
            if claim.kind in wanted:
                for key in keys(claim):
                    found[article.document.group, key].append(claim)
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


def _settled(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    kept: dict[tuple[object, ...], Comparison] = {}
    for comparison in sorted(comparisons, key=lambda c: (_PREFERENCE.index(c.verdict), c.order), reverse=True):
        kept[comparison.check, comparison.left.span, comparison.right.span] = comparison
    return tuple(sorted(kept.values(), key=lambda c: c.order))


def _without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those whose places another finding of the same check has too, with more or at more weight."""
    by_weight = sorted(findings, key=lambda f: (-len(f.spans), f.severity.rank, f.confidence.rank, f.order))
    holders: Mapping[tuple[str, object], set[int]] = defaultdict(set)
    kept: list[Finding] = []
    for finding in by_weight:
        places = [(finding.check, span) for span in finding.spans]
        if set.intersection(*(holders[place] for place in places)):
            continue
        for place in places:
            holders[place].add(len(kept))
        kept.append(finding)
    return kept
