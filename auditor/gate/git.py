"""Git, asked in one place: it only reads, from what lies on this machine, and runs nothing that a repository names.

A repository is a stranger's until proven otherwise. Its configuration may name commands (hooks, file system monitors, filters,
what fetches a missing object) and its objects may carry any name. So only plumbing is called that needs none of these, fetching
is forbidden, no object is replaced by another, and a tree whose names lead out of its folder is refused.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO

_CALM = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.alternateRefsCommand=false"),
    *("-c", "core.sshCommand=false"),
    *("-c", "core.askPass="),
    *("-c", "credential.helper="),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
)
"""What keeps git from running or fetching anything, whatever the configuration says."""
_FORBIDDEN = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # git before 2.39.4 does not know the line above
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ATTR_NOSYSTEM": "1",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""A hook may name its repository, and git would then take any folder for the root of that one."""

_FILE_MODES = (b"100644", b"100755")
_MOST_FILES = 1_000_000
"""Files of one revision: a few hundred bytes of trees that hold one another can list more than any disk holds."""
_MOST_BYTES = 8 << 30
"""Bytes of all files that are written out: some kilobytes of an object can unpack to more than any disk holds."""
_CHUNK = 1 << 20


class GitError(Exception):
    """Git failed, is not installed, or what it names cannot be used; the message says why, with what git says itself."""


def root_of(path: str | os.PathLike[str]) -> Path | None:
    """The root of the repository that a path, which need not exist, lies in; ``None`` outside of one."""
    here = Path(os.path.realpath(path))
    return next((folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), None)


def commit_of(root: Path, revision: str) -> str | None:
    """The commit that a revision names, ``None`` where there is none. Raises ``GitError`` where git cannot be asked."""
    _asked(root, "rev-parse", "--git-dir")
    try:
        found = _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        return None
    return found.decode().strip()


def tree_of(root: Path, commit: str) -> Mapping[str, str]:
    """The files of a commit by name, with the object that holds each; links and submodules are none.

    Raises ``GitError``, also for a name that leads out of the folder, and for more files than any repository has.
    """
    found: dict[str, str] = {}
    with _running(root, "ls-tree", "-r", "-z", "--full-tree", commit) as (_, out):
        for number, line in enumerate(_records(out)):
            about, _, name = line.partition(b"\t")
            path = os.fsdecode(name)
            if leads_out(path):
                raise GitError(f"{root}: {commit} holds a file named {path!r}, which leads out of its folder.")
            if number >= _MOST_FILES:
                raise GitError(f"{root}: {commit} lists more than {_MOST_FILES:,} files.")
            if about.startswith(_FILE_MODES):
                found[path] = about.split()[2].decode()
    return found


def leads_out(name: str) -> bool:
    """Whether the name of a file in a tree leads out of its folder, or into what is git's own, on any system."""
    path = PureWindowsPath(name)
    parts = name.split("/")
    if os.name == "nt" and (path.drive or "\\" in name or any(":" in part for part in parts)):
        return True
    return any(part in ("", ".", "..") or _is_gits_own(part) for part in parts)


def _is_gits_own(part: str) -> bool:
    """Whether some file system takes a name for ``.git``: case, blanks and full stops at the end, marks nobody sees."""
    seen = "".join(letter for letter in part if letter.isprintable()).casefold().rstrip(" .").partition(":")[0]
    return seen in (".git", "git~1")


def write_out(root: Path, files: Mapping[str, str], folder: Path) -> None:
    """Write files of a tree, by name with their objects, below a folder. Raises ``GitError``."""
    if not files:
        return
    room = _MOST_BYTES
    with _running(root, "cat-file", "--batch") as (asked, out):
        for name, blob in files.items():
            asked.write(f"{blob}\n".encode())
            asked.flush()
            head = out.readline().split()
            if len(head) != 3 or head[1] != b"blob":
                said = head[1].decode(errors="replace") if len(head) == 2 else "missing"
                raise GitError(f"{root}: {name} is {said} in this clone. Fetch it.")
            room -= int(head[2])
            if room < 0:
                raise GitError(f"{root}: {name} and what comes before it are more than {_MOST_BYTES:,} bytes.")
            try:
                _copy(out, int(head[2]), folder / PurePosixPath(name))
            except OSError as error:
                raise GitError(f"{root}: {name} cannot be written out: {error.strerror}.") from error
            out.read(1)


def _copy(source: IO[bytes], size: int, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "xb") as file:  # a name that another has in other letters must not take its place
        while size > 0 and (piece := source.read(min(size, _CHUNK))):
            size -= file.write(piece)


def _records(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands between NULs, read piece by piece."""
    rest = b""
    while piece := stream.read1(_CHUNK):  # type: ignore[attr-defined]
        *whole, rest = (rest + piece).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _asked(root: Path, *args: str) -> bytes:
    with _running(root, *args) as (_, out):
        return out.read()


@contextmanager
def _running(root: Path, *args: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Git at work: what it reads and what it prints. Raises ``GitError`` where it is not installed or fails."""
    with (
        tempfile.TemporaryFile() as said,  # no pipe, which a flood of warnings would fill while nobody reads it
        subprocess.Popen(
            command(root, *args),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env=environment(root),
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        left = False
        try:
            yield process.stdin, process.stdout
        except BrokenPipeError:
            left = True
        except BaseException:
            process.kill()
            raise
        with suppress(BrokenPipeError):
            process.stdin.close()
        process.stdout.close()
        if process.wait() or left:
            said.seek(0)
            raise GitError(f"git says: {' '.join(said.read(_CHUNK).decode(errors='replace').split())}")


def command(root: Path, *args: str) -> Sequence[str]:
    """How git is called in a repository. Raises ``GitError`` where it is not installed."""
    # Not from the current folder, where Windows looks first: it may be the stranger's.
    places = os.pathsep.join(place for place in os.get_exec_path() if os.path.isabs(place))
    program = shutil.which("git", path=places)
    if program is None or not os.path.isabs(program):
        raise GitError("git is not installed, so no revision can be read.")
    return (program, *_CALM, "-C", str(root), *args)


def environment(root: Path) -> Mapping[str, str]:
    """The environment git is called in: it looks for no repository but the one whose root is named."""
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return {**own, **_FORBIDDEN, "GIT_CEILING_DIRECTORIES": str(root.parent)}
