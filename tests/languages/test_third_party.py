"""A language that somebody else's package brings: its pack and a check that reads it, found by entry points."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PACKAGE = '''
import re
from auditor.check import Check
from auditor.languages import Pack
from auditor.model import Claim, ClaimKind, Family, Severity, Timex


def claims(prose, anchor):
    """The years of Esperanto prose."""
    return tuple(
        Claim(ClaimKind.DATE, prose.span(*year.span(1)), Timex(year[1])) for year in re.finditer(r"en (\\d{4})", prose.text)
    )


def inspect(article):
    for claim in article.claims:
        yield CHECK.finding(f"There is a year: {claim.value.value}.", claim.span)


PACK = Pack("eo", "Esperanto", claims, frozenset("la kaj estas en al de".split()))
CHECK = Check(id="year", family=Family.CONFLICT, severity=Severity.NOTE, since="1", docs="A year.", inspect=inspect,
              languages=frozenset({"eo"}), flags=(), leaves_alone=())
'''
ONE = "La pramo al la insulo estas riparita kaj la vojo estas sekura. La haveno estas konstruita en 1912."
OTHER = "La pramo al la insulo estas riparita kaj la vojo estas sekura. La haveno estas konstruita en 1921."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the package, as an installer leaves it."""
    return install(tmp_path / "site", "guest:PACK")


def install(site: Path, pack: str, name: str = "guest") -> Path:
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    checks = f"[auditor.checks]\nyear = {name}:CHECK\n" if name == "guest" else ""
    (info / "entry_points.txt").write_text(f"[auditor.languages]\neo = {pack}\n{checks}")
    (site / f"{name}.py").write_text(PACKAGE)
    return site


@pytest.fixture
def texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE)
    (tmp_path / "b.txt").write_text(OTHER)
    (tmp_path / "c.txt").write_text("The ferry has been repaired, and the harbour was built in 1913, they said.")


@pytest.mark.usefixtures("texts")
def test_its_claims_are_listed(run: Run, site: Path) -> None:
    done = run("claims", "a.txt", "b.txt", "--format", "jsonl", PYTHONPATH=str(site))
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["document"], one["value"], one["text"]) for one in told] == [
        ("a.txt", "1912", "1912"),
        ("b.txt", "1921", "1921"),
    ]


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_its_checks_are_put_to_its_language_and_ours_are_not(run: Run, site: Path, jobs: str) -> None:
    done = run("check", "a.txt", "b.txt", "c.txt", "--report", "json", "--jobs", jobs, PYTHONPATH=str(site))
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert [document["language"] for document in told["documents"]] == [
        {"code": "eo", "basis": "told", "read": True},
        {"code": "eo", "basis": "told", "read": True},
        {"code": "en", "basis": "told", "read": True},
    ]
    assert [(finding["check"], finding["primary"]["text"]) for finding in told["findings"]] == [
        ("year", "1912"),
        ("year", "1921"),
    ]
    assert "were not read" not in run("check", "a.txt", PYTHONPATH=str(site)).stdout


@pytest.mark.usefixtures("texts")
def test_a_stale_pack_is_told_once_and_passed_over(run: Run, tmp_path: Path) -> None:
    site = install(tmp_path / "site", "guest:GONE")
    done = run("check", "a.txt", "b.txt", "c.txt", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert " ".join(done.stdout.split()).count("The language pack 'eo' (guest:GONE) cannot be imported") == 1
    assert "The claims of 2 articles in Esperanto were not read" in " ".join(done.stdout.split())
    claims = run("claims", "a.txt", "b.txt", "c.txt", PYTHONPATH=str(site))
    assert claims.stderr.count("cannot be imported and is passed over") == 1
    assert "1913" in claims.stdout
    assert run("check", "c.txt", PYTHONPATH=str(site)).returncode == 0, "nobody asked it"
    rules = run("rules", PYTHONPATH=str(site))
    assert (rules.returncode, rules.stderr.count("is passed over")) == (2, 1)
    assert rules.stdout.startswith("en ")
    assert run("rules", "label", PYTHONPATH=str(site)).stdout.startswith("# label ")


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("command", [("check", "c.txt"), ("claims", "c.txt")])
def test_two_packs_of_one_language_are_bad_usage(run: Run, site: Path, command: tuple[str, ...]) -> None:
    install(site, "other:PACK", "other")
    done = run(*command, PYTHONPATH=str(site))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Two language packs are of 'eo': guest:PACK and other:PACK. Uninstall one of them." in done.stderr


@pytest.mark.usefixtures("texts")
def test_a_pack_that_lies_in_the_current_folder_is_left_out_where_isolated(run: Run, tmp_path: Path) -> None:
    install(tmp_path, "guest:PACK")
    assert json.loads(run("check", "a.txt", "--report", "json").stdout)["documents"][0]["language"]["read"]
    isolated = json.loads(run("check", "a.txt", "--isolated", "--report", "json").stdout)
    assert isolated["documents"][0]["language"] == {"code": "eo", "basis": "told", "read": False}
