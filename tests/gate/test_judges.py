"""Which changed files have a say in the gate that judges the change."""

import hashlib
import os
from pathlib import Path

import pytest

from auditor.gate.judges import is_of_the_gate, touched


def blob(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


@pytest.mark.parametrize(
    "name",
    [
        *("auditor.toml", "deep/down/auditor.toml", "pyproject.toml", "corpus/auditor-decisions.ndjson"),
        *("auditor-baseline.ndjson", "a/.gitignore", ".gitattributes", ".pre-commit-config.yaml", ".gitlab-ci.yml"),
        *(".github/workflows/gate.yml", ".github/actions/own/run.sh", ".husky/pre-commit", "Jenkinsfile"),
        *("Auditor.TOML", ".GitHub/Workflows/a.yml"),
    ],
)
def test_files_with_a_say(name: str) -> None:
    assert is_of_the_gate(name)


@pytest.mark.parametrize("name", ["a.txt", "docs/.github/workflows.md", "auditor.toml.txt", "corpus/workflows/a.yml"])
def test_files_without_one(name: str) -> None:
    assert not is_of_the_gate(name)


def test_new_changed_gone_and_linked_files_are_listed_in_order(tmp_path: Path) -> None:
    tree = {
        "same/auditor.toml": blob(b"a\n"),
        "crlf/auditor.toml": blob(b"a\n"),
        "changed/auditor.toml": blob(b"a\n"),
        "gone/auditor.toml": blob(b"a\n"),
        "linked/auditor.toml": blob(b"a\n"),
        "article.txt": blob(b"a\n"),
        "named.toml": blob(b"a\n"),
        "sha256/auditor.toml": hashlib.sha256(b"blob 2\0a\n").hexdigest(),
    }
    for name, data in (
        ("same/auditor.toml", b"a\n"),
        ("sha256/auditor.toml", b"a\n"),
        ("crlf/auditor.toml", b"a\r\n"),
        ("changed/auditor.toml", b"b\n"),
        ("new/.gitignore", b"*\n"),
        ("article.txt", b"b\n"),
        ("named.toml", b"b\n"),
        (".git/auditor.toml", b"none of git's own\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "auditor.toml").symlink_to("../same/auditor.toml")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "workflows").symlink_to("../same")
    assert touched(tmp_path, tree, ["named.toml", "../outside.toml", "none.toml"]) == (
        *(".github/workflows", "changed/auditor.toml", "gone/auditor.toml", "linked/auditor.toml"),
        *("named.toml", "new/.gitignore"),
    )


def test_a_name_that_is_no_text_does_not_cost_the_report(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/\xff"
    os.mkdir(folder)
    with open(folder + b"/.gitignore", "w") as file:
        file.write("*")
    assert touched(tmp_path, {}) == ("\\udcff/.gitignore",)
