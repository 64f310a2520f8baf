"""The first files of a new check: its own, with the headings of its documentation and an example that fails, and its entry point.

In a checkout of this project a check lies in the folder of its family and is an entry point of ours. Anywhere else it lies in a
package of its own, with a test that runs its examples; a package that has checks already gets one more.
"""

from __future__ import annotations

import keyword
import shlex
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor import __version__
from auditor.model import KEBAB, Family
from auditor.scaffold.files import InTheWay, filled, points, project, registered, written

OURS = "source-auditor"
"""The name of this project in its pyproject.toml."""
GROUP = "auditor.checks"
_TAKEN = frozenset({"auditor", "checks", "reports", "tests", *sys.stdlib_module_names})
"""Names of packages that would hide others."""
_FIRST = "0.1.0"
"""The version of a package that is begun."""
_EXPLAINED = "point"
"""What `auditor explain` tells beside checks and families."""


@dataclass(frozen=True, slots=True)
class Started:
    """What was begun: the files that were written, and the commands to go on with, each with a word on what it does."""

    files: tuple[Path, ...]
    next: tuple[tuple[str, str], ...]


def new_check(
    name: str, family: str, folder: Path | None, checks: Collection[str], families: Collection[str]
) -> Started:
    """Begin a check in a folder: in the current one, or one of its own where that holds no checks.

    ``checks`` and ``families`` are the names that are taken. Raises ``InTheWay`` for a name that cannot be one and where a
    file is in the way, and ``OSError``.
    """
    _refuse_names(name, family, checks, families)
    where = folder or _default(name)
    if where.exists() and not where.is_dir():
        raise InTheWay(f"{where} is a file. Name a folder.")
    about = project(where)
    if about.get("name") == OURS:
        return _of_ours(where, name, Family(family))
    return _of_a_package(where, about, name, Family(family))


def _refuse_names(name: str, family: str, checks: Collection[str], families: Collection[str]) -> None:
    for what, given in (("a check", name), ("a family", family)):
        if not KEBAB.fullmatch(given):
            raise InTheWay(
                f"{given!r} cannot be the name of {what}: write small letters and digits, with hyphens between words, "
                f"such as {'missing-byline' if what == 'a check' else 'sourcing'}."
            )
    if keyword.iskeyword(_snake(name)):
        raise InTheWay(
            f"{name!r} cannot be the name of a check, since it is a word of Python. Say more of what is wrong."
        )
    if name in {*checks, *families, family, _EXPLAINED}:
        raise InTheWay(f"There is a check or family called {name!r} already. Take another name, or change that one.")
    if family in checks:
        raise InTheWay(f"{family!r} is a check, and a family cannot have its name. Name another --family.")


def _default(name: str) -> Path:
    here = Path()
    about = project(here)
    return here if about.get("name") == OURS or points(about, GROUP) else Path(f"auditor-{name}")


def _of_ours(root: Path, name: str, family: Family) -> Started:
    package = f"auditor.checks.{_snake(family)}"
    folder = root / "checks" / _snake(family)
    made = {folder / f"{_snake(name)}.py": _source(name, family, _next_release(__version__))}
    if not (folder / "__init__.py").exists():
        made = {folder / "__init__.py": f'"""Checks of the family {family}."""\n', **made}
    begun = written(made, _with_entry(root, name, f"{package}.{_snake(name)}:CHECK"))
    steps = (
        ("pip install --editable .", "installs the entry point"),
        (f"pytest tests/test_checks.py -k {name}", "runs its examples: one fails until the check finds it"),
        (f"auditor explain {name}", "shows what it says of itself"),
        ("python -m tests.documents", "puts it into the catalogue"),
    )
    return Started(begun, steps)


def _of_a_package(folder: Path, about: Mapping[str, object], name: str, family: Family) -> Started:
    held = points(about, GROUP)
    if about and not held:
        raise InTheWay(
            f"{folder / 'pyproject.toml'} is of a project without checks. Name a folder of its own with --folder, or add "
            f'a table [project.entry-points."{GROUP}"] with a first check.'
        )
    package = next(iter(held.values())).partition(":")[0].rpartition(".")[0] if held else _package(folder)
    module = f"{package}.{_snake(name)}" if package else _snake(name)
    root = folder.joinpath(*package.split(".")) if package else folder
    if held and not root.is_dir():
        raise InTheWay(f"{root} is where the checks of {folder} should lie, and is no folder. Name another --folder.")
    made = {
        **({} if held else {root / "__init__.py": f'"""Checks for auditor: {family}."""\n'}),
        root / f"{_snake(name)}.py": _source(name, family, str(about.get("version", _FIRST))),
        folder / "tests" / f"test_{_snake(name)}.py": filled("test.py", name=name),
    }
    changed = _with_entry(folder, name, f"{module}:CHECK") if held else {}
    if not held:
        values = {
            "package": package.replace("_", "-"),
            "module": module,
            "name": name,
            "version": __version__,
            "first": _FIRST,
        }
        made[folder / "pyproject.toml"] = filled("pyproject.toml", **values)
    begun = written(made, changed)
    steps = (
        (f"cd {shlex.quote(str(folder))}", ""),
        ("pip install --editable '.[test]'", "installs the entry point"),
        ("pytest", "runs its examples: one fails until the check finds it"),
        (f"auditor explain {name}", "shows what it says of itself"),
    )
    return Started(begun, steps[1:] if folder == Path() else steps)


def _package(folder: Path) -> str:
    """The name of the package in a new folder."""
    name = folder.absolute().name.lower().replace("-", "_").replace(" ", "_").replace(".", "_")
    if not name.isidentifier() or name in _TAKEN or keyword.iskeyword(name):
        raise InTheWay(f"A package cannot be called {name!r}, as its folder is. Name another with --folder.")
    return name


def _with_entry(folder: Path, name: str, value: str) -> Mapping[Path, str]:
    file = folder / "pyproject.toml"
    return {file: registered(file.read_text(encoding="utf-8"), GROUP, name, value)}


def _next_release(version: str) -> str:
    """The release in which what is begun now can come out first."""
    major, minor, *_ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def _source(name: str, family: Family, since: str) -> str:
    constant = family.upper() if getattr(Family, family.upper(), None) is family else None
    told = f"Family.{constant}" if constant else f'Family("{family}")'
    template = "residue.py" if family is Family.RESIDUE else "check.py"
    return filled(template, name=name, family=told, since=since)


def _snake(name: str) -> str:
    return name.replace("-", "_")
