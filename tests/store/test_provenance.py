"""What a cached result depends on: an edited check is never answered for by what it said before."""

from __future__ import annotations

import importlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.store.provenance import made_by

Run = Callable[..., subprocess.CompletedProcess[str]]

CHECK = """
from auditor.check import Check
from auditor.model import Family, Severity
def inspect(article):
    yield CHECK.finding("{message}", article.document.span(0, 3))
CHECK = Check(id="guest", family=Family.CONFLICT, severity=Severity.NOTE, since="1", docs="A guest.", inspect=inspect,
              flags=(), leaves_alone=())
"""


def install(site: Path, module: str, message: str = "first") -> Path:
    """A third party's check in a module, as an installed distribution brings it; its file."""
    info = site / "guest-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: guest\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[auditor.checks]\nguest = {module}:CHECK\n")
    file = site.joinpath(*module.split(".")).with_suffix(".py")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(CHECK.format(message=message))
    return file


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def digest(*settings: object) -> str:
    importlib.invalidate_caches()
    return made_by(*settings)


def test_settings() -> None:
    assert digest(None, "a", "b") == digest(None, "a", "b")
    assert len({digest(None, "a", "b"), digest(None, "a"), digest("None", "a", "b"), digest(None, "a\n'b'")}) == 4


@pytest.mark.parametrize("module", ["guest_module", "guest_namespace.inner.rule"])
def test_an_edit_that_keeps_size_and_time(site: Path, module: str) -> None:
    file = install(site, module)
    before, state = digest(), file.stat()
    file.write_text(CHECK.format(message="fiRst"))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert digest() != before
    file.write_text(CHECK.format(message="first"))
    assert digest() == before, "the time of change alone is nothing"


def test_what_lies_beside_a_module_is_none_of_it(site: Path) -> None:
    install(site, "guest_alone")
    before = digest()
    (site / "neighbour.py").write_text("x = 1\n")
    assert digest() == before


def test_another_version_of_anything_installed(site: Path) -> None:
    install(site, "guest_versioned")
    before = digest()
    (site / "somelibrary-2.0.dist-info").mkdir()
    assert digest() != before


def test_links_in_a_circle_come_to_an_end(site: Path) -> None:
    file = install(site, "guest_package.rule")
    (file.parent / "__init__.py").write_text("")
    before = digest()
    (file.parent / "again").symlink_to(file.parent, target_is_directory=True)
    assert digest() == before


def test_an_edited_check_is_asked_again(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / "a.txt").write_text("Some words stand here.")

    def told() -> str:
        return run(
            "check", "a.txt", "--select", "guest", "--report", "json", "--cache-dir", "c", PYTHONPATH=str(site)
        ).stdout

    for message in ("first", "second"):
        install(site, "guest_spaces.inner.rule", message)
        assert f'"{message}"' in told()
        assert f'"{message}"' in told()
    assert len(list((tmp_path / "c").glob("*.facts"))) == 2
