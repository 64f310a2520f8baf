"""The text of one article: from bytes to code points, and what makes a text unfit to be audited."""

from __future__ import annotations

import codecs
import hashlib
from io import BufferedReader
from typing import NamedTuple

from auditor.model import Document, Problem

STDIN = "-"
"""The path that stands for standard input."""

MAX_CHARACTERS = 5_000_000
"""Code points of one article. The longest reports and novels have fewer: more is a dump of many, or no text at all."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""Bytes that hold an article of that length in any of the encodings read here."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Unreadable(Exception):
    """Something cannot be read; the message says what is wrong and the way out."""


class Found(NamedTuple):
    """A document and the place it was found at: a path or ``-``, and for a row its line."""

    document: Document
    source: str
    line: int = 0

    @property
    def place(self) -> str:
        """The place in words, ``corpus.jsonl:12``."""
        source = "standard input" if self.source == STDIN else self.source
        return f"{source}:{self.line}" if self.line else source


def problem(error: str, place: str) -> Problem:
    """A problem at a place; what cannot be written as UTF-8 in the place's name is escaped."""
    return Problem(error, place.encode("utf-8", "backslashreplace").decode())


def in_utf8(text: str) -> bool:
    """Whether a text can be written as UTF-8: halves of surrogate pairs cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def make_document(id: str, text: str, left_out: tuple[tuple[int, str], ...] = (), **given: str | None) -> Document:
    """A document of this text with its digest; ``given`` are other fields of ``Document``, ``None`` for the default.

    Raises ``UnicodeEncodeError`` for a text with half of a surrogate pair.
    """
    known = {name: value for name, value in given.items() if value is not None}
    return Document(id=id, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), left_out=left_out, **known)


def read_text(stream: BufferedReader, size: int) -> str:
    """The one article a stream holds, newlines and all; ``size`` is its length in bytes as far as that is known.

    Raises ``Unreadable``; a stream that is too long is not read to its end, and not at all when its size tells.
    """
    if size > MAX_BYTES:
        raise Unreadable(_too_long(f"{size:,} bytes"))
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(_too_long(f"over {MAX_BYTES:,} bytes"))
    encoding, mark = encoding_of(data)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(undecodable(mark + error.start, data[mark + error.start], encoding)) from error
    return article(text)


def encoding_of(head: bytes) -> tuple[str, int]:
    """The encoding that the byte order mark at the head names, UTF-8 without one, and the bytes the mark takes."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def undecodable(offset: int, byte: int, encoding: str = "utf-8") -> str:
    """What to say of a byte that is not text in its encoding."""
    if encoding != "utf-8":
        return f"Byte {offset:,} (0x{byte:02x}) is not {encoding.upper()}. Save the file as UTF-8 with a program that can read it."
    return (
        f"Byte {offset:,} (0x{byte:02x}) is not UTF-8. "
        "Save the file as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8 if it comes from Windows."
    )


def article(text: str) -> str:
    """The text itself, if it can be that of an article. Raises ``Unreadable``."""
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(_too_long(f"{len(text):,} characters"))
    if (nul := text.find("\0")) >= 0:
        raise Unreadable(
            f"It contains NUL bytes, the first at character {nul:,}, so it is not text. Export it as UTF-8 text."
        )
    if not text or text.isspace():
        raise Unreadable("There is no text in it. Remove it, or fetch the article again.")
    return text


def _too_long(size: str) -> str:
    return (
        f"This is {size} long, and an article has at most {MAX_CHARACTERS:,} characters. "
        "Split it into one article a file, or a row for each article in a .jsonl file."
    )
