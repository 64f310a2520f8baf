"""Quantities: numbers with what they count or measure, and what bounds or blurs them.

A number is a quantity when a unit or a counted noun follows, or when its neighbours say that it counts people ("killed
27", "27 dead"). Names ("Boeing 737", "room 12"), years, times, durations, scores and telephone numbers are none.

The span of a claim reaches from the words that bound the number ("more than", "between", "$") to the unit or to the
head of the counted noun, without a rate ("a day"); ``Quantity.number`` is the place of the number words alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.languages.en.code.measures import measured, part_of_one, unit_at
from auditor.languages.en.code.noun_phrases import NounPhrases, Phrase
from auditor.languages.en.code.numbers import SIGNS, TEN, Number, read_number
from auditor.languages.en.lexicon.calendar import PLURALS, WEEKDAYS
from auditor.languages.en.lexicon.numbers import AMBIGUOUS, COMPARATORS, FRACTIONS, GROUPS, SCALES, SMALL, TRAILING
from auditor.languages.en.lexicon.units import MONEY, SYMBOLS, UNITS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import singular
from auditor.languages.en.reach import BESIDE
from auditor.languages.timex import UNITS as TIME_UNITS
from auditor.model import Claim, ClaimKind, Lived, Prose, Quantity
from auditor.text.alternation import one_of
from auditor.text.beside import Before, Within
from auditor.text.index import index_of, matches_at, openers
from auditor.text.regex import regex
from auditor.values import precision

_AUXILIARIES = LISTS.words("counting", "auxiliary")
_ENDS = LISTS.words("counting", "end")
_EXTRA = LISTS.words("counting", "extra")
_HEADLINE_VERBS = LISTS.words("counting", "headline")
_HYPHENED = LISTS.words("counting", "hyphened")
_MOVED = LISTS.words("counting", "moved")
_NEVER_COUNTED = LISTS.words("counting", "never-counted")
_NONE_OF = LISTS.words("counting", "none")
_NUMBERED = LISTS.words("counting", "numbered")
_ONE_OF_THESE = LISTS.words("people_and_bodies", "counted")
_PEOPLE_VERBS = LISTS.words("counting", "people-verb")
_RATES = LISTS.words("counting", "rate")
_NOT_NAMES = LISTS.words("plain_words", "opener")

_GROUPED = (*SCALES, *GROUPS)
_WORDS = [*SMALL, *SCALES, *(word + "s" for word in _GROUPED), "tens", "half"]
_OPENERS = openers([*_WORDS, "a", "an", "several", "no", "nobody"])
_SIGN = regex(f"[{''.join([*(sign for sign in SYMBOLS if len(sign) == 1), *SIGNS])}]")
"""A sign of money or a fraction in one character."""
_LETTERS_BEFORE = range(max(map(len, SYMBOLS)))
"""How many letters may stand before a sign and belong to it ("US$")."""
_TRIGGER = regex(
    r"(?<![\w.,/:#@&\\_-])(?:\d|(?:us|au?|ca?|hk|nz|s|r)?\$\s?\d|"
    rf"{_SIGN.pattern}\s?\d|[{''.join(SIGNS)}]|"
    rf"(?:{one_of(_WORDS)})\b|"
    rf"(?:an?|several)\s(?:few\s|couple\sof\s)?(?:{one_of([*_GROUPED, *(set(FRACTIONS) - {'half', 'halves'})])})\b|"
    rf"no\s(?:one|further|immediate|{one_of(_NONE_OF)})\b|nobody\b)"
)
_CHAIN = regex(
    r"\d{1,15}(?:[-./:]\d{1,9}){2,20}|\d{3}-\d{4}(?!\d)|\d{1,4}[/:]\d{1,4}(?!\d|\sof\s)|\d{2,4}(?:[\s-]\d{2,4}){2,20}(?!\d)"
)
"""Digits that name something: telephone and version numbers, "9/11" (but not "3/8 of a mile"), clock times."""
_BOUND = Before(COMPARATORS)
_ARTICLES = Before(("the", "a", "an"))
_HANDING = Before(LISTS.words("counting", "handing"))
"""Verbs whose "over" bounds no number: "handed over 540 prisoners"."""
_EXACTLY = Before(LISTS.words("counting", "exactly"))
_EXTRA_BEFORE = Before(_EXTRA)
_BEHIND = regex(rf"(?:\s(?:{one_of(t for t in TRAILING if t[0] == 'o')})\b|-plus\b|\+)")
_RATED = regex(r"(?:\d\sout\sof|\sin\severy)\s$")
"""Before the whole of a rating or a ratio: "4.5 out of 5 stars", "one voter in every ten"."""
_WHICH = r"(?:the|its|their|his|her|our|my|your|those|these|all|some|about)"
_OF = regex(rf"\s(?:(?:out\s|worth\s)?(?P<by>of|in)(?:\s(?:{_WHICH}|new|an?)){{0,2}}|{_WHICH})(?=\s)")
"""What joins a number to what it is a part or an amount of: "of the", "in new"; behind "half" a bare article."""
_OF_THEM = (" of them", " of whom", " of us", " of you")
_RATE = regex(rf"\s(?:an?|per|each|every)\s({one_of(_RATES)})\b(?!\s(?:ago|after|later|earlier|before|since|and))")
_EACH = regex(
    rf"(?:\b(?:{one_of(word for word, number in SMALL.items() if number > 1)}|several|dozens\sof|many)|(?<![\d.,])(?:[2-9]|[1-9]\d))\s$"
)
"""Before an amount that each of several things is of: "four $7,000 fines"."""
_THINGS = regex(r"\s([a-z]{3,20}s)\b")
_NEXT = regex(r"[\s-]?([a-z’'.]{1,12})")
_HYPHEN = regex(rf"-({one_of(_HYPHENED)}|strong)s?\b(?!-)")
_LAST_WORD = regex(r"(?<![\w’'.&])([\w’'.&]{1,30})\s$")
_ARTICLE = regex(r"(?:^|\s)(?:an?|the|its|his|her|their)\s(?:[\w’'-]{1,20}\s)?$")
_AGE = regex(r"\b(?:aged?|ages|age\sof|ages\sof|aged\sbetween)\s(?:\d{1,3}\sand\s)?$")
_SIDE_OF_VOTE = rf"(?:\d{{1,3}}(?:,\d{{3}})?|(?:{one_of(SMALL)})\b)"
_VOTES = regex(
    rf"(?P<one>{_SIDE_OF_VOTE})(?:\s?(?P<hyphen>[-–])\s?|-to-|\s(?:votes?\s)?to\s)(?P<two>{_SIDE_OF_VOTE})(?![\d%.,]\d|\w|%|-)"
)
_VOTING_WORDS = LISTS.words("clause_cues", "voting")
_VOTING = Within(_VOTING_WORDS)
_SIDE = regex(r"\s(?:votes?\s|voted\s|voting\s)?(against|for|in\sfavou?r)\b")
_NONE = regex(
    rf"(?P<noun>no\s(?:further\s|immediate\s)?(?P<thing>{one_of(_NONE_OF)}))\b|"
    r"(?P<body>no\sone|nobody)\s(?:was|has\sbeen|were)\s(?P<how>killed|hurt|injured|wounded)\b"
)
_NOT_HALF_AFTER = LISTS.words("counting", "not-half")
_NOT_ONE_AFTER = LISTS.words("counting", "not-one")
_YEAR_AFTER = LISTS.words("counting", "year")
_LONGEST_UNIT = max(map(len, UNITS))
_MODEL = regex(r"\d{2,4}\s[A-Z][\w-]{1,12}")
_NAMED_MODEL = regex(rf"(?<!\w)[A-Z][a-z][\w-]{{1,20}}\s({_MODEL.pattern})")


@dataclass(slots=True)
class _Reading:
    """What is known of one number while it is read; ``before`` is the text that stands before it."""

    number: Number
    before: str
    start: int
    end: int
    comparator: str = "="
    unit: str = ""
    extra: tuple[str, ...] = ()
    phrase: Phrase = field(default_factory=Phrase)
    of: float | None = None
    share: bool = False
    kind: type[Quantity] = Quantity

    def take(self, phrase: Phrase) -> bool:
        """Make the phrase what is counted; whether there is one, and it is no unit of time."""
        if _timed(phrase):
            return False
        self.phrase, self.end = phrase, phrase.end or self.end
        return bool(phrase.thing or phrase.modifiers)


def _timed(phrase: Phrase) -> bool:
    """Whether the phrase measures time, which is for time expressions, or tells how often ("three times")."""
    return phrase.thing in TIME_UNITS or phrase.thing in _NEVER_COUNTED


def find_quantities(prose: Prose, times: Iterable[Claim], ages: Iterable[Claim] = ()) -> tuple[Claim, ...]:
    """The quantities of the prose in reading order, none overlapping another or one of ``times``.

    ``times`` are the time expressions of the same prose: what belongs to one is no quantity, also an age that is told
    as a duration ("a 34-year-old"). ``ages`` are the ages that it gives to named people.
    """
    return tuple(_Reader(prose, times, ages).read())


def _places(text: str) -> list[int]:
    """Where a quantity may begin in the text in lower case."""
    index = index_of(text)
    signs = (found.start() - back for found in _SIGN.finditer(text) for back in _LETTERS_BEFORE)
    return sorted((*index.places(_OPENERS), *index.numbers, *signs))


_PLACING = frozenset(["in", "at", "from", "near", "across", "around"])


def _may_precede(word: str) -> bool:
    """Whether a word with a capital before a number is no name that the number is part of."""
    plain = word.rstrip(".")
    return word.endswith(("'s", "’s")) or plain in _NOT_NAMES | _HEADLINE_VERBS | _PEOPLE_VERBS or plain in WEEKDAYS


class _Reader:
    def __init__(self, prose: Prose, times: Iterable[Claim], ages: Iterable[Claim]) -> None:
        self._prose = prose
        self._text = prose.lower
        self._phrases = NounPhrases(prose, self._text)
        self._times = sorted((claim.span.start, claim.span.end) for claim in times)
        self._ages = {claim.span.start for claim in ages}
        self._starts = [start for start, _ in prose.sentences]
        self._limit = 0
        self._models: frozenset[str] | None = None

    def read(self) -> Iterator[Claim]:
        """The quantities, first to last."""
        until = 0
        for hit in matches_at(_TRIGGER, self._text, _places(self._text)):
            at = hit.start()
            if at < until:
                continue
            busy = self._time_over(at, at + 1)
            if busy:
                until = busy
                continue
            self._limit = self._sentence(at)[1]
            until, claims = self._at(at, until)
            yield from claims

    def _time_over(self, start: int, end: int) -> int:
        """Where the time expression ends that shares a character with ``[start, end)``; 0 where none does."""
        at = bisect_right(self._times, (end - 1, len(self._text))) - 1
        return self._times[at][1] if at >= 0 and self._times[at][1] > start else 0

    def _sentence(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._starts, at) - 1
        return self._prose.sentences[index] if index >= 0 else (0, 0)

    def _back(self, at: int) -> int:
        """From where what bounds or names a number at ``at`` is looked for."""
        return max(0, at - BESIDE)

    def _at(self, at: int, until: int) -> tuple[int, list[Claim]]:
        """Where reading goes on behind the number at ``at``, and the claims it makes; ``until`` is read already."""
        none = _NONE.match(self._text, at, self._limit)
        if none:
            return none.end(), [self._none(none)]
        votes = self._votes(at)
        if votes:
            return votes[0].span.end, votes
        chain = _CHAIN.match(self._text, at)
        if chain:
            return chain.end(), []
        before = self._text[max(until, at - BESIDE) : at]
        between = before.endswith(("between ", "between the ages of "))
        changed = before.endswith("from ") and not _MOVED.isdisjoint(before.split())
        number = read_number(self._text, at, between=between, alone=changed)
        if number is None or number.end > self._limit or _RATED.search(self._text, self._back(at), at):
            return at + 1, []
        reading = _Reading(number, before, at, number.end)
        self._bound(reading)
        if not self._complete(reading) or self._time_over(reading.start, reading.end):
            return number.end, []
        return reading.end, [self._claim(reading)]

    def _none(self, found: re.Match[str]) -> Claim:
        """ "No deaths", "nobody was killed"."""
        number = self._prose.span(found.start(), found.start() + len("no") if found["noun"] else found.end("body"))
        thing = singular(found["thing"]) if found["noun"] else ""
        how = (found["how"],) if found["how"] else ()
        value = Quantity(0.0, 0.0, "=", "", 1.0, number, thing, how)
        return Claim(ClaimKind.QUANTITY, self._prose.span(found.start(), found.end()), value)

    def _votes(self, at: int) -> list[Claim]:
        """ "52-48" beside a word of voting, as one value with two sides: elsewhere it is a score."""
        found = _VOTES.match(self._text, at, self._limit)
        if found is None or not self._is_vote(found):
            return []
        one, two = (read_number(self._text, found.start(side), alone=True) for side in ("one", "two"))
        if one is None or two is None:
            return []
        span = self._prose.span(found.start(), found.end())
        return [Claim(ClaimKind.QUANTITY, span, Quantity(one.low, one.high, "=", "vote", 1.0, span, against=two.low))]

    def _is_vote(self, found: re.Match[str]) -> bool:
        """Whether a word of voting stands by: anywhere in the sentence for "98-0", close to numbers of another form."""
        if "vote" in found.group():
            return True
        first, last = self._sentence(found.start())
        falling = found["hyphen"] and found["one"].isdigit() and found["two"].isdigit()
        falling = falling and int(found["one"]) > int(found["two"])
        thing = self._phrases.counted(found.end(), self._limit).thing
        if thing and not falling:
            return thing in _VOTING_WORDS - {"vote"}  # "3-4 votes" are a range
        reach = last - first if falling else BESIDE
        return bool(
            _VOTING.stands(self._text, max(first, found.start() - reach), found.start())
            or _VOTING.stands(self._text, found.end(), min(self._limit, found.end() + reach))
        )

    def _bound(self, reading: _Reading) -> None:
        """Take in the words that bound the number, before it and behind it, and those that add it to others."""
        number, before = reading.number, reading.before
        article = _ARTICLES.start(before, len(before))
        bound = _BOUND.start(before, len(before) if article is None else article)
        if before.endswith("between ") and number.low < number.high:
            reading.start -= len("between ")
        elif bound is not None:
            words = before[bound:article].strip()
            doubtful = number.form in ("words", "digits") and number.high < TEN
            if not (words in AMBIGUOUS and doubtful) and not _HANDING.stands(before, bound):
                reading.start -= len(before) - bound
                reading.comparator = COMPARATORS[words]
        elif _EXACTLY.stands(before, len(before)):
            reading.comparator = "exactly"
        front = len(before) - (number.start - reading.start)
        extra = _EXTRA_BEFORE.start(before, front)
        reading.extra = () if extra is None else (before[extra : front - 1],)
        behind = _BEHIND.match(self._text, reading.end, self._limit)
        if behind:
            reading.comparator = TRAILING[behind.group().strip()]
            reading.end = behind.end()

    def _complete(self, reading: _Reading) -> bool:
        """Find the unit and the noun; whether all in all it is a quantity."""
        if self._age(reading):
            return True
        if reading.number.form == "share":
            return self._shared(reading)
        if self._measured(reading):
            return not self._named(reading)
        follows = self._text[reading.end : reading.end + 2]
        if follows[:1].isalnum() or follows in ("'s", "’s") or self._named(reading) or self._clock(reading):
            return False
        return self._hyphened(reading) if follows[:1] == "-" else self._counted(reading)

    def _age(self, reading: _Reading) -> bool:
        """ "Aged 34", "Ann Berg, 34, ...", "Ann Berg (34)"."""
        number = reading.number
        told = reading.start in self._ages or _AGE.search(self._text, self._back(reading.start), reading.start)
        if not told or number.form not in ("digits", "words"):
            return False
        reading.kind, reading.unit, reading.phrase = Lived, "year", Phrase("age")
        return True

    def _shared(self, reading: _Reading) -> bool:
        """ "One-fifth of the territory", "half the voters", "one in five children"."""
        words = self._text[reading.number.start : reading.number.end]
        reading.unit = "%"
        if not {"in", "out"}.isdisjoint(words.split()):
            reading.share = True
            phrase = self._phrases.counted(reading.end, self._limit)
            return reading.take(phrase) or not _timed(phrase)
        fraction = part_of_one(self._text, reading.number, self._limit)
        if fraction:
            reading.number, reading.unit, _, reading.end = fraction
            return True
        last = _LAST_WORD.search(reading.before)
        if words == "half" and last and last[1] in _NOT_HALF_AFTER:
            return False
        if self._part_of(reading, bare=words == "half"):
            return True
        if self._text.startswith(" majority", reading.end):
            return reading.take(Phrase("majority", (), reading.end + len(" majority")))
        return "-" in words and self._text[reading.end : reading.end + 1] != "-"

    def _part_of(self, reading: _Reading, *, bare: bool = False) -> bool:
        """Read "of the 70 houses", "of the territory" behind a share or a count; whether a noun is there.

        ``bare``: "of" may be missing ("half the voters").
        """
        link = _OF.match(self._text, reading.end, self._limit)
        if link is None or not (link["by"] == "of" or (bare and not link["by"])):
            return False
        whole = read_number(self._text, link.end() + 1)
        after = link.end()
        if whole and whole.end <= self._limit and whole.form not in ("share", "vague"):
            reading.of, after = whole.high, whole.end
            reading.end = after
        phrase = self._phrases.whole(after, self._limit)
        reading.share = True
        return reading.take(phrase) or (reading.of is not None and not _timed(phrase))

    def _measured(self, reading: _Reading) -> bool:
        """Find a unit of measure or a currency, and what is measured."""
        found = measured(self._prose, self._text, reading.number, reading.end, self._with_broken_line())
        if found is None:
            return False
        reading.number, reading.unit, start, reading.end = found
        reading.start = min(reading.start, start)
        link = _OF.match(self._text, reading.end, self._limit)
        number = reading.number
        if link and (link["by"] == "of" or (link["by"] and reading.unit in MONEY)):
            whole = self._phrases.whole(link.end(), self._limit)
            if not self._time_over(reading.end, whole.end):
                reading.take(whole)
            reading.share = reading.unit == "%"
        elif number.low == number.high and _ARTICLE.search(self._text, self._back(number.start), number.start):
            reading.take(self._phrases.described(reading.end, self._limit))
        return True

    def _with_broken_line(self) -> int:
        """Where the sentence ends, with the next line where it goes on in small letters: a unit may be broken over lines."""
        goes_on = (
            self._prose.text[self._limit : self._limit + 1] == "\n"
            and self._prose.text[self._limit + 1 : self._limit + 2].islower()
        )
        return self._limit + _LONGEST_UNIT if goes_on else self._limit

    def _named(self, reading: _Reading) -> bool:
        """Whether the number is (part of) a name: "Boeing 737", "room 12", "phase two", a bare year."""
        number = reading.number
        written = self._prose.text[number.start : number.end]
        plain = number.form == "digits" and not number.symbol and "," not in written
        bound = self._text[reading.start : number.start].removesuffix("the ").strip()
        if bound and not (plain and bound in AMBIGUOUS):
            return False
        found = _LAST_WORD.search(self._prose.text, self._back(number.start), number.start)
        last = found[1] if found else ""
        lower = last.lower().rstrip(".")
        if lower in _NUMBERED and not number.symbol and (number.form != "scaled" or lower in ("number", "no")):
            return True
        if plain and not reading.unit and self._year(reading, lower):
            return True
        if reading.unit in MONEY or reading.unit in ("%", "percentage point"):
            return False
        if number.form == "words":
            if written.isupper():
                return False  # "takes EIGHT satellites": capitals that shout name nothing
            within = written[0].isupper() and number.start != self._sentence(number.start)[0]
            return within and last[-1:] not in ("", ".") and lower not in _HEADLINE_VERBS
        return plain and (
            (last[:1].isupper() and not (_may_precede(last.lower()) or self._places(number))) or self._is_model(number)
        )

    def _places(self, number: Number) -> bool:
        """Whether a name before the number says where: "In Orley 40 men were held"."""
        before = self._text[self._back(number.start) : number.start].split()
        return len(before) > 1 and before[-2] in _PLACING

    def _is_model(self, number: Number) -> bool:
        """Whether the article elsewhere writes the number with its next word behind a name: "737 Max jets" of "Boeing 737 Max"."""
        found = _MODEL.match(self._prose.text, number.start, self._limit)
        if found is None:
            return False
        if self._models is None:
            self._models = frozenset(one[1].lower() for one in _NAMED_MODEL.finditer(self._prose.text))
        return found.group().lower() in self._models

    def _year(self, reading: _Reading, last: str) -> bool:
        """Whether four digits without a comma are a year."""
        value = reading.number.low
        if reading.number.grain != 1 or not 1000 <= value < 2100:
            return False
        return value >= 1900 or last in _YEAR_AFTER or not self._phrases.counted(reading.end, self._limit).thing

    def _clock(self, reading: _Reading) -> bool:
        """Whether a unit of time follows: durations and clock times are for time expressions."""
        word = self._next_word(reading.end)
        return word in TIME_UNITS or word in PLURALS or word in _NEVER_COUNTED

    def _next_word(self, at: int) -> str:
        """The word behind a number, empty where a mark or the end of the sentence stands there."""
        found = _NEXT.match(self._text, at, self._limit)
        return found[1].rstrip(".") if found else ""

    def _hyphened(self, reading: _Reading) -> bool:
        """ "A 30-bed hospital", "a 20,000-strong army"."""
        found = _HYPHEN.match(self._text, reading.end, self._limit)
        if found is None:
            return False
        reading.phrase = Phrase("" if found[1] == "strong" else found[1], (), found.end())
        reading.end = found.end()
        return True

    def _counted(self, reading: _Reading) -> bool:
        """Find the counted noun, or what shows without one that people are counted."""
        number = reading.number
        if number.form == "words" and number.high == 1:
            return self._one(reading)
        phrase = self._phrases.counted(reading.end, self._limit)
        if phrase.end:
            return reading.take(phrase)
        if number.form == "scaled" and self._text[number.end - 1] in "mkb":
            return False
        return self._grouped(reading) or self._part_of(reading) or self._side(reading) or self._bare(reading)

    def _one(self, reading: _Reading) -> bool:
        """ "One" counts only people, by a noun that follows at once: elsewhere it is a pronoun."""
        last = _LAST_WORD.search(reading.before)
        words = list(self._phrases.words(reading.end, self._limit))[:2]
        nouns = [at for at, (word, _) in enumerate(words) if word in _ONE_OF_THESE]
        if not nouns or (last and last[1] in _NOT_ONE_AFTER):
            return False
        noun, end = words[nouns[0]]
        return reading.take(Phrase(noun, tuple(word for word, _ in words[: nouns[0]]), end))

    def _grouped(self, reading: _Reading) -> bool:
        """Whether "of" only joins a number to its noun or unit: "hundreds of homes", "millions of dollars"."""
        if reading.number.form not in ("vague", "scaled") or not self._text.startswith(" of ", reading.end):
            return False
        at = reading.end + len(" of")
        unit = unit_at(self._text, at, self._limit)
        if unit:
            reading.unit, reading.end = unit
            return True
        phrase = self._phrases.counted(at, self._limit)
        return reading.take(phrase)

    def _side(self, reading: _Reading) -> bool:
        """Whether a number without a noun counts the votes of one side: "76 votes to pass it, 72 against"."""
        found = _SIDE.match(self._text, reading.end, self._limit)
        if not found or not _VOTING.stands(self._text, self._sentence(reading.start)[0], reading.start):
            return False
        return reading.take(Phrase("vote", ("against" if found[1] == "against" else "for",), found.end()))

    def _bare(self, reading: _Reading) -> bool:
        """Whether a number without a noun counts people: "killed 27", "27 were", "the toll rose to 27", "1.2 million"."""
        number = reading.number
        if self._text.startswith(_OF_THEM, reading.end, self._limit):
            reading.share = True
            return number.high > 1
        following = self._next_word(reading.end)
        if following in _AUXILIARIES:
            return number.high > 1
        if number.form in ("vague", "scaled"):
            return number.form == "scaled" or following in _ENDS
        if reading.comparator != "=" and (number.form == "digits" or number.high >= 2 * TEN):
            return following not in ("on", "in")
        lead = self._text[self._back(reading.start) : reading.start].split()
        if lead and (lead[-1] in _PEOPLE_VERBS or (lead[-1] in ("to", "at", "of") and _MOVED & set(lead[-4:-1]))):
            return True
        return "," in self._text[number.start : number.end] and not self._alone(number)

    def _alone(self, number: Number) -> bool:
        """Whether the number has a line to itself, as the cells of tables have."""
        around = (self._text[number.start - 1 : number.start], self._text[number.end : number.end + 1])
        return all(mark in ("", "\n") for mark in around)

    def _rate(self, reading: _Reading) -> str:
        """What the number is for one of: "a day", "per person", or one of several things ("four $7,000 fines")."""
        rate = _RATE.match(self._text, reading.end, self._limit)
        if rate:
            return rate[1]
        things = _THINGS.match(self._text, reading.end, self._limit) if reading.unit in MONEY else None
        several = _EACH.search(self._text, self._back(reading.start), reading.start) if things else None
        return singular(things[1]) if things and several and not self._time_over(*several.span()) else ""

    def _claim(self, reading: _Reading) -> Claim:
        number, comparator = reading.number, reading.comparator
        hedged = comparator in ("~", "<~", ">~")
        step = precision(number.high, number.grain, number.significant, hedged=hedged)
        if comparator == "exactly":
            comparator, step = "=", number.grain
        if number.low != number.high and comparator in ("=", "~"):
            comparator = "range"
        value = reading.kind(
            None if comparator in ("<", "<=") else number.low,
            None if comparator in (">", ">=") else number.high,
            comparator,
            reading.unit,
            step,
            self._prose.span(number.start, number.end),
            reading.phrase.thing,
            (*reading.extra, *reading.phrase.modifiers),
            reading.of,
            reading.share,
            self._rate(reading),
        )
        return Claim(ClaimKind.QUANTITY, self._prose.span(reading.start, reading.end), value)
