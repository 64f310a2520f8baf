"""CONTRIBUTING is true: its house is the one that stands, and whoever follows its steps to the letter gets where they say."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.documents.steps import Command, section, steps
from tests.test_architecture import layer

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WALKS = {
    "A check, from idea to merged": "checks/sourcing/shouting_headline.py",
    "A class of residue, from idea to merged": "checks/residue/weather_line.py",
    "A rule and a word, from idea to merged": "auditor/languages/de/rules/times.toml",
    "A report format, from idea to merged": "reports/questions.py",
    "A package of your own": "harbour-checks/harbour_checks/tide_table.py",
}
"""The sections that are followed, each with a file that stands there in the end."""
COPIED = ("auditor", "checks", "reports", "seeds", "tests")


def rooms() -> list[list[str]]:
    """The rooms of the house as it is drawn, from the top down, a line of them at a time."""
    drawn = re.search(r"^```text\n(.*?)^```$", section(TEXT, "The house"), re.MULTILINE | re.DOTALL)
    assert drawn
    return [re.split(r"\s{2,}", line)[0].split() for line in drawn[1].splitlines()]


def test_the_house_is_drawn_as_it_stands() -> None:
    drawn = [room for line in rooms() for room in line]
    standing = {path.stem for path in (ROOT / "auditor").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert sorted(drawn) == sorted(standing - {"__init__", "__main__", "__pycache__"})


def test_no_room_knows_one_that_is_drawn_above_it() -> None:
    heights = [[layer(f"auditor.{room}") for room in line] for line in rooms()]
    for number, line in enumerate(heights):
        below = [height for other in heights[number + 1 :] for height in other]
        assert all(height >= max(below, default=0) for height in line), rooms()[number]


def test_its_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", TEXT, re.M)
    }
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", TEXT):
        assert target[1:] in headings if target.startswith("#") else (ROOT / target).exists(), target


def test_files_that_it_names_are_there() -> None:
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S)
    named = set(re.findall(r"`((?:auditor|checks|reports|tests)/[\w/.-]+)`", prose))
    begun = {"tests/test_closed_harbour.py"}
    assert {name for name in named - begun if not (ROOT / name).exists()} == set()
    assert len(named) > 15


def program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A checkout of the project as somebody has it who has set up, on the branch ``main``; pip is one that needs no network."""
    root, programs, site = tmp_path / "source-auditor", tmp_path / "bin", tmp_path / "site"
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, symlinks=True)  # files keep their times: what is compiled fits them
    for file in (path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".")):
        shutil.copy(file, root)
    (root / ".ci").mkdir()
    program(root / ".ci" / "run", "exit 0  # it runs these tests")
    programs.mkdir()
    python = shlex.quote(sys.executable)
    program(programs / "python", f'exec {python} "$@"')
    for name in ("auditor", "pytest"):
        program(programs / name, f'exec {python} -m {name} "$@"')
    program(programs / "ruff", f'exec {python} -m ruff "$@"' if find_spec("ruff") else "exit 0  # the linters need it")
    program(programs / "pip", f"exec {python} -m tests.plugins.wheels {shlex.quote(str(site))}")
    (root / ".gitignore").write_text("__pycache__/\n.*_cache/\n.hypothesis/\n")
    for command in ("init -q -b main", "config user.name A", "config user.email a@example.org", "add --all"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    subprocess.run(["git", "commit", "-q", "-m", "The project"], cwd=root, check=True)
    return root


@pytest.mark.parametrize("heading", WALKS)
def test_its_steps_lead_where_they_say(desk: Path, heading: str) -> None:
    here = desk
    paths = {"PATH": f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment = {**os.environ, **paths, "PYTHONPATH": f"{desk}{os.pathsep}{desk.parent / 'site'}"}
    for step in steps(section(TEXT, heading)):
        if not isinstance(step, Command):
            step.make(here)
        elif step.line.startswith("cd "):
            here = here / step.line.removeprefix("cd ")
        else:
            done = subprocess.run(
                ["bash", "-c", step.line],
                cwd=here,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                env=environment,
                check=False,
            )
            assert done.returncode == int(step.fails), f"{step.line}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    assert (desk / WALKS[heading]).is_file()
