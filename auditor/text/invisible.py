"""Characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors and tags.

Texts are compared without them, and their places are kept: what is found in the text without them is told where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.text.regex import regex

INVISIBLE = regex(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef]"
)


def without(text: str) -> str:
    """The text without characters that nobody sees."""
    return text if text.isascii() else INVISIBLE.sub("", text)


def visible(text: str) -> tuple[str, Sequence[int]]:
    """The text without characters that nobody sees, and the place of each character in the text given; the end is the last."""
    if text.isascii() or not INVISIBLE.search(text):
        return text, range(len(text) + 1)
    places = [at for at, character in enumerate(text) if not INVISIBLE.match(character)]
    return "".join(text[at] for at in places), [*places, len(text)]


def ends(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Where ``[start, end)`` of the visible text stands in the text given, without what nobody sees at its ends."""
    return places[start], places[end - 1] + 1 if end > start else places[start]
