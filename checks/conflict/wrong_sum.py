"""Parts do not add up to the whole that the article gives with them.

## What it flags
A total and its parts in one sentence ("1.9 million in all: 1.48 million for the families and 300,000 for the injured";
"of 9,656 votes cast, 6,894 were in favour and 2,672 against"; a list behind a colon; "that makes 550 in all" in the next sentence),
where neither all the parts nor any choice of them make the total; "each sends 26, or 62 in all"; "47 per cent, 310 of the 420";
shares of one whole that come to more than a hundred per cent.

## Why it matters
One of the numbers is wrong, and a reader who checks only one of them will not see it.

## How to settle it
Ask the source for the parts again; say what is missing where the list is not complete.

## What it leaves alone
Parts that add up, within their rounding; lists that do not claim to be complete ("including", "17 of whom") or leave the rest
unsaid ("of the 14 hurt, five were sent home"); numbers of different things; sums that only some of the numbers make.

## References
Found in real news in one cluster of three (derived conflicts: arithmetic that a reader does, and a writer did not).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict._tallies import Tally, tallies
from auditor.languages.en.code.numbers import read_number
from auditor.languages.en.lexicon.units import MONEY
from auditor.languages.en.phrases.sums import (
    A_NUMBER,
    BARE_BEHIND,
    JOINT,
    NO,
    OF_A_WHOLE,
    OF_THE_VOTE,
    OF_THEM,
    OPEN_LIST,
    TALLY,
    TOTAL,
    YES,
)
from auditor.model import (
    Article,
    Asked,
    Claim,
    ClaimKind,
    Confidence,
    Counted,
    Family,
    Finding,
    Lived,
    Quantity,
    Severity,
    Span,
    Timex,
    begun_in,
)
from auditor.text.regex import regex

_COLON = regex(r"[^.;]{0,60}:\s")
_BETWEEN_PARTS = regex(rf"(?:{JOINT.pattern})$")
_ENDS = regex(r"[.!?]\s")
_VALUED = (ClaimKind.QUANTITY, ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION, ClaimKind.AGE)
_TIMED = (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.AGE)
_LEAST_PARTS, _MOST_PARTS = 2, 6
"""Parts that a sum in a text has: more would hardly all be told."""
_MOST_LISTED = 10
"""Shares of one whole beyond which no subset of them is tried."""
_MOST_NUMBERS = 50
"""Numbers of a sentence that is read: one with more is a table on one line."""
_REACH = 200
"""Characters of the longest time expression."""
_LEAST_ANSWERS = 3
"""Shares from which a list reads as all answers to a question."""
_ALL = 100.0
"""Per cent."""
_WHOM_BEHIND = 10
"""Characters behind a number in which "of whom" may stand."""
_NEARLY_ALL = 0.9
"""Share of the whole from which a list behind "of the 88" claims to be all of it: the three lists read in real news that left the
rest unsaid came to 0.76, 0.86 and 0.86 of it."""
_SHARE_SLACK = 2.0
"""Points by which a rounded share may miss its counts; "about" asks for no more."""
_LOW, _HIGH = 0.7, 1.35
"""Share of the total between which parts that do not add up are a slip; further off they are parts of something else."""


def inspect(article: Article) -> Iterator[Finding]:
    """Look at the numbers of each sentence, and of the next one where that goes on with the list."""
    text = article.prose.lower
    yield from _splits(article)
    yield from _shares(article)
    yield from _tallied(article)
    numbers = [claim for claim in article.claims if _size(claim) is not None]
    for start, end in article.prose.sentences:
        inside = begun_in(numbers, start, end)
        if len(inside) > _MOST_NUMBERS:
            continue
        if TALLY.stands(text, start, end):
            inside = _with_bare(article, (start, end), inside)
        for total in inside:
            parts = _parts(text, (start, end), total, inside)
            between = text[total.span.end : parts[0].span.end + _WHOM_BEHIND] if parts else ""
            if parts and _wrong(total, parts, may_be_fewer=bool(OF_THEM.stands(between))):
                yield _finding(total, parts)
                break


def _tallied(article: Article) -> Iterator[Finding]:
    """What the shapes of ``_tallies`` give: lists that do not make their total, and shares that their counts do not make."""
    for tally in tallies(article.prose.lower, article.prose.sentences):
        places = [article.prose.span(one.start, one.end) for one in (tally.total, *tally.parts)]
        if any(c.kind in _TIMED and c.span.overlaps(place) for place in places for c in _near(article, place)):
            continue
        sizes = [part.low for part in tally.parts]
        if _is_wrong(tally, sizes):
            yield CHECK.finding(_of_tally(tally, places), places[0], places[1:], confidence=Confidence.MEDIUM)


def _near(article: Article, place: Span) -> Sequence[Claim]:
    """The claims that may reach into a place."""
    return begun_in(article.claims, place.start - _REACH, place.end)


def _is_wrong(tally: Tally, sizes: Sequence[float]) -> bool:
    """Whether the parts of a tally miss its total."""
    whole = tally.total.low
    if tally.kind == "share":
        return abs(_ALL * sizes[0] / sizes[1] - whole) > _SHARE_SLACK + tally.total.significant / 2
    if tally.kind == "each":
        return whole > sizes[0] and bool(whole % sizes[0])
    low = (_NEARLY_ALL if tally.kind == "of" else _LOW) * whole
    if len(sizes) > _MOST_LISTED or not low <= sum(sizes) <= _HIGH * whole or max(sizes) >= whole:
        return False
    if any(sum(some) == whole for count in range(1, len(sizes) + 1) for some in combinations(sizes, count)):
        return False
    # Of nine shootings five hit strangers and six killed: some did both.
    return tally.kind != "of" or len(sizes) > _LEAST_PARTS or sum(sizes) <= whole


def _of_tally(tally: Tally, places: Sequence[Span]) -> Asked:
    """Whether the parts of a tally make its total; ``places`` are that of the total and those of the parts."""
    total, parts = places[0], places[1:]
    sizes = [part.low for part in tally.parts]
    if tally.kind == "share":
        told = f"{_words(parts[0])} of {_words(parts[1])}"
        sides = side([total], f"{_words(total)} per cent"), side(parts, told)
        settle = (
            f"They make {_ALL * sizes[0] / sizes[1]:.0f} per cent. Both hold only if the share is of something else."
        )
        return Asked("sum", told, f"Do {told} make {_words(total)} per cent?", sides, settle)
    if tally.kind == "each":
        question = f"Is {_words(total)} a whole number of times {_words(parts[0])}?"
        settle = "It is none. Both hold only if not all gave the same."
        return Asked("sum", _words(total), question, (side([total]), side(parts)), settle)
    return _added_up(total, parts, sizes, "Both hold only if a part is missing or counted twice.")


def _added_up(total: Span, parts: Sequence[Span], sizes: Sequence[float], settle: str) -> Asked:
    """Whether parts make a total, in the words of the text."""
    told = _listed(map(_words, parts))
    settle = f"They make {_plain(sum(sizes))}. {settle}"
    return Asked("sum", _words(total), f"Do {told} make {_words(total)}?", (side([total]), side(parts, told)), settle)


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}"


def _words(number: Span) -> str:
    return " ".join(number.text.lower().split())


def _splits(article: Article) -> Iterator[Finding]:
    """ "Six of the 14 pieces have come home; nine are still missing": two parts of a whole that the first one names."""
    claims = [claim for claim in article.claims if isinstance(claim.value, Counted)]
    for one, other in pairwise(claims):
        first, second = one.value, other.value
        if not (isinstance(first, Quantity) and isinstance(second, Quantity)) or first.of is None or first.low is None:
            continue
        between = article.prose.lower[one.span.end : other.span.start]
        bare = (
            second.comparator == first.comparator == "=" and not second.thing and not second.unit and second.of is None
        )
        if bare and _BETWEEN_PARTS.search(between) and not _ENDS.search(between) and not OPEN_LIST.stands(between):
            whole, parts = first.of, (first.low, second.low or 0.0)
            if sum(parts) > whole and max(parts) < whole:
                question = f"Do {_words(first.number)} and {_words(second.number)} make {_plain(whole)}?"
                settle = f"They make {_plain(sum(parts))}. Both hold only if some are counted twice."
                yield CHECK.finding(
                    Asked("sum", _plain(whole), question, (side([one.span]), side([second.number])), settle),
                    second.number,
                    [one.span],
                    confidence=Confidence.MEDIUM,
                )


def _shares(article: Article) -> Iterator[Finding]:
    """ "55 percent said yes, 35 percent no and 20 percent did not know": answers of which everybody gives one."""
    shares = [c for c in article.claims if isinstance(c.value, Quantity) and c.value.unit == "%" and _size(c)]
    for start, end in article.prose.sentences:
        inside = begun_in(shares, start, end)
        if not _LEAST_ANSWERS <= len(inside) <= _MOST_PARTS:
            continue
        sentence = article.prose.lower[start:end]
        answers = (YES.stands(sentence) and NO.stands(sentence)) or OF_THE_VOTE.stands(sentence)
        if not answers or OPEN_LIST.stands(sentence):
            continue
        whole, slack = sum(_size(claim) or 0.0 for claim in inside), sum(map(_step, inside)) / 2
        if _ALL + slack < whole <= _HIGH * _ALL:
            told = f"{_listed(_plain(_size(claim)) for claim in inside)} per cent"
            settle = f"They make {_plain(whole)}, and hold only if some gave two answers."
            yield CHECK.finding(
                Asked("sum", told, f"Do {told} make a hundred?", (side(map(_number, inside), told),), settle),
                _number(inside[-1]),
                [_number(claim) for claim in inside[:-1]],
                confidence=Confidence.MEDIUM,
            )


def _size(claim: Claim) -> float | None:
    """The size of an exact number; of a length in its own unit."""
    match claim.value:
        case Quantity(comparator="=", rate="") if not isinstance(claim.value, Lived):
            return claim.value.low
        case Timex() if claim.kind == ClaimKind.DURATION:
            found = re.fullmatch(r"PT?(\d+)[A-Z]", claim.value.value)
            return float(found[1]) if found else None
    return None


def _with_bare(article: Article, sentence: tuple[int, int], claims: Sequence[Claim]) -> list[Claim]:
    """The numbers of a sentence with those that name nothing: they are told in the unit of the claim before them."""
    text, (start, end) = article.prose.lower, sentence
    taken = [(c.span.start, c.span.end) for c in begun_in(article.claims, start, end) if c.kind in _VALUED]
    found = list(claims)
    for match in A_NUMBER.finditer(text, start, end):
        number = read_number(text[start:end], match.start() - start, alone=True)
        if number is None or number.form not in ("digits", "words") or number.low != number.high:
            continue
        place = article.prose.span(start + number.start, start + number.end)
        if any(first < place.end and place.start < last for first, last in taken) or not BARE_BEHIND.match(
            text, place.end
        ):
            continue
        before = [_unit(claim) for claim in claims if claim.span.end <= place.start]
        unit = before[-1] if before and before[-1] != "count" else ""
        bare = Quantity(number.low, number.high, "=", unit, number.grain, place)
        found.append(Claim(ClaimKind.QUANTITY, place, bare))
    return sorted(found, key=lambda claim: claim.span)


def _unit(claim: Claim) -> str:
    match claim.value:
        case Quantity():
            return claim.value.unit or "count"
        case Timex():
            return claim.value.value[-1]
    return ""


def _parts(text: str, sentence: tuple[int, int], total: Claim, inside: Sequence[Claim]) -> list[Claim]:
    """The numbers that the sentence gives as the parts of a total, none where it does not."""
    before = text[max(sentence[0], total.span.start - 24) : total.span.start]
    after = text[total.span.end : min(sentence[1], total.span.end + 40)]
    others = [
        claim for claim in inside if claim is not total and (_unit(claim) == _unit(total) or _lends(total, claim))
    ]
    behind = [claim for claim in others if claim.span > total.span]
    ahead = [claim for claim in others if claim.span < total.span]
    if (_COLON.match(after) and not OF_A_WHOLE.search(before)) or OF_THEM.stands(after):
        parts = behind
    elif TOTAL.stands(before) or TOTAL.stands(after[:24]):
        parts = behind or ahead
    else:
        return []
    parts = _of_one_thing(total, parts)
    region = text[min(c.span.start for c in (total, *parts)) : max(c.span.end for c in (total, *parts))]
    listed = _LEAST_PARTS <= len(parts) <= _MOST_PARTS and " and " in region and not OPEN_LIST.stands(region)
    return parts if listed and len(parts) == len({c.span for c in parts}) else []


def _lends(total: Claim, part: Claim) -> bool:
    """Whether a bare number is told in the money of the total: "1.9 million crowns: 1.48 million for the families"."""
    sums = [claim.value for claim in (total, part) if isinstance(claim.value, Quantity)]
    return len(sums) == 2 and sums[0].unit in MONEY and not (sums[1].unit or sums[1].thing)


def _of_one_thing(total: Claim, parts: Sequence[Claim]) -> list[Claim]:
    """The parts without those that name another thing, where at least two name none ("the families of the 37 dead")."""
    plain = [part for part in parts if not _named(part) or _named(part) == _named(total)]
    return plain if len(plain) >= _LEAST_PARTS else list(parts)


def _named(claim: Claim) -> tuple[str, ...]:
    value = claim.value
    return (value.thing, *value.modifiers) if isinstance(value, Quantity) and (value.thing or value.modifiers) else ()


def _wrong(total: Claim, parts: Sequence[Claim], may_be_fewer: bool) -> bool:
    """Whether no choice of at least two parts makes the total, within their rounding, and all of them come near it."""
    whole = _size(total) or 0.0
    sizes = [_size(part) or 0.0 for part in parts]
    if not whole or not _LOW * whole <= sum(sizes) <= _HIGH * whole or any(size >= whole for size in sizes):
        return False
    if may_be_fewer and sum(sizes) <= whole:
        return False
    slack = sum(_step(claim) for claim in (total, *parts)) / 2 if _rounded(total, parts) else 0.0
    return not any(
        abs(sum(chosen) - whole) <= slack
        for count in range(_LEAST_PARTS, len(sizes) + 1)
        for chosen in combinations(sizes, count)
    )


def _rounded(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the numbers are written in steps so coarse that rounding may explain the difference."""
    return any(isinstance(c.value, Quantity) and (c.value.unit == "%" or c.value.step >= 1000) for c in (total, *parts))


