"""Finds the checks and report formats, ours and third parties', through entry points.

A check is an entry point of the group ``auditor.checks`` whose name is the check's id and whose object is a
``Check``; a report format is one of ``auditor.reports``, an object ``render(report) -> str``, a ``Binary`` or a ``Fitted``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint

from auditor.check import Check
from auditor.model import Report
from auditor.plugins import CatalogueError, installed
from auditor.reports import Binary, Fitted

__all__ = ["CatalogueError", "Render", "choose", "format_names", "load_checks", "load_format", "unknown"]

Render = Callable[[Report], str] | Binary | Fitted


def load_checks(points: Iterable[EntryPoint] | None = None, *, isolated: bool = False) -> tuple[Check, ...]:
    """All installed checks, sorted by id; ``isolated``: without those that lie in the current folder (``installed``).

    Raises ``CatalogueError`` when two carry one id, when an entry point's name is not the id of its check, or
    when one cannot be imported or is no check.
    """
    found: dict[str, tuple[Check, EntryPoint]] = {}
    for point in sorted(installed("auditor.checks", isolated) if points is None else points):
        check = _load_check(point)
        if check.id in found:
            other = found[check.id][1]
            raise CatalogueError(
                f"Two checks are called {check.id!r}: {other.value} and {point.value}. Uninstall or rename one of them."
            )
        found[check.id] = (check, point)
    return tuple(check for _, (check, _) in sorted(found.items()))


def _load_check(point: EntryPoint) -> Check:
    try:
        check = point.load()
    except Exception as error:
        raise CatalogueError(f"The check {point.name!r} ({point.value}) cannot be imported: {error}") from error
    if not isinstance(check, Check):
        raise CatalogueError(f"The entry point {point.name!r} ({point.value}) is no auditor.check.Check.")
    if check.id != point.name:
        raise CatalogueError(
            f"The entry point {point.name!r} ({point.value}) holds the check {check.id!r}: use one name."
        )
    return check


def choose(checks: Sequence[Check], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks named by ``select`` (all when empty) without those named by ``ignore``; a family names its checks.

    Raises ``CatalogueError`` for a name that is neither a check nor a family, with the nearest known one.
    """
    known = {check.id for check in checks} | {check.family.value for check in checks}
    for name in (*select, *ignore):
        if name not in known:
            raise CatalogueError(unknown("check or family", name, known))
    wanted, unwanted = set(select), set(ignore)
    return tuple(
        check
        for check in checks
        if (not wanted or {check.id, check.family.value} & wanted) and not {check.id, check.family.value} & unwanted
    )


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The message for a name that is not known, with the nearest known one or the whole list."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(names)}."
    return f"There is no {what} called {name!r}. {hint}"


def load_format(name: str, *, isolated: bool = False) -> Render:
    """The function that renders a report in the format ``name``; ``isolated`` as for ``installed``.

    Raises ``CatalogueError`` when there is none, or it cannot be imported.
    """
    points = {point.name: point for point in sorted(installed("auditor.reports", isolated), reverse=True)}
    if name not in points:
        raise CatalogueError(unknown("report format", name, points))
    try:
        render: Render = points[name].load()
    except Exception as error:
        raise CatalogueError(f"The report format {name!r} cannot be imported: {error}") from error
    return render


def format_names(*, isolated: bool = False) -> tuple[str, ...]:
    """The names of all installed report formats; ``isolated`` as for ``installed``."""
    return tuple(sorted({point.name for point in installed("auditor.reports", isolated)}))
