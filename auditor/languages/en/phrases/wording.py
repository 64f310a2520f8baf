"""How English words are spelt and set in ways that are one word."""

from __future__ import annotations

import re

SPELLING = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our"), "or"),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)$"), ""),
    (re.compile(r"(?<=\w{3})ll(?=(?:ed|ing|er|ers|or)$)"), "l"),
)
"""British spellings and numbers of days, and what stands for them on both sides."""
SPEAKER_HIMSELF = re.compile(r"I(?:[’'].*)?$")
"""The word for the speaker, which is no name though it has a capital."""
PAIRED = {("can", "not"): "cannot", ("per", "cent"): "percent"}
"""Words written in two -> in one."""
NUMERO, NUMERO_IN_FULL = frozenset(("No", "no", "Nos")), "number"
"""How "number" is written short before a number, with a full stop; and in full."""
