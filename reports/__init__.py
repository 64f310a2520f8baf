"""Report formats: one a file, each a function from a report to text.

A ``Binary`` is a format of bytes, which only a file can hold; a ``Piecewise`` one is made as it is written; a ``Fitted`` one
wants to know how it is shown; a ``Foldered`` one can go into a folder of files instead of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.model import Report

WIDTH = 100
"""Columns of a report that nobody said the width of."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How a report is shown, and what else a run was told and did that a reader wants to know.

    ``full`` asks for all that is known instead of what a reader decides about; ``width`` is in columns; ``colour`` allows
    escape codes. ``paths`` are what was audited, as given, for the commands that a report names; ``written`` holds the format
    and the path of every other report of the run.
    """

    full: bool = False
    width: int = WIDTH
    colour: bool = False
    paths: tuple[str, ...] = ()
    written: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Binary:
    """A format of bytes, which goes to a file: ``needs`` is the package that writes it, ``extra`` what installs it."""

    write: Callable[[Report], bytes]
    needs: str
    extra: str

    def __call__(self, report: Report) -> bytes:
        """The bytes of the report."""
        return self.write(report)


@dataclass(frozen=True, slots=True)
class Piecewise:
    """A format whose text is made piece by piece, so that a large report is never in memory as a whole."""

    pieces: Callable[[Report], Iterator[str]]

    def __call__(self, report: Report) -> str:
        """The report as one text."""
        return "".join(self.pieces(report))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A format that fits itself to how it is shown; called with a report alone, as any other, it goes by the defaults."""

    write: Callable[[Report, Showing], str]

    def __call__(self, report: Report, showing: Showing = Showing()) -> str:
        """The report as text."""
        return self.write(report, showing)


@dataclass(frozen=True, slots=True)
class Foldered(Fitted):
    """A format that a folder can hold, too, for reports that are large in one file: ``files`` are its texts by their names."""

    files: Callable[[Report, Showing], Mapping[str, str]]
