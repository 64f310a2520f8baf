"""Articles that several tests use."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from auditor.salvage import raising
from tests.served import OF_PYTHON, Served

# Speed has its benchmarks; a test that a busy machine slows down has not failed. The same examples on every run.
settings.register_profile("auditor", deadline=None, derandomize=True)
settings.load_profile("auditor")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _faults_are_raised() -> Iterator[None]:
    """A fault in reading or checking fails the test that meets it."""
    with raising():
        yield


@pytest.fixture
def salvaging(_faults_are_raised: None) -> Iterator[None]:
    """Faults are told as problems, as in a run of the command."""
    with raising(False):
        yield


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No command that a test runs reads from, or writes to, the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        # Commands start as they do for users, with byte code: without it each of the tests' 900 compiles every module anew.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """The process whose children are the commands that tests run."""
    process = Served()
    yield process
    process.end()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder: its exit status, output and errors."""

    def command(*args: str, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", *args],
            cwd=tmp_path,
            input=stdin if stdin is not None else b"",
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def quick_run(run: Run, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, served: Served) -> Run:
    """As ``run``, in a child of a process that has the project loaded: where the start of Python is not what is tested."""
    files = tmp_path_factory.mktemp("streams")

    def command(*args: str, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        if not hasattr(os, "fork") or any(name.startswith(OF_PYTHON) for name in environment):
            return run(*args, stdin=stdin, **environment)
        status = served.run(args, tmp_path, stdin or b"", environment, files)
        told = ((files / name).read_bytes().decode() for name in ("out", "err"))
        return subprocess.CompletedProcess(args, status, *told)

    return command


@pytest.fixture
def seeds() -> str:
    """The folder of the five articles."""
    return str(ROOT / "seeds")
