"""Arguments of a verb: heads of noun phrases before it and behind it, what governs them, and how an outcome takes them."""

import pytest

from auditor.audit import read_article
from auditor.languages.en.code.arguments import object_of, phrases, subject_of
from auditor.languages.en.code.names import find_names
from auditor.model import Article, Outcome
from auditor.reading import make_document


def article(text: str) -> Article:
    return read_article(make_document("a.txt", text))


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The treasurer, a cousin of the founder, ", {"treasurer", "cousin"}),
        ("On Friday the bakers’ union ", {"union"}),
        ("The lower stage of the rocket did not ", {"stage"}),
        ("Though the board sacked the cook in May, the baker ", {"baker"}),
        ("There was ", set()),
    ],
)
def test_subjects(text: str, heads: set[str]) -> None:
    prose = article(text).prose
    assert subject_of(prose, find_names(prose), 0, len(prose.text)) == heads


@pytest.mark.parametrize(
    ("text", "heads", "bare"),
    [
        (" an offer by the mill for the night shift.", {"offer", "mill"}, False),
        (" the idea of a truce in the valley.", {"idea", "truce"}, False),
        (" to the sale of the mill.", {"sale"}, False),
        (" to the sale of the mill.", set(), True),
        (" by the court.", set(), False),
    ],
)
def test_objects(text: str, heads: set[str], bare: bool) -> None:
    prose = article(f"They said no.{text}").prose
    start = len("They said no.")
    assert object_of(prose, find_names(prose), start, len(prose.text), bare=bare)[0] == heads


def test_what_governs_a_phrase_and_what_owns_the_next() -> None:
    prose = article("The owner of the mill’s cranes left.").prose
    found = [(one.head, one.governed, one.possessed) for one in phrases(prose, find_names(prose), 0, 30)]
    assert found == [("owner", "", False), ("mill", "of", True), ("crane", "of", False)]


@pytest.mark.parametrize(
    ("text", "actor", "thing"),
    [
        ("The union rejected the offer.", {"union"}, {"offer"}),
        ("The offer was rejected on Friday by the union.", {"union"}, {"offer"}),
        ("The sale won the backing of the union.", {"union"}, {"sale"}),
        ("The clerk, who was acquitted of fraud, wept.", set(), {"clerk"}),
        ("The jury convicted the clerk of fraud.", {"jury"}, {"clerk"}),
        ("The guild said that it had accepted the offer.", {"guild"}, {"offer"}),
        ("The lower stage parted cleanly.", set(), {"stage"}),
    ],
)
def test_who_did_what(text: str, actor: set[str], thing: set[str]) -> None:
    [found] = [claim.value for claim in article(text).claims if isinstance(claim.value, Outcome)]
    assert set(found.actor) == actor
    assert set(found.thing) == thing
