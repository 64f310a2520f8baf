"""`auditor new-rule`: a rule is begun at the end of a file of rules, and nothing that stands there is touched."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.grammar.rule import read_rules

Run = Callable[..., subprocess.CompletedProcess[str]]
RULES = """about = "Days"

[[rule]]
name = "a day"
pattern = "NUMBER(1-31) @months"
makes = "day"
loud = ["on [[3 May]]"]
"""


def test_a_rule_is_added_behind_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "days.toml").write_text(RULES)
    done = run("new-rule", "a year", "--to", "days.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote days.toml" in done.stdout
    text = (tmp_path / "days.toml").read_text()
    assert text.startswith(RULES)
    assert [rule.name for rule in read_rules(text, "days.toml", lambda _: ("may",))] == ["a day", "a year"]
    assert "pytest tests/languages/test_rules.py -x  # fails until its example is found" in done.stdout


def test_a_file_that_is_not_there_is_made(run: Run, tmp_path: Path) -> None:
    assert run("new-rule", "a year", "--to", "rules/days.toml").returncode == 0
    [rule] = read_rules((tmp_path / "rules" / "days.toml").read_text(), "days.toml", lambda _: ())
    assert rule.pattern.opens == {"these", "those"}


def test_a_rule_that_was_begun_just_so_is_not_begun_again(run: Run, tmp_path: Path) -> None:
    run("new-rule", "a year", "--to", "days.toml")
    before = (tmp_path / "days.toml").read_bytes()
    done = run("new-rule", "a year", "--to", "days.toml")
    assert (done.returncode, "All of it was there already" in done.stdout) == (0, True)
    assert (tmp_path / "days.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "to", "told"),
    [
        ("a day", "days.toml", "There is a rule called 'a day' in days.toml already."),
        ("a year", "days.tsv", "days.tsv is no file of rules"),
        ("", "days.toml", "'' cannot be the name of a rule"),
        ('a "day"', "days.toml", "cannot be the name of a rule"),
        ("a year", "broken.toml", "broken.toml cannot be read: broken.toml: "),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, name: str, to: str, told: str
) -> None:
    (tmp_path / "days.toml").write_text(RULES)
    (tmp_path / "broken.toml").write_text("a = ")
    done = run("new-rule", name, "--to", to)
    assert done.returncode == 2
    assert told in done.stderr
    assert (tmp_path / "days.toml").read_text() == RULES
    assert (tmp_path / "broken.toml").read_text() == "a = "
