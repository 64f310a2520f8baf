"""A document while it is taken apart: its lines with the roles and the classes of residue that were found so far."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

from auditor.model import Confidence, Document, Role

HEAD = 6
"""Lines among which the headline, the byline and the name of the section stand."""


@dataclass(slots=True)
class Line:
    """A line or paragraph without the white space around it: its place, its words, its role and, of residue, its class.

    ``kind`` is the id of the class and empty where the line may be the article's; ``after_blank`` says that an empty line, or
    nothing, stands before it.
    """

    start: int
    end: int
    text: str
    after_blank: bool = False
    role: Role = Role.BODY
    kind: str = ""
    reason: str = ""
    confidence: Confidence = Confidence.HIGH

    def becomes(self, role: Role, kind: str, reason: str, confidence: Confidence = Confidence.HIGH) -> None:
        """Give the line its role and say what residue it is."""
        self.role, self.kind, self.reason, self.confidence = role, kind, reason, confidence

    def spare(self) -> None:
        """Take back that the line is residue."""
        self.role, self.kind, self.reason, self.confidence = Role.BODY, "", "", Confidence.HIGH

    def piece(self, reason: str, confidence: Confidence = Confidence.HIGH, role: Role = Role.RESIDUE) -> Piece:
        """The whole line as a piece of residue."""
        return Piece(self.start, self.end, reason, confidence, role=role)


@dataclass(frozen=True, slots=True)
class Piece:
    """Residue that a step found: code points ``[start, end)`` of the document, and why they are none of the article.

    ``replacement`` is what should stand there instead; ``role`` is that of a whole line, which is residue or a biography.
    """

    start: int
    end: int
    reason: str
    confidence: Confidence = Confidence.HIGH
    replacement: str = ""
    role: Role = Role.RESIDUE


@dataclass(slots=True)
class Draft:
    """The document, its lines in order, and those lines that its source has on other pages, too.

    ``sentences`` are those of the prose, ``(start, end)`` in reading order; they are known at the last stage alone.
    """

    document: Document
    lines: Sequence[Line]
    recurring: Container[str] = frozenset()
    sentences: Sequence[tuple[int, int]] = ()

    def of(self, *roles: Role) -> Iterator[Line]:
        """The lines of some roles, in order."""
        return (line for line in self.lines if line.role in roles)


def draft_of(lines: Sequence[str]) -> Draft:
    """The draft of a page of which only the lines are known, in order and none of them blank."""
    ends = accumulate(len(line) + 1 for line in lines)
    drafted = [Line(end - 1 - len(line), end - 1, line) for line, end in zip(lines, ends, strict=True)]
    return Draft(Document("", "\n".join(lines), ""), drafted)


class Stage(IntEnum):
    """When a step is taken, which says what it finds known, and what becomes of the pieces it yields."""

    LINES = 1
    """The lines are judged one by one: what stands among them. Pieces are whole lines."""
    PAGE = 2
    """What is furniture is settled: what is told by the lines around it. Pieces are whole lines."""
    HEAD = 3
    """The headlines are known. Pieces are whole lines."""
    INSIDE = 4
    """All lines have their roles. Pieces are parts of the article's own lines and are taken out of its prose."""
    PROSE = 5
    """The prose and its sentences are known. Pieces are told, and the words around them stay prose."""


Step = Callable[[Draft], Iterable[Piece]]
"""A step looks at the draft, changes nothing in it, and yields the pieces of its class."""
