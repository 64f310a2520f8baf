"""Articles give one person two ages.

## What it flags
A named person's age, in years beside the name, where two statements differ by more than a birthday; an age in a stated year
("in 2002 at the age of 19") and another that come from different years of birth; lists of ages that differ in one number.

## Why it matters
Ages identify people: with another age it may be somebody else. A wrong one is also a sign of careless copying.

## How to settle it
Ask for the date of birth; say of which day an age is.

## What it leaves alone
Ages a birthday apart, or as far apart as the articles; ages of another time ("when she was 16"); ages decades apart;
people who share a family name alone; an age of a stated year, where nothing says of which year the other is.

## References
de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import fullest
from auditor.languages.en.code.people import Person
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.people import AGE_OF_ANOTHER_TIME
from auditor.model import Age, Asked, Claim, Comparison, Confidence, Family, Finding, Severity, Side, Verdict
from auditor.story.mentions import Record
from auditor.story.people import ages, meeting, merged, one_person, people, sentence
from auditor.story.spelling import sound
from auditor.story.stories import Story

_HONORIFICS = LISTS.words("short_forms", "honorific")

_FURTHEST = 9
"""Years: ages further apart than this are nearly always those of two times, unless their digits are swapped."""


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the ages of each person and the lists of ages, and tell once of two that differ."""
    told = {record.article.document.id: ages(record) for record in story.records}
    conflicts: list[tuple[Claim, Claim]] = []
    for left, right in story.couples:
        mine, theirs = told[left.article.document.id], told[right.article.document.id]
        for one, other in meeting(mine, theirs, lambda claim: (sound(_age(claim).person),)):
            if not _alike(_age(one), _age(other)) and not _one_titled(_age(one), _age(other), left, right):
                continue
            timed = any(
                not _age(c).now and AGE_OF_ANOTHER_TIME.stands(sentence(story, c.span.start))
                for story, c in ((left, one), (right, other))
            )
            verdict, reason = _relate(one, other, timed)
            yield Comparison(check, verdict, one, other, reason)
            if verdict == Verdict.CONFLICT:
                conflicts.append((one, other))
    for fewer, more in merged(conflicts, _value):
        yield _tell(fewer, more)


def _age(claim: Claim) -> Age:
    assert isinstance(claim.value, Age)
    return claim.value


def _value(claim: Claim) -> tuple[str, tuple[int, ...]]:
    return _age(claim).person, _age(claim).years


def _alike(one: Age, other: Age) -> bool:
    if one.person and other.person:
        return one_person(one, other)
    return not one.person and not other.person and len(one.years) == len(other.years) and _differ(one, other) <= 1


def _one_titled(one: Age, other: Age, left: Record, right: Record) -> bool:
    """Whether two ages of one family name, of which one has no given name, are of people addressed by one title."""
    if not one.person or one.person != other.person or (one.given and other.given):
        return False
    titles = [
        {word for person in people(story) if _is_of(person, age) for word in person.title.split()} - _HONORIFICS
        for age, story in ((one, left), (other, right))
    ]
    return not titles[0].isdisjoint(titles[1])


def _is_of(person: Person, age: Age) -> bool:
    """Whether a mention is of the person whose age is told: the mention beside it, or one of the same full name."""
    if not age.given:
        return person.span == age.bearer
    return person.family == age.person and person.given == age.given


def _differ(one: Age, other: Age) -> int:
    """How many ages of one list the other does not have."""
    rest = list(other.years)
    for years in one.years:
        if years in rest:
            rest.remove(years)
    return len(rest)


def _relate(one: Claim, other: Claim, timed: bool) -> tuple[Verdict, str]:
    mine, theirs = _age(one).years, _age(other).years
    if _age(one).year or _age(other).year:
        return _by_birth(_born(one), _born(other))
    if mine == theirs:
        return Verdict.AGREE, "same age"
    apart = max(abs(a - b) for a, b in zip(mine, theirs, strict=True)) if len(mine) == 1 else _FURTHEST
    if len(mine) == 1 and apart <= 1 + _years_between(one, other):
        return Verdict.COMPATIBLE, "ages a birthday apart, or as far apart as the articles"
    if timed:
        return Verdict.NOT_COMPARABLE, "an age of another time"
    if apart > _FURTHEST and str(mine[0])[::-1] != str(theirs[0]):
        return Verdict.NOT_COMPARABLE, "ages of two times"
    return Verdict.CONFLICT, "different ages"


def _born(claim: Claim) -> tuple[int, int] | None:
    """The first and last year in which the bearer can have been born, where the year of the age is known."""
    age, [years] = _age(claim), _age(claim).years
    window = claim.as_of
    if age.year:
        return age.year - years - 1, age.year - years
    if window.earliest and window.latest:
        return window.earliest.year - years - 1, window.latest.year - years
    return None