def _step(claim: Claim) -> float:
    return claim.value.step if isinstance(claim.value, Quantity) else 0.0


def _finding(total: Claim, parts: Sequence[Claim]) -> Finding:
    settle = "Both hold only if a part is missing from the list or counted twice."
    sizes = [_size(part) or 0.0 for part in parts]
    return CHECK.finding(
        _added_up(_number(total), [_number(part) for part in parts], sizes, settle),
        _number(total),
        [_number(part) for part in parts],
        confidence=Confidence.HIGH if len(parts) == _LEAST_PARTS else Confidence.MEDIUM,
    )


def _number(claim: Claim) -> Span:
    return claim.value.number if isinstance(claim.value, Quantity) else claim.span


def _plain(size: float | None) -> str:
    return f"{round(size or 0, 4):,}".removesuffix(".0")


CHECK = Check(
    id="wrong-sum",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a total and two parts",
            "The operator set aside [[1.9 million]] crowns in all: {{1.48 million}} for the families and {{300,000}} for the "
            "injured.",
        ),
        example(
            "as many answers as one question has",
            "Of those asked, {{30}} percent said yes, {{25}} percent said no, {{20}} percent did not know, {{15}} percent would "
            "not say, {{10}} percent hung up and [[12]] percent wept.",
        ),
        example(
            "two parts that are more than the whole",
            "{{Six of the 14 pieces}} have come home; [[nine]] have yet to surface.",
        ),
        example(
            "parts of whom, more than the whole",
            "[[Forty-one]] people are in hospital, of whom {{28}} had breathed smoke, {{nine}} were burned and {{six}} had "
            "broken a bone.",
        ),
        example(
            "bare numbers behind a total",
            "The three parties had [[76]] seats between them: {{52}}, {{18}} and {{eight}}.",
        ),
        example(
            "years that are told once",
            "He goes to jail: {{eleven years}} for the killing and {{four}} for the swindle, [[fourteen]] in all.",
        ),
        example(
            "votes for and against",
            "Of [[9,656]] votes cast, {{6,894}} were in favour and {{2,672}} against.",
        ),
        example(
            "a list behind a colon",
            "By May the number of hens with the mite had reached [[25]]: {{nine}} in Arvo, {{eight}} in Elm and {{six}} on the hill.",
        ),
        example(
            "a total in the next sentence",
            "The press printed {{310}} maps of the town, {{150}} of the coast and {{45}} of the hills. That makes [[605]] in all.",
        ),
        example(
            "a list, or so many in all",
            "In March the shop sold {{900}} loaves at the door, {{400}} in the market and {{200}} by post, or [[1,200]] in all.",
        ),
        example(
            "a pronoun in the list",
            "Of [[88]] members present, {{40}} chose the red cap, {{32}} the green one and {{ten}} went home.",
        ),
        example(
            "each of them, and all",
            "Each ward sends {{14}} singers to the feast, or [[52]] in all.",
        ),
        example(
            "a share and its counts",
            "Some [[31]] per cent of the boats, {{260}} of the {{520}}, had been painted by May.",
        ),
        example(
            "answers that come to more than all",
            "Of those asked {{55}} percent said yes, {{35}} percent no and [[20]] percent did not know.",
        ),
        example(
            "two sums of money that make less",
            "The council gave [[$24,500]] in all: {{$10,000}} for the school and {{$13,000}} for the road.",
        ),
        example(
            "a share that is a little off",
            "Some [[47]] per cent of the boats, {{260}} of the {{520}}, had been painted by May.",
        ),
        example(
            "answers that rounding does not explain",
            "Of those asked {{45}} percent said yes, {{37}} percent no and [[20]] percent did not know.",
        ),
    ),
    leaves_alone=(
        example(
            "a table on one line",
            f"The yard lost 90 boats: 40 in May, 30 in June and 15 in July{' of the yard' * 190}.",
        ),
        example(
            "more shares than one question has answers",
            "Of those asked, 30 percent said yes, 25 percent said no, 15 percent did not know, 15 percent would not say, "
            "10 percent hung up, 6 percent laughed and 11 percent wept.",
        ),
        example(
            "as far off as rounding may take it",
            "The yards sank 50 percent of the boats in all: 20 percent in the north, 15 percent in the south and 13 percent in "
            "the east.",
        ),
        example("one part, and a sum", "The stall sold 480 of pears. That makes 550 in all."),
        example(
            "answers that come to all", "Of those asked 55 percent said yes, 35 percent no and 10 percent did not know."
        ),
        example("two questions", "Some 60 percent support the tax and 55 percent oppose the road."),
        example(
            "several answers",
            "Of those asked 50 percent said yes to the tax, 45 percent to the road and 20 percent to neither.",
        ),
        example(
            "shares of several things",
            "Wages rose by 55 percent in the north, 35 percent in the south and 20 percent in the east.",
        ),
        example(
            "people among sums of money",
            "The operator set aside 1.78 million crowns in all: 1.48 million for the families of the 37 dead and 300,000 for "
            "the injured.",
        ),
        example(
            "a list that goes on",
            "Of the 96 people on the ferry, 38 were Danes, 33 were Finns and 11 were Poles (two cooks among them), along with eight "
            "Letts, four Swedes and two Scots.",
        ),
        example("the rest unsaid", "Of the 14 hurt, five were sent home and seven were in bed on Monday."),
        example("some of whom", "The king named 25 reeves, 17 of whom are farmers and two of them priests."),
        example("some in both parts", "Of the nine fires this year, five were in barns and six were at night."),
        example("each of them", "Each ward sends 13 singers to the feast, or 52 in all."),
        example("a share that is rounded", "Half the boats, or 51 per cent, 265 of the 520, had been painted by May."),
        example("a whole and two parts of it", "Six of the 14 pieces have come home; eight have yet to surface."),
        example("parts that add up", "Of 9,656 votes cast, 6,894 were in favour and 2,762 against."),
        example(
            "a list that is not complete", "Of 120 houses, including 40 on the shore, 30 burned and 60 were damaged."
        ),
        example(
            "parts of whom, not all",
            "Forty-eight people are in hospital, of whom 28 had breathed smoke, nine were burned and six had broken a bone.",
        ),
        example(
            "numbers of a sentence that adds up, and others beside them",
            "In all, 76 deputies voted for it at 9 p.m. on 12 November: 52 Social Democrats, 18 Greens and six islanders.",
        ),
        example("numbers of other things", "In all, 12 people were hurt and 3 cars and 4 shops burned."),
        example(
            "rounded shares",
            "Of the 100 per cent, 33 per cent were for, 33 per cent against and 33 per cent undecided.",
        ),
        example(
            "parts that make the total in one way",
            "Of the 28 dead, 27 were on board and 1 on the quay, 20 of them men.",
        ),
        example(
            "thousands that may be rounded",
            "The council gave $24,000 in all: $10,000 for the school and $13,000 for the road.",
        ),
        example(
            "answers that are rounded",
            "Of those asked 45 percent said yes, 36 percent no and 20 percent did not know.",
        ),
        example(
            "parts in another sentence",
            "Six of the 14 pieces have come home. Nine have yet to surface.",
        ),
        example(
            "parts of two things",
            "Six of the 14 pieces have come home, and nine chairs have yet to surface.",
        ),
        example(
            "a part that is more than so many",
            "Six of the 14 pieces have come home; more than nine have yet to surface.",
        ),
        example(
            "a part that is as much as the whole",
            "Six of the 14 pieces have come home, and 14 have yet to surface.",
        ),
        example(
            "more than the whole that it is counted in",
            "Some 31 per cent of the boats, 520 of the 260, had been painted by May.",
        ),
        example(
            "two answers of many",
            "Of those asked 75 percent said yes and 35 percent no.",
        ),
        example(
            "a list of two behind a colon",
            "By May the number of hens with the mite had reached 25: nine in Arvo, eight in Elm.",
        ),
        example(
            "each of them, and one",
            "Each ward sends 60 singers to the feast, or 52 in all.",
        ),
    ),
)
