"""What a worker of a cluster does: it takes the step once, and chunks of tasks as they come.

All travels as bytes, so that the scheduler looks at nothing, and what the step raises comes back as what it is, apart from
what goes wrong on the way.
"""

from __future__ import annotations

import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from auditor.engines.garbage import collect_seldom

_ALONE = threading.Lock()
"""Threads of one process take turns: they gain nothing, since the work is done in Python."""
_STEPS: dict[str, Callable[[Any], Any]] = {}
_KEPT = 4
"""Steps that a worker keeps ready: there are two in a run, and few runs at a time."""

Kit = Callable[[], Mapping[str, str]]


class Unlike(Exception):
    """A worker cannot do as the process that asks would; the message says what it lacks."""


def dask_setup(_: object) -> None:
    """Let a worker of this machine work as the command does, which a stop from the keyboard is left to; Dask calls this."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def handed_on(data: bytes) -> bytes:
    """The step as it came: a task of its own, so that the cluster makes it again where the worker that had it is lost."""
    return data


def sealed(step: bytes, kit: Kit | None) -> bytes:
    """The step with what a worker must be like to carry it out."""
    return pickle.dumps((kit, kit() if kit else {}, step))


def carried(name: str, seal: bytes, parcel: bytes) -> bytes:
    """What the step of that name makes of the tasks in a parcel, or what it raises. Raises ``Unlike``."""
    with _ALONE:
        step = _STEPS.get(name) or _opened(name, seal)
        try:
            load, tasks = pickle.loads(parcel)
        except (ImportError, AttributeError) as error:
            raise Unlike(f"it cannot take the work: {error}") from None
        return _told(step if load is None else step.loaded(load), tasks)  # type: ignore[attr-defined]


def unpacked(parcel: bytes) -> Sequence[Any]:
    """What was made of the tasks of a parcel. Raises what the step raised."""
    # It comes from a cluster that the user named, which could as well do anything else as this user.
    fine, made = pickle.loads(parcel)
    if not fine:
        raise made
    results: Sequence[Any] = made
    return results


def _opened(name: str, seal: bytes) -> Callable[[Any], Any]:
    try:
        kit, wanted, data = pickle.loads(seal)
        if wanted and (differing := _differing(kit(), wanted)):
            raise Unlike(differing)
        step: Callable[[Any], Any] = pickle.loads(data)
    except (ImportError, AttributeError) as error:
        raise Unlike(f"it cannot take the work: {error}") from None
    while len(_STEPS) >= _KEPT:
        _STEPS.pop(next(iter(_STEPS)))
    _STEPS[name] = step
    return step


def _differing(have: Mapping[str, str], wanted: Mapping[str, str]) -> str:
    """What a worker has otherwise than it should, in words; empty where all is alike."""
    names = [name for name in sorted({*have, *wanted}) if have.get(name) != wanted.get(name)]
    return ", ".join(f"{name} {have.get(name) or 'none'} instead of {wanted.get(name) or 'none'}" for name in names)


def _told(step: Callable[[Any], Any], tasks: Iterable[Any]) -> bytes:
    try:
        return pickle.dumps((True, [step(task) for task in tasks]), protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
        return pickle.dumps((False, _portable(error)))


def _portable(error: Exception) -> Exception:
    """The error, or one that says the same where it cannot travel."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001 - an error may do anything when it is packed
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
