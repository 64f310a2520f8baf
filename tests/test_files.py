"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import files
from auditor.files import beside, why, write


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


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_link_is_replaced_and_a_device_takes_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "null").symlink_to("/dev/null")
    for link in ("link", "null"):
        write(tmp_path / link, b"new")
        assert not (tmp_path / link).is_symlink()
    assert (tmp_path / "real").read_bytes() == b"old"
    with pytest.raises(OSError, match="No space"):
        write(Path("/dev/full"), b"new")
    reader, writer = os.pipe()
    write(Path(f"/dev/fd/{writer}"), b"through")
    assert os.read(reader, 9) == b"through"
    os.close(reader)
    os.close(writer)


@pytest.mark.skipif(files.fcntl is None, reason="needs locks")
def test_what_killed_runs_left_is_swept_and_what_runs_are_at_is_not(tmp_path: Path) -> None:
    (tmp_path / ".auditor-left.part").write_bytes(b"left")
    (tmp_path / ".auditor-left.part-journal").write_bytes(b"left")
    (tmp_path / ".auditor-link.part").symlink_to("kept")
    (tmp_path / "kept").write_bytes(b"kept")
    code = (
        "import sys\nfrom pathlib import Path\nfrom auditor.files import beside\n"
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
