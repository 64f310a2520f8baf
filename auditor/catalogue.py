"""Finds the checks and report formats, ours and third parties', through entry points.

A check is an entry point of the group ``auditor.checks`` whose name is the check's id and whose object is a
``Check``; a report format is one of ``auditor.reports``, an object ``render(report) -> str``, a ``Binary``, a ``Piecewise`` or a ``Fitted``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint
from typing import cast

from auditor.check import Check, classes_of
from auditor.model import Problem, Report
from auditor.plugins import CatalogueError, installed
from auditor.reports import Binary, Fitted, Piecewise
from auditor.residue.classes import Classes
from auditor.salvage import told

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Render",
    "catalogue",
    "choose",
    "format_names",
    "format_problems",
    "load_checks",
    "load_format",
    "unknown",
]

Render = Callable[[Report], str] | Binary | Fitted | Piecewise


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The checks that can be used, sorted by id, and a problem for each entry point that was passed over, named by it."""

    checks: tuple[Check, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def classes(self) -> Classes:
        """The classes of residue by which every article is laid out; they are those of all checks, not of those chosen."""
        return classes_of(self.checks)

    def chosen(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Catalogue:
        """What ``choose`` leaves of the checks, and the problems of entry points that are not among the ignored ones.

        What an entry point holds that cannot be loaded is not known: one that is not selected by its name might be of a family
        that is. Raises ``CatalogueError`` for a name that is neither a check, a family nor an entry point.
        """
        checks = choose(self.checks, select, ignore, {problem.check for problem in self.problems})
        return Catalogue(checks, tuple(problem for problem in self.problems if problem.check not in ignore))


def catalogue(points: Iterable[EntryPoint] | None = None, *, isolated: bool = False) -> Catalogue:
    """All installed checks; an entry point that is of no use is passed over and told, and takes no other check down.

    So it is with one that cannot be imported, that is no check, or whose name is not the check's id, and of two checks of one
    id with the second: ours are the first, then the order is that of the entry points. ``isolated`` as for ``installed``.
    """
    found: dict[str, tuple[Check, EntryPoint]] = {}
    problems: list[Problem] = []
    for point in sorted(installed("auditor.checks", isolated) if points is None else points, key=_order):
        try:
            check = _load_check(point)
            if check.id in found:
                raise CatalogueError(f"the check {check.id!r} is there already, from {_origin(found[check.id][1])}")
            found[check.id] = (check, point)
        except CatalogueError as error:
            problems.append(_passed_over(point, error))
    return Catalogue(tuple(check for _, (check, _) in sorted(found.items())), tuple(sorted(problems)))


def load_checks(points: Iterable[EntryPoint] | None = None, *, isolated: bool = False) -> tuple[Check, ...]:
    """All installed checks, sorted by id, for those who want all or none; arguments as for ``catalogue``.

    Raises ``CatalogueError`` where an entry point is of no use.
    """
    found = catalogue(points, isolated=isolated)
    if found.problems:
        raise CatalogueError(found.problems[0].error)
    return found.checks


def residue_catalogue() -> Catalogue:
    """Of the catalogue the checks that may recognise a class of residue, for who has no use for the others.

    Ours that do lie in one folder; to import the rest would take a tenth of a second.
    """
    return catalogue(point for point in installed("auditor.checks") if not point.value.startswith(_NO_CLASS))


_NO_CLASS = tuple(f"auditor.checks.{family}." for family in ("conflict", "quotation", "reference", "sourcing"))


@cache
def residue_classes() -> Classes:
    """The classes of residue of all installed checks that can be used, found once in a process."""
    return residue_catalogue().classes


_OURS = "auditor."
"""What the objects of our own entry points begin with."""


def _order(point: EntryPoint) -> tuple[bool, str, str]:
    """Ours come first, so that no other package takes the name of one."""
    return not point.value.startswith(_OURS), point.name, point.value


def _origin(point: EntryPoint) -> str:
    """Where an entry point comes from: its object, and the package that brings it, where it is known."""
    name, version = _package(point)
    return f"{point.value.strip()}{f' of the package {name} {version}'.rstrip() if name else ''}"


def _package(point: EntryPoint) -> tuple[str, str]:
    """The name and the version of the package that brings an entry point, each empty where nothing tells."""
    about = point.dist.metadata if point.dist else None  # of a package that was removed by halves it may be empty
    return (about["Name"] or "", about["Version"] or "") if about else ("", "")


def _passed_over(point: EntryPoint, error: CatalogueError) -> Problem:
    name, _ = _package(point)
    if point.value.startswith(_OURS):
        way_out = "In a checkout, mend what it names and run pip install --editable . there; else install it again"
    elif name:
        way_out = f"Install {name} again, or take it out: pip uninstall {name}"
    else:
        way_out = f"Take out what is left of it in {point.dist.locate_file('') if point.dist else 'its package'}"
    return Problem(
        f"The entry point {point.name!r} ({_origin(point)}) is passed over: {error}. {way_out}.", check=point.name
    )


def _load_check(point: EntryPoint) -> Check:
    check = _loaded(point)
    if not isinstance(check, Check):
        raise CatalogueError("it is no auditor.check.Check")
    if check.id != point.name:
        raise CatalogueError(f"it holds the check {check.id!r}: use one name")
    return check


def _loaded(point: EntryPoint) -> object:
    """What an entry point names. Raises ``CatalogueError`` where it cannot be imported, whatever its module does."""
    try:
        return point.load()
    except (Exception, SystemExit) as error:
        raise CatalogueError(f"it cannot be imported, {told(error)}") from error


def choose(
    checks: Sequence[Check], select: Sequence[str] = (), ignore: Sequence[str] = (), others: Collection[str] = ()
) -> tuple[Check, ...]:
    """The checks named by ``select`` (all when empty) without those named by ``ignore``; a family names its checks.

    ``others`` are further names that may be given. Raises ``CatalogueError`` for a name that is neither a check nor a family,
    with the nearest known one.
    """
    known = {check.id for check in checks} | {check.family.value for check in checks} | {*others}
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
    """The message for a name that is not known, with the nearest known one or the whole list.

    Of several known ones with commas between them it says that each is to be given by itself.
    """
    names = sorted(known)
    if "," in name and {one.strip() for one in name.split(",")} <= {*names, ""}:
        return f"{name!r} is no one name. Give the option once for each of them."
    near = get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(names)}."
    return f"There is no {what} called {name!r}. {hint}"


def load_format(name: str, *, isolated: bool = False) -> Render:
    """The function that renders a report in the format ``name``; ``isolated`` as for ``installed``.

    Of two formats of one name it is ours, else the first in the order of the entry points. Raises ``CatalogueError`` when there
    is none, or it is of no use.
    """
    points = _formats(isolated)
    if name not in points:
        raise CatalogueError(unknown("report format", name, points))
    point = points[name][0]
    try:
        return _load_format(point)
    except CatalogueError as error:
        raise CatalogueError(_passed_over(point, error).error) from error


def format_names(*, isolated: bool = False) -> tuple[str, ...]:
    """The names of all installed report formats; ``isolated`` as for ``installed``."""
    return tuple(sorted(_formats(isolated)))


def format_problems(names: Collection[str] | None = None, *, isolated: bool = False) -> tuple[Problem, ...]:
    """What is wrong with the entry points of report formats, or of those of some names; ``isolated`` as for ``installed``.

    A format that cannot be loaded is told only where no names are given: whoever asks for it by name is refused.
    """
    problems: list[Problem] = []
    for name, (first, *others) in _formats(isolated).items():
        if names is not None and name not in names:
            continue
        taken = CatalogueError(f"the report format {name!r} is there already, from {_origin(first)}")
        problems += (_passed_over(other, taken) for other in others)
        try:
            if names is None:
                _load_format(first)
        except CatalogueError as error:
            problems.append(_passed_over(first, error))
    return tuple(sorted(problems))


def _formats(isolated: bool) -> dict[str, list[EntryPoint]]:
    """The entry points of report formats by their names; the first of a name counts."""
    found: dict[str, list[EntryPoint]] = {}
    for point in sorted(installed("auditor.reports", isolated), key=_order):
        found.setdefault(point.name, []).append(point)
    return found


def _load_format(point: EntryPoint) -> Render:
    render = _loaded(point)
    if not callable(render):
        raise CatalogueError("it is no report format, which is a function of a report")
    return cast(Render, render)
