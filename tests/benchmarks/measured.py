"""Measures each check on labelled stories and writes the figures that `auditor explain` prints.

    python -m tests.benchmarks.measured FOLDER ... [--real FOLDER ... --judged FILE ...]

Each folder holds the articles of one story, ``*.txt``, and ``gold.json``: ``items`` with a ``family`` (conflict, quotation,
sourcing, residue, trap), a ``kind`` and ``spans`` (``doc``, ``text``, ``nth``, and ``side`` where the item opposes some spans
to others). A finding is right where it joins the spans of an item; a check's kinds are those of which it found at least
one item, and its coverage is the share of their items that it found. The file names no folder.

A finding counts under the severity that its check gives it, before any figure of the file weighs it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.check import Check
from auditor.measured import FILE
from auditor.model import Document, Family, Finding, Span
from auditor.reading import make_document
from auditor.story.copies import edited

TARGET = Path(__file__).resolve().parents[2] / "auditor" / FILE
ANSWERS = {
    "conflict": {Family.CONFLICT, Family.QUOTATION, Family.REFERENCE},
    "quotation": {Family.QUOTATION},
    "residue": {Family.RESIDUE},
    "sourcing": {Family.SOURCING, Family.QUOTATION},
}
"""The families whose findings answer an item of a family; a trap is answered by none."""

Texts = Mapping[str, str]


@dataclass(slots=True)
class Story:
    """A folder: its texts, its labelled items with their places, and what nobody counts."""

    texts: Texts
    items: list[tuple[dict[str, Any], list[tuple[Span, str | None]]]]
    neutral: list[Span]


@dataclass(slots=True)
class Tally:
    """The figures of one check."""

    findings: int = 0
    right: int = 0
    found: Counter[tuple[str, str]] = field(default_factory=Counter)


def load(folder: Path) -> Story:
    """The story of a folder. Raises ``ValueError`` where a labelled text is not in its article."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    items = [(item, [(_place(texts, s), s.get("side")) for s in item["spans"]]) for item in gold["items"]]
    return Story(texts, items, [_place(texts, span) for span in gold.get("neutral", ())])


def _place(texts: Texts, span: Mapping[str, Any]) -> Span:
    at = -1
    for _ in range(span.get("nth", 1)):
        at = texts[span["doc"]].find(span["text"], at + 1)
        if at < 0:
            raise ValueError(f"{span['text']!r} does not stand in {span['doc']}")
    return Span(span["doc"], at, at + len(span["text"]), span["text"])


def joins(finding: Finding, item: Mapping[str, Any], places: Sequence[tuple[Span, str | None]]) -> bool:
    """Whether a finding answers an item: one place of each side, or two places, or the only one."""
    if finding.family not in ANSWERS.get(item["family"], ()):
        return False
    touched = [(span, side) for span, side in places if any(one.overlaps(span) for one in finding.spans)]
    sides = {side for _, side in places if side}
    if len(sides) > 1:
        return {side for _, side in touched} >= sides
    alone = len({span.document for span, _ in places}) == 1 and item["family"] != "conflict"
    return len(touched) >= (1 if len(places) == 1 or sides or alone else 2)


def measure(stories: Sequence[Story], checks: Sequence[Check]) -> dict[str, Any]:
    """The figures of all checks on the stories, as the file holds them."""
    tallies = {check.id: Tally() for check in checks}
    known: Counter[tuple[str, str]] = Counter()
    edits = {"findings": 0, "right": 0}
    for story in stories:
        report = audit([make_document(name, text) for name, text in story.texts.items()], checks)
        known.update(_kind(item) for item, _ in story.items if item["family"] != "trap")
        copies_of = {document: group for group in report.copies for document in group.documents}
        answered: dict[str, set[int]] = defaultdict(set)
        for finding in report.findings:
            hits = {n for n, (item, places) in enumerate(story.items) if joins(finding, item, places)}
            if not hits and any(one.overlaps(span) for one in finding.spans for span in story.neutral):
                continue
            tallies[finding.check].findings += 1
            tallies[finding.check].right += bool(hits)
            if edited(finding, copies_of):
                edits["findings"] += 1
                edits["right"] += bool(hits)
            answered[finding.check] |= hits
        for check, hits in answered.items():
            tallies[check].found.update(_kind(story.items[n][0]) for n in hits)
    articles = sum(len(story.texts) for story in stories)
    rows = {check.id: _row(check, tallies[check.id], known) for check in checks}
    about = {"data": "development clusters", "stories": len(stories), "articles": articles}
    return {**about, "edits": edits, "checks": rows}


