"""The day of a gate: a corpus with known findings in git, a new article, and only what is new speaks."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from auditor.catalogue import format_names
from auditor.model import Severity

Run = Callable[..., subprocess.CompletedProcess[str]]
Factory = pytest.TempPathFactory

FORMATS = tuple(name for name in format_names() if name not in ("terminal", "json", "csv", "xlsx", "parquet"))
"""Text formats, besides the two that the day itself reads."""

CORPUS = {
    "olsen.txt": "Dr. Karin Olsen opened the session with a long account of the flood in the valley.\n\n"
    "Karin Olsen is a doctoral student in the town.\n\n"
    "The road to the valley was open again by the evening, and the school was to start on the next day.\n",
    "flood.txt": "The flood in the valley destroyed 41 houses in the village of Ostra, the mayor said.\n\n"
    "The ferry to Oland left the quay at noon, and nobody was hurt in the storm.\n\nShare\n",
}
NEW = (
    "A flood destroyed 47 houses in the village of Ostra last night, officials said.\n\n"
    "The hotel had cleared two floors for guests, and the street was closed to cars for a day.\n\nShare\n"
)


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", "-C", str(folder), *who, *args), check=True, capture_output=True)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A repository with two articles and the baseline of what is found in them."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in CORPUS.items():
        (folder / name).write_text(text)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Articles")
    return folder


def gate(run: Run, *how: str) -> tuple[int, dict[str, str], list[str]]:
    """Exit status, fingerprint by check of the findings that count, and the checks of the known ones."""
    done = run("check", "corpus", "--fail-on", "warning", "--report", "json", *how)
    assert done.stderr == ""
    findings = json.loads(done.stdout)["findings"]
    counting = [
        one
        for one in findings
        if one["baseline_state"] == "new" and (one["decision"] or {}).get("judgement") != "dismissed"
    ]
    known = sorted(one["check"] for one in findings if one["baseline_state"] == "unchanged")
    assert all("corpus/new.txt" in documents(one) for one in counting)
    return done.returncode, {one["check"]: one["fingerprint"] for one in counting}, known


def counting(run: Run, *how: str) -> set[str]:
    """The ids of the points that count."""
    points = json.loads(run("check", "corpus", "--report", "json", *how).stdout)["points"]
    return {one["id"] for one in points if one["counts"]}


def in_sarif(run: Run, *how: str) -> set[str]:
    """The ids of the points whose results are new and not suppressed."""
    [sarif] = json.loads(run("check", "corpus", "--report", "sarif", *how).stdout)["runs"]
    new = [one for one in sarif["results"] if one["baselineState"] == "new" and "suppressions" not in one]
    return {one["partialFingerprints"]["auditor/point/v1"] for one in new}


def in_annotations(run: Run, *how: str) -> set[str]:
    """The ids of the points that the annotations of GitHub carry in their titles."""
    lines = run("check", "corpus", "--report", "github", *how).stdout.splitlines()
    titles = [line.partition("::")[2].split("title=")[1].split("::")[0] for line in lines[:-1]]
    return {title.split(" ")[1] for title in titles if "the gate itself" not in title}


def documents(finding: dict[str, dict[str, str]]) -> set[str]:
    return {str(span["document"]) for span in (finding["primary"], *finding["related"])}  # type: ignore[index]


@pytest.mark.parametrize(
    "how", [("--baseline", "known.ndjson"), ("--diff-base", "HEAD")], ids=["baseline", "diff-base"]
)
def test_the_day_of_a_gate(run: Run, corpus: Path, how: tuple[str, ...]) -> None:
    assert run("baseline", "corpus", "--baseline", "known.ndjson").returncode == 0
    known = ["conflicting-title", "share-control"]
    assert gate(run, *how) == (0, {}, known)

    (corpus / "new.txt").write_text(NEW)
    status, new, still_known = gate(run, *how)
    assert (status, set(new), still_known) == (1, {"conflicting-quantity", "share-control"}, known)

    assert in_sarif(run, *how) == in_annotations(run, *how) == counting(run, *how)
    for fingerprint in new.values():
        decided = run("decide", fingerprint, "corpus", "--dismiss", "--reason", "checked by telephone")
        assert (decided.returncode, decided.stderr) == (0, "")
    assert (corpus / "auditor-decisions.ndjson").exists()
    if how[0] == "--diff-base":
        # What a change decides on itself does not count, unless the one who runs the gate names the file.
        assert gate(run, *how)[0] == 1
        how = (*how, "--decisions", "corpus/auditor-decisions.ndjson")
    assert gate(run, *how) == (0, {}, known)
    assert in_sarif(run, *how) == in_annotations(run, *how) == set()
    told = json.loads(run("check", "corpus", *how, "--report", "json").stdout)
    reasons = {finding["decision"]["reason"] for finding in told["findings"] if finding["decision"]}
    assert "checked by telephone" in reasons

    (corpus / "new.txt").write_text(NEW.replace("47 houses", "48 houses"))
    status, returned, still_known = gate(run, *how)
    assert (status, set(returned) & {"conflicting-quantity"}) == (1, {"conflicting-quantity"})
    assert still_known == known
    assert returned["conflicting-quantity"] != new["conflicting-quantity"]


WIRE = (
    "Pilots end strike at old port\n\n"
    "Harbour pilots in the old port went back to work on Monday after a strike of nine days over night shifts. The first "
    "tanker left the outer berth shortly before dawn with two tugs at her bow and a crowd on the mole.\n\n"
    "The inquiry into the grounding will report within six months, the ministry said. Masters of vessels waiting in the "
    "roads had complained of the cost, and one ship had turned back with fruit rotting in her holds.\n"
)
REPRINT = (
    WIRE.replace("six months", "nine months")
    + "\nA court in Ostra convicted the former keeper of the dam, Tomas Veil, on 4 June 2025.\n\nShare\n"
)
"""A copy with an edit, which is sure, an outcome that differs from another article's, which is less so, and residue."""


