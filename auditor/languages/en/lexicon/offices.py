"""Offices by class: posts that exclude each other, words of a post, and titles as they are cut short."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.languages.en.lists import LISTS

HEAD = "head"
"""The class of whoever is at the head of something."""

EXCLUSIVE = frozenset(
    frozenset((office, other)) for office, others in LISTS.members("offices", "not with").items() for other in others
)
"""Pairs of classes that one person does not hold in one organisation at a time."""

OPPOSED = (LISTS.words("office_words", "majority-or-minority"), LISTS.words("office_words", "junior-or-senior"))
"""Words before an office of which one person has one at a time."""

ABBREVIATED = {f"{short}.": full for short, full in LISTS.column("short_forms", "written out", "office").items()}
"""Titles as newsrooms cut them short -> the words they stand for."""

PORTFOLIOS = {field: field for field in LISTS.words("portfolios")} | LISTS.entry_of("portfolios", "words")
"""The field of a minister -> the word it is counted as."""

_FIELD_ENDS = LISTS.words("office_words", "field-end")
_FIELDS_BEHIND = (
    PORTFOLIOS.keys()
    | LISTS.words("office_words", "field")
    | {title.partition(" of ")[2] for titles in LISTS.members("offices", "titles").values() for title in titles}
)

UNNAMED = {office: frozenset(held) for office, held in LISTS.members("offices", "held in").items()}
"""Classes of which a story has one -> the words for what they are held in where a text does not name it again."""


def field_behind(words: Sequence[str]) -> int:
    """How many of the words, in lower case, say behind an office what it is of, where a name follows: "of State", "of the Treasury"."""
    if words[:1] != ["of"]:
        return 0
    used = 3 if words[1:2] == ["the"] else 2
    if not words[used - 1 : used] or words[used - 1] not in _FIELDS_BEHIND:
        return 0
    return used + int(not _FIELD_ENDS.isdisjoint(words[used : used + 1]))