def _by_birth(mine: tuple[int, int] | None, theirs: tuple[int, int] | None) -> tuple[Verdict, str]:
    if mine is None or theirs is None:
        return Verdict.NOT_COMPARABLE, "an age of another time"
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return Verdict.COMPATIBLE, "ages of one who was born in one year"
    return Verdict.CONFLICT, "ages of different years of birth"


def _years_between(one: Claim, other: Claim) -> int:
    """Whole years between the days on which the articles were written, 0 where they do not say."""
    mine, theirs = one.as_of.earliest, other.as_of.earliest
    return abs((mine - theirs).days) // 365 if mine and theirs else 0


def _tell(fewer: Sequence[Claim], more: Sequence[Claim]) -> Finding:
    both = (*fewer, *more)
    named = fullest(bearer for claim in both if (bearer := _age(claim).bearer))
    subject = named or fewer[0].subject
    question = f"How old {'is' if named else 'are the'} {subject}?"
    return CHECK.finding(
        Asked("age", subject, question, (_side(fewer), _side(more)), _holds(both), _slot(both)),
        fewer[0].span,
        [claim.span for claim in (*fewer[1:], *more)],
        confidence=Confidence.HIGH if named else Confidence.MEDIUM,
    )


def _side(claims: Sequence[Claim]) -> Side:
    age = _age(claims[0])
    years, words = ", ".join(map(str, age.years)), " ".join(claims[0].span.text.split())
    places = [claim.span for claim in claims]
    return side(places, f"{words} in {age.year}", f"{years} in {age.year}") if age.year else side(places, same=years)


def _slot(claims: Sequence[Claim]) -> str:
    """The person's name where all claims have it in full and alike; else empty."""
    names = {(_age(claim).given, _age(claim).person) for claim in claims}
    [given, person], *others = sorted(names)
    return f"{given} {person}" if given and not others else ""


def _holds(claims: Sequence[Claim]) -> str:
    if any(_age(claim).year for claim in claims):
        return "They come from different years of birth."
    days = all(_age(claim).bearer for claim in claims)
    return f"Both hold only if they are {'ages of different days' if days else 'about different people'}."


CHECK = Check(
    id="conflicting-age",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "a name in two spellings",
            "Dale Kowalik, {{43}}, walked into the bank at noon.",
            "Dale Kowalyk, [[48]], was charged on Friday.",
        ),
        example(
            "an age behind the name and one before the trade",
            "Oskar Pell, {{58}}, had been watchman at the mill for 22 years.",
            "The fire killed Oskar Pell, the [[56-year-old]] caretaker, who was asleep.",
        ),
        example(
            "an age behind an apposition",
            "General Edvin Tarr, {{66}}, commands the island guard.",
            "General Edvin Tarr, the commander of the island guard, is [[72]] and looks it.",
        ),
        example(
            "a family name behind one title",
            "Colonel Edvin Tarr, {{66}}, commands the island guard.",
            "Colonel Tarr, the observers’ commander, is [[72]] and looks it.",
        ),
        example(
            "lists of ages",
            "The accused are {{24, 31 and 47}}.",
            "The trio, aged [[24, 31 and 44]], were arrested at dawn.",
        ),
        example(
            "in one article",
            "The mill’s owner, Edvin Tarr ({{61}}), was sentenced on Friday.\n\nAfterwards Edvin Tarr, [[64]], was led away.",
        ),
        example(
            "another year of birth",
            "Dora Lund vanished in May 2002 at the age of {{19}}.",
            "Dora Lund is [[33]] now.",
            dates=("2013-05-07", "2013-05-08"),
        ),
    ),
    leaves_alone=(
        example(
            "one year of birth",
            "Dora Lund vanished in May 2002 at the age of 19.",
            "Dora Lund is 30 now.",
            dates=("2013-05-07", "2013-05-08"),
        ),
        example(
            "now, of an article without a day",
            "Dora Lund vanished in May 2002 at the age of 19.",
            "Dora Lund is 33 now.",
        ),
        example("a birthday apart", "Dora Lund, 61, chairs the league.", "Dora Lund, 62, handed out blankets."),
        example(
            "articles years apart",
            "Dora Lund, 61, chairs the league.",
            "Dora Lund, 64, handed out blankets.",
            dates=("2021-05-01", "2024-06-01"),
        ),
        example(
            "another time",
            "Dora Lund, 61, chairs the league.",
            "Dora Lund, 54, was elected when the league was founded.",
        ),
        example(
            "an age on taking an office",
            "Dora Lund, 61, chairs the league.",
            "At the age of 54, Dora Lund took over the league.",
        ),
        example("a childhood", "Amy Berg, 27, is home again.", "Amy Berg, 16, was last seen at a bus stop."),
        example(
            "two people of one family name",
            "General Edvin Tarr, 66, commands the island guard.",
            "Mr Tarr, the caretaker of the guard house, is 72 and looks it.",
        ),
        example("two people", "Dora Lund, 61, chairs the league.", "Karl Lund, 67, handed out blankets."),
        example("ages of others", "The accused are 24, 31 and 47.", "The injured were aged 19, 22 and 60."),
    ),
)
