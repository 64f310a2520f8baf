"""Quantities: numbers with what they count or measure, and what bounds or blurs them.

A number is a quantity when a unit or a counted noun follows, or when its neighbours say that it counts people ("killed
27", "27 dead"). Names ("Boeing 737", "room 12"), years, times, durations, scores and telephone numbers are none.

The span of a claim reaches from the words that bound the number ("more than", "$") to the unit or to the head of the
counted noun; ``Quantity.number`` is the place of the number words alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from auditor.extract.numbers import Number, read_number
from auditor.lexicon.calendar import MONTHS, PLURALS, WEEKDAYS
from auditor.lexicon.calendar import UNITS as TIME_UNITS
from auditor.lexicon.counting import (
    AUXILIARIES,
    CONDITIONS,
    ENDS,
    EXTRA,
    HYPHENED,
    MOVED,
    NEVER_COUNTED,
    NONE_OF,
    NUMBERED,
    ONE_OF_THESE,
    PEOPLE_VERBS,
    RATES,
)
from auditor.lexicon.nouns import is_plural, singular
from auditor.lexicon.numbers import AMBIGUOUS, COMPARATORS, FRACTIONS, GROUPS, SCALES, SMALL, TRAILING
from auditor.lexicon.units import CODES, MONEY, SYMBOLS, UNITS
from auditor.lexicon.words import FINITE_VERBS, NOT_NAMES
from auditor.model import Claim, ClaimKind, Prose, Quantity
from auditor.values import precision


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _by_letter(words: Iterable[str]) -> str:
    """An alternation of words that first tells them apart by their first letter: quicker than one after the other."""
    rest: dict[str, list[str]] = {}
    for word in sorted(words):
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{_any(ends)})" for letter, ends in rest.items())


_PLURAL_SCALES = [word + "s" for word in (*SCALES, *GROUPS)]
_TRIGGER = re.compile(
    r"(?<![\w.,/:#@&\\_-])(?:\d|(?:us|au?|ca?|hk|nz|s|r)?\$\s?\d|"
    rf"[{''.join(sign for sign in SYMBOLS if len(sign) == 1)}]\s?\d|"
    rf"(?:{_by_letter([*SMALL, *SCALES, *_PLURAL_SCALES, 'tens', 'half'])})\b|"
    rf"(?:an?|several)\s(?:few\s|couple\sof\s)?(?:{_any([*SCALES, *GROUPS, *(f for f in FRACTIONS if f not in ('half', 'halves'))])})\b|"
    rf"no\s(?:one|further|immediate|{_any(NONE_OF)})\b|nobody\b)"
)
_CHAIN = re.compile(r"\d{1,15}(?:[-./:]\d{1,9}){2,20}|\d{3}-\d{4}(?!\d)|\d{1,4}[/:]\d{1,4}|\d{2,4}(?:[\s-]\d{2,4}){2,20}(?!\d)")
"""Digits that name something: telephone and version numbers, "9/11", clock times."""
_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"'‘—–]))(?:{_any(COMPARATORS)})\s(?:(?:the|an?)\s)?$")
_EXACTLY = re.compile(r"\b(?:exactly|precisely)\s$")
_EXTRA_BEFORE = re.compile(rf"(?:^|\s)({_any(EXTRA)})\s$")
_BEHIND = re.compile(rf"(?:\s(?:{_any(t for t in TRAILING if t[0] == 'o')})\b|-plus\b|\+)")
_CODE_BEFORE = re.compile(rf"\b({_any(CODES)})\s?$")
_CODE_BEHIND = re.compile(rf"\s({_any(CODES)})\b")
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
    "new zealand": "NZD", "singapore": "SGD",
}  # fmt: skip
_UNIT = re.compile(rf"[\s\xa0-]?(?:({_any(_DOLLARS)})\s(?=dollars?\b))?({_any(UNITS).replace(chr(92) + ' ', '[ -]')})(?!\w)")
_UNIT_LETTERS = frozenset(word[0] for word in (*UNITS, *_DOLLARS))
_METRES = re.compile(r"[\s\xa0]?m(?=\s?\(|\s(?:high|long|tall|wide|deep|away|above|below|thick|north|south|east|west)\b)")
_WORD = re.compile(r"(?:[^\S\n]{1,2}|\n)((?:u\.s\.|u\.n\.|[^\W\d_][\w’'-]{0,30}))")
_OF = re.compile(r"\sof(?:\s(?:the|its|their|his|her|our|my|your|those|these|all|some|about)){0,2}(?=\s)")
_OF_WHAT = re.compile(r"\s(?:worth\s)?(of|in)(?:\s(?:the|its|their|his|her|all|new|an?)){0,2}(?=\s)")
_OF_THEM = re.compile(r"\sof\s(?:them|whom|us|you)\b")
_HALF = re.compile(r"\s(?:the|its|their|his|her|all)(?=\s)")
_HALF_A = re.compile(r"\s(?:an?|of\s(?:1|one))(?=\s)")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof)?[\s-]$")
_RATE = re.compile(rf"\s(?:an?|per|each|every)\s({_any(RATES)})\b(?!\s(?:ago|after|later|earlier|before|since|and))")
_HYPHEN = re.compile(rf"-({_any(HYPHENED)})s?\b(?!-)")
_LAST_WORD = re.compile(r"([\w’'.&]{1,30})[\s\xa0]$")
_ARTICLE = re.compile(r"(?:^|\s)(?:an?|the|its|his|her|their)\s(?:[\w’'-]{1,20}\s)?$")
_AGE = re.compile(r"\b(?:aged?|ages|age\sof|ages\sof|aged\sbetween)\s$")
_YEARS_OLD = re.compile(r"[\s-]years?[\s-]olds?\b")
_NAMED_AGE = re.compile(r"[A-ZÀ-Þ][\w’'.-]{0,20}\s([A-ZÀ-Þ][\w’'-]{1,20}|[JS]r\.)(?:,\s(?:now\s)?|\s\()$")
_VOTES = re.compile(r"(\d{1,3}(?:,\d{3})?)(?:\s?[-–]\s?|\sto\s)(\d{1,3}(?:,\d{3})?)(?![\d%.,]\d|\w|%|-)")
_VOTING = re.compile(r"\b(?:vot(?:e|es|ed|ing)|passed|approved|rejected|ruled|ruling|confirmed|majority)\b")
_NONE = re.compile(rf"(?P<noun>no\s(?:further\s|immediate\s)?(?P<thing>{_any(NONE_OF)}))\b|(?P<body>no\sone|nobody)\s(?:was|has\sbeen|were)\s(?P<how>killed|hurt|injured|wounded)\b")
_HEADLINE_VERBS = frozenset("kills kill injures wounds frees arrests leaves hits tops displaces claims rescues after by of".split())
_NOT_HALF_AFTER = frozenset("first second other latter last better final top bottom back front this that each either one".split())
_IN_PLACE = re.compile(r"\b(?:in|at|from|near|across|around)\s[\w’'-]{1,30}\s$")
_YEAR_BEFORE = frozenset("the of in since by from to until till between and late early mid during before after for".split())
_FUNCTION = NOT_NAMES - {"people", "experts", "witnesses", "critics", "officials", "reports", "sources", "others"}
_VOTE_REACH = 24
"""Characters before two numbers joined by a hyphen in which a word of voting makes them votes; half of it behind."""
_BACK = 40
"""Characters before a number in which what bounds or names it is looked for."""
_MOST_WORDS = 6
"""Words behind a number among which its noun is looked for."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a number counts: the noun in the singular and the words before it, and where the phrase ends."""

    thing: str = ""
    modifiers: tuple[str, ...] = ()
    end: int = 0


