"""English: its word lists, and the code that draws claims from its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditor.grammar.files import Grammars
from auditor.languages import Pack
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, Prose, Telling


def claims(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims of English prose; ``anchor`` is the day that relative dates count from. Raises ``Unread``."""
    from auditor.languages.en.code import extract  # a module that needs one word list does not load all of them

    return extract(prose, anchor)


def grammars() -> Grammars:
    """The rules of English."""
    from auditor.languages.en.grammars import GRAMMARS

    return GRAMMARS


def tellings(prose: Prose, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    """Who speaks in English prose of which the claims were drawn."""
    from auditor.languages.en.code.tellings import find_tellings

    return find_tellings(prose, claims)


PACK = Pack("en", "English", claims, LISTS.words("telling_words"), grammars, tellings)
