"""The dictionary of word forms, as it lies on disk: looked up in place, since unpacking it takes longer than a short run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import as_file, files
from mmap import ACCESS_READ, mmap

_PART = 1_024
"""Bytes of a part of the table, of which each form is looked for in one: noting some two thousand takes a few milliseconds."""
_NONE = ord("0")
"""The character that tells that no letter goes; the next one tells of one letter, and so on."""


class Lemmas(Mapping[str, str]):
    """Form -> the word that it is a form of, in a table of sorted lines (``make_lemmas`` tells how they are written)."""

    def __init__(self) -> None:
        """Open the table, and note with which form each of its parts begins."""
        with as_file(files(__package__).joinpath("lemmas.tsv")) as path, path.open("rb") as file:
            self._table = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._starts = [self._table.find(b"\n", at) + 1 for at in range(0, len(self._table) - _PART, _PART)]
        self._firsts = [self._key(start)[0] for start in self._starts]

    def __getitem__(self, form: str) -> str:
        """The word of a form. Raises ``KeyError`` for one that is unknown."""
        wanted = form.encode(errors="replace")
        part = bisect_right(self._firsts, wanted) - 1
        if part < 0 or b"\n" in wanted or b"\t" in wanted:
            raise KeyError(form)
        end = self._starts[part + 1] if part + 1 < len(self._starts) else len(self._table)
        at = self._table.find(b"\n%b\t" % wanted, self._starts[part] - 1, end)
        if at < 0:
            raise KeyError(form)
        at += len(wanted) + 2
        return unpacked(form, self._table[at : self._end(at)].decode())

    def _key(self, start: int) -> tuple[bytes, int]:
        """The form of the line that begins there, and where it ends."""
        end = self._table.find(b"\t", start)
        return self._table[start:end], end

    def _end(self, at: int) -> int:
        """Where the line ends in which a place lies."""
        return self._table.find(b"\n", at)

    def __iter__(self) -> Iterator[str]:
        """The forms in their order."""
        at = self._starts[0]
        while at < len(self._table):
            key, end = self._key(at)
            yield key.decode()
            at = self._end(end) + 1

    def __len__(self) -> int:
        """How many forms there are."""
        return sum(1 for _ in self)


def packed(form: str, word: str) -> str:
    """What the table tells of a form: nothing where it is the word itself, else how many letters go, and which come."""
    if form == word:
        return ""
    shared = next((at for at, (one, other) in enumerate(zip(form, word, strict=False)) if one != other), None)
    shared = min(len(form), len(word)) if shared is None else shared
    return chr(_NONE + len(form) - shared) + word[shared:]


def unpacked(form: str, told: str) -> str:
    """The word of a form from what the table tells."""
    return form[: len(form) - ord(told[0]) + _NONE] + told[1:] if told else form


@cache
def lemmas() -> Lemmas:
    """The dictionary, opened once."""
    return Lemmas()
