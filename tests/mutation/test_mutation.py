"""Mutants are the faults they are said to be, and whoever tries them hears which no test catches."""

from __future__ import annotations

import ast
import os
import tomllib
from pathlib import Path

import pytest

from tests.mutation import __main__ as program
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.running import RECORDED, ROOMS, ROOT, Copy, Try, all_mutants, files, tries_of
from tests.mutation.warm import touched

SOURCE = '''"""It may be 3 < 4 and so."""
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from x import y

LEAST: int = 2
CHECK = Check(flags=(example("é", 5 < 6),))


def f(words: "a < b", least=LEAST):
    for word in words:
        if word.kind not in ("a", "b"):
            continue
        if (word.span.start) < least and not word.end() or word:
            return f"{1 < 2}", sentence(word.start), (word
                                is None)
    return [9]
'''


def found(kind: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in mutants("a.py", SOURCE) if one.kind == kind]


def test_each_kind_of_fault_is_made_wherever_it_can_be() -> None:
    guards = ['word.kind not in ("a", "b")', "(word.span.start) < least and not word.end() or word"]
    assert found("guard") == [(guard, "False") for guard in guards]
    assert found("comparison") == [("not in", "in"), ("<", "<="), ("is", "is not")]
    assert found("and/or") == [("and", "or"), ("or", "and")]
    assert found("negation") == [("not word.end()", "(word.end())")]
    assert found("span") == [("word.span.start", "(word.span.start + 1)"), ("word.end()", "(word.end() + 1)")]
    assert found("number") == [("2", "3"), ("9", "10")]


RULES = """[pieces]
day = '( NUMBER(1-31) | @numbers.ordinal-@months )'

[[rule]]
name = "don't {1,2}"
pattern = '''<!( of | ( a b ) ) $day WORD-(and|or){0,3}
  >!%|points >!NUMBER(1-9)'''
loud = ["It's [[3]] >!x {4,5}."]
"""


def test_patterns_of_rules_are_changed_and_their_examples_are_not() -> None:
    made = [(one.kind, one.before, one.after) for one in mutants("a.toml", RULES)]
    assert made == [
        ("number", "1", "2"),
        ("number", "31", "32"),
        ("negation", "-@months", ""),
        ("guard", "<!( of | ( a b ) )", ""),
        ("negation", "-(and|or)", ""),
        ("number", "0", "1"),
        ("number", "3", "4"),
        ("guard", ">!%|points", ""),
        ("guard", ">!NUMBER(1-9)", ""),
        ("number", "1", "2"),
        ("number", "9", "10"),
    ]
    for one in all_mutants("rules"):
        assert tomllib.loads(one.mutated) != tomllib.loads(one.source), one.diff()


def test_every_mutant_is_python_and_another_source() -> None:
    made = [one for room in ROOMS if room != "rules" for one in all_mutants(room)]
    assert len(made) > 5_000
    assert {one.kind for one in made} == {"guard", "comparison", "and/or", "negation", "span", "number"}
    for one in made[:: len(made) // 200]:
        assert ast.dump(ast.parse(one.mutated)) != ast.dump(ast.parse(one.source)), one.diff()
        assert one.key[1] != one.key[2]


def test_a_mutant_is_known_by_its_line_when_lines_move() -> None:
    [one] = [one for one in mutants("a.py", "x = 1\n") if one.kind == "number"]
    [moved] = [one for one in mutants("a.py", "import re\n\nx  = 1\n") if one.kind == "number"]
    assert one.key == moved.key == ("a.py", "x = 1", "x = 2")
    assert "-x = 1\n+x = 2\n" in one.diff()


def test_the_tests_of_a_file_are_there_and_the_nearest_come_first() -> None:
    for room in ROOMS:
        for path in files(room):
            for tests in tries_of(path.relative_to(ROOT).as_posix(), room):
                assert all((ROOT / name).exists() for name in tests.args if name.startswith("tests/"))
    check, wider = tries_of("checks/conflict/wrong_sum.py", "checks")
    assert check.args == ("tests/test_checks.py", "-k", "wrong-sum:")
    part = tries_of("checks/conflict/_tallies.py", "checks")[0]
    assert part.args == check.args, "the examples of the checks that it is a part of"
    assert "tests/test_seeds.py" in wider.args
    [every] = tries_of("auditor/values.py", "values")
    assert every.args[:2] == (RECORDED, "tests/test_values.py"), (
        "each once, and all in one run: it stops where one fails"
    )
    assert len({*every.args}) == len(every.args)


class Pretended(Copy):
    """A copy whose tests catch whatever is no number."""

    def __init__(self, folder: Path) -> None:
        pass

    def catches(self, mutant: Mutant, room: str) -> bool:
        return mutant.kind != "number"


def run(monkeypatch: pytest.MonkeyPatch, *args: str, copy: type[Copy] = Pretended) -> int:
    monkeypatch.setattr(program, "Copy", copy)
    return program.main(["--unproven", "--seed", "5", "--number", "30", *args])


def test_survivors_are_shown_and_decide_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "--rooms", "values", "comparing")
    told = capsys.readouterr().out
    survived = told.count(" SURVIVED ")
    assert 0 < survived < 30
    assert told.count("\n--- auditor/") == survived
    assert told.splitlines()[-1].startswith(f"{30 - survived} of 30 caught")
    assert status == int((30 - survived) / 30 < 0.9)
    assert run(monkeypatch, "--rooms", "values", "comparing", "--least", ".1") == 0
    assert capsys.readouterr().out == told, "the same seed makes the same mutants"


