"""The first words of a notice on an article: a correction, an update."""

from __future__ import annotations

import re

from auditor.languages.en.lists import LISTS
from auditor.text.alternation import phrases
from auditor.text.regex import regex


def _words(tag: str) -> str:
    return f"(?:{phrases(LISTS.words('notices', tag))})"


_WHEN = r"(?:,?\s(?:\d[\w:.,/]{0,9}|[a-z.]{1,4}|[a-z]{3,6}day)){0,7}"
"""A day and a time: "Monday, June 3, at 3:10 p.m. ET"."""
NOTICE = regex(
    rf"[\[(*\s—–-]{{0,3}}{_words('label')}{_WHEN}\s?[:—–]|\W{{0,3}}{_words('sentence')}\b|\({_words('bracket')}\b", re.I
)
