"""Finds the files to read at a path: the one named, or those of a folder and the folders below it.

Files that git ignores are passed over, as are hidden ones. Links are followed after all that is no link, so a file
that both lead to goes by its own path; a folder is entered once, and no link leads round in a circle.
"""

from __future__ import annotations

import os
import re
import stat
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from auditor.model import Problem
from auditor.reading.text import problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IN_FOLDERS = frozenset({".txt", ".md", ".jsonl", ".csv"})
"""What is read of a folder without being named."""

_SPECIAL = "This is not a file or folder but a device, pipe or socket. Send what it holds to standard input and name -."
_EMPTY = (
    "No file in this folder ends in .txt, .md, .jsonl or .csv, or all that do are hidden or ignored by git. "
    "Name the files themselves, or another folder."
)
_CIRCLE = "This link leads back to a folder it lies in, and was not followed. Remove the link; all else was read."

Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""What the .gitignore files from the outermost in ask for, each with the way from its folder down to this one."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to enter: the real paths on the way to it, its own last, and the rules from above it."""

    path: str
    route: tuple[str, ...]
    rules: Rules


def files(path: str) -> Iterator[str | Problem]:
    """The files at a path: itself, whatever its name, or those of a folder; or a problem in place of each.

    Whatever is neither file nor folder is never opened, so nothing can block.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        yield problem(no_access(path, error), path)
        return
    if stat.S_ISDIR(mode):
        nothing = True
        for found in _walk(path):
            nothing = False
            yield found
        if nothing:
            yield problem(_EMPTY, path)
    else:
        yield path if stat.S_ISREG(mode) else problem(_SPECIAL, path)


def no_access(path: str, error: OSError) -> str:
    """What to say of a path that cannot be opened."""
    if os.path.islink(path) and not os.path.exists(path):
        return "This link leads to nothing that exists. Mend or remove the link."
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the spelling and the folder the command is run in."
    return f"It cannot be read: {error.strerror}. Check its permissions."


def _walk(root: str) -> Iterator[str | Problem]:
    """The files of a folder and those below it, or problems in their place."""
    try:
        real = os.path.realpath(root)
        waiting = deque([_Folder(root, (real,), _rules_above(real))])
    except OSError as error:
        yield _refused(error, root)
        return
    entered: set[str] = set()
    while waiting:
        folder = waiting.popleft()
        if folder.route[-1] not in entered:
            entered.add(folder.route[-1])
            yield from _enter(folder, waiting)


def _enter(folder: _Folder, waiting: deque[_Folder]) -> Iterator[str | Problem]:
    """The files of one folder; the folders in it join those that wait, links to folders at the end."""
    try:
        entries = list(_entries(folder))
    except OSError as error:
        yield _refused(error, folder.path)
        return
    for entry, rules in entries:
        found = _look(folder, entry, rules)
        if not isinstance(found, _Folder):
            yield from found
        elif entry.is_symlink():
            waiting.append(found)
        else:
            waiting.appendleft(found)


def _refused(error: OSError, folder: str) -> Problem:
    path = error.filename if isinstance(error.filename, str) else folder
    return problem(no_access(path, error), PurePath(path).as_posix())


def _entries(folder: _Folder) -> Iterator[tuple[os.DirEntry[str], Rules]]:
    """What a folder holds, in order, without the hidden and the ignored. Raises ``OSError``."""
    rules = (*folder.rules, *_rules_of(folder.path))
    with os.scandir(folder.path) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.name.startswith(".") and not _ignored(entry.name + "/" * os.path.isdir(entry.path), rules):
                yield entry, rules


def _look(folder: _Folder, entry: os.DirEntry[str], rules: Rules) -> _Folder | tuple[str | Problem, ...]:
    """The folder that an entry is, or the file, or the problem with it, or nothing."""
    path = PurePath(folder.path, entry.name).as_posix()
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return (problem(no_access(path, error), path),)
    if stat.S_ISDIR(mode):
        return _below(folder, path, entry, rules)
    if PurePath(path).suffix.lower() not in IN_FOLDERS:
        return ()
    return (path if stat.S_ISREG(mode) else problem(_SPECIAL, path),)


def _below(folder: _Folder, path: str, entry: os.DirEntry[str], rules: Rules) -> _Folder | tuple[Problem]:
    real = os.path.realpath(path)
    if entry.is_symlink() and any(PurePath(passed).is_relative_to(real) for passed in folder.route):
        return (problem(_CIRCLE, path),)
    return _Folder(path, (*folder.route, real), _down(rules, entry.name))


def _down(rules: Rules, name: str) -> Rules:
    return tuple((f"{way}{name}/", spec) for way, spec in rules)


def _rules_above(folder: str) -> Rules:
    """The rules of the repository a folder lies in; none if they ignore the folder itself, since it was asked for."""
    above: list[str] = []
    here = folder
    while not os.path.exists(os.path.join(here, ".git")):
        above.append(here)
        here = os.path.dirname(here)
        if here == above[-1]:
            return ()
    rules: Rules = ()
    for below in reversed(above):
        rules = (*rules, *_rules_of(os.path.dirname(below)))
        if _ignored(os.path.basename(below) + "/", rules):
            return ()
        rules = _down(rules, os.path.basename(below))
    return rules


def _rules_of(folder: str) -> Rules:
    """The rules of a folder's own .gitignore. Raises ``OSError`` where there is one that cannot be read."""
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return ()
    from pathspec import GitIgnoreSpec

    with open(path, encoding="utf-8-sig", errors="replace") as lines:
        return (("", GitIgnoreSpec.from_lines(filter(_is_pattern, lines))),)


def _is_pattern(line: str) -> bool:
    """Whether a line can be a pattern; git, too, passes over those that cannot."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def _ignored(name: str, rules: Rules) -> bool:
    """Whether an entry is to be passed over: the .gitignore nearest to it that speaks of it decides."""
    for way, spec in reversed(rules):
        verdict = spec.check_file(way + name).include
        if verdict is not None:
            return verdict
    return False
