"""What the rows of an index say of an article: its sketch, its record, and what it is met by."""

from __future__ import annotations

import json
import pickle
import zlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import blake2b

from auditor.model import Article, Document, facts
from auditor.store.index.file import Damaged
from auditor.store.pickles import BROKEN, Known, Reader, named
from auditor.story.copies import kept_runs
from auditor.story.labelled import Labelled
from auditor.story.sketches import Sketch, is_common
from auditor.story.stories import DAYS

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of a record when it is unpacked: one of the longest article that is read takes a fifth of it."""
WIDE = 0
"""The day by which articles are found of which it is not known within a week when they were written."""
_FAR = 10_000_000
"""A day that none is behind."""
_RUN = 4
"""Bytes of a run of words."""


def packed(article: Article) -> bytes:
    """The record of an article."""
    return zlib.compress(pickle.dumps(article, protocol=pickle.HIGHEST_PROTOCOL))


def unpacked(record: bytes, document: str) -> Article:
    """The article of this document that a record holds. Raises ``Damaged``."""
    try:
        reader = zlib.decompressobj()
        plain = reader.decompress(record, MOST_BYTES)
        found = Reader(plain, _known()).load() if reader.eof else None
    except (*BROKEN, zlib.error) as error:
        raise Damaged(f"what was made of {document} is damaged") from error
    if not isinstance(found, Article) or not isinstance(found.document, Document) or found.document.id != document:
        raise Damaged(f"what was made of {document} is of something else")
    return found


@cache
def _known() -> Known:
    return named((date, *facts(), Labelled))


def names_told(sketch: Sketch) -> str:
    """The names of an article with how often each stands in it."""
    return json.dumps(dict(sketch.names), separators=(",", ":"))


def names_read(told: str) -> tuple[tuple[str, int], ...]:
    """The names that a row tells. Raises ``Damaged``."""
    try:
        found = json.loads(told)
    except (ValueError, TypeError, RecursionError) as error:
        raise Damaged("the names of an article are damaged") from error
    if not isinstance(found, dict) or not all(type(times) is int and 0 < times < _FAR for times in found.values()):
        raise Damaged("the names of an article are damaged")
    return tuple(found.items())


def runs_read(runs: object) -> bytes:
    """Runs of words as a row holds them. Raises ``Damaged``."""
    if not isinstance(runs, bytes) or len(runs) % _RUN:
        raise Damaged("the runs of words of an article are damaged")
    return runs


def name_key(group: str, language: str, name: str) -> int:
    """The number by which the articles of a group that speak of a name in a language are found."""
    told = f"{group}\0{language}\0{name}".encode(errors="surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=8).digest()) >> 1


def leading(sketch: Sketch) -> list[int]:
    """The numbers of the names by which an article meets others."""
    if not sketch.language:
        return []
    return [name_key(sketch.group, sketch.language, name) for name, _ in sketch.names if not is_common(name)]


def day_of(sketch: Sketch) -> int:
    """The day by which an article is found: its first, where it was written within a week of it, else ``WIDE``."""
    first, last = sketch.days
    return first if first is not None and last is not None and 0 <= last - first <= DAYS else WIDE


def days_around(sketch: Sketch) -> tuple[int, int]:
    """The days by which those articles are found that may be of its story, beside ``WIDE``: within a week where no group was given."""
    first, last = (None, None) if sketch.group else sketch.days
    return (first - 2 * DAYS if first is not None else WIDE), (last + DAYS if last is not None else _FAR)


def named_rows(sketch: Sketch, number: int) -> Iterator[tuple[int, int, int]]:
    """The rows by which an article is met through its names."""
    day = day_of(sketch)
    return ((key, day, number) for key in leading(sketch))


def quoted_rows(sketch: Sketch, number: int) -> Iterator[tuple[int, int]]:
    """The rows by which it is met through its quotations: those of a group that was given are compared without."""
    return ((run, number) for run in (() if sketch.group else sketch.quoted_runs))


def copied_rows(sketch: Sketch, number: int) -> Iterator[tuple[int, int]]:
    """The rows by which it is met by its copies."""
    return ((run, number) for run in kept_runs(sketch))


def digest(row: tuple[object, ...]) -> bytes:
    """What tells that a row is as it was written."""
    return blake2b(repr(row).encode(errors="surrogatepass"), digest_size=16).digest()
