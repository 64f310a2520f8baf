"""Agreements: what independent sources share and nobody contests, without what says nothing."""

from auditor.agreements import agreements
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Report
from auditor.reading import make_document

DAY = "The ferry Marta sank off Halm on 4 March 2024 with 38 people aboard. {}"


def report(**texts: str) -> Report:
    return audit([make_document(f"{name}.txt", text) for name, text in texts.items()], load_checks())


def values(told: Report) -> list[str]:
    return [one.value for one in agreements(told)]


def test_two_outlets_with_one_figure_agree() -> None:
    told = report(
        a=DAY.format("Divers found her bell."),
        b="Off Halm the ferry Marta went down with 38 people aboard on 4 March 2024. Nets had caught in her screw.",
    )
    assert "38 people" in values(told)
    [one] = [one for one in agreements(told) if one.value == "38 people"]
    assert one.sources == ("a.txt", "b.txt")


def test_a_figure_that_a_third_contests_is_no_agreement() -> None:
    told = report(
        a=DAY.format("Divers found her bell."),
        b="The ferry Marta sank off Halm on 4 March 2024 with 38 people aboard, and nets had caught in her screw.",
        c="The ferry Marta sank off Halm on 4 March 2024 with 83 people aboard, as the harbour master wrote down.",
    )
    assert any("83 people" in {span.text for span in finding.spans} for finding in told.findings)
    assert "38 people" not in values(told)


def test_one_agency_in_two_papers_is_no_agreement() -> None:
    told = report(
        a=f"HALM (AP) — {DAY.format('Divers found her bell.')}",
        b="HALM (AP) — Off Halm the ferry Marta went down with 38 people aboard on 4 March 2024. Nets were in her screw.",
    )
    assert values(told) == []


def test_an_office_alone_is_no_agreement() -> None:
    told = report(
        a="The president of the club, Nils Berg, was there. He ate fish.",
        b="Nils Berg, president of the club, came late and left early.",
    )
    assert not any("president" in value for value in values(told))
