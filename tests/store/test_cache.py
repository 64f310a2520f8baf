"""The cache: the same report, sooner; never in the way, and never trusted blindly."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from auditor.store.cache import Cache
from tests.conftest import Run
from tests.served import Served


def use(
    folder: Path, tasks: Sequence[str], warnings: list[str] | None = None, made: str = "1"
) -> tuple[list[str], list[str]]:
    """What comes of the tasks, and those that had to be made."""
    done: list[str] = []

    def make(missing: Sequence[str]) -> list[str]:
        done.extend(missing)
        return [task.upper() for task in missing]

    cache = Cache(folder, made, (warnings if warnings is not None else []).append)
    return list(cache.filled(tasks, make, lambda result: None if result == "BAD" else result)), done


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    assert use(tmp_path / "c", ["a", "b"]) == (["A", "B"], ["a", "b"])
    assert use(tmp_path / "c", ["b", "c", "a"]) == (["B", "C", "A"], ["c"])


def test_other_makers_and_what_is_not_to_be_kept(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a", "bad"])
    assert use(tmp_path / "c", ["a"], made="2")[1] == ["a"]
    assert use(tmp_path / "c", ["bad"])[1] == ["bad"]


class Hostile:
    """What runs code when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> object:
        return os.mkdir, (str(self.mark),)


def forged(entry: Path, data: bytes) -> None:
    """Put a pickle into an entry, with the digest that makes it whole."""
    entry.write_bytes(hashlib.sha256(data).digest() + data)


def test_an_entry_runs_no_code(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a"])
    [entry] = (tmp_path / "c").iterdir()
    mark = tmp_path / "mark"
    call = f"cposix\nsystem\n(Vmkdir {mark}\ntR.".encode()
    for data in (
        pickle.dumps(Hostile(mark)),
        pickle.dumps([Hostile(mark)], protocol=0),
        call,
        call.replace(b"posix", b"os"),
        b"\x80\x04\x8c\x08builtins\x8c\x04eval\x93\x8c\x051 + 1\x85R.",
        b"\x80\x04\x8c\x0dauditor.model\x8c\x0adate.today\x93)R.",
        b"\x80\x04\x8c\x0dauditor.cache\x8c\x09os.system\x93\x8c\x04true\x85R.",
        b"ios\nsystem\n.",
        b"\x82\x01.",
        b"Pid\n.",
        b"\x80\x04\x8e" + b"\xff" * 8 + b".",
    ):
        forged(entry, data)
        warnings: list[str] = []
        assert use(tmp_path / "c", ["a"], warnings) == (["A"], ["a"])
        assert "cannot be understood" in warnings[0]
        assert not mark.exists()


def test_only_the_classes_named_are_read_and_kept(tmp_path: Path) -> None:
    def made(classes: tuple[type, ...], warnings: list[str]) -> int:
        calls: list[int] = []

        def make(tasks: Sequence[str]) -> list[date]:
            calls.append(len(tasks))
            return [date(2025, 6, 2) for _ in tasks]

        cache = Cache(tmp_path / "c", "1", warnings.append, classes=classes)
        assert list(cache.filled(["a"], make, lambda result: result)) == [date(2025, 6, 2)]
        return calls[0]

    warnings: list[str] = []
    assert made((), warnings) == 1
    assert "cannot be kept" in warnings[0]
    assert [made((date,), warnings), made((date,), warnings)] == [1, 0]
    assert len(warnings) == 1


def test_what_is_no_result_is_made_anew(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a"])
    [entry] = (tmp_path / "c").iterdir()
    forged(entry, pickle.dumps(7))
    warnings: list[str] = []
    cache = Cache(tmp_path / "c", "1", warnings.append, fits=lambda found: isinstance(found, str))
    assert list(cache.filled(["a"], lambda tasks: ["B" for _ in tasks], lambda result: result)) == ["B"]
    assert "cannot be understood" in warnings[0]


@pytest.mark.parametrize("audited", ["corpus", "corpus/sub", "a.txt"])
def test_a_cache_in_what_is_audited_is_not_used(run: Run, tmp_path: Path, audited: str) -> None:
    (tmp_path / "corpus" / "sub").mkdir(parents=True)
    (tmp_path / "corpus" / ".git").mkdir()
    (tmp_path / "corpus" / "sub" / "b.txt").write_text("The ferries ran again.\n")
    (tmp_path / "a.txt").write_text("The ferries ran again.\n")
    (tmp_path / "link").symlink_to("corpus")
    for place in ("corpus/cache", "link/cache"):
        done = run("check", audited, "--cache-dir", place, HOME=str(tmp_path.parent / "home"))
        inside = audited != "a.txt"
        assert done.returncode == 0
        assert ("which is audited" in done.stderr) is inside
        assert (tmp_path / "corpus" / "cache").exists() is not inside


def test_a_cache_beside_the_articles_of_a_home_is_the_users(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferries ran again.\n")
    done = run("check", ".", "--cache-dir", "", HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / ".cache"))
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / ".cache").rglob("*.facts"))


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a"])
    [entry] = (tmp_path / "c").iterdir()
    for spoilt in (b"", entry.read_bytes()[:-1], b"\0" * 40, entry.read_bytes()[:32] + b"x"):
        whole = entry.read_bytes()
        entry.write_bytes(spoilt)
        warnings: list[str] = []
        assert use(tmp_path / "c", ["a"], warnings) == (["A"], ["a"])
        assert "damaged" in warnings[0]
        assert use(tmp_path / "c", ["a"])[1] == []
        assert entry.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners and modes here")
