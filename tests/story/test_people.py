"""People, their offices and their ages: what is read from a sentence, and what is left alone."""

from collections.abc import Iterator
from typing import Any

import pytest

from auditor.audit import read_article
from auditor.catalogue import residue_classes
from auditor.languages.en.code.names import find_names
from auditor.languages.en.code.people import find_people
from auditor.model import Age, Claim, Office
from auditor.reading import make_document
from auditor.residue.blocks import lay_out


def claims(text: str, kind: type[Any]) -> Iterator[Claim]:
    article = read_article(make_document("a", text))
    return (claim for claim in article.claims if isinstance(claim.value, kind))


def people(text: str) -> list[tuple[str, str, str]]:
    prose = lay_out(make_document("a", text), residue_classes()).prose
    return [(one.span.text, one.given, one.family) for one in find_people(prose, find_names(prose))]


def offices(text: str) -> list[tuple[str, str, str | None, bool]]:
    found = []
    for claim in claims(text, Office):
        held = claim.value
        assert isinstance(held, Office)
        found.append((f"{held.given} {held.person}".strip(), held.title, held.organisation, held.former))
    return found


def ages(text: str) -> list[tuple[str, tuple[int, ...], str]]:
    found = []
    for claim in claims(text, Age):
        assert isinstance(claim.value, Age)
        found.append((claim.value.person, claim.value.years, claim.span.text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ann Maria Lee.", [("Ann Maria Lee", "ann maria", "lee")]),
        ("They met Ann Lee. Later Ms Lee left.", [("Ann Lee", "ann", "lee"), ("Lee", "ann", "lee")]),
        (
            "They met Ann Lee and Bob Lee. Later Ms Lee left.",
            [("Ann Lee", "ann", "lee"), ("Bob Lee", "bob", "lee"), ("Lee", "", "lee")],
        ),
        ("The board, under Ann Lee of the University of Lisse, met.", [("Ann Lee", "ann", "lee")]),
        ("They met the Marine Safety Board and King Harald.", []),
        ("They met General Ann Lee and General Motors.", [("Ann Lee", "ann", "lee")]),
        ("Ann Lee left. General Lee stayed.", [("Ann Lee", "ann", "lee"), ("Lee", "", "lee")]),
        ("They met Iowa Republican Ann Lee and a Kentucky Republican.", [("Ann Lee", "ann", "lee")]),
        ("They met Senate President Thomas V. Lee.", [("Thomas V. Lee", "thomas v", "lee")]),
    ],
)
def test_people(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Transport Minister Ann Lee.", ("ann lee", "transport minister", None, False)),
        ("Ann Lee, the transport minister, was there.", ("ann lee", "transport minister", None, False)),
        ("They met the museum’s director, Ann Lee, there.", ("ann lee", "director", "museum", False)),
        ("Ann Lee, Nordane's chief executive, spoke.", ("ann lee", "chief executive", "Nordane", False)),
        ("They met Nordane chief executive Ann Lee.", ("ann lee", "nordane chief executive", None, False)),
        ("Ann Lee, 47, director of the Lisse Museum, left.", ("ann lee", "director", "Lisse Museum", False)),
        ("Ann Lee, CEO of Lisse Bank, left.", ("ann lee", "ceo", "Lisse Bank", False)),
        ("Ann Lee, who heads the coastguard, left.", ("ann lee", "head", "coastguard", False)),
        ("Ann Lee, who conducts the orchestra, left.", ("ann lee", "conductor", "orchestra", False)),
        ("Ann Lee chairs the inquiry.", ("ann lee", "chair", "inquiry", False)),
        ("They heard a board led by Ann Lee.", ("ann lee", "head", "board", False)),
        ("They heard a team under Ann Lee.", ("ann lee", "head", None, False)),
        ("Ann Lee, who is the mayor of Lisse, left.", ("ann lee", "mayor", "Lisse", False)),
        ("The inquiry’s chair, Baroness Ann Lee, left.", ("ann lee", "chair", "inquiry", False)),
        ("They met Sergeant Ann Lee of the Lisse police.", ("ann lee", "sergeant", "Lisse police", False)),
        ("They met Russian President Ann Lee.", ("ann lee", "president", "Russia", False)),
        ("They met former mayor Ann Lee.", ("ann lee", "former mayor", None, True)),
        ("Ann Lee, director of the museum until 2019, left.", ("ann lee", "director", "museum", True)),
        ("Ann Lee, who led the museum in the 1990s, left.", ("ann lee", "head", "museum", True)),
        ("Ann Lee, who led the inquiry, left.", ("ann lee", "head", "inquiry", False)),
        ("They met Norland Gov. Ann Lee.", ("ann lee", "norland governor", None, False)),
        ("They met Lt. Gov. Ann Lee of Norland.", ("ann lee", "lieutenant governor", "Norland", False)),
        ("They met the chair of the board, Rep. Ann Lee.", ("ann lee", "chair", "board", False)),
        ("They met the chair of the board, Rep. Ann Lee.", ("ann lee", "representative", None, False)),
        ("They met Republican governor Ann Lee.", ("ann lee", "governor", None, False)),
        ("Ann Lee, the vice-chancellor, left.", ("ann lee", "vice-chancellor", None, False)),
        ("Ann Lee, prosecuting, told the jury.", ("ann lee", "prosecutor", None, False)),
        ("They met former N.C.A. director Ann Lee.", ("ann lee", "n.c.a. director", None, True)),
        ("Ann Lee, chair and executive director of the zoo, left.", ("ann lee", "executive director", "zoo", False)),
        ("They met Ships for Peace president Ann Lee.", ("ann lee", "president", "Ships for Peace", False)),
        ("Ships for Peace president Ann Lee left.", ("ann lee", "president", "Ships for Peace", False)),
        ("They met Friends of the Bay chair Ann Lee.", ("ann lee", "chair", "Friends of the Bay", False)),
        ("They met the Friends of Deputy Mayor Ann Lee.", ("ann lee", "deputy mayor", None, False)),
        ("Calls for Norland Gov. Ann Lee grew.", ("ann lee", "norland governor", None, False)),
        ("Bob Ray, Mayor Ann Lee’s son, left.", ("ann lee", "mayor", None, False)),
        (
            "The Corvane Rescue Service was late. Ann Lee, who directs the service, left.",
            ("ann lee", "head", "Corvane Rescue Service", False),
        ),
    ],
)
def test_offices(text: str, expected: tuple[str, str, str | None, bool]) -> None:
    found = offices(text)
    wanted = (expected[0], expected[1].removeprefix("former "), *expected[2:])
    assert wanted in found


