"""Git, asked of a repository that a stranger made: it reads, and runs and fetches nothing."""

import os
import stat
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.gate import git
from auditor.gate.git import GitError, commit_of, leads_out, root_of, tree_of, write_out


def run(folder: Path, *args: str, given: bytes = b"") -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(("git", "-C", str(folder), *who, *args), check=True, capture_output=True, input=given)
    return done.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    (root / "corpus").mkdir(parents=True)
    (root / "corpus" / "a.txt").write_text("The ferry sailed.\n")
    (root / "odd \n name.txt").write_text("Odd.\n")
    run(root, "init", "--quiet")
    run(root, "add", ".")
    run(root, "commit", "--quiet", "--message", "One")
    return root


def commit(root: Path, entries: Iterable[tuple[str, str, str]]) -> str:
    """A commit with a tree of these entries (mode, name, object), whatever git would say to their names."""
    raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(blob) for mode, name, blob in entries)
    tree = run(root, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=raw)
    return run(root, "commit-tree", tree, "-m", "x")


def test_files_come_out_as_they_were_committed(repository: Path, tmp_path: Path) -> None:
    head = commit_of(repository, "HEAD")
    assert head is not None
    tree = tree_of(repository, head)
    assert set(tree) == {"corpus/a.txt", "odd \n name.txt"}
    write_out(repository, tree, tmp_path / "out")
    assert (tmp_path / "out" / "corpus" / "a.txt").read_text() == "The ferry sailed.\n"
    assert (tmp_path / "out" / "odd \n name.txt").read_text() == "Odd.\n"
    assert commit_of(repository, "no-such-branch") is None
    assert commit_of(repository, "--output=x") is None


def test_the_root_is_the_nearest_folder_with_a_repository(repository: Path, tmp_path: Path) -> None:
    assert root_of(repository / "corpus" / "no-such.txt") == repository
    assert root_of(tmp_path) is None


WAYS_OUT = ("..", ".", "", ".git", ".GIT", ".Git", ".git ", ".git.", ".g\u200cit", "git~1", "GIT~1", ".git::$INDEX")


@pytest.mark.parametrize("part", WAYS_OUT)
@pytest.mark.parametrize("place", ["{}/a.txt", "corpus/{}/a.txt", "corpus/{}"])
def test_a_name_that_leads_out_is_known(part: str, place: str) -> None:
    assert leads_out(place.format(part))


def test_other_names_lead_nowhere() -> None:
    for name in ("a.txt", ".gitignore", ".github/workflows/a.yml", "...", "..a/b..", "a:b", "a\\b", "git", "x.git/a"):
        assert os.name == "nt" or not leads_out(name)


@given(st.lists(st.text(st.characters(exclude_characters="/\0", exclude_categories=("Cs",))), min_size=1, max_size=4))
def test_what_leads_nowhere_stays_below_its_folder(parts: list[str]) -> None:
    name = "/".join(parts)
    if not leads_out(name):
        assert os.path.normpath(f"/folder/{name}").startswith("/folder/")


@pytest.mark.parametrize("name", ["..", ".", ".git", ".GIT"])
def test_a_tree_that_leads_out_of_its_folder_is_refused(repository: Path, name: str) -> None:
    blob = run(repository, "rev-parse", "HEAD:corpus/a.txt")
    inner = run(repository, "rev-parse", "HEAD:corpus")
    for entries in ([("40000", name, inner)], [("100644", name, blob)]):
        with pytest.raises(GitError, match="leads out of its folder"):
            tree_of(repository, commit(repository, entries))


def test_a_tree_that_no_folder_can_hold_is_told(repository: Path, tmp_path: Path) -> None:
    blob = run(repository, "rev-parse", "HEAD:corpus/a.txt")
    inner = run(repository, "rev-parse", "HEAD:corpus")
    both = commit(repository, [("100644", "corpus", blob), ("40000", "corpus", inner)])
    with pytest.raises(GitError, match=r"corpus/a\.txt cannot be written out"):
        write_out(repository, tree_of(repository, both), tmp_path / "out")
    long = commit(repository, [("100644", "a" * 300, blob)])
    with pytest.raises(GitError, match="cannot be written out"):
        write_out(repository, tree_of(repository, long), tmp_path / "other")


