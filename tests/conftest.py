"""Articles that several tests use."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from auditor.salvage import raising
from tests.served import Served

# Speed has its benchmarks; a test that a busy machine slows down has not failed. The same examples on every run.
settings.register_profile("auditor", deadline=None, derandomize=True)
settings.load_profile("auditor")

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where nothing else is asked for, tests that lie together run together, and who has none left takes from another.

    So a module's fixtures are made once, and nobody ends alone with many tests.
    """
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


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


Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No command that a test runs reads from, or writes to, the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        # Commands start as they do for users, with byte code: without it each that a test starts compiles every module anew.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """The process whose children are the commands that tests run."""
    process = Served()
    yield process
    process.end()


def runner(served: Served, folder: Path) -> Run:
    """Runs the command in a folder as a child of a process that has the project loaded."""

    def command(*args: str, stdin: bytes = b"", **changed: str) -> Done:
        [told] = served.run([args], folder, stdin, **changed)
        return subprocess.CompletedProcess(args, told.status, told.out.decode(), told.err.decode())

    return command


@pytest.fixture
def run_anew(tmp_path: Path) -> Run:
    """Run the command in an empty folder, as a process that is started for it: its exit status, output and errors."""

    def command(*args: str, stdin: bytes = b"", **changed: str) -> Done:
        line, environment = [sys.executable, "-m", "auditor", *args], {**os.environ, **changed}
        done = subprocess.run(line, cwd=tmp_path, input=stdin, capture_output=True, env=environment, check=False)
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def run(run_anew: Run, served: Served, tmp_path: Path) -> Run:
    """As ``run_anew``, and quicker: in a child of a process that has the project loaded, wherever that is the same."""
    return runner(served, tmp_path) if hasattr(os, "fork") else run_anew


@pytest.fixture
def seeds() -> str:
    """The folder of the five articles."""
    return str(ROOT / "seeds")
