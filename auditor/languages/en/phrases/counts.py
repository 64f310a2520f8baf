"""Words that tell what kind of figure a number is."""

from __future__ import annotations

import re

OF_A_MOMENT = re.compile(
    r"\b(?:by (?:mon|tues|wednes|thurs|fri|satur|sun)day|so far|to date|until now|up to now|precincts?|exit polls?|preliminary|provisional|advisory|early (?:returns|results)"
    r"|(?:votes?|ballots?) (?:were |had been |are )?(?:counted|reporting|in)|expected to rise|at one (?:point|stage))\b"
)
"""What says that a figure is of a moment, and another may come."""
OF_A_MARKET = re.compile(r"\b(?:dow|nasdaq|s&p|ftse|nikkei|hang seng|index|shares|stocks|futures|yields?)\b")
OF_A_POLL = re.compile(r"\b(?:polls?|polling|surveys?|surveyed|respondents?)\b")
MEASURING = re.compile(r"(?:\d{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-\w{1,40}")
