"""Words that tell what kind of figure a number is."""

from __future__ import annotations

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.beside import Within
from auditor.text.regex import regex

_BALLOTS = (
    (one, be, how)
    for one in ("vote", "votes", "ballot", "ballots")
    for be in ("", "were", "had been", "are")
    for how in ("counted", "reporting", "in")
)
OF_A_MOMENT = Within({*LISTS.words("day_words", "moment"), *(" ".join(filter(None, words)) for words in _BALLOTS)})
"""What says that a figure is of a moment, and another may come."""
OF_A_MARKET, OF_A_POLL = (Within(LISTS.words("counting", tag)) for tag in ("market", "poll"))
MEASURING = regex(rf"(?:\d{{1,9}}|{one_of(SMALL)})-\w{{1,40}}")
"""A word that tells how large something is: "two-state", "90-day"."""
