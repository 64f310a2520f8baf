"""Which files of a repository have a say in the gate itself, and which of them a change touches.

Whoever reviews a change sees that it also touches its judge: settings, decisions, known findings, what is left unread, and what
calls the gate.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from auditor.config import FILE, PROJECT_FILE
from auditor.gate.decisions import FILE as DECISIONS
from auditor.gate.git import leads_out

BASELINE = "auditor-baseline.ndjson"
"""The file of known findings, where no other is named."""
GOVERNING = frozenset({FILE, PROJECT_FILE, DECISIONS})
"""The names of files that settings and decisions are read from, in whatever folder they lie."""
_NAMES = GOVERNING | {
    BASELINE,
    ".gitignore",
    ".gitattributes",
    ".gitmodules",
    ".pre-commit-config.yaml",
    ".pre-commit-config.yml",
    ".pre-commit-hooks.yaml",
    ".gitlab-ci.yml",
    "azure-pipelines.yml",
    "Jenkinsfile",
    "action.yml",
    "action.yaml",
}
_LOWER_NAMES = frozenset(name.lower() for name in _NAMES)
_FOLDERS = ((".github", "workflows"), (".github", "actions"), (".gitea", "workflows"), (".forgejo", "workflows"))
_FOLDERS_ANYWHERE = frozenset({".husky", ".githooks", ".circleci"})


def is_of_the_gate(name: str) -> bool:
    """Whether a file of this name, as seen from the root of its repository, has a say in a gate."""
    # In any letters: some file systems open Auditor.TOML for auditor.toml.
    parts = PurePosixPath(name.lower()).parts
    return (
        parts[-1] in _LOWER_NAMES
        or any(parts[: len(folder)] == folder for folder in _FOLDERS)
        or bool(_FOLDERS_ANYWHERE & set(parts[:-1]))
    )


def touched(root: Path, tree: Mapping[str, str], also: Collection[str] = ()) -> tuple[str, ...]:
    """The files that have a say in the gate and are not as in a tree, sorted: new, changed or gone.

    ``root`` is the folder of the repository, ``tree`` has its files by name with their objects, ``also`` are names of
    further files that the gate was told to go by.
    """
    then = {name for name in tree if is_of_the_gate(name)}
    now = set(_present(root))
    named = {name for name in also if not leads_out(name) and (name in tree or os.path.lexists(root / name))}
    found = (name for name in then | now | named if not _is(root / name, tree.get(name)))
    # What cannot be written as UTF-8 is escaped: a name must not cost the report.
    return tuple(sorted(name.encode("utf-8", "backslashreplace").decode() for name in found))


def _present(root: Path) -> Iterator[str]:
    """The files of the folder that have a say; no link is followed, and what is git's own is left out."""
    for folder, below, files in os.walk(root):
        # A link to a folder is a file to git.
        links = [name for name in below if os.path.islink(os.path.join(folder, name))]
        below[:] = [name for name in below if name != ".git" and name not in links]
        for name in (*files, *links):
            path = PurePosixPath(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")).as_posix()
            if is_of_the_gate(path):
                yield path


def _is(path: Path, blob: str | None) -> bool:
    """Whether a file is still what an object holds; line ends count as git may have set them on checking out."""
    if blob is None or path.is_symlink() or not path.is_file():
        return False
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return blob in (_object(data, blob), _object(data.replace(b"\r\n", b"\n"), blob))


def _object(data: bytes, like: str) -> str:
    """The name that git gives to an object that holds the data."""
    digest = hashlib.sha1(usedforsecurity=False) if len(like) == hashlib.sha1().digest_size * 2 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()
