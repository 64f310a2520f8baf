"""What earlier versions wrote still holds: baselines, decisions, settings and patches, each as that version left it.

``tests/written_by/VERSION`` holds three articles with the files that the version wrote for them, a cleaned article with its
patch, and the baseline of ``seeds/``. Nothing in there is ever made anew.
"""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cleaning.patches import SUFFIX

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parent
VERSIONS = sorted((ROOT / "written_by").iterdir())


@pytest.fixture(params=VERSIONS, ids=lambda folder: folder.name)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder that commands run in, with what the version wrote."""
    shutil.copytree(request.param, tmp_path, dirs_exist_ok=True)
    return tmp_path


def reported(run: Run, *args: str) -> dict[str, Any]:
    done = run("check", *args, "--report", "json")
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert isinstance(report, dict)
    return report


def fingerprints(file: Path) -> set[str]:
    return {
        entry["fingerprint"] for line in file.read_text().splitlines() if "fingerprint" in (entry := json.loads(line))
    }


def test_every_known_finding_is_found_and_known(run: Run, written: Path) -> None:
    report = reported(run, "articles")
    known = {one["fingerprint"] for one in report["findings"] if one["baseline_state"] == "unchanged"}
    assert known == fingerprints(written / "known.ndjson")
    assert report["fixed"] == []
    assert run("check", "articles", "--quiet").returncode == 0, "the settings let notes fail the gate, and none is new"


def test_every_known_finding_of_the_seeds_is_found_and_known(run: Run, written: Path) -> None:
    shutil.copytree(ROOT.parent / "seeds", written / "seeds")
    report = reported(run, "seeds", "--isolated", "--baseline", "seeds.ndjson")
    known = {one["fingerprint"] for one in report["findings"] if one["baseline_state"] == "unchanged"}
    assert known == fingerprints(written / "seeds.ndjson")
    assert report["fixed"] == []


def test_decisions_hold(run: Run, written: Path) -> None:
    report = reported(run, "articles", "--as-of", "2025-06-12")
    decided = {one["check"]: one["decision"]["judgement"] for one in report["findings"] if one["decision"]}
    assert decided == {
        "conflicting-date": "dismissed",
        "conflicting-quantity": "confirmed",
        "weekday-mismatch": "dismissed",
    }
    assert report["lapsed_decisions"] == []
    expired = reported(run, "articles", "--as-of", "2025-07-01")["lapsed_decisions"]
    assert [(one["lapse"], one["decision"]["reason"]) for one in expired] == [("expired", "to be asked on Monday")]


def test_settings_are_read(run: Run, written: Path) -> None:
    found = {one["check"]: one["severity"] for one in reported(run, "articles")["findings"]}
    assert found["conflicting-age"] == "error"
    assert (found["related-link"], found["markup"]) == ("note", "warning")
    assert "ad-label" not in found


def test_the_baseline_is_brought_up_to_date(run: Run, written: Path) -> None:
    before = fingerprints(written / "known.ndjson")
    assert run("baseline", "articles").returncode == 0
    assert fingerprints(written / "known.ndjson") == before
    (written / "articles" / "herald.txt").unlink()
    assert run("baseline", "articles", "--prune").returncode == 0
    assert fingerprints(written / "known.ndjson") < before


def test_a_patch_leads_back(run: Run, written: Path) -> None:
    source = json.loads((written / "cleaned" / f"wire.txt{SUFFIX}").read_text())["sha256_source"]
    assert run("clean", "--undo", "cleaned/wire.txt").returncode == 0
    assert hashlib.sha256((written / "cleaned" / "wire.txt").read_bytes()).hexdigest() == source
