"""Vetoes: a pair that each stops and one that it leaves alone, in sentences of our own invention."""

from collections.abc import Callable

import pytest

from auditor.audit import read_article
from auditor.comparing import vetoes
from auditor.comparing.vetoes import agreements, veto
from auditor.model import Document
from auditor.story.mentions import Mention, Record


def mention(name: str, marked: str) -> Mention:
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    story = Record(read_article(Document(name, text, "")))
    found = [m for m in story.mentions if m.claim.span.start < end and start < m.claim.span.end]
    return min(found, key=lambda m: abs(m.claim.span.start - start))


STOPPED = [
    (
        "stated_beside",
        "Fires burned in [[2001]] and 2006.",
        "Fires burned in the valley in [[2006]].",
    ),
    (
        "other_item",
        "The duty is [[25 percent]] on steel and 10 percent on paper.",
        "A duty on paper of [[12 percent]] is due.",
    ),
    ("other_head", "Workers found [[14 boats]] there.", "Workers found [[19 letters]] there."),
    ("other_owner", "Ida Brandt’s [[four years]] of rule ended.", "Olaf Rehn’s [[six years]] of calm ended."),
    ("speech_day", "The minister said [[Monday]] that all was well.", "Guards arrested a baker on [[Sunday]]."),
    ("other_actor", "Mayor Ida Brandt resigned on [[Monday]].", "Mayor Olaf Rehn resigned on [[Tuesday]]."),
    ("other_actor", "Mayor Ida Brandt resigned on [[Monday]].", "Mayor Olaf Brandt resigned on [[Tuesday]]."),
    ("other_deed", "Rain flooded [[14 cellars]].", "The council bought [[19 pumps]]."),
    ("other_ends", "Orley lies [[12 miles]] from Halm.", "Orley lies [[30 miles]] from Visby."),
    ("reference_value", "Rents rose to 9 percent, up from [[7 percent]].", "Rents rose to [[8 percent]]."),
    ("part_and_whole", "[[Three other men]] were held.", "[[Four men]] were held."),
    (
        "part_and_whole",
        "Ninety men were held. That number included [[30 men]] in Orley.",
        "[[Eighty men]] were held.",
    ),
]
LEFT = [
    ("stated_beside", "Fires burned in [[2001]].", "Fires burned in the valley in [[2006]]."),
    (
        "other_item",
        "The duty is [[25 percent]] on steel and 10 percent on paper.",
        "A duty on steel of [[28 percent]] is due.",
    ),
    ("other_head", "Workers found [[14 boats]] there.", "Workers found [[19 ships]] there."),
    (
        "other_item",
        "The two towns will free [[450 captives]] each.",
        "Each town let [[540 prisoners]] go.",
    ),
    ("other_owner", "Ida Brandt’s [[four years]] of rule ended.", "The [[six years]] of rule ended."),
    ("speech_day", "The minister said [[Monday]] that all was well.", "The minister praised a baker on [[Sunday]]."),
    ("other_actor", "Mayor Ida Brandt resigned on [[Monday]].", "Mayor Ida Brandt resigned on [[Tuesday]]."),
    ("other_actor", "Mayor Ida Brandt resigned on [[Monday]].", "Mayor I. Brandt resigned on [[Tuesday]]."),
    ("other_deed", "Rain flooded [[14 cellars]].", "The rain flooded [[19 cellars]]."),
    ("other_ends", "Orley lies [[12 miles]] from Halm.", "Orley lies [[30 miles]] from Halm."),
    ("reference_value", "Rents rose to [[7 percent]].", "Rents rose to [[8 percent]]."),
    ("part_and_whole", "[[Three men]] were held.", "[[Four men]] were held."),
    (
        "part_and_whole",
        "Ninety men were held. That number included [[30 men]] in Orley.",
        "In Orley [[40 men]] were held.",
    ),
]


def asked(name: str, one: str, other: str) -> tuple[str, str]:
    ask: Callable[[Mention, Mention], str] = getattr(vetoes, name)
    mine, theirs = mention("a", one), mention("b", other)
    return ask(mine, theirs), ask(theirs, mine)


@pytest.mark.parametrize(("name", "one", "other"), STOPPED)
def test_stops_two_things(name: str, one: str, other: str) -> None:
    there, back = asked(name, one, other)
    assert there
    assert there == back


@pytest.mark.parametrize(("name", "one", "other"), LEFT)
def test_leaves_one_thing_alone(name: str, one: str, other: str) -> None:
    assert asked(name, one, other) == ("", "")


def test_every_veto_has_its_examples_and_its_figures() -> None:
    names = [ask.__name__ for ask in vetoes.VETOES]
    assert (
        list(dict.fromkeys(name for name, _, _ in STOPPED)) == names == list(dict.fromkeys(name for name, _, _ in LEFT))
    )
    assert all("different" in (ask.__doc__ or "") for ask in vetoes.VETOES)


def test_the_first_reason_is_given() -> None:
    one = mention("a", "[[Three other men]] were held.")
    assert veto(one, mention("b", "[[Four men]] were held.")) == "one counts a part of the other"
    assert veto(one, one) == ""


def test_agreements_are_abstract_and_need_both_sides() -> None:
    one = mention("a", "Guards freed [[14 miners]] in Orley.")
    other = mention("b", "The guards freed [[15 miners]] there.")
    found = agreements(one, other)
    assert {"same head", "same predicate", "same agent", "same object"} <= found
    assert not any(name.endswith("owner") for name in found)
    assert found == agreements(other, one)
