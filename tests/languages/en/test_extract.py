"""Names, offices, stances and events: what a sentence says and what it leaves open."""

from typing import Any

import pytest

from auditor.audit import read_article
from auditor.catalogue import residue_classes
from auditor.languages.en.code.names import find_names
from auditor.model import Claim, Event, Modality, Office, Place, Stance, Timex
from auditor.reading import make_document
from auditor.residue.blocks import lay_out


def claims(text: str, kind: type[Any], date: str | None = None) -> list[Claim]:
    article = read_article(make_document("a", text, date=date))
    return [claim for claim in article.claims if isinstance(claim.value, kind)]


def names(text: str) -> list[tuple[str, str, str]]:
    prose = lay_out(make_document("a", text), residue_classes()).prose
    return [(name.span.text, name.kind, name.key) for name in find_names(prose).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It said that Moscow and the Kremlin agreed.",
            [("Moscow", "state", "Russia"), ("Kremlin", "state", "Russia")],
        ),
        ("They met U.S. Defense Secretary Pete Hegseth.", [("Pete Hegseth", "person", "hegseth")]),
        ("They met transport minister Ilse Morrant.", [("Ilse Morrant", "person", "morrant")]),
        ("The Marine Safety Board met.", [("Marine Safety Board", "group", "marine safety board")]),
        ("However, nothing came of it on Monday in May.", []),
        ("They fear NATO.", [("NATO", "group", "nato")]),
        ("Putin’s NATO policy", [("NATO", "group", "nato")]),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [name for name in names(text) if name in expected or len(expected) == 0] == expected


def test_a_family_name_means_the_person_introduced_before() -> None:
    found = names("They met President Ana Ruiz at noon. Later Ruiz left with Jon Berg.")
    assert ("Ruiz", "person", "ruiz") in found
    assert ("Jon Berg", "name", "jon berg") in found


def test_offices() -> None:
    [claim] = claims("They met Russian President Vladimir Putin and Mr Berg.", Office)
    assert isinstance(claim.value, Office)
    assert (claim.value.person, claim.value.title, claim.value.organisation) == ("putin", "president", "Russia")


def stances(text: str) -> list[tuple[str, bool, str, Modality]]:
    found = []
    for claim in claims(text, Stance):
        assert isinstance(claim.value, Stance)
        found.append((claim.value.actor.name, claim.value.accepts, claim.value.topic.head, claim.modality))
    return found


FIRM, WEAK = Modality.ASSERTED, Modality.HEDGED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway rejected a ceasefire.", [("Norway", False, "ceasefire", FIRM)]),
        ("Norway turned down a truce on Monday.", [("Norway", False, "ceasefire", FIRM)]),
        ("Norway has not accepted the truce.", [("Norway", False, "ceasefire", FIRM)]),
        ("Norway did not reject the truce.", [("Norway", True, "ceasefire", FIRM)]),
        ("Norway might accept a truce.", [("Norway", True, "ceasefire", WEAK)]),
        ("Norway is unlikely to accept a truce.", [("Norway", False, "ceasefire", WEAK)]),
        ("Norway backed in principle the idea of a truce.", [("Norway", True, "ceasefire", FIRM)]),
        ("Norway’s outright rejection of a truce strains the talks.", [("Norway", False, "ceasefire", FIRM)]),
        ("Norway does not want a truce.", [("Norway", False, "ceasefire", FIRM)]),
        ("The plan was rejected by Norway.", []),
        (
            "A truce proposed by Egypt, which was also accepted by Norway, came late.",
            [("Norway", True, "ceasefire", FIRM)],
        ),
        ("Norway wants a truce.", []),
        ("Norway rejected it.", []),
        ("The report was rejected.", []),
        ("“Norway rejected the truce,” said Ana Ruiz.", []),
        ("Norway supports schools and hospitals.", [("Norway", True, "school", FIRM)]),
        ("Norway is open to attack.", [("Norway", True, "attack", FIRM)]),
        ("That leaves Norway open to attack.", []),
        ("Nobody in Norway rejected the truce.", []),
        ("No one from the Norwegian government has rejected the truce.", []),
        ("None of the ministers in Norway rejected the truce.", []),
        ("Neither Norway nor Sweden rejected the truce.", []),
        ("With no word from Sweden, Norway rejected the truce.", [("Norway", False, "ceasefire", FIRM)]),
        ("Nobody knows why Norway rejected the truce.", [("Norway", False, "ceasefire", FIRM)]),
    ],
)
def test_stances(text: str, expected: list[tuple[str, bool, str, Modality]]) -> None:
    assert stances(text) == expected


