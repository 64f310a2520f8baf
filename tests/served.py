"""Runs the command for tests in children of one process that has the project loaded: each child is a process of its own.

To start Python and to load the lists takes longer than most commands that a test runs. What is loaded is what any run loads.
"""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

OF_PYTHON = ("PYTHON", "LANG", "LC_", "TERM", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "_TYPER", "TYPER", "GITHUB_")
"""What the names of variables begin with that are read when Python starts or a module is loaded."""


class Served:
    """The process, which is started when first asked."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self._process: subprocess.Popen[str] | None = None

    def run(self, args: tuple[str, ...], folder: Path, given: bytes, changed: Mapping[str, str], files: Path) -> int:
        """Run the command in a folder; its output and errors go to ``out`` and ``err`` in ``files``. Its exit status."""
        if self._process is None:
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.served"], stdin=pipe, stdout=pipe, text=True, cwd=ROOT
            )
        assert self._process.stdin
        assert self._process.stdout
        (files / "in").write_bytes(given)
        asked = {"args": args, "folder": str(folder), "environment": {**os.environ, **changed}, "files": str(files)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.communicate()


ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Load the project; then read a line a command and answer with its exit status."""
    from auditor import audit, cli, config, points  # noqa: F401 - for the children
    from auditor.catalogue import load_checks

    load_checks()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _become(asked)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(asked: Mapping[str, object]) -> None:
    """Be the command: its streams, its folder, its environment. Does not return."""
    status = 1
    try:
        files = Path(str(asked["files"]))
        os.chdir(str(asked["folder"]))
        os.environ.clear()
        os.environ.update(asked["environment"])  # type: ignore[call-overload]
        for stream, (name, flags) in enumerate((("in", os.O_RDONLY), ("out", _WRITTEN), ("err", _WRITTEN))):
            os.dup2(os.open(files / name, flags, 0o600), stream)
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
        sys.stderr = io.TextIOWrapper(
            io.BufferedWriter(io.FileIO(2, "w", closefd=False)), encoding="utf-8", line_buffering=True
        )
        sys.argv = ["auditor", *asked["args"]]  # type: ignore[misc]
        from auditor.cli import main as command

        command()
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


_WRITTEN = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


if __name__ == "__main__":
    main()