def test_a_folder_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    use(folder, ["a"])
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    warnings: list[str] = []
    assert use(folder, ["a"], warnings)[1] == ["a"]
    assert "others may write to it" in warnings[0]


def test_no_folder_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    warnings: list[str] = []
    assert use(tmp_path / "file" / "c", ["a"], warnings) == (["A"], ["a"])
    assert "cannot be used" in warnings[0]


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    for number, task in enumerate("abc"):
        use(tmp_path / "c", [task])
        for entry in (tmp_path / "c").iterdir():
            if entry.stat().st_mtime > 1_000_000:
                os.utime(entry, (number, number))
    size = sum(entry.stat().st_size for entry in (tmp_path / "c").iterdir())
    Cache(tmp_path / "c", "1", print).trim(size - 1)
    assert use(tmp_path / "c", ["a", "b", "c"])[1] == ["a"]


def test_an_entry_that_another_run_removes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(tmp_path / "c", ["a"])
    read = Path.read_bytes

    def read_and_lose(path: Path) -> bytes:
        data = read(path)
        path.unlink()
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_lose)
    warnings: list[str] = []
    assert use(tmp_path / "c", ["a"], warnings) == (["A"], [])
    assert warnings == []


def test_what_cannot_be_finished_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    warnings: list[str] = []
    assert use(tmp_path / "c", ["a", "b"], warnings) == (["A", "B"], ["a", "b"])
    assert len(warnings) == 1
    assert "No space left" in warnings[0]
    assert list((tmp_path / "c").iterdir()) == []


def test_a_result_that_cannot_be_kept(tmp_path: Path) -> None:
    warnings: list[str] = []
    cache = Cache(tmp_path / "c", "1", warnings.append)
    [made] = cache.filled(["a"], lambda tasks: [lambda: "made" for _ in tasks], lambda result: result)
    assert made() == "made"
    assert "cannot be kept" in warnings[0]


