"""The audit as a function: files, folders and documents in, the report of the command out."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from auditor.api import Settings, Sources, agreements, audit, document, points
from auditor.catalogue import CatalogueError
from auditor.check import Check
from auditor.config import ConfigError
from auditor.model import Article, Family, Finding, Severity
from auditor.reports.json import render

Run = Callable[..., subprocess.CompletedProcess[str]]

FERRY = "The ferry Marta sank off Halm on 4 March 2024 with {} people aboard, as the harbour master wrote down."


def test_it_returns_what_the_command_reports(run: Run, seeds: str) -> None:
    told = run("check", seeds, "--report", "json", "--isolated", "--no-cache").stdout
    assert render(audit([seeds])) == told
    assert render(audit([Path(seeds)], Settings(jobs=2))) == told


def test_documents_need_no_files() -> None:
    report = audit([document("a", FERRY.format(38)), document("b", FERRY.format(83), date="2024-03-05")])
    [point] = [point for point in points(report) if point.kind == "number"]
    assert sorted(answer.value for answer in point.answers) == ["38 people", "83 people"]
    assert {source.id for source in Sources(report).all} <= {"a", "b"}
    assert all("38" not in one.value for one in agreements(report))


def test_settings_are_the_options() -> None:
    both = [document("a", FERRY.format(38)), document("b", FERRY.format(83))]
    assert not audit(both, Settings(select=["residue"])).findings
    assert not [f for f in audit(both, Settings(ignore=["conflict"])).findings if f.family is Family.CONFLICT]
    assert audit(both, Settings(as_of=date(2024, 5, 1))).articles[0].window.latest == date(2024, 5, 1)


def test_a_check_need_not_be_installed() -> None:
    def inspect(article: Article) -> Iterator[Finding]:
        yield own.finding("“ferry” is a word. It stands there.", article.document.span(4, 9))

    own = Check("a-ferry", Family.CONFLICT, Severity.NOTE, "1.0", "Finds a ferry.", (), (), inspect=inspect)
    [finding] = audit([document("a", FERRY.format(38))], Settings(checks=[own], select=["a-ferry"])).findings
    assert finding.primary.text == "ferry"


def test_a_file_of_settings_counts_only_where_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('ignore = ["conflict"]\n', encoding="utf-8")
    for name, number in (("a.txt", 38), ("b.txt", 83)):
        (tmp_path / name).write_text(FERRY.format(number), encoding="utf-8")
    assert audit([tmp_path]).findings
    assert not audit([tmp_path], Settings(config=tmp_path / "auditor.toml")).findings


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="conflicting-dote"):
        audit([], Settings(select=["conflicting-dote"]))
    with pytest.raises(ConfigError, match="house style"):
        audit([], Settings(quotation_style="apx"))
    with pytest.raises(ValueError, match="two documents are called 'a'"):
        audit([document("a", "One."), document("a", "Two.")])
    [problem] = audit([tmp_path / "gone.txt"]).problems
    assert "gone.txt" in problem.document
