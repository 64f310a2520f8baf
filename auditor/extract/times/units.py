"""What a unit of time is part of: a length ("three years"), a date ("last week", "two days later"), a rate ("a month")."""

from __future__ import annotations

import re

from auditor.extract.times.ahead import points_ahead
from auditor.extract.times.patterns import BEFORE_CHRIST, COUNT, RANK, YEAR, number, rank
from auditor.extract.times.reference import Reference
from auditor.extract.times.story import Found, Reading, Story, one
from auditor.extract.times.values import (
    Day,
    century_value,
    decade_value,
    length,
    period,
    shifted,
    unknown,
    week_value,
    year_value,
)
from auditor.lexicon.calendar import NUMBERS, PLURALS, RANKS, SHORT_UNITS, UNITS
from auditor.model import ClaimKind, Timex

_MORE = r"more\sthan|over|longer\sthan|well\sover|in\sexcess\sof|upwards\sof|just\sover"
_LEAST = r"at\sleast|no\s(?:less|fewer)\sthan|a\sminimum\sof"
_LESS = r"less\sthan|under|fewer\sthan|just\sunder|nearly|almost|close\sto"
_MOST = r"up\sto|at\smost|no\s(?:more|longer)\sthan|a\smaximum\sof"
_ABOUT = r"about|around|roughly|some|approximately|an\sestimated|or\sso"
_BOUND = rf"(?:only\s|just\s)?(?:{_MORE}|{_LEAST}|{_LESS}|{_MOST}|{_ABOUT})"
_WHICH = r"past|last|next|first|previous|following|coming|final|preceding|intervening|succeeding|subsequent|same|early|recent|ensuing"
_VAGUE = r"several|a\sfew|few|many|a\scouple\sof|a\scouple|couple\sof|couple|dozens\sof|hundreds\sof|thousands\sof|some|numerous|various"
_GAP = (
    "more|full|long|straight|consecutive|bloody|short|previous|last|working|business|calendar|extra|additional|"
    "whole|solid|further|final|peaceful|successive|crucial|intense|tense|difficult|brutal|past|following|intervening|next|upcoming|coming"
)
_LEFT = re.compile(
    rf"(?<![\w.,$£€-])(?:(?P<bound>{_BOUND})\s)?(?:(?P<det>the|these|those|this|its|his|her|their)\s)?(?:(?P<which>{_WHICH})\s)?"
    r"(?:"
    rf"(?P<count>{COUNT})(?P<half>\sand\sa\shalf|-and-a-half)?|(?P<vague>{_VAGUE})|"
    rf"(?P<one>a\shalf|half\sa|half\san|half|an?|a\sfull|a\swhole|an\sentire|a\ssingle))"
    rf"(?P<gap>\s(?:{_GAP}))?[\s-]\Z"
)
_WHICH_LEFT = re.compile(rf"(?<!\w)(?P<det>the\s)(?P<which>{_WHICH})\s(?P<few>(?:few|several|couple\sof|many)\s)?\Z")
_DEICTIC = re.compile(
    r"(?<!\w)(?P<late>(?:earlier|later|late|early)\s(?:in\s|on\s)?)?(?P<which>this|last|next|that|(?:the\s|that\s|this\s)"
    r"(?:very\s)?(?:same|following|previous|preceding|next|past|last|current|coming|prior|present)|the|each|every|per|all|another|every\sother|any|(?:current|previous|past|following))\s(?P<kind>(?:fiscal|calendar|financial|school|academic|working)\s)?\Z"
)
_RANK_LEFT = re.compile(
    rf"(?<!\w)(?P<det>(?:the|its|their|his|her|our|a|this|last\syear[’']s)\s)?(?P<rank>{RANK}|latter|final)(?P<gap>\s(?:straight|consecutive|full|fiscal))?[\s-]\Z"
)
_LENGTH_AFTER = re.compile(r"(?:[\s-](?:long|old|of\sage)\b)(?![\s-]ago)")
_ANCHORED = re.compile(
    r"\s(?:or\sso\s|or\smore\s)?(?P<way>ago|earlier|later|previously|before|after(?:wards?)?|prior|from\snow|hence|on|back)\b(?!\s(?:than|in\s(?:the|this|that)\s(?:year|month)))"
)
_OF_PERIOD = re.compile(
    rf"(?:\sof|,|\sin)?\s(?:the\s)?(?:(?:fiscal\s|fiscal\syear\s|year\s)?(?P<year>{YEAR})|(?P<step>last|this|next|that|same|following|previous)\syear|(?P<the>year)\b)"
)
_ELAPSED_BEFORE = re.compile(r"\b(?:enter(?:s|ed|ing)?|in|into|for|on|reach(?:es|ed)?|mark(?:s|ed|ing)?)\s\Z")
_RATE_BEFORE = re.compile(
    r"(?:\d|%|\b(?:percent|times?|once|twice|million|billion|thousand|hundred|dollars|euros|pounds|rate|hours|days|per|nights|"
    r"people|deaths|attacks|flights|barrels|tons|tonnes|cents|bombings|sorties|units|cars|minutes|apiece|each|[a-z]{3,}(?:ings|ers|ions)))\s\Z"
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:for|in|within|after|lasted|lasts|last|took|takes|than|of|spent|spend|over|about|nearly|almost|under|only|just|by|to|"
    r"least|half|roughly|around|every|into|until|most|and|or|with|through|during|on|be|was|is|served|took|waited|jailed|a)\s\Z"
)
_RATE_UNITS = frozenset(["day", "night", "second", "minute", "quarter", "hour"])
_PERIOD_BEFORE = re.compile(
    r"(?<!\w)(?:end|beginning|start|middle|rest|remainder|close|half|part|most|much|course|time|month|months|season|day|days)\sof\s\Z|"
    r"(?<!\w)(?:later|earlier|late|early)\sin\s\Z|(?<!\w)(?:for|during|throughout|over|in|through)\s\Z"
)
_STEPS = {"last": -1, "previous": -1, "preceding": -1, "prior": -1, "past": -1, "next": 1, "following": 1, "coming": 1}
_BARE_BEFORE = re.compile(
    r"(?<!\w)(?:for|in|within|after|of|over|took|take|takes|lasted|last|spent|spend|and|or|just|only|many|about|mere|weeks|"
    r"until|by|the|during|with)\s\Z"
)
_WHICH_WORDS = frozenset(
    f"all another any other fiscal calendar financial school academic working this that the each every per same current present prior few several many of couple {_WHICH.replace('|', ' ')}".split()
)
_COUNT_WORDS = frozenset(
    f"a an half full whole entire single few several many some couple of numerous various {_GAP.replace('|', ' ')}".split()
) | set(NUMBERS)
_ARTICLES = frozenset(["a", "an"])
_RANK_WORDS = frozenset(RANKS) | {"straight", "consecutive", "full", "fiscal", "latter", "final", "first"}
_END_OF = re.compile(r"(?<!\w)(?:the\s)?end\sof\s\Z")
_YEAR_END = re.compile(r"[-\s]end\b")
_ON_BEFORE = re.compile(r"(?<!\w)(?:on|at|all|most)\s\Z")
_OVER = re.compile(r"(?<!\w)(?:for|over)\s\Z")
_OLD = re.compile(r"-(?:long|old)\b")
_SATURDAY = 6


