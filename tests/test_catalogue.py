import json
import re
import subprocess
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from auditor.catalogue import (
    Catalogue,
    CatalogueError,
    catalogue,
    choose,
    format_names,
    load_checks,
    load_format,
    residue_catalogue,
    residue_classes,
)
from auditor.check import classes_of

Run = Callable[..., subprocess.CompletedProcess[str]]
GROUP = "auditor.checks"
TITLE = "auditor.checks.conflict.conflicting_title:CHECK"


def test_third_party_check_is_found_like_ours() -> None:
    assert [check.id for check in load_checks([EntryPoint("conflicting-title", TITLE, GROUP)])] == ["conflicting-title"]


def test_of_two_checks_of_one_name_the_second_is_passed_over_and_ours_is_the_first() -> None:
    ours, theirs = (EntryPoint("conflicting-title", value, GROUP) for value in (TITLE, "a_guest.of:CHECK"))
    for points in ([ours, theirs], [theirs, ours]):
        found = catalogue(points)
        assert [check.id for check in found.checks] == ["conflicting-title"]
        [problem] = found.problems
        assert "a_guest.of:CHECK" in problem.error
    twice = catalogue([ours, EntryPoint("conflicting-title", TITLE + " ", GROUP)])
    assert "is there already, from auditor.checks.conflict.conflicting_title:CHECK" in twice.problems[0].error


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (EntryPoint("gone", "no_such_package:CHECK", GROUP), "'gone'.*cannot be imported, ModuleNotFoundError"),
        (EntryPoint("no-object", "pathlib:NO_SUCH", GROUP), "'no-object'.*cannot be imported, AttributeError"),
        (EntryPoint("path", "pathlib:Path", GROUP), "'path'.*is no auditor.check.Check"),
        (EntryPoint("other-name", TITLE, GROUP), "'other-name'.*holds the check 'conflicting-title'"),
    ],
)
def test_a_stale_entry_point_is_told_and_takes_no_other_check_down(point: EntryPoint, told: str) -> None:
    good = EntryPoint("conflicting-title", TITLE, GROUP)
    found = catalogue([good, point])
    assert [check.id for check in found.checks] == ["conflicting-title"]
    [problem] = found.problems
    assert problem.check == point.name
    assert re.search(told, problem.error)
    with pytest.raises(CatalogueError, match=told):
        load_checks([good, point])


def test_of_an_entry_point_of_ours_a_checkout_is_the_way_out_and_of_anybodys_their_package() -> None:
    ours = catalogue([EntryPoint("gone", "auditor.checks.conflict.gone:CHECK", GROUP)]).problems[0].error
    assert ours.endswith("mend what it names and run pip install --editable . there; else install it again.")
    theirs = catalogue([EntryPoint("gone", "a_guest.gone:CHECK", GROUP)]).problems[0].error
    assert theirs.endswith("Take out what is left of it in its package.")


def test_a_stale_entry_point_can_be_ignored_by_its_name() -> None:
    found = catalogue([EntryPoint("conflicting-title", TITLE, GROUP), EntryPoint("gone", "no_such:CHECK", GROUP)])
    assert found.chosen(select=["conflict"]).problems == found.problems, "what it holds may be a conflict check"
    assert found.chosen(ignore=["gone"]).problems == ()
    assert found.chosen(select=["gone"]) == Catalogue((), found.problems)


def guest(folder: Path, points: str, **modules: str) -> None:
    """A package in a folder, with the entry points and the sources given."""
    info = folder / "guest-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: guest\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(points)
    for name, source in modules.items():
        (folder / f"{name}.py").write_text(source)
    (folder / "a.txt").write_text("The ferries ran again.\n")


STALE = "[auditor.checks]\nleaving = leaving:CHECK\ngone = gone:CHECK\n[auditor.reports]\nempty = empty:render\njson = own:render\n"
LEAVES = "import sys\nsys.exit('no licence')\n"


def test_a_run_goes_on_without_stale_entry_points_and_is_2(run: Run, tmp_path: Path) -> None:
    guest(tmp_path, STALE, leaving=LEAVES, empty="render = 3\n")
    done = run("check", "a.txt", "--report", "json", "--no-cache")
    assert done.returncode == 2
    problems = {problem["check"]: problem["error"] for problem in json.loads(done.stdout)["problems"]}
    assert problems.keys() == {"leaving", "gone"}
    for name, error in problems.items():
        assert re.search(f"'{name}' .*of the package guest 1.0.* is passed over: .*: pip uninstall guest", error)
        assert f"check {name}: The entry point" in done.stderr
    assert "SystemExit: no licence" in problems["leaving"]
    assert re.search("report format 'json' is there already, from auditor.reports.json", done.stderr)
    ignoring = run("check", "a.txt", "--ignore", "gone", "--ignore", "leaving")
    assert (ignoring.returncode, ignoring.stderr) == (0, "")


def test_commands_about_the_catalogue_work_and_say_what_is_stale(run: Run, tmp_path: Path) -> None:
    guest(tmp_path, STALE, leaving=LEAVES, empty="render = 3\n")
    listed = run("checks")
    assert listed.returncode == 2
    assert "conflicting-title" in listed.stdout
    assert {name for name in ("gone", "leaving", "empty", "json") if f"entry point '{name}'" in listed.stderr} == {
        *("gone", "leaving", "empty", "json")
    }
    told = run("explain", "conflicting-title")
    assert told.returncode == 0
    assert "What it flags" in told.stdout
    assert "'gone'" in told.stderr
    assert run("explain", "gone").returncode == 2
    assert run("clean", "a.txt").returncode == 2
    for format in ("empty", "no-such"):
        refused = run("check", "a.txt", "--report", format)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert f"'{format}'" in refused.stderr


def test_what_is_left_of_a_package_is_told_by_its_place(run: Run, tmp_path: Path) -> None:
    guest(tmp_path, STALE)
    (tmp_path / "guest-1.0.dist-info" / "METADATA").unlink()
    told = run("checks").stderr
    assert f"Take out what is left of it in {tmp_path}" in told


def test_all_our_classes_of_residue_are_found_without_the_other_checks() -> None:
    assert residue_classes().names == classes_of(load_checks()).names
    assert {check.family for check in residue_catalogue().checks} == {"residue"}


def test_select_and_ignore_take_checks_and_families() -> None:
    checks = load_checks()
    conflicts = choose(checks, ["conflict"], ["conflicting-title"])
    assert {check.family for check in conflicts} == {"conflict"}
    assert "conflicting-title" not in {check.id for check in conflicts}
    assert choose(checks) == checks


def test_several_names_with_commas_are_to_be_given_one_by_one() -> None:
    with pytest.raises(CatalogueError, match="Give the option once for each of them"):
        choose(load_checks(), select=["conflict, quotation"])
    with pytest.raises(CatalogueError, match="There is no check or family"):
        choose(load_checks(), select=["conflict,nothing"])


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
