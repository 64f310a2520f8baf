"""The shelf: articles kept in a file rather than in memory, while a set is audited that is too large for it.

It is filled once, in one process, and read in any process of the machine, which gets the path alone.
"""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from tempfile import NamedTemporaryFile, gettempdir
from typing import IO, TypeVar

_T = TypeVar("_T")

_FAST = 1
"""Level of compression: what is written here is read once or twice, and half as large as it was."""


class ShelfError(Exception):
    """A shelf cannot be made or filled; the message says why, and the way out."""


class Shelf(MutableMapping[str, _T]):
    """Articles by the ids of their documents, or whatever else is made of them, in a temporary file that goes with the last of who uses it in this process."""

    def __init__(self) -> None:
        """Make the file. Raises ``ShelfError``."""
        self._descriptor = -1
        try:
            self._file: IO[bytes] | None = NamedTemporaryFile(prefix="auditor-", suffix=".shelf")  # noqa: SIM115
        except OSError as error:
            raise _told(error) from error
        self._path = self._file.name
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __setitem__(self, document: str, article: _T) -> None:
        """Put an article on. Raises ``ShelfError`` on a full disk, ``ValueError`` in a process that did not make the shelf."""
        if self._file is None:
            raise ValueError("only who made a shelf fills it")
        data = zlib.compress(pickle.dumps(article, protocol=pickle.HIGHEST_PROTOCOL), _FAST)
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise _told(error) from error
        self._places[document] = self._end, len(data)
        self._end += len(data)

    def __getitem__(self, document: str) -> _T:
        """The article of a document, read from the file. Raises ``KeyError``."""
        start, length = self._places[document]
        if self._descriptor < 0:
            self._descriptor = os.open(self._path, os.O_RDONLY)
        data = os.pread(self._descriptor, length, start)
        # What is read here was written by this run, into a file that nobody else may write to.
        article: _T = pickle.loads(zlib.decompress(data))
        return article

    def __delitem__(self, document: str) -> None:
        """Forget an article; the file keeps its place."""
        del self._places[document]

    def __iter__(self) -> Iterator[str]:
        """The ids in the order in which they were put on."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._places)

    def __getstate__(self) -> dict[str, object]:
        """What another process needs to read: the path and the places."""
        return {**self.__dict__, "_file": None, "_descriptor": -1}

    def __del__(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)


def _told(error: OSError) -> ShelfError:
    return ShelfError(
        f"what was read of the articles cannot be kept in {gettempdir()}: {error.strerror}. Make room there, or name a folder "
        "with more of it in TMPDIR."
    )
