"""Runs the command for tests in children of one process that has the project loaded: each child is a process of its own.

To start Python, to load the lists and to compile the rules takes longer than most commands that a test runs. What is loaded is
what any run loads; ``test_served.py`` holds that a child tells, byte for byte, what a new process tells.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.machinery import all_suffixes
from pathlib import Path
from pkgutil import walk_packages
from select import select
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any, NamedTuple, NoReturn

from tests.asking import ask, status

ROOT = Path(__file__).resolve().parent.parent
READ_LATE = ("AUDITOR_", "COLUMNS", "GIT_", "HOME", "PATH", "PYTEST_", "XDG_")
"""What the names begin with of variables that are read while the command runs; others may be when Python starts or loads a module."""
_IMPORTED = {*all_suffixes(), ".dist-info", ".egg-info"}
_PROGRAMS = (".__main__", ".fit", ".make_gazetteer", ".training")
"""What the names end with of modules that no command loads: they start it, or make its data."""


class Served:
    """The process, which is started when first asked; ``own`` are variables of its environment beside those of the tests."""

    def __init__(self, **own: str) -> None:
        """Nothing is started yet."""
        self.own = own
        self._folder = TemporaryDirectory()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def door(self) -> str:
        """Where the process listens, as ``tests.asking`` takes it; it is started."""
        door = f"{self._folder.name}/door"
        if self._process is None:
            command = [sys.executable, "-m", "tests.served", door]
            environment = {**os.environ, **self.own}
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, env=environment)
            assert self._process.stdout
            assert self._process.stdout.readline() == b"ready\n"
        return door

    def run(self, commands: Sequence[Sequence[str]], folder: Path, stdin: bytes = b"", **changed: str) -> list[Told]:
        """Run commands in a folder, all at once, with these variables changed; what each told."""
        environment = {**os.environ, **self.own, **changed}
        with ExitStack() as files:
            streams = [[files.enter_context(TemporaryFile()) for _ in range(3)] for _ in commands]
            for given, *_ in streams:
                given.write(stdin)
                given.seek(0)
            numbers = [[one.fileno() for one in three] for three in streams]
            started = [
                ask(self.door, args, str(folder), environment, three)
                for args, three in zip(commands, numbers, strict=True)
            ]
            statuses = [status(one) for one in started]
            return [Told(one, *map(_held, three[1:])) for one, three in zip(statuses, streams, strict=True)]

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.communicate()
        self._folder.cleanup()


class Told(NamedTuple):
    """What a command told: its exit status, output and errors."""

    status: int
    out: bytes
    err: bytes


def _held(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def as_loaded(folder: Path, started: Mapping[str, str], environment: Mapping[str, str]) -> bool:
    """Whether a new process in this folder and environment would load what one loaded that was ``started`` in another."""
    changed = {name for name, _ in environment.items() ^ started.items()}
    modules = [path for path in folder.iterdir() if path.suffix in _IMPORTED or (path / "__init__.py").exists()]
    return all(name.startswith(READ_LATE) for name in changed) and not modules


def main(door: str) -> None:
    """Load the project; then run what is asked for at the door, until standard input ends."""
    sys.path.pop(0)  # a command finds nothing of ours but what is installed
    _load()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(door)
    listening.listen()
    print("ready", flush=True)
    answering: set[int] = set()
    while sys.stdin not in select([listening, sys.stdin], [], [])[0]:
        asking, _ = listening.accept()
        child = os.fork()
        if not child:
            listening.close()
            _answer(asking)
        asking.close()
        answering = {one for one in (*answering, child) if not os.waitpid(one, os.WNOHANG)[0]}


def _answer(asking: socket.socket) -> NoReturn:
    """Run the command that is asked for in a child, and tell its exit status."""
    said, streams, *_ = socket.recv_fds(asking, 1 << 16, 3)
    while not said.endswith(b"\n"):
        said += asking.recv(1 << 16)
    child = os.fork()
    if not child:
        asking.close()
        _become(streams=streams, **json.loads(said))
    asking.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())
    os._exit(0)


def _become(args: list[str], folder: str, environment: Mapping[str, str], streams: Sequence[int]) -> NoReturn:
    """Be the command: its streams, its folder, its environment, and the end of its process."""
    os.chdir(folder)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if not as_loaded(Path(folder), os.environ, environment):
        os.execve(sys.executable, [sys.executable, "-m", "auditor", *args], dict(environment))
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = _stream(0, "r"), _stream(1, "w"), _stream(2, "w", buffering=1)
    sys.argv[1:] = args
    left: Any = 0
    try:
        runpy.run_module("auditor", run_name="__main__", alter_sys=True)
    except SystemExit as leaving:
        left = leaving.code
    except BaseException:  # noqa: BLE001 - as Python itself does
        sys.excepthook(*sys.exc_info())
        left = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(left or 0)


def _stream(number: int, mode: str, buffering: int = -1) -> Any:
    return open(number, mode, buffering, encoding="utf-8", closefd=False)


def _load() -> None:
    """Import all that a command may, and read, compile and look up once what is when it is first needed."""
    import pathspec  # noqa: F401 - for the children

    import auditor
    from auditor.audit import audit
    from auditor.catalogue import catalogue, format_names, load_format
    from auditor.facts.tables import shipped
    from auditor.reading import make_document

    for module in walk_packages(auditor.__path__, "auditor."):
        if not module.name.endswith(_PROGRAMS):
            import_module(module.name)
    shipped()
    seeds = [make_document(path.name, path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("seeds/*.txt"))]
    german = make_document(
        "de", "Der Hafen von Mariel ist seit dem 3. Mai 2024 geschlossen, sagte die Sprecherin am Montag."
    )
    report = audit([*seeds, german], catalogue().checks)
    for name in format_names():
        load_format(name)(report)
    for loaded in list(sys.modules.values()):
        vars(loaded).get("__warningregistry__", {}).clear()  # each command gives its warnings
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main(sys.argv[1])
