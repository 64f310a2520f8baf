"""Speakers whom articles have in common, and agreements that rest on one of them."""

from itertools import permutations

from auditor.agreements import agreements
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Report
from auditor.reading import make_document
from auditor.reports.answers import answers
from auditor.reports.background import background
from auditor.sourcing import sourcing_of

TEXTS = {
    "a": "The ferry Marta sank off Halm. Harbour master Jon Berg said that 38 people were aboard when she struck the mole.",
    "b": "Off Halm the ferry Marta went down on a calm night. According to Jon Berg, 38 people were aboard of her at the time.",
    "c": "Nets caught in the screw of the ferry Marta off Halm. Mr. Berg said that 38 people were aboard, and that it was dark.",
}


def report(names: str = "abc") -> Report:
    return audit([make_document(name, TEXTS[name]) for name in names], load_checks())


def test_a_family_name_alone_is_the_only_bearer_s() -> None:
    told = report()
    [one] = sourcing_of(told).shared
    assert (one.name, one.sources, one.of) == ("Jon Berg", ("a", "b", "c"), 3)
    assert one.everywhere


def test_three_articles_that_rest_on_one_speaker_are_one_voice() -> None:
    told = report()
    assert [(one.value, one.resting_on) for one in agreements(told) if "38" in one.value] == [("38 people", "Jon Berg")]
    [agree] = [part for part in background(answers(told)) if part.heading == "Agree"]
    assert any("all from Jon Berg: one voice" in item.text for item in agree.items)


def test_an_agreement_of_two_voices_rests_on_none() -> None:
    other = TEXTS["a"].replace("Jon Berg", "Ana Ruiz")
    told = audit([make_document("a", other), make_document("b", TEXTS["b"])], load_checks())
    assert {one.resting_on for one in agreements(told) if "38" in one.value} == {""}


def test_the_order_of_the_articles_changes_nothing() -> None:
    shared = [sourcing_of(told).shared for told in map(report, map("".join, permutations("abc")))]
    assert len(set(shared)) == 1
