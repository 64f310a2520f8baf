"""What a result depends on beside its document: the settings, Python, what is installed, the sources of checks and languages.

Sources count by what is in them, which takes a few milliseconds: a copy of them elsewhere or a fresh checkout in CI makes
the same digest, and an edit that keeps size and time makes another. What they import from other packages counts by the versions
installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

from auditor import __version__
from auditor.plugins import installed

_INSTALLED = (".dist-info", ".egg-info")
"""What the folder that tells of an installed distribution ends with; its name has the version."""
_LARGE = 4 * 1024 * 1024
"""Bytes: a larger file, such as a model that a check brings, counts by size and time of change."""


def made_by(*settings: object, around: str | None = None) -> str:
    """The digest of the settings given and of all that results depend on beside them and their document.

    ``around`` is what ``surroundings`` says, for who asks more than once.
    """
    parts = (*map(repr, settings), around or surroundings())
    return _digest(parts)


def surroundings() -> str:
    """The digest of all that results depend on beside settings and document."""
    points = (*installed("auditor.checks"), *installed("auditor.languages"))
    return _digest(
        (
            sys.version,
            *_installed(sys.path),
            *(f"{point.group} {point.name} = {point.value}" for point in points),
            *_sources(_packages()),
        )
    )


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode(errors="surrogatepass")).digest())
    return digest.hexdigest()


def kit() -> dict[str, str]:
    """What another process must have as this one has it, so that it makes the same of a document: names and versions."""
    return {**_versions(), **_digests()}


def _versions() -> dict[str, str]:
    """Python, to whose versions tables of characters belong, and what auditor needs, extras aside."""
    found = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}", "auditor": __version__}
    with suppress(PackageNotFoundError):
        for needed in requires("source-auditor") or ():
            if "extra ==" not in needed:
                name = re.split(r"[^\w.-]", needed, maxsplit=1)[0]
                found[name] = version(name)
    return found


def _digests() -> dict[str, str]:
    """The packages that checks and languages are in, each with a digest of its sources."""
    return {
        f"the sources of {package}": hashlib.sha256("\n".join(_sources([package])).encode()).hexdigest()[:12]
        for package in _packages()
    }


def _packages() -> list[str]:
    points = (*installed("auditor.checks"), *installed("auditor.languages"))
    return sorted({"auditor", "auditor.checks", *(point.module.partition(".")[0] for point in points)})


def _installed(folders: Iterable[str]) -> list[str]:
    """The installed distributions with their versions, from the names of their folders: reading each takes longer."""
    names = (name for folder in set(folders) if os.path.isdir(folder or ".") for name in os.listdir(folder or "."))
    return sorted({name for name in names if name.endswith(_INSTALLED)})


def _sources(packages: Iterable[str]) -> Iterator[str]:
    """The files of packages and modules: where each lies in its package, and the digest of what is in it."""
    seen: set[str] = set()
    for package in packages:
        for place in _places(package):
            for path in sorted(_files(place, seen)):
                yield f"{package} {path.relative_to(place).as_posix()} {_content(path)}"


def _places(package: str) -> list[Path]:
    """The folders of a package, several for a namespace package, or the one file of a module."""
    spec = find_spec(package)
    if spec is None:
        return []
    if spec.submodule_search_locations is None:
        return [Path(spec.origin)] if spec.origin else []
    # The root of a checkout without links, which is no package, stands behind the package itself.
    own = list(spec.submodule_search_locations)
    return [Path(folder) for folder in (own[:1] if spec.origin else own)]


def _files(place: Path, seen: set[str]) -> Iterator[Path]:
    """The files at a place, links followed, each folder once."""
    if place.is_file():
        yield place
    for root, folders, names in os.walk(place, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        real = os.path.realpath(root)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (path for name in names if (path := Path(root, name)).is_file())


def _content(path: Path) -> str:
    state = path.stat()
    if state.st_size > _LARGE:
        return f"{state.st_size} {state.st_mtime_ns}"
    return hashlib.sha256(path.read_bytes()).hexdigest()
