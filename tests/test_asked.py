"""What findings ask: the message made of it, and that findings of one thing come together under one good question."""

import pytest

from auditor.asked import SHOWN, brief, message, named, side
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.checks.conflict import either, fullest
from auditor.checks.quotation import inside
from auditor.model import Asked, Point, Span
from auditor.points import points
from auditor.reading import make_document

TEXT = "Osric Pell, 56, sold the mill. Nobody knew."


def span(words: str, document: str = "a.txt") -> Span:
    start = TEXT.index(words)
    return Span(document, start, start + len(words), words)


def asked_of(*texts: str) -> list[Point]:
    """The points of all checks on a few articles, residue left out."""
    documents = [make_document(f"{n}.txt", text) for n, text in enumerate(texts)]
    return [point for point in points(audit(documents, load_checks())) if point.family != "residue"]


def test_a_message_is_the_question_the_answers_and_what_would_settle_it() -> None:
    sides = side([span("56")]), side([span("Pell", "b.txt"), span("Pell", "c.txt")], "58")
    asked = Asked("age", "Osric Pell", "How old is Osric Pell?", sides, "Both hold on two days.")
    assert message(asked) == "How old is Osric Pell? “56” in a.txt; “58” in b.txt and c.txt. Both hold on two days."


def test_words_that_the_question_quotes_are_not_told_again() -> None:
    asked = Asked("origin", "Nobody", "Who said “Nobody knew.”?", (side([span("Nobody knew.")]),), "It has no speaker.")
    assert message(asked) == "Who said “Nobody knew.”? It has no speaker."


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("The mayor", "the mayor"),
        ("A\nclerk", "a clerk"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("the board", "the board"),
        ("", ""),
    ],
)
def test_words_for_a_speaker_inside_a_sentence_have_a_small_article(speaker: str, told: str) -> None:
    assert inside(speaker) == told


def test_a_side_needs_a_place() -> None:
    with pytest.raises(ValueError, match="place"):
        side([])


def test_words_are_shortened_behind_a_word() -> None:
    assert brief(" two\n words ") == "two words"
    assert brief("one two three", 9) == "one two…"
    assert brief("x" * 200) == "x" * (SHOWN - 1) + "…"


def test_many_documents_are_counted() -> None:
    assert named(["a", "b", "a"]) == "a and b"
    assert named([str(n) for n in range(6)]) == "0, 1, 2, 3 and 2 more"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Robert Oyelaran", "Rupert Oyelaran", "Robert or Rupert Oyelaran"),
        ("Hassan Rouhani", "Hassan Rouhanim", "Hassan Rouhani or Rouhanim"),
        ("Rolanwo", "Edgar Rolanow", "Rolanwo or Rolanow"),
        ("Kim Jung Un", "Kim Jong Un", "Kim Jung Un or Kim Jong Un"),
        ("Harbour Board", "Harbour Board Trust", "Harbour Board or Board Trust"),
        ("Ada Quist", "Ivo Lund", "Ada Quist or Ivo Lund"),
    ],
)
def test_what_two_names_share_is_told_once(one: str, other: str, told: str) -> None:
    assert either(one, other) == told


def test_the_fullest_of_several_names_is_told() -> None:
    assert fullest([span("Pell"), span("Osric Pell"), span("Nobody")]) == "Osric Pell"
    assert fullest([]) == ""


SAID = "“{words},” harbour master Ana Ruiz told reporters in Mariel on Monday."


def test_the_wordings_of_one_utterance_are_the_sides_of_one_point() -> None:
    wordings = (
        "The crew closed the gate of the yard at noon and opened it again at night",
        "The crew closed the gate of the yard at noon and unlocked it again at night",
        "The crew did not close the gate of the yard at noon and opened it again at night",
    )
    (point,) = [one for one in asked_of(*(SAID.format(words=words) for words in wordings)) if one.kind == "quotation"]
    assert {answer.value for answer in point.answers} == set(wordings)
    assert point.question.startswith("What did Ana Ruiz say: “")


def test_complaints_about_one_quotation_are_one_point() -> None:
    (point,) = asked_of(
        "“Everyone at the bank knew what that place was worth, and nobody asked,” said a person familiar with the bank’s books."
    )
    assert {finding.check for finding in point.findings} == {"unattributed-quotation", "anonymous-source"}
    assert point.question == "Who said “Everyone at the bank knew what that place was worth, and nobody asked”?"


def test_a_stance_that_several_articles_contest_is_one_point() -> None:
    found = asked_of(
        "President Maria Lopez said she fully supported the idea of a truce.",
        "President Maria Lopez has firmly rejected calls for a truce.",
        "President Maria Lopez turned down the truce.",
    )
    (point,) = [one for one in found if one.family == "conflict"]
    assert point.question == "Lopez: for or against the ceasefire?"
    assert [answer.documents for answer in point.answers] == [("1.txt", "2.txt"), ("0.txt",)]


def test_two_people_of_whom_ages_differ_are_two_points() -> None:
    found = asked_of("Edvin Tarr, 66, and Dora Lund, 31, met.", "Edvin Tarr, 72, and Dora Lund, 37, met.")
    assert [point.question for point in found] == ["How old is Edvin Tarr?", "How old is Dora Lund?"]


def test_a_wrong_weekday_and_another_day_are_one_point_and_a_copy_is_another() -> None:
    text = (
        "Divers of the harbour office searched the wreck of the ferry off the northern cape on {day}, with two tugs and a "
        "crane at hand, and found the door of the car deck open. The office is to tell the families of the crew first, and "
        "a report on what they saw down there will be published in the autumn, the master of the harbour said at noon."
    )
    found = asked_of(text.format(day="Monday, 3 June 2025"), text.format(day="Thursday, 5 June 2025"))
    by_check = {finding.check: point.id for point in found for finding in point.findings}
    assert by_check["weekday-mismatch"] == by_check["conflicting-date"] != by_check["copied-article"]
