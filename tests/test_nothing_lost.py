"""Whatever command writes is killed, and finds the disk full, at every rename and write: nothing is lost, and it says so.

The command runs in a child process; a hook of the interpreter sees each file that is opened for writing, renamed or removed
there, whoever does it, so a way of writing that is added later is tried too.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor import cli
from auditor.catalogue import load_checks, load_format
from auditor.cleaning.patches import SUFFIX, patch_of
from auditor.cleaning.runs import inspector
from auditor.reading import make_document
from auditor.reports.claims import csv
from auditor.store import files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ARTICLE = """Share

The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.

Advertisement

REPAIRS WILL BE SLOW The port has no crane of its own.

Copyright 2024 The Paper. All rights reserved.
"""
ROWS = '{"source": "Mariel Post", "text": "Harbour closed.\\nThe voice of the coast"}\n'
MORE = '{"source": "Mariel Post", "text": "Ferries run again.\\nThe voice of the coast"}\n'
PART = re.compile(r"\.auditor-\w+\.part$")
KILLED = 137
WAY_OUT = re.compile(r"Free some space|run it again|Name another|Remove it", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """A command, the commands before it, and what is typed."""

    args: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    typed: str = ""


CLEAN = ("clean", "a.txt", "--write")
NEW = ("new-check", "missing-byline", "--family", "sourcing", "--folder", "house")
DECIDE = ("triage", "a.txt", "--author", "Ana")
ADD = ("facts", "add", "facts.toml", "--report", "point.json", "--point", "p-1", "--checked-on", "2026-12-01")
LEE = (*ADD, "--source", "https://example.org/lee", "--set", "holder=Ann Lee", "--set", "from=2020", "--set", "to=2024")
RAY = (*ADD, "--source", "https://example.org/ray", "--set", "holder=Bo Ray", "--set", "from=2025")
CASES = {
    "report": Case(
        ("check", "a.txt", "--no-cache", "-q", "--report", "json=r.json"),
        (("check", "b.txt", "--no-cache", "-q", "--report", "json=r.json"),),
    ),
    "report in a folder": Case(
        ("check", "a.txt", "--no-cache", "-q", "--report", "html=r/"),
        (("check", "b.txt", "--no-cache", "-q", "--report", "html=r/"),),
    ),
    "claims": Case(("claims", "a.txt", "--format", "csv", "--output", "c.csv")),
    "clean": Case(CLEAN),
    "clean again": Case((*CLEAN, "--unsafe"), (CLEAN,)),
    "clean into a folder": Case(("clean", "a.txt", "--output", "out")),
    "clean into a folder again": Case(
        ("clean", "a.txt", "--output", "out", "--unsafe"), (("clean", "a.txt", "--output", "out"),)
    ),
    "undo": Case(("clean", "a.txt", "--undo"), (CLEAN,)),
    "baseline": Case(("baseline", "a.txt"), (("baseline", "b.txt"),)),
    "triage": Case(DECIDE, typed="y\nq\n"),
    "new check": Case(NEW),
    "another new check": Case(("new-check", "tide-table", "--family", "residue", "--folder", "house"), (NEW,)),
    "new rule": Case(("new-rule", "a day", "--to", "days.toml")),
    "another new rule": Case(
        ("new-rule", "a year", "--to", "days.toml"), (("new-rule", "a day", "--to", "days.toml"),)
    ),
    "facts add": Case(LEE),
    "facts add again": Case(RAY, (LEE,)),
    "index build": Case(("index", "build", "more.jsonl"), (("index", "build", "rows.jsonl"),)),
    "index update": Case(("index", "update", "more.jsonl"), (("index", "build", "rows.jsonl"),)),
}


class Fault:
    """What happens at the write of a number, counted from 0, to a file of the folder the command runs in."""

    def __init__(self, folder: Path, at: int, happens: Callable[[], None]) -> None:
        self.folder, self.at, self.happens = os.path.realpath(folder), at, happens
        self.opened = (
            os.O_WRONLY | os.O_RDWR if happens is full else os.O_EXCL
        )  # killed: only what changes names counts
        self.seen = 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if self._writes(event, args):
            self.seen += 1
            if self.seen == self.at + 1 or (self.seen > self.at >= 0 and self.happens is read_only):
                self.happens()

    def _writes(self, event: str, args: tuple[object, ...]) -> bool:
        if event == "open":
            return isinstance(args[2], int) and bool(args[2] & self.opened) and self._inside(args[0])
        if event == "auditor.fsync":
            return self.happens is full
        return event in ("os.rename", "os.remove", "os.mkdir", "os.truncate") and self._inside(args[0])

    def _inside(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.path.abspath(os.fsdecode(path)).startswith(self.folder + os.sep)


def killed() -> None:
    os._exit(KILLED)


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def read_only() -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def without_room() -> None:
    """From now on no file takes more than some bytes, SQLite's no more than others."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, resource.RLIM_INFINITY))


