"""Events: what happened, with the ordinal, place, parties and date that the sentence gives.

An event is a noun of a known class with at least an ordinal, a place or a date beside it; the beginning of a lasting
event is one of its own ("start of war"), told by a noun or verb of onset with a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.languages.en.code.lasting import Lasting
from auditor.languages.en.code.names import GROUP, NAME, PERSON, STATE, Name, Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.countries import seats
from auditor.languages.en.lexicon.numbers import FIRST_RANKS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import BESIDE, CLAUSE, PHRASE, WORD
from auditor.model import Claim, ClaimKind, Event, Modality, Place, Prose, Span, Timex
from auditor.text.alternation import one_of
from auditor.text.beside import Before, Behind, Within
from auditor.text.index import index_of, openers
from auditor.text.regex import regex
from auditor.text.runs import runs

_EVENT_NOUNS = LISTS.entry_of("event_nouns", "nouns")
_INVADING = LISTS.words("onsets", "invading")
_LASTING = LISTS.words("event_nouns", "lasting")
_MEETINGS = LISTS.words("event_nouns", "meeting")
_ONSET_NOUNS = LISTS.words("onsets", "noun")
_SAYING = LISTS.all_members("reporting_verbs", "saying")
_FINITE_VERBS = LISTS.words("verb_forms", "finite")

_NOUN = regex(rf"\b({one_of(_EVENT_NOUNS)})\b")
_OPENERS = openers(_EVENT_NOUNS)
_ORDINAL = regex(r"\b(" + "|".join(FIRST_RANKS) + r"|\d{1,2}(?:st|nd|rd|th))\s(?:[a-z’'-]{1,20}\s){0,2}$")
_OF_TALKS = regex(r"\s(?:of|in)\s(?:the\s)?(?:[\w’'-]{1,20}\s){0,2}?(talks|negotiations|discussions|consultations)\b")
_LOCATIVE = regex(
    r"(?:[\s,]{1,2}[\w’'.-]{1,20}){0,6},?\s(?:in|at|near|off|outside)\s(?:the\s(?:city|town|port|village|capital)\sof\s|the\s)?"
)
_AHEAD = regex(r"\W?(?:(?:held|hosted|convened|opened|meeting|gathered)\s)?(?:in|at|near|off)\s(?:the\s)?")
_OBJECT = Behind(LISTS.words("clause_cues", "of-event"))
_SIDE_BY_SIDE = frozenset(["-", "–", "—", "/", " and ", " and the "])
_BETWEEN = "between "
_WITH = Before(LISTS.words("clause_cues", "with"))
_TIED_DATE = regex(r"(?:\s|^)(?:on|in|of|since|for|from)\s(?:the\s)?$|[,(]\s?$|\son\s\w+,\s$")
_ONSET = Within(LISTS.words("onsets", "verb"))
_INVADE = Behind(_INVADING)
_TENTATIVE = Within(LISTS.words("clause_cues", "tentative"))
_VERBS = _FINITE_VERBS | LISTS.words("irregular_verbs", "verb") | _SAYING
_HAPPENING = LISTS.words("verb_forms", "happening")
"""Forms that tell of the event itself, or that are no verb there."""


def find_events(prose: Prose, names: Names, times: Sequence[Claim], lasting: Lasting) -> Iterator[Claim]:
    """The dated, placed or numbered events of the prose, and the beginnings of lasting ones."""
    dates = [claim for claim in times if claim.kind in (ClaimKind.DATE, ClaimKind.TIME)]
    index = index_of(prose.lower)
    until = 0
    dated = {at for claim in dates for at in range(claim.span.start, claim.span.end)}
    for noun in index.matches(_NOUN, _OPENERS):
        if noun.start() < until or noun.start() in dated:  # "March" is a month there, no protest
            continue
        event, until = _event(prose, names, dates, noun)
        if event is not None:
            yield event
            yield from _onset(event, lasting, noun)
    for at in index.places(_INVADING):
        invaded = _INVADE.next(prose.lower, at - 1)
        if invaded:
            yield from _invasion(prose, names, dates, at, invaded)


def _event(prose: Prose, names: Names, dates: Sequence[Claim], noun: re.Match[str]) -> tuple[Claim | None, int]:
    """The claim an event noun makes, if any, and where the reading goes on."""
    bounds = sentence_at(prose, noun.start())
    kind, end = _kind(prose, noun, bounds[1])
    if kind is None:
        return None, noun.end()
    first, last = _clause(prose, bounds, noun.start(), end)
    ordinal = _ordinal(prose, noun.start(), first)
    place = _place(prose, names, noun.start(), end, first, last)
    when = _date(prose, dates, noun.start(), end, first, last)
    if ordinal is None and when is None and place is None:
        return None, end
    near = max(first, noun.start() - BESIDE), min(last, end + BESIDE)
    modality = Modality.HEDGED if _TENTATIVE.stands(prose.text, *near) else Modality.ASSERTED
    value = Event(
        kind,
        ordinal,
        Place(_place_key(place), place.span) if place else None,
        _participants(prose, names, noun.start(), end, first, last),
        when.value.value if when and isinstance(when.value, Timex) else None,
        when.span if when else None,
    )
    span = _extent(prose, noun.start(), end, place, when)
    return Claim(ClaimKind.EVENT, span, value, _subject(value), modality=modality), end


def _kind(prose: Prose, noun: re.Match[str], end: int) -> tuple[str | None, int]:
    """The class of the event and where its name ends; "round" counts only as a round of talks."""
    kind = _EVENT_NOUNS[noun.group(1)]
    if kind != "round":
        return ("talks" if kind in _MEETINGS else kind), noun.end()
    talks = _OF_TALKS.match(prose.text, noun.end(), min(end, noun.end() + PHRASE))
    return ("talks", talks.end()) if talks else (None, noun.end())


def _clause(prose: Prose, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The part of the sentence around the noun that can tell of it: within reach, not past a semicolon."""
    first, last = max(sentence[0], start - CLAUSE), min(sentence[1], end + CLAUSE)
    first = max(first, prose.text.rfind(";", first, start) + 1)
    stop = prose.text.find(";", end, last)
    return first, last if stop < 0 else stop


