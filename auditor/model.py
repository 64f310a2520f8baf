"""The nouns: frozen data that every other module passes on. Imports nothing of the project.

All offsets are code points into ``Document.text``, the text as read, never into a cleaned or normalised copy.
Every tie is broken by the order of the fields, so sorting gives a total order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from operator import attrgetter
from typing import ClassVar
from urllib.parse import urlsplit

_LINE_END = re.compile(r"\r\n|\r|\n")
_NO_BREAK = re.compile(r"[^\n\r]")
_WORDS = re.compile(r"\w+")


class Severity(StrEnum):
    """How much a finding matters (SARIF ``level``)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return _RANKS[self.value]

    def at_least(self, other: Severity) -> bool:
        """Whether this matters as much as ``other`` or more."""
        return self.rank <= other.rank


_RANKS = {severity.value: rank for rank, severity in enumerate(Severity)}


class Confidence(StrEnum):
    """How sure a check is of a finding, apart from how much it matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high, 1 for medium, 2 for low."""
        return list(Confidence).index(self)


class Level(StrEnum):
    """How far cleaning goes: what is safe to take out unseen, what is likely no part of the article, all that may be none."""

    SAFE = "safe"
    LIKELY = "likely"
    ALL = "all"

    @property
    def rank(self) -> int:
        """0 for safe, 1 for likely, 2 for all."""
        return list(Level).index(self)

    def takes(self, other: Level) -> bool:
        """Whether cleaning that goes as far as this takes an edit of the ``other`` level, too."""
        return other.rank <= self.rank


class Family(str):
    """What sort of check a check is: the folder it lives in, or a name of its own that another package brings.

    A name is of small letters and digits, with hyphens between its words. There is one object for each, so that families can
    be told apart with ``is``, too. The five that come with the tool are constants: ``Family.CONFLICT`` and so on. Raises
    ``ValueError`` for what is no such name.
    """

    __slots__ = ()
    CONFLICT: ClassVar[Family]
    REFERENCE: ClassVar[Family]
    QUOTATION: ClassVar[Family]
    SOURCING: ClassVar[Family]
    RESIDUE: ClassVar[Family]

    def __new__(cls, name: str) -> Family:
        """The family of a name."""
        if not KEBAB.fullmatch(name):
            raise ValueError(f"{name!r} names no family: write small letters and digits, with hyphens between words")
        return _FAMILIES.setdefault(name, super().__new__(cls, name))

    @property
    def value(self) -> str:
        """Its name."""
        return str(self)

    @property
    def order(self) -> tuple[int, str]:
        """The key of the order in which a reader wants them: what differs first, what is to be cleaned after it, others last."""
        return (_KNOWN.index(self) if self in _KNOWN else len(_KNOWN)), self


KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What names of checks and families are made of: ``conflicting-date``."""
_FAMILIES: dict[str, Family] = {}
_KNOWN = tuple(map(Family, ("conflict", "reference", "quotation", "sourcing", "residue")))
Family.CONFLICT, Family.REFERENCE, Family.QUOTATION, Family.SOURCING, Family.RESIDUE = _KNOWN


class Role(StrEnum):
    """What a block is in its article (CleanEval, IPTC NewsML-G2)."""

    HEADLINE = "headline"
    BYLINE = "byline"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    BIO = "bio"
    RESIDUE = "residue"


CLAIM_ROLES = frozenset({Role.HEADLINE, Role.BODY, Role.LIST, Role.CAPTION})
"""Roles whose sentences are the article's own statements."""


class Basis(StrEnum):
    """What a bound of a window rests on."""

    GIVEN = "given"
    PUBLISHED = "published"
    UPDATED = "updated"
    DATELINE = "dateline"
    ADDRESS = "address"
    FILE = "file"
    CLAIMS = "claims"
    AS_OF = "as_of"


class LanguageBasis(StrEnum):
    """What an article's language rests on: what was given with it, its text, or nothing, so that it is the default."""

    GIVEN = "given"
    TOLD = "told"
    DEFAULT = "default"


