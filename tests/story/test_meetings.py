"""Which claims meet: pairs of quotations once, few witnesses of one wording, no stock phrases."""

from __future__ import annotations

from collections import defaultdict

from auditor.model import Claim, ClaimKind, Quotation, Span
from auditor.story.keys import Key, keys
from auditor.story.meetings import meetings

SAID = "the crew closed the gate of the yard at noon and opened it at night"


def quotation(document: str, text: str, at: int = 0) -> Claim:
    return Claim(ClaimKind.QUOTATION, Span(document, at, at + len(text), text), Quotation("direct"))


def met(claims: list[Claim]) -> list[tuple[str, ...]]:
    grouped: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in keys(claim):
            grouped[key].append(claim)
    return [tuple(claim.span.document for claim in group) for group in meetings(grouped)]


def test_a_pair_meets_once_however_many_runs_it_shares() -> None:
    assert met([quotation("a", SAID), quotation("b", SAID.replace("noon", "dawn"))]) == [("a", "b")]


def test_a_third_article_hides_no_pair() -> None:
    one, other = SAID, SAID.replace("noon", "dawn")
    third = f"{SAID[:40]} and they left. Then {SAID[20:]} and went"
    assert ("a", "b") in met([quotation("a", one), quotation("b", other), quotation("c", third), quotation("d", third)])


def test_one_document_does_not_meet_itself() -> None:
    assert met([quotation("a", SAID), quotation("a", SAID, 200)]) == []


def test_a_hundred_reprints_are_met_by_a_few_of_them() -> None:
    reprints = [quotation(f"{number:03}", SAID) for number in range(100)]
    pairs = met([*reprints, quotation("other", SAID.replace("closed", "never closed"))])
    assert len(pairs) == 10
    assert ("000", "other") in pairs


def test_a_run_of_words_in_very_many_wordings_is_a_stock_phrase() -> None:
    said = [quotation(f"{number:03}", f"we will do whatever it takes {number} times over") for number in range(90)]
    assert met(said) == []


def test_order_does_not_matter() -> None:
    said = [quotation(name, SAID.replace("noon", name)) for name in ("a", "b", "c", "d")]
    assert met(said) == met(said[::-1])