WRAPPED = """Railway and guild stay apart over pay

LISSE, Nov 17 (NPS) - The railway on Friday offered its staff a rise of four
per cent, which they turned down before the day was over. Nordane chief
executive Ann Lee told reporters that she had hoped for more, and then Jorg
Padmore, who heads the guild, said no.

Most trains will run on Monday, the railway said, but the last of the night
trains to the coast have been taken out of the timetable until the end of the
year, since too few of the guards who work on them have come back.
"""


def test_line_breaks_cut_neither_names_nor_offices() -> None:
    assert ("Jorg\nPadmore", "jorg", "padmore") in people(WRAPPED)
    assert offices(WRAPPED) == [
        ("ann lee", "nordane chief executive", None, False),
        ("jorg padmore", "head", "guild", False),
    ]


def test_two_offices_joined_by_and_are_both_held() -> None:
    found = offices("Ann Lee, president and chief executive of Lisse Bank, left.")
    assert [(title, body) for _, title, body, _ in found] == [
        ("president", "Lisse Bank"),
        ("chief executive", "Lisse Bank"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Lee left.",
        "“Go,” Ann Lee told the director on Monday.",
        "They met Ann Lee, director Bob Berg and others.",
        "Ann Lee leads the race.",
        "Ann Lee led the applause.",
        "They acted under Ann Lee.",
        "Karl Berg will stay as manager, Ann Lee said.",
        "The secretary of the Ann Lee League left.",
    ],
)
def test_no_office_of_that_person(text: str) -> None:
    assert [found for found in offices(text) if found[0] in ("lee", "ann lee")] == []


