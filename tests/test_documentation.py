"""What README, CONTRIBUTING and pyproject say is so."""

import re
import tomllib
from pathlib import Path

from typer import Typer
from typer.testing import CliRunner

from auditor.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_excerpt_in_the_readme_is_real(run, seeds, tmp_path) -> None:  # type: ignore[no-untyped-def]
    excerpt = re.search(r"<!-- excerpt -->\n```\n(.*?)\n```", README, re.S)
    assert excerpt
    (tmp_path / "seeds").symlink_to(seeds, target_is_directory=True)
    shown = run("check", "seeds").stdout
    parts = [part for part in excerpt[1].split("  ...\n") if part.strip()]
    assert len(parts) == 2
    for part in parts:
        assert part.strip("\n") in shown


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


def test_every_command_and_option_of_the_readme_exists() -> None:
    commands = commands_of(app)
    used = set(re.findall(r"(?:^|\| |bin/)auditor ([a-z]+)", README, re.M))
    assert used
    assert used <= {name.split()[0] for name in commands}
    help_text = "".join(
        CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "300"}).stdout for name in sorted(commands)
    )
    lines = [line for line in README.splitlines() if re.match(r"(?:curl.*\| )?auditor ", line)]
    options = {option for line in lines for option in re.findall(r"(?<=\s)--[a-z-]+", line.split("auditor ", 1)[1])}
    assert options
    assert {option for option in options if option not in help_text} == set()


def test_every_command_is_documented() -> None:
    assert {name for name in commands_of(app) if f"auditor {name}" not in README} == set()


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
