"""Verbs by which an actor accepts or rejects something, in all their forms."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import inflected

_FOR = "for"
_SIDES = LISTS.column("stances", "side")
_VERBS = LISTS.words("stances", "verb")


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    """The regular forms of the verbs among the words, the others as they are."""
    return frozenset(form for word in verbs for form in (inflected(word) if word in _VERBS else (word,)))


WANTING = _forms(LISTS.words("stances", "wanting"))
"""Verbs whose object the subject wants to have; denied, they refuse it."""

ACCEPTING = _forms(verb for verb in _VERBS - LISTS.words("stances", "wanting") if _SIDES[verb] == _FOR)
"""Verbs whose object the subject is for."""

REJECTING = _forms(verb for verb in _VERBS if _SIDES[verb] != _FOR)
"""Verbs whose object the subject is against."""

_CROWDS = LISTS.members("stances", "side", "crowd")
PHRASES = {phrase: side == _FOR for phrase, side in LISTS.column("stances", "side", "phrase").items()} | {
    f"{form} {side}": side == _FOR for verb, sides in _CROWDS.items() for form in inflected(verb) for side in sides
}
"""Phrases of the two families -> whether they accept."""
