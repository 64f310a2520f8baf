"""A package of somebody else's, installed as pip installs it: what it brings appears, works, and its stale entry point is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run, runner
from tests.plugins.wheels import install, wheel_of
from tests.served import Served

HARBOUR = Path(__file__).resolve().parent / "harbour"
STALE = "check sunken-check: The entry point 'sunken-check' (auditor_harbour.sunken:CHECK of the package auditor-harbour 1.0)"
WAY_OUT = "Install auditor-harbour again, or take it out: pip uninstall auditor-harbour."
TIDES = "Tides on 5 March 2024: high water 04:12, low water 10:31"
AGROUND = f"""The ferry ran aground off Halm on 4 March 2024 with 38 people aboard, as the harbour master wrote down that night.

{TIDES}

Nobody was hurt, and the divers went down in the morning to look at the hull.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the package was installed into."""
    folder = tmp_path_factory.mktemp("site")
    install(wheel_of(HARBOUR, tmp_path_factory.mktemp("wheels")), folder)
    return folder


@pytest.fixture(scope="module")
def there(site: Path) -> Iterator[Served]:
    """The process whose children are commands where the package is installed."""
    process = Served(PYTHONPATH=os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])]))
    yield process
    process.end()


@pytest.fixture
def installed(there: Served, tmp_path: Path) -> Run:
    """Runs the command where the package is installed, in a folder with an article."""
    (tmp_path / "a.txt").write_text(AGROUND, encoding="utf-8")
    return runner(there, tmp_path)


def test_what_it_brings_is_listed_and_explained(installed: Run) -> None:
    listed = installed("checks")
    families = [line for line in listed.stdout.splitlines() if not line.startswith(" ")]
    assert families == ["conflict", "reference", "quotation", "sourcing", "residue", "harbours", "report formats"]
    residue, harbours = listed.stdout.partition("\nresidue\n")[2].split("\nharbours\n")
    assert "\n  tide-table " in residue
    assert harbours.startswith("  unnamed-ferry ")
    assert ", ferry-list, " in listed.stdout.splitlines()[-1]
    assert "# harbours\n\nunnamed-ferry (error): A ferry is spoken of" in installed("explain", "harbours").stdout
    assert "# tide-table (residue, warning, since 1.0)" in installed("explain", "tide-table").stdout


def test_its_check_and_its_class_find_something_and_its_format_tells_it(installed: Run) -> None:
    done = installed("check", "a.txt", "--report", "ferry-list")
    assert done.stdout == "residue\ttide-table\ta.txt\nharbours\tunnamed-ferry\ta.txt\n"
    report = json.loads(installed("check", "a.txt", "--report", "json").stdout)
    assert [(one["check"], one["primary"]["text"]) for one in report["findings"]] == [
        ("unnamed-ferry", "ferry"),
        ("tide-table", TIDES),
    ]
    only = installed("check", "a.txt", "--select", "harbours", "--report", "ferry-list")
    assert only.stdout == "harbours\tunnamed-ferry\ta.txt\n"
    assert installed("check", "a.txt", "--ignore", "harbours", "--report", "ferry-list").stdout.count("\n") == 1


def test_its_class_is_no_part_of_the_article_for_any_command(installed: Run, run: Run, tmp_path: Path) -> None:
    assert "2024-03-05" in run("claims", "a.txt").stdout
    assert "2024-03-05" not in installed("claims", "a.txt").stdout
    assert f"-{TIDES}" in installed("clean", "a.txt").stdout
    assert installed("clean", "a.txt", "--write").returncode == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == AGROUND.replace(f"{TIDES}\n\n", "")


def test_its_stale_entry_point_is_told_and_is_never_clean(installed: Run) -> None:
    for args in (("checks",), ("check", "a.txt", "--fail-on", "none"), ("claims", "a.txt"), ("clean", "a.txt")):
        done = installed(*args)
        assert done.returncode == 2, args
        assert STALE in done.stderr, args
        assert WAY_OUT in done.stderr, args
        assert done.stdout
    told = installed("explain", "harbours")
    assert told.returncode == 0
    assert STALE in told.stderr
    [problem] = json.loads(installed("check", "a.txt", "--report", "json").stdout)["problems"]
    assert problem["check"] == "sunken-check"
    ignoring = installed("check", "a.txt", "--ignore", "sunken-check", "--report", "ferry-list")
    assert (ignoring.returncode, ignoring.stderr) == (1, ""), "the ferry is an error"


def test_its_class_reaches_every_process_and_the_cache_knows_it(installed: Run, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(AGROUND.replace("04:12", f"04:{number + 10}"), encoding="utf-8")
    args = ("check", "articles", "--select", "residue", "--report", "json")
    without = run(*args).stdout
    alone = installed(*args, "--no-cache").stdout
    assert alone.count('"tide-table"') > without.count('"tide-table"') == 0
    assert installed(*args, "--no-cache", "--jobs", "2").stdout == alone
    for _ in range(2):
        assert installed(*args).stdout == alone
        assert run(*args).stdout == without


def test_its_own_tests_pass_with_nothing_of_ours(site: Path, tmp_path: Path) -> None:
    shutil.copytree(HARBOUR / "tests", tmp_path / "tests")
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "10 passed" in done.stdout
