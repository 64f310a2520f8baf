"""Wheels made and installed without a network and without a build backend, for packages of plain Python."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path


def wheel_of(project: Path, folder: Path) -> Path:
    """The wheel of a project, as its backend would make it of pyproject.toml and the package beside it."""
    about = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = about["name"].replace("-", "_")
    stem = f"{package}-{about['version']}"
    info = f"{stem}.dist-info"
    files = {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((project / package).rglob("*.py"))
    }
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/entry_points.txt"] = "\n".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())
        for group, points in about["entry-points"].items()
    )
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