def test_a_few_trees_that_list_more_than_any_disk_holds(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "_MOST_FILES", 5_000)
    inner = run(repository, "rev-parse", "HEAD:corpus")
    for _ in range(6):
        raw = b"".join(f"40000 {letter}\0".encode() + bytes.fromhex(inner) for letter in "abcdefghij")
        inner = run(repository, "hash-object", "-t", "tree", "-w", "--stdin", given=raw)
    with pytest.raises(GitError, match="more than 5,000 files"):
        tree_of(repository, run(repository, "commit-tree", inner, "-m", "x"))


def test_a_file_that_unpacks_to_more_than_any_disk_holds(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git, "_MOST_BYTES", 1_000)
    blob = run(repository, "hash-object", "-w", "--stdin", given=b"0" * 1_001)
    with pytest.raises(GitError, match=r"big\.txt and what comes before it are more than 1,000 bytes"):
        write_out(repository, {"big.txt": blob}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_links_and_submodules_are_no_files(repository: Path) -> None:
    blob = run(repository, "hash-object", "-w", "--stdin", given=b"/etc/passwd")
    head = run(repository, "rev-parse", "HEAD")
    assert tree_of(repository, commit(repository, [("120000", "link.txt", blob), ("160000", "module", head)])) == {}


def test_an_object_put_in_the_place_of_another_is_not_read(repository: Path, tmp_path: Path) -> None:
    blob = run(repository, "rev-parse", "HEAD:corpus/a.txt")
    run(repository, "replace", blob, run(repository, "hash-object", "-w", "--stdin", given=b"Other words.\n"))
    write_out(repository, {"a.txt": blob}, tmp_path)
    assert (tmp_path / "a.txt").read_text() == "The ferry sailed.\n"


def test_nothing_that_a_configuration_names_is_run_or_fetched(repository: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho ran >> '{mark}'\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman", "post-checkout"):
        (hooks / name).symlink_to(program)
    blob = run(repository, "rev-parse", "HEAD:corpus/a.txt")
    (repository / ".gitattributes").write_text("* diff=x filter=x merge=x\n")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    (repository / ".git" / "config").open("a").write(
        f"""
[core]
  repositoryformatversion = 1
  fsmonitor = {program}
  hooksPath = {hooks}
  pager = {program}
  editor = {program}
  sshCommand = {program}
  askPass = {program}
  gitProxy = {program}
  alternateRefsCommand = {program}
[extensions]
  partialClone = origin
[pager]
  ls-tree = {program}
  cat-file = {program}
[diff]
  external = {program}
[diff "x"]
  textconv = {program}
  command = {program}
[filter "x"]
  clean = {program}
  smudge = {program}
  process = {program}
[credential]
  helper = "!{program}"
[gpg]
  program = {program}
[alias]
  ls-tree = "!{program}"
  rev-parse = "!{program}"
[protocol]
  allow = always
[protocol "ext"]
  allow = always
[protocol "file"]
  allow = always
[remote "origin"]
  promisor = true
  uploadpack = {program}
"""
    )
    for url in (f"ext::{program}", str(tmp_path), f"ssh://host.invalid{tmp_path}", "git://host.invalid/a", "x::y"):
        run(repository, "config", "remote.origin.url", url)
        mark.unlink(missing_ok=True)
        head = commit_of(repository, "HEAD")
        assert head is not None
        with pytest.raises(GitError, match=r"missing|git says"):
            write_out(repository, tree_of(repository, head), tmp_path / f"out-{len(url)}")
        assert not mark.exists(), url


def test_a_folder_dressed_as_a_repository_is_none(repository: Path) -> None:
    bare = repository / "corpus" / "bare"
    run(repository, "clone", "--quiet", "--bare", str(repository), str(bare))
    assert root_of(bare) == repository
    with pytest.raises(GitError, match="bareRepository"):
        commit_of(bare, "HEAD")


def test_an_empty_marker_leads_to_no_other_repository(repository: Path) -> None:
    (repository / "corpus" / ".git").mkdir()
    with pytest.raises(GitError, match="not a git repository"):
        commit_of(repository / "corpus", "HEAD")


def test_git_is_not_taken_from_the_current_folder(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(("", ".")))
    with pytest.raises(GitError, match="not installed"):
        commit_of(repository, "HEAD")


def test_warnings_beyond_what_a_pipe_holds_stop_nothing(repository: Path) -> None:
    name = "refs/heads/" + "x" * 200
    packed = "".join(f"broken line {number} {'y' * 200}\n" for number in range(2_000))
    (repository / ".git" / "info" / "grafts").parent.mkdir(exist_ok=True)
    (repository / ".git" / "info" / "grafts").write_text(packed)
    assert commit_of(repository, "HEAD")
    assert commit_of(repository, name) is None
