"""Files are written whole or not at all, and never through a link."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.gate.ledgers import LedgerError, write_ledger
from auditor.store import files
from auditor.store.files import ThroughLink, beside, refuse_links, why, write, write_folder, write_pieces

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _sweeps_anew() -> None:
    files._sweep.cache_clear()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write(file, b"one")
    mask = os.umask(0)
    os.umask(mask)
    assert file.stat().st_mode & 0o777 == 0o666 & ~mask
    file.chmod(0o640)
    write(file, b"two", like=tmp_path)
    assert (file.read_bytes(), file.stat().st_mode & 0o7777) == (b"two", 0o640)
    write(tmp_path / "b", b"", like=file)
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a", "b"]


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    with pytest.raises(FileNotFoundError), beside(file) as part:
        shutil.copyfile(tmp_path / "gone", part)
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_piece_that_cannot_be_made_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces(fail: bool) -> Iterator[bytes]:
        yield b"new"
        if fail:
            raise ValueError("no more")
        yield b" and whole"

    file = tmp_path / "a"
    file.write_bytes(b"old")
    with pytest.raises(ValueError, match="no more"):
        write_pieces(file, pieces(fail=True))
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["a"])
    write_pieces(file, pieces(fail=False))
    assert (file.read_bytes(), names(tmp_path)) == (b"new and whole", ["a"])


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_link_is_refused_and_one_that_comes_late_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "null").symlink_to("/dev/null")
    for link in ("link", "null"):
        with pytest.raises(ThroughLink) as refused:
            write(tmp_path / link, b"new")
        assert why(refused.value).endswith("Name the file itself, or remove the link.")
        assert (tmp_path / link).is_symlink()
    with beside(tmp_path / "late") as part:
        part.write_bytes(b"new")
        (tmp_path / "late").symlink_to("real")
    assert not (tmp_path / "late").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"old"


def test_a_folder_is_made_and_none_of_its_files_goes_through_a_link(tmp_path: Path) -> None:
    files = {"index.html": b"first", "one.html": b"one"}
    write_folder(tmp_path / "new" / "pages", files)
    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "pages").iterdir()} == files
    (tmp_path / "index.html").symlink_to("real")
    with pytest.raises(ThroughLink):
        write_folder(tmp_path, files)
    assert not (tmp_path / "one.html").exists()


def test_a_device_takes_the_bytes(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        write(Path("/dev/full"), b"new")
    reader, writer = os.pipe()
    write(Path(f"/dev/fd/{writer}"), b"through")
    assert os.read(reader, 9) == b"through"
    os.close(reader)
    os.close(writer)
    (tmp_path / "log").write_bytes(b"first ")
    with (tmp_path / "log").open("ab") as log:
        write(Path(f"/dev/fd/{log.fileno()}"), b"second")
    assert (tmp_path / "log").read_bytes() == b"first second"


@pytest.mark.skipif(files.fcntl is None, reason="needs locks")
def test_what_killed_runs_left_is_swept_and_what_runs_are_at_is_not(tmp_path: Path) -> None:
    (tmp_path / ".auditor-left.part").write_bytes(b"left")
    (tmp_path / ".auditor-left.part-journal").write_bytes(b"left")
    (tmp_path / ".auditor-link.part").symlink_to("kept")
    (tmp_path / "kept").write_bytes(b"kept")
    code = (
        "import sys\nfrom pathlib import Path\nfrom auditor.store.files import beside\n"
        f"with beside(Path({str(tmp_path / 'other')!r})):\n    print('at work', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"at work\n"
        write(tmp_path / "a", b"new")
        [at_work] = [name for name in names(tmp_path) if name.endswith(".part") and name != ".auditor-link.part"]
        assert names(tmp_path) == sorted([".auditor-link.part", at_work, "a", "kept"])
        other.kill()
    files._sweep.cache_clear()
    write(tmp_path / "a", b"new")
    assert names(tmp_path) == [".auditor-link.part", "a", "kept"]


@pytest.mark.parametrize(
    ("number", "way_out"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EROFS, "Check the permissions"),
        (errno.ENOENT, "Make its folder first"),
        (errno.EISDIR, "Name another file"),
    ],
)
def test_every_error_has_a_way_out(number: int, way_out: str) -> None:
    assert way_out in why(OSError(number, os.strerror(number)))


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside a checkout, which is the current folder."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "checkout" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "checkout")
    return tmp_path / "outside"


@pytest.mark.parametrize("repository", [False, True])
def test_no_link_on_the_way(outside: Path, repository: bool) -> None:
    if repository:
        Path(".git").mkdir()
    Path("file").symlink_to(outside / "new")
    Path("sub/folder").symlink_to(outside)
    Path("sub/hooks").symlink_to("../.git")
    for path in ("file", "sub/folder", "sub/folder/new/a.txt", "sub/hooks/config", str(Path("file").absolute())):
        with pytest.raises(ThroughLink, match="is a link"):
            refuse_links(path)
    for path in ("a.txt", "sub/a.txt", "no/such/folder/a.txt", "/dev/stdout", "/dev/null", str(outside / "a.txt")):
        refuse_links(path)


def test_no_way_up_from_behind_a_link(outside: Path) -> None:
    (outside / "deep").mkdir()
    Path("folder").symlink_to(outside / "deep")
    Path("sub/more").mkdir()
    Path("file").symlink_to("a.txt")
    for path in ("folder/../new", "sub/../folder/../a.txt", "folder/no/../../a.txt", "sub/../file"):
        with pytest.raises(ThroughLink, match="is a link"):
            refuse_links(path)
    (outside.parent / "own").symlink_to(outside)
    for path in ("sub/more/../../a.txt", "sub/../a.txt", "../own/a.txt"):
        refuse_links(path)


def test_the_users_own_links_above_a_checkout_are_no_concern(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (outside / "again").symlink_to(Path.cwd())
    Path(".git").mkdir()
    monkeypatch.chdir("/")
    refuse_links(outside / "again" / "a.txt")
    Path(outside / "again" / "link").symlink_to("a.txt")
    with pytest.raises(ThroughLink):
        refuse_links(outside / "again" / "link")


def test_a_ledger_is_not_written_through_a_link(outside: Path) -> None:
    Path("b.ndjson").symlink_to(outside / "b.ndjson")
    with pytest.raises(LedgerError, match=r"b\.ndjson is a link"):
        write_ledger("b.ndjson", "baseline", [])
    assert list(outside.iterdir()) == []


COMMANDS = {
    "report": ("check", "a.txt", "--report", "json=link"),
    "report below": ("check", "a.txt", "--report", "json=folder/r.json"),
    "claims": ("claims", "a.txt", "--format", "csv", "--output", "link"),
    "baseline": ("baseline", "a.txt", "--baseline", "link"),
    "decide": ("decide", "{}", "a.txt", "--confirm", "--decisions", "link"),
    "clean": ("clean", "named.txt", "--write"),
    "clean into": ("clean", "a.txt", "--output", "folder"),
    "clean into a new folder": ("clean", "a.txt", "--output", "folder/new"),
    "clean beside": ("clean", "patched.txt", "--write"),
    "undo": ("clean", "named.txt", "--undo"),
    "index build": ("index", "build", "a.txt", "--index", "link"),
    "index update": ("index", "update", "a.txt", "--index", "known"),
    "triage": ("triage", "a.txt", "--decisions", "link"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_writes_through_a_link(run: Run, tmp_path: Path, name: str) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    text = "The ferry sailed at noon.\n\nShare\n\nNobody was hurt in the storm, the mayor said.\n"
    (tmp_path / "a.txt").write_text(text)
    (outside / "named.txt").write_text(text)
    (tmp_path / "named.txt").symlink_to(outside / "named.txt")
    (tmp_path / "patched.txt").write_text(text)
    (tmp_path / "patched.txt.auditor-patch.json").symlink_to(outside / "new")
    (tmp_path / "link").symlink_to(outside / "new")
    (tmp_path / "known").symlink_to(outside / "named.txt")
    (tmp_path / "folder").symlink_to(outside)
    known = run("check", "a.txt", "--report", "json").stdout
    fingerprint = known.partition('"fingerprint": "')[2][:16]
    done = run(*(part.format(fingerprint) for part in COMMANDS[name]))
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert [path.name for path in outside.iterdir()] == ["named.txt"]
    assert (outside / "named.txt").read_text() == text
