"""Where output goes: into the file that was named, never through a link to another.

A checkout may hold links that a stranger made, to a file of the user's or to a hook of git. So nothing is written through a link
that lies in a repository or below the current folder, and never through one that stands in the place of the file itself.
"""

from __future__ import annotations

import os
from pathlib import Path

_DEVICES = ("/dev", "/proc")
"""Where links lead to standard output and to pipes of the shell."""


class ThroughLink(OSError):
    """A file would be written through a link; the message names the link and the way out."""


def refuse_links(path: str | os.PathLike[str]) -> None:
    """Raises ``ThroughLink`` where writing to a path, which need not exist, would go through a link."""
    link = _link_to(Path(os.path.abspath(path)))
    if link is not None:
        shown = os.path.relpath(link) if link.is_relative_to(os.getcwd()) else str(link)
        raise ThroughLink(
            0, f"{shown} is a link, and nothing is written through links. Name the file itself, or remove the link"
        )


def _link_to(path: Path) -> Path | None:
    """The link on the way to a path, as far up as a stranger may have made one."""
    if any(path.is_relative_to(folder) for folder in _DEVICES):
        return None
    top = _checkout(path) or path.parent
    below = path.relative_to(top).parts
    return next((one for end in range(len(below)) if (one := top.joinpath(*below[: end + 1])).is_symlink()), None)


def _checkout(path: Path) -> Path | None:
    """The root of the repository that a path lies in by its name, else the current folder where it lies below it."""
    root = next((folder for folder in path.parents if os.path.lexists(folder / ".git")), None)
    here = Path.cwd()
    return root or (here if path.is_relative_to(here) and path != here else None)
