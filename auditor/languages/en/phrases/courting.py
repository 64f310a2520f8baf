"""Phrases that tell of now that one wants another as a member: "has encouraged Norvia to join", "is courting Norvia"."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.beside import Within
from auditor.text.regex import regex

_NOW = r"\b(?:has|have|is|are)(?: [a-z]{2,12})? "
COURTS = regex(rf"{_NOW}(?:{one_of(LISTS.words('courting', 'courting'))})\b")
ASKS = regex(rf"{_NOW}(?:{one_of(LISTS.words('courting', 'asking'))})\b")
WANTED = Within(LISTS.words("courting", "member"))
PARTAKING = regex(rf"\b(?:{one_of(LISTS.words('courting', 'partaking'))})\b(?![^.;]{{0,80}}\bin\b)")
"""What another is wanted for where the sentence does not say in what: in an exercise anybody may take part."""
