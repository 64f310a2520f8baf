"""Patches: what cleaning took out of a file, kept beside it, so that every byte can be put back.

A patch is a JSON file ``NAME.auditor-patch.json``: the digests of both texts and every removal with its place in code
points of the source, its words, the check and the reason. A file is replaced in one step, after its patch is written: a
run that is cut off leaves the old file or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from auditor.cleaning.edits import Cleaned, Removal, composed
from auditor.reading.text import encoding_of
from auditor.writing import refuse_links

SUFFIX = ".auditor-patch.json"
"""What the name of a patch adds to the name of the cleaned file."""
_VERSION = 1


class NoUndo(Exception):
    """A file cannot be put back, or could not be once it is written; the message says why and the way out."""


def patch_of(path: Path) -> Path:
    """Where the patch of a cleaned file lies."""
    return path.with_name(path.name + SUFFIX)


def write_cleaned(source: Path, target: Path, cleaned: Cleaned) -> None:
    """Write the cleaned text of ``source`` to ``target`` in the encoding of the source, and its patch beside it.

    Where ``target`` was cleaned before, the patch leads back to the text before the first cleaning. Raises ``OSError``,
    also where ``target`` is or lies behind a link, and ``NoUndo`` where an older patch does not belong to the file, or the file that would be written
    over holds another text than what was cleaned.
    """
    refuse_links(target)
    source, target = source.resolve(), target.resolve()
    before = source.read_bytes()
    encoding, mark = encoding_of(before[:4])
    original = cleaned.source
    removals = cleaned.removals
    if source == target:
        if before[mark:] != cleaned.source.encode(encoding):
            raise NoUndo("The file holds another text than the one that was cleaned. Clean the file itself.")
        if patch_of(target).exists():
            original, removals = _chained(target, cleaned)
    elif target.exists() and not patch_of(target).exists():
        raise NoUndo(f"{target} is there already and no cleaned text. Remove it, or name another folder.")
    data = before[:mark] + cleaned.text.encode(encoding)
    record = {
        "schema_version": _VERSION,
        "file": target.name,
        "sha256_source": _digest(original),
        "sha256_cleaned": _digest(cleaned.text),
        "removals": [asdict(removal) for removal in removals],
    }
    _replace(patch_of(target), (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode(), None)
    _replace(target, data, source)


def undo(path: Path) -> None:
    """Put a cleaned file back as it was, byte for byte, and remove its patch. Raises ``OSError`` and ``NoUndo``."""
    refuse_links(path)
    path = path.resolve()
    patch = patch_of(path)
    if not patch.exists():
        raise NoUndo(f"There is no {patch.name} beside it, so nothing is known of what was removed.")
    data = path.read_bytes()
    encoding, mark = encoding_of(data[:4])
    text = data[mark:].decode(encoding)
    record = _read(patch)
    if _digest(text) == record["sha256_source"]:
        patch.unlink()
        return
    if _digest(text) != record["sha256_cleaned"]:
        raise NoUndo(f"It was changed after it was cleaned. Take the removed words from {patch.name}.")
    source = _first_source(text, record, patch)
    _replace(path, data[:mark] + source.encode(encoding), path)
    patch.unlink()


def restored(text: str, removals: tuple[Removal, ...]) -> str:
    """The source of a cleaned text."""
    parts: list[str] = []
    at = shift = 0
    for removal in removals:
        place = removal.start - shift
        parts += [text[at:place], removal.text]
        at = place + len(removal.replacement)
        shift += removal.end - removal.start - len(removal.replacement)
    return "".join((*parts, text[at:]))


def _chained(target: Path, cleaned: Cleaned) -> tuple[str, tuple[Removal, ...]]:
    """The first source of a file that is cleaned again, and all removals from it."""
    record = _read(patch_of(target))
    if _digest(cleaned.source) != record["sha256_cleaned"]:
        raise NoUndo(
            f"It was changed after an earlier cleaning. Remove {patch_of(target).name} to clean it as it is now."
        )
    original = _first_source(cleaned.source, record, patch_of(target))
    return original, composed(Cleaned(original, cleaned.source, record["removals"]), cleaned)


def _first_source(text: str, record: dict[str, Any], patch: Path) -> str:
    """The source of a cleaned text by the record of its patch. Raises ``NoUndo`` where that leads to another text."""
    try:
        source = restored(text, record["removals"])
    except TypeError as error:
        raise _damaged(patch, error) from error
    if _digest(source) != record["sha256_source"]:
        raise _damaged(patch, "what it removed is not what it says")
    return source


def _read(patch: Path) -> dict[str, Any]:
    try:
        record = json.loads(patch.read_text(encoding="utf-8"))
        if record["schema_version"] != _VERSION:
            raise NoUndo(f"{patch.name} was written by another version of auditor.")
        known = {key: record[key] for key in ("sha256_source", "sha256_cleaned")}
        return {**known, "removals": tuple(Removal(**removal) for removal in record["removals"])}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(patch, error) from error


def _damaged(patch: Path, why: object) -> NoUndo:
    return NoUndo(f"{patch.name} is damaged: {why}. Restore it from a backup.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _replace(path: Path, data: bytes, like: Path | None) -> None:
    """Write a file in one step; it keeps the mode of the file it is ``like``."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, like.stat().st_mode & 0o7777 if like and like.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
