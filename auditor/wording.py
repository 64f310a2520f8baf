"""Wording: whether two quotations are the same one, and how the words differ.

No similarity score tells a dropped "not" from a comma, so there are two stages: an alignment of words says whether it
is one quotation, and the edits between the aligned words say how it was changed. Abbreviations, spellings and what an
editor put in brackets are no words of the speaker's, so they make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from auditor.lexicon.calendar import NUMBERS
from auditor.lexicon.lemmas import lemma
from auditor.lexicon.short_forms import CONTRACTIONS, ENDINGS, LONG_FORMS
from auditor.lexicon.words import HONORIFICS
from auditor.model import Claim, Quotation

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*")
_SPOKEN = re.compile(
    r"(?:[A-Za-z]\.){1,4}[A-Za-z]\b\.?|(?:\[\w{1,3}\](?=\w))?\w+(?:[’'-]\w+|\[\w{1,3}\])*|[%&]", re.ASCII
)
"""A word of a quotation: dotted initials are one, letters that an editor set in brackets ("[W]hile") are its own."""
_INSERTED = re.compile(r"(?<!\w)\[[^\[\]]{1,120}\](?!\w)|\([^()]{1,80}\)")
"""What an editor put into a quotation."""
_SPELLING = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our"), "or"),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)$"), ""),
    (re.compile(r"(?<=\w{3})ll(?=(?:ed|ing|er|ers|or)$)"), "l"),
)
"""British spellings and numbers of days, and what stands for them on both sides."""
_SHINGLE = 4
_SAME_WORDS = 5
_SAME_SHARE = 0.7
"""Aligned words, and their share of the part that both quotations carry, from which two are one quotation: stock phrases
such as "president of the United States" cover less of the sentences they stand in."""
_SAME_RUN = 4
"""Aligned words in a row, at least once: scattered small words align in any two sentences of one subject."""
_OVERLAP = 8
"""Aligned words from which two quotations that only overlap, the end of one being the start of the other, are one."""
_SHORT = 3
"""Aligned words from which two quotations of one speaker may be one, a telling word among them."""
_CENSORED = re.compile(r"\b\w(?:[-–—*]{2,}|[–*]\w)")
"""A word of which a newsroom prints the first letter."""
_STRAYS = 4
"""Blocks in front, less one, that may be joined to the one behind them."""
_STRAY = 2
"""Small words that align alone, far before or behind all the others: they are not the same words."""
_SHIFT = 3
"""Words by which an alignment may miss the gap, where the words cut repeat those beside it."""
_STOP = frozenset(
    """a an and are as at be been but by for from had has have he her his i in is it its of on or our she so that
    the their there they this to was we were will with you your""".split()
)
_SMALL = frozenset(
    """a an the that to and but so or of in on at for as is are was be been have has had do does did it its this these those
    there then now well just very really even also too back up out right look like yes oh uh um er ah actually basically
    simply quite about here i you we he she they our any every each mean know think""".split()
)
"""Words whose loss an editor would hardly mark: articles, particles, what is said while thinking."""
_PADDING = frozenset(["that", "a", "an", "the", "so", "very", "really", "just"])
"""Words that make two wordings no other when they stand beside a contraction that was written out."""
_SOUNDS = frozenset(["uh", "um", "er", "ah", "oh"])
_NEGATION = frozenset(["not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor"])
_HELPING = frozenset("do does did is are was were be been has have had will would a an the any it".split())
"""Words that come and go with a negation."""
_MODAL = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would", "need", "ought"])
_OPPOSITES = frozenset(
    """accept reject always never all none more less before after up down support oppose increase decrease win lose
    safe unsafe first last best worst guilty innocent legal illegal true false""".split()
)
_QUANTIFIERS = frozenset(["all", "some", "most", "many", "few", "every", "any", "none", "no", "both", "neither"])
_STOCK = frozenset("president united states america american people country government party city".split())
"""Words of set phrases, which two speeches share without being one."""
_SAME_TELLING = 3
"""Words that are neither small nor of set phrases, which two quotations share when they are one."""
_FAR = 40
"""Words over which a word is followed that is taken away here and put back there."""
_EACH = 5
"""Words that two reports of one utterance share for each place in which they differ: of 87 differing pairs of real news that
were read, those of two occasions share fewer (a statement and an answer, a speech and its repetition)."""
_LONG_CUT = 4
"""Words that are cut together: what goes with them is left out, and not turned round."""
_HEDGES = frozenset(
    """if unless appear appears appeared seem seems seemed suppose supposed perhaps maybe possibly probably likely might could
    would hope hopes believe believes guess alleged allegedly reportedly unlikely doubt""".split()
)
"""Words that make a sentence less than a statement."""
_STOPS = re.compile(r"[.!?…;:—–]|--|\s-\s")
_CLAUSES = re.compile(r"[.!?…;:—–,]|--|\s-\s")
_SENTENCE_END = re.compile(r"(?P<word>[\w’'.]*)[.!?][”\"’')]*\s")
_NUMERO = re.compile(r"\.\s?\d")
_DIGITS = re.compile(r"\d[\d.,'-]*")
_NUMBERS = frozenset(NUMBERS) | {"thousand", "million", "billion"}
_FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})
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
_SAME_UTTERANCE = frozenset({Change.SHORTENED, Change.BROKEN, Change.NONE})
"""The changes that two reports of one utterance may show anywhere."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation: folded, and its place in code points from the quotation's start."""

    text: str
    start: int
    end: int
    name: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the left quotation ``[left)`` that stand as words of the right one ``[right)``, as word indexes."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that stand in both quotations in a row, from ``left`` in the one and ``right`` in the other."""

    left: int
    right: int
    size: int


