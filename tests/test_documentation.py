"""What README, the reference, CONTRIBUTING and pyproject say is so, and runs as it is printed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from auditor.cli import app
from tests.documents import catalogue, excerpt, picture
from tests.served import Served

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "reports" / "README.md").read_text(encoding="utf-8")
DOCUMENTS = {"README.md": README, "reports/README.md": REFERENCE}
SET_UP = "python3 -m venv"
ANEW = "out of date: run `python -m tests.documents --picture`"


def blocks() -> Iterator[tuple[str, list[str]]]:
    """The command lines that the documents print, block by block, set-up aside."""
    for document, text in DOCUMENTS.items():
        for number, block in enumerate(re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL), 1):
            if not block.startswith(SET_UP):
                yield f"{document}-{number}", block.splitlines()


BLOCKS = dict(blocks())


@pytest.fixture
def desk(tmp_path: Path, served: Served) -> Path:
    """A repository with ``seeds``, whose remote knows its first state, and the files that the documents speak of."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    text = (ROOT / "seeds" / "e-temporary-breather.txt").read_text(encoding="utf-8")
    page = '{"text": "Ferries run again.\\nShare\\n", "source": "The Daily", "url": "https://example.org/{}"}\n'
    for number, name in enumerate(("corpus.jsonl", "more.jsonl", "new-page.jsonl")):
        (tmp_path / name).write_text(page.replace("{}", str(number)))
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "2024.jsonl").write_text(page)
    (tmp_path / "house.toml").write_text('fail-on = "warning"\n')
    programs = tmp_path / "bin"
    programs.mkdir()
    asking = shlex.join([sys.executable, "-S", str(ROOT / "tests" / "asking.py")])
    (programs / "new.txt").write_text(text, encoding="utf-8")
    program(programs / "auditor", f'exec {asking} {shlex.quote(served.door)} "$@"')
    program(programs / "curl", f"cat {shlex.quote(str(programs / 'new.txt'))}  # no test asks the network")
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (["init", "-q", "-b", "main"], ["add", "seeds"], ["commit", "-q", "-m", "Articles"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    subprocess.run([*git, "clone", "-q", "--bare", ".", tmp_path / "origin.git"], cwd=tmp_path, check=True)
    subprocess.run([*git, "remote", "add", "origin", "origin.git"], cwd=tmp_path, check=True)
    subprocess.run([*git, "fetch", "-q", "origin"], cwd=tmp_path, check=True)
    return tmp_path


def program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_command_runs_as_printed(desk: Path, name: str) -> None:
    environment = {**os.environ, "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for line in BLOCKS[name]:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],
            cwd=desk,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
        )
        said = f"{line}\n{done.stdout.decode()[-2000:]}\n{done.stderr.decode()[-2000:]}"
        assert done.returncode in (0, 1), said
        for written in re.findall(r"(?:=|--output )(\w[\w./-]*\.\w+|cleaned)(?= |$)", line):
            assert (desk / written).exists(), written


def test_the_output_in_the_readme_is_real() -> None:
    assert excerpt.shown() == excerpt.made(), ANEW
    assert 10 <= len(excerpt.shown().splitlines()) <= 45


def test_the_picture_in_the_readme_shows_what_the_tool_says() -> None:
    assert picture.shown() == picture.made_of(), ANEW
    data = picture.PATH.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert tuple(int.from_bytes(data[at : at + 4], "big") for at in (16, 20)) == picture.SIZE
    assert len(data) < 400_000


def test_the_catalogue_of_checks_is_what_the_checks_say() -> None:
    assert catalogue.PATH.read_text(encoding="utf-8") == catalogue.made(), ANEW


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 200


def test_links_lead_somewhere() -> None:
    for document, text in DOCUMENTS.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (ROOT / document).parent.joinpath(target).exists(), f"{document}: {target}"


def test_the_two_commands_are_one_line_each() -> None:
    for name in ("main job", "tests"):
        found = re.search(rf"<!-- command: {name} -->\n```sh\n(.+)\n```", README)
        assert found, name
        assert "--constraint constraints.txt" in found[1]
    assert "auditor check seeds" in README


def commands_of(typer: Typer) -> set[str]:
    """Every command as it is typed: ``check``, ``config show``."""
    own = {command.name or command.callback.__name__ for command in typer.registered_commands if command.callback}
    groups = [group for group in typer.registered_groups if group.typer_instance]
    return own | {f"{group.name} {name}" for group in groups for name in commands_of(group.typer_instance)}  # type: ignore[arg-type]


def test_every_command_and_option_of_the_documents_exists() -> None:
    commands = commands_of(app)
    text = "\n".join(DOCUMENTS.values())
    used = set(re.findall(r"(?:^|\| |bin/|`)auditor ([a-z][a-z-]*)", text, re.M))
    assert used
    assert used <= {name.split()[0] for name in commands}
    help_text = "".join(
        CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "300"}).stdout for name in sorted(commands)
    )
    lines = [line.split("auditor ", 1)[1] for block in BLOCKS.values() for line in block]
    options = {
        option for line in (*lines, *re.findall(r"`(--[^`]+)`", text)) for option in re.findall(r"--[a-z-]+", line)
    }
    assert len(options) > 15
    assert {option for option in options if option not in help_text} == {"--install-completion"} & options


def test_every_command_is_documented() -> None:
    text = "\n".join(DOCUMENTS.values())
    assert {name for name in commands_of(app) if f"auditor {name}" not in text} == set()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {
        line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line
    }
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["test"],
        *project["optional-dependencies"]["dev"],
        *project["optional-dependencies"]["train"],
    ]
    names = {re.split(r"[<>=\[]", one)[0].lower() for one in wanted} - {"source-auditor"}
    assert {name for name in names if name not in pinned} == set()
