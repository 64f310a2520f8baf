"""The run as a whole: order, groups, fingerprints, and crashes."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.check import Check, example, marked
from auditor.model import Document, Family, Report, Severity, Verdict
from auditor.reading import make_document, read
from auditor.reports.json import render
from auditor.steps import map as map_step
from auditor.steps.map import Means, examine

CHECKS = load_checks()
SEEDS = read([str(Path(__file__).resolve().parent.parent / "seeds")]).documents
UNRELATED = make_document(
    "zzz.txt", "The museum in Lima will open a new hall. “We are glad of it,” said its director, Rosa Vega, on Friday."
)


def places(report: Report) -> set[tuple[str, ...]]:
    return {(f.check, f.fingerprint, *(f"{s.document}:{s.start}-{s.end}" for s in f.spans)) for f in report.findings}


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(chance: random.Random) -> None:
    shuffled = list(SEEDS)
    chance.shuffle(shuffled)
    assert render(audit(shuffled, CHECKS)) == render(audit(SEEDS, CHECKS))


def test_an_unrelated_article_changes_no_finding_of_the_others() -> None:
    alone, joined = audit(SEEDS, CHECKS), audit([*SEEDS, UNRELATED], CHECKS)
    assert places(alone) == {one for one in places(joined) if not any("zzz.txt" in part for part in one)}


def test_groups_are_never_compared() -> None:
    apart = [replace(document, group=document.id) for document in SEEDS]
    report = audit(apart, CHECKS)
    assert all(pair.left.span.document == pair.right.span.document for pair in report.comparisons)
    assert all(len({span.document for span in finding.spans}) == 1 for finding in report.findings)


def test_every_span_quotes_the_text_as_read() -> None:
    report = audit(SEEDS, CHECKS)
    spans = [span for finding in report.findings for span in finding.spans]
    spans += [claim.span for article in report.articles for claim in article.claims]
    assert len(spans) > 100
    for span in spans:
        assert report.documents[span.document].text[span.start : span.end] == span.text


def test_fingerprints_are_unique_and_survive_shifted_lines() -> None:
    before = audit(SEEDS, CHECKS)
    prints = [finding.fingerprint for finding in before.findings]
    assert len(prints) == len(set(prints))
    moved = [
        make_document(d.id, d.text.replace("\n", "\n\n\n")) if d.id.endswith("c-second-year.txt") else d for d in SEEDS
    ]
    after = {finding.fingerprint for finding in audit(moved, CHECKS).findings}
    assert len(set(prints) & after) >= len(prints) - 1


def test_two_findings_on_one_sentence_have_their_own_fingerprints() -> None:
    text = (
        "Share\n\nThe sea was calm on that day, and the boats came back early.\n\nShare\n\nIt was late when they did."
    )
    report = audit([make_document("a.txt", text)], CHECKS)
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings) > 0


def crash(*_: object) -> list[object]:
    raise ZeroDivisionError("on purpose")


@pytest.mark.usefixtures("salvaging")
def test_a_check_that_crashes_while_comparing_is_named() -> None:
    stance = next(check for check in CHECKS if check.id == "conflicting-stance")
    report = audit(SEEDS, [replace(stance, compare=crash), *(check for check in CHECKS if check != stance)])
    assert {problem.check for problem in report.problems} == {"conflicting-stance"}
    assert all("seeds/" in problem.document for problem in report.problems)
    assert any(finding.check == "conflicting-duration" for finding in report.findings)


@pytest.mark.usefixtures("salvaging")
def test_a_document_that_cannot_be_analysed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = map_step.lay_out

    def fragile(document: Document, *rest: object) -> object:
        if document.id == "zzz.txt":
            raise ValueError("on purpose")
        return real(document, *rest)

    monkeypatch.setattr(map_step, "lay_out", fragile)
    report = audit([*SEEDS, UNRELATED], CHECKS)
    assert [(p.document, p.check, p.error) for p in report.problems] == [("zzz.txt", "", "ValueError: on purpose")]
    assert len(report.articles) == 6
    json.loads(render(report))


def test_comparisons_are_counted_once_for_a_pair() -> None:
    report = audit(SEEDS, CHECKS)
    pairs = [(c.check, c.left.span, c.right.span) for c in report.comparisons]
    assert len(pairs) == len(set(pairs))
    assert {Verdict.AGREE, Verdict.CONFLICT, Verdict.NOT_COMPARABLE} <= {c.verdict for c in report.comparisons}


def test_findings_come_in_their_total_order() -> None:
    findings = audit(SEEDS, CHECKS).findings
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_can_be_examined(text: str) -> None:
    _, outcome = examine(make_document("a", text), Means.of(CHECKS))
    assert outcome.problems == ()


def test_marks_of_examples() -> None:
    text = marked("A {{b}} and [[[C]]] here.")
    assert text.text == "A b and [C] here."
    assert text.related == ((2, 3),)
    assert [text.text[slice(*place)] for place in text.primary] == ["[C]"]
    with pytest.raises(ValueError, match="unpaired"):
        marked("A [[b}} c")
    with pytest.raises(ValueError, match="unpaired"):
        marked("A [[b c")


def test_a_check_has_one_shape() -> None:
    shown = (example("x", "y"),)
    with pytest.raises(ValueError, match="exactly one"):
        Check("a", Family.CONFLICT, Severity.NOTE, "1", "Docs.", shown, shown)
    with pytest.raises(ValueError, match="consumes"):
        Check("a", Family.CONFLICT, Severity.NOTE, "1", "Docs.", shown, shown, compare=crash)
