"""What stands right before an expression of time and says that it is one, or which: the list ``time_leads`` by its tags."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.beside import Before


def leads(tag: str, behind: str = "", *, hyphen: bool = False) -> Before:
    """The phrases with the tag, each with the words ``behind`` it; ``hyphen`` as in ``Before``."""
    return Before((f"{phrase} {behind}".strip() for phrase in LISTS.words("time_leads", tag)), hyphen=hyphen)
