"""Parallel sentences: one sentence that two articles carry almost word for word, as reprints and rewritten wire copy do.

They are found by runs of words that both hold and aligned word by word, a number or a date counting as one word whatever
its form. What stands in the same place of both sentences is about the same thing, whatever else is near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel, Opcode

from auditor.model import Article, Claim, ClaimKind, Counted, Span
from auditor.wording import Word

_RUN = 3
"""Words in a row by which sentences meet."""
_LEAST = 6
"""Words that both sentences share, at least: shorter ones are alike by chance."""
_SHARE = 0.6
"""Share of the longer sentence's words that the other has, in order."""
_COMMON = 8
"""A run in more sentences of one article than this is a formula."""
_CLOSEST = 3
"""Sentences of the other article, sharing most runs, that a sentence is aligned with."""
_VALUED = (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION, ClaimKind.SET, ClaimKind.QUANTITY)


class Token(NamedTuple):
    """A word or value of a sentence: its text in lower case, its place, the claim it stands for, if any."""

    text: str
    start: int
    end: int
    name: bool = False
    claim: Claim | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence as tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its words and values as they are compared."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """Its runs of words, each once, in reading order."""
        return tuple(dict.fromkeys(self.texts[at : at + _RUN] for at in range(len(self.texts) - _RUN + 1)))


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two parallel sentences and the pieces in which they differ, as tokens of the left and of the right one.

    ``places`` says of each edit at which token of the left and of the right sentence it stands.
    """

    left: Sentence
    right: Sentence
    shared: int
    edits: tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]
    places: tuple[tuple[int, int], ...]


def sentences(article: Article, told: Sequence[Word]) -> Iterator[Sentence]:
    """The sentences of an article, long enough to be told again, as tokens; ``told`` are the words of its prose."""
    prose = article.prose
    at = [word.start for word in told]
    claims = [claim for claim in article.claims if claim.kind in _VALUED]
    starts = [claim.span.start for claim in claims]
    for start, end in prose.sentences:
        inside = claims[bisect_left(starts, start) : bisect_left(starts, end)]
        tokens = tuple(_tokens(told[bisect_left(at, start) : bisect_left(at, end)], inside))
        if len(tokens) >= _LEAST:
            yield Sentence(start, end, tokens)


Runs = Mapping[tuple[str, ...], Sequence[int]]
"""Runs of words of an article, and the numbers of the sentences that hold each; none that is a formula of it."""


def runs_of(told: Sequence[Sentence]) -> Runs:
    """The runs of words of the sentences of an article."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(told):
        for run in sentence.runs:
            index[run].append(number)
    return {run: numbers for run, numbers in index.items() if len(numbers) <= _COMMON}


def parallel(left: Sequence[Sentence], right: Sequence[Sentence], index: Runs) -> Iterator[Parallel]:
    """The pairs of parallel sentences of two articles, each sentence with its closest partner; ``index`` are the right one's runs."""
    found = []
    for one in left:
        meets = Counter(number for run in one.runs if run in index for number in index[run])
        closest = sorted(meets, key=lambda number: (-meets[number], number))[:_CLOSEST]
        found += [pair for number in closest if (pair := _aligned(one, right[number]))]
    taken: set[tuple[str, int]] = set()
    for pair in sorted(found, key=lambda p: (-p.shared, p.left.start, p.right.start)):
        sides = {("left", pair.left.start), ("right", pair.right.start)}
        if not sides & taken:
            taken |= sides
            yield pair


def _tokens(told: Sequence[Word], claims: Sequence[Claim]) -> Iterator[Token]:
    """The words of a sentence, each value as one token that is alike for all of its kind."""
    queue = list(claims)
    done = 0
    for number, word in enumerate(told):
        start, end = word.start, word.end
        if start < done:
            continue
        while queue and _number(queue[0]).end <= start:
            queue.pop(0)
        if queue and _number(queue[0]).start <= start:
            claim = queue.pop(0)
            done = _number(claim).end
            yield Token(f"={claim.kind}", _number(claim).start, done, claim=claim)
        else:
            yield Token(word.text, start, end, word.name and number > 0)


def _number(claim: Claim) -> Span:
    """The words of the value alone: what is counted stays among the words of the sentence."""
    return claim.value.number if isinstance(claim.value, Counted) else claim.span


def _aligned(left: Sentence, right: Sentence) -> Parallel | None:
    mine, theirs = left.tokens, right.tokens
    codes = Indel.opcodes(left.texts, right.texts)
    shared = sum(code.src_end - code.src_start for code in codes if code.tag == "equal")
    if shared < max(_LEAST, _SHARE * max(len(mine), len(theirs))):
        return None
    edits: list[tuple[tuple[Token, ...], tuple[Token, ...]]] = []
    places: list[tuple[int, int]] = []
    open_at: tuple[int, int] | None = None
    for code in (*codes, None):
        if code is not None and code.tag != "equal":
            open_at = open_at or (code.src_start, code.dest_start)
            continue
        end = (code.src_start, code.dest_start) if code else (len(mine), len(theirs))
        if open_at:
            edits.append((mine[open_at[0] : end[0]], theirs[open_at[1] : end[1]]))
            places.append(open_at)
            open_at = None
        for at, place in _values(mine, code) if code else ():
            edits.append(((mine[at],), (theirs[place],)))
            places.append((at, place))
    return Parallel(left, right, shared, tuple(edits), tuple(places))


def _values(mine: Sequence[Token], code: Opcode) -> Iterator[tuple[int, int]]:
    """Where both sentences have a value in an equal run whose neighbours are equal too, or the ends of the sentence."""
    for at in range(code.src_start, code.src_end):
        if mine[at].claim and _beside(mine, at, code.src_start, code.src_end):
            yield at, at - code.src_start + code.dest_start


def _beside(tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    return (at > first or at == 0) and (at + 1 < last or at + 1 == len(tokens))


def partners(found: Iterable[Parallel]) -> dict[Claim, Claim]:
    """Which value stands in the place of which, in the parallel sentences of two articles."""
    return {
        cut[0].claim: put[0].claim
        for pair in found
        for cut, put in pair.edits
        if len(cut) == len(put) == 1 and cut[0].claim and put[0].claim
    }
