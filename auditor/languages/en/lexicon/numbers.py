"""Numbers in words: cardinals, scales, fractions, and the words before and behind a number that bound or blur it."""

from __future__ import annotations

from auditor.languages.en.lexicon.calendar import NUMBERS

SMALL = {word: value for word, value in NUMBERS.items() if 0 < value < 100}
"""Cardinal below a hundred -> value."""

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""Scale word -> what it multiplies by."""

SHORT_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
"""Scale letters behind digits -> what they multiply by; one letter alone may also be a unit."""

GROUPS = {"dozen": 12, "score": 20}
"""Word for a group -> its size; "a score" is rather a result, so scores count in the plural alone."""

FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Fraction word -> its denominator; all but halves take an s in the plural."""

COMPARATORS = {
    phrase: sign
    for sign, phrases in {
        ">=": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|a total of at least|as few as",
        ">": "more than|over|above|upwards of|upward of|in excess of|exceeding|greater than|well over|far more than",
        "<=": "up to|at most|no more than|not more than|a maximum of|as many as|as much as|as high as",
        "<": "less than|fewer than|under|below|well under",
        "~": "about|around|roughly|approximately|approx.|some|an estimated|estimated|circa|ca.|in the region of|"
        "somewhere around|or so",
        "<~": "nearly|almost|just under|close to|approaching|not quite|a little under|slightly less than|just less than|"
        "slightly under|just below",
        ">~": "just over|just more than|just above|a little over|slightly more than|slightly over|little more than",
    }.items()
    for phrase in phrases.split("|")
}
"""What bounds or blurs a number, before it -> its sign: at least, above, at most, below, about, nearly, just over."""

AMBIGUOUS = frozenset({"about", "around", "over", "under", "above", "below", "some", "approaching"})
"""Comparators that before a small number may be prepositions: "a dispute over two islands"."""

TRAILING = {
    "or more": ">=",
    "or above": ">=",
    "or over": ">=",
    "or higher": ">=",
    "or less": "<=",
    "or fewer": "<=",
    "or under": "<=",
    "or lower": "<=",
    "or so": "~",
    "-plus": ">=",
    "+": ">=",
}
"""The same behind the number."""
