"""The rules of English, a grammar a file of ``rules/``.

``@numbers.ordinal`` in a pattern is the list with one of its tags, ``@stances.verb*`` are its verbs in all their regular forms.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from auditor.grammar.files import Grammars
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import inflected

_FORMS = "*"


def _named(name: str) -> Collection[str]:
    """The words that a pattern calls by the name. Raises ``KeyError`` where there is no such list."""
    words = LISTS.named(name.removesuffix(_FORMS))
    return frozenset(form for word in words for form in inflected(word)) if name.endswith(_FORMS) else words


GRAMMARS = Grammars("en", Path(__file__).parent / "rules", _named)
