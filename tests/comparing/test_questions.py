"""Questions made of the sentence that answers them, and what is quoted where a sentence does not read simply."""

import pytest

from auditor.audit import read_article
from auditor.comparing.questions import Question, question
from auditor.model import ClaimKind
from auditor.reading import make_document
from auditor.story.mentions import Record


def asked(text: str, value: str) -> Question:
    story = Record(read_article(make_document("a.txt", text, date="2024-03-20")))
    found = [m for m in story.mentions if m.claim.span.text == value and m.claim.kind is not ClaimKind.EVENT]
    assert found, [m.claim.span.text for m in story.mentions]
    return question(found[:1])


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The ferry sailed on Friday.", "Friday", "When did the ferry sail?"),
        ("The strike lasted for nine days.", "nine days", "For how many days did the strike last?"),
        ("Twelve people were killed in the fire.", "Twelve people", "How many people were killed in the fire?"),
        ("The fire killed 12 people.", "12 people", "How many people did the fire kill?"),
        ("The owner had insured the mill for $2 million.", "$2 million", "For how much money had the owner insured the mill?"),
        ("The court has sentenced Marcus Veil to seven years.", "seven years", "To how many years has the court sentenced Marcus Veil?"),
        ("The crew rowed 40km in the storm.", "40km", "How many km did the crew row in the storm?"),
        ("The ferry has to sail on Friday.", "Friday", "When has the ferry to sail?"),
        ("The ferry slowly sailed on Friday.", "Friday", "When did the ferry sail?"),
        ("Turnout was 68% in Hask.", "68%", "What percentage was turnout in Hask?"),
    ],
)  # fmt: skip
def test_a_simple_sentence_answers_a_question(text: str, value: str, expected: str) -> None:
    assert asked(text, value).text == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill, which burned on Friday, will be rebuilt.", "Friday"),
        ("“We lost 40 sheep in the flood,” Nora Lind said.", "40 sheep"),
        ("He began a 14-year stretch last night.", "14-year"),
        ("Turnout was, as in the spring, 68 per cent, the council said.", "68 per cent"),
        ("The two old men and the three women and the seven small children crossed the river on Friday.", "Friday"),
        ("And the ferry sailed on Friday.", "Friday"),
        ("Sailed on Friday.", "Friday"),
        ("On Friday the ferry sailed to Hask.", "Friday"),
        ("The council wants to sell 12 boats.", "12 boats"),
        ("The town has 40 boats.", "40 boats"),
    ],
)
def test_other_sentences_are_quoted_with_a_gap(text: str, value: str) -> None:
    told = asked(text, value).text
    assert "…" in told
    assert told.endswith("”?")
    assert value not in told
    assert all(words.strip(" ….,“”?") in " ".join(text.split()) for words in told.partition(": “")[2].split("…"))


def test_the_question_names_its_subject() -> None:
    assert asked("The ferry sailed on Friday.", "Friday").subject == "the ferry"
    assert asked("Twelve people were killed in the fire.", "Twelve people").subject == "people"


def test_a_mention_that_reads_simply_is_asked_before_one_that_does_not() -> None:
    story = Record(
        read_article(make_document("a.txt", "Nine days of it, she said. The strike lasted for nine days in spring."))
    )
    found = [m for m in story.mentions if m.claim.kind is ClaimKind.DURATION]
    assert question(found).text == question(found[::-1]).text == "For how many days did the strike last in spring?"


def test_no_mention_is_no_question() -> None:
    with pytest.raises(ValueError, match="no value"):
        question([])
