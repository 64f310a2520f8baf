"""The work on documents in this process, or in a pool of processes on this machine."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from auditor.engines.parcels import packed
from auditor.engines.trouble import WorkerDied

_T = TypeVar("_T")
_R = TypeVar("_R")

_A_JOB = 8
"""Tasks below which another process costs more than it saves: a start takes as long as some ten articles."""
_CHUNKS = 4
"""Parts that each process gets, one after another, so that none waits long for the last."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_be_ended() -> None:
    """Let the pool end this process when another of its processes is lost.

    The pool terminates the others then and waits for them. The command's own way to take a termination, an exception, is
    handed down to its workers; one that is sending a result would take it for the result's failure, send that, and wait
    for ever.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def mapped(step: Callable[[_T], _R], tasks: Sequence[_T], jobs: int = 1) -> Iterator[_R]:
    """What the step makes of each task, in their order.

    Tasks and what is made of them must be picklable. A step that is not, such as a check written as a lambda, is carried
    out in this process. Raises ``WorkerDied`` where a process of the pool is lost.
    """
    workers = min(jobs or cores(), max(1, len(tasks) // _A_JOB))
    if workers < 2 or packed(step) is None:
        yield from map(step, tasks)
        return
    chunk = max(1, len(tasks) // (workers * _CHUNKS))
    try:
        with ProcessPoolExecutor(workers, initializer=_can_be_ended) as pool:
            yield from pool.map(step, tasks, chunksize=chunk)
    except BrokenProcessPool as error:
        raise WorkerDied(
            "a worker process was killed, most likely for want of memory: run it again with fewer --jobs."
        ) from error
