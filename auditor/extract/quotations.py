"""Quotations: what stands in quotation marks, what kind of quotation it is, and who says it.

Marks are paired paragraph by paragraph, so that one slip loses one paragraph. A paragraph that opens and does not close
runs on into the next where that opens again (house style of running quotations); otherwise the mark is unclosed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.extract.names import Names
from auditor.extract.speakers import Speakers
from auditor.lexicon.reporting import SAYING
from auditor.model import Claim, ClaimKind, Prose, Quotation

_MARKS = re.compile("[“”\"«»„‘’']")
_CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "'": "'", "»": "«"}
_CLOSED_BY = {mark: [opener for opener, marks in _CLOSERS.items() if mark in marks] for mark in "“”\"«»„‘’'"}
_SINGLE = "'‘"
_DOUBLE = re.compile('[“”"]')
_WORD = re.compile(r"[\w’'-]+")
_TITLE_BEFORE = re.compile(
    r"\b(?:called|titled|entitled|named|dubbed|nicknamed|headlined|slogan|book|film|movie|song|album|novel|series|show|play|"
    r"programme|program|podcast|documentary|episode|essay|article|exhibition|poem|track|single)\s\W?$",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:what|which|whom)\s(?:[\w’'-]{1,20}\s){1,4}?(?:calls?|called|describes?d?|terms?|termed|considers?|refers?\sto\sas|"
    r"referred\sto\sas|sees?\sas|labels?|labelled)\s(?:a\s|an\s|the\s)?$|\bso-called\s$",
    re.I,
)
_DIRECT_WORDS = 4
"""Words from which a passage in marks that opens with a capital or ends like a sentence is speech, not a term."""
_FRAGMENT_WORDS = 3
"""Terms in marks are mostly one or two words; from three on, with a verb of saying beside them, they are speech."""
_MOST_SINGLE = 1_000
"""Characters within which a single closing mark is looked for: it is also the apostrophe."""
_MOST_DOUBLE = 5_000
"""Characters of the longest quotation: paragraphs of speech are shorter."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage in marks: ``[start, end)`` inside them; ``closed`` says how it ends."""

    start: int
    end: int
    closed: str


CLOSED, RUNS_ON, UNCLOSED = "closed", "runs on", "unclosed"


def find_quotations(prose: Prose, names: Names) -> Iterator[Claim]:
    """A claim for each passage in quotation marks; unclosed passages and marks without a word between them make none."""
    passages = [one for one in marked_passages(prose) if one.closed != UNCLOSED and _holds_words(prose, one)]
    speakers = Speakers(prose, names)
    for passage in passages:
        form = _form(prose, passage)
        speaker, cue = None, None
        if form in ("direct", "fragment"):
            speaker, cue = speakers.of(passage.start, passage.end, form == "direct")
        if form == "fragment" and cue is None:
            form = "scare"
            speaker = None
        value = Quotation(form, speaker, cue)
        says = speaker.text if speaker else None
        span = prose.span(passage.start, passage.end)
        yield Claim(ClaimKind.QUOTATION, span, value, f"words of {says}" if says else "", source=says)


def _holds_words(prose: Prose, passage: Marked) -> bool:
    return bool(_WORD.search(prose.text, passage.start, passage.end))


def marked_passages(prose: Prose) -> Iterator[Marked]:
    """Every passage in quotation marks, outermost marks only, in reading order."""
    text = prose.text
    for number, (start, end) in enumerate(prose.paragraphs):
        following = prose.paragraphs[number + 1][0] if number + 1 < len(prose.paragraphs) else len(text)
        at = start
        closing = _pairs(text, start, end)
        while True:
            mark = _opening(text, at, end)
            if mark is None:
                break
            close = closing.get(mark) or _mismatched(text, mark, end)
            if close is None:
                speech = text[mark + 1 : mark + 2].isupper() or text[mark + 1 : mark + 2] in "…."
                runs = speech and text[mark] != "'" and text[following : following + 1] == text[mark]
                if runs or text[mark] not in _SINGLE:
                    yield _stripped(text, mark + 1, end, RUNS_ON if runs else UNCLOSED)
                    if runs:
                        break
                at = mark + 1
                continue
            yield _stripped(text, mark + 1, close, CLOSED)
            at = close + 1


def _stripped(text: str, start: int, end: int, closed: str) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, closed)


