"""Slots: every sentence here is of our own invention; the value asked about stands in double brackets."""

from typing import Any

import pytest

from auditor.audit import read_article
from auditor.model import Document
from auditor.story.mentions import Record
from auditor.story.slots import Slot, slot_of


def slot(marked: str) -> Slot:
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    story = Record(read_article(Document("a", text, "")))
    found = [m for m in story.mentions if m.claim.span.start < end and start < m.claim.span.end]
    return slot_of(min(found, key=lambda m: abs(m.claim.span.start - start)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood drowned [[14 sheep]] near Halm.", {"predicate": "drown", "role": "object", "agent": {"flood"}}),
        (
            "[[Twelve miners]] were freed by a crew from Orley.",
            {"predicate": "free", "role": "subject", "agent": {"crew"}},
        ),
        (
            "The bridge opened on [[Monday]] after a storm.",
            {"predicate": "open", "agent": {"bridge"}, "preposition": "on"},
        ),
        (
            "[[11 March]]: Ida Brandt resigned as treasurer.",
            {"predicate": "resign", "agent": {"ida brandt"}},
        ),
        (
            "On [[Tuesday]], the council rejected the plan.",
            {"predicate": "reject", "agent": {"council"}, "object": {"plan"}},
        ),
        (
            "Mayor Ida Brandt, who grew up in Orley, resigned on [[Friday]].",
            {"predicate": "resign", "agent": {"brandt"}},
        ),
        ("The baker came and left on [[Sunday]].", {"predicate": "leave", "agent": {"baker"}}),
        (
            "The toll rose to [[31 people]], the ministry said.",
            {"predicate": "rise", "agent": {"toll"}, "teller": {"ministry"}},
        ),
        ("The talks will not begin on [[Monday]].", {"predicate": "begin", "denied": True, "ahead": True}),
    ],
)
def test_the_verb_and_whose_it_is(text: str, expected: dict[str, Any]) -> None:
    read = slot(text)
    assert {name: getattr(read, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Guards ended the [[11-hour]] siege of the mill.", "head", {"siege"}),
        ("They spoke before [[Monday]]’s hearing.", "head", {"hearing"}),
        ("The missile has a range of [[3,000 kilometres]].", "head", {"range"}),
        ("Mayor Ida Brandt’s [[four years]] in office ended badly.", "owner", {"brandt", "office"}),
        ("Orley lies [[12 miles]] north of Halm.", "points", {"north"}),
        ("Orley lies [[12 miles]] north of Halm.", "ends", {"halm"}),
        ("[[Three other men]] were held.", "part", {"other"}),
        ("[[Two of the men]] were held.", "part", {"of"}),
        ("Rents rose to 9 percent, up from [[7 percent]] a year ago.", "compared", True),
        ("Women earned an average of [[400 crowns]].", "scope", {"average"}),
        ("“We lost [[40 goats]],” said Mayor Ida Brandt.", "teller", {"brandt"}),
    ],
)
def test_what_is_tied_to_a_value(text: str, field: str, expected: object) -> None:
    assert getattr(slot(text), field) == expected


def test_the_items_of_a_list_know_their_own_words() -> None:
    read = slot("The fund spent [[25 percent]] on roads and 10 percent on schools.")
    assert [item.value for item in read.series] == ["10.0 10.0 %"]
    assert "road" in read.item.behind
    assert "school" not in read.item.behind


def test_a_value_without_a_sentence_around_it_has_an_empty_slot() -> None:
    assert slot("[[Monday]]").predicate == ""
