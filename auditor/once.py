"""What is made of a report, once however many formats ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from auditor.model import Report

_T = TypeVar("_T")


def once_a_report(make: Callable[[Report], _T]) -> Callable[[Report], _T]:
    """A function of a report that remembers what it made of the last one, as long as that is in use."""
    last: tuple[ref[Report], _T] | None = None

    @wraps(make)
    def made(report: Report) -> _T:
        nonlocal last
        if last is None or last[0]() is not report:
            last = ref(report, forget), make(report)
        return last[1]

    def forget(gone: ref[Report]) -> None:
        nonlocal last
        if last is not None and last[0] is gone:
            last = None

    return made
