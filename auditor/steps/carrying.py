"""How the work of a step is carried: the same for every engine, whatever the step makes of a task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Protocol, TypeVar

_Made = TypeVar("_Made")


class Task(Protocol):
    """What a step is carried out on: it travels to another process, and its key says all that tells it from others."""

    @property
    def key(self) -> str:
        """A digest of all that bears on what is made of the task, beside what all tasks of the run are carried out by."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents it is about, to tell where it ends whoever carries it out."""


_Work = TypeVar("_Work", bound=Task)


class Engine(Protocol):
    """What carries a step: in this process, in several, on several machines, or from what is known of an earlier run."""

    def __call__(self, step: Callable[[_Work], _Made], tasks: Sequence[_Work]) -> Iterable[_Made]:
        """What the step makes of each task, in their order."""


def here(step: Callable[[_Work], _Made], tasks: Sequence[_Work]) -> Iterable[_Made]:
    """An engine that carries the work in this process, one task after another."""
    return map(step, tasks)


def key_of(*parts: object) -> str:
    """A digest of what the parts are written as."""
    return sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()
