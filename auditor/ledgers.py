"""Files of JSON Lines that people keep beside their articles: one entry a line, so that versions merge line by line.

The first line says what the file is, ``{"auditor": "baseline", "version": 1}``. A write is whole or does not happen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from auditor.files import why, write

VERSION = 1


class LedgerError(Exception):
    """A file cannot be used; the message names it, the line where there is one, and the way out."""


def read_ledger(path: str | Path, kind: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The entries of a file of this kind with the numbers of their lines.

    Raises ``LedgerError`` where it cannot be read, is of another kind or has a line that is no JSON object.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}. Check the name, or make it first.") from error
    except UnicodeDecodeError as error:
        raise LedgerError(f"{path} is not UTF-8. Save it as UTF-8.") from error
    entries = [(number, _entry(path, number, line)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if entries and entries[0][1].get("auditor") == kind and entries[0][1] != _head(kind):
        raise LedgerError(
            f"{path}:1: this {kind} file is not of version {VERSION}, which is read here. Update auditor."
        )
    if not entries or entries[0][1] != _head(kind):
        raise LedgerError(f"{path}:1: this is no {kind} file: its first line must be {json.dumps(_head(kind))}.")
    yield from (numbered for numbered in entries if numbered[1] != _head(kind))


def write_ledger(path: str | Path, kind: str, entries: Iterable[Mapping[str, Any]]) -> None:
    """Write the entries, in their order, over what was there. Raises ``LedgerError``; the old file then stays."""
    lines = (json.dumps(one, ensure_ascii=False) for one in (_head(kind), *entries))
    text = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    try:
        write(Path(path), text)
    except OSError as error:
        raise LedgerError(f"{path} cannot be written: {why(error)}") from error


def text_of(path: str | Path, number: int, entry: Mapping[str, Any], name: str) -> str:
    """The text under a key that must be there. Raises ``LedgerError`` where it is not, or is no text."""
    value = entry.get(name)
    if not isinstance(value, str):
        raise LedgerError(f"{path}:{number}: {json.dumps(name)} must be a string.")
    return value


def texts_of(path: str | Path, number: int, entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The texts under a key that must be there. Raises ``LedgerError`` where it is not, or is no list of texts."""
    value = entry.get(name)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise LedgerError(f"{path}:{number}: {json.dumps(name)} must be a list of strings.")
    return tuple(value)


def _head(kind: str) -> dict[str, object]:
    return {"auditor": kind, "version": VERSION}


def _entry(path: str | Path, number: int, line: str) -> Mapping[str, Any]:
    if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>")):
        raise LedgerError(f"{path}:{number}: a merge was left unfinished here: keep the lines of both sides.")
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{path}:{number}: this line is no JSON: {error}.") from error
    if not isinstance(entry, dict):
        raise LedgerError(f"{path}:{number}: this line is no JSON object.")
    return entry
