"""Wording: whether two quotations are the same one, and how the words differ.

No similarity score tells a dropped "not" from a comma, so there are two stages: an alignment of words says whether it
is one quotation, and the edits between the aligned words say how it was changed. Abbreviations, spellings and what an
editor put in brackets are no words of the speaker's, so they make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.languages.en.lists import LISTS
from auditor.model import Claim, Quotation
from auditor.wording.alignment import LONG_CUT, SAME_WORDS, SHORT, STRAY, Edit, differences, edits, reordered
from auditor.wording.changes import ALTERING, SHIFT, Change, change, negative
from auditor.wording.words import FOLD, SMALL, STOP, Word, runs, spoken, words

_NEGATORS = LISTS.words("negators")

__all__ = [
    "ALTERING",
    "BY_SPEAKER",
    "Change",
    "Edit",
    "Retelling",
    "Word",
    "change",
    "differences",
    "edits",
    "quotation_keys",
    "reordered",
    "retelling",
    "retold",
    "runs",
    "speaker_key",
    "spoken",
    "words",
]

BY_SPEAKER = "said"
"""What begins the keys of a speaker's telling words."""
_SHINGLE = 4
_FAR = 40
"""Words over which a word is followed that is taken away here and put back there."""
_EACH = 5
"""Words that two reports of one utterance share for each place in which they differ: of 87 differing pairs of real news that
were read, those of two occasions share fewer (a statement and an answer, a speech and its repetition)."""
_SAME_UTTERANCE = frozenset({Change.SHORTENED, Change.BROKEN, Change.NONE})
"""The changes that two reports of one utterance may show anywhere."""
_PRONOUNS = frozenset("he she they it i we".split())


def quotation_keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The keys under which quotations meet: runs of four words, and for one speaker's each telling word.

    Runs of small words only are left out.
    """
    if not isinstance(claim.value, Quotation) or claim.value.form not in ("direct", "fragment"):
        return
    told = spoken(claim.span.text)
    speaker = speaker_key(claim)
    if speaker and len(told) >= SHORT:
        for word in sorted({word.text for word in told} - STOP - SMALL - _NEGATORS):
            yield BY_SPEAKER, speaker, word
    if len(told) < SAME_WORDS:
        return
    for at in sorted(set(runs(told, _SHINGLE))):
        if sum(word in STOP for word in at) < _SHINGLE:
            yield "quotation", *at


def speaker_key(claim: Claim) -> str:
    """The last word of the speaker's name, in lower case; empty for a pronoun nobody is known by, and for no speaker."""
    if not isinstance(claim.value, Quotation) or claim.value.speaker is None:
        return ""
    told = (claim.source or claim.value.speaker.text).translate(FOLD).removesuffix("'s").split()
    return told[-1].lower() if told and told[-1][:1].isupper() and told[-1].lower() not in _PRONOUNS else ""


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
            if at == stop and end - start >= LONG_CUT and (at <= STRAY or len(told) - at <= STRAY):
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
    reach = SHIFT if negative(set(words)) else len(words) + _FAR
    at = told[number][1].left[0]
    return any(one == words and abs(told[place][1].left[0] - at) <= reach for place, one in enumerate(others))
