"""What a row of a table is, and the rows together as what articles are held against. Knows no word of any language.

Rows are kept in a total order, so that it makes no difference in which order or from how many files they came.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from auditor.model import Reference

_MARKS = str.maketrans(dict.fromkeys("-‐‑–.,'’", " "))


def folded(name: str) -> str:
    """A name as names are compared: without case, accents, marks and a possessive's apostrophe."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).translate(_MARKS).split())


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a row was found: the page that says so and the day it was looked up; and where it stands, its file and line.

    Where it stands bears on nothing but what is told of it.
    """

    source: str
    checked_on: date
    file: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """Somebody holds an office of an organisation from ``since`` to ``until``, both inclusive; ``None`` is still open.

    Of a term told by months or years these are the first and the last day possible, ``begun`` and ``ended`` the days by which it
    had begun and until which it cannot have ended.
    With ``courtesy`` the bearers keep the title for life, so that it says nothing once their term is over.
    """

    office: str
    of: str
    holder: str
    since: date
    until: date | None
    begun: date
    ended: date | None
    origin: Origin
    courtesy: bool = False

    def near(self, earliest: date | None, latest: date | None, before: timedelta, after: timedelta) -> bool:
        """Whether a day from ``earliest`` to ``latest`` is in the term or so near to it; an open bound reaches everywhere."""
        begun = latest is None or latest >= self.since - before
        return begun and (self.until is None or earliest is None or earliest <= self.until + after)


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """An event of a kind ("talks"): its days, and where they tell it from others its ordinal, place and participants."""

    event: str
    earliest: date
    latest: date
    ordinal: int
    place: str
    participants: tuple[str, ...]
    origin: Origin

    @property
    def told(self) -> str:
        """Its days in words: one, or the first and the last."""
        return str(self.earliest) if self.earliest == self.latest else f"{self.earliest} to {self.latest}"


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """So many of a thing at least, and at most where that is known, for a subject as of a day."""

    subject: str
    thing: str
    low: float
    high: float | None
    as_of: date
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """A name as it is written, what else it may be called, and spellings that the newsroom does not want."""

    name: str
    also: tuple[str, ...]
    avoid: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """A question to watch: by what its articles and its points are known, and in what words it is asked and settled.

    ``compare`` are the kinds of question that it sharpens ("date"); of ``about`` an article holds one phrase, and of
    ``near`` one stands near every place, unless there is none. ``examples`` are texts that are to be held against each
    other, and whether the question is asked of them.
    """

    name: str
    question: str
    settle: str
    compare: tuple[str, ...]
    about: tuple[str, ...]
    near: tuple[str, ...]
    event: str
    ordinal: int
    place: str
    participants: tuple[str, ...]
    examples: tuple[tuple[bool, tuple[str, ...]], ...]
    origin: Origin


Row = Term | Happening | Figure | Spelling | Topic


@dataclass(frozen=True)
class Facts:
    """All rows that an audit goes by, in their total order."""

    terms: tuple[Term, ...] = ()
    happenings: tuple[Happening, ...] = ()
    figures: tuple[Figure, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    topics: tuple[Topic, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Facts:
        """The facts that rows make, whatever their order; a row that is there twice counts once."""
        kinds: Mapping[type, set[Row]] = {Term: set(), Happening: set(), Figure: set(), Spelling: set(), Topic: set()}
        for row in rows:
            kinds[type(row)].add(row)
        ordered = (sorted(kind, key=repr) for kind in kinds.values())
        return cls(*map(tuple, ordered))  # type: ignore[arg-type]

    def over(self, others: Facts) -> Facts:
        """These facts and the others, without what the others say of an office or a name that these tell of, or of an event."""
        offices = {(self.canonical(one.office), self.canonical(one.of)) for one in self.terms}
        names = {folded(one.name) for one in self.spellings}
        figures = {(one.subject, one.thing) for one in self.figures}
        events = {_which(one) for one in self.happenings}
        topics = {folded(one.name) for one in self.topics}
        return Facts.of(
            (
                *self.all,
                *(one for one in others.terms if (self.canonical(one.office), self.canonical(one.of)) not in offices),
                *(one for one in others.spellings if folded(one.name) not in names),
                *(one for one in others.figures if (one.subject, one.thing) not in figures),
                *(one for one in others.happenings if _which(one) not in events),
                *(one for one in others.topics if folded(one.name) not in topics),
            )
        )

    def __bool__(self) -> bool:
        """Whether there is any row."""
        return any(self.all)

    @property
    def all(self) -> Iterator[Row]:
        """Every row."""
        yield from self.terms
        yield from self.happenings
        yield from self.figures
        yield from self.spellings
        yield from self.topics

    @property
    def checked_on(self) -> date | None:
        """The newest day on which a row was looked up."""
        return max((row.origin.checked_on for row in self.all if row.origin.source), default=None)

    @cached_property
    def _canonical(self) -> Mapping[str, str]:
        return {folded(one): folded(row.name) for row in self.spellings for one in (row.name, *row.also, *row.avoid)}

    @property
    def told(self) -> Reference:
        """What a report tells of them: how many rows, and the newest day on which one was looked up."""
        facts = len(self.terms) + len(self.happenings) + len(self.figures) + len(self.spellings)
        return Reference(facts, self.checked_on)

    def canonical(self, name: str) -> str:
        """A name as all its aliases are compared."""
        plain = folded(name)
        return self._canonical.get(plain, plain)

    def held(self, title: str, organisation: str | None) -> Iterator[Term]:
        """The terms of an office, told by its title and what it is held in; the title alone may name both."""
        wanted = self.canonical(title), self.canonical(organisation or "")
        yield from self._by_office.get(wanted, ())

    def known_by_name(self, title: str, given: str, family: str) -> Iterator[Term]:
        """The terms of an office that is told by its title alone: those of the one organisation in which somebody so called held it."""
        if given:
            named = [one for one in self._by_title.get(self.canonical(title), ()) if self.is_called(one, given, family)]
            if len({self.canonical(one.of) for one in named}) == 1:
                yield from self.held(named[0].office, named[0].of)

    @cached_property
    def _by_title(self) -> Mapping[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self.terms:
            found.setdefault(self.canonical(term.office), []).append(term)
        return found

    @cached_property
    def _by_office(self) -> Mapping[tuple[str, str], list[Term]]:
        aliases: dict[str, set[str]] = {}
        for alias, name in self._canonical.items():
            aliases.setdefault(name, set()).add(alias)
        found: dict[tuple[str, str], list[Term]] = {}
        for term in self.terms:
            office, of = self.canonical(term.office), self.canonical(term.of)
            joined = {
                (self.canonical(f"{whose} {what}"), "")
                for whose in aliases.get(of, {of})
                for what in aliases.get(office, {office})
            }
            for key in {(office, of), *joined}:
                found.setdefault(key, []).append(term)
        return found

    def is_called(self, term: Term, given: str, family: str) -> bool:
        """Whether the holder of a term goes by this given name, empty where none was told, and this family name.

        An initial of a middle name may stand in the article and not in the table, but never the other way round: "George Bush"
        is not George W. Bush.
        """
        name = self.canonical(f"{given} {family}")
        holder = self.canonical(term.holder)
        if holder in (name, self.canonical(_without_initials(name))):
            return True
        return not given and any(one.split()[-len(name.split()) :] == name.split() for one in self._names_of(holder))

    def _names_of(self, name: str) -> set[str]:
        return {name, *(alias for alias, own in self._canonical.items() if own == name)}


def _without_initials(name: str) -> str:
    """A folded name without the single letters behind its first word."""
    first, *others = name.split() or [""]
    return " ".join((first, *(word for word in others if len(word) > 1)))


def _which(one: Happening) -> tuple[object, ...]:
    """What tells one happening from another, its days aside."""
    return folded(one.event), one.ordinal, folded(one.place), frozenset(map(folded, one.participants))


NO_FACTS = Facts()
"""No row at all."""
