"""Words by which a text says where something is, and what makes a name no place."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.beside import Before, Behind
from auditor.text.regex import regex

_WHERE = one_of(LISTS.words("place_cues", "where"))
PLACED_BEFORE = regex(
    rf"\b{_WHERE}\s(?:(?:the|an?|his|her|its|their|our)\s)?(?:(?!for\b|of\b|by\b|with\b|and\b)[a-z][a-z-]+\s){{0,2}}"
    rf"(?:(?:{_WHERE}|of)\s(?:the\s)?)?$"
)
"""Before the name of a place: "in", "at the old port of"."""
RIGHT_IN = Before(LISTS.words("place_cues", "right-in"))
TRUSTING = Before(LISTS.words("place_cues", "trusting"))
LIES_IN = Behind(LISTS.words("place_cues", "outer"))
NO_PLACE = LISTS.entries("endings", "no-place")
NO_NOUN = LISTS.words("function_words")
"""What stands behind a name that modifies nothing: "in Vox and", not "in Vox circles"."""
