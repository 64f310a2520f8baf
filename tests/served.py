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
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.machinery import all_suffixes
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple, NoReturn

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
        self._process: subprocess.Popen[str] | None = None
        self._environment: Mapping[str, str] = {}

    def can(self, folder: Path, environment: Mapping[str, str]) -> bool:
        """Whether a child does as a new process in this folder and environment: not where Python starts otherwise, or finds modules."""
        own = self._environment or {**os.environ, **self.own}
        changed = {name for name, _ in environment.items() ^ own.items()}
        modules = [path for path in folder.iterdir() if path.suffix in _IMPORTED or (path / "__init__.py").exists()]
        return hasattr(os, "fork") and all(name.startswith(READ_LATE) for name in changed) and not modules

    def run(
        self, commands: Sequence[Sequence[str]], folder: Path, given: bytes, environment: Mapping[str, str], files: Path
    ) -> list[Told]:
        """Run commands in a folder, all at once; what each told. Their streams are files in the folder ``files``."""
        if self._process is None:
            self._environment = {**os.environ, **self.own}
            command = [sys.executable, "-m", "tests.served"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=self._environment
            )
        assert self._process.stdin
        assert self._process.stdout
        (files / "in").write_bytes(given)
        asked = {"commands": commands, "folder": str(folder), "environment": dict(environment), "files": str(files)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        statuses = json.loads(self._process.stdout.readline())
        return [
            Told(status, *((files / f"{name}{number}").read_bytes() for name in ("out", "err")))
            for number, status in enumerate(statuses)
        ]

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.communicate()


class Told(NamedTuple):
    """What a command told: its exit status, output and errors."""

    status: int
    out: bytes
    err: bytes


def main() -> None:
    """Load the project; then read a line of commands at a time and answer with their exit statuses."""
    sys.path.pop(0)  # a command finds nothing of ours but what is installed
    _load()
    for line in sys.stdin:
        asked = json.loads(line)
        commands = asked.pop("commands")
        children = [os.fork() or _become(number, args, **asked) for number, args in enumerate(commands)]
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        print(json.dumps(statuses), flush=True)


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


def _become(number: int, args: Sequence[str], folder: str, environment: Mapping[str, str], files: str) -> NoReturn:
    """Be the command: its streams, its folder, its environment, and the end of its process."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    made = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for stream, (name, flags) in enumerate((("in", os.O_RDONLY), (f"out{number}", made), (f"err{number}", made))):
        os.dup2(os.open(Path(files, name), flags, 0o600), stream)
    sys.stdin, sys.stdout, sys.stderr = _stream(0, "r"), _stream(1, "w"), _stream(2, "w", buffering=1)
    sys.argv[1:] = args
    status: Any = 0
    try:
        runpy.run_module("auditor", run_name="__main__", alter_sys=True)
    except SystemExit as leaving:
        status = leaving.code
    except BaseException:  # noqa: BLE001 - as Python itself does
        sys.excepthook(*sys.exc_info())
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status or 0)


def _stream(number: int, mode: str, buffering: int = -1) -> Any:
    return open(number, mode, buffering, encoding="utf-8", closefd=False)


if __name__ == "__main__":
    main()
