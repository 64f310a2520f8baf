"""German: dates, lengths of time, numbers and quotations, by rules and word lists; what no rule can say is in ``code``."""

from __future__ import annotations

from datetime import date

from auditor.grammar.files import Grammars
from auditor.languages import Pack
from auditor.languages.de.lists import LISTS
from auditor.model import Claim, Prose


def claims(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims of German prose; ``anchor`` is the day that relative dates count from."""
    from auditor.languages.de.code import extract  # loaded for German texts alone

    return extract(prose, anchor)


def grammars() -> Grammars:
    """The rules of German."""
    from auditor.languages.de.grammars import GRAMMARS

    return GRAMMARS


PACK = Pack("de", "German", claims, LISTS.words("function_words"), grammars)
