"""Units of measure and money: how news writes them, and one name for each.

The names of measures are those of the unit library that converts them; currencies have their ISO 4217 codes. A word
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

CONVERTIBLE = LISTS.words("units") - LISTS.words("units", "unconverted")
"""The units that the unit library converts."""
