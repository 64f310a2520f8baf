"""The commands by which a reader decides on a point, to be copied from the page."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from auditor.model import Point
from auditor.reports.harmless import plain

MOST_PATHS = 4
"""Paths that a command names; of more, the folder that holds them all."""


def commands(point: Point, paths: Sequence[str]) -> tuple[str, str]:
    """What confirms a point and what dismisses it: a line for each of its findings that counts."""
    where = "".join(f" {shlex.quote(plain(path))}" for path in _few(paths))
    prints = [finding.fingerprint for finding in point.findings if finding.counts]
    confirm = "\n".join(f"auditor decide {name}{where} --confirm" for name in prints)
    dismiss = "\n".join(f"auditor decide {name}{where} --dismiss --reason 'why it is none'" for name in prints)
    return confirm, dismiss


def _few(paths: Sequence[str]) -> Sequence[str]:
    """The paths audited, or of many the folder that holds them; nothing where only the whole disk does."""
    if len(paths) <= MOST_PATHS:
        return paths
    try:
        folder = os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:  # relative and absolute ones, or several drives
        return ()
    return () if folder in ("", os.sep) else (folder,)