def _ordinal(prose: Prose, start: int, first: int) -> int | None:
    found = _ORDINAL.search(prose.lower, first, start)
    if not found:
        return None
    word = found.group(1)
    return FIRST_RANKS[word] if word in FIRST_RANKS else int(re.sub(r"\D", "", word))


def _place(prose: Prose, names: Names, start: int, end: int, first: int, last: int) -> Name | None:
    """Where: the name behind the noun ("talks held in X"), else one that opens the sentence ("Held in X, the talks")."""
    for name in names.within(end, last):
        if _locates(prose, name) and (_OBJECT.next(prose.text, end) == name.span.start or _behind(prose, name, end)):
            return name
    ahead = _AHEAD.match(prose.lower, first, start)
    opening = names.covering(ahead.end()) if ahead else None
    return opening if opening and _locates(prose, opening) and opening.span.end < start else None


def _place_key(name: Name) -> str:
    """The key of a place: a capital is a town there, whatever it stands for when it acts."""
    return name.span.text.lower() if name.span.text in seats() else name.key


def _locates(prose: Prose, name: Name) -> bool:
    return name.kind in (NAME, STATE) and prose.text[name.span.end : name.span.end + 1] not in ("’", "'")


def _behind(prose: Prose, name: Name, end: int) -> bool:
    """Whether a name follows the noun as its place, no other event and no more than a few words between."""
    at = name.span.start
    return bool(_LOCATIVE.fullmatch(prose.text, end, at)) and not _NOUN.search(prose.lower, end, at)


def _date(prose: Prose, dates: Sequence[Claim], start: int, end: int, first: int, last: int) -> Claim | None:
    """The date of the event: the nearest one tied by a preposition, with no other event between."""
    near = dates[bisect_left(dates, first, key=_begins) : bisect_left(dates, last, key=_begins)]
    tied = [
        claim for claim in near if _TIED_DATE.search(prose.lower, max(0, claim.span.start - WORD), claim.span.start)
    ]
    clear = [claim for claim in tied if not _of_another(prose, claim.span, start, end)]
    return min(clear, key=lambda claim: _distance(claim.span, start, end), default=None)


def _begins(claim: Claim) -> int:
    return claim.span.start


def _of_another(prose: Prose, span: Span, start: int, end: int) -> bool:
    """Whether another event stands between a date and the noun, or a verb of what somebody did then ("said on Sunday that")."""
    low, high = (end, span.start) if span.start >= end else (span.end, start)
    words = runs(prose.lower, low, high)
    acted = any((word in _VERBS or word.endswith("ed")) and word not in _HAPPENING for word in words)
    return acted or bool(_NOUN.search(prose.lower, low, high))


