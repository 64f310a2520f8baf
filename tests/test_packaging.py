"""The package as others get it: without links, and as one namespace."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_without_links_works(tmp_path: Path) -> None:
    """Git on Windows writes a link as a text file with the target's name."""
    for name in ("auditor", "checks", "reports"):
        shutil.copytree(ROOT / name, tmp_path / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("checks", "reports"):
        link = tmp_path / "auditor" / name
        link.unlink()
        link.write_text(f"../{name}")
    code = (
        "import auditor, auditor.checks.conflict.conflicting_title as check, auditor.reports.json as report\n"
        "print(auditor.__file__, check.CHECK.id, report.SCHEMA_VERSION, report.schema()['title'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin"},
    )
    assert done.stdout.startswith(str(tmp_path))
    assert "conflicting-title 2 auditor report, version 2" in done.stdout


def test_the_links_are_relative() -> None:
    for name in ("checks", "reports"):
        link = ROOT / "auditor" / name
        if link.is_symlink():
            assert link.readlink() == Path("..", name)


def test_top_level_names_are_not_taken() -> None:
    """``checks`` and ``reports`` are packages of other projects: ours are imported as ``auditor.checks`` only."""
    code = "import auditor.checks, auditor.reports, sys; print('checks' in sys.modules or 'reports' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
