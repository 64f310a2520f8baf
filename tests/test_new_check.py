"""A check is begun with a file that says what is missing: its example fails, everything else about it is right."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from auditor import __version__
from auditor.scaffold.files import InTheWay, registered
from tests.conftest import Run
from tests.plugins.wheels import editable

ROOT = Path(__file__).resolve().parent.parent


def begin(run: Run, *args: str) -> str:
    done = run("new-check", *args)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def pytest_in(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of a package whose entry points are as if it were installed."""
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *args]
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("family", "word"), [("sourcing", "words"), ("harbours", "words"), ("residue", "Put the line here")]
)
def test_of_a_new_check_only_the_flagged_example_fails(run: Run, tmp_path: Path, family: str, word: str) -> None:
    told = begin(run, "missing-byline", "--family", family, "--folder", "house-checks")
    folder = tmp_path / "house-checks"
    files = (
        "house_checks/__init__.py",
        "house_checks/missing_byline.py",
        "tests/test_missing_byline.py",
        "pyproject.toml",
    )
    assert [f"wrote house-checks/{name}" for name in files] == told.splitlines()[:4]
    editable(folder, folder)
    done = pytest_in(folder)
    assert done.returncode == 1
    assert "1 failed, 4 passed" in done.stdout
    assert f"not found is “{word}” in 0.txt" in done.stdout


def test_what_is_written_is_as_the_house_writes(run: Run, tmp_path: Path) -> None:
    if find_spec("ruff") is None:
        pytest.skip("needs ruff")
    begin(run, "missing-byline", "--family", "sourcing", "--folder", "house-checks")
    begin(run, "tide-table", "--family", "residue", "--folder", "house-checks")
    for command in (("check", "--ignore", "D100,D103,D104"), ("format", "--check")):
        ruff = [sys.executable, "-m", "ruff", *command, "--config", str(ROOT / "pyproject.toml"), "house-checks"]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_package_that_has_checks_gets_another(run: Run, tmp_path: Path) -> None:
    begin(run, "missing-byline", "--family", "sourcing", "--folder", "house-checks")
    begin(run, "a-tide-table", "--family", "residue", "--folder", "house-checks")
    project = tomllib.loads((tmp_path / "house-checks" / "pyproject.toml").read_text())["project"]
    assert list(project["entry-points"]["auditor.checks"].items()) == [
        ("a-tide-table", "house_checks.a_tide_table:CHECK"),
        ("missing-byline", "house_checks.missing_byline:CHECK"),
    ]
    assert (tmp_path / "house-checks" / "house_checks" / "a_tide_table.py").is_file()


def test_where_there_are_no_checks_it_gets_a_folder_of_its_own(run: Run, tmp_path: Path) -> None:
    assert "cd auditor-missing-byline\n" in begin(run, "missing-byline", "--family", "sourcing")
    assert (tmp_path / "auditor-missing-byline" / "auditor_missing_byline" / "missing_byline.py").is_file()


def test_in_a_checkout_it_is_one_of_ours(run: Run, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "checks" / "sourcing", tmp_path / "checks" / "sourcing")
    told = begin(run, "missing-byline", "--family", "sourcing")
    assert told.splitlines()[:2] == ["wrote checks/sourcing/missing_byline.py", "wrote pyproject.toml"]
    assert "family=Family.SOURCING" in (tmp_path / "checks" / "sourcing" / "missing_byline.py").read_text()
    before, after = ((folder / "pyproject.toml").read_text() for folder in (ROOT, tmp_path))
    line = 'missing-byline = "auditor.checks.sourcing.missing_byline:CHECK"\n'
    assert line in after
    assert after.replace(line, "") == before
    assert after.index(line) > after.index('copied-article = "')
    begin(run, "late-ferry", "--family", "harbours")
    assert (tmp_path / "checks" / "harbours" / "__init__.py").is_file()
    assert 'Family("harbours")' in (tmp_path / "checks" / "harbours" / "late_ferry.py").read_text()