def _distance(span: Span, start: int, end: int) -> tuple[int, int]:
    return (span.start - end if span.start >= end else start - span.end), span.start


def _participants(prose: Prose, names: Names, start: int, end: int, first: int, last: int) -> frozenset[str]:
    """The parties: after "between", or the one whose event it is and the one it is held with."""
    between = next(
        iter(at for at in index_of(prose.lower).places(frozenset({_BETWEEN.strip()})) if first <= at < last), None
    )
    if between is not None:
        begin = between + len(_BETWEEN)
        parties = [name for name in names.within(begin, min(last, begin + PHRASE)) if _acts(name)]
        return frozenset(_party(name) for name in parties[:2])
    beside = names.within(max(first, start - BESIDE), min(last, end + BESIDE))
    for one, other in pairwise(beside):
        if _acts(one) and _acts(other) and _between(prose, one, other) in _SIDE_BY_SIDE:
            return frozenset((_party(one), _party(other)))
    parties = []
    owner = names.covering(_owner_at(prose, start, first))
    if owner and _acts(owner):
        parties.append(owner)
    for name in names.within(end, last):
        if _acts(name) and _WITH.stands(prose.text, name.span.start):
            parties.append(name)
            break
    return frozenset(_party(name) for name in parties) if len(parties) > 1 else frozenset()


_OWNER = regex(r"[’']s?\s(?:[\w’'-]{1,20}\s){0,4}?(?:of\s(?:[\w’'-]{1,20}\s){0,2})?$")


def _owner_at(prose: Prose, start: int, first: int) -> int:
    owned = _OWNER.search(prose.text, first, start)
    return owned.start() - 1 if owned else -1


def _acts(name: Name) -> bool:
    return name.kind in (STATE, GROUP, PERSON) or name.country is not None


def _party(name: Name) -> str:
    return name.actor.country or name.key


def _extent(prose: Prose, start: int, end: int, place: Name | None, when: Claim | None) -> Span:
    """From the first to the last word that tells of the event."""
    spans = [(start, end), *((p.span.start, p.span.end) for p in (place, when) if p)]
    return prose.span(min(s for s, _ in spans), max(e for _, e in spans))


def _subject(event: Event) -> str:
    which = f"{_nth(event.ordinal)} " if event.ordinal else ""
    what = "round of talks" if event.ordinal and event.type == "talks" else event.type
    return f"{which}{what}" + (f" in {event.place.key.title()}" if event.place else "")


def _nth(number: int) -> str:
    for word, value in FIRST_RANKS.items():
        if value == number:
            return word
    return f"{number}th"


def _onset(claim: Claim, lasting: Lasting, noun: re.Match[str]) -> Iterator[Claim]:
    """The beginning of a lasting event, where the noun or a verb beside it says so."""
    event = claim.value
    if not isinstance(event, Event) or event.type not in _LASTING or event.when is None:
        return
    place = lasting.place(event.type, noun.start(), noun.end())
    if place and (noun.group() in _ONSET_NOUNS or _ONSET.stands(claim.span.text)):
        yield _start(claim, event.type, place, event.date, event.when)


def _start(claim: Claim, kind: str, place: str, date: str | None, when: Span) -> Claim:
    kind = "war" if kind == "occupation" else kind
    value = Event(f"start of {kind}", None, Place(place), frozenset(), date, when)
    return Claim(ClaimKind.EVENT, claim.span, value, f"start of {kind} in {place}", modality=claim.modality)


def _between(prose: Prose, one: Name, other: Name) -> str:
    """What stands between two names, each white space a space."""
    return "".join(" " if sign.isspace() else sign for sign in prose.text[one.span.end : other.span.start])


def _invasion(prose: Prose, names: Names, dates: Sequence[Claim], at: int, invaded: int) -> Iterator[Claim]:
    """ "invaded Ukraine in February 2022": the war's place is the object, its beginning the date."""
    place = names.covering(invaded)
    if place is None or place.kind not in (STATE, NAME):
        return
    _, end = sentence_at(prose, at)
    when = _date(prose, dates, place.span.start, place.span.end, place.span.end, min(end, place.span.end + BESIDE))
    if when is None or not isinstance(when.value, Timex):
        return
    span = prose.span(at, when.span.end)
    whole = Claim(ClaimKind.EVENT, span, Event("war", None, Place(place.key, place.span)), "")
    yield _start(whole, "war", place.key, when.value.value, when.span)
