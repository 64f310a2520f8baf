"""Units of measure and money: how news writes them, and one name for each.

The names of measures are those of the library pint; currencies have their ISO 4217 codes. A word
that means several units ("pounds", "tons", "pesos") keeps its own name and converts to nothing.
"""

from __future__ import annotations

from auditor.languages.en.lists import LISTS

SYMBOLS = LISTS.entry_of("currencies", "signs")
"""Sign before an amount, in lower case -> currency."""

CODES = LISTS.words("currencies", "code")
"""Currency codes that are written beside an amount."""

DOLLARS = LISTS.entry_of("currencies", "whose dollars")
"""Whose dollars, in lower case -> currency."""

UNITS = LISTS.entry_of("currencies", "words") | LISTS.entry_of("units", "words")
"""How a unit is written behind a number, in lower case -> its name."""

MONEY = LISTS.words("currencies")
"""The units that are money: they never convert."""

_SIZES = LISTS.column("units", "size")
MEASURES = {unit: (measure, float(_SIZES[unit])) for unit, measure in LISTS.column("units", "measure").items()}
"""Unit that converts -> what it measures, and how many of the SI unit of that one is."""
