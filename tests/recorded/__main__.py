"""Writes anew what is drawn from the texts of our own: ``python -m tests.recorded``, and ``git diff`` shows what a change changed."""

from __future__ import annotations

import sys

from tests.recorded.record import FOLDER, SETS, path, told


def main() -> int:
    """Write the file of every set, and take away those of sets that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for name in SETS:
        path(name).write_text(told(name), encoding="utf-8")
    for stale in set(FOLDER.iterdir()) - {path(name) for name in SETS}:
        stale.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
