"""The work on a Dask cluster: one of processes on this machine, or one that runs already."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from auditor.engines import worker
from auditor.engines.flow import Flow
from auditor.engines.local import cores
from auditor.engines.trouble import EngineError
from auditor.engines.worker import Kit

_T = TypeVar("_T")
_R = TypeVar("_R")

_FEW = 8
"""Tasks below which no cluster is started on this machine: it takes as long as some twenty articles."""
_SECONDS = 10
"""How long an address has time to answer."""
_FAILURES = 3
"""Deaths of workers that a chunk of tasks survives on a cluster of this machine, where others take their place."""

_SETTINGS = {
    "distributed.scheduler.allowed-failures": _FAILURES,
    "distributed.deploy.lost-worker-timeout": "10 minutes",  # else one that starts again slowly is given up for good
}
_NOTHING = logging.CRITICAL + 1
"""The level of what is logged by nobody."""


class Dask:
    """An engine that carries its work on a cluster, which is there once it is asked for."""

    elsewhere = True

    def __init__(
        self, client: Callable[[], Any], *, shares_files: bool, few: int = 0, kit: Kit | None = None, chunk: int = 0
    ) -> None:
        """Take what gives the client; up to so ``few`` tasks are carried out in this process, ``chunk`` travel at a time."""
        self.shares_files = shares_files
        self._client = client
        self._few = few
        self._kit = kit
        self._chunk = chunk

    def __call__(self, step: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[_R]:
        """What the step makes of each task, in their order; a step that cannot travel is carried out in this process.

        Raises ``EngineError``.
        """
        if len(tasks) <= self._few:
            yield from map(step, tasks)
            return
        flow = Flow.of(step, self.shares_files, self._kit)
        if flow is None:
            yield from map(step, tasks)
        else:
            yield from flow.through(self._client(), tasks, self._chunk)


@contextmanager
def local(jobs: int = 0, few: int = _FEW, chunk: int = 0) -> Iterator[Dask]:
    """A cluster of so many processes of this machine, 0 for one a processor: started when work comes, ended with the block."""
    with ExitStack() as held:
        started: list[Any] = []

        def client() -> Any:
            if not started:
                started.append(_started(jobs or cores(), held))
            return started[0]

        yield Dask(client, shares_files=True, few=few, chunk=chunk)


def _started(workers: int, held: ExitStack) -> Any:
    """A client of a new cluster that ends with what it is held by."""
    from dask import config
    from distributed import Client, LocalCluster
    from distributed.security import Security

    scratch = held.enter_context(TemporaryDirectory(prefix="auditor-dask-", ignore_cleanup_errors=True))
    held.enter_context(config.set(_SETTINGS))
    held.enter_context(_silence())
    try:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            protocol="tls",
            security=Security.temporary(),  # other users of the machine must not give it work
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            local_directory=scratch,
            preload=[worker.__name__],
            silence_logs=_NOTHING,
        )
    except (OSError, RuntimeError, ImportError) as error:
        raise EngineError(f"no Dask cluster can be started here: {error}. Use --engine local.") from error
    held.callback(cluster.close, timeout=_SECONDS)
    return held.enter_context(Client(cluster, set_as_default=False))


@contextmanager
def _silence() -> Iterator[None]:
    """What Dask logs of workers that come and go is of no use to who waits for a report."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(_NOTHING)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextmanager
def connected(address: str, kit: Kit | None = None, chunk: int = 0) -> Iterator[Dask]:
    """The cluster whose scheduler has that address. Raises ``EngineError`` where it does not answer or is unlike this process."""
    from distributed import Client

    with _silence():
        try:
            client = Client(address, timeout=_SECONDS, set_as_default=False)
        except Exception as error:  # what an address may be wrong in is not known
            raise EngineError(
                f"no Dask scheduler answers at {address} ({_line(error)}). Check the address and that it can be reached "
                "from here, or use --engine dask for a cluster on this machine."
            ) from error
        with client:
            _alike(client.get_versions(check=False), address)
            yield Dask(lambda: client, shares_files=False, kit=kit, chunk=chunk)


def _alike(versions: Mapping[str, Any], address: str) -> None:
    """Raises ``EngineError`` where scheduler or workers speak another Dask or Python than this process."""
    ours = _spoken(versions["client"])
    for who, said in {f"the scheduler at {address}": versions["scheduler"], **versions["workers"]}.items():
        theirs = _spoken(said) if isinstance(said, Mapping) else {}
        differing = [f"{name} {theirs.get(name)}, here {ours[name]}" for name in ours if theirs.get(name) != ours[name]]
        if differing:
            name = who if who.startswith("the ") else f"the worker {who}"
            raise EngineError(
                f"{name} has other versions: {'; '.join(differing)}. Install the same on all, or use --engine local."
            )


def _spoken(said: Mapping[str, Any]) -> dict[str, str]:
    packages = said["packages"]
    python = ".".join(str(packages["python"]).split(".")[:2])
    return {"python": python, "dask": str(packages["dask"]), "distributed": str(packages["distributed"])}


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
