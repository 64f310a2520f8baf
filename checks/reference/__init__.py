"""Reference: articles held against tables of dated facts (``auditor.facts``)."""

from __future__ import annotations

from auditor.facts.rows import Origin


def looked_up(origin: Origin) -> str:
    """Where a row was found, in brackets: its page and the day."""
    return f"({origin.source}, checked on {origin.checked_on})"
