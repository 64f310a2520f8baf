"""Quotation marks, forms and speakers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import residue_classes
from auditor.languages.en.code.names import find_names
from auditor.languages.en.code.quotations import find_quotations, form_of, marked_passages
from auditor.model import Claim, Prose, Quotation
from auditor.reading import make_document
from auditor.residue.blocks import lay_out


def prose(text: str) -> Prose:
    return lay_out(make_document("a", text), residue_classes()).prose


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
        ("“We closed with an opener,“ he said.", "We closed with an opener,"),
        ('"I am 6\'2" tall and I wait here," he said.', "I am 6'2\" tall and I wait here,"),
        ("\"We say 'hold the line,' \" he said.", "We say 'hold the line,'"),
        ('"She wrote “hold the line” to us," he said.', "She wrote “hold the line” to us,"),
        ("‘We’re off to the sailors’ home,’ he said.", "We’re off to the sailors’ home,"),
        ("'It isn't ours,' he said.", "It isn't ours,"),
        ("»We must go on«, he said.", "We must go on"),
        ("« We must go on », he said.", "We must go on"),
        ("He said (“We must go on.”) and left.", "We must go on."),
        ("He said—“We must go on.”", "We must go on."),
        ("“What he calls “hell” is home to me,” he said.", "What he calls “hell” is home to me,"),
    ],
)
def test_marks_of_all_kinds(text: str, inside: str) -> None:
    assert [claim.span.text for claim in quotations(text)] == [inside]


@pytest.mark.parametrize(
    "text",
    [
        "The sailors’ wives and the captain’s brother wasn’t there in the ’90s.",
        "The keeper is 6'2\" tall, the door 5'11\" high.",
        'The page held <div class="left side"> and no more.',
        "Rock 'n' roll, 'tis said, was 'bout the sea in the '60s.",
        "We go on.” He left.",
    ],
)
def test_marks_that_open_nothing(text: str) -> None:
    assert list(marked_passages(prose(text))) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("“We go on, he said.", ["unclosed"]),
        ("“We go on. He spoke “at noon,” they said.", ["unclosed", "closed"]),
        ("He said: “We go on.\n\n“We stay.”", ["runs on", "closed"]),
        ("He said: “We go on.\n\nThey stayed.", ["unclosed"]),
        ("He said: “We went on to\n\nthe port and stayed,” and left.", ["cut", "closed"]),
        ("He said: “we go on.\n\n“We stay.”", ["unclosed", "closed"]),
        ("He said: “We go on. “We stay. “We wait.” It was noon.", ["runs on", "runs on", "closed"]),
        ("He said: “We go on.\n\nWe stay.\n\nWe wait.” It was noon.", ["cut", "cut", "closed"]),
        ('"We go on. At noon, Berg replied \'got it.\' ... "We stay and wait." It was noon.', ["runs on", "closed"]),
        ('He said, "We go on and ... " before she left.', ["closed"]),
        ("She wrote: “We go on. ‘Stay at my place.’ “", ["closed"]),
        ('“We go on,\n\nand we stay."The board met at noon.', ["cut", "closed"]),
    ],
)
def test_how_passages_end(text: str, ends: list[str]) -> None:
    assert [passage.closed for passage in marked_passages(prose(text))] == ends


def test_long_runs_of_marks_are_read_in_linear_time() -> None:
    for mark in ("“", '"', "'", "‘", "”", "«", "“‘", '"a" ', "‘a’ ", "6'2\" "):
        text = mark * (100_000 // len(mark))
        page = prose(f"A {text} end.")
        assert all(passage.start <= passage.end for passage in marked_passages(page))


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
    ("text", "form"),
    [
        ("They call it a “special operation” there.", "fragment"),
        ("Because of what it calls “root causes,” Norway said no.", "fragment"),
        ("He is the author of the novel “The Long Way Down”.", "title"),
        ("“A WALL THAT COULD NOT HOLD”", "heading"),
        ("Robert C. “Bobby” Scott came at noon.", "title"),
        ("She told CNN’s “State of the Union” that it was late.", "title"),
        ("The “Long Way Down” podcast ended in May.", "title"),
        ("The word “the” is short.", "word"),
        ("It lies in a “priority area,” which is defined by law.", "word"),
        ("“(CROSSTALK.)”", "word"),
        ("“(We) must go on, and we will,” said Ana Ruiz.", "direct"),
        ("“BERG: We must go on, and we will.”", "word"),
        ("Ana Ruiz said the plan was “not a realistic outcome” for now.", "fragment"),
        ("“We must go on,” said Ana Ruiz.", "direct"),
    ],
)
def test_forms(text: str, form: str) -> None:
    page = prose(text)
    assert [form_of(page, passage) for passage in marked_passages(page)] == [form]


@pytest.mark.parametrize(
    "text", ["They call it a “special operation” there.", "Ana Ruiz knows the “collective West” well."]
)
def test_terms_are_nobodys_speech(text: str) -> None:
    [claim] = quotations(text)
    assert (value(claim).form, value(claim).speaker, claim.source) == ("scare", None, None)


def test_single_marks_in_a_headline_are_a_heading_where_the_body_quotes_in_double_ones() -> None:
    text = "Mayor calls the wall ‘a bad joke’\n\nOSLO — It is old.\n\n“We must go on,” said Ana Ruiz."
    assert [claim.span.text for claim in quotations(text)] == ["We must go on,"]
    assert [claim.span.text for claim in quotations(text.replace("“", "‘").replace("”", "’"))][-1] == "We must go on,"


def test_posts_are_quotations_of_who_signs_them() -> None:
    text = (
        "Ana Ruiz wrote again at night.\n\nGreat progress was made in our talks! https://t.co/ab — Ana Ruiz (@anaruiz) "
        "January 18, 2018\n\nHe says “no” again. — Jon Berg (@jon) 18 Jan 2018\n\nThe crews waited."
    )
    found = {claim.span.text: claim.source for claim in quotations(text)}
    assert found["Great progress was made in our talks!"] == "Ana Ruiz"
    assert not any(words.startswith("He says") for words in found)


@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "‘", "’", "«", "»", "„", "said", "He", "a.", "X,", "\n\n", " ", "6'2\""])
    )
)
def test_soups_of_marks(parts: list[str]) -> None:
    text = "A " + " ".join(parts) + "".join(parts)
    page = prose(text)
    end = 0
    for claim in find_quotations(page, find_names(page)):
        assert claim.span.start >= end
        end = claim.span.end
        assert page.text[claim.span.start : claim.span.end] == claim.span.text
        assert "\n\n" not in claim.span.text
        for span in (value(claim).speaker, value(claim).cue):
            assert span is None or page.text[span.start : span.end] == span.text
