"""House styles of quotations: tables of weights, chosen in the settings or on the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.catalogue import load_checks
from auditor.config import ConfigError, check_style, schema
from auditor.house_styles import STYLES, told

Run = Callable[..., subprocess.CompletedProcess[str]]

ONE = "“The crew closed the gate of the yard at noon and opened it again late at night,” said Ana Ruiz, the guard.\n"
SLIGHT = "“The crew closed gate of the yard at noon and opened it again late at night,” said Ana Ruiz, the guard.\n"
CUT = "“The crew closed the gate of the yard at noon and opened it at night,” said Ana Ruiz, the guard.\n"


def test_every_style_weighs_checks_that_exist() -> None:
    known = {check.id for check in load_checks()}
    assert all(set(style) <= known for style in STYLES.values())
    assert set(schema()["properties"]["quotation-style"]["enum"]) == set(STYLES)


def test_what_the_styles_make_of_a_check() -> None:
    assert told("cut-quotation") == "neutral: as above, ap: warning, reuters: no finding, guardian: warning"
    assert told("share-control") == ""


def test_an_unknown_style_is_an_error_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="Did you mean 'reuters'"):
        check_style("reuter")


def weights(run: Run, *how: str) -> dict[str, str]:
    done = run("check", "a.txt", "b.txt", "--report", "json", *how)
    return {one["check"]: one["severity"] for one in json.loads(done.stdout)["findings"]}


def test_the_style_weighs_what_a_cut_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE)
    (tmp_path / "b.txt").write_text(CUT)
    assert weights(run)["cut-quotation"] == "warning"
    assert weights(run, "--quotation-style", "ap")["cut-quotation"] == "warning"
    assert "cut-quotation" not in weights(run, "--quotation-style", "reuters")
    (tmp_path / "auditor.toml").write_text('quotation-style = "ap"\n')
    assert weights(run)["cut-quotation"] == "warning"
    assert 'quotation-style = "ap"' in run("config", "show").stdout
    (tmp_path / "auditor.toml").write_text('quotation-style = "ap"\n[severity]\ncut-quotation = "error"\n')
    assert weights(run)["cut-quotation"] == "error"


def test_what_a_check_holds_for_slight_stays_a_note(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE)
    (tmp_path / "b.txt").write_text(SLIGHT)
    assert weights(run, "--quotation-style", "ap")["cut-quotation"] == "note"


def test_bad_styles_are_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE)
    done = run("check", "a.txt", "--quotation-style", "guardien")
    assert done.returncode == 2
    assert "Did you mean 'guardian'" in done.stderr
    (tmp_path / "auditor.toml").write_text('quotation-style = "tabloid"\n')
    assert run("check", "a.txt").returncode == 2


def test_explain_says_what_the_styles_make_of_it(run: Run) -> None:
    assert "reuters: no finding" in run("explain", "cut-quotation").stdout
