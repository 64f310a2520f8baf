"""How work travels to another process: a step once, and the tasks in chunks."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

_T = TypeVar("_T")


@runtime_checkable
class Loading(Protocol):
    """A step that looks up on this machine what its tasks speak of: for another machine it is taken out and goes along."""

    def bare(self) -> Callable[[Any], Any]:
        """The step without what it looks up."""

    def load(self, tasks: Sequence[Any]) -> object:
        """What the step would look up for these tasks."""

    def loaded(self, load: Any) -> Callable[[Any], Any]:
        """The step that looks up in that alone."""


def packed(step: object) -> bytes | None:
    """The step as it travels; ``None`` where it cannot, as a check that is written as a lambda cannot."""
    try:
        return pickle.dumps(step, protocol=pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None


def chunks(tasks: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    """The tasks in their order, so many at a time."""
    return (tasks[start : start + size] for start in range(0, len(tasks), size))
