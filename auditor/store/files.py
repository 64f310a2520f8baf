"""How files are written: whole or not at all, and never through a link.

A part beside the file is filled first, then takes its place in one step.

A checkout may hold links that a stranger made, to a file of the user's or to a hook of git. So nothing is written through a link
that lies in a repository or below the current folder, and never through one that stands in the place of the file itself.

A run that is killed leaves its part, ``.auditor-XXXXXXXX.part``. The next one that writes to the folder removes it: a run at
work holds a lock on its part, by which the two are told apart.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".auditor-", ".part"
_LONG_AGO = 3_600
"""Seconds after which a part is taken for that of a killed run where the system has no locks."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_MISSING = (errno.ENOENT, errno.ENOTDIR)
_DEVICES, _DESCRIPTORS, _PROCESSES = Path("/dev"), Path("/dev/fd"), Path("/proc")
"""Folders where the system keeps links of its own to standard output and to pipes of the shell."""


class ThroughLink(OSError):
    """A file would be written through a link; the message names the link and the way out."""


def refuse_links(path: str | os.PathLike[str]) -> None:
    """Raises ``ThroughLink`` where writing to a path, which need not exist, would go through a link."""
    link = _link_to(Path(path))
    if link is not None:
        shown = os.path.relpath(link) if link.is_relative_to(Path.cwd()) else str(link)
        raise ThroughLink(
            0, f"{shown} is a link, and nothing is written through links. Name the file itself, or remove the link"
        )


def write(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file over what was there, in one step; a device, a pipe or standard output just takes the bytes.

    A new file has the mode of the file it is ``like``. Raises ``OSError``; the old file then stays as it was.
    """
    write_pieces(path, (data,), like)


def write_pieces(path: Path, pieces: Iterable[bytes], like: Path | None = None) -> None:
    """Write a file as ``write`` does, piece by piece: where one cannot be made or written, the old file stays as it was.

    Raises ``OSError``, and whatever is raised where a piece is made.
    """
    refuse_links(path)
    if _is_stream(path):
        with path.open("ab") as stream:
            stream.writelines(pieces)
        return
    with beside(path, like) as part, part.open("wb") as stream:
        stream.writelines(pieces)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it is missing: each whole, and the first last, since it leads to the others.

    Raises ``OSError``, ``ThroughLink`` among them; files that were written before stay.
    """
    for name in files:
        refuse_links(folder / name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in reversed(list(files.items())):
        write(folder / name, data)


@contextmanager
def beside(path: Path, like: Path | None = None) -> Iterator[Path]:
    """A part to fill, which takes the place of the file when the block ends; where it raises, the old file stays.

    A file that was there keeps its mode and its owner. Raises ``OSError``, ``ThroughLink`` among them.
    """
    refuse_links(path)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    _sweep(path.absolute().parent)
    with ExitStack() as lock:
        part = _new_part(path.absolute().parent, lock)
        try:
            yield part
            _settle(part, path if path.is_file() else like)
            os.replace(part, path)  # a link that was put there meanwhile is replaced, not followed
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    _sync_folder(path.absolute().parent)


@contextmanager
def alone(path: str | Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Let other runs that change a file of this folder wait meanwhile, where the system has locks for it.

    ``waiting`` is told when another is at work, which this one waits for.
    """
    with ExitStack() as held:
        if fcntl is not None:
            with suppress(OSError):  # some network file systems have no locks; a folder that is missing is told later
                folder = os.open(Path(path).absolute().parent, os.O_RDONLY)
                held.callback(os.close, folder)
                try:
                    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    waiting()
                    fcntl.flock(folder, fcntl.LOCK_EX)
        yield


def why(error: OSError) -> str:
    """What is said of a file that could not be written, and the way out, in sentences."""
    if isinstance(error, ThroughLink):
        return f"{error.strerror}."
    said = f"{error.strerror or error}. The old file, if there was one, is as it was."
    if error.errno in _FULL:
        return f"{said} Free some space, or name a file on another disk, and run it again."
    if error.errno in _REFUSED:
        return f"{said} Check the permissions of the file and of its folder, or name another."
    if error.errno in _MISSING:
        return f"{error.strerror}. Make its folder first, or name another."
    return f"{said} Name another file."


def _link_to(path: Path) -> Path | None:
    """The link on the way to a path, as far up as a stranger may have made one."""
    given = Path.cwd() / path
    ups = [at for at, part in enumerate(given.parts) if part == ".."]
    if ups and (link := _first_link(Path(given.anchor), given.parts[1 : ups[-1]])):
        return link  # the way up from behind a link leads elsewhere than its name says
    named = Path(os.path.abspath(given))
    if _is_the_systems(named):
        return None
    top = _checkout(named) or named.parent
    return _first_link(top, named.relative_to(top).parts)


def _first_link(top: Path, below: Sequence[str]) -> Path | None:
    return next((one for end in range(len(below)) if (one := top.joinpath(*below[: end + 1])).is_symlink()), None)


def _checkout(path: Path) -> Path | None:
    """The root of the repository that a path lies in by its name, else the current folder where it lies below it."""
    root = next((folder for folder in path.parents if os.path.lexists(folder / ".git")), None)
    here = Path.cwd()
    return root or (here if path.is_relative_to(here) and path != here else None)


def _is_the_systems(path: Path) -> bool:
    """Whether a path is one that the system keeps, such as ``/dev/stdout``: nobody else makes links there."""
    return path.parent in (_DEVICES, _DESCRIPTORS) or path.is_relative_to(_PROCESSES)


def _is_stream(path: Path) -> bool:
    """Whether it is a device, a pipe, or a link of the system, by which standard output may be a file."""
    try:
        return path.is_symlink() or not (stat.S_ISREG(path.stat().st_mode) or path.is_dir())
    except OSError:
        return False


def _new_part(folder: Path, lock: ExitStack) -> Path:
    """An empty part, locked where the system has locks; another run may have swept it before the lock was there."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        if fcntl is None:
            os.close(handle)  # Windows replaces no file that is open
            return Path(name)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_nlink:
            lock.callback(os.close, handle)
            return Path(name)
        os.close(handle)


def _settle(part: Path, like: Path | None) -> None:
    """Bring the part to the disk, with the mode and the owner of a file, or those that a new file gets."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    if like is None:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        return
    state = like.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the superuser gives files away
            os.chown(part, state.st_uid, state.st_gid)
    part.chmod(stat.S_IMODE(state.st_mode))


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system lets folders be opened: files are replaced in their order."""
    with suppress(OSError), ExitStack() as opened:
        handle = os.open(folder, os.O_RDONLY)
        opened.callback(os.close, handle)
        os.fsync(handle)


@cache
def _sweep(folder: Path) -> None:
    """Remove what killed runs left in a folder, once a run."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(_PREFIX) and _SUFFIX in entry.name and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if _is_left(entry.path):
                        os.unlink(entry.path)


def _is_left(part: str) -> bool:
    """Whether no run is at work on a part. Raises ``OSError`` where one is, or where it cannot be known."""
    if fcntl is None:
        return time.time() - os.stat(part).st_mtime > _LONG_AGO
    handle = os.open(part, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(handle)
    return True
