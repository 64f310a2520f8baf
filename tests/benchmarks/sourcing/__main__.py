"""How far the counts of named and unnamed sources agree with a reader's.

    python -m tests.benchmarks.sourcing FOLDER

``FOLDER`` holds the articles (``articles.jsonl``, rows as ``auditor check`` reads them) of which ``read.jsonl`` beside this file
says who speaks in them: for each article the sources that one reader found, each with the places at which it speaks. It holds
no text. A source counts as found where a source of the profile, named as it is, speaks at one of its places or within a few
words of one; both are used once. The articles are the first thirty of 1,500 to 4,600 characters in a shuffled order (seed 18).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from auditor.model import Article
from auditor.reading import make_document
from auditor.sourcing.profile import told_by
from auditor.steps.map import read_article

READ = Path(__file__).with_name("read.jsonl")
NAMINGS = ("named", "unnamed")
BESIDE = 30
"""Characters between two places that are one mention: "Mayor Ana Ruiz", "Ana Ruiz"."""

Places = Sequence[int]


def found(read: Iterable[Places], told: Iterable[Places]) -> int:
    """How many sources of the two are the same, each used once."""
    left = list(told)
    hits = 0
    for one in read:
        same = next((other for other in left if any(abs(a - b) <= BESIDE for a in one for b in other)), None)
        if same is not None:
            left.remove(same)
            hits += 1
    return hits


def articles(folder: Path, wanted: set[str]) -> Iterable[Article]:
    """The articles of some ids."""
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in wanted:
            yield read_article(make_document(row["id"], row["text"]))


def sources(article: Article) -> Mapping[str, list[Places]]:
    """By naming: the places of each source of the article's profile."""
    rows = {row.id: row for row in told_by(article)}
    return {name: [[place.start for place in entry.places] for entry in rows[name].entries] for name in NAMINGS}


def measured(folder: Path) -> Mapping[str, tuple[int, int, int]]:
    """By naming: how many sources were read, how many were told, and how many of them are the same."""
    read = [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]
    told = {article.document.id: sources(article) for article in articles(folder, {one["id"] for one in read})}
    return {
        naming: (
            sum(len(one[naming]) for one in read),
            sum(len(told[one["id"]][naming]) for one in read),
            sum(found(one[naming], told[one["id"]][naming]) for one in read),
        )
        for naming in NAMINGS
    }


def main() -> None:
    """Print the agreement: precision, recall and their harmonic mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for naming, (read, told, same) in measured(parser.parse_args().folder).items():
        both = 200 * same / (read + told)
        print(
            f"{naming}: {read} read, {told} told, {same} the same: P {100 * same / told:.1f} R {100 * same / read:.1f} F1 {both:.1f}"
        )


if __name__ == "__main__":
    main()
