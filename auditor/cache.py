"""The cache: what was made of a document, kept for the next run by the document's content and everything that bears on it.

An entry is a pickle behind its own digest. Unpickling runs what a file says, so entries are only read from a folder that
belongs to the user and that nobody else may write to; any other folder leaves the cache off, with a warning. An entry that
does not fit its digest is ignored with a warning and written anew. Writes are whole or not at all, so that two runs at once
do no harm.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

MOST_BYTES = 512 * 1024 * 1024
"""What a cache may grow to: beyond it the entries that were not used for longest are removed."""

_DIGEST = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE = 0o022
_SUFFIX = ".facts"
_BROKEN = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)


class Cache:
    """Entries in a folder, found by the digest of what they were made from.

    ``warn`` is told once of what keeps the cache from working; nothing of it stops a run.
    """

    def __init__(self, folder: Path, made_by: str, warn: Callable[[str], None]) -> None:
        """Use a folder, which is made where it is missing; ``made_by`` is mixed into every key."""
        self._folder = folder
        self._made_by = made_by
        self._warn = warn
        self._usable = self._prepared()

    def filled(
        self, tasks: Sequence[_T], make: Callable[[Sequence[_T]], Iterable[_R]], keep: Callable[[_R], bool]
    ) -> Iterator[_R]:
        """What is known of each task, or is made of it now, in their order; what ``keep`` approves of is kept."""
        keys = [self._key(task) for task in tasks]
        known = {key: found for key in keys if (found := self._read(key)) is not None}
        made = iter(make([task for key, task in zip(keys, tasks, strict=True) if key not in known]))
        for key in keys:
            if key in known:
                yield known[key][0]  # type: ignore[misc]
                continue
            result = next(made)
            if keep(result):
                self._write(key, result)
            yield result

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

    def _key(self, task: object) -> str:
        return hashlib.sha256(f"{self._made_by}\n{task!r}".encode(errors="surrogatepass")).hexdigest()

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
        try:
            found = pickle.loads(data[_DIGEST:])
        except _BROKEN:
            self._warn(f"the cache entry {path} cannot be understood; it is made anew.")
            return None
        os.utime(path)
        return (found,)

    def _write(self, key: str, result: object) -> None:
        if not self._usable:
            return
        data = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", suffix=".part", delete=False) as part:
                part.write(hashlib.sha256(data).digest() + data)
            os.replace(part.name, self._path(key))
        except OSError as error:
            self._usable = False
            self._warn(f"the cache {self._folder} cannot be written: {error.strerror}.")

    def trim(self, most: int = MOST_BYTES) -> None:
        """Remove the entries not used for longest until the rest fits."""
        if not self._usable:
            return
        entries = []
        for path in self._folder.glob(f"*{_SUFFIX}"):
            try:
                state = path.stat()
            except FileNotFoundError:
                continue  # another run removed it
            entries.append((state.st_mtime_ns, path.name, state.st_size, path))
        size = sum(entry[2] for entry in entries)
        for _, _, bytes_of_it, path in sorted(entries):
            if size <= most:
                return
            path.unlink(missing_ok=True)
            size -= bytes_of_it


def made_by(*settings: object) -> str:
    """What an entry depends on beside its document: the settings given, Python, this package and every check's package."""
    points = sorted(entry_points(group="auditor.checks"))
    told = [sys.version, *map(str, settings), *_sources(Path(__file__).resolve().parent)]
    told += [f"{point.name} {point.value} {point.dist.version if point.dist else ''}" for point in points]
    for name in sorted({point.module.partition(".")[0] for point in points} - {"auditor"}):
        module = sys.modules.get(name)
        file = getattr(module, "__file__", None)
        told += _sources(Path(file).resolve().parent) if file else []
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _sources(folder: Path) -> Iterator[str]:
    """The source and data files of a package, with size and time of change; followed through links."""
    for root, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            state = (Path(root) / name).stat()
            yield f"{root}/{name} {state.st_size} {state.st_mtime_ns}"
