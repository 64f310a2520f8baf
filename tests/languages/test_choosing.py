"""The language of an article: given, else told, else the default; and its pack, where there is one."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from auditor.languages.choosing import choose
from auditor.languages.en import PACK
from auditor.languages.installed import GROUP, Packs, packs
from auditor.model import Language, LanguageBasis
from auditor.reading import make_document

GERMAN = "Die Fähre nach Norderoog fährt seit Montag wieder. Der Kapitän sagte, das Schiff sei repariert worden."
ENGLISH = "The ferry to Norderoog has been running again since Monday. The captain said that it was repaired."
GIVEN, TOLD, DEFAULT = LanguageBasis.GIVEN, LanguageBasis.TOLD, LanguageBasis.DEFAULT
PACKS = packs([EntryPoint("en", "auditor.languages.en:PACK", GROUP)])


def chosen(text: str, given: str | None = None) -> Language:
    choice = choose(make_document("a", text, language=given), PACKS)
    assert choice.problems == ()
    assert choice.pack is (PACK if choice.language.code == "en" else None)
    return choice.language


def test_what_is_given_wins_over_the_text() -> None:
    assert chosen(ENGLISH, "de-AT") == Language("de", "German", GIVEN, read=False)
    assert chosen(GERMAN, "EN_gb") == Language("en", "English", GIVEN)


@pytest.mark.parametrize("given", [None, "", " ", "und"])
def test_the_text_tells_where_nothing_is_given(given: str | None) -> None:
    assert chosen(ENGLISH, given) == Language("en", "English", TOLD)
    assert chosen(GERMAN, given) == Language("de", "German", TOLD, read=False)


def test_a_text_that_tells_nothing_is_in_the_default_language() -> None:
    assert chosen("Talks failed.") == Language("en", "English", DEFAULT)


def test_what_names_no_language_is_told_and_the_text_is_asked() -> None:
    choice = choose(make_document("a", GERMAN, language="nonsense" * 9), PACKS)
    assert choice.language == Language("de", "German", TOLD, read=False)
    [problem] = choice.problems
    assert problem.document == "a"
    assert problem.error.startswith("The language given with it, “nonsensenonsense")
    assert len(problem.error) < 160


def test_a_broken_pack_is_told_where_it_is_asked_and_passed_over() -> None:
    stale = packs([EntryPoint("en", "auditor.languages.en:PACK", GROUP), EntryPoint("de", "gone:PACK", GROUP)])
    assert choose(make_document("a", ENGLISH), stale).problems == (), "nobody asked it"
    choice = choose(make_document("a", GERMAN), stale)
    assert choice.language == Language("de", "German", TOLD, read=False)
    assert choice.pack is None
    [problem] = choice.problems
    assert problem.document == "", "so that it is told once for all articles"
    assert "'de' (gone:PACK) cannot be imported" in problem.error


def test_without_any_pack_english_is_not_read() -> None:
    choice = choose(make_document("a", "Talks failed."), Packs(()))
    assert (choice.language, choice.pack) == (Language("en", "English", DEFAULT, read=False), None)
