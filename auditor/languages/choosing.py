"""Which language an article is read as, and with which pack: the one given with it, else the one that its text shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages import DEFAULT, Pack
from auditor.languages.codes import code_of, name_of
from auditor.languages.identify import language_of
from auditor.languages.installed import Packs
from auditor.model import Document, Language, LanguageBasis, Problem
from auditor.plugins import CatalogueError
from auditor.text.regex import regex

_SHOWN = 40
"""Characters of what was given that a message quotes."""
_SUBTAG = regex("[-_]")


@dataclass(frozen=True, slots=True)
class Choice:
    """The language of an article with its pack, ``None`` where none can be used, and what went wrong on the way."""

    language: Language
    pack: Pack | None
    problems: tuple[Problem, ...]


def choose(document: Document, packs: Packs) -> Choice:
    """How a document is read. A pack that cannot be used is told, once for all documents, and passed over."""
    loading = _Loading(packs)
    code, basis = _given(document, loading), LanguageBasis.GIVEN
    if not code:
        code, basis = language_of(document.text, loading.known()), LanguageBasis.TOLD
    if not code:
        code, basis = DEFAULT, LanguageBasis.DEFAULT
    pack = loading.pack(code)
    name = pack.name if pack else name_of(code)
    return Choice(Language(code, name, basis, pack is not None), pack, tuple(loading.problems))


class _Loading:
    """Packs as they are loaded for one document."""

    def __init__(self, packs: Packs) -> None:
        self.codes = packs.codes
        self.problems: dict[Problem, None] = {}
        self._packs = packs

    def pack(self, code: str) -> Pack | None:
        """The pack of a language, ``None`` where there is none or one that cannot be used, which is a problem."""
        try:
            return self._packs.load(code) if code in self.codes else None
        except CatalogueError as error:
            self.problems[Problem(str(error))] = None
            return None

    def known(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The languages with their function words, each when it is asked for."""
        for code in self.codes:
            if pack := self.pack(code):
                yield code, pack.function_words


def _given(document: Document, loading: _Loading) -> str:
    """The code of the language that was given with a document, empty where none was; what names none is a problem."""
    given = (document.language or "").strip()
    plain = _SUBTAG.split(given.lower())[0]
    if plain in loading.codes:  # the codes of all the others are read from a table
        return plain
    try:
        return code_of(given)
    except ValueError:
        shown = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}…"
        told = (
            f"The language given with it, “{shown}”, names none, so its text tells it. Write it as a code such as de."
        )
        loading.problems[Problem(told, document.id)] = None
        return ""
