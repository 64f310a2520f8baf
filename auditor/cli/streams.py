"""Standard output and standard error as the command writes to them: whatever is printed there is text and commands nothing."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import Any, TextIO, cast

from auditor.reports.harmless import in_lines


class _Guarded:
    """A text stream that holds a line back until it is whole, and makes it harmless."""

    def __init__(self, stream: TextIO) -> None:
        self.unguarded = stream
        self._held = ""
        self._begun = False

    def write(self, text: str) -> int:
        """Take the text; whole lines go out."""
        whole, end, rest = (self._held + text).rpartition("\n")
        self._held = rest
        self._send(whole + end)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Take the lines."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Let out what is held, too."""
        held, self._held = self._held, ""
        self._send(held)
        self.unguarded.flush()

    def _send(self, text: str) -> None:
        if text:
            # What goes on a line that was let out begins none: a letter before it says so.
            self.unguarded.write(in_lines(f"a{text}")[1:] if self._begun else in_lines(text))
            self._begun = not text.endswith("\n")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)


def ready() -> None:
    """Texts go out as UTF-8 whatever the locale says. A stream that is closed holds nothing, and takes only errors."""
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - as long as the process
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    for name in ("stdout", "stderr"):
        stream = _buffered(getattr(sys, name))
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if not isinstance(stream, _Guarded):
            setattr(sys, name, _Guarded(stream))


def _buffered(stream: TextIO) -> TextIO:
    """The stream with a buffer where Python was told to do without: a write that a closed pipe cuts short would pass for whole."""
    raw = getattr(stream, "buffer", None)
    if not isinstance(raw, io.RawIOBase):
        return stream
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", line_buffering=True)


def unguarded(stream: TextIO) -> TextIO:
    """The stream itself, for what may command it: a report that is harmless by itself, its colours, a bar that moves."""
    stream.flush()
    return cast(TextIO, getattr(stream, "unguarded", stream))
