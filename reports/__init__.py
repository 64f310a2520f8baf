"""Report formats: one a file, each a function from a report to text, or a ``Binary`` where only a file can hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditor.model import Report


@dataclass(frozen=True, slots=True)
class Binary:
    """A format of bytes, which goes to a file: ``needs`` is the package that writes it, ``extra`` what installs it."""

    write: Callable[[Report], bytes]
    needs: str
    extra: str

    def __call__(self, report: Report) -> bytes:
        """The bytes of the report."""
        return self.write(report)
