"""What a finding asks, put into a message: the question, who answers it how, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model import Asked, Side, Span

SHOWN = 80
"""Characters of a text that a question repeats at most."""
MOST_DOCUMENTS = 4
"""Documents that a message names for one answer; the others are counted."""


def message(asked: Asked) -> str:
    """The finding in a few sentences, the thing first: "How old is Osric Pell? “56” in c.txt; “58” in a.txt. Both ...".

    The words of one place that the question quotes are not told again.
    """
    told = "" if _is_quoted(asked) else "; ".join(map(_told, asked.sides))
    return " ".join(part for part in (asked.question, told and f"{told}.", asked.settle) if part)


def side(spans: Iterable[Span], value: str = "", same: str = "") -> Side:
    """The side that the places of one value make; in the words of the first of them unless others are given.

    Raises ``ValueError`` where there is no place.
    """
    places = tuple(dict.fromkeys(spans))
    if not places:
        raise ValueError("a side needs a place")
    return Side(value or " ".join(places[0].text.split()), places, same)


def brief(text: str, most: int = SHOWN) -> str:
    """Words as a question repeats them: on one line, and cut behind a word where they have more characters than that."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[: most - 1]}…"


def _is_quoted(asked: Asked) -> bool:
    places = [place for side in asked.sides for place in side.places]
    return len(places) == 1 and f"“{brief(asked.sides[0].value)}”" in asked.question


def _told(side: Side) -> str:
    return f"“{side.value}” in {named([span.document for span in side.places])}"


def named(documents: Sequence[str]) -> str:
    """Documents in a clause, each once and the first few of many: "a.txt, b.txt and c.txt"."""
    once = list(dict.fromkeys(documents))
    if len(once) > MOST_DOCUMENTS:
        return f"{', '.join(once[:MOST_DOCUMENTS])} and {len(once) - MOST_DOCUMENTS:,} more"
    return f"{', '.join(once[:-1])} and {once[-1]}" if len(once) > 1 else "".join(once)
