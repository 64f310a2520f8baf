"""Which tests could catch a mutant, and whether they do: in a copy of the project, the fewest and fastest first."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "checks": ("checks/**/*.py",),
    "languages": ("auditor/languages/**/*.py", "auditor/grammar/*.py"),
    "rules": ("auditor/languages/*/rules/*.toml",),
    "comparing": ("auditor/comparing/*.py",),
    "values": ("auditor/values.py",),
}
"""The rooms that decide what is found, and their files."""
SPARED = frozenset({"auditor/comparing/fit.py", "auditor/languages/en/lexicon/make_gazetteer.py"})
"""Programs that make data, which no run of the command uses."""
WIDER = {
    "checks": ("tests/test_checks.py", "tests/test_asked.py", "tests/test_seeds.py", "tests/test_audit.py"),
    "languages": ("tests/grammar", "tests/languages", "tests/test_checks.py", "tests/story", "tests/test_seeds.py"),
    "rules": ("tests/languages", "tests/test_checks.py", "tests/test_seeds.py"),
    "comparing": ("tests/comparing", "tests/test_checks.py", "tests/test_why.py", "tests/test_seeds.py"),
    "values": ("tests/test_values.py", "tests/test_checks.py", "tests/comparing", "tests/languages"),
}
"""By room the tests that see most of it, beside those that name the module, the fastest first."""
COPIED = ("auditor", "checks", "reports", "seeds", "tests")
NEAR, WIDE = 180, 600
"""Seconds that the tests of a module, and those of its room, may take: what takes longer loops."""


@dataclass(frozen=True, slots=True)
class Try:
    """Tests to run, as pytest is given them, and the seconds that they may take."""

    args: tuple[str, ...]
    seconds: int


def files(room: str) -> list[Path]:
    """The files of a room, in order."""
    found = {path for pattern in ROOMS[room] for path in ROOT.glob(pattern)}
    return sorted(path for path in found if path.relative_to(ROOT).as_posix() not in SPARED)


def all_mutants(room: str) -> list[Mutant]:
    """Every mutant of a room, in order."""
    return [
        one
        for path in files(room)
        for one in mutants(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]


def tries_of(file: str, room: str) -> tuple[Try, ...]:
    """The tests that could catch a fault in a file, in the order in which to try them."""
    near: list[str] = list(_naming(file))
    check = f"checks/{Path(file).parent.name}/" in file and not Path(file).name.startswith("_")
    first = [Try(("tests/test_checks.py", "-k", f"{Path(file).stem.replace('_', '-')}:"), NEAR)] if check else []
    if room == "rules":
        first.append(Try(("tests/languages/test_rules.py",), NEAR))
    if near:
        first.append(Try(tuple(near), NEAR))
    return (*first, Try(tuple(dict.fromkeys((*WIDER[room], *near))), WIDE))


def _naming(file: str) -> Iterator[str]:
    """The test files that import a module."""
    inside = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    module = f"auditor.{inside}" if file.startswith("checks/") else inside
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(("tests/e2e/", "tests/plugins/", "tests/mutation/")) and module in _imported(path):
            yield name


@cache
def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


class Copy:
    """A copy of the project, in which a mutant lives for as long as its tests run."""

    def __init__(self, folder: Path) -> None:
        """Make the copy."""
        self.folder = folder
        for name in COPIED:
            ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
            shutil.copytree(ROOT / name, folder / name, symlinks=True, ignore=ignored)
        for file in (path for path in ROOT.iterdir() if path.is_file()):
            shutil.copy(file, folder)

    def catches(self, mutant: Mutant, room: str) -> bool:
        """Whether a test fails, or loops, with the mutant."""
        with self._holding(mutant):
            return not all(map(self.passes, tries_of(mutant.file, room)))

    def passes(self, one: Try) -> bool:
        """Whether tests pass; none of them being chosen is to pass."""
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *one.args]
        path = os.pathsep.join([str(self.folder), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = {
            **os.environ,
            "PYTHONPATH": path,
            "HYPOTHESIS_STORAGE_DIRECTORY": str(self.folder / ".hypothesis"),
        }
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=environment, capture_output=True, timeout=one.seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode in (0, 5)

    @contextmanager
    def _holding(self, mutant: Mutant) -> Iterator[None]:
        path = self.folder / mutant.file
        try:
            self._write(path, mutant.mutated)
            yield
        finally:
            self._write(path, mutant.source)

    def _write(self, path: Path, source: str) -> None:
        """Write a source; what was compiled of the one before may look as new, and is removed."""
        path.write_text(source, encoding="utf-8")
        if path.suffix == ".py":
            Path(cache_from_source(str(path))).unlink(missing_ok=True)


def baseline(rooms: Sequence[str]) -> Try:
    """The tests that have to pass before any mutant is made."""
    return Try(tuple(dict.fromkeys(test for room in rooms for test in WIDER[room])), 3 * WIDE)
