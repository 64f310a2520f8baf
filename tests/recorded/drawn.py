"""What is drawn from texts of our own, how their values were compared, and what was found, as lines that a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.check import Example
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.features import features
from auditor.comparing.questions import question
from auditor.model import Article, Claim, Document, Finding, Ordinal, Role, Span
from auditor.reading import make_document
from auditor.reports.claims import row
from auditor.story.mentions import Mention, Record
from auditor.story.slots import VALUED, Item, Slot, slot_of

CHECKS = load_checks()
_ORDINARY = {"polarity": "positive", "modality": "asserted"}
_ELSEWHERE = frozenset({"document", "kind", "start", "end", "text"})
_EMPTY: tuple[object, ...] = (None, "", [], {}, False)


def documents(shown: Example) -> list[Document]:
    """The texts of an example as documents, named as the tests of examples name them."""
    return [make_document(f"{n}.txt", text.text, date=text.date) for n, text in enumerate(shown.texts)]


def drawn(texts: Sequence[Document]) -> Iterator[str]:
    """All that is drawn from texts and found in them; they are audited the last one first, which is to change nothing."""
    report = audit(texts[::-1], CHECKS)
    records = [Record(article) for article in report.articles]
    for record in records:
        yield from _of_article(record)
    for check in CHECKS:
        if isinstance(check.contrast, Comparing):
            for line in _compared(check.contrast, records):
                yield f"compared by {check.id}: {line}"
    several = {check.id for check in CHECKS if isinstance(check.contrast, Comparing)}
    for comparison in (one for one in report.comparisons if one.check not in several):
        sides = f"{_claim(comparison.left)} / {_claim(comparison.right)}"
        yield f"{comparison.verdict} to {comparison.check}: {sides}: {comparison.reason}"
    for finding in report.findings:
        yield from _found(finding)


def _of_article(record: Record) -> Iterator[str]:
    article = record.article
    yield f"article {article.document.id}: {_window(article)}"
    for block in article.blocks:
        if block.role is not Role.BODY:
            yield f"  {block.role} {block.start}-{block.end}"
    names = [f"{name.key} ({name.kind})" for name in record.names.all]
    if names:
        yield f"  names {', '.join(names)}"
    for claim in article.claims:
        yield f"  {_claim(claim)}{_dumped(_value(claim, article))}"
    for one in article.tellings:
        yield f"  told by {_place(one.speaker)}: {one.naming}, {one.name}{f', source {one.source}' * bool(one.source)}"
    for mention in (one for one in record.mentions if one.claim.kind in VALUED or isinstance(one.claim.value, Ordinal)):
        asked = question([mention])
        yield f"  {_place(mention.claim.span)} answers {asked.text} [{asked.subject}]{_dumped(_fields(slot_of(mention)))}"


def _window(article: Article) -> str:
    window = article.window
    reasons = "; ".join(f"{one.reason}{f' {_place(one.span)}' if one.span else ''}" for one in window.evidence)
    return (
        f"{article.language.code}, written from {window.earliest} to {window.latest}{f' ({reasons})' * bool(reasons)}"
    )


def _value(claim: Claim, article: Article) -> Mapping[str, Any]:
    """What a claim says beside its place, without what most claims say."""
    as_of = {"as_of": None} if claim.as_of == article.window else {}
    found = {**row(claim), **as_of}
    if isinstance(found["value"], dict) and "number" in found["value"]:
        found["value"] = {**found["value"], "number": found["value"]["number"]["text"]}
    return {name: value for name, value in found.items() if name not in _ELSEWHERE and value != _ORDINARY.get(name)}


def _fields(slot: Slot) -> Mapping[str, Any]:
    return {name: _plain(getattr(slot, name)) for name in slot.__dataclass_fields__ if name != "item"}


def _plain(value: object) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Item):
        return f"{value.value}: {' '.join(sorted(value.before))} … {' '.join(sorted(value.behind))}"
    return value


def _compared(how: Comparing, records: Sequence[Record]) -> Iterator[str]:
    widened = how.widen(records) if how.widen else records
    pairs = [(one, other) for n, one in enumerate(widened) for other in widened[n + 1 :]]
    inside = [(one, one) for one in widened] if how.within is not None else []
    for one, other in [*pairs, *inside]:
        for judged in how.judge(one, other):
            yield from _judged(how, judged)


def _judged(how: Comparing, judged: Judged) -> Iterator[str]:
    pair = judged.pair
    places = f"{_mention(pair.left)} / {_mention(pair.right)}"
    rival = f" ({_mention(judged.rival.left)} / {_mention(judged.rival.right)})" if judged.rival else ""
    yield f"{places}: {judged.verdict or 'left aside'}: {judged.reason}{rival}"
    if judged.evidence is None:
        return
    shared = ", ".join(f"{word.label.sort} {word.label.text} {word.near:.2f} {word.rare:.2f}" for word in pair.shared)
    stand = f"rank {pair.rank}, {pair.better}, margin {pair.margin:.2f}"
    yield f"  closeness {pair.closeness:.2f}{', placed' * pair.placed}, {stand}: {shared}"
    yield f"  seen {', '.join(f'{name} {level}' for name, level in sorted(features(pair, how.hints).items()))}"


def _found(finding: Finding) -> Iterator[str]:
    yield f"found by {finding.check}: {_place(finding.primary)}{''.join(f' + {_place(span)}' for span in finding.related)}"
    yield f"  {finding.severity}, {finding.confidence}: {_quoted(finding.message)}"
    if finding.edit:
        yield f"  edit {_place(finding.edit.span)} -> “{_quoted(finding.edit.replacement)}”"
    if finding.passages:
        yield f"  passages {' / '.join(_place(span) for span in finding.passages)}"
    if (asked := finding.asked) is not None:
        yield f"  {asked.kind} of {asked.subject}"
        for side in asked.sides:
            yield f"    {side.value}: {', '.join(_place(span) for span in side.places)}{f' as {side.same}' * bool(side.same)}"


def _claim(claim: Claim) -> str:
    return f"{claim.kind} {_place(claim.span)}"


def _mention(mention: Mention) -> str:
    return _place(mention.claim.span)


def _place(span: Span) -> str:
    return f"“{_quoted(span.text)}” {span.document.removesuffix('.txt')}:{span.start}-{span.end}"


def _quoted(words: str) -> str:
    return re.sub(r"[\n\r]", "⏎", words)


def _dumped(said: Mapping[str, Any]) -> str:
    told = _bare(said)
    return f" {_written(told)}" if told else ""


def _written(value: object) -> str:
    """A value in as few characters as show what it is."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_written(one)}' for name, one in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    return "yes" if value is True else str(value)


def _bare(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said, without what is empty."""
    return {
        name: _bare(value) if isinstance(value, dict) else value for name, value in said.items() if value not in _EMPTY
    }
