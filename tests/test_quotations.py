"""Quotation marks, forms and speakers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.blocks import lay_out
from auditor.extract.names import find_names
from auditor.extract.quotations import find_quotations, marked_passages
from auditor.model import Claim, Prose, Quotation
from auditor.reading import make_document


def prose(text: str) -> Prose:
    return lay_out(make_document("a", text)).prose


def quotations(text: str) -> list[Claim]:
    page = prose(text)
    return list(find_quotations(page, find_names(page)))


def value(claim: Claim) -> Quotation:
    assert isinstance(claim.value, Quotation)
    return claim.value


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We must go on,” he said.", "We must go on,"),
        ('"We must go on," he said.', "We must go on,"),
        ("‘We must go on,’ he said.", "We must go on,"),
        ("«We must go on», he said.", "We must go on"),
        ("„We must go on“, he said.", "We must go on"),
        ("“She told us, ‘Hold the line’, and we held it,” he said.", "She told us, ‘Hold the line’, and we held it,"),
        ("The sailors’ wives said: “We wait.”", "We wait."),
        ("The keeper is 6'2\" tall. “We wait here,” he said.", "We wait here,"),
        ('“We mixed the marks," he said.', "We mixed the marks,"),
    ],
)
def test_marks_of_all_kinds(text: str, inside: str) -> None:
    assert [claim.span.text for claim in quotations(text)] == [inside]


def test_a_slip_loses_one_paragraph() -> None:
    text = 'The sum was "a first step. He spoke on.\n\n"We will pay," Ana Ruiz said.\n\n"And soon," she said.'
    assert [claim.span.text for claim in quotations(text)] == ["We will pay,", "And soon,"]
    assert [passage.closed for passage in marked_passages(prose(text))] == ["unclosed", "closed", "closed"]


def test_running_quotations() -> None:
    text = "Ana Ruiz said:\n\n“They pulled us out.\n\n“They asked for nothing.\n\n“We will not forget it.”"
    found = quotations(text)
    assert [claim.span.text for claim in found] == [
        "They pulled us out.",
        "They asked for nothing.",
        "We will not forget it.",
    ]
    assert {value(claim).form for claim in found} == {"direct"}


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We must go on,” said Ana Ruiz.", "Ana Ruiz", "said"),
        ("“We must go on,” Ana Ruiz said.", "Ana Ruiz", "said"),
        ("Ana Ruiz said: “We must go on.”", "Ana Ruiz", "said"),
        ("Said a spokesman of the line, “We must go on.”", "a spokesman of the line", "Said"),
        ("According to Ana Ruiz, “we must go on and we will.”", "Ana Ruiz", "According to"),
        ("During the war, President Ana Ruiz stated: “We must go on.”", "Ana Ruiz", "stated"),
        ("“We must go on,” one survivor told the court.", "one survivor", "told"),
        ("Ana Ruiz runs the port. “We must go on,” she said.", "Ana Ruiz", "said"),
        ("Kremlin spokesman Dmitry Peskov said, “We must go on.”", "Dmitry Peskov", "said"),
    ],
)
def test_speakers(text: str, speaker: str, cue: str) -> None:
    [claim] = quotations(text)
    found = value(claim)
    assert found.speaker is not None
    assert found.cue is not None
    assert (found.speaker.text, found.cue.text) == (speaker, cue)
    assert claim.source == speaker


def test_speech_that_goes_on_has_one_speaker() -> None:
    found = quotations("“We must go on,” said Ana Ruiz. “There is no other way for us.”")
    assert [claim.source for claim in found] == ["Ana Ruiz", "Ana Ruiz"]


def test_a_pronoun_that_may_mean_two_people_stays_a_pronoun() -> None:
    [claim] = quotations("Ana Ruiz met Jon Berg at noon. “We must go on,” he said.")
    assert claim.source == "he"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("They call it a “special operation” there.", "scare"),
        ("Because of what it calls “root causes,” Norway said no.", "scare"),
        ("He is the author of the novel “The Long Way Down”.", "title"),
        ("“A WALL THAT COULD NOT HOLD”", "heading"),
        ("Ana Ruiz said the plan was “not a realistic outcome” for now.", "fragment"),
        ("“We must go on,” said Ana Ruiz.", "direct"),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert [value(claim).form for claim in quotations(text)] == [form]


def test_terms_are_nobodys_speech() -> None:
    [claim] = quotations("Ana Ruiz knows the “collective West” well.")
    assert value(claim).speaker is None


@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "‘", "’", "«", "»", "„", "said", "He", "a.", "X,", "\n\n", " ", "6'2\""])
    )
)
def test_soups_of_marks(parts: list[str]) -> None:
    text = "A " + " ".join(parts) + "".join(parts)
    page = prose(text)
    for claim in find_quotations(page, find_names(page)):
        assert page.text[claim.span.start : claim.span.end] == claim.span.text
        assert "\n\n" not in claim.span.text
        for span in (value(claim).speaker, value(claim).cue):
            assert span is None or page.text[span.start : span.end] == span.text
