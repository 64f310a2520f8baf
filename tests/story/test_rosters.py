"""Lists that claim to be complete."""

import pytest

from auditor.audit import read_article
from auditor.reading import make_document
from auditor.story.mentions import Record
from auditor.story.rosters import rosters


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The three finalists are Aldana, Brun and Castro.", ["Aldana", "Brun", "Castro"]),
        ("All four stations — Tallow Bridge, Fenny Cross, Upper Marl and Quarry Halt — stay shut.", 4),
        ("The two sisters, Ana Lopez and Eva Lopez, left.", ["Ana Lopez", "Eva Lopez"]),
        ("The 3 finalists: Aldana, Brun & Castro.", ["Aldana", "Brun", "Castro"]),
    ],
)
def test_complete_lists(text: str, members: list[str] | int) -> None:
    [found] = rosters(Record(read_article(make_document("a.txt", text))))
    named = [member.text for member in found.members]
    assert named == members or len(named) == members
    assert all(text[member.start : member.end] == member.text for member in found.members)


@pytest.mark.parametrize(
    "text",
    [
        "The five finalists are Aldana, Brun and Castro.",
        "The three finalists include Aldana, Brun and Castro.",
        "Three men were held in Halmere, Karst and Veyra.",
        "On two Sundays, Ana sang.",
    ],
)
def test_open_lists(text: str) -> None:
    assert list(rosters(Record(read_article(make_document("a.txt", text))))) == []
