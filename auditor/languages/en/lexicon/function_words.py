"""Function words by which a text is known to be English."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """the and that with from this these those they their them which who whose would could should were are been but not
    his has it's its than because about when what where while after before also into there""".split()
)
"""Common words that are none, or rare ones, in other languages written in Latin letters: "in", "was", "die" are not among them."""
