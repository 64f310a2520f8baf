"""What is installed under a group of entry points, ours and third parties': checks, report formats, language packs.

The scan reads a file of every installed distribution, which takes some ten milliseconds, so each group is looked up once.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path


class CatalogueError(Exception):
    """A check, report format or language pack cannot be used; the message names it and the way out."""


def installed(group: str, isolated: bool = False) -> tuple[EntryPoint, ...]:
    """The entry points of a group in their order; ``isolated``: without those whose package is found only because it lies in this folder.

    Python looks for packages in the folder that `python -m auditor` is run in, and wherever PYTHONPATH says.
    """
    points = _scanned(group, tuple(sys.path))
    return tuple(point for point in points if not _lies_here(point)) if isolated else points


@cache
def _scanned(group: str, _path: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=group)))


def _lies_here(point: EntryPoint) -> bool:
    """Whether a package lies in the current folder, but not where packages are installed."""
    if point.dist is None:
        return False
    place, here = (os.path.realpath(one) for one in (str(point.dist.locate_file("")), os.getcwd()))
    own = {*site.getsitepackages(), site.getusersitepackages(), sysconfig.get_path("purelib")}
    return Path(place).is_relative_to(here) and place not in map(os.path.realpath, own)
