import subprocess
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from auditor.catalogue import CatalogueError, choose, format_names, load_checks, load_format

Run = Callable[..., subprocess.CompletedProcess[str]]
GROUP = "auditor.checks"
TITLE = "auditor.checks.conflict.conflicting_title:CHECK"


def test_third_party_check_is_found_like_ours() -> None:
    assert [check.id for check in load_checks([EntryPoint("conflicting-title", TITLE, GROUP)])] == ["conflicting-title"]


def test_two_checks_of_one_name_are_refused_naming_both() -> None:
    twice = [EntryPoint("conflicting-title", TITLE, GROUP), EntryPoint("conflicting-title", TITLE + " ", GROUP)]
    with pytest.raises(CatalogueError, match=r"Two checks are called 'conflicting-title'.*conflicting_title:CHECK and"):
        load_checks(twice)


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (EntryPoint("gone", "no_such_package:CHECK", GROUP), "'gone'.*cannot be imported"),
        (EntryPoint("path", "pathlib:Path", GROUP), "'path'.*is no auditor.check.Check"),
        (EntryPoint("other-name", TITLE, GROUP), "'other-name'.*holds the check 'conflicting-title'"),
    ],
)
def test_a_broken_entry_point_is_named(point: EntryPoint, told: str) -> None:
    with pytest.raises(CatalogueError, match=told):
        load_checks([point])


def test_select_and_ignore_take_checks_and_families() -> None:
    checks = load_checks()
    conflicts = choose(checks, ["conflict"], ["conflicting-title"])
    assert {check.family for check in conflicts} == {"conflict"}
    assert "conflicting-title" not in {check.id for check in conflicts}
    assert choose(checks) == checks


def test_an_unknown_name_comes_with_the_nearest_one() -> None:
    with pytest.raises(CatalogueError, match="Did you mean 'conflicting-stance'"):
        choose(load_checks(), ["conflicting-stances"])


def test_formats() -> None:
    assert {"terminal", "json", "markdown", "html"} <= set(format_names())
    with pytest.raises(CatalogueError, match=r"no report format called 'jsn'. Did you mean 'json'"):
        load_format("jsn")


def test_a_plugin_that_lies_in_the_current_folder_is_left_out_where_isolated(run: Run, tmp_path: Path) -> None:
    info = tmp_path / "guest-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: guest\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.checks]\nguest = guest:CHECK\n[auditor.reports]\nown = guest:r\n")
    (tmp_path / "guest.py").write_text("open('mark', 'w')\n")
    (tmp_path / "a.txt").write_text("The ferries ran again.\n")
    assert run("check", "a.txt", "--isolated").returncode == 0
    assert run("check", "a.txt", "--isolated", "--report", "own").returncode == 2
    assert not (tmp_path / "mark").exists()
    assert run("check", "a.txt").returncode == 2
    assert (tmp_path / "mark").exists(), "without --isolated it would have been loaded"