class ClaimKind(StrEnum):
    """What a claim states."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    QUANTITY = "quantity"
    QUOTATION = "quotation"
    OFFICE = "office"
    AGE = "age"
    STANCE = "stance"
    EVENT = "event"


class Polarity(StrEnum):
    """Whether a claim says that something is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How firmly a claim is put: asserted, or weakened by ``might``, ``would``, ``if``."""

    ASSERTED = "asserted"
    HEDGED = "hedged"


class Verdict(StrEnum):
    """The outcome of comparing two claims."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place: code points ``[start, end)`` of one document, and the words there (W3C TextQuoteSelector)."""

    document: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article exactly as read.

    ``date`` is the publication date and ``language`` the language as given with the document, unparsed; only documents of
    one ``group`` are compared; ``sha256`` is of the UTF-8 bytes of ``text``; ``file_date`` is the UTC day on which the
    file was last changed (``2025-06-30``), where it was asked for. ``left_out`` are paragraphs of a page that stand among those
    of the article and are not in ``text``: each with the end of the paragraph before it.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    language: str | None = None
    group: str = ""
    file_date: str | None = None
    left_out: tuple[tuple[int, str], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place ``[start, end)`` of this document."""
        return Span(self.id, start, end, self.text[start:end])

    @property
    def host(self) -> str:
        """The host that its address names, empty where it has none or it is no address."""
        try:
            return urlsplit(self.url or "").hostname or ""
        except ValueError:
            return ""

    def line_starts(self) -> list[int]:
        """The offset of every line, the first being 0."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph ``[start, end)`` with its role, without surrounding white space."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Residue:
    """A piece of text that is not the article: its place, its class and the evidence for it.

    ``kind`` is the id of the check that reports it; ``replacement`` is what should stand there instead.
    """

    span: Span
    kind: str
    reason: str
    confidence: Confidence = Confidence.HIGH
    replacement: str = ""


def blanked(text: str) -> str:
    """Spaces in place of the text, with its line breaks."""
    return _NO_BREAK.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Prose:
    """What the article itself says: the text with everything else blanked, offsets unchanged.

    ``text`` has the length of the document's text; characters outside sentences that may carry claims are
    spaces (line breaks are kept). ``sentences`` and ``paragraphs`` are ``(start, end)`` in reading order.
    ``headings`` are lines that head what follows: they date it, and claim nothing else. ``lower`` is the text in
    lower case, character for character.
    """

    document: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    headings: tuple[Span, ...] = ()
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # "İ" alone of all letters becomes two characters in lower case.
        object.__setattr__(self, "lower", self.text.replace("İ", "I").lower())

    def span(self, start: int, end: int) -> Span:
        """The place ``[start, end)`` of the document."""
        return Span(self.document, start, end, self.text[start:end])

    def only(self, paragraphs: Sequence[tuple[int, int]]) -> Prose:
        """The prose with the other paragraphs blanked; ``paragraphs`` are some of its own, in reading order."""
        if len(paragraphs) == len(self.paragraphs):
            return self
        pieces: list[str] = []
        at = 0
        for start, end in paragraphs:
            pieces += blanked(self.text[at:start]), self.text[start:end]
            at = end
        pieces.append(blanked(self.text[at:]))
        starts = [start for start, _ in paragraphs]
        sentences = tuple(
            (start, end)
            for start, end in self.sentences
            if (place := bisect_right(starts, start)) and start < paragraphs[place - 1][1]
        )
        return Prose(self.document, "".join(pieces), sentences, tuple(paragraphs), self.headings)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a bound of a window is where it is; ``span`` is ``None`` for evidence outside the text."""

    reason: str
    span: Span | None = None
    basis: Basis = Basis.CLAIMS


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a text may have been written, both inclusive; ``None`` is an open bound.

    A window that ends before it begins has no day in it: its evidence excludes itself.
    """

    earliest: date | None = None
    latest: date | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is no day in it."""
        return self.earliest is not None and self.latest is not None and self.earliest > self.latest


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its TimeML TIMEX3 value, and for a duration what it measures.

    ``value`` is e.g. ``2025-06-02``, ``XXXX-02-27``, ``P3Y``, ``PAST_REF``. For a duration ``low`` and ``high``
    bound its length in days (``high`` is ``None`` where the text gives no upper bound), and ``relation`` is
    ``elapsed`` (time since the subject began, as of writing), ``length`` (how long the subject lasts or lasted)
    or empty where the text does not tie it to a subject. The two ends of a period ("from 2010 to 2012", "June 19-20")
    are two expressions, whose ``relation`` is ``from`` and ``to``. ``mod`` is the TIMEX3 modifier (``START``, ``MID``, ``END``,
    ``APPROX``, ``MORE_THAN``, ``LESS_THAN``, ``EQUAL_OR_MORE``, ``EQUAL_OR_LESS``) or empty.
    """

    value: str
    low: float | None = None
    high: float | None = None
    relation: str = ""
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: the claim's span is what stands inside the marks.

    ``form`` is ``direct`` (a sentence or more of speech), ``fragment`` (words of speech inside the article's own
    sentence), ``scare`` (a term in marks, nobody's speech), ``title`` (a name or title in marks) or ``heading``.
    ``speaker`` is the mention that the text gives the words to, a name or "she", and ``cue`` the verb ("said"). Both are
    ``None`` where the text does not say, or not clearly: ``unsure`` tells why. Who "she" is, is the claim's ``source``.
    """

    form: str
    speaker: Span | None = None
    cue: Span | None = None
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: ``name`` as its key, ``country`` where it stands for one.

    A person's name is the family name in lower case; a state's is its name, whatever the text calls it
    ("Moscow", "the Kremlin", "the Russian side").
    """

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A person holds, or is said to hold, an office or bears a title.

    ``person`` and ``given`` are family and given name in lower case (``given`` empty where the article has none or
    several); ``title`` are the words of the office; ``organisation`` is what it is held in, as the article names it.
    ``former`` says that the person does not hold it when the article speaks; ``bearer`` is where the name stands.
    """

    person: str
    title: str
    organisation: str | None = None
    former: bool = False
    given: str = ""
    bearer: Span | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is: ``years`` holds one age, or those of several people listed together, who have no name here.

    ``year`` is the calendar year in which the bearer was so old, where the text gives one; ``now`` that the text says "now".
    """

    person: str
    given: str
    years: tuple[int, ...]
    bearer: Span | None = None
    year: int | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What a stance is about: the head noun's class, who proposed it, and the words that narrow it down."""

    head: str
    proposer: str | None = None
    modifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stance:
    """An actor accepts or rejects something; ``accepts`` is the polarity after any negation."""

    actor: Actor
    accepts: bool
    topic: Topic


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: the ``key`` that all mentions of the place share, by which two are one, and ``name``,
    where the text writes it, if it does beside what happened there.

    The key is the name in lower case, that of a state as it is written.
    """

    key: str
    name: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its type, and where the text says so its ordinal, place, parties and date.

    ``date`` is a TIMEX3 value, possibly partial (``XXXX-02-27``); ``when`` is the place in the text that gives it.
    """

    type: str
    ordinal: int | None = None
    place: Place | None = None
    participants: frozenset[str] = frozenset()
    date: str | None = None
    when: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures.

    ``low`` and ``high`` are as written, ``None`` where the text gives no bound on that side; ``comparator`` is ``=``,
    ``>=``, ``>``, ``<=``, ``<``, ``~`` (about), ``<~`` (nearly), ``>~`` (just over) or ``range``. ``step`` is how
    precisely the number is written: "some 3,500" is told in steps of 100. ``unit`` is empty for counts; shares are in
    ``%``. ``thing`` is the counted noun in the singular, ``modifiers`` the words before it, both in lower case.
    ``of`` is the whole of "12 of the 70 houses"; ``share`` says that the thing is what a part is taken of; ``rate``
    is the noun of "a day", "per person". ``number`` is the place of the number words alone. ``against`` is the other side
    of a vote, whose unit is ``vote``: 27 of "56-27".
    """

    low: float | None
    high: float | None
    comparator: str
    unit: str
    step: float
    number: Span
    thing: str = ""
    modifiers: tuple[str, ...] = ()
    of: float | None = None
    share: bool = False
    rate: str = ""
    against: float | None = None


@dataclass(frozen=True, slots=True)
class Lived(Quantity):
    """The years that somebody has lived ("aged 34", "between the ages of 17 and 20"), whoever it is.

    Whose age it is, where the text names somebody, is told by an ``Age``.
    """


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of a row something is: the third (``rank``) fire (``thing``).

    ``modifiers`` are the words between the two, in lower case; ``number`` is the place of the ordinal alone.
    """

    rank: int
    number: Span
    thing: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something: the pole of a scale that it reached, or with ``denied`` did not reach.

    ``first`` tells the first pole of the scale from the second; ``lasting`` that it is said to stay so; ``names`` are the
    keys of the names in the ``clause``, ``doers`` those of whom the verb is said or by whom it is done; ``stance`` is the
    subject of the stance that the same words state, if any; ``sides`` are the parties that the doers are of, where a noun says it.
    ``actor`` and ``thing`` are the heads of the noun phrases that say who did it and to what (or of what it is said),
    ``about`` all words said of the thing; each is empty where the clause does not tell.
    """

    scale: str
    first: bool
    clause: Span
    denied: bool = False
    lasting: bool = False
    names: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    stance: str = ""
    sides: frozenset[str] = frozenset()
    actor: frozenset[str] = frozenset()
    thing: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


Counted = Quantity | Ordinal
"""What has a number of its own in the text, and a thing that it counts."""

Value = Timex | Quantity | Ordinal | Quotation | Office | Age | Stance | Event | Outcome


@dataclass(frozen=True, slots=True)
class Claim:
    """One typed statement of a document.

    ``subject`` says what it is about, in words; ``source`` is who says it (``None``: the article itself);
    ``as_of`` is when it is said to hold, at most the document's window.
    """

    kind: ClaimKind
    span: Span
    value: Value
    subject: str = ""
    source: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    as_of: Window = Window()


def begun_in(claims: Sequence[Claim], start: int, end: int) -> Sequence[Claim]:
    """Of claims in reading order those that begin in ``[start, end)``."""
    first, last = (bisect_left(claims, at, key=lambda claim: claim.span.start) for at in (start, end))
    return claims[first:last]


class Naming(StrEnum):
    """How a text says who tells it something: by name, without one, as a document, or by a word that may mean several."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence in which somebody is said to say something.

    ``speaker`` are the words for who, a name or "she"; ``name`` is who that is, equal for all mentions of one in the article:
    the fullest name that it has of a named one, else the words. ``source`` is what a claim told there has for its source.
    """

    speaker: Span
    naming: Naming
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """The language that an article is read as: its code in ISO 639 ("de"), its English name, and what that rests on.

    ``read`` says whether there is a pack that could draw claims from it.
    """

    code: str = "en"
    name: str = "English"
    basis: LanguageBasis = LanguageBasis.DEFAULT
    read: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """A document as the checks see it: its blocks, its residue, its prose, its claims, when it was written, in what language.

    ``tellings`` say who speaks in it, in reading order.
    ``labelled`` is what it is compared by, which ``auditor.story`` makes and knows; it is no part of what the article is.
    """

    document: Document
    blocks: tuple[Block, ...]
    residue: tuple[Residue, ...]
    prose: Prose
    claims: tuple[Claim, ...] = ()
    window: Window = Window()
    language: Language = Language()
    tellings: tuple[Telling, ...] = ()
    labelled: object = field(default=None, repr=False, compare=False)


class BaselineState(StrEnum):
    """How a finding stands to what was known before (SARIF ``baselineState``).

    It is also unchanged where all of its documents are: a change is judged where it changed.
    """

    NEW = "new"
    UNCHANGED = "unchanged"


class Judgement(StrEnum):
    """A person's word on a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that a baseline knows: its fingerprint, and for the reader its check, documents and words."""

    fingerprint: str
    check: str
    documents: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A person's word on the finding of a fingerprint (SARIF ``suppression`` where it dismisses).

    ``until`` is the last day on which it holds, ``None`` where it holds for good; ``finding`` says which it was.
    """

    finding: Known
    judgement: Judgement
    reason: str
    author: str = ""
    until: date | None = None


class Lapse(StrEnum):
    """Why a decision settles nothing, or may not: the report says so."""

    EXPIRED = "expired"
    ORPHANED = "orphaned"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class Lapsed:
    """A decision whose day is over, whose finding is gone, or whose day nothing tells because no ``as_of`` is given."""

    lapse: Lapse
    decision: Decision


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the primary document that would settle a finding: ``span`` becomes ``replacement``.

    ``level`` is how far cleaning has to go to make it; what nobody says more of is for a person to look at.
    """

    span: Span
    replacement: str
    level: Level = Level.ALL


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question: the value in the words of a text, and all places that give it, at least one.

    ``same`` is equal for all words of one value ("nine years", "9 years"), where a check knows that.
    """

    value: str
    places: tuple[Span, ...]
    same: str = ""

    @property
    def words(self) -> str:
        """The value without regard to case, marks and white space."""
        return " ".join(_WORDS.findall(self.value.casefold()))

    @property
    def key(self) -> str:
        """What is equal for two sides that say the same."""
        return self.same or self.words


@dataclass(frozen=True, slots=True)
class Asked:
    """What a finding asks, in words an editor uses, and who answers it how.

    ``kind`` is what sort of thing is asked for, in a word ("date", "age", "quotation"); only what is of one kind can be one
    point. ``subject`` is whom or what it is about, in the words of a text. ``question`` names the subject. ``slot`` is equal for
    all findings on one attribute of one subject, where a check knows it by name; empty where places alone tell.
    ``settle`` is a sentence: what would have to hold for all sides to be right, or what would tell which is.
    """

    kind: str
    subject: str
    question: str
    sides: tuple[Side, ...]
    settle: str = ""
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation (SARIF ``result``): where, how much it matters, how sure, and the other places involved.

    ``fingerprint`` is filled in by the audit and stays the same across runs and shifted lines. ``state`` is ``None``
    where the audit was given nothing known to compare with; ``decision`` is the one that holds, if any. ``passages`` are
    two tellings of one wording, as in two versions of a quotation: reports show them side by side, word by word.
    ``probability`` is the share of such findings that was right on read real news, where it was measured. ``asked`` is the
    question it answers, for a check that says so.
    """

    check: str
    family: Family
    severity: Severity
    confidence: Confidence
    message: str
    primary: Span
    related: tuple[Span, ...] = ()
    edit: Edit | None = None
    passages: tuple[Span, Span] | None = None
    probability: float | None = None
    asked: Asked | None = None
    fingerprint: str = ""
    state: BaselineState | None = None
    decision: Decision | None = None

    @property
    def possible(self) -> bool:
        """Whether it is only possible: a note because such findings are seldom right, which reports fold away.

        One that settings made a note is none: how sure it is stays as it was measured.
        """
        unsure = self.probability is not None and self.confidence == Confidence.LOW
        return unsure and self.severity == Severity.NOTE

    @property
    def counts(self) -> bool:
        """Whether it weighs on the exit status: it is new, and nobody dismissed it."""
        dismissed = self.decision is not None and self.decision.judgement is Judgement.DISMISSED
        return self.state is not BaselineState.UNCHANGED and not dismissed

    @property
    def spans(self) -> tuple[Span, ...]:
        """The primary span and the related ones."""
        return (self.primary, *self.related)

    @property
    def order(self) -> tuple[Span, str, tuple[Span, ...], str]:
        """The key of the total order in which findings are reported."""
        return (self.primary, self.check, self.related, self.message)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims about one subject and the verdict on them; ``reason`` is a short phrase, the same for all alike."""

    check: str
    verdict: Verdict
    left: Claim
    right: Claim
    reason: str

    @property
    def order(self) -> tuple[Span, Span, str, str, str]:
        """The key of the total order in which comparisons are reported."""
        return (self.left.span, self.right.span, self.check, self.verdict, self.reason)


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """A place that answers a question, and the source that it counts for: the id of the first of its documents."""

    place: Span
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One side of a point: its value in the words of the first place that gives it, and who says so, in reading order."""

    value: str
    witnesses: tuple[Witness, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The independent sources that say so, in their order."""
        return tuple(sorted({witness.source for witness in self.witnesses}))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that say so, in their order."""
        return tuple(sorted({witness.place.document for witness in self.witnesses}))


@dataclass(frozen=True, slots=True)
class Point:
    """What a reader decides about, once: a question with its subject, the answers, and the findings that tell it.

    ``id`` is made of its kind, slot and values, and not of who gives them. ``answers`` are ordered by the number of sources,
    most first. ``severity``, ``probability`` and ``confidence`` are those of its gravest finding, which is the first of
    ``findings``; ``settle`` is what would have to hold for all to be right.
    """

    id: str
    kind: str
    family: Family
    subject: str
    question: str
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    settle: str = ""

    @property
    def lead(self) -> Finding:
        """The gravest of its findings that count, or of all where none does."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.lead.severity

    @property
    def probability(self) -> float | None:
        """The greatest share of such findings that was right on read real news, ``None`` where none was measured."""
        return max((f.probability for f in self.findings if f.probability is not None), default=None)

    @property
    def possible(self) -> bool:
        """Whether all of its findings are only possible."""
        return all(finding.possible for finding in self.findings)

    @property
    def counts(self) -> bool:
        """Whether it weighs on the exit status: one of its findings does."""
        return any(finding.counts for finding in self.findings)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that its findings point into, in their order."""
        return tuple(sorted({span.document for finding in self.findings for span in finding.spans}))


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Documents that are one witness: copies of one article, or stories that one agency gave them.

    ``id`` is the first of its documents; ``reason`` says in a clause why they are one, empty for a document by itself.
    """

    id: str
    documents: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A claim that independent sources share: its words, and who says so, the first place of each document.

    ``told`` are the words with some of their sentence around them: "29" alone says nothing. ``resting_on`` is the named
    speaker whom all of them have it from, empty where there is none: several articles are then one voice.
    """

    value: str
    told: str
    witnesses: tuple[Witness, ...]
    resting_on: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The independent sources that say so, in their order."""
        return tuple(sorted({witness.source for witness in self.witnesses}))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that could not be done: an unreadable input, or a check that raised."""

    error: str
    document: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Copies:
    """Near-identical articles, which are one source: their ids in order, and where the others differ from the first.

    An edit is the words of the first and those of the other; either may be empty.
    """

    documents: tuple[str, ...]
    edits: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check is, as reports tell it (SARIF ``reportingDescriptor``): ``docs`` are its documentation in Markdown.

    ``languages`` are the codes of the languages whose words it reads, ``None`` where it reads no word.
    """

    check: str
    family: Family
    severity: Severity
    summary: str
    docs: str
    languages: frozenset[str] | None = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Reference:
    """The tables of facts that articles were held against: how many rows, and the newest day on which one was looked up."""

    rows: int
    checked_on: date | None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Report:
    """All that one audit found; everything in its total order.

    ``fixed`` are known findings of the documents audited that are no more; ``lapsed`` are decisions to look at again;
    ``rules`` are the checks that were put to the articles; ``touched`` the files with a say in the gate that are not as in
    the revision compared with; ``stories`` are the ids of the articles that tell one story each, every article in one: those of
    a group that was given, else those alike in the names they speak of. It is empty where nothing was compared.
    ``reviewed`` are the documents that are new or not as before, ``None`` where nothing tells; ``failing`` is the severity from
    which what counts fails the gate, ``None`` where nothing does. ``archived`` are the ids of the articles that an archive holds,
    beside which the others were audited, ``None`` where there is no archive. ``articles`` and ``comparisons`` may lie on disk, each read whenever it is asked for;
    ``given`` are then their documents, by id, which are in memory anyway, and ``lying`` is where they lie. ``reference`` tells of the facts that the
    articles were held against, ``None`` where there were none.
    """

    articles: Sequence[Article]
    findings: tuple[Finding, ...] = ()
    comparisons: Collection[Comparison] = ()
    problems: tuple[Problem, ...] = ()
    version: str = ""
    copies: tuple[Copies, ...] = ()
    fixed: tuple[Known, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    rules: tuple[Rule, ...] = ()
    touched: tuple[str, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    reviewed: frozenset[str] | None = None
    failing: Severity | None = Severity.ERROR
    archived: frozenset[str] | None = None
    given: Mapping[str, Document] | None = field(default=None, repr=False, compare=False)
    lying: Mapping[str, Article] | None = field(default=None, repr=False, compare=False)
    reference: Reference | None = None

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents of the articles by their ids."""
        if self.given is None:
            object.__setattr__(self, "given", {article.document.id: article.document for article in self.articles})
        assert self.given is not None
        return self.given

    def article(self, document: str) -> Article | None:
        """The article of a document by its id; ``None`` where the report is about no such document."""
        if self.lying is None:
            object.__setattr__(self, "lying", {article.document.id: article for article in self.articles})
        assert self.lying is not None
        return self.lying.get(document) if document in self.documents else None

    def stops(self, one: Finding | Point) -> bool:
        """Whether one of its findings or points fails the gate."""
        return self.failing is not None and one.counts and one.severity.at_least(self.failing)

    @property
    def fails(self) -> bool:
        """Whether any of its findings fails the gate."""
        return any(map(self.stops, self.findings))


def facts() -> tuple[type, ...]:
    """The nouns themselves: every frozen class and every enumeration of this module, and the families."""
    own = (one for one in globals().values() if isinstance(one, type) and one.__module__ == __name__)
    return tuple(one for one in own if is_dataclass(one) or issubclass(one, (Enum, Family)))


def _travelling(noun: type) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    """How a noun travels in a pickle: as its class and what it is made of, and nothing that it makes of that itself.

    A frozen class with slots does so by itself, but looks its fields up for every object; thousands travel with each article.
    """
    names = [one.name for one in fields(noun) if one.init]
    if not names:
        return lambda one: (type(one), ())
    parts = attrgetter(*names)
    return (lambda one: (type(one), parts(one))) if len(names) > 1 else (lambda one: (type(one), (parts(one),)))


for _noun in filter(is_dataclass, facts()):
    setattr(_noun, "__reduce__", _travelling(_noun))  # noqa: B010
