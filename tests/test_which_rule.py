"""`auditor claims --rule` and `auditor rules`: which rule made a claim, and what rules there are."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from auditor.grammar.files import Grammars
from auditor.languages.en.grammars import GRAMMARS

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "They spoke of the third fire in the valley since 2000. Some 40 people came.\n"


def test_a_claim_names_its_rule_and_the_words_of_its_elements(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("claims", "a.txt", "--rule", 'a.txt:"third fire"')
    assert done.returncode == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0] == "a.txt: quantity “third fire”"
    assert lines[1].startswith("rule one of a row (ordinals.toml:")
    assert {"n        “third”", "noun     “fire”", "claim    quantity “third fire”"} <= set(lines)


def test_what_no_rule_made_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("claims", "a.txt", "--rule", "a.txt:1:57")
    assert "no rule: code of the language pack made it" in done.stdout


def test_a_place_without_a_claim_is_bad_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("claims", "a.txt", "--rule", "a.txt:1:1")
    assert done.returncode == 2
    assert "a.txt:1:1 holds no claim" in done.stderr


def test_every_rule_is_listed_with_its_place_and_stories(run: Run) -> None:
    listed = run("rules").stdout.splitlines()
    hits = GRAMMARS.hits()
    for name, rule in GRAMMARS.rules():
        [line] = [line for line in listed if line.startswith("en") and line.endswith(f"  {rule.name}")]
        assert f"{rule.place} " in line
        assert f" {hits.get((name, rule.name), 0)} stories" in line
    assert any(line.startswith("de") for line in listed)


def test_one_rule_is_shown_with_its_examples(run: Run) -> None:
    shown = run("rules", "label").stdout
    assert "# label (ordinals.toml:" in shown
    assert "found: The firm began a [[Class 2]] recall." in shown
    assert "left alone: " in shown


def test_an_unknown_rule_is_told_with_the_nearest(run: Run) -> None:
    done = run("rules", "lable")
    assert done.returncode == 2
    assert "There is no rule called 'lable'. Did you mean 'label'?" in done.stderr


def test_a_folder_without_rules_has_none(tmp_path: Path) -> None:
    assert list(Grammars("xx", tmp_path, {}.__getitem__).rules()) == []