def _opening(text: str, at: int, end: int) -> int | None:
    """The next mark that opens a quotation."""
    for found in _MARKS.finditer(text, at, end):
        mark, place = found.group(), found.start()
        if mark in "”’»" or place + 1 >= end:
            continue
        before, after = text[place - 1 : place], text[place + 1]
        if mark == '"' and (after.isspace() or before.isdigit()):
            continue
        if mark in "'‘" and (before.isalnum() or before == "'" or not after.isalpha()):
            continue
        return place
    return None


def _pairs(text: str, start: int, end: int) -> dict[int, int]:
    """The mark that closes each opening one: nested marks of its own kind are paired first, apostrophes skipped."""
    pairs: dict[int, int] = {}
    opened: dict[str, list[int]] = {opener: [] for opener in _CLOSERS}
    for found in _MARKS.finditer(text, start, end):
        mark, place = found.group(), found.start()
        for opener in _CLOSED_BY[mark]:
            if opened[opener] and (opener not in _SINGLE or _closes_single(text, place)):
                waiting = opened[opener]
                # A mark that closes its own kind closes all that wait: which of them opens, the reader decides.
                closes = waiting if opener in _CLOSERS[opener] else waiting[-1:]
                pairs |= {at: place for at in closes if place - at < _longest(opener)}
                del waiting[len(waiting) - len(closes) :]
        if mark in opened:
            opened[mark].append(place)
    return pairs


def _longest(opener: str) -> int:
    return _MOST_SINGLE if opener in _SINGLE else _MOST_DOUBLE


def _mismatched(text: str, mark: int, end: int) -> int | None:
    """A double mark of another kind that closes, for texts that mix them: it stands behind a word and before a gap."""
    if text[mark] not in '“"':
        return None
    for found in _DOUBLE.finditer(text, mark + 2, min(end, mark + _MOST_SINGLE)):
        place = found.start()
        if not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum():
            return place
    return None


def _closes_single(text: str, place: int) -> bool:
    """Whether a single mark closes a quotation rather than a possessive or a contraction."""
    before, after = text[place - 1], text[place + 1 : place + 2]
    return not after.isalnum() and (before in ".,!?…" or (after in ".,;:)" and before != "s"))


def _form(prose: Prose, passage: Marked) -> str:
    words = _WORD.findall(prose.text[passage.start : passage.end])
    quoted = prose.text[passage.start : passage.end]
    letters = [character for character in quoted if character.isalpha()]
    if len(words) > 1 and letters and all(character.isupper() for character in letters):
        return "heading"
    if _TITLE_BEFORE.search(prose.text, max(0, passage.start - 30), passage.start - 1) or _is_name(words):
        return "title"
    if passage.closed == RUNS_ON:
        return "direct"
    first = quoted[:1]
    ends = quoted[-1:] in ".,!?…—–-" or prose.text[passage.end + 1 : passage.end + 2] in (",",)
    if len(words) >= _DIRECT_WORDS and first.isupper() and ends:
        return "direct"
    if first.isupper() and ends and _beside_saying(prose, passage):
        return "direct"
    if len(words) >= 2 * _DIRECT_WORDS and ends and _beside_saying(prose, passage):
        return "direct"
    if _CALLED.search(prose.text, max(0, passage.start - 50), passage.start - 1):
        return "scare"
    return "fragment" if len(words) >= _FRAGMENT_WORDS or _after_saying(prose, passage) else "scare"


def _is_name(words: list[str]) -> bool:
    """Whether the words are a name: several, all with a capital but for the small ones."""
    large = [word for word in words if len(word) > 3]
    return 2 <= len(words) <= 8 and len(large) > 1 and all(word[0].isupper() for word in large)


def _beside_saying(prose: Prose, passage: Marked) -> bool:
    after = _WORD.findall(prose.text[passage.end + 1 : passage.end + 60].lower())[:6]
    return _after_saying(prose, passage) or bool(SAYING.intersection(after))


def _after_saying(prose: Prose, passage: Marked) -> bool:
    before = prose.text[max(0, passage.start - 40) : passage.start - 1]
    last = re.search(r"([a-z]+)(?:\sthat|\sof|\sit|\sto)?[,:]?\s*$", before)
    return bool(last) and last.group(1) in SAYING  # type: ignore[union-attr]
