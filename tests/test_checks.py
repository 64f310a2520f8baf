"""Every example of every check, run through the whole audit: found places equal the marked ones exactly."""

from pathlib import Path

import pytest

import auditor.checks
from auditor.catalogue import load_checks
from auditor.check import Check, Example, compares
from auditor.testing import examples_of, findings

CHECKS = load_checks()
ROOT = Path(next(iter(auditor.checks.__path__)))
FLAGGED = [pytest.param(check, one, id=f"{check.id}: {one.name}") for check in CHECKS for one in check.flags]
ONE_SIDED = frozenset({"copied-article", "direct-speech-without-marks", "quotation-only-here"})
"""Checks that look at several articles and may ask about one thing alone."""

test_examples = examples_of(*CHECKS)


@pytest.mark.parametrize(("check", "shown"), FLAGGED)
def test_every_finding_asks_a_question_and_what_compares_articles_has_several_answers(
    check: Check, shown: Example
) -> None:
    for finding in findings(check, shown):
        assert finding.asked is not None
        assert len(finding.asked.sides) > (compares(check) and check.id not in ONE_SIDED)


def test_every_file_is_an_installed_check_named_after_it() -> None:
    files = {path.relative_to(ROOT) for path in ROOT.rglob("*.py") if not path.name.startswith("_")}
    installed = {Path(check.family.replace("-", "_"), check.id.replace("-", "_") + ".py") for check in CHECKS}
    assert installed == files
