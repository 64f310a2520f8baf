"""The rules of English, a grammar a file of ``rules/``; ``@numbers.ordinal`` in a pattern is the list with one of its tags."""

from __future__ import annotations

from pathlib import Path

from auditor.grammar.files import Grammars
from auditor.languages.en.lists import LISTS

GRAMMARS = Grammars("en", Path(__file__).parent / "rules", LISTS.named)
