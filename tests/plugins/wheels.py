"""Wheels made and installed without a network and without a build backend, for packages of plain Python.

``python -m tests.plugins.wheels FOLDER`` installs the project in the current folder into another, as an editable one.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def wheel_of(project: Path, folder: Path) -> Path:
    """The wheel of a project, as its backend would make it of pyproject.toml and the package beside it."""
    about = _project(project)
    package = about["name"].replace("-", "_")
    stem = f"{package}-{about['version']}"
    info = f"{stem}.dist-info"
    files = {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((project / package).rglob("*.py"))
    }
    files |= {f"{info}/{name}": text for name, text in _told(about).items()}
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    wheel = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as held:
        for name, text in files.items():
            held.writestr(name, text)
    return wheel


def install(wheel: Path, target: Path) -> None:
    """Install a wheel into a folder: by pip, or where the interpreter has none as pip would, since it runs nothing of it."""
    if find_spec("pip") is None:
        zipfile.ZipFile(wheel).extractall(target)
        return
    options = ("--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", "--no-compile")
    subprocess.run([sys.executable, "-m", "pip", "install", *options, "--target", target, wheel], check=True)


def editable(project: Path, site: Path) -> None:
    """Install a project into a folder as ``pip install --editable`` would: its entry points, and a link to its package."""
    about = _project(project)
    package = about["name"].replace("-", "_")
    info = site / f"{package}-{about.get('version', '0')}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    for name, text in _told(about).items():
        (info / name).write_text(text, encoding="utf-8")
    if (project / package).is_dir() and not (site / package).exists():
        (site / package).symlink_to((project / package).resolve())


def _project(project: Path) -> Any:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _told(about: Any) -> dict[str, str]:
    """What the folder of an installed distribution tells of it."""
    points = (
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in held.items())
        for group, held in about["entry-points"].items()
    )
    metadata = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about.get('version', '0')}\n"
    return {"METADATA": metadata, "entry_points.txt": "\n".join(points)}


if __name__ == "__main__":
    editable(Path(), Path(sys.argv[1]))