def test_it_is_there_since_the_next_release_of_ours_and_since_this_one_of_a_package(run: Run, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    begin(run, "missing-byline", "--family", "sourcing")
    begin(run, "tide-table", "--family", "residue")
    major, minor, *_ = __version__.split(".")
    for file in ("sourcing/missing_byline.py", "residue/tide_table.py"):
        assert f'since="{major}.{int(minor) + 1}.0"' in (tmp_path / "checks" / file).read_text()
    begin(run, "late-ferry", "--family", "harbours", "--folder", "house")
    project = tmp_path / "house" / "pyproject.toml"
    project.write_text(project.read_text().replace('version = "0.1.0"', 'version = "2.4.1"'))
    begin(run, "lost-ferry", "--family", "harbours", "--folder", "house")
    for name, version in (("late_ferry", "0.1.0"), ("lost_ferry", "2.4.1")):
        assert f'since="{version}"' in (tmp_path / "house" / "house" / f"{name}.py").read_text()


def test_nothing_is_written_over_and_what_was_cut_off_is_finished(run: Run, tmp_path: Path) -> None:
    args = ("missing-byline", "--family", "sourcing", "--folder", "house")
    begin(run, *args)
    made = tmp_path / "house" / "house" / "missing_byline.py"
    source = made.read_text()
    (tmp_path / "house" / "pyproject.toml").unlink()
    assert begin(run, *args).splitlines()[0] == "wrote house/pyproject.toml"
    assert "All of it was there already" in begin(run, *args)
    made.write_text(source + "# mine\n")
    (tmp_path / "house" / "tests" / "test_missing_byline.py").unlink()
    done = run("new-check", *args)
    assert done.returncode == 2
    assert "house/house/missing_byline.py is there already, and is not written over" in done.stderr
    assert made.read_text() == source + "# mine\n"
    assert not (tmp_path / "house" / "tests" / "test_missing_byline.py").exists()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (
            ("Missing-Byline", "--family", "sourcing"),
            "'Missing-Byline' cannot be the name of a check: .*missing-byline",
        ),
        (("../evil", "--family", "sourcing"), "'../evil' cannot be the name of a check"),
        (("missing-byline", "--family", "Sourcing"), "'Sourcing' cannot be the name of a family: .*sourcing"),
        (("share-control", "--family", "residue"), "already"),
        (("quotation", "--family", "sourcing"), "already"),
        (("harbours", "--family", "harbours"), "already"),
        (("point", "--family", "sourcing"), "already"),
        (("missing-byline", "--family", "share-control"), "'share-control' is a check"),
        (("import", "--family", "sourcing"), "a word of Python"),
        (("missing-byline", "--family", "sourcing", "--folder", "a.txt"), "a.txt is a file. Name a folder"),
        (("missing-byline", "--family", "sourcing", "--folder", "json"), "A package cannot be called 'json'"),
        (("missing-byline", "--family", "sourcing", "--folder", "2 much"), "A package cannot be called '2_much'"),
        (("missing-byline", "--family", "sourcing", "--folder", "other"), "is of a project without checks"),
        (("missing-byline", "--family", "sourcing", "--folder", "broken"), "broken/pyproject.toml cannot be read"),
    ],
    ids=lambda one: one if isinstance(one, str) else " ".join(one),
)
def test_what_cannot_be_is_told(run: Run, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    for name, text in (("other", '[project]\nname = "other"\n'), ("broken", "[project\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(text)
    before = sorted(tmp_path.rglob("*"))
    done = run("new-check", *args)
    assert done.returncode == 2
    assert re.search(told, done.stderr), done.stderr
    assert sorted(tmp_path.rglob("*")) == before


TABLE = """[project]
name = "x"

[project.entry-points."auditor.checks"]
b-check = "x.b:CHECK"
d-check = "x.d:CHECK"  # the last
other = "y.o:CHECK"

[tool.x]
y = 1
"""


@pytest.mark.parametrize(
    ("name", "value", "before"),
    [
        ("a-check", "x.a:CHECK", 'b-check = "x.b'),
        ("c-check", "x.c:CHECK", 'd-check = "x.d'),
        ("e-check", "x.e:CHECK", 'other = "y.o'),
        ("z-check", "z.z:CHECK", "\n[tool.x]"),
    ],
)
def test_an_entry_point_goes_among_those_of_its_package(name: str, value: str, before: str) -> None:
    made = registered(TABLE, "auditor.checks", name, value)
    assert f'{name} = "{value}"\n{before}' in made
    assert made.replace(f'{name} = "{value}"\n', "") == TABLE
    assert registered(made, "auditor.checks", name, value) == made


def test_a_table_that_cannot_be_added_to_is_told() -> None:
    with pytest.raises(InTheWay, match="has no table"):
        registered('[project]\nname = "x"\n', "auditor.checks", "a", "x.a:CHECK")
    quoted = f"told = '''\n{TABLE}'''\n"  # what looks like the table is a string
    with pytest.raises(InTheWay, match="by hand"):
        registered(quoted, "auditor.checks", "a", "x.a:CHECK")
