"""Language packs are found by entry points, ours as a third party's, and loaded when they are needed."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from auditor.languages.en import PACK
from auditor.languages.installed import GROUP, packs
from auditor.plugins import CatalogueError

ENGLISH = EntryPoint("en", "auditor.languages.en:PACK", GROUP)


def test_english_is_installed_as_any_other() -> None:
    assert packs().codes[0] == "en"
    assert packs().load("en") is PACK


def test_the_default_language_is_asked_first() -> None:
    points = [EntryPoint(code, "no_such_package:PACK", GROUP) for code in ("zu", "de")]
    assert packs([*points, ENGLISH]).codes == ("en", "de", "zu")


def test_packs_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(packs())) == packs()


def test_two_packs_of_one_language_are_refused_naming_both() -> None:
    with pytest.raises(CatalogueError, match=r"packs are of 'en': auditor\.languages\.en:PACK and guest:PACK"):
        packs([ENGLISH, EntryPoint("en", "guest:PACK", GROUP)])


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("de", "no_such_package:PACK", "cannot be imported and is passed over: ModuleNotFoundError: No module named"),
        ("de", "auditor.languages.en:NOTHING", "cannot be imported and is passed over"),
        ("de", "pathlib:Path", "is no auditor.languages.Pack"),
        ("de", "auditor.languages.en:PACK", "holds a pack of 'en'"),
    ],
)
def test_a_broken_pack_is_named_when_it_is_loaded(code: str, value: str, told: str) -> None:
    found = packs([EntryPoint(code, value, GROUP)])
    for _ in range(2):
        with pytest.raises(CatalogueError, match=told):
            found.load(code)


def test_a_broken_pack_takes_no_other_down() -> None:
    found, [problem] = packs([ENGLISH, EntryPoint("de", "no_such_package:PACK", GROUP)]).loaded()
    assert found == (PACK,)
    assert "'de' (no_such_package:PACK)" in problem.error


def test_help_loads_no_pack() -> None:
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom auditor.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\nprint('auditor.languages' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
