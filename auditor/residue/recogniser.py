"""How one class of residue is recognised: what the check of the class brings, and the engine carries out.

Most classes are a ``LinePattern``: lines that read so are residue, whatever stands around them. A ``Telltale`` names the class
of a line that only its score gives away (``telltale``). What takes more than one line to see is a step, a function of the draft at a stage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.model import Confidence
from auditor.residue.draft import Stage, Step

LAST = 500
"""The rank of a class that says nothing of it: behind those of ours that may claim the same line."""


@dataclass(frozen=True, slots=True)
class LinePattern:
    """What whole lines of a class read like; ``line_pattern`` makes one."""

    reason: str
    pattern: re.Pattern[str]
    longest: int
    opens: frozenset[str] = frozenset()
    holds: tuple[str, ...] = ()
    whole: bool = True
    cased: bool = False
    confidence: Confidence = Confidence.HIGH

    def fits(self, line: str) -> bool:
        """Whether a line, in small letters unless ``cased``, reads so; whether it may was asked before."""
        if len(line) > self.longest:
            return False
        return bool(self.pattern.fullmatch(line) if self.whole else self.pattern.match(line))


def line_pattern(
    reason: str,
    pattern: str,
    longest: int,
    *,
    opens: str = "",
    holds: tuple[str, ...] = (),
    whole: bool = True,
    cased: bool = False,
    confidence: Confidence = Confidence.HIGH,
) -> LinePattern:
    """What whole lines of a class read like: the reason a reader is given, a pattern, and the longest line in characters.

    The pattern is matched from the start of the line in small letters (as it is written where ``cased``), to its end unless
    ``whole`` is off. So that most lines are passed over at once, it is tried only on those whose first word is one of ``opens``
    (or that begin with a digit), and on those that hold one of the signs or words in ``holds`` (short ones, unless ``cased``);
    on every line where neither is given.
    """
    compiled = re.compile(pattern)
    return LinePattern(reason, compiled, longest, frozenset(opens.split()), holds, whole, cased, confidence)


@dataclass(frozen=True, slots=True)
class Telltale:
    """Words by which a line is known for one of the class where its score alone says that it is residue."""

    reason: str
    pattern: re.Pattern[str]


def telltale(reason: str, pattern: str) -> Telltale:
    """A telltale: the reason a reader is given, and a pattern that is looked for in the line, whatever the case of its letters."""
    return Telltale(reason, re.compile(pattern, re.I))


@dataclass(frozen=True, slots=True)
class Recogniser:
    """How a class of residue is recognised; any part may be missing.

    Of two classes that claim one line, or take a step at one stage, the one of the lower ``rank`` comes first, then the one of the
    first id. ``dates`` says that its lines may tell when the article was written, as a byline does. ``inside`` is how sure it is at
    most of a line between two passages of the article, which may keep such lines (a credit under its picture).
    """

    lines: tuple[LinePattern, ...] = ()
    telltale: Telltale | None = None
    steps: tuple[tuple[Stage, Step], ...] = ()
    rank: int = LAST
    dates: bool = False
    inside: Confidence = Confidence.HIGH
