"""How English words are spelt and set in ways that are one word."""

from __future__ import annotations

from auditor.text.regex import regex

VARIANT = regex(
    r"(?<=\w{3})(?:is(?=(?:e|ed|es|ing|ation|ations)$)|our|ll(?=(?:ed|ing|er|ers|or)$))|(?<=\d)(?:st|nd|rd|th)$"
)
"""British spellings, and what stands behind the number of a day."""
FOLDED = {"is": "iz", "our": "or", "ll": "l"}
"""British spelling -> what stands for it on both sides; what is not here is left out."""
SPEAKER_HIMSELF = ("I’", "I'")
"""How the word for the speaker begins, which is no name though it has a capital."""
PAIRED = {("can", "not"): "cannot", ("per", "cent"): "percent"}
"""Words written in two -> in one."""
NUMERO, NUMERO_IN_FULL = frozenset(("No", "no", "Nos")), "number"
"""How "number" is written short before a number, with a full stop; and in full."""
