"""Light words: the ones that stand beside any statement and so say nothing of what it is about."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS

LIGHT = (
    LISTS.words("plain_words", "light")
    | LISTS.all_members("reporting_verbs", "saying")
    | LISTS.words("months")
    | LISTS.words("weekdays")
)
"""Lemmas left out of contexts: function words, auxiliaries, reporting verbs, words of quantity and of the calendar."""
