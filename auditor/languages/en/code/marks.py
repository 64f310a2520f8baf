"""Quotation marks: which opens, which closes, and what stands between them.

Each mark is typed by its neighbours first (may it open, may it close), so that straight marks, apostrophes and inches are
told apart without counting. Marks are then paired paragraph by paragraph, so that one slip loses one paragraph. A paragraph
that opens and does not close runs on into the next where that opens again (house style of running quotations).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages.en.code.nicknames import is_nickname
from auditor.languages.en.lists import LISTS
from auditor.model import Prose
from auditor.text.regex import regex
from auditor.text.runs import run_at

_SAYING = LISTS.all_members("reporting_verbs", "saying")

CLOSED, RUNS_ON, CUT, UNCLOSED = "closed", "runs on", "cut", "unclosed"

_MARKS = regex("[“”\"«»„‘’']")
_CLOSES = {"“": '”"“', '"': '"”', "„": "“”", "«": "»", "»": "«", "‘": "’'", "'": "'’", "”": '”"'}
"""What may close each opening mark; pages that were retyped mix straight and curly ones."""
_SINGLE = "'‘’"
_ELIDED = frozenset(("em", "til", "tis", "twas", "cause", "bout", "round", "n"))
"""What an apostrophe stands before in place of letters."""
_MOST = 12
"""Passages of one paragraph that nothing closes, and paragraphs over which one is followed: a text with more is no prose."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage in marks: ``[start, end)`` inside them; ``closed`` says how it ends.

    ``closed``: a mark closes it; ``runs on``: the next paragraph opens again; ``cut``: the next paragraph goes on without
    a mark (a caption or an advertisement stood between); ``unclosed``: nothing closes it.
    """

    start: int
    end: int
    closed: str


def marked_passages(prose: Prose) -> Iterator[Marked]:
    """Every passage in quotation marks, outermost marks only, in reading order."""
    text = prose.text
    carried = 0
    for number, (start, end) in enumerate(prose.paragraphs):
        closing, lone = _pairs(text, start, end)
        closing = {mark: close for mark, close in closing.items() if not is_nickname(text, mark, end)}
        if carried == 1 and lone is not None:
            yield _stripped(text, start, lone, CLOSED)
        elif carried > 1:
            yield _stripped(text, start, end, CUT)
        carried = max(0, carried - 1)
        for passage in _outermost(text, end, closing):
            if passage.closed != CUT:
                yield passage
                continue
            ends, carried = _how_it_ends(prose, number, passage)
            if ends != UNCLOSED or text[_opener(text, passage.start)] != "‘":
                yield Marked(passage.start, passage.end, ends)
            if ends != UNCLOSED:
                break


def _outermost(text: str, end: int, closing: dict[int, int | None]) -> Iterator[Marked]:
    """The passages of one paragraph; one that nothing closes goes to its end, and is cut there unless it opens again."""
    at = unclosed = 0
    openers = sorted(closing)
    for place, mark in enumerate(openers):
        close = closing[mark]
        if mark < at:
            continue
        if close is not None:
            yield _stripped(text, mark + 1, close, CLOSED)
            at = close + 1
        elif text[mark] not in _SINGLE or text[mark] == "‘":
            again = [later for later in openers[place + 1 : place + 4] if text[later] == text[mark]]
            if again and _joined(text, mark, again[0]):
                yield _stripped(text, mark + 1, again[0], RUNS_ON)
                at = again[0]
            elif unclosed < _MOST and (not again or text[mark] != "‘"):
                unclosed += 1
                yield _stripped(text, mark + 1, end, UNCLOSED if again else CUT)


def _joined(text: str, mark: int, again: int) -> bool:
    """Whether speech goes on where the mark opens again: the paragraphs of a running quotation, joined to one.

    Whole sentences stand between the two, and the last of them does not tell who speaks.
    """
    said = text[mark + 1 : again].strip()
    whole = said[:1].isupper() and said.rstrip("”\"’' ")[-1:] in tuple(".!?…") and text[again - 1].isspace()
    return whole and text[again + 1 : again + 2].isupper() and not _reported(said)


def _reported(said: str) -> bool:
    """Whether the last clause is a short one that tells who speaks, "..., he said on Monday.", and not inside the speech."""
    said = said.rstrip(".!?…").lower()
    mark = max(map(said.rfind, ",?!"))
    clause = said[mark + 1 :].split() if mark > 0 else []
    inside = any(word[0] in _CLOSES for word in clause) and clause[1:2] not in (["he"], ["she"], ["they"])
    return not (_SAYING.isdisjoint(clause[:4]) or clause[9:] or inside)


def _how_it_ends(prose: Prose, number: int, passage: Marked) -> tuple[str, int]:
    """How a passage ends that no mark of paragraph ``number`` closes, and in how many further paragraphs if it is cut.

    The next paragraph opens again (it runs on), or one of those behind it closes what none of them opened.
    """
    text = prose.text
    mark = _opener(text, passage.start)
    following = prose.paragraphs[number + 1 : number + 1 + _MOST]
    first = text[following[0][0] : following[0][0] + 1] if following else ""
    speech = text[mark + 1 : mark + 2].isupper() or text[mark + 1 : mark + 2] in ("…", ".", "(", "[")
    if speech and first == text[mark]:
        return RUNS_ON, 0
    broken = first.islower() and text[passage.end - 1 : passage.end] not in ".!?"
    if not broken and not speech:
        return UNCLOSED, 0
    for over, (start, end) in enumerate(following, 1):
        closing, lone = _pairs(text, start, end)
        closing = {mark: close for mark, close in closing.items() if not is_nickname(text, mark, end)}
        if lone is not None:
            return CUT, over
        if any(text[at] not in _SINGLE for at in closing):
            break
    return UNCLOSED, 0


def _opener(text: str, start: int) -> int:
    """Where the mark stands that opens the passage beginning at ``start``."""
    at = start - 1
    while at > 0 and text[at].isspace():
        at -= 1
    return at


def _pairs(text: str, start: int, end: int) -> tuple[dict[int, int | None], int | None]:
    """The mark that closes each opening one (``None``: nothing does), and a double mark that closes what nothing opened.

    Marks typed as two apostrophes (``''``) are not read; single ones beside them are inner ones. A straight mark stuck to the
    end of a sentence, which nothing closes, has closed what stood before, whatever is stuck to it in turn.
    """
    pairs: dict[int, int | None] = {}
    waiting: list[int] = []
    lone = None
    doubled = text.find("''", start, end) >= 0
    for found in _MARKS.finditer(text, start, end):
        place = found.start()
        opener = _closed_by(text, waiting, place) if _may_close(text, place, end) else None
        if opener is not None:
            del waiting[opener[0] :]
            pairs[opener[1]] = place
        elif _may_open(text, place, start, end, doubled):
            waiting.append(place)
            pairs[place] = None
        elif not pairs and lone is None and text[place] in '”"»':
            lone = place
    stuck = [mark for mark in waiting if mark > start and text[mark] == '"' and text[mark - 1] in ".,!?…"]
    for mark in stuck:
        del pairs[mark]
    return pairs, stuck[0] if stuck and not pairs and lone is None else lone


def _closed_by(text: str, waiting: list[int], place: int) -> tuple[int, int] | None:
    """Which of the marks that wait is closed by the one at ``place``: the last of a fitting kind."""
    for back, at in enumerate(waiting[:-5:-1], 1):
        if text[place] in _CLOSES[text[at]]:
            return len(waiting) - back, at
    return None


def _may_open(text: str, place: int, start: int, end: int, doubled: bool) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    mark = text[place]
    if mark in "“„«":
        return not (after.isspace() and not before.isspace())
    if mark in "’”" or after.isspace() or before.isalnum() or before == "=":
        return False
    if mark in "'‘":
        return (
            not doubled
            and (after.isalpha() or after in '“"[$…')
            and before not in "'’"
            and run_at(text, place + 1).lower() not in _ELIDED
        )
    return before.isspace() or before in "([—–-/‘'“…" or (mark == '"' and before in ",.:;")


def _may_close(text: str, place: int, end: int) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1] if place + 1 < end else " "
    mark = text[place]
    if mark == '"':
        inches = before.isdigit() and not {"'", "’"}.isdisjoint(text[max(0, place - 4) : place])
        spaced = before == " " and text[place - 2 : place - 1] in ("'", "’")
        blank = before.isspace() and (after.isspace() or after in ",.;:!?)")
        return (spaced or blank or not before.isspace()) and before != "" and not inches
    if mark in "'’":
        return not after.isalnum() and _closes_single(before, after)
    if mark == "“":
        return after.isspace() or (not before.isspace() and after in ",.;:)")
    return mark not in "‘„"


def _closes_single(before: str, after: str) -> bool:
    """Whether a single mark closes a quotation rather than a possessive ("sailors’ wives")."""
    return before in tuple(".,!?…)") or (not before.isspace() and (before != "s" or after in '.,;:)”"'))


def _stripped(text: str, start: int, end: int, closed: str) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, closed)
