"""What a step makes of all that it can take: what it cannot take is found, left out and told, and never ends the run.

A step fails on one part, a paragraph of an article or an article of a group, and would lose what it makes of the others.
So the part is looked for by halves, left out, and the step put to the rest. Tests raise instead: there a failure is
always a fault of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST = 3
"""Parts left out of one step, at most: what fails on more of them fails on all, and is looked for no longer."""

Part = TypeVar("Part")
Made = TypeVar("Made")

_raising = False


@dataclass(frozen=True, slots=True)
class Salvage(Generic[Part, Made]):
    """What a step made of the parts kept, ``None`` where it failed on too many, and each part left out with its error.

    ``error`` is the one that the step went on raising, where nothing was made.
    """

    made: Made | None
    lost: tuple[tuple[Part, Exception], ...] = ()
    error: Exception | None = None


def salvaged(step: Callable[[Sequence[Part]], Made], parts: Sequence[Part]) -> Salvage[Part, Made]:
    """What the step makes of the parts, without those on which it raises; it is run once where it raises on none."""
    kept = list(parts)
    lost: list[tuple[Part, Exception]] = []
    while True:
        made, error = attempted(lambda: step(kept))
        if error is None:
            return Salvage(made, tuple(lost))
        if len(lost) == MOST or not kept:
            return Salvage(None, tuple(lost), error)
        at, error = _culprit(step, kept, error)
        lost.append((kept.pop(at), error))


def attempted(step: Callable[[], Made]) -> tuple[Made | None, Exception | None]:
    """What a step makes, or ``None`` and what it raised."""
    try:
        return step(), None
    except Exception as error:
        if _raising:
            raise
        return None, error


def told(error: BaseException) -> str:
    """The kind of an error and its message in words that can be written out."""
    return f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode()


@contextmanager
def raising(wanted: bool = True) -> Iterator[None]:
    """Inside, whether errors are raised as if nothing salvaged them."""
    global _raising
    before, _raising = _raising, wanted
    try:
        yield
    finally:
        _raising = before


def _culprit(step: Callable[[Sequence[Part]], Made], parts: Sequence[Part], error: Exception) -> tuple[int, Exception]:
    """The last of the fewest leading parts on which the step raises, and what it raises there."""
    passes, fails = 0, len(parts)
    while fails - passes > 1:
        middle = (passes + fails) // 2
        _, raised = attempted(lambda: step(parts[:middle]))  # noqa: B023 - it is run here and now
        if raised is None:
            passes = middle
        else:
            fails, error = middle, raised
    return fails - 1, error
