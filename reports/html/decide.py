"""The commands by which a reader decides on a point, to be copied from the page."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from auditor.reports.harmless import plain

MOST_PATHS = 4
"""Paths that a command names; of more, the folder that holds them all."""


def commands(point: str, paths: Sequence[str]) -> tuple[str, str]:
    """What confirms the point of an id and what dismisses it, with all of its findings."""
    where = "".join(f" {shlex.quote(plain(path))}" for path in _few(paths))
    decide = f"auditor decide {point}{where}"
    return f"{decide} --confirm", f"{decide} --dismiss --reason 'why it is none'"


def _few(paths: Sequence[str]) -> Sequence[str]:
    """The paths audited, or of many the folder that holds them; nothing where only the whole disk does."""
    if len(paths) <= MOST_PATHS:
        return paths
    try:
        folder = os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:  # relative and absolute ones, or several drives
        return ()
    return () if folder in ("", os.sep) else (folder,)
