"""Units of measure and money: how news writes them, and one name for each.

The names of measures are those of the unit library that converts them; currencies have their ISO 4217 codes. A word
that means several units ("pounds", "tons", "pesos") keeps its own name and converts to nothing.
"""

from __future__ import annotations

SYMBOLS = {
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "r$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
}
"""Sign before an amount, in lower case -> currency."""

CODES = frozenset("USD EUR GBP JPY CHF CNY INR RUB UAH AUD CAD PLN SEK NOK DKK TRY ILS".split())
"""Currency codes that are written beside an amount."""

DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "hong kong": "HKD",
    "new zealand": "NZD",
    "singapore": "SGD",
}
"""Whose dollars, in lower case -> currency."""

_MONEY = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias",
    "TRY": "lira",
    "ILS": "shekel shekels",
    "PLN": "zloty zlotys",
    "ZAR": "rand",
    "pound": "pound pounds",
    "cent": "cent cents",
    "penny": "pence",
    "peso": "peso pesos",
    "rupee": "rupee rupees",
    "franc": "franc francs",
    "krone": "krone kroner krona kronor",
    "dinar": "dinar dinars",
    "riyal": "riyal riyals",
    "naira": "naira",
    "crown": "crown crowns",
    "mark": "mark marks",
    "baht": "baht",
    "dirham": "dirham dirhams",
    "dong": "dong",
    "ducat": "ducat ducats",
    "florin": "florin florins",
    "forint": "forint forints",
    "guilder": "guilder guilders",
    "ringgit": "ringgit",
    "rupiah": "rupiah rupiahs",
    "shilling": "shilling shillings",
    "birr": "birr",
}

_MEASURES = {
    "km": "km kms kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles",
    "nautical_mile": "nautical-mile nautical-miles",
    "yard": "yard yards",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "km**2": "square-kilometre square-kilometres square-kilometer square-kilometers sq-km km2 km²",
    "m**2": "square-metre square-metres square-meter square-meters sq-m m2 m²",
    "mile**2": "square-mile square-miles sq-mi",
    "foot**2": "square-foot square-feet sq-ft",
    "hectare": "hectare hectares",
    "acre": "acre acres",
    "kg": "kg kgs kilogram kilograms kilo kilos",
    "g": "gram grams",
    "metric_ton": "tonne tonnes metric-ton metric-tons",
    "short_ton": "short-ton short-tons",
    "ton": "ton tons",
    "ounce": "ounce ounces oz",
    "lb": "lb lbs",
    "liter": "litre litres liter liters",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "barrel": "barrel barrels",
    "m**3": "cubic-metre cubic-metres cubic-meter cubic-meters",
    "foot**3": "cubic-foot cubic-feet",
    "km/hour": "km/h kmh kph kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour",
    "mile/hour": "mph miles-per-hour miles-an-hour",
    "knot": "knot knots",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh kilowatt-hour kilowatt-hours",
    "degC": "°c degrees-celsius degrees-centigrade celsius",
    "degF": "°f degrees-fahrenheit fahrenheit",
    "degree": "degree degrees",
    "magnitude": "magnitude",
    "%": "% percent per-cent pct",
    "percentage point": "percentage-point percentage-points",
    "basis point": "basis-point basis-points",
}

UNITS = {
    word.replace("-", " "): unit
    for table in (_MONEY, _MEASURES)
    for unit, words in table.items()
    for word in words.split()
}
"""How a unit is written behind a number, in lower case -> its name."""

MONEY = frozenset(SYMBOLS.values()) | CODES | frozenset(_MONEY)
"""The units that are money: they never convert."""

CONVERTIBLE = frozenset(_MEASURES) - {"ton", "degree", "magnitude", "%", "percentage point", "basis point"}
"""The units that the unit library converts."""
