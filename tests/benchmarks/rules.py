"""In how many stories of real news each rule made something.

    python -m tests.benchmarks.rules PATH ... [--write]

The paths are read as the command reads them; articles of one ``group`` are one story, an article without one is a story by
itself. With ``--write`` the numbers are kept beside the rules (``hits.tsv``), where ``auditor rules`` shows them and a test
asks of each rule for a story or a written reason.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import auditor.languages.en as english
from auditor.audit import read_article
from auditor.grammar.files import HITS
from auditor.grammar.trace import traced
from auditor.languages.en.grammars import GRAMMARS
from auditor.model import Document
from auditor.reading import read

_HEAD = """# Stories of real news in which each rule made something, of {stories} in all.
# Source: counted by python -m tests.benchmarks.rules. Licence: MIT, as the project.
"""


def hits(documents: Iterable[Document]) -> tuple[int, dict[tuple[str, str], int]]:
    """The number of stories, and by grammar and rule in how many of them it made something."""
    stories: dict[str, set[str]] = defaultdict(set)
    every: set[str] = set()
    for document in documents:
        story = document.group or document.id
        every.add(story)
        with traced() as made:
            read_article(document)
        for one in made:
            stories[one.found.rule.place].add(story)
    return len(every), {(name, rule.name): len(stories[rule.place]) for name, rule in GRAMMARS.rules()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    stories, found = hits(read(given.paths).documents)
    table = "".join(f"{name}\t{rule}\t{number}\n" for (name, rule), number in found.items())
    print(f"{stories} stories\n{table}", end="")
    if given.write:
        path = Path(english.__file__).parent / "rules" / HITS
        path.write_text(_HEAD.format(stories=stories) + table, encoding="utf-8")


if __name__ == "__main__":
    main()
