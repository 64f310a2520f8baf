"""Work that flows through a cluster: chunks of tasks go out a few ahead, what is made of them comes back in order."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Any
from uuid import uuid4

from auditor.engines.parcels import Loading, chunks, packed
from auditor.engines.trouble import EngineError, WorkerDied
from auditor.engines.worker import Kit, Unlike, carried, handed_on, sealed, unpacked

_LARGEST = 16
"""Tasks that travel together at most: enough that the way costs little, few enough that memory stays bounded."""
_TURNS = 4
"""Chunks that each thread of the cluster gets at least, where there are tasks enough."""
_AHEAD = 3
"""Chunks for each thread that are out at a time: one at work, the next, and one that waits for an earlier to end."""
_RECOUNT = 16
"""Chunks after which the threads are counted anew: a cluster grows and shrinks."""
_LOOK = 2.0
"""Seconds between two looks at the cluster while a result is waited for."""
_PATIENCE = 120.0
"""Seconds that a cluster may be without any worker: on a busy machine one that was lost takes half a minute to be replaced."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A chunk of tasks that is out."""

    tasks: Sequence[Any]
    future: Any


@dataclass(frozen=True, slots=True)
class Flow:
    """A step as it goes to a cluster: its name, what travels once, and what puts a chunk of tasks into a parcel."""

    name: str
    seal: bytes
    load: Callable[[Sequence[Any]], object]

    @classmethod
    def of(cls, step: Callable[[Any], Any], shares_files: bool, kit: Kit | None) -> Flow | None:
        """The flow of a step; ``None`` where the step cannot travel. One that looks up in files takes along what it needs."""
        apart: Loading | None = step if isinstance(step, Loading) and not shares_files else None
        data = packed(apart.bare() if apart else step)
        if data is None:
            return None
        return cls(f"auditor-{uuid4().hex}", sealed(data, kit), apart.load if apart else _nothing)

    def through(self, client: Any, tasks: Sequence[Any], size: int = 0) -> Iterator[Any]:
        """What the step makes of each task, in their order; so many travel together. Raises ``EngineError``."""
        threads = _threads(client)
        size = size or max(1, min(_LARGEST, len(tasks) // (threads * _TURNS)))
        step = client.submit(handed_on, self.seal, key=f"{self.name}-step", pure=False)
        left = chunks(tasks, size)
        out: deque[_Sent] = deque()
        try:
            for turn in count(1):
                for chunk in islice(left, max(0, threads * _AHEAD - len(out))):
                    out.append(self._sent(client, step, chunk))
                if not out:
                    return
                yield from self._made(client, step, out.popleft())
                if not turn % _RECOUNT:
                    threads = _threads(client)
        finally:
            if out:
                client.cancel([sent.future for sent in out])

    def _sent(self, client: Any, step: Any, tasks: Sequence[Any]) -> _Sent:
        parcel = pickle.dumps((self.load(tasks), tasks), protocol=pickle.HIGHEST_PROTOCOL)
        key = f"{self.name}-{uuid4().hex}"
        return _Sent(tasks, client.submit(carried, self.name, step, parcel, key=key, pure=False))

    def _made(self, client: Any, step: Any, sent: _Sent) -> Iterator[Any]:
        from distributed.scheduler import KilledWorker

        try:
            yield from unpacked(_result(client, sent.future))
        except KilledWorker as error:
            if len(sent.tasks) == 1:
                raise WorkerDied(_told(sent.tasks)) from error
            for task in sent.tasks:  # one by one, to find which it is
                yield from self._made(client, step, self._sent(client, step, [task]))


def _nothing(tasks: Sequence[Any]) -> None:
    """What goes along with tasks whose step has all that it needs."""


def _result(client: Any, future: Any) -> bytes:
    """What came of a chunk. Raises ``KilledWorker`` where it ends its workers, ``EngineError`` where it cannot be had."""
    from distributed import CancelledError
    from distributed.scheduler import KilledWorker

    try:
        _wait(client, future)
        made: bytes = future.result()
    except (EngineError, KilledWorker):
        raise
    except Unlike as error:
        raise EngineError(
            f"a worker of the Dask cluster is unlike this process: {error}. What it makes could differ: install the same "
            "versions of everything on all machines."
        ) from error
    except CancelledError as error:
        raise EngineError(_LOST) from error
    except ModuleNotFoundError as error:
        raise EngineError(
            f"a worker of the Dask cluster cannot take the work: {error}. Install auditor there, and what this process has "
            "beside it."
        ) from error
    except OSError as error:
        raise EngineError(f"{_LOST} ({error})") from error
    return made


_LOST = (
    "the Dask scheduler was lost in mid-run. Start it again and run the audit again: what was cached is not done twice."
)


def _wait(client: Any, future: Any) -> None:
    """Wait for a result as long as there is anybody who may bring it. Raises ``EngineError``."""
    from distributed import wait

    since = time.monotonic()
    while True:
        try:
            with client.as_current():
                wait(future, timeout=_LOOK)
        except TimeoutError:
            if client.status not in ("running", "connecting"):
                raise EngineError(_LOST) from None
            if _threads(client, least=0):
                since = time.monotonic()
            elif time.monotonic() - since > _PATIENCE:
                raise EngineError(
                    f"the Dask cluster has had no worker for {_PATIENCE:.0f} seconds. Start workers (dask worker ADDRESS) and "
                    "run it again: what was cached is not done twice."
                ) from None
        else:
            return


def _threads(client: Any, least: int = 1) -> int:
    """How many threads the cluster has at work."""
    try:
        known: dict[str, int] = client.nthreads()
    except OSError:
        return least
    return max(least, sum(known.values()))


def _told(tasks: Sequence[Any]) -> str:
    documents = sorted({name for task in tasks for name in getattr(task, "documents", ())})
    named = f" on {', '.join(documents[:9])}{' and others' if len(documents) > 9 else ''}" if documents else ""
    return (
        f"worker processes were killed again and again at the work{named}, most likely for want of memory. Leave "
        f"{'that' if len(documents) == 1 else 'those'} out or give workers more memory, and run it again."
    )