@dataclass(frozen=True)
class Gated:
    """What a gate leaves: its exit status, its annotations, the failed cases by suite, and the JSON."""

    status: int
    annotations: list[str]
    failed: dict[str, list[str]]
    report: dict[str, Any]

    @property
    def counts(self) -> list[dict[str, Any]]:
        return [one for one in self.report["points"] if one["counts"]]


def gated(run: Run, folder: Path, *how: str) -> Gated:
    reports = ("--report", "github", "--report", "junit=j.xml", "--report", "json=r.json")
    done = run("check", "corpus", *reports, *how)
    assert done.stderr == ""
    suites = ElementTree.parse(folder / "j.xml").getroot()
    failed = {str(s.get("name")): [str(f.get("type")) for f in s.iter("failure")] for s in suites}
    report = json.loads((folder / "r.json").read_text())
    lines = [line for line in done.stdout.splitlines()[:-1] if "the gate itself" not in line]
    return Gated(done.returncode, lines, {name: types for name, types in failed.items() if types}, report)


@pytest.fixture(params=["diff-base", "baseline", "baseline of version 1"])
def compared(request: pytest.FixtureRequest, run: Run, corpus: Path, tmp_path: Path) -> tuple[str, ...]:
    """How a gate is told what was before, with two more articles in the corpus."""
    (corpus / "wire.txt").write_text(WIRE)
    verdict = "A court in Ostra acquitted the former keeper of the dam, Tomas Veil, on 4 June 2025.\n"
    (corpus / "verdict.txt").write_text(verdict)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Two more articles")
    if request.param == "diff-base":
        return ("--diff-base", "HEAD")
    known = tmp_path / ("of-version-1.ndjson" if request.param.endswith("1") else "known.ndjson")
    assert run("baseline", "corpus", "--baseline", known.name).returncode == 0
    if request.param.endswith("1"):
        _, *lines = known.read_text().splitlines()
        found = [line for line in lines if "fingerprint" in line]
        known.write_text("\n".join(('{"auditor": "baseline", "version": 1}', *found)) + "\n")
    return ("--baseline", known.name)


