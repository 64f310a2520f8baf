"""Files that are to be made: what each is to hold, and whether it may be written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from string import Template

from auditor.store.files import write


class InTheWay(Exception):
    """Something cannot be made as asked for; the message says why, and the way out."""


def filled(template: str, **values: str) -> str:
    """The text of a template with its names filled in."""
    text = files("auditor.scaffold").joinpath("templates", f"{template}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(values)


def written(made: Mapping[Path, str], changed: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write the files ``made``, then those that were there and are ``changed``; those that were not as asked for already.

    So a run that was cut off is finished by the next. Raises ``InTheWay``, before anything is written, where a file to be made
    holds something else, and ``OSError``, which leaves none of the files made.
    """
    for path, text in made.items():
        if path.exists() and not _holds(path, text):
            raise InTheWay(f"{path} is there already, and is not written over. Take another name, or remove it.")
    missing = {path: text for path, text in {**made, **changed}.items() if not _holds(path, text)}
    done: list[Path] = []
    try:
        for path, text in missing.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, text.encode())
            done.append(path)
    except OSError:
        for path in (one for one in done if one in made):
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(done)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def project(folder: Path) -> Mapping[str, object]:
    """The table ``project`` of a folder's pyproject.toml, empty where there is none. Raises ``InTheWay`` where it is no TOML."""
    file = folder / "pyproject.toml"
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get("project", {}) if file.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InTheWay(f"{file} cannot be read: {error}. Mend it, or name another folder.") from error
    return found if isinstance(found, dict) else {}


def points(about: Mapping[str, object], group: str) -> Mapping[str, str]:
    """The entry points of a group, by their names, in what ``project`` found."""
    groups = about.get("entry-points")
    found = groups.get(group) if isinstance(groups, dict) else None
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def registered(text: str, group: str, name: str, value: str) -> str:
    """The text of a pyproject.toml with an entry point, beside those of its package in the order of their names.

    Raises ``InTheWay`` where the text has no table of the group that can be added to.
    """
    if points(tomllib.loads(text).get("project", {}), group).get(name) == value:
        return text
    head = re.search(rf"^\[project\.entry-points\.[\"']{re.escape(group)}[\"']\]\n", text, re.MULTILINE)
    if head is None:
        raise InTheWay(f'pyproject.toml has no table [project.entry-points."{group}"]. Add it, and run this again.')
    entries = re.match(r"(?:[^\[\n].*\n)*", text[head.end() :])
    lines = entries[0].splitlines(keepends=True) if entries else []
    lines.insert(_place(lines, name, value), f'{name} = "{value}"\n')
    made = text[: head.end()] + "".join(lines) + text[head.end() + (entries.end() if entries else 0) :]
    if points(tomllib.loads(made).get("project", {}), group).get(name) != value:
        raise InTheWay(f'pyproject.toml cannot be added to. Add {name} = "{value}" to its entry points by hand.')
    return made


def _place(lines: list[str], name: str, value: str) -> int:
    """Where a line goes: among those of one package by their names, else behind all."""
    package = f'= "{value.rpartition(".")[0]}.'
    own = [number for number, line in enumerate(lines) if package in line]
    after = (number for number in own if lines[number].partition(" =")[0].strip("\"'") > name)
    return next(after, own[-1] + 1 if own else len(lines))
