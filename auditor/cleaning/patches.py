"""Patches: what cleaning took out of a file, kept beside it, so that every byte can be put back.

A patch is a JSON file ``NAME.auditor-patch.json``: the digests of both texts and every removal with its place in code
points of the source, its words, the check and the reason; under ``before`` the same of the text that the file held when it
was cleaned once more. ``source`` is the whole text before the first cleaning, for a file that is edited after it. The patch is
written first, then the file, each in one step: wherever a run is cut off, the file holds a text that its patch knows, and leads
back to the first.

The patches of what was cleaned into a folder lie in a folder of their own in it, ``auditor-patches``.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from auditor.cleaning.edits import Cleaned, Removal, applied, composed
from auditor.cleaning.merging import Merged, Unlike, merged
from auditor.reading.text import encoding_of
from auditor.store.files import refuse_links, write

SUFFIX = ".auditor-patch.json"
"""What the name of a patch adds to the name of the cleaned file."""
FOLDER = "auditor-patches"
"""The folder of the patches where texts are cleaned into a folder."""
_VERSION = 1
"""Version of the file of patches; another is refused."""


@dataclass(frozen=True, slots=True)
class _State:
    """A text that a cleaning made: the digests of its source and of itself, and the removals between them."""

    sha256_source: str
    sha256_cleaned: str
    removals: tuple[Removal, ...]


class NoUndo(Exception):
    """A file cannot be put back, or could not be once it is written; the message says why and the way out."""


def patch_of(path: Path) -> Path:
    """Where the patch of a cleaned file lies, or would for one that was cleaned in place: beside it, else in the folder of patches."""
    beside, apart = path.with_name(path.name + SUFFIX), path.parent / FOLDER / (path.name + SUFFIX)
    return apart if os.path.lexists(apart) and not os.path.lexists(beside) else beside


def cleaned_of(patch: Path) -> Path:
    """The cleaned file of a patch."""
    folder = patch.parent.parent if patch.parent.name == FOLDER else patch.parent
    return folder / patch.name.removesuffix(SUFFIX)


def _new_patch(target: Path, in_place: bool) -> Path:
    """Where the patch of a file goes: where an earlier one lies, else beside it or into the folder of patches."""
    known = patch_of(target)
    return known if in_place or os.path.lexists(known) else target.parent / FOLDER / known.name


def write_cleaned(source: Path, target: Path, cleaned: Cleaned) -> None:
    """Write the cleaned text of ``source`` to ``target`` in the encoding of the source, and its patch beside it.

    Where ``target`` was cleaned before, the patch leads back to the text before the first cleaning.
    Raises ``OSError``, also where ``target`` or its patch is or lies behind a link, and ``NoUndo`` where an older patch does not
    belong to the file, or the file that would be written over holds another text than what was cleaned, or than what was
    written there.
    """
    in_place = os.path.realpath(source) == os.path.realpath(target)
    patch = _new_patch(target, in_place)
    refuse_links(target)
    refuse_links(patch)
    before = source.read_bytes()
    encoding, mark = encoding_of(before[:4])
    if in_place:
        if before[mark:] != cleaned.source.encode(encoding):
            raise NoUndo("The file holds another text than the one that was cleaned. Clean the file itself.")
        standing = _standing(target, cleaned.source)
    else:
        standing = _written_before(source, target) if target.exists() else None
    original, removals = cleaned.source, cleaned.removals
    if in_place and standing is not None:
        original = _source_of(cleaned.source, standing, patch)
        removals = composed(Cleaned(original, cleaned.source, standing.removals), cleaned)
    record = {
        "schema_version": _VERSION,
        "file": target.name,
        "cleaned_from": _beside(source, target),
        **asdict(_State(_digest(original), _digest(cleaned.text), removals)),
        "before": asdict(standing) if standing and standing.removals else None,
        "source": original,
    }
    patch.parent.mkdir(exist_ok=True)
    write(patch, _dumped(record), like=source)
    write(target, before[:mark] + cleaned.text.encode(encoding), like=source)


def undo(path: Path) -> Merged:
    """Put a cleaned file back as it was, byte for byte, and remove its patch; what it holds now.

    Where it was edited since, what was taken out is put back around the edits. Raises ``OSError`` and ``NoUndo``.
    """
    patch = patch_of(path)
    refuse_links(path)
    refuse_links(patch)
    if not path.exists():
        raise NoUndo("There is no such file. Give the name of the cleaned file as it lies now, beside its patch.")
    if not patch.exists():
        raise NoUndo(f"There is no {patch.name} beside it, so nothing is known of what was removed.")
    text, head, encoding = _text_of(path)
    state = _state_of(text, patch)
    done = Merged(_source_of(text, state, patch)) if state else _merged(text, path, patch)
    if done.text != text:
        if state is None:  # should the run end between the two, the patch knows that all is done
            record = _record(patch) | {"put_back": _digest(done.text)}
            write(patch, _dumped(record), like=path)
        write(path, head + done.text.encode(encoding))
    patch.unlink()
    if patch.parent.name == FOLDER and not any(patch.parent.iterdir()):
        patch.parent.rmdir()
    return done


def _merged(text: str, path: Path, patch: Path) -> Merged:
    """A text that was edited after it was cleaned, with what was taken out. Raises ``NoUndo`` where its patch is of another."""
    record = _record(patch)
    if record.get("file", path.name) != path.name:
        raise NoUndo(
            f"{patch.name} belongs to another file, {record['file']}. Give the patch the name of its file again."
        )
    way_out = f"Take the removed words from {patch.name}."
    if not isinstance(source := record.get("source"), str):
        raise NoUndo(f"It was changed after an earlier version of auditor cleaned it. {way_out}")
    state = next(iter(_states(patch)))
    try:
        cleaned = applied(source, state.removals)
        whole = (_digest(source), _digest(cleaned)) == (state.sha256_source, state.sha256_cleaned)
    except (TypeError, UnicodeEncodeError) as error:
        raise _damaged(patch, error) from error
    if not whole or restored(cleaned, state.removals) != source:
        raise _damaged(patch, "what it removed is not what it says")
    try:
        return merged(cleaned, text, state.removals)
    except Unlike as error:
        raise NoUndo(
            f"It holds less than half of the text that was cleaned, so it is taken for another. {way_out}"
        ) from error


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


def _standing(path: Path, text: str) -> _State | None:
    """What leads back from the text of a file that is cleaned once more; ``None`` where it was never cleaned."""
    patch = patch_of(path)
    if not patch.exists():
        return None
    state = _state_of(text, patch)
    if state is None:
        raise NoUndo(f"It was changed after an earlier cleaning. Remove {patch.name} to clean it as it is now.")
    return state


def _written_before(source: Path, target: Path) -> _State:
    """What leads back from a cleaned text that is written anew. Raises ``NoUndo`` where the target is anything else."""
    patch, way_out = patch_of(target), "Remove it, or name another folder."
    if not patch.exists():
        raise NoUndo(f"{target} is there already and no cleaned text. {way_out}")
    state = _state_of(_text_of(target)[0], patch)
    if state is None:
        raise NoUndo(f"{target} was changed after it was cleaned. {way_out}")
    if _record(patch).get("cleaned_from", _beside(source, target)) != _beside(source, target):
        raise NoUndo(f"{target} was cleaned from another file. {way_out}")
    return state


def _beside(source: Path, target: Path) -> str:
    """Where the source of a cleaned file lies, from the folder of that file."""
    return Path(os.path.relpath(os.path.realpath(source), os.path.realpath(target.parent))).as_posix()


def _text_of(path: Path) -> tuple[str, bytes, str]:
    """The text of a file, the mark at its head, and its encoding. Raises ``OSError``, and ``NoUndo`` where it is no text."""
    data = path.read_bytes()
    encoding, mark = encoding_of(data[:4])
    try:
        return data[mark:].decode(encoding), data[:mark], encoding
    except UnicodeDecodeError as error:
        raise NoUndo(f"{path} is no text, so it was changed after it was cleaned.") from error


def _state_of(text: str, patch: Path) -> _State | None:
    """What leads back from a text by its patch, ``None`` where the patch knows no such text."""
    digest = _digest(text)
    return next((state for state in _states(patch) if state.sha256_cleaned == digest), None)


def _source_of(text: str, state: _State, patch: Path) -> str:
    """The source of a text. Raises ``NoUndo`` where its removals lead to another one."""
    try:
        source = restored(text, state.removals)
        if _digest(source) == state.sha256_source:
            return source
    except (TypeError, UnicodeEncodeError) as error:
        raise _damaged(patch, error) from error
    raise _damaged(patch, "what it removed is not what it says")


def _states(patch: Path) -> Iterator[_State]:
    """The texts that a file may hold by its patch: cleaned, as before this cleaning, and as it was at first."""
    record = _record(patch)
    try:
        known = [_read_state(one) for one in (record, record.get("before")) if one is not None]
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(patch, error) from error
    yield from known
    yield from (
        _State(one, one, ()) for one in (known[0].sha256_source, record.get("put_back")) if isinstance(one, str)
    )


def _read_state(record: Mapping[str, Any]) -> _State:
    removals = tuple(Removal(**removal) for removal in record["removals"])
    at = 0
    for one in removals:  # in their order, each behind the one before: others could add up to any size
        if not at <= one.start <= one.end or one.end - one.start != len(one.text):
            raise ValueError("its removals are not in order")
        at = one.end
    return _State(record["sha256_source"], record["sha256_cleaned"], removals)


def _record(patch: Path) -> dict[str, Any]:
    if not patch.is_file():
        raise NoUndo(f"{patch.name} is no file. Remove it.")
    try:
        record = json.loads(patch.read_text(encoding="utf-8"))
        version = record["schema_version"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(patch, error) from error
    if version != _VERSION or not isinstance(record, dict):
        raise NoUndo(f"{patch.name} was written by another version of auditor.")
    return record


def _dumped(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")


def _damaged(patch: Path, why: object) -> NoUndo:
    return NoUndo(f"{patch.name} is damaged: {why}. Restore it from a backup.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
