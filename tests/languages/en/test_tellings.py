"""Who speaks in an article, and how the text names them."""

import pytest

from auditor.model import Naming
from auditor.reading import make_document
from auditor.steps.map import read_article


def told(text: str) -> list[tuple[Naming, str]]:
    return [(one.naming, one.name) for one in read_article(make_document("a.txt", text)).tellings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The wall is old and has to go,” said Ana Ruiz on Monday.", "Ana Ruiz"),
        ("Mayor Ana Ruiz said on Monday that the wall is old.", "Ana Ruiz"),
        ("The wall is old, according to the Harbour Board, and has to go.", "Harbour Board"),
        ("Harbour master Jon Berg warned of storms. The wall is old.", "Jon Berg"),
        ("The Norrane administration said that the wall is old.", "Norrane administration"),
        ("The Norrane campaign said that the wall is old.", "Norrane campaign"),
    ],
)
def test_a_named_source(text: str, name: str) -> None:
    assert told(text) == [(Naming.NAMED, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A senior official said that the wall is old.", "senior official"),
        ("Officials said that the wall is old and has to go.", "officials"),
        ("Police said that the wall is old and has to go.", "police"),
        ("The wall is old, a source with knowledge of the talks said.", "source"),
        ("A Harbour Board representative told reporters that the wall is old.", "Harbour Board representative"),
        ("“It has to go,” said a spokesman for the Harbour Board.", "spokesman"),
    ],
)
def test_an_unnamed_source(text: str, name: str) -> None:
    assert told(text) == [(Naming.UNNAMED, name)]


def test_a_document_is_read_and_not_asked() -> None:
    assert told("The report says that the wall is old and has to go.") == [(Naming.DOCUMENT, "report")]


def test_one_person_has_one_name() -> None:
    text = "Mayor Ana Ruiz came at noon. Ruiz said that the wall is old.\n\n“It has to go,” the mayor said. She said that it is late."
    assert {name for naming, name in told(text) if naming is Naming.NAMED} == {"Ana Ruiz"}


def test_a_son_is_told_from_his_father_by_what_stands_behind_the_name() -> None:
    text = "Jon Berg said that the wall is old. Jon Berg Jr. said that it is new. “It has to go,” Berg Jr said."
    assert told(text) == [(Naming.NAMED, "Jon Berg"), (Naming.NAMED, "Jon Berg Jr"), (Naming.NAMED, "Jon Berg Jr")]


def test_who_he_is_is_not_guessed() -> None:
    text = "Jon Berg met Olav Lind at noon. He said that the wall is old."
    assert told(text) == [(Naming.UNCLEAR, "he")]


@pytest.mark.parametrize(
    "text",
    [
        "Employers added 155,000 jobs in May, and the wall is old.",
        "The plans for the wall were announced on Monday, and it is old.",
        "A new report on the wall, Jon Berg’s last, lies on the table.",
        "The case threatens the law that the wall was built by.",
        "The remains suggested that the wall is old.",
        "The storm claimed four lives, and the wall is old.",
        "Norrane has taken Ostra and now claims four valleys as its own.",
        "Jon Berg has been accused of theft. The wall is old.",
        "Jon Berg thinks that the wall is old and has to go.",
        "Ana Ruiz built the wall, and Jon Berg tore it down.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert told(text) == []


def test_places_hold_where_characters_cannot_be_seen() -> None:
    text = "Mayor Ana Ru\u00adiz said on Monday that the wall is old."
    [one] = read_article(make_document("a.txt", text)).tellings
    assert text[one.speaker.start : one.speaker.end] == one.speaker.text
    assert "Ru\u00adiz" in one.speaker.text
