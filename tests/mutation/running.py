"""Which tests could catch a mutant, and whether they do: in a copy of the project, the fewest and fastest first."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Self

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.warm import imported, module, touched

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "checks": ("checks/**/*.py",),
    "languages": ("auditor/languages/**/*.py", "auditor/grammar/*.py"),
    "rules": ("auditor/languages/*/rules/*.toml",),
    "comparing": ("auditor/comparing/*.py",),
    "values": ("auditor/values.py",),
}
"""The rooms that decide what is found, and their files."""
SPARED = frozenset(
    {
        "auditor/comparing/fit.py",
        "auditor/languages/en/lexicon/make_gazetteer.py",
    }
)
"""Programs that make data, which no run of the command uses."""
WIDER = {
    "checks": (
        "tests/test_how_sure.py",
        "tests/comparing/test_features.py",
        "tests/test_seeds.py",
        "tests/test_asked.py",
    ),
    "languages": (
        "tests/grammar",
        "tests/languages/en",
        "tests/languages/de",
        "tests/languages/test_rules.py",
        "tests/languages/test_choosing.py",
        "tests/languages/test_identify.py",
        "tests/languages/test_words.py",
        "tests/story",
        "tests/test_seeds.py",
    ),
    "rules": ("tests/languages/test_rules.py", "tests/languages/en", "tests/languages/de"),
    "comparing": ("tests/comparing", "tests/test_seeds.py", "tests/test_why.py"),
    "values": (
        "tests/test_values.py",
        "tests/comparing",
        "tests/languages/en/test_quantities.py",
    ),
}
"""By room the tests that see most of it, beside those that name the module, the fastest first; none that starts a command,
nor, beside the record, the examples of all checks."""
RECORDED = "tests/recorded"
"""The tests that see what every room makes of the texts of our own."""
COPIED = ("auditor", "checks", "reports", "seeds", "tests")
NEAR, WIDE = 180, 600
"""Seconds that the examples of a check, and all the tests of a module and its room, may take: what takes longer loops."""


@dataclass(frozen=True, slots=True)
class Try:
    """Tests to run, as pytest is given them, and the seconds that they may take."""

    args: tuple[str, ...]
    seconds: int


def files(room: str) -> list[Path]:
    """The files of a room, in order."""
    found = {path for pattern in ROOMS[room] for path in ROOT.glob(pattern)}
    return sorted(path for path in found if path.relative_to(ROOT).as_posix() not in SPARED)


@cache
def all_mutants(room: str) -> tuple[Mutant, ...]:
    """Every mutant of a room, in order."""
    return tuple(
        one
        for path in files(room)
        for one in mutants(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    )


def tries_of(file: str, room: str) -> tuple[Try, ...]:
    """The tests that could catch a fault in a file, in the order in which to try them."""
    near = sorted(_naming(file), key=lambda name: Path(file).stem not in name)
    ids = " or ".join(f"{one}:" for one in _checks_with(file))
    own = [Try(("tests/test_checks.py", "-k", ids), NEAR)] if ids else []
    first = ["tests/languages/test_rules.py"] if room == "rules" else []
    return (*own, Try(tuple(dict.fromkeys((*first, RECORDED, *near, *WIDER[room]))), WIDE))


def _checks_with(file: str) -> list[str]:
    """The checks that a file of the checks is, or is a part of: an example is put to its own check alone."""
    if not file.startswith("checks/"):
        return []
    found = [one.rpartition(".")[2] for one in touched(file, ROOT) if one.count(".") == 3 and ".checks." in one]
    return [one.replace("_", "-") for one in found if not one.startswith("_")]


def _naming(file: str) -> Iterator[str]:
    """The test files that import a module."""
    for name, path in _tests().items():
        if module(file) in imported(path):
            yield name


@cache
def _tests() -> Mapping[str, Path]:
    """The test files that may import a module of ours to test it, by their names."""
    found = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "tests").rglob("test_*.py"))}
    apart = ("tests/e2e/", "tests/plugins/", "tests/mutation/")
    return {name: path for name, path in found.items() if not name.startswith(apart)}


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

    _warm: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """The copy, whose process ends with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process that the tests run in."""
        if self._warm:
            self._warm.communicate()

    def catches(self, mutant: Mutant, room: str) -> bool:
        """Whether a test fails, or loops, with the mutant."""
        reached = touched(mutant.file, ROOT)
        if not self._warm:
            self.passes(_NONE, ())  # it has loaded the project as it is before there is a mutant
        with self._holding(mutant):
            return not all(self.passes(one, reached) for one in tries_of(mutant.file, room))

    def passes(self, one: Try, reached: Sequence[str] = ()) -> bool:
        """Whether tests pass where these modules are loaded anew; none of them being chosen is to pass."""
        if not self._warm:
            self._warm = self._started()
        assert self._warm.stdin
        assert self._warm.stdout
        self._warm.stdin.write(json.dumps({"touched": reached, "args": one.args, "seconds": one.seconds}) + "\n")
        self._warm.stdin.flush()
        return bool(json.loads(self._warm.stdout.readline()))

    def _started(self) -> subprocess.Popen[str]:
        path = os.pathsep.join([str(self.folder), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = {
            **os.environ,
            "PYTHONPATH": path,
            "HYPOTHESIS_STORAGE_DIRECTORY": str(self.folder / ".hypothesis"),
        }
        command = [sys.executable, "-m", "tests.mutation.warm"]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdin=pipe, stdout=pipe, text=True)

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


_NONE = Try(("--version",), NEAR)


def baseline(rooms: Sequence[str]) -> Try:
    """The tests that have to pass before any mutant is made."""
    return Try((RECORDED, *dict.fromkeys(test for room in rooms for test in WIDER[room])), 3 * WIDE)