def names_articles(compared: tuple[str, ...]) -> bool:
    """Whether what the gate compares with says which articles there were: a baseline of version 1 does not."""
    return "of-version-1.ndjson" not in compared


def test_a_pull_request_that_adds_an_article(run: Run, corpus: Path, tmp_path: Path, compared: tuple[str, ...]) -> None:
    (corpus / "a-reprint.txt").write_text(REPRINT)
    done = gated(run, tmp_path, *compared)
    assert done.status == 1, "an edit of a copy is sure"
    assert done.annotations[0].startswith("::error file=")
    assert "nine months" in done.annotations[0]
    checks = [line.split("title=")[1].split(" ")[0] for line in done.annotations]
    assert checks[-1] == "share-control", "residue comes last"
    by_severity = Counter(one["severity"] for one in done.counts if one["family"] == "conflict")
    assert by_severity["error"] == 1
    assert by_severity["warning"] >= 1
    assert list(chain(*done.failed.values())) == ["error"]
    if names_articles(compared):
        assert {line.split("file=")[1].split(",")[0] for line in done.annotations} == {"corpus/a-reprint.txt"}
        assert set(done.failed) == {"corpus/a-reprint.txt"}


def test_junit_agrees_with_the_exit_status_at_any_weight(run: Run, corpus: Path, tmp_path: Path) -> None:
    (corpus / "new.txt").write_text(NEW)
    weights = [severity.value for severity in Severity]
    for number, weight in enumerate((*weights, "none")):
        done = gated(run, tmp_path, "--diff-base", "HEAD", "--fail-on", weight)
        failing = [one["severity"] for one in done.counts if one["severity"] in weights[: number + 1]]
        expected = [] if weight == "none" else failing
        assert list(chain(*done.failed.values())) == expected
        assert done.status == (1 if expected else 0)
        assert len(done.annotations) == len(done.counts) > 1


def test_a_change_of_no_article_gates_nothing(
    run: Run, corpus: Path, tmp_path: Path, compared: tuple[str, ...]
) -> None:
    (tmp_path / "auditor.toml").write_text('[severity]\nresidue = "error"\nconflict = "error"\n')
    (corpus / "data.bin").write_bytes(b"\0")
    (tmp_path / "notes.txt").write_text("The flood in the valley destroyed 47 houses in the village of Ostra.\n")
    done = gated(run, tmp_path, *compared)
    assert (done.status, done.annotations, done.failed, done.counts) == (0, [], {}, [])


