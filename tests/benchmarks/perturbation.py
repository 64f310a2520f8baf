"""How many changed facts the audit finds, by kind, and where it loses the others.

    python -m tests.benchmarks.perturbation [FOLDER ...]        (default: seeds/)

Each folder holds the articles of one story. Where two of them state one value - a number, a date, a name - in sentences
that share rare words, the value is changed in one of the two; a conflict finding then has to join the two places. Copies
of one article are counted apart, since their sentences are easily aligned. A loss is put down to the step that the pair
reached: not extracted, no check, subject, shared words, gate, strength, rival, verdict, finding.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from auditor.audit import audit, read_article
from auditor.catalogue import choose, load_checks
from auditor.check import Check
from auditor.comparing.engine import TOO_LITTLE
from auditor.languages.en.code.names import PERSON, find_names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.calendar import MONTHS, WEEKDAYS
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lexicon.stances import ACCEPTING, REJECTING
from auditor.languages.en.morphology import lemma
from auditor.model import Article, ClaimKind, Document, Family, Finding, Office, Span, Stance, Timex, Verdict
from auditor.reading import make_document, read
from auditor.story.copies import find_copies, sources
from auditor.story.sketches import sketch
from auditor.why import Trace, traces

ROOT = Path(__file__).resolve().parents[2]
RARE = 3
"""A word in more sentences of an article than this tells the subject, not the fact."""
SHARED = 1
"""Rare words that the sentences of a fact share in the two articles, besides the value; small numbers need one more."""
BESIDE = {"office": 60}
"""Characters on either side of the changed words in which a claim or finding of that kind may stand: the office's bearer."""
OFFICES = ("minister", "chairman", "director", "spokesman", "secretary", "president", "governor", "commissioner")

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,]*\d)|(?<![\w.,])\d+(?:\.\d+)?(?![\d,]*\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT = re.compile(r"\b(?:did|do|does|will|would|was|were|is|are|has|have|had|could|can|should) (not \w+)")
_BOUND = re.compile(
    r"\b(?:over|under|above|below|almost|nearly|up to|at (?:least|most)|(?:more|less|fewer|longer) than|between)\b",
    re.I,
)
_REACH = 16
"""Characters before a value in which a bound is looked for."""
_IN = re.compile(r"\b(?:in|at|near|from|outside) (?:the )?$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value at a place: ``key`` is what has to be the same in another article, ``changed`` the words put in its place."""

    kind: str
    key: str
    span: Span
    changed: str


@dataclass(frozen=True, slots=True)
class Case:
    """A fact of one article with its place in another one."""

    fact: Fact
    other: Span
    between_copies: bool


def cases(articles: Sequence[Article]) -> Iterator[Case]:
    """The facts that two articles share, each once in either; the first of the two is the one to be changed.

    A fact that copies share with another article counts once.
    """
    source_of = sources(find_copies(map(sketch, articles), {article.document.id: article for article in articles}))
    facts = {article.document.id: _once(_facts(article)) for article in articles}
    seen: set[tuple[object, ...]] = set()
    for left, right in combinations(articles, 2):
        one, two = (source_of.get(article.document.id, article.document.id) for article in (left, right))
        for key, fact in facts[left.document.id].items():
            other = facts[right.document.id].get(key)
            if not other or (one != two and (key, frozenset((one, two))) in seen):
                continue
            if len(_rare_words(left, fact.span) & _rare_words(right, other.span)) >= _enough(fact):
                seen.add((key, frozenset((one, two))))
                yield Case(fact, other.span, one == two)


def _enough(fact: Fact) -> int:
    return SHARED + (fact.kind == "number" and len(fact.span.text) < 3)


def _once(facts: Iterable[Fact]) -> Mapping[tuple[str, str], Fact]:
    """The facts that an article states once."""
    by_key: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[fact.kind, fact.key].append(fact)
    return {key: found[0] for key, found in sorted(by_key.items()) if len(found) == 1}


def _facts(article: Article) -> Iterator[Fact]:
    """The facts of an article; what is only bounded ("over two years") contradicts no other bound and is none."""
    for find in (_numbers, _times, _names, _offices, _stances, _negations):
        for fact in find(article):
            before = article.prose.text[max(0, fact.span.start - _REACH) : fact.span.end]
            if not _BOUND.search(before):
                yield fact


def _numbers(article: Article) -> Iterator[Fact]:
    timed = [claim.span for claim in article.claims if isinstance(claim.value, Timex)]
    for match in _NUMBER.finditer(article.prose.text):
        span = article.document.span(*match.span())
        if not any(span.overlaps(time) for time in timed):
            yield Fact("number", match.group(), span, _other_number(match.group()))


def _other_number(digits: str) -> str:
    """The number with its first figure changed: 3,500 becomes 4,500, 9 becomes 8."""
    return ("8" if digits[0] == "9" else str(int(digits[0]) + 1)) + digits[1:]


def _times(article: Article) -> Iterator[Fact]:
    for claim in article.claims:
        if isinstance(claim.value, Timex) and "_REF" not in claim.value.value:
            change = _other_number if claim.kind is ClaimKind.DURATION else _near
            changed = _other_time(claim.span.text, change)
            if changed:
                yield Fact(claim.kind.value, claim.value.value, claim.span, changed)


def _near(digits: str) -> str:
    """A number that is a day, month, hour or year where this one is: two less, or two more of the first."""
    number = int(digits)
    return str(number - 2 if number > 2 else number + 2).zfill(len(digits))


def _other_time(words: str, change: Callable[[str], str]) -> str:
    """The expression with one of its numbers, names of days or names of months changed; empty where it has none."""
    number = re.search(r"\d+", words)
    if number:
        return words[: number.start()] + change(number.group()) + words[number.end() :]
    for names in (tuple(WEEKDAYS), tuple(MONTHS), tuple(word for word, value in CARDINALS.items() if 2 <= value <= 12)):
        for match in re.finditer(r"\w+", words):
            low = match.group().lower()
            if low in names:
                other = names[(names.index(low) + 2) % len(names)]
                put = other.title() if match.group()[0].isupper() else other
                return words[: match.start()] + put + words[match.end() :]
    return ""


def _names(article: Article) -> Iterator[Fact]:
    """The people with full names, whose family name is changed, and the places after a preposition."""
    names = find_names(article.prose).all
    families = sorted({n.span.text.split()[-1] for n in names if n.kind == PERSON and " " in n.span.text})
    places = sorted({n.span.text for n in names if _is_place(article, n.span) and n.kind != PERSON})
    for name in names:
        *given, family = name.span.text.split()
        if name.kind == PERSON and given and len(families) > 1 and family in families:
            other = families[(families.index(family) + 1) % len(families)]
            yield Fact("person", name.span.text, name.span, " ".join((*given, other)))
        elif name.span.text in places and len(places) > 1:
            yield Fact("place", name.span.text, name.span, places[(places.index(name.span.text) + 1) % len(places)])


def _is_place(article: Article, span: Span) -> bool:
    return bool(_IN.search(article.prose.text, max(0, span.start - 20), span.start))


def _offices(article: Article) -> Iterator[Fact]:
    """The offices beside names, for one of another kind."""
    text = article.document.text
    for claim in article.claims:
        if isinstance(claim.value, Office) and claim.value.title:
            noun = claim.value.title.split()[-1]
            near = text.lower().find(noun, max(0, claim.span.start - 80), claim.span.end + 80)
            if near >= 0 and len(text.lower()) == len(text):
                other = next(office for office in OFFICES if office not in claim.value.title)
                span = article.document.span(near, near + len(noun))
                put = other.title() if span.text[0].isupper() else other
                yield Fact("office", f"{claim.value.person} {noun}", span, put)


def _stances(article: Article) -> Iterator[Fact]:
    """The verbs for and against, for one of the other side."""
    for claim in article.claims:
        if not isinstance(claim.value, Stance):
            continue
        for match in re.finditer(r"\w+", claim.span.text):
            verb = match.group().lower()
            if verb in ACCEPTING or verb in REJECTING:
                at = claim.span.start + match.start()
                span = article.document.span(at, at + len(verb))
                stance = claim.value
                key = f"{stance.actor.name} {stance.topic.head} {stance.accepts}"
                yield Fact("stance", key, span, _in_form(verb, "reject" if verb in ACCEPTING else "accept"))
                break


def _in_form(verb: str, other: str) -> str:
    """The other verb in the form of this one."""
    for ending in ("ed", "ing", "s"):
        if verb.endswith(ending):
            return other + ending
    return other


def _negations(article: Article) -> Iterator[Fact]:
    for match in _NOT.finditer(article.prose.text):
        span = article.document.span(*match.span(1))
        yield Fact("negation", " ".join(match.group().lower().split()), span, match[1].split()[-1])


def _rare_words(article: Article, span: Span) -> frozenset[str]:
    """The words of the value's sentence that few sentences of the article have, without those of the value."""
    spread = Counter(word for place in article.prose.sentences for word in _lemmas(article.prose.text[slice(*place)]))
    own = _lemmas(article.prose.text[slice(*sentence_at(article.prose, span.start))]) - _lemmas(span.text)
    return frozenset(word for word in own if spread[word] <= RARE)


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(lemma(word.lower()) for word in _WORD.findall(text)) - LIGHT


def lost_at(case: Case, documents: Sequence[Document], checks: Sequence[Check]) -> str:
    """The step at which a case is lost; empty where a conflict finding joins its two places."""
    report = audit([_changed(document, case.fact) for document in documents], checks)
    texts = {article.document.id: article.document for article in report.articles}
    beside = BESIDE.get(case.fact.kind, 0)
    start = case.fact.span.start
    place = texts[case.fact.span.document].span(max(0, start - beside), start + len(case.fact.changed) + beside)
    place_there = texts[case.other.document].span(max(0, case.other.start - beside), case.other.end + beside)
    if any(_joins(finding, place, place_there) for finding in report.findings):
        return ""
    here, there = (
        [c for a in report.articles for c in a.claims if c.span.overlaps(at) and c.kind != ClaimKind.QUOTATION]
        for at in (place, place_there)
    )
    if not here or not there:
        return "not extracted"
    steps = [
        _step(trace) for one in here for other in there for _, trace in traces(report.articles, checks, one, other)
    ]
    return max(steps)[1] if steps else "no check takes both"


def _changed(document: Document, fact: Fact) -> Document:
    if document.id != fact.span.document:
        return document
    text = document.text[: fact.span.start] + fact.changed + document.text[fact.span.end :]
    return make_document(document.id, text, date=document.date, group=document.group)


def _joins(finding: Finding, one: Span, other: Span) -> bool:
    if finding.family not in (Family.CONFLICT, Family.QUOTATION):
        return False
    return all(any(span.overlaps(place) for span in finding.spans) for place in (one, other))


def _step(trace: Trace) -> tuple[int, str]:
    """How far a pair came, as a number, and the name of the step that it did not take."""
    if trace.verdict == Verdict.CONFLICT:
        return 8, "in conflict, but no finding joins the places"
    if trace.verdict in (Verdict.AGREE, Verdict.COMPATIBLE):
        return 7, f"verdict: {trace.reason}"
    if trace.judged and trace.judged.rival:
        return 6, f"rival: {trace.reason}"
    if trace.verdict == Verdict.NOT_COMPARABLE:
        return 4, f"gate: {trace.reason}"
    if trace.judged:
        return (5, "strength") if trace.reason == TOO_LITTLE else (3, f"gate: {trace.reason}")
    return 2, trace.reason.split(":")[0]


def measure(folders: Sequence[str]) -> Iterator[tuple[Case, str]]:
    """Every case of the folders with the step at which it is lost, or an empty string."""
    checks = choose(load_checks(), ["conflict", "quotation"])
    for folder in folders:
        documents = sorted(read([folder]).documents, key=lambda document: document.id)
        articles = [read_article(document) for document in documents]
        for case in cases(articles):
            pair = [d for d in documents if d.id in (case.fact.span.document, case.other.document)]
            yield case, lost_at(case, pair, checks)


def table(measured: Iterable[tuple[Case, str]]) -> Iterator[str]:
    """What was found by kind, and the losses by step, as lines."""
    found: Counter[tuple[str, bool]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    lost: dict[str, Counter[str]] = defaultdict(Counter)
    for case, step in measured:
        for kind in (case.fact.kind, "all"):
            total[kind, case.between_copies] += 1
            found[kind, case.between_copies] += not step
        if step and not case.between_copies:
            lost[step][case.fact.kind] += 1
    yield f"{'kind':10}{'articles':>12}{'copies':>12}"
    for kind in sorted({kind for kind, _ in total}, key=lambda kind: (kind == "all", kind)):
        apart, copies = (f"{found[kind, flag]}/{total[kind, flag]}" for flag in (False, True))
        yield f"{kind:10}{apart:>12}{copies:>12}"
    yield ""
    yield "lost between articles written apart, at:"
    for step, kinds in sorted(lost.items(), key=lambda item: (-item[1].total(), item[0])):
        yield f"{kinds.total():5}  {step} ({', '.join(f'{kind} {n}' for kind, n in sorted(kinds.items()))})"


if __name__ == "__main__":
    for line in table(measure(sys.argv[1:] or [str(ROOT / "seeds")])):
        print(line)
