"""Every example of every check, run through the whole audit: found places equal the marked ones exactly."""

import re
from pathlib import Path

import pytest

import auditor.checks
from auditor.asked import SHOWN
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.check import HEADINGS, Check, Example
from auditor.model import Family, Finding
from auditor.reading import make_document

CHECKS = load_checks()
ROOT = Path(next(iter(auditor.checks.__path__)))
FLAGGED = [pytest.param(check, one, id=f"{check.id}: {one.name}") for check in CHECKS for one in check.flags]
ONE_SIDED = frozenset(
    """anonymous-source direct-speech-without-marks quotation-only-here quoted-heading unattributed-quotation unclosed-quotation
    untraceable-quotation impossible-date weekday-mismatch future-reference inconsistent-dating wrong-sum""".split()
)
"""Checks of which a finding may ask about one thing alone, or hold it against what is no place: the calendar, a given date."""
ASKING = [one for one in FLAGGED if one.values[0].family in (Family.CONFLICT, Family.QUOTATION)]
SILENT = [pytest.param(check, one, id=f"{check.id}: {one.name}") for check in CHECKS for one in check.leaves_alone]


def findings(check: Check, shown: Example) -> tuple[Finding, ...]:
    documents = [make_document(f"{n}.txt", text.text, date=text.date) for n, text in enumerate(shown.texts)]
    report = audit(documents, [check])
    assert report.problems == ()
    return report.findings


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize(("check", "shown"), FLAGGED)
def test_flags(check: Check, shown: Example) -> None:
    found = findings(check, shown)
    primary = {(f"{n}.txt", *place) for n, text in enumerate(shown.texts) for place in text.primary}
    related = {(f"{n}.txt", *place) for n, text in enumerate(shown.texts) for place in text.related}
    assert primary, "an example that is flagged marks where"
    assert {(f.primary.document, f.primary.start, f.primary.end) for f in found} == primary
    assert {(s.document, s.start, s.end) for f in found for s in f.related} == related


@pytest.mark.parametrize(("check", "shown"), ASKING)
def test_asks_a_question_that_its_sides_answer(check: Check, shown: Example) -> None:
    for finding in findings(check, shown):
        asked = finding.asked
        assert asked is not None
        assert asked.kind
        assert asked.subject
        assert asked.question.endswith("?")
        assert words(asked.subject) & words(asked.question) or "“" in asked.question
        assert "\n" not in asked.question
        assert not re.search(r"\d\.txt", asked.question), "a question names no document"
        assert all(len(quoted) <= SHOWN + 1 for quoted in re.findall("“([^”]+)”", asked.question))
        assert asked.settle.endswith((".", "?"))
        assert len(asked.sides) > (check.id not in ONE_SIDED)
        for place in (place for side in asked.sides for place in side.places):
            text = shown.texts[int(place.document.removesuffix(".txt"))].text
            assert text[place.start : place.end] == place.text != ""


@pytest.mark.parametrize(("check", "shown"), SILENT)
def test_leaves_alone(check: Check, shown: Example) -> None:
    assert [f.message for f in findings(check, shown)] == []
    assert not any(text.primary or text.related for text in shown.texts)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_documents_itself(check: Check) -> None:
    assert re.findall(r"^## (.+)$", check.docs, re.M) == list(HEADINGS)
    assert check.summary.endswith(".")
    assert check.flags
    assert len(check.leaves_alone) >= 3


def test_every_file_is_an_installed_check_named_after_it() -> None:
    files = {path.relative_to(ROOT) for path in ROOT.rglob("*.py") if not path.name.startswith("_")}
    installed = {Path(check.family.value, check.id.replace("-", "_") + ".py") for check in CHECKS}
    assert installed == files


def test_names_of_examples_are_unique() -> None:
    for check in CHECKS:
        names = [one.name for one in (*check.flags, *check.leaves_alone)]
        assert len(names) == len(set(names)), check.id