@dataclass(slots=True)
class _Reading:
    """What is known of one number while it is read."""

    number: Number
    start: int
    end: int
    comparator: str = "="
    unit: str = ""
    modifiers: tuple[str, ...] = ()
    phrase: _Phrase = field(default_factory=_Phrase)
    of: float | None = None
    share: bool = False


def find_quantities(prose: Prose, times: Iterable[Claim]) -> tuple[Claim, ...]:
    """The quantities of the prose in reading order, none overlapping another or one of ``times``.

    ``times`` are the time expressions of the same prose: what belongs to one is no quantity.
    """
    return tuple(_Reader(prose, times).read())


class _Reader:
    def __init__(self, prose: Prose, times: Iterable[Claim]) -> None:
        lower = prose.text.lower()
        self._prose = prose
        self._text = lower if len(lower) == len(prose.text) else prose.text
        self._times = sorted((claim.span.start, claim.span.end) for claim in times)
        self._sentence_starts = [start for start, _ in prose.sentences]
        self._limit = 0

    def read(self) -> Iterator[Claim]:
        until = 0
        for hit in _TRIGGER.finditer(self._text):
            at = hit.start()
            if at < until:
                continue
            busy = self._time_over(at, at + 1)
            if busy:
                until = busy
                continue
            self._limit = self._sentence_end(at)
            until, claims = self._at(at, until)
            yield from claims

    def _time_over(self, start: int, end: int) -> int:
        """Where the time expression ends that shares a character with ``[start, end)``; 0 where none does."""
        at = bisect_right(self._times, (end - 1, len(self._text))) - 1
        return self._times[at][1] if at >= 0 and self._times[at][1] > start else 0

    def _sentence_end(self, at: int) -> int:
        index = bisect_right(self._sentence_starts, at) - 1
        return self._prose.sentences[index][1] if index >= 0 else 0

    def _at(self, at: int, until: int) -> tuple[int, list[Claim]]:
        """Where reading goes on behind the number at ``at``, and the claims it makes."""
        text = self._text
        none = _NONE.match(text, at, self._limit)
        if none:
            return none.end(), [self._none(none)]
        chain = _CHAIN.match(text, at)
        votes = _VOTES.match(text, at, self._limit)
        if votes and (
            _VOTING.search(text, max(0, at - _VOTE_REACH), at)
            or _VOTING.search(text, votes.end(), min(self._limit, votes.end() + _VOTE_REACH // 2))
        ):
            return votes.end(), [self._votes(votes, 1, "for"), self._votes(votes, 2, "against")]
        if chain:
            return chain.end(), []
        before = text[max(until, at - _BACK) : at]
        if before.endswith("out of "):
            return at + 1, []
        number = read_number(text, at, between=before.endswith(("between ", "ages of ", "ages ")))
        if number is None or number.end > self._limit:
            return at + 1, []
        reading = _Reading(number, at, number.end)
        self._bound(reading, before)
        if not self._complete(reading, before) or self._time_over(reading.start, reading.end):
            return number.end, []
        return reading.end, [self._claim(reading)]

    def _none(self, found: re.Match[str]) -> Claim:
        number = self._prose.span(found.start(), found.start() + 2 if found["noun"] else found.end("body"))
        thing = singular(found["thing"]) if found["noun"] else ""
        how = (found["how"],) if found["how"] else ()
        value = Quantity(0.0, 0.0, "=", "", 1.0, number, thing, how)
        return Claim(ClaimKind.QUANTITY, self._prose.span(found.start(), found.end()), value)

    def _votes(self, found: re.Match[str], group: int, side: str) -> Claim:
        span = self._prose.span(found.start(group), found.end(group))
        count = float(found[group].replace(",", ""))
        return Claim(ClaimKind.QUANTITY, span, Quantity(count, count, "=", "", 1.0, span, "vote", (side,)))

    def _bound(self, reading: _Reading, before: str) -> None:
        """Take in the words that bound the number, before it and behind it."""
        number = reading.number
        found = _BEFORE.search(before)
        if before.endswith("between ") and number.low < number.high:
            reading.start -= len("between ")
        elif found:
            phrase = found.group().strip()
            phrase = re.sub(r"\s(?:the|an?)$", "", phrase)
            small = number.form == "words" or number.form == "digits"
            if not (phrase in AMBIGUOUS and small and number.high < 10):
                reading.start -= len(before) - found.start()
                reading.comparator = COMPARATORS[phrase]
        elif _EXACTLY.search(before):
            reading.comparator = "exactly"
        extra = _EXTRA_BEFORE.search(before[: len(before) - (reading.number.start - reading.start)])
        if extra:
            reading.modifiers = (extra[1],)
        behind = _BEHIND.match(self._text, reading.end, self._limit)
        if behind:
            reading.comparator = TRAILING[behind.group().strip()]
            reading.end = behind.end()

    def _complete(self, reading: _Reading, before: str) -> bool:
        """Find the unit and the noun; whether all in all it is a quantity."""
        number = reading.number
        if self._age(reading, before):
            return True
        if number.form == "share":
            return self._shared(reading, before)
        if self._measured(reading, before):
            return number.form == "vague" or not self._named(reading, before)
        if self._text[reading.end : reading.end + 1].isalnum() or self._text[reading.end : reading.end + 2] in ("'s", "’s"):
            return False
        if self._named(reading, before) or self._clock(reading):
            return False
        return self._hyphened(reading) if self._text.startswith("-", reading.end) else self._counted(reading, before)

    def _age(self, reading: _Reading, before: str) -> bool:
        """ "Aged 34", "Ann Berg, 34, ..."; "34-year-old" is a duration where time expressions say so."""
        number, text = reading.number, self._text
        old = _YEARS_OLD.match(text, reading.end, self._limit)
        label = _AGE.search(before)
        closed = text[reading.end : reading.end + 1]
        named = closed and closed in (")" if before.endswith("(") else ",.;") and _NAMED_AGE.search(
            self._prose.text, max(0, reading.start - 50), reading.start
        )  # fmt: skip
        if named and (named[1].lower() in MONTHS or named[1].lower() in WEEKDAYS):
            named = None
        if not (old or label or named) or number.form not in ("digits", "words") or not 0 < number.high <= 120:
            return False
        if named and not (number.form == "digits" and number.low == number.high):
            return False
        reading.unit, reading.phrase = "year", _Phrase("age")
        reading.end = old.end() if old else reading.end
        return True

    def _shared(self, reading: _Reading, before: str) -> bool:
        """ "One-fifth of the territory", "half the voters", "one in five children"."""
        text, number = self._text, reading.number
        words = text[number.start : number.end]
        reading.unit = "%"
        if re.search(r"\s(?:in|out\sof)\s", words):
            reading.phrase, reading.share = self._phrase(reading.end), True
            reading.end = reading.phrase.end or reading.end
            return reading.phrase.thing not in TIME_UNITS and reading.phrase.thing not in NEVER_COUNTED
        if words == "half" and self._half_a(reading):
            return True
        last = _LAST_WORD.search(before)
        if words == "half" and last and last[1] in _NOT_HALF_AFTER:
            return False
        if self._part_of(reading, _HALF if words == "half" else _OF) or self._part_of(reading, _OF):
            return True
        if text.startswith(" majority", reading.end):
            reading.end, reading.phrase = reading.end + len(" majority"), _Phrase("majority")
            return True
        return "-" in words and text[reading.end : reading.end + 1] != "-"

    def _half_a(self, reading: _Reading) -> bool:
        """Whether the half is one of a unit: "half a percentage point", "half a mile"."""
        article = _HALF_A.match(self._text, reading.end, self._limit)
        unit = _UNIT.match(self._text, article.end(), self._limit) if article else None
        if unit is None:
            return False
        reading.number = replace(reading.number, low=0.5, high=0.5, grain=0.1, significant=0.1, form="scaled")
        reading.unit, reading.end = UNITS[unit[2].replace("-", " ")], unit.end()
        return True

    def _part_of(self, reading: _Reading, link_word: re.Pattern[str] = _OF) -> bool:
        """Read "of the 70 houses", "of the territory" behind a share or a count; whether a noun is there."""
        link = link_word.match(self._text, reading.end, self._limit)
        if link is None:
            return False
        whole = read_number(self._text, link.end() + 1)
        after = link.end()
        if whole and whole.end <= self._limit and whole.form not in ("share", "vague"):
            reading.of, after = whole.high, whole.end
        reading.phrase = self._phrase(after, mass=True, joined=after == link.end())
        reading.share = True
        reading.end = max(reading.end, reading.phrase.end, after if reading.of is not None else 0)
        if reading.phrase.thing in TIME_UNITS or reading.phrase.thing in NEVER_COUNTED:
            return False
        return bool(reading.phrase.thing) or reading.of is not None

    def _measured(self, reading: _Reading, before: str) -> bool:
        """Find a unit of measure or a currency, before the number or behind it."""
        number, text = reading.number, self._text
        reading.unit = number.symbol
        code = _CODE_BEFORE.search(self._prose.text, max(0, number.start - 5), number.start)
        if code:
            reading.unit, reading.start = code[1], min(reading.start, code.start())
        if not reading.unit:
            metres = self._metres(reading)
            if metres:
                reading.unit, reading.end = "m", metres
        magnitude = None if reading.unit else _MAGNITUDE.search(before)
        if magnitude:
            reading.unit, reading.start = "magnitude", number.start - len(before) + magnitude.start()
        if not reading.unit:
            self._unit_behind(reading)
        if not reading.unit:
            return False
        link = _OF_WHAT.match(text, reading.end, self._limit)
        if link and (link[1] == "of" or reading.unit in MONEY):
            reading.phrase = self._phrase(link.end(), mass=True, joined=True)
            reading.share = reading.unit == "%"
        elif _ARTICLE.search(text, max(0, number.start - 30), number.start) and number.low == number.high:
            reading.phrase = self._attribute(reading.end)
        reading.end = reading.phrase.end or reading.end
        return True

    def _metres(self, reading: _Reading) -> int:
        """Where "m" stands for metres, its end: "12 m (39 ft)", "100m deep"; elsewhere it is short for million."""
        number = reading.number
        at = number.end - (1 if number.form == "scaled" and self._text[number.end - 1] == "m" else 0)
        found = _METRES.match(self._text, at, self._limit) if self._text[at - 1 : at].isdigit() else None
        if found is None:
            return 0
        if at < number.end:
            shrunk = {name: getattr(number, name) / 1e6 for name in ("low", "high", "grain", "significant")}
            reading.number = replace(number, end=at, form="digits", **shrunk)
        return found.end()

    def _unit_behind(self, reading: _Reading) -> None:
        text, at = self._text, reading.end
        code = _CODE_BEHIND.match(self._prose.text, at, self._limit)
        if code:
            reading.unit, reading.end = code[1], code.end()
            return
        following = text[at : at + 2].lstrip(" \n\xa0-")
        if not following or following[0] not in _UNIT_LETTERS:
            return
        found = _UNIT.match(text, at, self._limit)
        joined = found is not None and found.start(2) == at
        if found and not (joined and reading.number.form == "words"):
            reading.unit = _DOLLARS.get(found[1] or "", "") or UNITS[found[2].replace("-", " ")]
            reading.end = found.end()

    def _attribute(self, at: int) -> _Phrase:
        """What an amount behind an article describes: "a $25,000 contribution"; in the singular, so to its last word."""
        words = list(takewhile(lambda one: not _verbal(one[0]), self._words(at)))
        if not 0 < len(words) < 4 or self._prose.text[words[-1][1] - len(words[-1][0])].isupper():
            return _Phrase()
        return _Phrase(singular(words[-1][0]), tuple(word for word, _ in words[:-1]), words[-1][1])

    def _named(self, reading: _Reading, before: str) -> bool:
        """Whether the number is (part of) a name: "Boeing 737", "room 12", "phase two", a bare year."""
        number, text = reading.number, self._text
        year = number.form == "digits" and "," not in text[number.start : number.end]
        bound = text[reading.start : number.start].removesuffix("the ").strip()
        if bound and not (year and bound in AMBIGUOUS):
            return False
        written = self._prose.text[number.start : number.end]
        last = _LAST_WORD.search(self._prose.text, max(0, number.start - 32), number.start)
        word = last[1] if last else ""
        lower = word.lower().rstrip(".")
        if lower in NUMBERED and (number.form != "scaled" or lower in ("number", "no")) and not number.symbol:
            return True
        if year and self._year(reading, lower):
            return True
        if number.symbol or number.form in ("scaled", "vague") or reading.unit in ("%", "percentage point"):
            return False
        if number.form == "words":
            inside = written[0].isupper() and number.start != self._sentence_start(number.start)
            return inside and lower not in _HEADLINE_VERBS and not word.islower()
        if not word[:1].isupper() or "," in written:
            return False
        if lower in NOT_NAMES or lower in WEEKDAYS or lower in _HEADLINE_VERBS or lower in PEOPLE_VERBS:
            return False
        return not _IN_PLACE.search(text, max(0, number.start - _BACK), number.start)

    def _sentence_start(self, at: int) -> int:
        return self._sentence_starts[bisect_right(self._sentence_starts, at) - 1]

    def _year(self, reading: _Reading, last: str) -> bool:
        """Whether four digits without a comma are a year; units and bounds have been taken in before."""
        value = reading.number.low
        if reading.unit or not (1000 <= value < 2100 and value == int(value)) or reading.number.grain != 1:
            return False
        return value >= 1900 or last in _YEAR_BEFORE or not self._phrase(reading.end).thing

    def _clock(self, reading: _Reading) -> bool:
        """Whether a unit of time follows: durations, ages and clock times are for time expressions."""
        found = re.compile(r"[\s\xa0-]?([a-z’'.]{1,12})").match(self._text, reading.end, self._limit)
        word = found[1].rstrip(".") if found else ""
        return word in TIME_UNITS or word in PLURALS or word in NEVER_COUNTED

    def _hyphened(self, reading: _Reading) -> bool:
        found = _HYPHEN.match(self._text, reading.end, self._limit)
        if found is None or (reading.number.form == "words" and reading.number.low < 3 and found[1] == "man"):
            return False
        reading.phrase = _Phrase("" if found[1] == "strong" else singular(found[1]), (), found.end())
        reading.end = found.end()
        return True

    def _counted(self, reading: _Reading, before: str) -> bool:
        """Find the counted noun, or what shows without one that people are counted."""
        number = reading.number
        phrase = self._phrase(reading.end)
        if phrase.thing and (phrase.thing in TIME_UNITS or phrase.thing in NEVER_COUNTED):
            return False
        if number.form == "words" and number.high == 1:
            return self._one(reading, before)
        if self._text[reading.number.end - 1] in "mkb" and number.form == "scaled" and not phrase.thing:
            return False
        if not phrase.thing and not phrase.modifiers:
            return self._grouped(reading) or self._part_of(reading) or self._bare(reading, before)
        reading.phrase, reading.end = phrase, phrase.end
        return True

    def _grouped(self, reading: _Reading) -> bool:
        """Whether "of" only joins a number to its noun: "hundreds of homes", not "hundreds of the homes"."""
        if reading.number.form not in ("vague", "scaled") or not self._text.startswith(" of ", reading.end):
            return False
        unit = _UNIT.match(self._text, reading.end + len(" of"), self._limit)
        if unit:
            reading.unit, reading.end = UNITS[unit[2].replace("-", " ")], unit.end()
            return True
        phrase = self._phrase(reading.end + len(" of"))
        if not phrase.thing or phrase.thing in TIME_UNITS or phrase.thing in NEVER_COUNTED:
            return False
        reading.phrase, reading.end = phrase, phrase.end
        return True

    def _one(self, reading: _Reading, before: str) -> bool:
        """ "One" counts only people, by a noun that follows at once: elsewhere it is a pronoun."""
        words = list(self._words(reading.end))[:2]
        for at, (word, end) in enumerate(words):
            if word in ONE_OF_THESE:
                reading.phrase = _Phrase(word, tuple(one for one, _ in words[:at]), end)
                reading.end = end
                last = _LAST_WORD.search(before)
                return not (last and last[1] in ("no", "any", "every", "each", "the", "this", "that", "which", "another"))
        return False

    def _bare(self, reading: _Reading, before: str) -> bool:
        """Whether a number without a noun counts people: "killed 27", "27 were", "the toll rose to 27", "1.2 million"."""
        number = reading.number
        following = _WORD.match(self._text, reading.end, self._limit)
        word = following[1] if following else ""
        if _OF_THEM.match(self._text, reading.end, self._limit):
            reading.share = True
            return number.high > 1
        if word in AUXILIARIES:
            return number.high > 1
        if number.form == "vague":
            return word in ENDS
        if number.form == "scaled":
            return True
        lead = self._text[max(0, reading.start - _BACK) : reading.start].split()
        if reading.comparator != "=" and (number.form == "digits" or number.high >= 20):
            return word not in ("on", "in")
        if not lead:
            return False
        if lead[-1] in PEOPLE_VERBS or (lead[-1] in ("to", "at", "of") and any(one in MOVED for one in lead[-4:-1])):
            return True
        return "," in self._text[number.start : number.end] and not self._alone(number)

    def _alone(self, number: Number) -> bool:
        """Whether the number has a line to itself, as the cells of tables have."""
        text = self._text
        return text[number.start - 1 : number.start] in ("", "\n") and text[number.end : number.end + 1] in ("", "\n")

    def _words(self, at: int) -> Iterator[tuple[str, int]]:
        """The words of the noun phrase at ``at`` and their ends, up to a function word, a verb or a mark."""
        for _ in range(_MOST_WORDS):
            found = _WORD.match(self._text, at, self._limit)
            if found is None:
                return
            word, at = found[1].rstrip("'’"), found.end()
            acronym = self._prose.text[found.start(1) : found.end(1)].isupper() and len(word) > 1
            if not acronym and word not in EXTRA and word not in ("more", "other"):
                if word in _FUNCTION or word in FINITE_VERBS or word in ENDS or word in WEEKDAYS or word in AUXILIARIES:
                    return
            yield word, found.start(1) + len(word)

    def _phrase(self, at: int, *, mass: bool = False, joined: bool = False) -> _Phrase:
        """The noun phrase at ``at``: its head is the first plural, with ``mass`` else the last word.

        ``joined`` lets owners stand before the noun: "Ukraine’s territory".
        """
        modifiers: list[str] = []
        head = end = 0
        words: list[str] = []
        for word, stop in self._words(at):
            owner = word.endswith(("'s", "’s"))
            if head and not (is_plural(word) and not owner and word not in SMALL):
                break
            if owner and not joined:
                break
            words.append(word)
            if is_plural(word) and not owner:
                head, end = len(words), stop
            elif not head and not words[1:] and word in CONDITIONS:
                head_word = word
                end = stop
                modifiers = [head_word]
            elif mass and not head and not owner and not word.endswith("ed"):
                end = stop
            elif mass and word.endswith("ed"):
                words.pop()
                break
        if head:
            return _Phrase(singular(words[head - 1]), tuple(_plain(words[: head - 1])), end)
        if modifiers and not mass:
            return _Phrase("", tuple(modifiers), self._first_end(at))
        if mass and end and words:
            return _Phrase(singular(words[-1]), tuple(_plain(words[:-1])), end)
        return _Phrase()

    def _first_end(self, at: int) -> int:
        found = _WORD.match(self._text, at, self._limit)
        return found.end() if found else at

    def _claim(self, reading: _Reading) -> Claim:
        number = reading.number
        rate = _RATE.match(self._text, reading.end, self._limit)
        hedged = reading.comparator in ("~", "<~", ">~")
        step = precision(number.high, number.grain, number.significant, hedged=hedged)
        low: float | None = number.low
        high: float | None = number.high
        comparator = reading.comparator
        if comparator == "exactly":
            comparator, step = "=", number.grain
        elif low != high:
            comparator = "range" if comparator in ("=", "~") else comparator
        if comparator in (">", ">="):
            high = None
        elif comparator in ("<", "<="):
            low = None
        value = Quantity(
            low,
            high,
            comparator,
            reading.unit,
            step,
            self._prose.span(number.start, number.end),
            reading.phrase.thing,
            (*reading.modifiers, *reading.phrase.modifiers),
            reading.of,
            reading.share,
            rate[1] if rate else "",
        )
        return Claim(ClaimKind.QUANTITY, self._prose.span(reading.start, reading.end), value)


def _verbal(word: str) -> bool:
    """Whether a word behind a noun in the singular most likely begins what is said of it: "earthquake hit"."""
    return word in PEOPLE_VERBS or word in MOVED or word.endswith("ed")


def _plain(words: Iterable[str]) -> Iterator[str]:
    """The words without the mark of an owner."""
    return (word.removesuffix("'s").removesuffix("’s") for word in words)