def test_what_changes_nothing_does_not_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    numbers = [one for _, one in program.chosen(["values"], 5, 30) if one.kind == "number"]
    rows = ["\t".join((*one.key, "it is only a number")) for one in numbers]
    (tmp_path / "equivalent.tsv").write_text("# a comment\n" + "".join(f"{row}\n" for row in rows))
    monkeypatch.setattr(program, "EQUIVALENT", tmp_path / "equivalent.tsv")
    assert run(monkeypatch, "--rooms", "values") == 0
    told = capsys.readouterr().out
    assert told.count(" changes nothing ") == len(numbers) > 0
    assert told.splitlines()[-1] == f"{30 - len(numbers)} of {30 - len(numbers)} caught (100%)"


def test_what_is_said_to_change_nothing_is_a_mutant_and_has_a_reason() -> None:
    known = {one.key for room in ROOMS for one in all_mutants(room)}
    for key, reason in program.equivalent().items():
        assert key in known, "it is no mutant any more: take its line out"
        assert len(reason.split()) > 3


def test_a_mutant_lives_in_the_copy_alone_and_is_gone_afterwards(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    [mutant] = [one for one in all_mutants("values") if one.kind == "guard"][:1]
    seen: list[str] = []
    copy.passes = lambda tests, reached: bool(seen.append((tmp_path / mutant.file).read_text()))  # type: ignore[method-assign,func-returns-value]
    assert copy.catches(mutant, "values")
    assert seen == [mutant.source, mutant.mutated], "the process loads what has no fault"
    assert (tmp_path / mutant.file).read_text() == mutant.source == (ROOT / mutant.file).read_text()


def test_what_imports_a_mutated_module_is_loaded_anew_and_nothing_else() -> None:
    check = touched("checks/conflict/conflicting_office.py", ROOT)
    assert {"auditor.checks.conflict.conflicting_office", "auditor.catalogue", "auditor.audit"} <= set(check)
    assert not {"auditor.checks.conflict.conflicting_date", "auditor.languages.en", "auditor.values"} & set(check)
    rules = touched("auditor/languages/de/rules/times.toml", ROOT)
    assert {"auditor.languages.de.grammars", "auditor.languages.de", "auditor.languages.installed"} <= set(rules)
    assert not {"auditor.languages.de.lists", "auditor.languages.en.grammars"} & set(rules)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="its processes are forked")
def test_a_process_that_is_warm_finds_what_is_mutated_and_passes_what_is_not(tmp_path: Path) -> None:
    source = (ROOT / "auditor/values.py").read_text(encoding="utf-8")
    broken = Mutant("auditor/values.py", 0, "guard", "raise ValueError\n", "", source)
    with Copy(tmp_path / "copy") as copy:
        one = tmp_path / "copy/tests/test_one.py"
        one.write_text("from auditor.values import ratio\n\n\ndef test():\n    assert ratio\n", encoding="utf-8")
        tries, reached = Try(("tests/test_one.py",), 60), touched(broken.file, ROOT)
        assert copy.passes(tries, reached)
        with copy._holding(broken):
            assert not copy.passes(tries, reached)
            assert copy.passes(tries), "what is not loaded anew is as it was"
        assert copy.passes(tries, reached)
        one.write_text("while True:\n    pass\n", encoding="utf-8")
        assert not copy.passes(Try(("tests/test_one.py",), 1)), "it loops"
