"""Text of others made harmless, a function for each kind of output: what it says is shown, and nothing in it commands.

An article, a name or a setting may hold escape codes of a terminal, controls that reorder the line they stand in, a line that
a build server takes for its own (``::stop-commands::x``, ``##vso[...]``), or the formula of a spreadsheet.
"""

from __future__ import annotations

import json as _json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# Control characters, lone surrogates, noncharacters and the bidirectional controls of Unicode: an article could use them to
# send escape codes to a terminal, to make a report that no file can hold (XML has no place for U+FFFE), or to reorder words.
_CONTROL = re.compile(
    r"(?!\r\n)[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
# GitHub trims a line before it looks for its command; what begins with ## is found anywhere, by Azure and by older runners.
_LINE_COMMAND = re.compile(r"^([^\S\n]*\ufeff?):(?=:)", re.MULTILINE)
_COMMAND = re.compile(r"##(?=\w*\[)")
_FORMULA = tuple("=+-@＝＋－＠")
"""What begins a formula, as OWASP lists it for CSV injection; spreadsheets may drop white space before it."""


def plain(text: str) -> str:
    """The text on one line: white space folded, characters that cannot be shown replaced by U+FFFD."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text))


def in_lines(text: str) -> str:
    """The text with its line breaks; what would command a terminal or a build server is written by its code: ``\\x1b``."""
    return _disarmed(_CONTROL.sub(_coded, text), ("\\x3a", "\\x23"))


def in_json(data: Any, indent: int | None = None) -> str:
    """The data as JSON that reads back as they are: what would command, or has no bytes in UTF-8, is escaped in it."""
    text = _CONTROL.sub(
        lambda found: f"\\u{ord(found.group()):04x}", _json.dumps(data, ensure_ascii=False, indent=indent)
    )
    return _disarmed(text, ("\\u003a", "\\u0023"))


def in_json_lines(data: Mapping[str, Any]) -> Iterator[str]:
    """An object as JSON, in pieces: each of its values a line, and each item of those that are rows of items.

    An iterator is such a row, too, and its items are made as they are written.
    """
    yield "{"
    for number, (key, value) in enumerate(data.items()):
        yield f"{',' if number else ''}\n  {in_json(key)}: "
        if isinstance(value, Iterator | list | tuple):
            yield from _row(iter(value))
        else:
            yield in_json(value)
    yield "\n}\n"


def _row(items: Iterator[Any]) -> Iterator[str]:
    before = "["
    for item in items:
        yield f"{before}\n    {in_json(item)}"
        before = ","
    yield "[]" if before == "[" else "\n  ]"


def in_page(text: str) -> str:
    """The text for a page, one character for one, so that places stay: those that cannot be shown become U+FFFD."""
    return _CONTROL.sub(lambda found: "\n" if found.group() == "\r" else "\ufffd", text)


def page(markup: str) -> str:
    """HTML or XML as it can be printed: it says the same, and no line of it is a command of a build server."""
    return _disarmed(markup, ("&#58;", "&#35;"))


def in_cell(text: str) -> str:
    """The text for a cell of a spreadsheet: as lines, with an apostrophe before what would be a formula."""
    shown = in_lines(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _coded(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _disarmed(text: str, codes: tuple[str, str]) -> str:
    """The text without a command of a build server: a colon or a number sign of each is written as in ``codes``."""
    colon, sign = codes
    text = _LINE_COMMAND.sub(lambda found: found.group(1) + colon, text)
    return _COMMAND.sub(lambda found: f"#{sign}", text)
