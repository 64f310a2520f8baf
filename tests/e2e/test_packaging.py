"""The hooks, the action and the image, exercised as far as they go without a network: what they run is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = str(Path(sys.executable).parent)
CALM = "Karla Minrodatti, the harbour master, closed the port of Ostra after the flood.\n"
OTHER = "The port of Ostra was shut by Karla Mindoratti when the flood came.\n"


def hooks() -> dict[str, dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in loaded}


def shell(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{COMMANDS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def hooks_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that offers the hooks, as this project's does."""
    folder = tmp_path_factory.mktemp("hooks")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    commit_all(folder)
    return folder


def commit_all(folder: Path) -> None:
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "all"),
    ):
        done = shell(folder, "git", *command)
        assert done.returncode == 0, done.stderr


def run_hook(folder: Path, repository: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Have pre-commit run a hook from a repository on a folder; the installed command stands for a fresh environment."""
    revision = shell(repository, "git", "rev-parse", "HEAD").stdout.strip()
    hook = {"id": name, "language": "system"}
    settings = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    commit_all(folder)
    return shell(folder, "pre-commit", "run", "--all-files", PRE_COMMIT_HOME=str(repository.parent / "pre-commit"))


def test_there_are_two_hooks() -> None:
    known = hooks()
    assert set(known) == {"auditor", "auditor-corpus"}
    assert known["auditor-corpus"]["pass_filenames"] is False
    assert all(hook["language"] == "python" for hook in known.values())


def test_the_hook_of_each_file_finds_residue_only(tmp_path: Path, hooks_repository: Path) -> None:
    (tmp_path / "a.txt").write_text(CALM)
    (tmp_path / "b.txt").write_text(OTHER)
    (tmp_path / "shares.csv").write_text("Share\n")
    calm = run_hook(tmp_path, hooks_repository, "auditor")
    assert calm.returncode == 0, calm.stdout + calm.stderr
    (tmp_path / "b.txt").write_text(OTHER + "\nShare\n")
    found = run_hook(tmp_path, hooks_repository, "auditor")
    assert found.returncode == 1
    assert "warning: Is “Share” part of the article?" in found.stdout


def test_the_hook_of_all_files_compares_them(tmp_path: Path, hooks_repository: Path) -> None:
    (tmp_path / "a.txt").write_text(CALM)
    calm = run_hook(tmp_path, hooks_repository, "auditor-corpus")
    assert calm.returncode == 0, calm.stdout + calm.stderr
    (tmp_path / "b.txt").write_text(OTHER)
    found = run_hook(tmp_path, hooks_repository, "auditor-corpus")
    assert found.returncode == 1
    assert ": error: Is it " in found.stdout


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return loaded


def check_step(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the step that checks, with the inputs given and the others at their defaults."""
    [step] = [step for step in action()["runs"]["steps"] if step.get("name") == "Check"]
    inputs = {
        name: given.get(name.replace("-", "_"), one.get("default", "")) for name, one in action()["inputs"].items()
    }
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: str(inputs[found[1]]), value)
        for name, value in step["env"].items()
    }
    return shell(folder, "bash", "-euo", "pipefail", "-c", step["run"], **environment)


def test_the_action_annotates_and_writes_sarif(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CALM)
    (tmp_path / "b.txt").write_text(OTHER)
    done = check_step(tmp_path, GITHUB_STEP_SUMMARY="")
    assert done.returncode == 1, done.stderr
    assert "::error file=" in done.stdout
    assert (tmp_path / "auditor.sarif").exists()
    assert check_step(tmp_path, paths="a.txt\nb.txt\n").stdout == done.stdout
    assert check_step(tmp_path, paths="a.txt", fail_on="note").returncode in (0, 1)
    assert check_step(tmp_path, fail_on="sometimes").returncode == 2


def test_the_action_takes_a_baseline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CALM)
    (tmp_path / "b.txt").write_text(OTHER)
    assert shell(tmp_path, "auditor", "baseline", ".", "--baseline", "known.ndjson").returncode == 0
    done = check_step(tmp_path, baseline="known.ndjson")
    assert (done.returncode, done.stdout) == (0, "auditor: 0 points that count.\n")


def test_the_action_and_the_hooks_go_by_nothing_that_a_change_brings(tmp_path: Path, hooks_repository: Path) -> None:
    (tmp_path / "a.txt").write_text(CALM)
    (tmp_path / "b.txt").write_text(OTHER + "\nShare\n")
    (tmp_path / "auditor.toml").write_text('ignore = ["residue", "conflict", "quotation"]\n')
    assert check_step(tmp_path).returncode == 1
    assert check_step(tmp_path, trust_checkout="true").returncode == 0
    assert check_step(tmp_path, config="auditor.toml").returncode == 0
    for name in hooks():
        assert run_hook(tmp_path, hooks_repository, name).returncode == 1
    (tmp_path / "auditor.toml").unlink()
    commit_all(tmp_path)
    (tmp_path / "auditor.toml").write_text('ignore = ["residue", "conflict", "quotation"]\n')
    (tmp_path / "c.txt").write_text("The port of Ostra, said Karla Mindorati, was closed.\n\nShare\n")
    done = check_step(tmp_path, diff_base="HEAD", fail_on="note")
    assert done.returncode == 1
    assert "::warning title=auditor%3A the gate itself::" in done.stdout
    assert "auditor.toml" in done.stdout


def test_the_action_installs_what_the_project_has() -> None:
    [step] = [step for step in action()["runs"]["steps"] if step.get("name") == "Install"]
    assert (ROOT / "constraints.txt").exists()
    assert installed_extras(step["run"]) <= extras()


def test_the_image_copies_and_installs_what_the_project_has() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^FROM python:3\.1[1-9]-slim$", lines, re.M)
    assert installed_extras(lines) <= extras()
    assert 'ENTRYPOINT ["auditor"]' in lines
    assert re.search(r"^USER auditor$", lines, re.M)


def test_the_wheel_holds_every_word_list(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel")
    [built] = wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    lists = {path.relative_to(ROOT).as_posix() for path in (ROOT / "auditor/languages").rglob("*.tsv")}
    assert lists
    with zipfile.ZipFile(built) as packed:
        assert lists <= set(packed.namelist())


def installed_extras(command: str) -> set[str]:
    found = re.search(r"\[([\w,]+)\]\"", command)
    assert found
    return set(found[1].split(","))


def extras() -> set[str]:
    import tomllib

    return set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"])


@pytest.mark.parametrize("name", ["action.yml", ".pre-commit-hooks.yaml", "Dockerfile"])
def test_nothing_names_a_machine(name: str) -> None:
    assert "/home/" not in (ROOT / name).read_text(encoding="utf-8")
