"""The claims of a set in parts: of each file of rows a file of claims, which is not made again where it is there and whole."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from auditor.cli.shared import usage
from auditor.model import Problem
from auditor.reading import PARQUET, ROW_SUFFIXES, Reading, read
from auditor.reading.folders import files
from auditor.store.files import write

_MADE_FROM = b"auditor.made_from"
"""Where the metadata of a part says what it was made from."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of rows, and the file that its claims go to."""

    source: str
    target: Path


def parts(paths: Sequence[str], folder: str) -> tuple[list[Part], list[Problem]]:
    """The files of rows at the paths, each with its file in the folder; leaves with bad usage where there are others, too."""
    found = [one for path in sorted(set(paths)) for one in files(path)]
    problems = [one for one in found if isinstance(one, Problem)]
    names = sorted({one for one in found if isinstance(one, str)})
    others = [name for name in names if PurePath(name).suffix.lower() not in {*ROW_SUFFIXES, PARQUET}]
    if others:
        usage(
            f"{others[0]} is no file of rows, and claims go to a folder in parts of .jsonl, .csv and .parquet files. Name a file."
        )
    top = os.path.commonpath([os.path.dirname(os.path.abspath(name)) for name in names]) if names else ""
    inside = os.path.abspath(folder)
    if names and (top == inside or inside.startswith(top + os.sep)) and any(os.path.isdir(path) for path in paths):
        usage(f"{folder} lies among what is read, and would be read the next time. Name a folder apart.")
    return [Part(name, Path(folder, os.path.relpath(name, top) + PARQUET)) for name in names], problems


def made(part: Part, settings: str, claims: Callable[[Reading], bytes]) -> Sequence[Problem] | None:
    """The problems of reading a part, whose claims were written; ``None`` where it was there, made from the same.

    ``settings`` say what else bears on it; ``claims`` makes the table. What could not be read whole is made again each time.
    """
    origin = _digest(part.source, settings)
    if origin is not None and _origin(part.target) == origin:
        return None
    reading = read([part.source])
    table = claims(reading)
    part.target.parent.mkdir(parents=True, exist_ok=True)
    write(part.target, _signed(table, origin if origin and not reading.problems else b""))
    return reading.problems


def _digest(source: str, settings: str) -> bytes | None:
    """What a part is made from: the bytes of its file, the name, which its articles may go by, and the settings."""
    digest = hashlib.sha256(f"{source}\0{settings}\0".encode(errors="surrogatepass"))
    try:
        with open(source, "rb") as file:
            for block in _blocks(file):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest().encode()


def _blocks(file: io.BufferedReader) -> Iterator[bytes]:
    while block := file.read(1 << 20):
        yield block


def _origin(target: Path) -> bytes | None:
    """What a file says it was made from; nothing where it is not there, or not whole."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        said: bytes | None = (parquet.read_schema(target).metadata or {}).get(_MADE_FROM)
    except (OSError, pa.ArrowException):
        return None
    return said or None


def _signed(table: bytes, origin: bytes) -> bytes:
    """The table with what it was made from."""
    from pyarrow import parquet

    read = parquet.read_table(io.BytesIO(table))
    out = io.BytesIO()
    parquet.write_table(read.replace_schema_metadata({**(read.schema.metadata or {}), _MADE_FROM: origin}), out)
    return out.getvalue()