def _kind(item: Mapping[str, Any]) -> tuple[str, str]:
    return item["family"], item["kind"].split(":")[0]


def _row(check: Check, tally: Tally, known: Counter[tuple[str, str]]) -> dict[str, Any]:
    """A check's figures; residue is labelled by line and not by check, so that its coverage is no check's own."""
    kinds = sorted(tally.found) if check.family is not Family.RESIDUE else []
    return {
        "family": check.family.value,
        "findings": tally.findings,
        "right": tally.right,
        "kinds": [kind for _, kind in kinds],
        "known": sum(known[kind] for kind in kinds),
        "found": sum(tally.found[kind] for kind in kinds),
    }


Verdict = tuple[str, str, list[Span]]
"""The family of a finding, what a reader said of it (right, useless, wrong), and its places."""


def real(folders: Sequence[Path], judged: Sequence[Path], checks: Sequence[Check]) -> dict[str, Any]:
    """By check and severity, how many findings on real news were right, of those read, and how many nobody read."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    articles: list[Document] = []
    for folder in folders:
        rows = _rows(folder / "articles.jsonl")
        documents = [
            make_document(r["id"], r["text"], group=r["group"], date=r["date"], source=r["source"]) for r in rows
        ]
        said = _verdicts([folder / "judged.jsonl", *judged], _rows(folder / "pairs.jsonl"))
        group_of = {document.id: document.group for document in documents}
        for finding in audit(documents, checks).findings:
            if finding.family in (Family.CONFLICT, Family.QUOTATION, Family.REFERENCE):
                verdict = _verdict(finding, said[group_of[finding.primary.document]])
                tallies[finding.check][f"{finding.severity} {verdict}"] += 1
        articles += documents
    return {
        "articles": len(articles),
        "groups": len({document.group for document in articles}),
        "checks": {check: dict(sorted(tally.items())) for check, tally in sorted(tallies.items())},
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _verdicts(judged: Sequence[Path], pairs: Sequence[dict[str, Any]]) -> dict[str, list[Verdict]]:
    """By group, what readers said, labelled pairs first."""
    said: dict[str, list[Verdict]] = defaultdict(list)
    for pair in pairs:
        said[pair["group"]].append(("conflict", "right" if pair["label"] == "conflict" else "wrong", _spans(pair)))
    for row in (row for path in judged for row in _rows(path)):
        said[row["group"]].append((row["family"], row["verdict"], _spans(row)))
    return said


def _spans(row: Mapping[str, Any]) -> list[Span]:
    return [Span(span["document"], span["start"], span["end"], "") for span in row["spans"]]


def _verdict(finding: Finding, said: Sequence[Verdict]) -> str:
    """The best that a reader said of a finding that joins the same places, or "unread"."""
    met = {verdict for family, verdict, spans in said if family == finding.family and _joins_both(finding, spans)}
    return next((verdict for verdict in ("right", "useless", "wrong") if verdict in met), "unread")


def _joins_both(finding: Finding, spans: Sequence[Span]) -> bool:
    touched = [span for span in spans if any(one.overlaps(span) for one in finding.spans)]
    if len({span.document for span in spans}) > 1:
        return len({span.document for span in touched}) > 1
    return len(touched) >= min(2, len(spans))


def summary(measured: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines."""
    for check, row in measured["checks"].items():
        kinds = f"{row['found']}/{row['known']} {', '.join(row['kinds'])}" if row["kinds"] else ""
        yield f"{check:28}{row['right']:>5}/{row['findings']:<5} {kinds}".rstrip()


def main() -> None:
    """Measure, write the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--real", action="append", type=Path, default=[])
    parser.add_argument("--judged", action="append", type=Path, default=[])
    args = parser.parse_args()
    TARGET.write_text("{}\n", encoding="utf-8")
    result = measure([load(folder) for folder in args.folder], load_checks())
    if args.real:
        result["real"] = real(args.real, args.judged, load_checks())
    TARGET.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print("\n".join(summary(result)))


if __name__ == "__main__":
    main()