def unit(story: Story, at: int) -> Reading:
    """What the unit of time at ``at`` makes with the words before and behind it."""
    word = _WORD.match(story.text, at)
    if word is None:
        return ()
    name = PLURALS.get(word.group()) or SHORT_UNITS.get(word.group()) or word.group()
    end = word.end()
    low = max(story.free, at - 64)
    old = _OLD.match(story.text, end) if word.group() != name else None
    if old and story.text[at - 1 : at] != "-":
        return one(at, old.end(), ClaimKind.DURATION, period("X", name))
    if word.group() == name and story.text.startswith("-long", end):
        days = UNITS[name][1]
        timex = Timex(period(1, name), days * 0.9, days * 2)
        if story.before(at) not in _COUNT_WORDS - _ARTICLES and not story.before(at)[-1:].isdigit():
            return (Found(at, end + len("-long"), ClaimKind.DURATION, timex),)
    if story.text[at - 1 : at] in ("’", "'") or at == 0:
        return _without(story, at, end, name, word.group() != name)
    before = story.before(at)
    if before in _RANK_WORDS or before[-2:] in ("st", "nd", "rd", "th"):
        ranked = _RANK_LEFT.search(story.text, max(story.free, at - 36), at)
        reading = _ranked(story, ranked, end, name) if ranked else None
        if reading is not None:
            return reading
    if before in _COUNT_WORDS or before[-1:].isdigit():
        counted = _LEFT.search(story.text, low, at)
        if counted:
            return _counted(story, counted, at, end, name)
    if before in _WHICH_WORDS:
        which = _WHICH_LEFT.search(story.text, low, at)
        if which and word.group() != name:
            return _which_plural(story, which, end, name)
        deictic = _DEICTIC.search(story.text, low, at)
        if deictic and word.group() == name:
            return _deictic(story, deictic, at, end, name)
    return _without(story, at, end, name, word.group() != name)


