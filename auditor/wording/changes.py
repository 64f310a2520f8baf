"""Changes: what an edit makes of a quotation, from a denial turned round to words that nobody misses."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lexicon.short_forms import CONTRACTIONS, ENDINGS, LONG_FORMS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma
from auditor.text.regex import regex
from auditor.wording.alignment import Edit, reordered
from auditor.wording.words import FOLD, SMALL, TOKEN, Word

_NEGATORS = LISTS.words("negators")
_HONORIFICS = LISTS.words("short_forms", "honorific")

SHIFT = 3
"""Words by which an alignment may miss the gap, where the words cut repeat those beside it."""
_CENSORED = regex(r"\b\w(?:[-–—*]{2,}|[–*]\w)")
"""A word of which a newsroom prints the first letter."""
_PADDING = LISTS.words("function_words", "padding")
"""Words that make two wordings no other when they stand beside a contraction that was written out."""
_ARTICLES = LISTS.words("function_words", "article")
_SOUNDS = LISTS.words("function_words", "sound")
_HELPING = LISTS.words("function_words", "helping")
"""Words that come and go with a negation."""
_MODAL = LISTS.words("function_words", "modal") | {"need", "ought"}
_OPPOSITES = LISTS.words("turned_words")
_QUANTIFIERS = LISTS.words("function_words", "all-or-some")
_HEDGES = LISTS.words("hedging_words", "in-quotation")
"""Words that make a sentence less than a statement."""
_STOPS = regex(r"[.!?…;:—–]|--|\s-\s")
_CLAUSES = regex(r"[.!?…;:—–,]|--|\s-\s")
_SENTENCE_END = regex(r"(?P<word>[\w’'.]{0,40})[.!?][”\"’')]*\s")
_DIGITS = regex(r"\d[\d.,'-]*")
_NUMBERS = frozenset(CARDINALS) | LISTS.words("numbers", "scale")
_OWNING = ("…", "..", ". .", "[", "(", "@")
"""Marks by which a text owns to words that are left out or put in, or for which a name is written out."""


class Change(StrEnum):
    """How a quotation's words differ from another's, the gravest first."""

    NEGATION = "negation changed"
    NUMBER = "number changed"
    OPPOSITE = "opposite word"
    MODAL = "modal verb changed"
    ORDER = "words in another order"
    NAME = "name changed"
    SPLICED = "spliced"
    WORDS = "other words"
    CUT = "cut without a mark"
    MOVED = "a word in another place"
    SLIGHT = "small words"
    BROKEN = "broken off"
    SHORTENED = "shortened"
    NONE = "same words"


ALTERING = frozenset({Change.NEGATION, Change.NUMBER, Change.OPPOSITE, Change.MODAL, Change.ORDER, Change.NAME})
"""The changes that alter what was said."""


def change(one: str, other: str, left: Sequence[Word], right: Sequence[Word], edit: Edit) -> Change:
    """What kind of change an edit is between two quotations and their words.

    Words cut at an end or where an ellipsis or brackets own to it shorten; words cut inside without a mark are cut, or
    spliced where the cut goes over the end of a sentence.
    """
    mine, theirs = left[slice(*edit.left)], right[slice(*edit.right)]
    if reordered(left, right):
        return Change.ORDER
    if mine and theirs:
        owned = _marked(one, left, edit.left) or _marked(other, right, edit.right)
        found = _substitution(mine, theirs)
        otherwise = found not in (Change.SLIGHT, Change.NONE) and _otherwise(left, right, edit)
        return Change.SHORTENED if owned or otherwise else found
    if _owned(one, left, edit.left) or _owned(other, right, edit.right):
        return Change.SHORTENED
    found = _loss(left, right, edit, mine or theirs)
    if found == Change.SHORTENED:
        broken = _broken(one, left, other, right, edit) if theirs else _broken(other, right, one, left, _swapped(edit))
        return Change.BROKEN if broken else found
    return Change.SPLICED if found == Change.CUT and _crosses(one, other, mine, theirs) else found


def _swapped(edit: Edit) -> Edit:
    return Edit(edit.right, edit.left)


def _broken(short: str, few: Sequence[Word], long: str, many: Sequence[Word], edit: Edit) -> bool:
    """Whether the short quotation breaks a sentence of the long one so that a reader may take it otherwise.

    It ends with a full stop where the sentence goes on, or leaves out in front what made the sentence a guess or a denial.
    """
    first, last = edit.right
    if edit.left[0] == len(few):
        ends = short[few[-1].end :].lstrip()[:2]
        return (
            ends[:1] in tuple(".!?")
            and ends != ".."
            and not _STOPS.search(long[many[first - 1].end : many[first].start])
        )
    if edit.left[1] != 0 or last == len(many) or _STOPS.search(long[many[last - 1].end : many[last].start]):
        return False
    told = long[: many[last].start]
    clause = told[max((stop.end() for stop in _CLAUSES.finditer(told)), default=0) :]
    texts = {word.lower().translate(FOLD) for word in TOKEN.findall(clause)}
    return bool(texts & _HEDGES) or negative(texts)


def _crosses(one: str, other: str, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a cut goes over the end of a sentence, so that the pieces of two sentences read as one."""
    text, cut = (one, mine) if mine else (other, theirs)
    return any(
        len(end["word"]) > 1 and end["word"].lower().rstrip(".") not in _HONORIFICS | LONG_FORMS.keys()
        for end in _SENTENCE_END.finditer(text, cut[0].start, cut[-1].end)
    )


