"""What a finding weighs, and what its message quotes first: what the examples of checks do not say."""

from __future__ import annotations

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Confidence, Finding, Severity
from auditor.reading import make_document

CHECKS = {check.id: check for check in load_checks()}
SEA = "“The sea gave us eleven minutes, no more,” said {}."
WAY = "“The way is long, but we must go on,” said {}."
FERRY = (
    "The ferry to Norderoog did not sail on {}. The line said that {} people had waited in the harbour, and that the night was cold. "
    "Captain Jens Wolters told the {} that the ship had lain in dock for {} weeks because the screw had broken in the storm. The town "
    "set out blankets and tea, and a fisherman took the post to the island in the evening."
)


def only(check: str, *texts: str, date: str | None = None) -> Finding:
    """The one finding of a check."""
    [found] = audit(
        [make_document(f"{n}.txt", text, date=date) for n, text in enumerate(texts)], [CHECKS[check]]
    ).findings
    return found


@pytest.mark.parametrize(
    ("names", "severity", "confidence"),
    [
        (("Rafe Sund", "Marit Berg"), Severity.WARNING, Confidence.MEDIUM),
        (("Rafe Sund", "Berg"), Severity.WARNING, Confidence.MEDIUM),
        (("Sund", "Berg"), Severity.NOTE, Confidence.LOW),
    ],
)
def test_two_surnames_are_less_sure_than_a_full_name(
    names: tuple[str, str], severity: Severity, confidence: Confidence
) -> None:
    found = only("conflicting-speaker", *map(SEA.format, names))
    assert (found.severity, found.confidence) == (severity, confidence)


@pytest.mark.parametrize(
    ("speaker", "severity"),
    [
        ("a senior official who works for Ann Lowe", Severity.WARNING),
        ("a man close to Ann Lowe", Severity.WARNING),
        ("a man beside Ann Lowe", Severity.NOTE),
    ],
)
def test_insiders_weigh_more_than_passers_by(speaker: str, severity: Severity) -> None:
    assert only("unattributed-quotation", WAY.format(speaker)).severity == severity


def test_of_the_edits_of_a_copy_numbers_are_quoted_first() -> None:
    found = only(
        "copied-article", FERRY.format("Monday", 17, "paper", "three"), FERRY.format("Tuesday", 23, "journal", "two")
    )
    assert found.message.endswith("4 edits lie between them: “17” became “23”; “three” became “two”.")


def test_a_dateline_after_the_day_that_was_given_is_likely() -> None:
    found = only("inconsistent-dating", "PORT SELLICK, March 16, 2023 (VPA) - The union said no.", date="2023-03-02")
    assert found.confidence == Confidence.MEDIUM
