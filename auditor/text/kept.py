"""How much is kept of what was read: an article repeats its own words, and the articles of one day each other's."""

from __future__ import annotations

ARTICLES = 64
"""Articles of which what was found is kept: extraction, checks and comparing ask for it, one after another."""
WORDS = 20_000
"""Words, or runs of words, whose readings are kept."""
