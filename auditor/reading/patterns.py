"""Patterns as in .gitignore files, in time that grows with a name and not with its powers.

A pattern is a regular expression to the library that reads it, and one of many stars tries every way to share a name out among
them: `*a*a*a*a*a*b` takes seconds for one name. It is enough that each star but the last of a part takes as little as it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_STAR = "[^/]*"
_SINGLE = "[^/]"
"""What `?` becomes."""
_FOLDERS = "(?:/.+)?"
"""What `/**` in the middle becomes."""
_MOST_FOLDERS = 3
"""Of these in one pattern: more are written by nobody who has something to ignore, and are no pattern here."""


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns of the lines, each of which must be one. Raises ``ValueError`` and ``re.error``."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec([_pattern(line) for line in lines])


def is_pattern(line: str) -> bool:
    """Whether a line can be a pattern; git, too, passes over those that cannot."""
    try:
        _pattern(line)
    except (ValueError, re.error):
        return False
    return True


def _pattern(line: str) -> GitIgnoreSpecPattern:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    pattern = GitIgnoreSpecPattern(line.rstrip("\r\n"))
    if pattern.regex is not None:
        if pattern.regex.pattern.count(_FOLDERS) > _MOST_FOLDERS:
            raise ValueError(f"it has more than {_MOST_FOLDERS} times ** between slashes")
        pattern.regex = re.compile(_frugal(pattern.regex.pattern), pattern.regex.flags)
    return pattern


def _frugal(regex: str) -> str:
    """The expression with every star that another one follows in the same part of a path content with the least."""
    first, *pieces = regex.split(_STAR)
    kept = [first]
    for number, piece in enumerate(pieces):
        ends = "/" in piece.replace(_SINGLE, "") or number == len(pieces) - 1
        kept.append(f"{_STAR}{piece}" if ends else f"(?>{_STAR}?{piece})")
    return "".join(kept)
