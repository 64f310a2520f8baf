"""Sourcing: what speaks for or against relying on an article, as facts with their places, and never as a score.

A ``Profile`` tells of one article who speaks in it and what is known of where it comes from; ``shared`` tells of a story
which speakers its independent articles have in common. Both are made of the articles' records: no text is read again.
"""

from auditor.sourcing.profile import Entry, Profile, Row, State
from auditor.sourcing.profiles import Sourcing, sourcing_of
from auditor.sourcing.speakers import Shared, Speakers

__all__ = ["Entry", "Profile", "Row", "Shared", "Sourcing", "Speakers", "State", "sourcing_of"]
