"""Features: what can be seen of a pair of mentions that speaks for or against their being about one thing.

Each is a name and a level, 0 being what is most common; what a level weighs is fitted, not written here (``weights.tsv``).
Features hold no word of any article. The bounds between levels are round numbers at about the quantiles of the labelled
pairs; ``auditor.comparing.fit`` says which levels matter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from rapidfuzz import fuzz

from auditor.comparing.circumstances import dates_apart, hedges, near_dates, other_modality
from auditor.comparing.meeting import Pair
from auditor.comparing.vetoes import agreements
from auditor.languages.en.lists import LISTS
from auditor.model import Role
from auditor.story.labels import Label, Sort
from auditor.story.mentions import Mention
from auditor.story.plain import measure, plain

_NEGATORS = LISTS.words("negators")
_PART_WORDS = LISTS.words("counting", "part")

Levels = Mapping[str, int]
"""The level of every feature of a pair by its name; 0 levels are left out."""

Hint = Callable[[Mention, Mention], Iterator[tuple[str, int]]]
"""What the values of a kind say for or against two mentions being one, as features."""

_CLOSE = (0.7, 1.0, 1.4, 1.9, 2.5, 3.3)
"""Borders between levels of words shared, a word weighing what it is rare and near; quantiles of labelled
pairs. What a level is worth is fitted."""
_TIGHT = (0.01, 0.3, 0.6, 1.0, 1.5, 2.2)
"""The same, of the words right beside the values."""
_TIGHT_NEAR = 0.6
"""Nearness of words that stand within some five words of both values."""
_RARE, _RARE_NEAR = 0.75, 0.4
"""From how rare and how near on a shared word is counted one by one."""
_COUNTED = (1, 2, 3, 5, 7)
"""Borders between levels of their number."""
_RATIO = (35, 45, 55, 70)
"""Borders between levels of likeness, in percent, of the words before and behind the two values."""
_SENTENCE = (40, 50, 60, 70, 80)
"""Borders between levels of likeness, in percent, of the two sentences."""
_MARGIN = (1.0, 1.15, 1.4, 1.9)
"""Borders between levels of how far the best partner is ahead of the second."""
_FEW = (2, 4, 9, 25)
"""Borders between levels of how many pairs of one measure the two articles hold."""
_LENGTH = (15, 30, 60)
"""Borders between levels of the sentences of the shorter article."""
_POSITION = (0.15, 0.4, 0.7)
"""Borders between levels of how far down the article the lower of the two stands, as a share of it."""
_DAYS = (1, 2, 4)
"""Borders between levels of the days that lie between the two articles."""
_AROUND = 50
"""Characters before and after a value that are compared as they stand."""
_BESIDE = 0.4
"""How near a name stands that is beside a value."""


def features(pair: Pair, hints: tuple[Hint, ...] = ()) -> Levels:
    """The features of a pair, with those that the hints of its check see in the values."""
    one, other = pair.sides
    found = [*_words(pair), *_standing(pair), *_around(one, other), *_said(one, other), *_articles(one, other)]
    found += [(agreement, 1) for agreement in agreements(one, other)]
    found += [feature for hint in hints for feature in hint(one, other)]
    return {name: level for name, level in found if level}


def level(value: float, *bounds: float) -> int:
    """How many of the bounds a value reaches."""
    return bisect_right(bounds, value)


def _words(pair: Pair) -> Iterator[tuple[str, int]]:
    one, other = pair.sides
    near = [word for word in pair.shared if word.near >= _TIGHT_NEAR]
    names = [word for word in pair.shared if word.label.is_name]
    yield "words shared", level(pair.closeness, *_CLOSE)
    yield "words shared right beside", level(sum(word.near * word.rare for word in near), *_TIGHT)
    yield (
        "rare words shared",
        level(sum(word.rare >= _RARE and word.near >= _RARE_NEAR for word in pair.shared), *_COUNTED),
    )
    yield "names shared", level(len(names), 1, 2, 3)
    mine, theirs = _names(one), _names(other)
    yield "no name beside is shared", int(bool(mine) and bool(theirs) and not mine & theirs)
    yield "all names beside are shared", int(bool(mine) and mine == theirs)
    beside = {label for label in one.neighbours & other.neighbours if label.sort is not Sort.VALUE}
    yield "next words shared", level(sum(not label.is_concept for label in beside), 1, 2, 3)
    yield "next words of one class", int(any(label.is_concept for label in beside))
    yield "same place of one sentence", int(pair.placed)


def _names(mention: Mention) -> set[Label]:
    return {w.labels[0] for w in mention.words if w.near >= _BESIDE and w.labels[0].is_name}


def _standing(pair: Pair) -> Iterator[tuple[str, int]]:
    one, other = pair.sides
    yield "other values are closer", level(pair.rank, 2, 3, 5)
    yield "other values are closer to both", level(pair.better, 2, 3)
    yield "ahead of the runner-up", level(pair.margin, *_MARGIN)
    yield (
        "value stands in the other article",
        (plain(one.claim) in other.record.values) + (plain(other.claim) in one.record.values),
    )


def _around(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    before, after = zip(*(_context(mention) for mention in (one, other)), strict=True)
    yield "alike before", level(fuzz.ratio(*before), *_RATIO)
    yield "alike behind", level(fuzz.ratio(*after), *_RATIO)
    yield "sentences alike", level(fuzz.token_set_ratio(*(_sentence(m) for m in (one, other))), *_SENTENCE)


def _context(mention: Mention) -> tuple[str, str]:
    text, (first, last) = mention.record.article.prose.lower, mention.sentence
    start, end = mention.claim.span.start, mention.claim.span.end
    return text[max(first, start - _AROUND) : start], text[end : min(last, end + _AROUND)]


def _sentence(mention: Mention) -> str:
    return mention.record.article.prose.lower[slice(*mention.sentence)]


def _said(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    yield "in quotations", one.quoted + other.quoted
    yield "in headlines", sum(mention.role == Role.HEADLINE for mention in (one, other))
    yield "other modality", int(bool(other_modality(one, other)))
    yield "both hedged", int(bool(hedges(one)) and bool(hedges(other)))
    yield "one denied", int(_denied(one) != _denied(other))
    told = bool(one.state) and bool(other.state)
    yield "same said of people", int(told and one.state == other.state)
    yield "other said of people", int(told and one.state != other.state)
    yield "one says what became of people", int(bool(one.state) != bool(other.state))
    scoped = bool(one.scope) and bool(other.scope)
    yield "same place or body beside", int(scoped and bool(one.scope & other.scope))
    yield "other place or body beside", int(scoped and not one.scope & other.scope)
    dated = bool(near_dates(one)) and bool(near_dates(other))
    yield "same date beside", int(dated and not dates_apart(one, other))
    yield "other date beside", int(dated and dates_apart(one, other))
    yield "one tells of an earlier year", int(one.past != other.past)
    yield "one is a part or more", int(_part(one) != _part(other))


def _denied(mention: Mention) -> bool:
    """Whether a negation stands before a value."""
    before = (word.lemma for word in mention.beside if word.end <= mention.claim.span.start)
    return any(word in _NEGATORS or word.endswith(("n't", "n’t")) for word in before)


def _part(mention: Mention) -> bool:
    return any(word.lemma in _PART_WORDS and word.near >= _TIGHT_NEAR for word in mention.beside)


def _articles(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    told = [measure(mention.claim) for mention in (one, other)]
    few = one.record.measures[told[0]] * other.record.measures[told[1]] if told[0] == told[1] else _FEW[-1]
    yield "others of its measure", level(few, *_FEW)
    yield (
        "length of the articles",
        level(min(len(mention.record.article.prose.sentences) for mention in (one, other)), *_LENGTH),
    )
    yield "far down", level(max(_position(one), _position(other)), *_POSITION)
    yield "days between the articles", level(_days(one, other), *_DAYS)


def _position(mention: Mention) -> float:
    return mention.claim.span.start / max(1, len(mention.record.article.prose.text))


def _days(one: Mention, other: Mention) -> int:
    days = [mention.claim.as_of.latest or mention.claim.as_of.earliest for mention in (one, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 0
