"""Texts that once ended a check, a run or the patience of its reader; each with others of its kind."""

from datetime import date
from itertools import product

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.languages.en.code.posts import find_posts
from auditor.model import Claim, ClaimKind, Document, Event, Prose, Span, Timex
from auditor.reading import make_document
from auditor.residue.recurrence import site_of
from auditor.story.dating import written
from auditor.values import bounds, moved
from tests.patience import patience

CHECKS = load_checks()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe, head of .",
        "The chairman of . Ann Lowe spoke.",
        "Ann Lowe, who leads , said so.",
        "- - chairman - - of - Ann Lowe, the . of the port .",
        "Mr. Jr. met Lowe Jr. and Ann Lowe, Jr., both 54, mayor of .",
        "’s mayor Ann ’s’s, director of ’s .",
        "President . of , and of ; said Ann Lowe .",
    ],
)
def test_marks_in_place_of_words(text: str) -> None:
    """Faults are raised in tests: an audit that comes to its end met none."""
    audit([make_document("a", text), make_document("b", f"Ann Lowe, head of the port, spoke. {text}")], CHECKS)


EDGES = (
    "The treaty was signed in December 9999 in Geneva.",
    "It ends in the winter of 9999, after 12,000 years of war.",
    "The war began on January 1, 0001 and has lasted 400,000 centuries.",
    "Ann Lowe, 54, died on 31 December 9999, two weeks later than in the 9990s.",
    "The siege began on 31 December 9999 and is in its third year.",
)


@pytest.mark.parametrize(("given", "text"), list(product(["9999-12-31", "0001-01-01", "9999"], EDGES)))
@pytest.mark.parametrize("as_of", [None, date.min, date.max])
def test_the_ends_of_the_calendar(given: str, text: str, as_of: date | None) -> None:
    documents = [make_document("a", text, date=given), make_document("b", f"{EDGES[0]} {text}", date="2024-05-12")]
    assert len(audit(documents, CHECKS, as_of=as_of).articles) == 2


def test_what_lies_beyond_the_calendar_has_no_bounds() -> None:
    assert bounds("9999-WI") is None
    assert bounds("0000-SP") is None
    assert bounds("9998-WI") == (date(9998, 12, 1), date(9999, 2, 28))
    assert (moved(date.max, 1), moved(date.min, -400)) == (date.max, date.min)
    start = Claim(ClaimKind.EVENT, Span("a", 0, 1, "x"), Event("start of war", date="2022-02-24"))
    assert (
        written(start, Claim(ClaimKind.DURATION, Span("a", 2, 3, "y"), Timex("P9E9Y", 3e12, 4e12))).earliest == date.max
    )


@pytest.mark.parametrize(
    "url", ["http://[", "http://[x", "https://[::1", "//", "https://a]b/", "http://ａ／b", "x" * 100_000]
)
def test_an_address_that_is_none_names_no_site(url: str) -> None:
    document = make_document("a", "Two boats left.", url=url)
    assert isinstance(document.host, str)
    assert audit([document], CHECKS).problems == ()


def test_an_address_names_its_site() -> None:
    assert site_of(Document("a", "", "", url="https://www.port.example:8080/news")) == ("port.example", "")
    assert site_of(Document("a", "", "", url="http://[x", group="g")) == ("", "g")


def test_addresses_run_together_take_no_time() -> None:
    text = f"“We go.” {'https://a' * 200} — Ann Lowe (@lowe) May 1, 2024"
    with patience():
        (post,) = find_posts(Prose("a", text, ((0, len(text)),), ((0, len(text)),)))
    assert post.signed["name"] == "Ann Lowe"


@pytest.mark.parametrize(
    "text",
    [
        "In all 40 boats: " + ", ".join(f"{at} of oak" for at in range(1, 40)) + " and 7 of elm.",
        "Of the 4,000 boats, " + ", ".join(f"{at} sank" for at in range(1, 40)) + " and 7 were lost.",
        "The total was 900: " + ", ".join(str(at) for at in range(1, 60)) + " and 7.",
    ],
)
def test_a_long_list_is_not_tried_in_all_its_parts(text: str) -> None:
    with patience():
        assert len(audit([make_document("a", text)], CHECKS).articles) == 1
