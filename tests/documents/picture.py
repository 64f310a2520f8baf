"""The picture of the page in the README: its first screen, drawn from ``seeds`` by a Chromium.

A picture cannot be compared where fonts differ; beside it the README keeps a digest of the points that the page told when it
was drawn, so that a test knows when it shows something else than the tool says.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.documents import excerpt
from tests.documents.marked import ROOT, held, put

PATH = ROOT / "reports" / "picture.png"
SIZE = (1280, 860)
"""Width and height of the window, in CSS pixels."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def made_of() -> str:
    """A digest of the questions and answers that the tool finds in ``seeds``."""
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "check", "seeds", "--fail-on", "none", "--report", "json"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    points = json.loads(done.stdout)["points"]
    told = [[point["severity"], point["question"], *(side["value"] for side in point["sides"])] for point in points]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def shown() -> str:
    """The digest of the points that the picture in the README shows."""
    return held("picture").rpartition("<!-- ")[2].removesuffix(" -->")


def write() -> None:
    """Draw the page and put the picture into the README. Raises ``RuntimeError`` where there is no Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        excerpt.run(Path(folder))
        _draw(Path(folder, "report.html"), Path(folder))
    put(
        "picture",
        f"![The first screen of the page: what differs, who says what]({PATH.relative_to(ROOT)})<!-- {made_of()} -->",
    )


def _draw(page: Path, folder: Path) -> None:
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        raise RuntimeError("The picture needs a Chromium: on Debian, apt-get install chromium.")
    window = f"--window-size={SIZE[0]},{SIZE[1]}"
    quiet = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}")
    command = [browser, *quiet, window, f"--screenshot={PATH}", page.as_uri()]
    subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120)
