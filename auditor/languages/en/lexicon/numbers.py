"""Numbers in words with their values: cardinals, ordinals, scales, fractions, and what bounds or blurs a number."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS

CARDINALS = LISTS.numbers("numbers", "value", "cardinal")
"""Number in words -> value, from zero to a hundred."""

SMALL = {word: value for word, value in CARDINALS.items() if 0 < value < CARDINALS["hundred"]}
"""Cardinal below a hundred -> value."""

RANKS = LISTS.numbers("numbers", "value", "ordinal")
"""Ordinal in words -> value."""

FIRST_RANKS = {word: value for word, value in RANKS.items() if value <= CARDINALS["twelve"]}
"""The ordinals by which one of a few events is told from its neighbours -> value."""

DECADES = LISTS.numbers("numbers", "value", "decade")
"""Decade in words -> its first year in a century."""

SCALES = LISTS.numbers("numbers", "value", "scale")
"""Scale word -> what it multiplies by."""

SHORT_SCALES = LISTS.numbers("numbers", "value", "short-scale")
"""Scale letters behind digits -> what they multiply by."""

GROUPS = LISTS.numbers("numbers", "value", "group")
"""Word for a group -> its size."""

FRACTIONS = LISTS.numbers("numbers", "value", "fraction")
"""Fraction word -> its denominator."""

WHOLES = LISTS.numbers("numbers", "value", "whole")
"""What shares are counted out of -> its value."""

COMPARATORS = LISTS.column("comparators", "sign", "before")
"""What bounds or blurs a number, before it -> its sign: at least, above, at most, below, about, nearly, just over."""

AMBIGUOUS = LISTS.words("comparators", "ambiguous")
"""Comparators that before a small number may be prepositions: "a dispute over two islands"."""

TRAILING = LISTS.column("comparators", "sign", "behind")
"""The same behind the number."""
