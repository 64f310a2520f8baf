"""Words that tell what kind of figure a number is."""

from __future__ import annotations

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.beside import Within
from auditor.text.regex import regex

OF_A_MOMENT = regex(
    r"\b(?:by (?:mon|tues|wednes|thurs|fri|satur|sun)day|so far|to date|until now|up to now|precincts?|exit polls?|preliminary|provisional|advisory|early (?:returns|results)"
    r"|(?:votes?|ballots?) (?:were |had been |are )?(?:counted|reporting|in)|expected to rise|at one (?:point|stage))\b"
)
"""What says that a figure is of a moment, and another may come."""
OF_A_MARKET, OF_A_POLL = (Within(LISTS.words("counting", tag)) for tag in ("market", "poll"))
MEASURING = regex(rf"(?:\d{{1,9}}|{one_of(SMALL)})-\w{{1,40}}")
"""A word that tells how large something is: "two-state", "90-day"."""