def test_an_office_claim_points_at_the_words_of_the_office_and_at_the_bearer() -> None:
    [claim] = claims("They met Ann Lee, the head of the art crime unit. Roads were watched.", Office)
    assert isinstance(claim.value, Office)
    assert claim.span.text == "head of the art crime unit"
    assert claim.value.bearer is not None
    assert claim.value.bearer.text == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, 58, left.", [("lee", (58,), "58")]),
        ("Ann Lee (58) left.", [("lee", (58,), "58")]),
        ("Ann Lee, aged 58, left.", [("lee", (58,), "58")]),
        ("Ann Lee, a 58-year-old teacher, left.", [("lee", (58,), "58-year-old")]),
        ("They met Ann Lee, the 58-year-old caretaker.", [("lee", (58,), "58-year-old")]),
        ("They met 58-year-old teacher Ann Lee.", [("lee", (58,), "58-year-old")]),
        ("Ten-year-old Ann Lee left.", [("lee", (10,), "Ten-year-old")]),
        ("A 58-year-old teacher, Ann Lee, left.", [("lee", (58,), "58-year-old")]),
        ("Ann Lee, who turned 58 on Monday, left.", [("lee", (58,), "58")]),
        ("Ann Lee, of East Lisse, 58, left.", [("lee", (58,), "58")]),
        ("Ann Lee was 58.", [("lee", (58,), "58")]),
        ("Ann Lee died on Monday. She was 58.", [("lee", (58,), "58")]),
        ("The dead man was named as Ann Lee,\n58, a teacher.", [("lee", (58,), "58")]),
        ("The 58-year-old\nteacher Ann Lee left.", [("lee", (58,), "58-year-old")]),
        ("Ann Lee, 58 years old, left.", [("lee", (58,), "58")]),
        ("Ann Lee, a teacher, 58, left.", [("lee", (58,), "58")]),
        ("Ann Lee, just 58, left.", [("lee", (58,), "58")]),
        ("Ann Lee — 58, a teacher — left.", [("lee", (58,), "58")]),
        ("Ann Lee, 58 -- a teacher -- left.", [("lee", (58,), "58")]),
        ("Ann Lee died on Monday at the age of 58.", [("lee", (58,), "58")]),
        ("At the age of 58, Ann Lee took over.", []),
        ("Ann Lee, 58 - 30 on points.", []),
        ("Ann Lee, a teacher, 58 miles away, left.", []),
        ("Ann Lee and her son died at the age of 58.", []),
        ("Ann Lee vanished in 2002 and is 58 now.", [("lee", (58,), "58")]),
        ("Ann Lee left in May 2002 at the age of 19.", [("lee", (19,), "19")]),
        ("In 2010 Ann Lee said that she had left at the age of 19.", []),
        ("The trio, aged 24, 31 and 44, left.", [("", (24, 31, 44), "24, 31 and 44")]),
        ("The accused are 24, 31 and 44.", [("", (24, 31, 44), "24, 31 and 44")]),
        ("They met Ann Lee in 58 towns.", []),
        ("Ann Lee, the keeper of the gate, is 58 and looks it.", [("lee", (58,), "58")]),
        ("Ann Lee, the keeper of the gate, is 58 miles away.", []),
        ("Ann Lee, then 14, left.", []),
        ("Ann Lee was 14 when she left.", []),
        ("Ann Lee met Bob Berg. She was 58.", []),
        ("Ann Lee scored 58.", []),
    ],
)
def test_ages(text: str, expected: list[tuple[str, tuple[int, ...], str]]) -> None:
    assert ages(text) == expected


@pytest.mark.parametrize("unit", ["chief executive of Lee, Ann Lee, ", "aged 1, 2, ", "1-year-old ", "by a b c under "])
def test_long_lines_are_read_to_their_end(unit: str) -> None:
    text = unit * 400 + "Ann Lee, 58, left."
    assert ("lee", (58,), "58") in ages(text)