def test_what_other_settings_find_in_articles_that_stayed_is_known(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('ignore = ["residue"]\n')
    assert run("baseline", "corpus", "--baseline", "known.ndjson").returncode == 0
    (tmp_path / "auditor.toml").write_text("")
    done = gated(run, tmp_path, "--baseline", "known.ndjson", "--fail-on", "note")
    assert (done.status, done.counts) == (0, [])
    assert "share-control" in {one["check"] for one in done.report["findings"]}


def test_an_article_under_another_name_gates_nothing(
    run: Run, corpus: Path, tmp_path: Path, compared: tuple[str, ...]
) -> None:
    (corpus / "olsen.txt").rename(corpus / "z-olsen.txt")
    done = gated(run, tmp_path, *compared, "--fail-on", "note")
    assert (done.status, done.annotations, done.report["fixed"]) == (0, [], [])


def test_what_was_known_of_an_article_that_is_gone_is_fixed(
    run: Run, corpus: Path, tmp_path: Path, compared: tuple[str, ...]
) -> None:
    (corpus / "olsen.txt").unlink()
    done = gated(run, tmp_path, *compared, "--fail-on", "note")
    assert (done.status, done.annotations) == (0, [])
    told = ["conflicting-title"] if names_articles(compared) else []
    assert [one["check"] for one in done.report["fixed"]] == told


def test_only_what_is_new_in_a_changed_article_counts(
    run: Run, corpus: Path, tmp_path: Path, compared: tuple[str, ...]
) -> None:
    (corpus / "flood.txt").write_text(CORPUS["flood.txt"] + "\nThe union met on Monday, 3 June 2025, in the port.\n")
    done = gated(run, tmp_path, *compared)
    assert {line.split("title=")[1].split(" ")[0] for line in done.annotations} == {"weekday-mismatch"}
    assert (done.status, done.failed) == (1, {"corpus/flood.txt": ["error"]})


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_names_what_is_new(run: Run, corpus: Path, format: str) -> None:
    run("baseline", "corpus", "--baseline", "known.ndjson")
    (corpus / "new.txt").write_text(NEW)
    done = run("check", "corpus", "--baseline", "known.ndjson", "--fail-on", "warning", "--report", format)
    assert done.returncode == 1
    assert re.search(r"47\W{0,6}houses", re.sub("</?b>", "", done.stdout))
    assert "corpus/new.txt" in done.stdout


def test_a_file_renamed_with_other_line_ends_brings_nothing_new(run: Run, corpus: Path) -> None:
    run("baseline", "corpus", "--baseline", "known.ndjson")
    text = (corpus / "olsen.txt").read_text()
    (corpus / "olsen.txt").unlink()
    (corpus / "a-renamed.txt").write_text(text.replace("\n", "\r\n"), newline="")
    assert gate(run, "--baseline", "known.ndjson") == (0, {}, ["conflicting-title", "share-control"])


def test_diff_base_sees_the_past_as_the_present(run: Run, corpus: Path, tmp_path: Path) -> None:
    """Rows, ignored files, folders, single files and files that were not there yet."""
    rows = [json.dumps({"id": name, "text": text}) for name, text in CORPUS.items()]
    (corpus / "rows.jsonl").write_text("\n".join(rows))
    (corpus / ".gitignore").write_text("ignored.txt\n")
    (corpus / "ignored.txt").write_text(NEW)
    git(tmp_path, "add", ".")
    git(tmp_path, "add", "--force", "corpus/ignored.txt")
    git(tmp_path, "commit", "--quiet", "--message", "Rows")
    for paths in (["."], ["corpus"], ["corpus/flood.txt", "corpus/rows.jsonl"], [str(corpus)]):
        done = run("check", *paths, "--diff-base", "HEAD", "--fail-on", "note", "--report", "json")
        report = json.loads(done.stdout)
        assert (done.returncode, report["problems"], report["fixed"]) == (0, [], [])
        assert {one["baseline_state"] for one in report["findings"]} == {"unchanged"}
    (corpus / "new.txt").write_text(NEW)
    assert run("check", "corpus/new.txt", "--diff-base", "HEAD", "--fail-on", "warning").returncode == 1
    (corpus / "olsen.txt").write_text("Karin Olsen opened the session with a long account of the flood.\n")
    (corpus / "rows.jsonl").unlink()
    fixed = json.loads(run("check", "corpus", "--diff-base", "HEAD~1", "--report", "json").stdout)["fixed"]
    assert [one["check"] for one in fixed] == ["conflicting-title"]


def test_diff_base_goes_by_the_same_index_and_cache(run: Run, tmp_path: Path, tmp_path_factory: Factory) -> None:
    cache = tmp_path_factory.mktemp("cache")
    line = "Mariel Post, the voice of the coast"
    pages = [
        {"id": str(n), "text": f"The {what} of the town was closed after a storm.\n\n{line}", "source": "Mariel Post"}
        for n, what in enumerate(("harbour", "bridge", "market"))
    ]
    git(tmp_path, "init", "--quiet")
    for name, some in (("old.jsonl", pages[:2]), ("page.jsonl", pages[2:])):
        (tmp_path / name).write_text("\n".join(map(json.dumps, some)))
    assert run("index", "build", "old.jsonl", "--index", "i.sqlite").returncode == 0
    git(tmp_path, "add", "page.jsonl")
    git(tmp_path, "commit", "--quiet", "--message", "One page")
    command = (
        "check",
        "page.jsonl",
        "--diff-base",
        "HEAD",
        "--against",
        "i.sqlite",
        "--cache-dir",
        str(cache),
        "--report",
        "json",
    )
    found = json.loads(run(*command).stdout)["findings"]
    assert [(one["check"], one["baseline_state"]) for one in found] == [("recurring-line", "unchanged")]
    assert len(list(cache.glob("*.facts"))) == 2, "what did not change since, the article and its story, is made once"


def test_the_paths_name_the_repository_in_a_hook_too(run: Run, corpus: Path, tmp_path: Path) -> None:
    how = ("--diff-base", "HEAD", "--fail-on", "note", "--quiet")
    assert run("check", "corpus/flood.txt", *how, GIT_DIR=str(tmp_path / ".git")).returncode == 0


def test_an_unknown_revision_is_2_and_told(run: Run, corpus: Path) -> None:
    done = run("check", "corpus", "--diff-base", "no-such-branch")
    assert done.returncode == 2
    assert "has no revision 'no-such-branch'" in done.stderr
    assert run("check", "corpus", "--diff-base", "--output=x").returncode == 2


def test_what_a_clone_lacks_and_whom_git_does_not_trust_is_2_and_told(run: Run, corpus: Path, tmp_path: Path) -> None:
    blob = subprocess.check_output(("git", "rev-parse", "HEAD:corpus/flood.txt"), cwd=tmp_path, text=True).strip()
    (tmp_path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    lacking = run("check", "corpus", "--diff-base", "HEAD")
    assert (lacking.returncode, lacking.stdout) == (2, "")
    assert "corpus/flood.txt is missing" in lacking.stderr
    distrusted = run("check", "corpus", "--diff-base", "HEAD", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (distrusted.returncode, distrusted.stdout) == (2, "")
    assert "safe.directory" in distrusted.stderr


def test_no_repository_is_2_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEW)
    done = run("check", "a.txt", "--diff-base", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2
    assert "a.txt is in no git repository" in done.stderr


SILENCE = 'ignore = ["residue", "conflict", "quotation"]\n'
DIFF = ("--diff-base", "HEAD", "--fail-on", "note", "--quiet")


def silenced(run: Run, corpus: Path, *how: str) -> int:
    """The exit status of a gate on a change that adds an article with findings, whatever else it does."""
    (corpus / "new.txt").write_text(NEW)
    return run("check", "corpus", *how).returncode


def dismiss_all(run: Run, corpus: Path) -> None:
    """What a change would put into the file of decisions to be let through."""
    (corpus / "new.txt").write_text(NEW)
    found = json.loads(run("check", "corpus", "--isolated", "--report", "json").stdout)["findings"]
    decided = [{"fingerprint": one["fingerprint"], "judgement": "dismissed", "reason": "ok"} for one in found]
    head = {"auditor": "decisions", "version": 1}
    (corpus / "auditor-decisions.ndjson").write_text("\n".join(map(json.dumps, (head, *decided))))


@pytest.mark.parametrize("name", ["auditor.toml", "corpus/auditor.toml", "pyproject.toml"])
@pytest.mark.parametrize("how", [DIFF, ("--isolated", "--fail-on", "note", "--quiet")], ids=["diff-base", "isolated"])
def test_a_change_cannot_silence_the_gate_by_settings(
    run: Run, corpus: Path, tmp_path: Path, name: str, how: tuple[str, ...]
) -> None:
    text = f"[tool.auditor]\n{SILENCE}" if name == "pyproject.toml" else SILENCE
    (tmp_path / name).write_text(text)
    assert silenced(run, corpus, "--fail-on", "note", "--quiet") == 0
    assert silenced(run, corpus, *how) == 1


@pytest.mark.parametrize("how", [DIFF, ("--isolated", "--fail-on", "note", "--quiet")], ids=["diff-base", "isolated"])
def test_a_change_cannot_silence_the_gate_by_decisions_or_rules(run: Run, corpus: Path, how: tuple[str, ...]) -> None:
    dismiss_all(run, corpus)
    assert silenced(run, corpus, "--fail-on", "note", "--quiet") == 0
    assert silenced(run, corpus, *how) == 1
    (corpus / ".gitignore").write_text("*.txt\n")
    assert silenced(run, corpus, "--fail-on", "note", "--quiet") == 2, "nothing is left to read"
    assert silenced(run, corpus, *how) == 1
    assert silenced(run, corpus, "--no-gitignore", "--diff-base", "HEAD", "--fail-on", "note", "--quiet") == 1


def test_settings_decisions_and_rules_are_those_of_the_base(run: Run, corpus: Path, tmp_path: Path) -> None:
    dismiss_all(run, corpus)
    (tmp_path / "decided").mkdir()
    (corpus / "auditor-decisions.ndjson").rename(tmp_path / "decided" / "all.ndjson")
    (tmp_path / "auditor.toml").write_text(
        'decisions = "decided/all.ndjson"\n[per-path."corpus/new.txt"]\nignore = ["share-control"]\n'
    )
    (corpus / ".gitignore").write_text("ignored.txt\n")
    (corpus / "new.txt").unlink()
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Settings")
    for name in ("auditor.toml", "decided/all.ndjson", "corpus/.gitignore"):
        (tmp_path / name).unlink()
    (corpus / "ignored.txt").write_text(NEW)
    assert silenced(run, corpus, *DIFF) == 0
    done = run("check", "corpus", "--diff-base", "HEAD", "--report", "json")
    report = json.loads(done.stdout)
    assert report["gate_changes"] == ["auditor.toml", "corpus/.gitignore", "decided/all.ndjson"]
    assert {one["decision"]["reason"] for one in report["findings"] if one["baseline_state"] == "new"} == {"ok"}
    assert [one["id"] for one in report["documents"]] == ["corpus/flood.txt", "corpus/new.txt", "corpus/olsen.txt"]


def test_bad_settings_of_the_base_are_told_by_its_name(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("ignored = []\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Settings")
    (tmp_path / "auditor.toml").unlink()
    done = run("check", "corpus", "--diff-base", "HEAD")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "HEAD:auditor.toml" in done.stderr


def test_named_settings_govern_even_where_they_are_isolated(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(SILENCE)
    for how in ((), ("--isolated",), ("--diff-base", "HEAD")):
        assert silenced(run, corpus, "--config", "house.toml", "--fail-on", "note", "--quiet", *how) == 0
    missing = run("check", "corpus", "--config", "none.toml")
    assert (missing.returncode, missing.stderr) == (
        2,
        "auditor: none.toml cannot be read: No such file or directory.\n",
    )


def test_a_settings_file_governs_only_what_lies_below_it(run: Run, corpus: Path, tmp_path: Path) -> None:
    (corpus / "new.txt").write_text(NEW)
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "auditor.toml").write_text(SILENCE)
    (tmp_path / "aside" / "calm.txt").write_text("The ferries ran again.\n")
    paths = ["aside/calm.txt", "corpus/new.txt"]
    both = [run("check", *some, "--fail-on", "note", "--report", "json") for some in (paths, paths[::-1])]
    assert [one.returncode for one in both] == [1, 1]
    assert both[0].stdout == both[1].stdout
    assert all("aside/auditor.toml does not govern" in one.stderr for one in both)
    assert run("check", "aside", "--fail-on", "note").returncode == 0


def test_decisions_beside_any_of_the_articles_hold(run: Run, corpus: Path, tmp_path: Path) -> None:
    dismiss_all(run, corpus)
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "calm.txt").write_text("The ferries ran again.\n")
    for paths in (("aside", "corpus"), ("corpus", "aside")):
        assert run("check", *paths, "--fail-on", "note", "--quiet").returncode == 0


FORMATS_THAT_TELL = ("terminal", "json", "markdown", "html", "github", "sarif")


@pytest.mark.parametrize("format", FORMATS_THAT_TELL)
def test_the_report_lists_what_a_change_touches_of_the_gate(
    run: Run, corpus: Path, tmp_path: Path, format: str
) -> None:
    calm = run("check", "corpus", "--diff-base", "HEAD", "--report", format)
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "gate.yml").write_text("on: push\n")
    done = run("check", "corpus", "--diff-base", "HEAD", "--report", format)
    assert done.returncode == calm.returncode == 0
    assert ".github/workflows/gate.yml" in done.stdout
    assert ".github/workflows/gate.yml" not in calm.stdout
