"""The ledger of ``seeds/``: what must be found in the five articles, and what must stay silent.

The same figures are held on other folders of the same shape where they stand beside the project; they skip where not.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.facts.tables import shipped
from auditor.model import Finding, Report
from auditor.reading import read

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ROOT.parent / "shared" / "seeds"
FAMILIES = {
    "conflict": {"conflict", "quotation", "reference"},
    "quotation": {"quotation"},
    "residue": {"residue"},
    "sourcing": {"sourcing", "quotation"},
    "trap": {"conflict", "quotation", "reference"},
}
NOT_YET: dict[str, str] = {}
"""Items of priority ``must`` that no check can find yet, and why."""

Place = tuple[str, int, int]
Case = tuple[str, list[dict[str, Any]], Report]


def cases() -> Iterator[tuple[Path, str]]:
    yield ROOT / "seeds", "ledger.json"
    yield ORIGINALS, "gold.json"


@pytest.fixture(scope="module", params=cases(), ids=lambda case: case[0].parent.name)
def case(request: pytest.FixtureRequest) -> Case:
    folder, name = request.param
    if not folder.is_dir():
        pytest.skip(f"{name} of the source articles is not beside this checkout")
    items = json.loads((folder / name).read_text(encoding="utf-8"))["items"]
    reading = read([str(folder)])
    assert reading.problems == ()
    return str(folder), items, audit(reading.documents, load_checks(), facts=shipped())


def places(folder: str, item: dict[str, Any], report: Report) -> list[Place]:
    found = []
    for span in item["spans"]:
        id = f"{folder}/{span['doc']}"
        at = -1
        for _ in range(span.get("nth", 1)):
            at = report.documents[id].text.find(span["text"], at + 1)
            assert at >= 0, f"{item['id']}: {span['text']!r} is not in {span['doc']}"
        found.append((id, at, at + len(span["text"])))
    return found


def touches(finding: Finding, place: Place) -> bool:
    document, start, end = place
    return any(s.document == document and s.start < end and start < s.end for s in finding.spans)


def answers(finding: Finding, item: dict[str, Any], at: list[Place]) -> bool:
    """Whether a finding joins the item's places: two of them, or one where it is about a single place."""
    counts_notes = item["family"] in ("sourcing", "quotation")
    if finding.family not in FAMILIES[item["family"]] or (finding.severity == "note" and not counts_notes):
        return False
    one_place = len({document for document, _, _ in at}) == 1 and counts_notes
    return sum(touches(finding, place) for place in at) >= (1 if len(at) == 1 or one_place else 2)


def is_found(item: dict[str, Any], at: list[Place], report: Report) -> bool:
    if item["family"] == "residue":
        lines = [finding for finding in report.findings if finding.family == "residue"]
        return all(any(touches(line, place) for line in lines) for place in at)
    return any(answers(finding, item, at) for finding in report.findings)


def test_what_must_be_found_is_found(case: Case) -> None:
    folder, items, report = case
    missed = {
        item["id"]
        for item in items
        if item["priority"] == "must" and not is_found(item, places(folder, item, report), report)
    }
    assert missed == set(NOT_YET)


def test_residue_that_should_be_found_is_found(case: Case) -> None:
    folder, items, report = case
    residue = [item for item in items if item["family"] == "residue"]
    assert len(residue) == 15
    assert [item["id"] for item in residue if not is_found(item, places(folder, item, report), report)] == []


def test_traps_stay_silent(case: Case) -> None:
    folder, items, report = case
    traps = [item for item in items if item["family"] == "trap"]
    assert len(traps) == 17
    assert [item["id"] for item in traps if is_found(item, places(folder, item, report), report)] == []


def test_every_conflict_reported_is_in_the_ledger(case: Case) -> None:
    folder, items, report = case
    known = [(item, places(folder, item, report)) for item in items if item["family"] in ("conflict", "quotation")]
    conflicts = [f for f in report.findings if f.family == "conflict" and f.severity != "note"]
    assert conflicts
    assert [f.message for f in conflicts if not any(answers(f, item, at) for item, at in known)] == []


def test_the_two_meetings_in_one_city_are_shown_as_two(case: Case) -> None:
    _, _, report = case
    shown = [finding for finding in report.findings if finding.check == "same-place-other-event"]
    assert [finding.severity for finding in shown] == ["note"]
    assert len({span.document for span in shown[0].spans}) == 2


def test_headings_in_capitals_and_terms_in_marks_have_no_speaker(case: Case) -> None:
    _, _, report = case
    claims = [claim for article in report.articles for claim in article.claims if claim.kind == "quotation"]
    assert [claim.span.text for claim in claims if claim.span.text.isupper()] == []
    terms = {"collective West", "realities,", "temporary breather"}
    assert {claim.span.text: claim.source for claim in claims if claim.span.text in terms} == dict.fromkeys(terms)


def test_nothing_is_claimed_from_the_author_box(case: Case) -> None:
    _, _, report = case
    claims = [claim for article in report.articles for claim in article.claims]
    assert [
        claim.span.text for claim in claims if "Abdullah" in claim.span.text or "candidate" in claim.span.text
    ] == []