def test_what_killed_runs_left_behind_goes(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a"])
    old, new = tmp_path / "c" / ".old.part", tmp_path / "c" / ".new.part"
    for part in (old, new):
        part.write_bytes(b"x")
    os.utime(old, (1, 1))
    Cache(tmp_path / "c", "1", print).trim()
    assert not old.exists()
    assert new.exists()
    assert use(tmp_path / "c", ["a"])[1] == []


def test_the_report_is_the_same_with_and_without(run: Run, tmp_path: Path, seeds: str) -> None:
    without = run("check", seeds, "--report", "json", "--no-cache")
    first, second = (run("check", seeds, "--report", "json", "--cache-dir", "c") for _ in range(2))
    assert without.stdout == first.stdout == second.stdout
    assert without.returncode == second.returncode
    assert len(list((tmp_path / "c").glob("*.facts"))) == 6  # five articles and their story
    for entry in (tmp_path / "c").iterdir():
        entry.write_bytes(b"spoilt")
    damaged = run("check", seeds, "--report", "json", "--cache-dir", "c")
    assert damaged.stdout == without.stdout
    assert damaged.stderr.count("warning") == 1
    assert damaged.returncode == without.returncode


def test_an_empty_name_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferries ran again.\n")
    home = tmp_path / "home"
    done = run("check", "a.txt", "--cache-dir", "", HOME=str(home), XDG_CACHE_HOME=str(home))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "home"]


def test_a_new_page_leaves_the_entries_of_the_others_alone(run: Run, tmp_path: Path) -> None:
    topics = ("harbour", "library", "railway", "orchard")
    pages = [f"The {topic} opens again in the spring of next year.\n\nMore from our desk" for topic in topics]
    pages += [f"The {topic} closes for the winter.\n\nThe winter programme" for topic in topics]
    entries = []
    for number in range(4, len(pages) + 1):
        rows = (
            json.dumps({"id": str(n), "text": page, "source": "The Gazette"}) for n, page in enumerate(pages[:number])
        )
        (tmp_path / "rows.jsonl").write_text("\n".join(rows))
        run("check", "rows.jsonl", "--cache-dir", "c", "--quiet")
        entries.append(len(list((tmp_path / "c").glob("*.facts"))))
    # The third page with a line makes it furniture, so the two before that have it are read anew, and no others. All are
    # compared in every run, since they were put together on purpose.
    assert entries == [4 + 1, 5 + 2, 6 + 3, 9 + 4, 10 + 5]


CONTEND = """
import sys
from pathlib import Path
from auditor.store.cache import Cache
for turn in range(150):
    cache = Cache(Path(sys.argv[1]), "1", lambda message: sys.exit(message))
    tasks = [str(number) * 2_000 for number in range(12)]
    assert list(cache.filled(tasks, lambda missing: missing, lambda result: result)) == tasks
    cache.trim(4_000)
"""


def test_two_processes_that_write_read_and_remove_at_once(tmp_path: Path) -> None:
    command = (sys.executable, "-c", CONTEND, str(tmp_path / "c"))
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(one.communicate()[1], one.returncode) for one in runs] == [(b"", 0), (b"", 0)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="its processes are forked")
def test_two_runs_at_once(served: Served, tmp_path: Path, seeds: str) -> None:
    command = ("check", seeds, "--report", "json", "--cache-dir", str(tmp_path / "c"))
    one, other = served.run([command, command], tmp_path)
    [after] = served.run([command], tmp_path)
    assert one == other == after
    assert after.err == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    command = Path(sys.executable).parent / "auditor"
    script = subprocess.run(
        [command], env={**os.environ, "_AUDITOR_COMPLETE": f"source_{shell}"}, capture_output=True, check=False
    )
    assert b"_AUDITOR_COMPLETE" in script.stdout
    asked = {"_AUDITOR_COMPLETE": "complete_bash", "COMP_WORDS": "auditor che", "COMP_CWORD": "1"}
    words = subprocess.run([command], env={**os.environ, **asked}, capture_output=True, check=False)
    assert words.stdout.split()[:2] == [b"check", b"checks"]


def test_trims_once_a_day_and_after_much_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trims: list[int] = []
    monkeypatch.setattr(Cache, "trim", lambda self: trims.append(1))
    cache = Cache(tmp_path, "1", print)
    cache.trim_if_due()
    cache.trim_if_due()
    assert len(trims) == 1
    os.utime(tmp_path / ".trimmed", (0, 0))
    cache.trim_if_due()
    assert len(trims) == 2
    list(cache.filled([f"task {number}" for number in range(1_001)], list, str))
    cache.trim_if_due()
    assert len(trims) == 3