def test_the_proposer_is_part_of_the_topic() -> None:
    [claim] = claims("Norway accepted a ceasefire proposed by Egypt.", Stance)
    assert isinstance(claim.value, Stance)
    assert claim.value.topic.proposer == "Egypt"


def test_an_offer_points_back_to_the_proposal() -> None:
    found = claims("Norway backed a ceasefire proposed by Egypt. Later Norway rejected the offer.", Stance)
    assert [claim.value.topic.head for claim in found if isinstance(claim.value, Stance)] == ["ceasefire", "ceasefire"]


def events(text: str) -> list[Event]:
    return [claim.value for claim in claims(text, Event) if isinstance(claim.value, Event)]


def test_a_round_of_talks() -> None:
    [event] = events("Held in Istanbul, Russia’s second round of peace negotiations with Ukraine ended early.")
    assert (event.type, event.ordinal, event.place) == ("talks", 2, Place("istanbul"))
    assert event.participants == {"Russia", "Ukraine"}


def test_talks_between_two() -> None:
    [event] = events("Talks held in Nairobi on March 4 between Norway and the U.S. turned on quotas of fish.")
    assert (event.place, event.date) == (Place("nairobi"), "XXXX-03-04")
    assert event.participants == {"Norway", "United States"}


def test_a_capital_is_a_place_of_its_own() -> None:
    assert [event.place for event in events("Talks held in Moscow on March 4 were brief.")] == [Place("moscow")]
    assert [event.place for event in events("Talks held in Norway on March 4 were brief.")] == [Place("Norway")]


def test_the_beginning_of_a_war() -> None:
    assert [e.date for e in events("It was the reason to invade Ukraine in February 2022.")] == ["2022-02"]
    found = events("The war in Sudan began in April 2023.")
    assert ("start of war", Place("Sudan"), "2023-04") in [(e.type, e.place, e.date) for e in found]


def test_planned_events_are_hedged() -> None:
    found = claims("The third round of talks in Geneva was planned for 3 March 2024.", Event)
    assert [claim.modality for claim in found] == [WEAK]


@pytest.mark.parametrize(
    ("text", "subject", "modality"),
    [
        ("Three years into the war in Sudan, the fighting goes on.", "war in Sudan", FIRM),
        ("Despite three years since the war in Sudan, nothing has changed.", "war in Sudan", FIRM),
        ("The conflict in Sudan has entered its second year.", "war in Sudan", FIRM),
        ("The siege of Mariel has lasted 40 days.", "strike in mariel", FIRM),
        ("Six months into the war in Sudan the minister resigned.", "war in Sudan", WEAK),
    ],
)
def test_elapsed_times(text: str, subject: str, modality: Modality) -> None:
    found = [c for c in claims(text, Timex) if isinstance(c.value, Timex) and c.value.relation == "elapsed"]
    assert [(claim.subject, claim.modality) for claim in found] == [(subject, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "The mediators want a 30-day ceasefire in Sudan.",
        "He is a second-year student of the war in Sudan.",
        "He worked there for three years.",
    ],
)
def test_other_durations_measure_no_event(text: str) -> None:
    assert [c for c in claims(text, Timex) if isinstance(c.value, Timex) and c.value.relation] == []