def _owned(text: str, told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether an ellipsis stands where the other quotation has words, or next to words that both have there."""
    if at[0] != at[1] or at[0] in (0, len(told)):
        return False
    gap = text[told[max(0, at[0] - SHIFT)].end : told[min(len(told), at[0] + SHIFT) - 1].start]
    return any(mark in gap for mark in _OWNING)


def _marked(text: str, told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether an ellipsis or brackets stand among or beside the words of an edit."""
    start = told[at[0] - 1].end if at[0] else 0
    end = told[at[1]].start if at[1] < len(told) else len(text)
    gap = text[start:end]
    return any(mark in gap for mark in _OWNING) or bool(_CENSORED.search(gap))


def _otherwise(left: Sequence[Word], right: Sequence[Word], edit: Edit) -> bool:
    """Whether one of the quotations begins or ends in the midst of the other, in words that fit its own sentence.

    Where both begin or both end with one other word, those stand for one another; so do two forms of one verb anywhere.
    """
    mine, theirs = left[slice(*edit.left)], right[slice(*edit.right)]
    if len(mine) == len(theirs) == 1 and lemma(mine[0].text) == lemma(theirs[0].text):
        return False
    few = len(mine) == len(theirs) == 1
    both = edit.left[0] == edit.right[0] == 0 or (edit.left[1] == len(left) and edit.right[1] == len(right))
    return _outer(left, right, edit) and not (few and both)


def _outer(left: Sequence[Word], right: Sequence[Word], edit: Edit) -> bool:
    """Whether an edit stands at the start of either quotation or at the end of either: one of them begins or ends there."""
    return 0 in (edit.left[0], edit.right[0]) or edit.left[1] == len(left) or edit.right[1] == len(right)


def _loss(left: Sequence[Word], right: Sequence[Word], edit: Edit, cut: Sequence[Word]) -> Change:
    """What the loss of words changes."""
    if _outer(left, right, edit):
        return Change.SHORTENED
    texts = {word.text for word in cut}
    if _said_again(left, edit.left) or _said_again(right, edit.right):
        return Change.SLIGHT
    if negative(texts) and not {text for word in texts for text in _expanded(word)} - _NEGATORS - _HELPING - SMALL:
        return Change.NEGATION
    if texts <= _HONORIFICS:
        return Change.NONE
    return Change.SLIGHT if texts <= SMALL | _HONORIFICS else Change.CUT


def _said_again(told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether the words of an edit repeat those right before or behind them: "no idea, no idea"."""
    texts = [word.text for word in told]
    size = at[1] - at[0]
    cut = texts[at[0] : at[1]]
    return size > 0 and cut in (texts[max(0, at[0] - size) : at[0]], texts[at[1] : at[1] + size])


def negative(texts: set[str]) -> bool:
    """Whether one of the words denies."""
    return bool(texts & _NEGATORS) or any(text.endswith("n't") for text in texts)


def _turned_round(one: set[str], other: set[str]) -> bool:
    """Whether one side denies what the other says: a negation more, and beside it nothing or the same words."""
    if negative(one) == negative(other):
        return False
    rest = [{lemma(text) for word in side for text in _expanded(word)} - _NEGATORS - _HELPING for side in (one, other)]
    return not rest[0] or not rest[1] or rest[0] == rest[1]


def _expanded(word: str) -> list[str]:
    """A word as it is written out: "can't" is "can" and "not"."""
    if word in CONTRACTIONS:
        return CONTRACTIONS[word].split()
    for ending, full in ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full.strip()]
    return [word]


def _plain(told: Sequence[Word]) -> list[str]:
    """The words without forms of address and sounds of thinking, those that a hyphen joins apart."""
    parts = [part for word in told for part in word.text.split("-")]
    return [part for part in parts if part not in _HONORIFICS and part not in _SOUNDS]


def _has_for_is(told: Sequence[str]) -> list[str]:
    """The words with "has" told as "is", since "who's" may stand for both."""
    return ["is" if word == "has" else word for word in told]


def _substitution(mine: Sequence[Word], theirs: Sequence[Word]) -> Change:
    one, other = {word.text for word in mine}, {word.text for word in theirs}
    if _turned_round(one, other):
        return Change.NEGATION
    plain = _plain(mine), _plain(theirs)
    if "".join(plain[0]) == "".join(plain[1]):
        return Change.NONE
    full = [[text for word in side for text in _expanded(word) if text not in _PADDING] for side in plain]
    if _has_for_is(full[0]) == _has_for_is(full[1]):
        return Change.SLIGHT
    numbers = [
        {str(CARDINALS.get(word, word)) for word in side if word in _NUMBERS or _DIGITS.fullmatch(word)}
        for side in (one, other)
    ]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return Change.NUMBER
    if len(numbers[0]) == len(one) == len(other) and numbers[0] == numbers[1]:
        return Change.NONE
    if (one & _OPPOSITES and other & _OPPOSITES) or (one & _QUANTIFIERS and other & _QUANTIFIERS):
        return Change.OPPOSITE
    if one & _MODAL and other & _MODAL and one & _MODAL != other & _MODAL:
        return Change.MODAL
    if _inflected(full[0], full[1]):
        return Change.SLIGHT
    if _short_for(mine, theirs) or _short_for(theirs, mine):
        return Change.NONE
    if all(word.name for word in mine) and all(word.name for word in theirs):
        return Change.NAME
    return Change.WORDS


def _short_for(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one word is made of the first letters of the others: "HK", "Hong Kong"."""
    return len(one) == 1 and len(other) > 1 and one[0].text == "".join(word.text[0] for word in other)


def _inflected(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same but for their number ("violation", "violations") or a possessive."""
    plain = [[_singular(word) for word in side if word not in _ARTICLES] for side in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]


def _singular(word: str) -> str:
    """A noun without the ending of its plural or possessive, as far as its letters tell."""
    word = word.removesuffix("'s")
    if word.endswith("ss"):
        return word
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
