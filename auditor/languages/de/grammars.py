"""The rules of German, a grammar a file of ``rules/``."""

from __future__ import annotations

from pathlib import Path

from auditor.grammar.files import Grammars
from auditor.languages.de.lists import LISTS

GRAMMARS = Grammars("de", Path(__file__).parent / "rules", LISTS.named)