@dataclass(frozen=True, slots=True)
class Done:
    """The status of a command, what it said on standard error, and how often it wrote."""

    status: int
    told: str
    writes: int


def run(
    folder: Path,
    args: Sequence[str],
    typed: str = "",
    at: int = -1,
    happens: Callable[[], None] = full,
    output: str = "",
) -> Done:
    """Run the command in a child, with a fault at one of its writes, or an output that is ``full`` or ``closed``."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        _as_child(folder, args, typed, writer, Fault(folder, at, happens), output)
    os.close(writer)
    with os.fdopen(reader) as said:
        told, _, writes = said.read().rpartition("\0")
    _, status = os.waitpid(child, 0)
    return Done(os.waitstatus_to_exitcode(status), told, int(writes or -1))


def _as_child(folder: Path, args: Sequence[str], typed: str, writer: int, fault: Fault, output: str) -> None:
    status = 99
    try:
        os.chdir(folder)
        files._sweep.cache_clear()
        (folder.parent / "typed").write_text(typed)
        sys.stdin = open(folder.parent / "typed")  # noqa: SIM115 - as long as the process
        os.dup2(_output(output), 1)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(writer, "w", closefd=False)  # noqa: SIM115
        sys.argv = ["auditor", *args]
        sync = os.fsync
        os.fsync = lambda handle: (sys.audit("auditor.fsync"), sync(handle))[1]  # type: ignore[assignment,func-returns-value]
        sys.addaudithook(fault)
        cli.main()
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    finally:
        sys.stderr.flush()
        os.write(writer, f"\0{fault.seen}".encode())
        os._exit(status)


def _output(kind: str) -> int:
    if kind != "closed":
        return os.open("/dev/full" if kind == "full" else os.devnull, os.O_WRONLY)
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def held(folder: Path) -> Mapping[str, object]:
    """What the files of a folder hold: bytes, and the rows of an index."""
    return {file.relative_to(folder).as_posix(): _content(file) for file in folder.rglob("*") if file.is_file()}


def _content(file: Path) -> object:
    if file.name.endswith(SUFFIX):
        return {key: value for key, value in json.loads(file.read_text()).items() if key != "before"}
    if file.suffix != ".sqlite":
        return file.read_bytes()
    with closing(sqlite3.connect(file)) as database:
        return tuple(database.iterdump())


@pytest.fixture(scope="module", autouse=True)
def _warm() -> Iterator[None]:
    """What every child would import is imported before."""
    load_checks()
    inspector(make_document("a.txt", ""), load_checks())(ARTICLE)
    csv([], 100, False)
    load_format("json")
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def start(tmp_path: Path) -> Callable[[str, Case], Path]:
    """Makes a folder of a name with the articles, as the commands before a case leave it."""

    def made(name: str, case: Case) -> Path:
        first, folder = tmp_path / "first", tmp_path / name
        if not first.exists():
            first.mkdir()
            for one, text in {
                "a.txt": ARTICLE,
                "b.txt": "Share\n\nFerries run.\n",
                "rows.jsonl": ROWS,
                "more.jsonl": MORE,
                "point.json": '{"points": [{"id": "p-1", "kind": "office", "subject": "mayor of Ostra"}]}',
            }.items():
                (first / one).write_text(text)
            for args in case.before:
                assert run(first, args).status != 2
        return Path(shutil.copytree(first, folder))

    return made


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("happens", [killed, full])
def test_nothing_is_lost_at_any_write(
    start: Callable[[str, Case], Path], name: str, happens: Callable[[], None]
) -> None:
    case = CASES[name]
    whole = start("whole", case)
    old = held(whole)
    done = run(whole, case.args, case.typed, happens=happens)
    new = held(whole)
    assert done.status in (0, 1)
    assert done.writes > 0
    assert new != old
    for at in range(done.writes):
        folder = start(f"at-{at}", case)
        hit = run(folder, case.args, case.typed, at, happens)
        if happens is killed:
            assert hit.status == KILLED
        else:
            assert hit.status == 2 or (hit.status == done.status and held(folder) == new), (at, hit)
            assert hit.status != 2 or WAY_OUT.search(hit.told), (at, hit)
        now = held(folder)
        for file, content in now.items():
            assert PART.search(file) or content in (old.get(file), new.get(file)), (at, file)
        assert old.keys() - now.keys() <= old.keys() - new.keys()
        assert happens is killed or not any(map(PART.search, now))
        if case.args[0] == "clean":
            _leads_back(folder)
        if case.args != DECIDE:  # what was answered before the fault stays answered, so the same words answer others
            assert run(folder, case.args, case.typed).status in (done.status, *((2,) if name == "undo" else ()))
            assert held(folder) == new


def _leads_back(folder: Path) -> None:
    """Every cleaned text leads back to the first one, at whatever point its cleaning was cut off."""
    copy = Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-back")))
    for file in (copy / "a.txt", copy / "out" / "a.txt"):
        if file.exists() and patch_of(file).exists():
            assert run(copy, ("clean", str(file.relative_to(copy)), "--undo")).status == 0
        assert not file.exists() or file.read_text() == ARTICLE


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("happens", [read_only, without_room])
def test_a_folder_that_takes_nothing_stays_as_it_is(
    start: Callable[[str, Case], Path], name: str, happens: Callable[[], None]
) -> None:
    case = CASES[name]
    folder = start("folder", case)
    old = held(folder)
    done = run(folder, case.args, case.typed, 0, happens)
    assert done.status == 2
    assert re.search("Check the permissions|Free some space|Name another folder", done.told)
    assert "fault of auditor" not in done.told
    assert held(folder) == old


EVERYDAY = (
    ("check", ".", "--report", "html=report.html", "--no-cache"),
    ("claims", ".", "--kind", "date"),
    ("claims", ".", "--format", "csv"),
    ("explain", "conflicting-duration"),
    ("clean", "a.txt"),
    ("clean", "a.txt", "--write"),
    ("check", "a.txt", "--select", "residue", "--report", "markdown", "--no-cache"),
    ("check", ".", "--fail-on", "warning", "--report", "json", "--no-cache"),
    ("check", ".", "--report", "sarif", "--no-cache"),
    ("check", ".", "--report", "github", "--no-cache"),
    ("baseline", "."),
    ("checks", "--precision"),
    ("config", "show", "--origin"),
    ("index", "build", "rows.jsonl"),
)
"""Commands of the README, each of which prints something."""


@pytest.mark.parametrize("args", EVERYDAY, ids=" ".join)
@pytest.mark.parametrize("output", ["full", "closed"])
def test_output_that_nothing_takes_is_2_with_a_way_out(
    start: Callable[[str, Case], Path], args: tuple[str, ...], output: str
) -> None:
    folder = start("folder", Case(args))
    done = run(folder, args, output=output)
    assert done.status == 2
    assert re.search("Read it to its end|has space", done.told.splitlines()[-1])
    assert not re.search("Traceback|Broken pipe|fault of auditor", done.told)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_is_2_and_says_so(start: Callable[[str, Case], Path], stop: signal.Signals) -> None:
    folder = start("folder", Case(()))
    (folder / "r.json").write_text("old")
    before = sorted(held(folder))
    done = run(
        folder,
        ("check", "a.txt", "--no-cache", "--report", "json=r.json"),
        at=0,
        happens=lambda: os.kill(os.getpid(), stop),
    )
    assert done.status == 2
    assert "run it again" in done.told
    assert sorted(held(folder)) == before
    assert (folder / "r.json").read_text() == "old"


def test_a_run_that_is_killed_leaves_a_part_that_the_next_one_sweeps(start: Callable[[str, Case], Path]) -> None:
    folder = start("folder", Case(()))
    code = "import os, signal; os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL); from auditor.cli import main; main()"
    command = ["clean", "a.txt", "--write"]
    dead = subprocess.run([sys.executable, "-c", code, *command], cwd=folder, check=False)
    assert dead.returncode == -signal.SIGKILL
    assert (folder / "a.txt").read_text() == ARTICLE
    assert [name for name in held(folder) if PART.search(name)]
    assert run(folder, command).status == 0
    assert not [name for name in held(folder) if PART.search(name)]
    assert run(folder, ("clean", "a.txt", "--undo")).status == 0
    assert (folder / "a.txt").read_text() == ARTICLE


def test_rows_that_two_add_at_a_time_are_both_there(start: Callable[[str, Case], Path]) -> None:
    folder = start("folder", Case(()))
    wait = "import auditor.store.files as files, time; write = files.write; files.write = lambda *of: (time.sleep(0.3), write(*of))"
    code = f"{wait}; from auditor.cli import main; main()"
    adding = [subprocess.Popen([sys.executable, "-c", code, *one], cwd=folder) for one in (LEE, RAY)]
    assert [one.wait(timeout=60) for one in adding] == [0, 0]
    table = (folder / "facts.toml").read_text()
    assert "Ann Lee" in table
    assert "Bo Ray" in table
    assert run(folder, ("facts", "check", "facts.toml")).status == 0


@pytest.mark.parametrize(
    ("table", "before", "told"),
    [
        ("facts.csv", "table,office\n", ".toml file"),
        ("facts.toml", "[[office]\n", "is no TOML"),
        ("facts.toml", "[[office]]\noffice = 'Vår\xe9'\n", "UTF-8"),
        ("out/facts.toml", None, "Make its folder first"),
    ],
)
def test_a_table_that_takes_no_row_stays_as_it_is(
    start: Callable[[str, Case], Path], table: str, before: str | None, told: str
) -> None:
    folder = start("folder", Case(()))
    if before is not None:
        (folder / table).write_bytes(before.encode("latin-1"))
    old = held(folder)
    done = run(folder, [table if part == "facts.toml" else part for part in LEE])
    assert done.status == 2
    assert told in done.told
    assert held(folder) == old
