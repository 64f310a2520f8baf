"""The real output in the README: what the main job prints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.documents.marked import ROOT, held, put

COMMAND = ("check", "seeds", "--report", "html=report.html")
"""The main job of the README, as ``auditor`` is given it."""
WIDTH = 100
"""Characters of a line in the README."""


def made() -> str:
    """What the main job prints on a copy of ``seeds``."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        return run(Path(folder)).stdout.decode().rstrip("\n")


def run(folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Do the main job in a folder that holds ``seeds``. Raises ``CalledProcessError`` where it comes to no report."""
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *COMMAND],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": str(WIDTH)},
    )
    if done.returncode not in (0, 1):
        done.check_returncode()
    return done


def shown() -> str:
    """The output that the README shows."""
    return held("output").removeprefix("```\n").removesuffix("\n```")


def write() -> None:
    """Put what the main job prints into the README."""
    put("output", f"```\n{made()}\n```")
