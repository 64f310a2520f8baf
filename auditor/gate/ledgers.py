"""Files of JSON Lines that people keep beside their articles: one entry a line, so that versions merge line by line.

The first line says what the file is, ``{"auditor": "baseline", "version": 2}``. A write is whole or does not happen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.store.files import why, write


class LedgerError(Exception):
    """A file cannot be used; the message names it, the line where there is one, and the way out."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file holds: the version it was written in, and the entries with the numbers of their lines."""

    version: int
    entries: tuple[tuple[int, Mapping[str, Any]], ...]


def read_ledger(path: str | Path, kind: str, version: int = 1) -> Ledger:
    """A file of this kind, of this version or an earlier one; of two that were merged, the later counts.

    Raises ``LedgerError`` where it cannot be read, is of another kind or has a line that is no JSON object.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}. Check the name, or make it first.") from error
    except UnicodeDecodeError as error:
        raise LedgerError(f"{path} is not UTF-8. Save it as UTF-8.") from error
    lines = [(number, _entry(path, number, line)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    heads: list[Mapping[str, Any]] = [_head(kind, one) for one in range(1, version + 1)]
    if lines and lines[0][1].get("auditor") == kind and lines[0][1] not in heads:
        raise LedgerError(
            f"{path}:1: this {kind} file is not of version {version} or before, which are read here. Update auditor."
        )
    if not lines or lines[0][1] not in heads:
        raise LedgerError(f"{path}:1: this is no {kind} file: its first line must be {json.dumps(heads[-1])}.")
    found = max(heads.index(entry) + 1 for _, entry in lines if entry in heads)
    return Ledger(found, tuple(numbered for numbered in lines if numbered[1] not in heads))


def write_ledger(path: str | Path, kind: str, entries: Iterable[Mapping[str, Any]], version: int = 1) -> None:
    """Write the entries, in their order, over what was there. Raises ``LedgerError``; the old file then stays."""
    lines = (json.dumps(one, ensure_ascii=False) for one in (_head(kind, version), *entries))
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


def _head(kind: str, version: int) -> Mapping[str, Any]:
    return {"auditor": kind, "version": version}


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
