"""Tests run in children of a process that has the project loaded and warm: each forgets only what a mutant can have touched.

Loading the lists and tables takes longer than most tests. What imports the mutated module, at any remove, is loaded anew, so that no
fault hides in what was loaded before.
"""

from __future__ import annotations

import ast
import gc
import json
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_BY_ENTRY_POINT = {
    "auditor.catalogue": ("auditor.checks.", "auditor.reports."),
    "auditor.languages.installed": ("auditor.languages.",),
}
"""Modules that load others by their names alone: those of the second column."""
_STEP = 0.02
"""Seconds between two looks at whether a child has ended."""


def touched(file: str, root: Path) -> list[str]:
    """The modules that a change of a file of the project can reach: its own, and all that import one of these."""
    known = imports(root)
    found = {_changed(file)}
    while more := {name for name, needed in known.items() if name not in found and needed & found}:
        found |= more
    return sorted(found & known.keys())


@cache
def imports(root: Path) -> Mapping[str, set[str]]:
    """Module of ours -> the names it imports, as they are written, and what it loads by entry points."""
    paths = (*root.glob("auditor/**/*.py"), *root.glob("checks/**/*.py"), *root.glob("reports/**/*.py"))
    found = {module(path.relative_to(root).as_posix()): set(imported(path)) for path in paths}
    for name, loaded in _BY_ENTRY_POINT.items():
        found[name] |= {other for other in found if other.startswith(loaded) and other != name}
    return found


def module(file: str) -> str:
    """The name of the module that a file of Python is."""
    inside = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return inside if inside.startswith("auditor") else f"auditor.{inside}"


def _changed(file: str) -> str:
    """The module of a file; rules are read by the ``grammars`` of their language."""
    path = Path(file)
    return module((path.parents[1] / "grammars.py").as_posix() if path.suffix == ".toml" else file)


@cache
def imported(path: Path) -> frozenset[str]:
    """The names that a file imports: modules, and what may be one."""
    found: set[str] = set()
    for node in _statements(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found)


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements of a tree, those inside others too, without the expressions in them: most of a tree is expressions."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.expr):
            yield node
            yield from _statements(node)


def main() -> None:
    """Load the project; then read a line a try, ``touched`` modules, arguments and seconds, and answer whether it passes."""
    _load()
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(_passes(asked["touched"], asked["args"], asked["seconds"])), flush=True)


def _load() -> None:
    """Import all there is, and read once what is read when it is first needed."""
    import hypothesis  # noqa: F401 - for the children
    import pytest  # noqa: F401

    from auditor.audit import audit
    from auditor.catalogue import load_checks
    from auditor.reading import make_document

    text = "Mayor Ann Lowe said on Monday that {} boats had left the port of Tarvik, in Norway, since 3 May 2024."
    audit([make_document(str(number), text.format(number)) for number in (20, 30)], load_checks())
    gc.freeze()


def _passes(touched: Iterable[str], args: Iterable[str], seconds: float) -> bool:
    child = os.fork()
    if not child:
        os.setsid()
        with open(os.devnull, "r+b") as nothing:
            for stream in (0, 1, 2):
                os.dup2(nothing.fileno(), stream)
        _forget(touched)
        import pytest

        os._exit(int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *args])))
    return _ended(child, seconds) in (0, 5)


def _ended(child: int, seconds: float) -> int:
    """The exit status of a child; it is killed, with whatever it started, where it takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_STEP)
    os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _forget(names: Iterable[str]) -> None:
    for name in names:
        if sys.modules.pop(name, None):
            package, _, last = name.rpartition(".")
            vars(sys.modules[package]).pop(last, None) if package in sys.modules else None


if __name__ == "__main__":
    main()