_WORD = re.compile(rf"(?:{'|'.join(sorted([*UNITS, *PLURALS, *SHORT_UNITS], key=len, reverse=True))})(?!\w)")


def _mod(bound: str | None) -> str:
    """The TIMEX3 modifier of "more than", "about" and the like."""
    for pattern, mod in (
        (_MORE, "MORE_THAN"),
        (_LEAST, "EQUAL_OR_MORE"),
        (_LESS, "LESS_THAN"),
        (_MOST, "EQUAL_OR_LESS"),
        (_ABOUT, "APPROX"),
    ):
        if bound and re.fullmatch(rf"(?:only\s|just\s)?(?:{pattern})", bound):
            return mod
    return ""


def _counted(story: Story, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """A number of units: a length, or with "ago" and "later" the date so far away."""
    count = _count(found)
    if _refused(story, found, at, end, name):
        return ()
    start = _left_edge(found, story.text[end - 1] != "s" or not story.text[at].islower())
    anchored = _ANCHORED.match(story.text, end)
    if anchored and not found["which"]:
        reading = _anchored(story, anchored, start, count, name)
        if reading:
            return reading
    if name in ("minute", "second") and found["one"] in ("a", "an") and not _is_measured(story, start):
        return ()
    if found["one"] and not found["bound"] and _is_rate(story, found, start, end, name):
        return one(start, end, ClaimKind.SET, period(1, name))
    after = _LENGTH_AFTER.match(story.text, end)
    mod = _mod(found["bound"])
    stop = after.end() if after else end
    if count is None:
        return one(start, stop, ClaimKind.DURATION, period("X", name), mod)
    low, high = length(count, name, _bound_mod(found["bound"], mod))
    if "half" in (found["one"] or ""):
        low, high = low * 0.9, low * 1.1
    value = period(*_halved(count, name))
    return (Found(start, stop, ClaimKind.DURATION, Timex(value, low, high, mod=mod)),)


def _bound_mod(bound: str | None, mod: str) -> str:
    """ "Nearly two years" is close to two: for the bounds it counts as about, whatever its modifier."""
    return "APPROX" if bound and re.search(r"nearly|almost|just|close", bound) else mod


def _halved(count: float, name: str) -> tuple[float, str]:
    """Half a unit in the smaller one: half a year is six months."""
    if count == 0.5 and name in ("year", "day", "decade", "century", "hour", "minute"):
        small, size = {
            "year": ("month", 6),
            "day": ("hour", 12),
            "decade": ("year", 5),
            "century": ("year", 50),
            "hour": ("minute", 30),
            "minute": ("second", 30),
        }[name]
        return size, small
    return count, name


def _count(found: re.Match[str]) -> float | None:
    if found["one"]:
        return 0.5 if "half" in found["one"] else 1.0
    if found["vague"]:
        return None
    return number(found["count"]) + (0.5 if found["half"] else 0)


def _left_edge(found: re.Match[str], singular: bool) -> int:
    """Where the expression begins: at its comparator or article, but behind "his"."""
    narrow = found["det"] not in ("the", "these", "those") or (singular and not found["which"])
    if found["bound"] in ("over", "under", "around") and (found["det"] or found["which"]):
        return found.start("det") if found["det"] else found.start("which")
    if found["det"] and narrow and not found["bound"]:
        return min(found.start(g) for g in ("which", "count", "vague", "one") if found[g])
    return found.start()


def _refused(story: Story, found: re.Match[str], at: int, end: int, name: str) -> bool:
    """Fractions ("three quarters of"), and units that are other words ("a second", "the second")."""
    count, plural = found["count"], story.text[end - 1] == "s"
    if name == "quarter":
        return not plural or story.text[end : end + 4] == " of " or not (found["which"] or found["bound"] or count)
    if name == "second" and not plural:
        return not count
    if name in ("weekend", "night") and found["one"] and found["one"] != "a whole":
        return True
    if found["vague"] in ("some", "various") and not plural:
        return True
    return bool(found["one"] and plural)


def _is_measured(story: Story, start: int) -> bool:
    """Whether "a minute" stands where a length or a rate does; "a minute detail" is small."""
    window = story.text[max(0, start - 14) : start]
    return bool(_LENGTH_BEFORE.search(window) or _RATE_BEFORE.search(window))


def _is_rate(story: Story, found: re.Match[str], start: int, end: int, name: str) -> bool:
    """ "Twice a week", "40 miles an hour", "$5 a day"; "for a week" is a length."""
    if story.text[end : end + 1] == "-" or found["one"] not in ("a", "an"):
        return False
    window = story.text[max(0, start - 14) : start]
    if _LENGTH_BEFORE.search(window):
        return False
    return bool(_RATE_BEFORE.search(window)) or name in _RATE_UNITS


def _anchored(story: Story, anchored: re.Match[str], start: int, count: float | None, name: str) -> Reading:
    """ "Two days later": so far from the date last told, "ago" from the day of writing."""
    way = anchored["way"]
    if way in ("after", "before", "on", "prior", "back"):
        rest = story.text[anchored.end() : anchored.end() + 1]
        closed = rest in ("", ".", ",", ";", ")", "\n", ":")
        if way in ("on", "prior") or not closed:
            return ()
    back = way in ("ago", "earlier", "previously", "before", "back")
    base = story.reference.now if way in ("ago", "from now", "hence") else story.reference.then
    value = None if count is None else shifted(base, -count if back else count, name)
    if value is None:
        value = "PAST_REF" if back else "FUTURE_REF"
    return one(start, anchored.end("way"), ClaimKind.DATE, value)


def _which_plural(story: Story, which: re.Match[str], end: int, name: str) -> Reading:
    """ "The past few weeks", "the following days": a length that is not counted."""
    if which["which"] in ("early", "first", "same") and name in ("hour", "minute", "second"):
        return ()
    return one(which.start(), end, ClaimKind.DURATION, period("X", name))


def _ranked(story: Story, found: re.Match[str], end: int, name: str) -> Reading | None:
    """ "The third quarter of 2008", "the 19th century", "entered its second year"; ``None`` where it is no rank."""
    text = found["rank"]
    if name == "quarter":
        return _quarter(story, found, end) if text not in ("latter",) else None
    if name == "century":
        return _century(story, found, end) if text not in ("latter", "final") else None
    if text in ("latter", "final") or name in ("second", "minute", "hour", "quarter", "weekend", "night", "fortnight"):
        return None
    return _elapsed(story, found, end, name)


def _quarter(story: Story, found: re.Match[str], end: int) -> Reading:
    number_of = 4 if found["rank"] == "final" else rank(found["rank"])
    if not 1 <= number_of <= 4:
        return ()
    year = _OF_PERIOD.match(story.text, end)
    known = _period_year(story.reference, year) if year else _latest_quarter(story.reference, number_of)
    start = found.start() if found["det"] and found["det"].strip() == "the" else found.start("rank")
    value = "XXXX" if known is None else year_value(known)
    return one(start, year.end() if year else end, ClaimKind.DATE, f"{value}-Q{number_of}")


def short_unit(story: Story, at: int) -> Reading:
    """ "30 min", "2 hrs"."""
    return unit(story, at) if story.text[at - 2 : at - 1].isdigit() else ()


def short_quarter(story: Story, at: int) -> Reading:
    """ "Q3 2012", "2012 Q3"."""
    after = re.compile(rf"[\s-](?:of\s)?({YEAR})").match(story.text, at + 2)
    if not (after or story.capital(at)):
        return ()
    number_of = int(story.text[at + 1])
    known = int(after[1]) if after else _latest_quarter(story.reference, number_of)
    value = "XXXX" if known is None else year_value(known)
    return one(at, after.end() if after else at + 2, ClaimKind.DATE, f"{value}-Q{number_of}")


def _period_year(reference: Reference, found: re.Match[str]) -> int | None:
    if found["year"]:
        return int(found["year"])
    base = reference.then.year if found["step"] in ("that", "same", "following", "previous") else reference.now.year
    return None if base is None else base + _STEPS.get(found["step"] or "", 0)


def _latest_quarter(reference: Reference, number_of: int) -> int | None:
    now = reference.now
    if now.year is None or now.month is None:
        return now.year
    return now.year - (3 * number_of - 2 > now.month)


def _century(story: Story, found: re.Match[str], end: int) -> Reading:
    number_of = rank(found["rank"])
    if not 1 <= number_of <= 30:
        return ()
    christ = re.compile(rf"\s{BEFORE_CHRIST}").match(story.text, end)
    start = found.start() if found["det"] == "the " else found.start("rank")
    value = f"BC{number_of - 1:02}" if christ else f"{number_of - 1:02}"
    return one(start, christ.end() if christ else end, ClaimKind.DATE, value)


def _elapsed(story: Story, found: re.Match[str], end: int, name: str) -> Reading | None:
    """ "Entered its second year": between one and two years have passed. "A second-year student" is none."""
    if found["det"] is None or story.text[end : end + 1] == "-" or story.text[end - 1] == "s":
        return () if found["det"] is None or story.text[end : end + 1] == "-" else None
    at = found.start()
    count, days = rank(found["rank"]), UNITS[name][1]
    if count < 1 or name in ("weekend", "night"):
        return ()
    if found["det"] == "the " and count == 1 and story.text[end : end + 4] == " of ":
        low, high = length(1, name, "")
        return (Found(at, end, ClaimKind.DURATION, Timex(period(1, name), low, high)),)
    if not _ELAPSED_BEFORE.search(story.text, max(0, at - 12), at):
        return ()
    return (Found(at, end, ClaimKind.DURATION, Timex(period(count, name), (count - 1) * days, count * days)),)


def _deictic(story: Story, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """ "Last week", "that year", "the following month", "every day", "the end of the year"."""
    words = found["which"].split()
    start = found.start()
    if words == ["every", "other"]:
        return one(found.start("which"), end, ClaimKind.SET, period(2, name))
    if words[-1] in ("each", "every", "per", "any"):
        return one(found.start("which"), end, ClaimKind.SET, period(1, name)) if name != "second" else ()
    if name in ("second", "minute", "hour", "fortnight") and words[-1] in ("past", "last", "next", "coming"):
        return _past(start, end, name)
    if name in ("second", "minute", "hour", "fortnight", "night") or (name == "quarter" and words == ["that"]):
        return ()
    if words[-1] in ("all", "another"):
        return _past(start, end, name) if name in ("day", "week", "month", "year") else ()
    if words == ["the"]:
        return _the_unit(story, found, at, end, name)
    if words == ["that"] and story.text[end : end + 1] == "-":
        return ()
    lasting = words == ["the", "last"] or (
        words == ["the", "next"] and _OVER.search(story.text, max(0, start - 5), start)
    )
    if (words[-1] == "past" or lasting) and name in ("year", "month", "week", "decade", "century", "quarter"):
        return _past(start, end, name)
    told = words[0] == "that" or (words[0] == "the" and words[-1] not in ("current", "present", "coming", "past"))
    base = story.reference.then if told else story.reference.now
    value = deictic_value(base, name, _STEPS.get(words[-1], 0))
    return one(start, end, ClaimKind.DATE, value)


def _past(start: int, end: int, name: str) -> Reading:
    low, high = length(1, name, "APPROX")
    return (Found(start, end, ClaimKind.DURATION, Timex(period(1, name), low, high)),)


def _the_unit(story: Story, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """ "The end of the year", "for the quarter"; "the day before": the unit around the date spoken of."""
    if name == "day":
        before = re.compile(r"\s(before|after|following)(?=[\s,.;:)?!]|\Z)(?!\sthe|\shis|\sa\s)").match(story.text, end)
        if before is None:
            return ()
        value = shifted(story.reference.then, -1 if before[1] == "before" else 1, "day") or "XXXX-XX-XX"
        return one(found.start("which"), before.end(), ClaimKind.DATE, value)
    before_word = _PERIOD_BEFORE.search(story.text, max(0, found.start("which") - 14), found.start("which"))
    if not (before_word or found["late"]) or story.text[end : end + 1] == "-" or story.text[end : end + 4] == " of ":
        return ()
    base = story.reference.then if story.reference.narrative else story.reference.now
    exact = base.exact
    over = (
        name == "weekend" and exact is not None and exact.isoweekday() < _SATURDAY and not points_ahead(story.text, at)
    )
    return one(found.start(), end, ClaimKind.DATE, deictic_value(base, name, -1 if over else 0))


def deictic_value(base: Day, name: str, step: int) -> str:
    """The value of the unit so many steps from the one that a date lies in."""
    if base.year is None:
        return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step] if name != "day" else unknown(name)
    if name == "decade":
        return decade_value(base.year + 10 * step)
    if name == "century":
        return century_value(base.year + 100 * step)
    if name == "week" and step == 0 and base.exact:
        return week_value(base.exact)
    return shifted(base, step, name) or _coarse(base, name)


def _coarse(base: Day, name: str) -> str:
    """The unit in a year or month of which no day is known."""
    if base.month is not None and name == "day" and base.year is not None:
        return f"{year_value(base.year)}-{base.month:02}-XX"
    return unknown(name) if base.year is None else unknown(name).replace("XXXX", year_value(base.year))


def _without(story: Story, at: int, end: int, name: str, plural: bool) -> Reading:
    """ "Year-long", "half-century" and bare plurals: "for years", "months later"."""
    end_of = _END_OF.search(story.text, max(story.free, at - 12), at) if name in ("year", "month") else None
    if end_of or (name in ("year", "month") and _YEAR_END.match(story.text, end)):
        start, stop = (end_of.start(), end) if end_of else (at, end + len("-end"))
        return one(start, stop, ClaimKind.DATE, deictic_value(story.reference.now, name, 0), "END")
    if story.text[max(0, at - 7) : at] == "recent " and plural:
        return one(at - 7, end, ClaimKind.DATE, "PAST_REF")
    if plural and name == "weekend" and _ON_BEFORE.search(story.text, max(0, at - 5), at):
        return one(at, end, ClaimKind.SET, "XXXX-WXX-WE")
    if not plural or name == "second" or story.text[end : end + 1] == "-" or name == "quarter":
        return ()
    anchored = _ANCHORED.match(story.text, end)
    if anchored and anchored["way"] in ("ago", "earlier", "later", "previously"):
        back = anchored["way"] != "later"
        return one(at, anchored.end("way"), ClaimKind.DATE, "PAST_REF" if back else "FUTURE_REF")
    if name in ("night", "weekend") or not _BARE_BEFORE.search(story.text, max(0, at - 9), at):
        return ()
    the = story.text[max(0, at - 4) : at] == "the "
    if the and not re.match(r"\s(?:of|before|after|when|since|following|leading)\b", story.text[end : end + 11]):
        return ()
    return one(at - 4 if the and at - 4 >= story.free else at, end, ClaimKind.DURATION, period("X", name))
