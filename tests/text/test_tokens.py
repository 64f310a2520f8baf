import pytest

from auditor.text.tokens import Tokens


def words(text: str) -> list[str]:
    return [token.text for token in Tokens(text, [(0, len(text))]).of(0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s 11-hour speech", ["The", "mayor", "’s", "11", "-", "hour", "speech"]),
        ("the officers’ pay", ["the", "officers", "’", "pay"]),
        ("It wasn’t 2.5% at 9:30pm.", ["It", "wasn’t", "2.5", "%", "at", "9:30pm", "."]),
        ("a U.S. court-martial", ["a", "U.S.", "court-martial"]),
        ("1,200 people—some armed", ["1,200", "people", "—", "some", "armed"]),
    ],
)
def test_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_places_are_those_of_the_text() -> None:
    text = "Rain fell. The dam’s gates opened."
    tokens = Tokens(text, [(0, 10), (11, len(text))])
    assert [text[token.start : token.end] for token in tokens.of(1)] == ["The", "dam", "’s", "gates", "opened", "."]
    assert [tokens.number(at) for at in (0, 9, 11, 30)] == [0, 0, 1, 1]
    assert tokens.of(2) == ()


def test_quoted_words_are_marked() -> None:
    text = "He said “never again” twice."
    assert [token.text for token in Tokens(text, [(0, len(text))], [(9, 20)]).of(0) if token.quoted] == [
        "never",
        "again",
    ]


def test_lemmas_are_of_the_word_alone() -> None:
    text = "They’ll drowned boats"
    assert [token.lemma for token in Tokens(text, [(0, len(text))]).of(0)] == ["they", "drown", "boat"]
