"""The cache: what was made of a document, kept for the next run by the document's content and everything that bears on it.

An entry is a pickle of plain values and of classes that were named, behind its own digest; one that asks for anything else is
not read, so an entry runs no code. It could still lie. Entries are only taken from a folder that belongs to the user, that nobody
else may write to, and that lies in nothing that is audited; any other folder leaves the cache off, with a warning. An entry that
does not fit its digest is ignored with a warning and written anew. Writes are whole or not at all, so that two runs at once do no
harm.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from auditor.store.pickles import BROKEN, Reader, named

_T = TypeVar("_T")
_R = TypeVar("_R")

MOST_BYTES = 512 * 1024 * 1024
"""What a cache may grow to: beyond it the entries that were not used for longest are removed."""

_DIGEST = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE = 0o022
"""The mode bits by which a group and everybody may write (0o022)."""
_SUFFIX = ".facts"
_PART = ".part"
_TRIMMED = ".trimmed"
_A_DAY = 86_400
"""Seconds of a day."""
_MANY = 1_000
"""Entries written in one run that make a trim due: going through a full cache takes half a second."""
_LEFT_BEHIND = 3_600
"""Seconds after which a part that was never finished is taken for that of a run that was killed."""


class Cache:
    """Entries in a folder, found by the digest of what they were made from.

    ``warn`` is told of what keeps the cache from working; nothing of it stops a run.
    """

    def __init__(
        self,
        folder: Path,
        made_by: str,
        warn: Callable[[str], None],
        *,
        classes: Iterable[type] = (),
        fits: Callable[[object], bool] = lambda _: True,
        audited: Collection[Path] = (),
    ) -> None:
        """Use a folder, which is made where it is missing, unless it lies in one that is audited.

        ``made_by`` is mixed into every key; results are made of plain values and of ``classes``, and each is what ``fits``.
        """
        self._folder = folder
        self._made_by = made_by
        self._warn = warn
        self._classes = named(classes)
        self._fits = fits
        self._usable = not self._lies_in(audited) and self._prepared()
        self._written = 0

    def filled(
        self,
        tasks: Sequence[_T],
        make: Callable[[Sequence[_T]], Iterable[_R]],
        kept: Callable[[_R], object | None],
        key_of: Callable[[_T], str] = repr,
    ) -> Iterator[_R]:
        """What is known of each task, or is made of it now, in their order.

        ``kept`` is what to keep of it, if anything; ``key_of`` tells all of a task that bears on what is made of it.
        """
        keys = [self._key(key_of(task)) for task in tasks]
        held = [self._usable and self._path(key).exists() for key in keys]
        made = iter(make([task for task, there in zip(tasks, held, strict=True) if not there]))
        for task, key, there in zip(tasks, keys, held, strict=True):
            if there and (known := self._read(key)) is not None:
                yield known[0]  # type: ignore[misc]
                continue
            (result,) = make([task]) if there else (next(made),)
            if (keep := kept(result)) is not None:
                self._write(key, keep)
            yield result

    def _lies_in(self, audited: Collection[Path]) -> bool:
        """Whether the folder is part of what is audited, whose author could have filled it."""
        real = Path(os.path.realpath(self._folder))
        inside = next((place for place in audited if real.is_relative_to(place)), None)
        if inside is not None:
            self._warn(
                f"the cache {self._folder} is not used: it lies in {inside}, which is audited, so its entries may be "
                "anybody's. Choose another --cache-dir."
            )
        return inside is not None

    def _prepared(self) -> bool:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            state = self._folder.stat()
        except OSError as error:
            self._warn(f"the cache {self._folder} cannot be used: {error.strerror}.")
            return False
        if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & _OTHERS_MAY_WRITE):
            self._warn(f"the cache {self._folder} is not used: others may write to it. Choose another --cache-dir.")
            return False
        return True

    def _key(self, task: str) -> str:
        return hashlib.sha256(f"{self._made_by}\n{task}".encode(errors="surrogatepass")).hexdigest()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def _read(self, key: str) -> tuple[object] | None:
        """The entry, wrapped, since it may be anything; ``None`` where there is none that can be used."""
        if not self._usable:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._warn(f"the cache entry {path} cannot be read: {error.strerror}.")
            return None
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            self._warn(f"the cache entry {path} is damaged; it is made anew.")
            return None
        found = self._understood(data[_DIGEST:])
        if found is None:
            self._warn(f"the cache entry {path} cannot be understood; it is made anew.")
            return None
        with suppress(OSError):  # another run removed it, or the folder is only for reading: it was read all the same
            os.utime(path)
        return found

    def _understood(self, data: bytes) -> tuple[object] | None:
        """What a pickle holds, wrapped; ``None`` where it is broken, asks for an unknown class or is no result."""
        try:
            found = Reader(data, self._classes).load()
        except BROKEN:
            return None
        return (found,) if self._fits(found) else None

    def _write(self, key: str, result: object) -> None:
        if not self._usable:
            return
        try:
            data = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            self._warn(f"a result cannot be kept in the cache {self._folder}: {error}.")
            return
        if self._understood(data) is None:  # a check of somebody's with a class of its own
            self._warn(f"a result cannot be kept in the cache {self._folder}: it holds more than values and claims.")
            return
        try:
            self._replace(key, hashlib.sha256(data).digest() + data)
        except OSError as error:
            self._usable = False
            self._warn(f"the cache {self._folder} cannot be written: {error.strerror}.")

    def _replace(self, key: str, data: bytes) -> None:
        """Put an entry in its place in one step; a part that cannot be finished, on a full disk, is removed."""
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", suffix=_PART, delete=False) as part:
            try:
                part.write(data)
                part.close()
                os.replace(part.name, self._path(key))
                self._written += 1
            except OSError:
                os.unlink(part.name)
                raise

    def trim_if_due(self) -> None:
        """Trim once a day, and after a run that wrote many entries."""
        if not self._usable:
            return
        marker = self._folder / _TRIMMED
        try:
            due = self._written > _MANY or not marker.exists() or marker.stat().st_mtime < time.time() - _A_DAY
            if due:
                self.trim()
                marker.touch()
        except OSError as error:
            self._warn(f"the cache {self._folder} cannot be trimmed: {error.strerror}.")

    def trim(self, most: int = MOST_BYTES) -> None:
        """Remove the entries not used for longest until the rest fits, and what killed runs left behind."""
        if not self._usable:
            return
        try:
            self._trim(most)
        except OSError as error:
            self._warn(f"the cache {self._folder} cannot be trimmed: {error.strerror}.")

    def _trim(self, most: int) -> None:
        entries, parts = self._held(_SUFFIX), self._held(_PART)
        size = sum(entry[2] for entry in entries)
        long_ago = (time.time() - _LEFT_BEHIND) * 1e9
        for _, path, _ in (part for part in parts if part[0] < long_ago):
            path.unlink(missing_ok=True)
        for _, path, bytes_of_it in sorted(entries):
            if size <= most:
                return
            path.unlink(missing_ok=True)
            size -= bytes_of_it

    def _held(self, suffix: str) -> list[tuple[int, Path, int]]:
        """Time of last use, path and size of the files that end so."""
        held = []
        for path in self._folder.iterdir():
            if path.name.endswith(suffix):
                with suppress(FileNotFoundError):  # another run removed it
                    state = path.stat()
                    held.append((state.st_mtime_ns, path, state.st_size))
        return held
