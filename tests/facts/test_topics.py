"""Topics: questions in the words of the newsroom; meetings that the table tells apart; what examples say is held to."""

from pathlib import Path

from auditor.api import Settings, audit, document
from auditor.facts.rows import Facts
from auditor.facts.tables import facts, shipped
from auditor.model import Report

FIRST = "The first round of talks between Russia and Ukraine in Istanbul on 16 May 2025 failed."
SECOND = "The second round of talks between Russia and Ukraine in Istanbul on 2 June 2025 failed."
LATER = "After the second round of talks between Russia and Ukraine in Istanbul on 5 June 2025 the envoys left."
THIRD = "The third round of talks between Russia and Ukraine in Istanbul on 23 July 2025 failed."


def report(*texts: str, known: Facts | None = None) -> Report:
    return audit([document(f"{n}.txt", text, group="g") for n, text in enumerate(texts)], Settings(facts=known))


def conflicts(found: Report) -> list[str]:
    return [one.asked.question for one in found.findings if one.asked and one.family in ("conflict", "reference")]


def test_three_meetings_are_told_apart() -> None:
    assert conflicts(report(FIRST, SECOND, THIRD)) == []
    assert conflicts(report(FIRST, SECOND, THIRD, known=Facts())) != []


def test_a_question_is_asked_in_the_words_of_the_topic() -> None:
    asked = "On which day was this round of the talks of Russia and Ukraine in Istanbul?"
    found = report(SECOND, LATER)
    assert set(conflicts(found)) == {asked}
    assert all(one.message.startswith(asked) for one in found.findings if one.family == "conflict")
    assert "When was the second round of talks in Istanbul?" in conflicts(report(SECOND, LATER, known=Facts()))


def test_a_topic_changes_no_place_and_no_name_of_a_finding() -> None:
    plain = {one.fingerprint: one.spans for one in report(SECOND, LATER, known=Facts()).findings}
    watched = {one.fingerprint: one.spans for one in report(SECOND, LATER).findings}
    assert plain.items() <= watched.items()


def test_a_topic_of_ones_own_takes_the_place_of_that_which_comes_along(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(
        '[[topic]]\nname = "a round of the Istanbul talks"\nquestion = "Which day?"\ncompare = ["date"]\nabout = ["Istanbul"]\n',
        encoding="utf-8",
    )
    known = facts([tmp_path / "t.toml"]).over(shipped())
    assert "Which day?" in conflicts(report(SECOND, LATER, known=known))
