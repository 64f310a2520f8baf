"""Output goes where it was sent, never through a link."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.ledgers import LedgerError, write_ledger
from auditor.writing import ThroughLink, refuse_links

Run = Callable[..., subprocess.CompletedProcess[str]]


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
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_writes_through_a_link(run: Run, tmp_path: Path, name: str) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    text = "The ferry sailed at noon.\n\nShare\n\nNobody was hurt in the storm, the mayor said.\n"
    (tmp_path / "a.txt").write_text(text)
    (outside / "named.txt").write_text(text)
    (tmp_path / "named.txt").symlink_to(outside / "named.txt")
    (tmp_path / "link").symlink_to(outside / "new")
    (tmp_path / "folder").symlink_to(outside)
    known = run("check", "a.txt", "--report", "json").stdout
    fingerprint = known.partition('"fingerprint": "')[2][:16]
    done = run(*(part.format(fingerprint) for part in COMMANDS[name]))
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert [path.name for path in outside.iterdir()] == ["named.txt"]
    assert (outside / "named.txt").read_text() == text
