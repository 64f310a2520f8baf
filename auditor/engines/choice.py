"""Which engine carries the work: the one that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from auditor.engines.local import mapped
from auditor.engines.trouble import EngineError

_T = TypeVar("_T")
_R = TypeVar("_R")

LOCAL, DASK = "local", "dask"
NAMES = "local, dask, or dask=ADDRESS for a cluster that runs already"
"""The engines as the help names them."""


class Carrier(Protocol):
    """An engine that is open.

    ``shares_files`` says whether who does the work can read the files of this process: where it cannot, a step that looks
    things up in a file has to be ``Loading``.
    """

    shares_files: bool
    elsewhere: bool
    """Whether the work is done in other processes, which articles that lie in a file reach soonest."""

    def __call__(self, step: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[_R]:
        """What the step makes of each task, in their order. Raises ``EngineError``."""


class Local:
    """The work in this process, or in a pool of processes."""

    shares_files = True

    def __init__(self, jobs: int = 1) -> None:
        """Take the number of processes, 0 for one a processor."""
        self._jobs = jobs
        self.elsewhere = jobs != 1

    def __call__(self, step: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[_R]:
        """What the step makes of each task, in their order. Raises ``WorkerDied``."""
        return mapped(step, tasks, self._jobs)


@contextmanager
def opened(name: str, jobs: int = 1, kit: Callable[[], Mapping[str, str]] | None = None) -> Iterator[Carrier]:
    """The engine of that name, while it is open; ``jobs`` are its processes on this machine.

    ``kit`` says by which versions a process works: who works elsewhere must work by the same. Raises ``EngineError`` where
    there is no such engine, or where it cannot be had.
    """
    kind, _, address = name.partition("=")
    if name == LOCAL:
        yield Local(jobs)
    elif kind == DASK and (address or name == DASK):
        dask: Any = _dask()
        with dask.connected(address, kit) if address else dask.local(jobs) as carrier:
            yield carrier
    else:
        raise EngineError(f"there is no engine {name!r}. Choose {NAMES}: dask=tcp://HOST:8786.")


def _dask() -> object:
    """The module that knows Dask, once it is sure that Dask is installed."""
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise EngineError("the engine needs Dask: pip install 'source-auditor[dask]'.")
    from auditor.engines import dask

    return dask
