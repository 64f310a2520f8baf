"""Short ways of writing and of speaking, with what they stand for: no newsroom's change of one into the other changes a word.

The abbreviations are those that the AP stylebook has newsrooms use before names and in dates; the contractions are those of
spoken English.
"""

from __future__ import annotations

from auditor.languages.en.lists import LISTS

LONG_FORMS = LISTS.column("short_forms", "written out", "same") | LISTS.entry_of("months", "short")
"""Word written short, in lower case without its full stop -> in full."""

ENDINGS = {ending: f" {full}" for ending, full in LISTS.column("contractions", "written out", "ending").items()}
"""What is contracted with the word before it -> written out."""

CONTRACTIONS = {word: full for word, full in LISTS.column("contractions", "written out").items() if word not in ENDINGS}
"""Words that are two, as spoken -> as written out."""