@lru_cache(maxsize=8_192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in lower case, typography and spellings of one word ("can not") folded."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        word = match.group().translate(_FOLD)
        if word in ("No", "no", "Nos") and _NUMERO.match(text, match.end()):
            word = "number"
        if word.lower() == "not" and found and found[-1].text == "can" and match.start() - found[-1].end == 1:
            found[-1] = Word("cannot", found[-1].start, match.end(), False)
            continue
        capital = match.group()[:1].isupper() and bool(found) and text[match.start() - 2] not in ".!?"
        found.append(
            Word(word.lower(), match.start(), match.end(), capital and word != "I" and not word.startswith("I'"))
        )
    return tuple(found)


@lru_cache(maxsize=16_384)
def spoken(text: str) -> tuple[Word, ...]:
    """The speaker's words of a quotation: as :func:`words`, short forms written out, an editor's insertions left out.

    Several checks ask for those of one quotation, one after another.
    """
    inserted = [found.span() for found in _INSERTED.finditer(text)] if "[" in text or "(" in text else []
    found: list[Word] = []
    for match in _SPOKEN.finditer(text):
        start, end = match.span()
        if inserted and any(first <= start < last for first, last in inserted):
            continue
        written = match.group()
        word = _folded(written)
        if word in _SECOND and found and start - found[-1].end == 1 and (pair := _PAIRED.get((found[-1].text, word))):
            found[-1] = Word(pair, found[-1].start, end, False)
            continue
        if written in ("No", "no", "Nos") and _NUMERO.match(text, end):
            word = "number"
        name = written[0].isupper() and bool(found) and text[start - 2] not in ".!?" and not _FIRST.match(written)
        found.append(Word(word, start, end, name))
    return tuple(found)


_FIRST = re.compile(r"I(?:[’'].*)?$")
"""The word for the speaker, which is no name though it has a capital."""
_PAIRED = {("can", "not"): "cannot", ("per", "cent"): "percent"}
"""Words written in two -> in one."""
_SECOND = frozenset(second for _, second in _PAIRED)


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    """A word in lower case, without brackets and the dots of initials, its short form written out and its spelling folded."""
    plain = word.translate(_FOLD).lower().replace("[", "").replace("]", "")
    plain = plain.replace(".", "").removesuffix("'") if "." in plain else plain.replace("s's", "s")
    plain = LONG_FORMS.get(plain, plain)
    for spelling, other in _SPELLING:
        plain = spelling.sub(other, plain)
    return plain


def runs(told: Sequence[Word], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, in reading order."""
    plain = [word.text for word in told]
    return (tuple(plain[at : at + length]) for at in range(len(plain) - length + 1))


def quotation_keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The keys under which quotations meet: runs of four words, and for one speaker's each telling word.

    Runs of small words only are left out.
    """
    if not isinstance(claim.value, Quotation) or claim.value.form not in ("direct", "fragment"):
        return
    told = spoken(claim.span.text)
    speaker = speaker_key(claim)
    if speaker and len(told) >= _SHORT:
        for word in sorted({word.text for word in told} - _STOP - _SMALL - _NEGATION):
            yield "said", speaker, word
    if len(told) < _SAME_WORDS:
        return
    for at in sorted(set(runs(told, _SHINGLE))):
        if sum(word in _STOP for word in at) < _SHINGLE:
            yield "quotation", *at


def speaker_key(claim: Claim) -> str:
    """The last word of the speaker's name, in lower case; empty for a pronoun nobody is known by, and for no speaker."""
    if not isinstance(claim.value, Quotation) or claim.value.speaker is None:
        return ""
    told = (claim.source or claim.value.speaker.text).translate(_FOLD).removesuffix("'s").split()
    return told[-1].lower() if told and told[-1][:1].isupper() and told[-1].lower() not in _PRONOUNS else ""


_PRONOUNS = frozenset("he she they it i we".split())


def edits(left: Sequence[Word], right: Sequence[Word], one_speaker: bool = False) -> tuple[Edit, ...] | None:
    """The edits that lead from one quotation to another of the same speech; ``None`` where they are not the same one.

    ``one_speaker`` says that both are known to be of one speaker, so that fewer words are enough.
    """
    blocks = _aligned(left, right)
    if not reordered(left, right) and not _same(left, right, blocks, one_speaker):
        return None
    return tuple(_between(blocks, len(left), len(right)))


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two quotations of one speech: the words of either, and the edits between them with what each changes.

    ``sure`` says that their words alone make them one; where they do not, few words of one speaker are alike.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    changes: tuple[tuple[Change, Edit], ...]
    sure: bool = True

    @property
    def close(self) -> bool:
        """Whether so few words differ inside that both are reports of one utterance, rather than two of like words.

        A first or last word or two far from all the others may be said again.
        """
        inner = [edit for kind, edit in self.changes if kind not in _SAME_UTTERANCE]
        lengths = [edit.left[1] - edit.left[0] for _, edit in self.changes]
        if len(self.left) - sum(lengths) < _EACH * len(inner):
            return False
        return not any(self._repeats(edit) for edit in inner)

    def _repeats(self, edit: Edit) -> bool:
        """Whether many words stand in one quotation where the other has none, a word or two from its start or end."""
        for told, (start, end), (at, stop) in ((self.right, edit.left, edit.right), (self.left, edit.right, edit.left)):
            if at == stop and end - start >= _LONG_CUT and (at <= _STRAY or len(told) - at <= _STRAY):
                return True
        return False

    @property
    def kinds(self) -> frozenset[Change]:
        """What the edits change."""
        return frozenset(kind for kind, _ in self.changes)

    def first(self, *kinds: Change) -> Edit | None:
        """The first edit that changes one of these; ``None`` where none does."""
        return next((edit for kind, edit in self.changes if kind in kinds), None)


def retold(one: Claim, other: Claim) -> Retelling | None:
    """How two quotations differ; ``None`` where they are not one. Two of one speaker may be one in fewer words."""
    speaker = speaker_key(one)
    return retelling(one.span.text, other.span.text, bool(speaker) and speaker == speaker_key(other))


@lru_cache(maxsize=16_384)
def retelling(one: str, other: str, one_speaker: bool = False) -> Retelling | None:
    """How two texts of quotations differ; ``None`` where they are not one."""
    left, right = spoken(one), spoken(other)
    sure = edits(left, right)
    found = edits(left, right, one_speaker=True) if sure is None and one_speaker else sure
    if found is None:
        return None
    told = [(change(one, other, left, right, edit), edit) for edit in found]
    return Retelling(left, right, tuple(_moved(told, left, right)), sure is not None)


def _moved(
    told: Sequence[tuple[Change, Edit]], left: Sequence[Word], right: Sequence[Word]
) -> Iterator[tuple[Change, Edit]]:
    """The changes, those that take a word away here and put it back there told as one that was moved."""
    gone = [tuple(word.text for word in left[slice(*edit.left)]) for _, edit in told]
    come = [tuple(word.text for word in right[slice(*edit.right)]) for _, edit in told]
    for number, (kind, edit) in enumerate(told):
        taken = bool(gone[number]) and not come[number] and _near(told, number, come, gone[number])
        put = bool(come[number]) and not gone[number] and _near(told, number, gone, come[number])
        yield (Change.MOVED if taken or put else kind), edit


def _near(
    told: Sequence[tuple[Change, Edit]], number: int, others: Sequence[tuple[str, ...]], words: tuple[str, ...]
) -> bool:
    """Whether other edits hold the same words; where those deny, only a few words away, since they may deny another thing."""
    reach = _SHIFT if _negative(set(words)) else len(words) + _FAR
    at = told[number][1].left[0]
    return any(one == words and abs(told[place][1].left[0] - at) <= reach for place, one in enumerate(others))


# --- alignment ---------------------------------------------------------------------------------------


def _aligned(left: Sequence[Word], right: Sequence[Word]) -> list[_Block]:
    """The runs of words that stand in both, those at either end joined to the others or dropped where they stray."""
    mine, theirs = [word.text for word in left], [word.text for word in right]
    blocks = [
        _Block(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(mine, theirs)
        if op.tag == "equal"
    ]
    blocks = _settled(blocks, mine, theirs)
    turned = _turned(blocks, len(mine), len(theirs))
    return _turned(_settled(turned, mine[::-1], theirs[::-1]), len(mine), len(theirs))


def _turned(blocks: Sequence[_Block], mine: int, theirs: int) -> list[_Block]:
    """The blocks as they stand in the quotations read from their ends."""
    return [_Block(mine - b.left - b.size, theirs - b.right - b.size, b.size) for b in reversed(blocks)]


def _settled(blocks: list[_Block], mine: Sequence[str], theirs: Sequence[str]) -> list[_Block]:
    """The blocks, the first one joined to the next where its words stand before that too, and dropped where it strays."""
    while len(blocks) > 1:
        joined = next(
            (further for count in range(1, _STRAYS) if (further := _joining(blocks, count, mine, theirs))), None
        )
        if joined is None:
            return blocks
        blocks = joined
    return blocks


def _joining(blocks: Sequence[_Block], count: int, mine: Sequence[str], theirs: Sequence[str]) -> list[_Block] | None:
    """The blocks with the first few of them joined to the next; ``None`` where their words do not stand before it too."""
    if count >= len(blocks):
        return None
    first, last, then = blocks[0], blocks[count - 1], blocks[count]
    back, most = 0, min(then.left, then.right)
    while back < most and mine[then.left - 1 - back] == theirs[then.right - 1 - back]:
        back += 1
    far = max(then.left - last.left, then.right - last.right) - last.size >= _LONG_CUT
    lone = count == 1 and first.size <= _STRAY and far and set(mine[first.left : first.left + first.size]) <= _STOP
    if back < min(then.left - first.left, then.right - first.right) and not lone:
        return None
    return [_Block(then.left - back, then.right - back, then.size + back), *blocks[count + 1 :]]


def _same(left: Sequence[Word], right: Sequence[Word], blocks: Sequence[_Block], one_speaker: bool) -> bool:
    """Whether the words that stay are enough, close enough and telling enough to be one quotation's."""
    if not blocks:
        return False
    shared = sum(block.size for block in blocks)
    first, last = blocks[0], blocks[-1]
    span = min(last.left + last.size - first.left, last.right + last.size - first.right)
    outside = min(first.left, first.right) + min(len(left) - last.left - last.size, len(right) - last.right - last.size)
    if shared < _SAME_SHARE * (span + outside):
        return False
    kept = {word.text for block in blocks for word in left[block.left : block.left + block.size]}
    telling = len(kept - _STOP - _STOCK)
    shorter = min(len(left), len(right))
    if one_speaker:
        plain = len(kept - _STOP - _SMALL - _NEGATION)
        few = shared >= _SHORT and plain >= 1 and shorter - shared <= 1
        return few or (shared > _SHORT and plain >= 2 and shared >= _SAME_SHARE * shorter)
    long = shared >= (_SAME_WORDS if shared >= _SAME_SHARE * shorter else _OVERLAP)
    run = max(block.size for block in blocks) >= _SAME_RUN
    return long and run and (telling >= _SAME_TELLING or (shared >= shorter and len(blocks) == 1))


def _between(blocks: Sequence[_Block], mine: int, theirs: int) -> Iterator[Edit]:
    """The edits around and between the blocks; where both begin or end in other words, what one has more is apart."""
    if not blocks:
        if mine or theirs:
            yield Edit((0, mine), (0, theirs))
        return
    first, last = blocks[0], blocks[-1]
    yield from _apart(first.left, first.right)
    for one, other in pairwise(blocks):
        yield Edit((one.left + one.size, other.left), (one.right + one.size, other.right))
    end, stop = last.left + last.size, last.right + last.size
    for edit in reversed(list(_apart(mine - end, theirs - stop))):
        yield Edit((mine - edit.left[1], mine - edit.left[0]), (theirs - edit.right[1], theirs - edit.right[0]))


def _apart(mine: int, theirs: int) -> Iterator[Edit]:
    """The edits of so many words before the first that both have: those that one has more by far are apart."""
    both = min(mine, theirs)
    if not both or abs(mine - theirs) < _SHIFT:
        if mine or theirs:
            yield Edit((0, mine), (0, theirs))
        return
    yield Edit((0, mine - both), (0, theirs - both))
    yield Edit((mine - both, mine), (theirs - both, theirs))


def reordered(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two quotations hold the same words, but names or a negation in another order: roles or sense swapped."""
    mine, theirs = ([word.text.removesuffix("'s") for word in side] for side in (left, right))
    if len(mine) < _SAME_WORDS or mine == theirs or sorted(mine) != sorted(theirs):
        return False
    turning = _NEGATION | {"only"} | {word.text.removesuffix("'s") for word in (*left, *right) if word.name}
    return [word for word in mine if word in turning] != [word for word in theirs if word in turning]


def differences(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...]:
    """The edits that lead from some words to others, whatever they have in common."""
    return tuple(_joined(Indel.opcodes([word.text for word in left], [word.text for word in right])))


def _joined(opcodes: object) -> Iterator[Edit]:
    """Neighbouring deletions and insertions as one edit."""
    left: tuple[int, int] | None = None
    right = (0, 0)
    for op in opcodes:  # type: ignore[attr-defined]
        if op.tag == "equal":
            if left is not None:
                yield Edit(left, right)
            left = None
            continue
        start = left[0] if left is not None else op.src_start
        first = right[0] if left is not None else op.dest_start
        left, right = (start, op.src_end), (first, op.dest_end)
    if left is not None:
        yield Edit(left, right)


# --- what an edit changes ----------------------------------------------------------------------------


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
    texts = {word.lower().translate(_FOLD) for word in _TOKEN.findall(clause)}
    return bool(texts & _HEDGES) or _negative(texts)


def _crosses(one: str, other: str, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a cut goes over the end of a sentence, so that the pieces of two sentences read as one."""
    text, cut = (one, mine) if mine else (other, theirs)
    return any(
        len(end["word"]) > 1 and end["word"].lower().rstrip(".") not in HONORIFICS | LONG_FORMS.keys()
        for end in _SENTENCE_END.finditer(text, cut[0].start, cut[-1].end)
    )


def _owned(text: str, told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether an ellipsis stands where the other quotation has words, or next to words that both have there."""
    if at[0] != at[1] or at[0] in (0, len(told)):
        return False
    gap = text[told[max(0, at[0] - _SHIFT)].end : told[min(len(told), at[0] + _SHIFT) - 1].start]
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
    if _negative(texts) and not {text for word in texts for text in _expanded(word)} - _NEGATION - _HELPING - _SMALL:
        return Change.NEGATION
    if texts <= HONORIFICS:
        return Change.NONE
    return Change.SLIGHT if texts <= _SMALL | HONORIFICS else Change.CUT


def _said_again(told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether the words of an edit repeat those right before or behind them: "no idea, no idea"."""
    texts = [word.text for word in told]
    size = at[1] - at[0]
    cut = texts[at[0] : at[1]]
    return size > 0 and cut in (texts[max(0, at[0] - size) : at[0]], texts[at[1] : at[1] + size])


def _negative(texts: set[str]) -> bool:
    return bool(texts & _NEGATION) or any(text.endswith("n't") for text in texts)


def _turned_round(one: set[str], other: set[str]) -> bool:
    """Whether one side denies what the other says: a negation more, and beside it nothing or the same words."""
    if _negative(one) == _negative(other):
        return False
    rest = [{lemma(text) for word in side for text in _expanded(word)} - _NEGATION - _HELPING for side in (one, other)]
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
    return [part for part in parts if part not in HONORIFICS and part not in _SOUNDS]


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
        {str(NUMBERS.get(word, word)) for word in side if word in _NUMBERS or _DIGITS.fullmatch(word)}
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
    plain = [[_singular(word) for word in side if word not in ("the", "a", "an")] for side in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]


def _singular(word: str) -> str:
    """A noun without the ending of its plural or possessive, as far as its letters tell."""
    word = word.removesuffix("'s")
    if word.endswith("ss"):
        return word
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
