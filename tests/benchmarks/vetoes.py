"""What each veto and gate stops among labelled pairs. Run: ``python -m tests.benchmarks.vetoes FOLDER``.

The folder holds ``articles.jsonl`` and ``pairs.jsonl``: pairs of places whose values differ, each labelled by a reader as
conflict, same (no conflict: rounding, a later count), different (two things) or misread. A veto is right where it stops a
pair that is different, and wrong where it stops a conflict. ``--show NAME`` prints the conflicts that one stops, or with
``--left`` the different pairs that none does.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from auditor.audit import read_article
from auditor.comparing.vetoes import VETOES, agreements
from auditor.model import ClaimKind, Document
from auditor.subjects import gates
from auditor.subjects.mentions import Mention, Story

LABELS = ("different", "same", "misread", "conflict")
_KINDS = {
    "conflicting-date": {ClaimKind.DATE, ClaimKind.TIME},
    "conflicting-length": {ClaimKind.DURATION},
    "conflicting-quantity": {ClaimKind.QUANTITY},
    "conflicting-ordinal": {ClaimKind.QUANTITY},
    "conflicting-place": {ClaimKind.EVENT},
}
_GATES = (
    gates.other_modality,
    gates.other_state,
    gates.other_scope,
    gates.other_period,
    gates.one_denied,
    gates.both_quoted,
    gates.earlier_event,
)
_SMOOTH = 0.5
"""Added to every count of an odds ratio, so that none is divided by nothing (Haldane and Anscombe)."""
_WIDE = 200
"""Characters shown on either side of a value."""


class Pair(NamedTuple):
    """A labelled pair: its row, and the mentions at its two places."""

    row: dict[str, Any]
    one: Mention
    other: Mention

    @property
    def label(self) -> str:
        """What its reader called it."""
        return str(self.row["label"])


Asked = Callable[[Mention, Mention], str]


def labelled(folder: Path) -> Iterator[Pair]:
    """The pairs of a folder whose two places are mentions, in order."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        documents = {row["id"]: row for row in map(json.loads, lines)}
    stories: dict[str, Story] = {}
    with (folder / "pairs.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            sides = []
            for place in row["spans"]:
                name = place["document"]
                if name not in stories:
                    stories[name] = Story(read_article(_document(documents[name])))
                sides.append(_mention(stories[name], place, _KINDS[row["check"]]))
            if sides[0] and sides[1]:
                yield Pair(row, sides[0], sides[1])


def _document(row: dict[str, Any]) -> Document:
    fields = ("source", "url", "title", "date")
    return Document(row["id"], row["text"], "", group=row["group"], **{name: row.get(name) for name in fields})


def _mention(story: Story, place: dict[str, Any], kinds: set[ClaimKind]) -> Mention | None:
    """The mention of the right kind that covers a place best."""
    start, end = place["start"], place["end"]
    found = [
        mention
        for mention in story.mentions
        if mention.claim.kind in kinds and mention.claim.span.start < end and start < mention.claim.span.end
    ]
    return min(found, key=lambda m: abs(m.claim.span.start - start) + abs(m.claim.span.end - end), default=None)


def _counts(pairs: Sequence[Pair], ask: Callable[[Pair], object]) -> Counter[str]:
    return Counter(pair.label for pair in pairs if ask(pair))


def _row(name: str, counts: Counter[str], whole: Counter[str]) -> str:
    shares = "".join(f"{counts[label]:6d} {counts[label] / max(1, whole[label]):4.0%}" for label in LABELS)
    return f"{name:20}{shares}"


def _stopped(pairs: Sequence[Pair], asked: Sequence[Asked], title: str) -> None:
    whole = Counter(pair.label for pair in pairs)
    print(f"{title:20}" + "".join(f"{label:>11}" for label in LABELS))
    print(_row("all pairs", whole, whole))
    for ask in asked:
        print(_row(ask.__name__, _counts(pairs, lambda pair, ask=ask: ask(pair.one, pair.other)), whole))  # type: ignore[misc]
    print(_row("any of them", _counts(pairs, lambda pair: any(ask(pair.one, pair.other) for ask in asked)), whole))
    for kind in sorted({pair.row["check"] for pair in pairs}):
        of_kind = [pair for pair in pairs if pair.row["check"] == kind]
        size = Counter(pair.label for pair in of_kind)
        counts = _counts(of_kind, lambda pair: any(ask(pair.one, pair.other) for ask in asked))
        print(_row(f"  {kind.removeprefix('conflicting-')}", counts, size))


def _alone(pairs: Sequence[Pair], asked: Sequence[Asked]) -> None:
    """Prints what each stops that no other does."""
    print("\nstopped by it alone " + "".join(f"{label:>11}" for label in LABELS))
    whole = Counter(pair.label for pair in pairs)
    by_pair = [(pair, [ask.__name__ for ask in asked if ask(pair.one, pair.other)]) for pair in pairs]
    for ask in asked:
        print(_row(ask.__name__, Counter(pair.label for pair, names in by_pair if names == [ask.__name__]), whole))


def _odds(pairs: Sequence[Pair]) -> None:
    """Prints for each agreement how it divides what is one thing (conflict, same) from what is two."""
    found = [(pair.label in ("conflict", "same"), agreements(pair.one, pair.other)) for pair in pairs]
    ones = sum(one for one, _ in found)
    print(f"\n{'agreement':20}{'one thing':>10}{'two':>7}{'odds ratio':>12}{'weight':>8}")
    for name in sorted({name for _, names in found for name in names}):
        yes = sum(one and name in names for one, names in found)
        no = sum(not one and name in names for one, names in found)
        ratio = ((yes + _SMOOTH) / (ones - yes + _SMOOTH)) / ((no + _SMOOTH) / (len(found) - ones - no + _SMOOTH))
        print(f"{name:20}{yes:>10}{no:>7}{ratio:>12.2f}{log(ratio):>8.2f}")


def _show(pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        print(f"## {pair.row['id']} {pair.row['check']} {pair.label} {pair.row['what']}")
        for mention in (pair.one, pair.other):
            span, text = mention.claim.span, mention.story.article.document.text
            before, behind = text[max(0, span.start - _WIDE) : span.start], text[span.end : span.end + _WIDE]
            print("   - " + f"{before}[[{span.text}]]{behind}".replace("\n", " | "))


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", help="a veto or gate whose stopped conflicts are printed")
    parser.add_argument("--left", action="store_true", help="print the different pairs that no veto stops")
    arguments = parser.parse_args()
    pairs = list(labelled(arguments.folder))
    if arguments.left:
        _show([p for p in pairs if p.label == "different" and not any(ask(p.one, p.other) for ask in VETOES)])
    elif arguments.show:
        shown = {ask.__name__: ask for ask in (*VETOES, *_GATES)}[arguments.show]
        _show([pair for pair in pairs if pair.label == "conflict" and shown(pair.one, pair.other)])
    else:
        _stopped(pairs, VETOES, "vetoes")
        _alone(pairs, VETOES)
        print()
        _stopped(pairs, _GATES, "gates")
        _stopped(pairs, (*VETOES, *_GATES), "\nboth")
        _odds(pairs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
