"""The steps of a document, as somebody who follows it to the letter takes them.

A step is a line of a block of shell, or a block that says in its first line, a comment, which file it is: the whole of it, or
lines that go "behind", or "in place of", "the line that begins with: ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(
    r"(?:#|<!--) (?P<file>[\w./-]+\.\w+)(?:, (?P<how>behind|in place of) the line that begins with: (?P<line>.+?))?(?: -->)?"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A line of shell; ``fails`` where the document says that it will."""

    line: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Text that a file is to hold: all of it, or with ``how`` behind or in place of the line that begins with ``line``."""

    file: str
    text: str
    how: str
    line: str

    def make(self, folder: Path) -> None:
        """Make the edit. Raises ``AssertionError`` where the file has not one such line."""
        path = folder / self.file
        if not self.how:
            path.write_text(self.text, encoding="utf-8")
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        [at] = [number for number, line in enumerate(lines) if line.startswith(self.line)]
        lines[at : at + 1] = [*([lines[at]] if self.how == "behind" else []), self.text]
        path.write_text("".join(lines), encoding="utf-8")


Step = Command | Edit


def section(document: str, heading: str) -> str:
    """What stands under a heading of the second level, up to the next one; those inside blocks of code are none."""
    parts = re.split(r"(?m)^(?=## |```)", document)
    found: list[str] = []
    inside, open_block = False, False
    for part in parts:
        if part.startswith("```"):
            open_block = not open_block
        elif not open_block:
            inside = part.startswith(f"## {heading}\n") or (inside and not part.startswith("## "))
        if inside:
            found.append(part)
    return "".join(found)


def steps(text: str) -> Iterator[Step]:
    """The steps of a section, in order; other blocks are for reading."""
    for language, block in _BLOCK.findall(text):
        if language == "sh":
            for line in block.splitlines():
                yield Command(line, "# fails" in line)
        elif place := _PLACE.fullmatch(block.partition("\n")[0]):
            yield Edit(place["file"], block.partition("\n")[2], place["how"] or "", place["line"] or "")
