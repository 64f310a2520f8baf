"""Every example of every check, run through the whole audit: found places equal the marked ones exactly."""

from pathlib import Path

import pytest

import auditor.checks
from auditor.catalogue import load_checks
from auditor.check import Check, Example
from auditor.model import Family
from auditor.testing import examples_of, findings

CHECKS = load_checks()
ROOT = Path(next(iter(auditor.checks.__path__)))
FLAGGED = [pytest.param(check, one, id=f"{check.id}: {one.name}") for check in CHECKS for one in check.flags]
ONE_SIDED = frozenset(
    """copied-article anonymous-source direct-speech-without-marks quotation-only-here quoted-heading unattributed-quotation unclosed-quotation
    untraceable-quotation impossible-date weekday-mismatch future-reference inconsistent-dating wrong-sum""".split()
)
"""Checks of which a finding may ask about one thing alone, or hold it against what is no place: the calendar, a given date."""

test_examples = examples_of(*CHECKS)


@pytest.mark.parametrize(("check", "shown"), FLAGGED)
def test_every_finding_asks_a_question_with_as_many_sides_as_its_check_has(check: Check, shown: Example) -> None:
    for finding in findings(check, shown):
        assert finding.asked is not None
        assert len(finding.asked.sides) > (check.id not in ONE_SIDED and check.family is not Family.RESIDUE)


def test_every_file_is_an_installed_check_named_after_it() -> None:
    files = {path.relative_to(ROOT) for path in ROOT.rglob("*.py") if not path.name.startswith("_")}
    installed = {Path(check.family.value, check.id.replace("-", "_") + ".py") for check in CHECKS}
    assert installed == files
