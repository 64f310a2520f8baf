"""Baseline, decisions and triage: the files, what they settle, and how bad input is told."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import jsonschema
import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.gate.baseline import Baseline, baseline_of, digest, known, read_baseline, write_baseline
from auditor.gate.counting import judged
from auditor.gate.decisions import put_down, read_decisions, tally, write_decisions
from auditor.gate.ledgers import LedgerError
from auditor.gate.triage import Answer, Reply, triage, undecided
from auditor.model import BaselineState, Decision, Judgement, Known, Lapse, Report
from auditor.reading import make_document
from auditor.reports.json import schema

Run = Callable[..., subprocess.CompletedProcess[str]]
CHECKS = load_checks()
NAMES = {check.id for check in CHECKS}
TITLES = "Dr. Karin Olsen opened the session with a long account.\n\nKarin Olsen is a doctoral student in the town.\n"
TEXT = f"{TITLES}\nShare\n"


def report_on(text: str = TEXT, name: str = "a.txt") -> Report:
    return audit([make_document(name, text, path=name)], CHECKS)


def baseline(report: Report) -> Baseline:
    return baseline_of(report.documents.values(), report.findings)


def decision(report: Report, number: int = 0, until: date | None = None) -> Decision:
    return Decision(known(report.findings[number]), Judgement.DISMISSED, "as printed", "Ana", until)


def printed(run: Run, *args: str) -> dict[str, str]:
    """Check and fingerprint of the findings in a.txt."""
    report = json.loads(run("check", "a.txt", *args, "--report", "json").stdout)
    jsonschema.validate(report, dict(schema()))
    return {finding["check"]: finding["fingerprint"] for finding in report["findings"]}


def test_what_was_known_does_not_count_and_what_is_gone_is_fixed() -> None:
    report = report_on()
    gone = Known("0" * 16, "conflicting-age", ("a.txt",), "41")
    elsewhere = Known("1" * 16, "conflicting-age", ("b.txt",), "41")
    other_check = Known("2" * 16, "no-check-of-this-run", ("a.txt",), "41")
    first = known(report.findings[0])
    before = Baseline({one.fingerprint: one for one in (first, gone, elsewhere, other_check)})
    seen = judged(report, checks=NAMES, before=before)
    assert [finding.state for finding in seen.findings] == [BaselineState.UNCHANGED, BaselineState.NEW]
    assert [finding.counts for finding in seen.findings] == [False, True]
    assert seen.fixed == (gone,)
    assert {finding.state for finding in judged(report, checks=NAMES).findings} == {None}


def states(report: Report, before: Baseline) -> set[BaselineState | None]:
    return {finding.state for finding in judged(report, checks=NAMES, before=before).findings}


def test_only_what_a_new_or_changed_document_takes_part_in_is_new() -> None:
    report = report_on()
    as_it_is = baseline(report).documents
    assert states(report, Baseline({}, as_it_is)) == {BaselineState.UNCHANGED}, "found by a later version, say"
    assert states(report, Baseline({}, {})) == {BaselineState.NEW}
    assert states(report, Baseline({}, {"a.txt": frozenset({"0"})})) == {BaselineState.NEW}
    assert states(report, Baseline({}, None)) == {BaselineState.NEW}, "nothing says which documents there were"


def test_a_finding_of_a_changed_and_an_unchanged_document_is_new() -> None:
    texts = "The flood destroyed 41 houses in Ostra.\n", "The flood destroyed 47 houses in Ostra.\n"
    documents = [make_document(name, text) for name, text in zip("ab", texts, strict=True)]
    report = judged(audit(documents, CHECKS), checks=NAMES, before=baseline(audit(documents[:1], CHECKS)))
    [conflict] = report.findings
    assert (conflict.state, report.reviewed) == (BaselineState.NEW, {"b"})


def test_what_is_given_with_a_document_is_part_of_it() -> None:
    plain, dated = (make_document("a.txt", TEXT, date=date) for date in (None, "3 May 2024"))
    assert digest(plain) == plain.sha256
    assert digest(dated) not in (plain.sha256, digest(make_document("a.txt", TEXT, date="4 May 2024")))
    assert digest(dated) == digest(make_document("b.txt", TEXT, date="3 May 2024"))


def test_a_document_under_another_name_is_the_same_one_and_a_second_copy_is_new() -> None:
    before = baseline(report_on(name="old.txt"))
    moved = judged(report_on(name="new.txt"), checks=NAMES, before=before, gone=["old.txt"])
    assert (moved.reviewed, moved.fixed) == (frozenset(), ())
    both = [make_document(name, TEXT) for name in ("new.txt", "old.txt")]
    assert judged(audit(both, CHECKS), checks=NAMES, before=before).reviewed == {"new.txt"}


def test_what_was_known_of_a_document_that_is_gone_is_fixed() -> None:
    before = baseline(report_on())
    calm = report_on("The ferries ran again.\n", "b.txt")
    assert judged(calm, checks=NAMES, before=before).fixed == ()
    assert len(judged(calm, checks=NAMES, before=before, gone=["a.txt"]).fixed) == len(before.findings)


def test_a_dismissal_settles_a_confirmation_does_not() -> None:
    report = report_on()
    one = decision(report)
    dismissed = judged(report, checks=NAMES, decisions={one.finding.fingerprint: one})
    assert [finding.counts for finding in dismissed.findings] == [False, True]
    other = Decision(one.finding, Judgement.CONFIRMED, "")
    confirmed = judged(report, checks=NAMES, decisions={one.finding.fingerprint: other})
    assert all(finding.counts for finding in confirmed.findings)


@pytest.mark.parametrize(
    ("as_of", "counts", "lapse"),
    [(date(2025, 6, 30), False, []), (date(2025, 7, 1), True, [Lapse.EXPIRED]), (None, False, [Lapse.UNDATED])],
)
def test_only_as_of_tells_whether_a_decision_still_holds(as_of: date | None, counts: bool, lapse: list[Lapse]) -> None:
    report = report_on()
    one = decision(report, until=date(2025, 6, 30))
    seen = judged(report, checks=NAMES, decisions={one.finding.fingerprint: one}, as_of=as_of)
    assert seen.findings[0].counts is counts
    assert [lapsed.lapse for lapsed in seen.lapsed] == lapse


def test_a_decision_without_its_finding_is_reported_where_it_was_looked_for() -> None:
    report = report_on()
    gone = Decision(Known("0" * 16, "conflicting-age", ("a.txt",), "41"), Judgement.DISMISSED, "typo")
    elsewhere = Decision(Known("1" * 16, "conflicting-age", ("b.txt",), "41"), Judgement.DISMISSED, "typo")
    seen = judged(report, checks=NAMES, decisions={one.finding.fingerprint: one for one in (gone, elsewhere)})
    assert [(lapsed.lapse, lapsed.decision) for lapsed in seen.lapsed] == [(Lapse.ORPHANED, gone)]


def test_the_baseline_is_sorted_an_entry_a_line_and_comes_back(tmp_path: Path) -> None:
    before = baseline(report_on())
    write_baseline(tmp_path / "b.ndjson", Baseline(dict(reversed(before.findings.items())), before.documents))
    head, *lines = (tmp_path / "b.ndjson").read_text(encoding="utf-8").splitlines()
    assert head == '{"auditor": "baseline", "version": 2}'
    assert len(lines) == 1 + len(before.findings)
    assert lines == sorted(lines)
    assert not re.search(r'"(line|column|start|time|date)', "".join(lines))
    assert read_baseline(tmp_path / "b.ndjson") == before


def test_a_baseline_of_version_1_names_no_documents_and_is_written_back_as_one(tmp_path: Path) -> None:
    before = Baseline(baseline(report_on()).findings)
    write_baseline(tmp_path / "b.ndjson", before)
    assert (tmp_path / "b.ndjson").read_text().startswith('{"auditor": "baseline", "version": 1}\n')
    assert read_baseline(tmp_path / "b.ndjson") == before


def test_two_branches_merge_line_by_line(tmp_path: Path) -> None:
    """A line that both sides carry, lines of both sides in any order, and a first line of each, read as one baseline."""
    before = baseline(report_on())
    write_baseline(tmp_path / "b.ndjson", before)
    head, *lines = (tmp_path / "b.ndjson").read_text(encoding="utf-8").splitlines()
    merged = (head.replace("2", "1"), head, *reversed(lines), '{"document": "a.txt", "digest": "0"}', *lines)
    (tmp_path / "b.ndjson").write_text("\n".join(merged) + "\n", encoding="utf-8")
    [(name, digests)] = (before.documents or {}).items()
    assert read_baseline(tmp_path / "b.ndjson") == Baseline(before.findings, {name: digests | {"0"}})


def test_decisions_come_back_as_written(tmp_path: Path) -> None:
    report = report_on()
    decisions = {
        one.finding.fingerprint: one
        for one in (
            decision(report, until=date(2025, 6, 30)),
            Decision(known(report.findings[1]), Judgement.CONFIRMED, ""),
        )
    }
    write_decisions(tmp_path / "d.ndjson", decisions)
    assert read_decisions(tmp_path / "d.ndjson") == decisions
    assert tally(decisions.values()) == {
        one.finding.check: (int(one.judgement is Judgement.CONFIRMED), 1) for one in decisions.values()
    }
    assert read_decisions(tmp_path / "none.ndjson") == {}


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_baseline(tmp_path / "b.ndjson", baseline(report_on()))
    old = (tmp_path / "b.ndjson").read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, interrupted)
            with pytest.raises(KeyboardInterrupt):
                write_baseline(tmp_path / "b.ndjson", Baseline({}))
        assert (tmp_path / "b.ndjson").read_bytes() == old
        assert os.listdir(tmp_path) == ["b.ndjson"]


HEAD = '{"auditor": "decisions", "version": 1}\n'
DECIDED = '{"fingerprint": "ab", "judgement": "dismissed", "reason": "typo"'
MALFORMED = {
    "no JSON": (HEAD + "{broken", ":2: this line is no JSON"),
    "no object": (HEAD + "[]", "no JSON object"),
    "of another kind": ('{"auditor": "baseline", "version": 1}\n', "no decisions file"),
    "empty": ("", "no decisions file"),
    "unknown key": (f'{HEAD}{DECIDED}, "reson": ""}}', "no key 'reson'"),
    "unknown judgement": (HEAD + DECIDED.replace("dismissed", "maybe") + "}", "confirmed"),
    "no reason": (HEAD + DECIDED.replace("typo", " ") + "}", "needs a reason"),
    "no day": (f'{HEAD}{DECIDED}, "until": "soon"}}', "2025-06-30"),
    "no list": (f'{HEAD}{DECIDED}, "documents": "a.txt"}}', "list of strings"),
    "decided twice": (f"{HEAD}{DECIDED}}}\n{DECIDED.replace('typo', 'other')}}}", "decided twice"),
    "unfinished merge": (HEAD + "<<<<<<< HEAD\n" + DECIDED + "}", "merge"),
    "unfinished merge with the base": (HEAD + DECIDED + "}\n||||||| base\n", ":3: a merge"),
    "nested beyond measure": (HEAD + "[" * 100_000, ":2: this line is no JSON"),
    "of a later version": ('{"auditor": "decisions", "version": 2}\n', "Update auditor"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_decisions_are_told_with_their_line(tmp_path: Path, case: str) -> None:
    text, told = MALFORMED[case]
    (tmp_path / "d.ndjson").write_text(text)
    with pytest.raises(LedgerError, match=r"d\.ndjson") as raised:
        read_decisions(tmp_path / "d.ndjson")
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("check", "a.txt", "--baseline", "none.ndjson"), "none.ndjson"),
        (("check", "a.txt", "--baseline", "a.txt"), "no JSON"),
        (("check", "a.txt", "--decisions", "bad.ndjson"), "bad.ndjson:2"),
        (("check", "a.txt", "--diff-base", "HEAD"), "no git repository"),
        (("check", "a.txt", "--baseline", "b", "--diff-base", "HEAD"), "choose one"),
        (("check", "a.txt", "--fail-on", "eror"), "'error'"),
        (("baseline", "a.txt", "--baseline", "a.txt"), "a.txt"),
        (("baseline", "none.txt"), "none.txt"),
        (("baseline", "a.txt", "--baseline", "no/such/folder/b.ndjson"), "cannot be written"),
        (("decide", "abcdef", "a.txt", "--dismiss"), "needs a reason"),
        (("decide", "abcdef", "a.txt"), "choose one"),
        (("decide", "0000000000", "a.txt", "--dismiss", "--reason", "x"), "no point and no finding"),
        (("decide", "0000000000", "a.txt", "--confirm", "--until", "soon"), "--until takes a day"),
        (("decide", "0000000000", "a.txt", "--confirm", "--decisions", "bad.ndjson"), "bad.ndjson:2"),
        (("triage", "a.txt", "--decisions", "bad.ndjson"), "bad.ndjson:2"),
        (("triage", "a.txt", "--baseline", "none.ndjson"), "none.ndjson"),
        (("triage", "-"), "standard input"),
        (("triage", "none.txt"), "none.txt"),
        (("checks", "--precision", "--decisions", "bad.ndjson"), "bad.ndjson:2"),
    ],
)
def test_bad_input_is_2_and_told(run: Run, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "bad.ndjson").write_text(HEAD + "{broken")
    done = run(*args)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a.txt").read_text() == TEXT


def fingerprints(file: Path) -> list[str]:
    return list(read_baseline(file).findings)


def test_baseline_is_made_updated_and_pruned(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    made = run("baseline", "a.txt", "--baseline", "b.ndjson")
    assert (made.returncode, made.stderr) == (0, "")
    first = (tmp_path / "b.ndjson").read_bytes()
    assert run("baseline", "a.txt", "--baseline", "b.ndjson").returncode == 0
    assert (tmp_path / "b.ndjson").read_bytes() == first
    assert run("check", "a.txt", "--fail-on", "note", "--baseline", "b.ndjson").returncode == 0
    names = fingerprints(tmp_path / "b.ndjson")
    (tmp_path / "a.txt").write_text(TITLES)
    run("baseline", "a.txt", "--baseline", "b.ndjson")
    assert fingerprints(tmp_path / "b.ndjson") == names
    assert "1 no longer found (forgotten)" in run("baseline", "a.txt", "--baseline", "b.ndjson", "--prune").stdout
    assert len((tmp_path / "b.ndjson").read_text().splitlines()) == 3, "a first line, the article and its one finding"


def test_prune_forgets_nothing_where_something_could_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("baseline", "a.txt", "--baseline", "b.ndjson")
    first = (tmp_path / "b.ndjson").read_bytes()
    (tmp_path / "a.txt").write_bytes(b"\xff")
    assert run("baseline", "a.txt", "--baseline", "b.ndjson", "--prune").returncode == 2
    assert (tmp_path / "b.ndjson").read_bytes() == first


@pytest.mark.parametrize("format", ["terminal", "json", "markdown", "html"])
def test_every_report_tells_new_known_dismissed_and_fixed(run: Run, tmp_path: Path, format: str) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLES}\nRead more: The storm\n")
    run("baseline", "a.txt", "--baseline", "b.ndjson")
    (tmp_path / "a.txt").write_text(f"{TITLES}\nThe union met on Monday, 3 June 2025, in the port.\n")
    names = printed(run)
    dismissed = run("decide", names["conflicting-title"][:8], "a.txt", "--dismiss", "--reason", "two people")
    assert dismissed.returncode == 0
    given = ("check", "a.txt", "--baseline", "b.ndjson", "--full", "--report")
    new = json.loads(run(*given, "json").stdout)["points"][0]["id"]
    shown = run(*given, format).stdout
    assert new in shown
    for word in ("two people", "dismissed"):
        assert word in shown
    assert ("unchanged" if format == "json" else "known") in shown
    assert "related-link" in (json.loads(shown)["fixed"][0]["check"] if format == "json" else shown)
    if format != "json":
        assert re.search("fixed", shown, re.IGNORECASE)
    if format in ("terminal", "markdown"):
        assert "1 new point differs" in shown
        assert "1 known point is not shown; 1 known finding is gone." in shown


def test_decisions_feed_the_precision_of_checks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    names = printed(run)
    assert run("decide", names["conflicting-title"], "--dismiss", "--reason", "two people").returncode == 0
    assert run("decide", names["share-control"], "a.txt", "--confirm", "--author", "Ana").returncode == 0
    listed = run("checks", "--precision")
    assert listed.returncode == 0
    lines = {line.split()[0]: line for line in listed.stdout.splitlines() if line.strip()}
    assert lines["conflicting-title"].endswith("decided: 0 of 1 right (0%)")
    assert lines["share-control"].endswith("decided: 1 of 1 right (100%)")
    assert lines["conflicting-age"].endswith("decided: none")


def test_a_decision_on_a_point_is_one_on_each_of_its_findings(run: Run, tmp_path: Path) -> None:
    names = []
    for houses in ("41", "44", "47"):
        names.append(f"{houses}.txt")
        text = f"The flood in the valley destroyed {houses} houses in the village of Ostra, the mayor said.\n"
        (tmp_path / names[-1]).write_text(text)
    [point] = json.loads(run("check", *names, "--report", "json").stdout)["points"]
    assert len(point["findings"]) == 3
    done = run("decide", point["id"], *names, "--dismiss", "--reason", "three counts of three days")
    assert (done.returncode, done.stderr) == (0, "")
    assert read_decisions(tmp_path / "auditor-decisions.ndjson").keys() == set(point["findings"])
    assert all(name in done.stdout for name in point["findings"])
    assert run("check", *names, "--quiet", "--fail-on", "note").returncode == 0


def test_quiet_statistics_and_fail_on_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("check", "a.txt", "--quiet").stdout == ""
    counted = run("check", "a.txt", "--quiet", "--statistics").stdout.splitlines()
    assert [line.split() for line in counted] == [["conflicting-title", "1"], ["share-control", "1"]]
    assert json.loads(run("check", "a.txt", "--statistics", "--report", "json").stdout)
    assert run("check", "a.txt", "--fail-on", "note").returncode == 1
    assert run("check", "a.txt", "--fail-on", "none").returncode == 0


def test_triage_saves_after_each_answer_and_takes_back() -> None:
    report = report_on()
    waiting = undecided(judged(report, checks=NAMES).findings)
    answers = iter([Answer(Reply.CONFIRM), Answer(Reply.UNDO), Answer(Reply.DISMISS, "typo"), Answer(Reply.QUIT)])
    saved: list[tuple[str, Judgement | None]] = []
    decided = triage(
        waiting,
        {},
        lambda number, finding: next(answers),
        lambda name, one: saved.append((name, one and one.judgement)),
    )
    name = waiting[0].fingerprint
    assert saved == [(name, Judgement.CONFIRMED), (name, None), (name, Judgement.DISMISSED)]
    assert [one.reason for one in decided.values()] == ["typo"]


def test_triage_leads_back_to_an_expired_decision_and_does_not_count_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    file = tmp_path / "auditor-decisions.ndjson"
    [name, *_] = (one.fingerprint for one in report_on().findings)
    run("decide", name, "a.txt", "--dismiss", "--reason", "for now", "--until", "2025-01-31")
    before = file.read_bytes()
    done = run("triage", "a.txt", "--as-of", "2025-02-01", stdin=b"y\nu\nq\n")
    assert "0 decided, 2 undecided" in done.stdout
    assert file.read_bytes() == before


def test_what_others_decide_during_a_triage_stays(tmp_path: Path) -> None:
    one, other, *_ = report_on().findings
    file = tmp_path / "auditor-decisions.ndjson"
    (tmp_path / "a.txt").write_text(TEXT)
    command = [sys.executable, "-m", "auditor"]
    with subprocess.Popen(
        [*command, "triage", "a.txt"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        shown = b""
        while b"[q]uit:" not in shown:
            shown += process.stdout.read1()
        subprocess.run(
            [*command, "decide", other.fingerprint, "a.txt", "--confirm"], cwd=tmp_path, check=True, capture_output=True
        )
        process.communicate(b"y\nq\n")
    assert read_decisions(file).keys() == {one.fingerprint, other.fingerprint}


def test_many_decide_at_once(tmp_path: Path) -> None:
    file = tmp_path / "auditor-decisions.ndjson"
    [finding, *_] = report_on().findings
    names = [f"{number:016x}" for number in range(40)]
    deciding = [
        Thread(
            target=put_down,
            args=(file, {name: Decision(replace(known(finding), fingerprint=name), Judgement.CONFIRMED, "", "")}),
        )
        for name in names
    ]
    for one in deciding:
        one.start()
    for one in deciding:
        one.join()
    assert list(read_decisions(file)) == names


def test_a_decision_beside_what_cannot_be_read_is_put_down_and_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    [finding, *_] = report_on().findings
    done = run("decide", finding.fingerprint, "a.txt", "none.txt", "--confirm")
    assert done.returncode == 2
    assert "none.txt" in done.stderr
    assert list(read_decisions(tmp_path / "auditor-decisions.ndjson")) == [finding.fingerprint]


def test_triage_asks_in_a_pipe(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("triage", "a.txt", "--author", "Ana", stdin=b"what\nn\n\nn\nbutton of the page\ny\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 decided, 0 undecided" in done.stdout
    decisions = read_decisions(tmp_path / "auditor-decisions.ndjson").values()
    assert {(one.judgement, one.reason, one.author) for one in decisions} == {
        (Judgement.DISMISSED, "button of the page", "Ana"),
        (Judgement.CONFIRMED, "", "Ana"),
    }
    assert "0 decided, 0 undecided" in run("triage", "a.txt").stdout


def test_an_answer_in_another_encoding_is_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("triage", "a.txt", stdin=b"n\ncaf\xe9\n", PYTHONIOENCODING="utf-8:strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert [one.reason for one in read_decisions(tmp_path / "auditor-decisions.ndjson").values()] == ["caf\ufffd"]


def test_triage_asks_in_a_terminal(tmp_path: Path) -> None:
    """Both sides are shown, and what was answered before the terminal closes is kept."""
    (tmp_path / "a.txt").write_text(TEXT)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", "triage", "a.txt"], cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = ""
    for answer in ("y\n", "q\n"):
        while not shown.rstrip().endswith("[q]uit:"):
            shown += os.read(ours, 4096).decode()
        assert re.search(r"\x1b\[1mDr\. Karin Olsen\x1b", shown)
        shown += "\n"
        os.write(ours, answer.encode())
    assert process.wait(timeout=60) == 0
    os.close(ours)
    assert len(read_decisions(tmp_path / "auditor-decisions.ndjson")) == 1
