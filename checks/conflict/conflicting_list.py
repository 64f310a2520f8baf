"""Two articles name different members in lists that both claim to be complete.

## What it flags
"The three finalists are Aldana, Brun and Castro" beside "the three finalists, Aldana, Brun and Dahl": the same number of the
same thing, most of them the same, and one that only one article has.

## Why it matters
One article has left out a name that belongs there and put in one that does not.

## How to settle it
Get the list from whoever drew it up; where both hold, say as of when.

## What it leaves alone
Lists that are open ("including", "among them", a number larger than the names); lists of other things or of another length;
lists that have no member in common; a member told by a shorter or longer name.

## References
de Marneffe et al. 2008 (ACL P08-1118): contradiction by values that exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import alike
from auditor.model import Asked, Comparison, Confidence, Family, Finding, Severity, Side, Span
from auditor.story.rosters import Roster, rosters
from auditor.story.stories import Story


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Tell of every two rosters of one thing that differ in a few members."""
    listed = {record.article.document.id: list(rosters(record)) for record in story.records}
    for left, right in story.pairs:
        for one in listed[left.article.document.id]:
            for other in listed[right.article.document.id]:
                if _one_list(one, other) and (mine := _only(one, other)) and (theirs := _only(other, one)):
                    yield _finding(one, mine, theirs)


def _one_list(one: Roster, other: Roster) -> bool:
    """Whether two rosters list one thing: as many of it, at least half of them the same, none of another kind."""
    same_thing = one.thing == other.thing or alike(one.thing, other.thing)
    if not same_thing or len(one.members) != len(other.members) or (one.narrowed and other.narrowed - one.narrowed):
        return False
    return len(one.keys & other.keys) * 2 >= len(one.members)


def _only(one: Roster, other: Roster) -> list[Span]:
    """The members of one roster that the other does not name, in any form."""
    words = {word for key in other.keys for word in key.split()}
    return [member for member in one.members if not words & set(member.text.lower().split())]


def _finding(one: Roster, mine: Sequence[Span], theirs: Sequence[Span]) -> Finding:
    settle = "Both hold only if they were drawn up at different times or mean different lists."
    return CHECK.finding(
        Asked("list", one.told, f"Which are the {one.told}?", (_side(theirs), _side(mine)), settle),
        theirs[0],
        [*theirs[1:], *mine],
        confidence=Confidence.MEDIUM,
    )


def _side(members: Sequence[Span]) -> Side:
    return side(members, ", ".join(" ".join(member.text.split()) for member in members))


CHECK = Check(
    id="conflicting-list",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "three finalists",
            "The three finalists are Aldana, Brun and {{Castro}}, the jury said.",
            "The jury met the three finalists, Aldana, Brun and [[Dahl]], on Monday.",
        ),
        example(
            "stations that stay shut",
            "Four stations were closed: Tallow Bridge, {{Fenny Cross}}, Upper Marl and Quarry Halt.",
            "The four stations are Tallow Bridge, Upper Marl, Quarry Halt and [[Karsholm East]].",
        ),
    ),
    leaves_alone=(
        example(
            "one list in another order",
            "The three finalists are Aldana, Brun and Castro.",
            "The three finalists, Castro, Aldana and Brun, met on Monday.",
        ),
        example(
            "an open list",
            "The five finalists include Aldana, Brun and Castro.",
            "The five finalists, among them Aldana, Brun and Dahl, met on Monday.",
        ),
        example(
            "a member by a longer name",
            "The three finalists are Aldana, Brun and Castro.",
            "The three finalists, Rosa Aldana, Brun and Castro, met on Monday.",
        ),
        example(
            "lists of other things",
            "The three finalists are Aldana, Brun and Castro.",
            "The three judges, Aldana, Brun and Dahl, met on Monday.",
        ),
        example(
            "a list of another length",
            "The three finalists are Aldana, Brun and Castro.",
            "The four finalists are Aldana, Brun, Dahl and Egger.",
        ),
    ),
)
