"""What a check is, and the examples that are its documentation and its tests.

A check asks one question. It comes in four shapes: ``inspect`` looks at one article; ``consult`` holds one article against
the facts that the audit goes by (``auditor.facts``); ``compare`` is given all claims under one key and says how they stand to
each other; ``contrast`` is given its own id and a story, and compares the
articles that may tell it with one another (``auditor.comparing.engine.Comparing`` does it for values of one thing). An example marks
the words a finding points at: ``[[...]]`` is the primary span, ``{{...}}`` a related one; the marks are no part of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from auditor.asked import message
from auditor.comparing.evidence import weight
from auditor.facts.rows import Facts
from auditor.languages import DEFAULT
from auditor.measured import probabilities
from auditor.model import (
    KEBAB,
    Article,
    Asked,
    Claim,
    ClaimKind,
    Comparison,
    Confidence,
    Edit,
    Family,
    Finding,
    Language,
    Rule,
    Severity,
    Span,
)
from auditor.residue.classes import Classes
from auditor.residue.recogniser import Recogniser
from auditor.story.stories import Story
from auditor.text.regex import regex

HEADINGS = ("What it flags", "Why it matters", "How to settle it", "What it leaves alone", "References")
"""The headings every check's docstring carries, in this order."""

ANY_LANGUAGE: frozenset[str] | None = None
"""The languages of a check that reads no word."""

_MARK = regex(r"\[\[|\]\](?!\])|\{\{|\}\}(?!\})")


@dataclass(frozen=True, slots=True)
class Text:
    """One article of an example: its text without marks, the marked places, and what was given with it."""

    text: str
    primary: tuple[tuple[int, int], ...] = ()
    related: tuple[tuple[int, int], ...] = ()
    date: str | None = None
    left_out: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A few articles with a name that says why they are flagged or left alone.

    ``facts`` is a table in TOML that they are held against, in place of those that come with the tool.
    """

    name: str
    texts: tuple[Text, ...]
    facts: str = ""


def marked(source: str, date: str | None = None) -> Text:
    """The text of an example with its marks taken out and their places kept.

    Raises ``ValueError`` where marks do not pair.
    """
    plain: list[str] = []
    at = length = 0
    opened: list[tuple[str, int]] = []
    places: dict[str, list[tuple[int, int]]] = {"[[": [], "{{": []}
    closes = {"]]": "[[", "}}": "{{"}
    for mark in _MARK.finditer(source):
        plain.append(source[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark.group() in places:
            opened.append((mark.group(), length))
        elif opened and opened[-1][0] == closes[mark.group()]:
            kind, start = opened.pop()
            places[kind].append((start, length))
        else:
            raise ValueError(f"unpaired {mark.group()} in example text: {source!r}")
    if opened:
        raise ValueError(f"unpaired {opened[-1][0]} in example text: {source!r}")
    plain.append(source[at:])
    return Text("".join(plain), tuple(sorted(places["[["])), tuple(sorted(places["{{"])), date)


def example(
    name: str, *texts: str, dates: Sequence[str | None] = (), left_out: Sequence[str] = (), facts: str = ""
) -> Example:
    """An example of one or more articles; ``dates`` are the publication dates given with them, in their order.

    ``left_out`` are paragraphs that an extractor left out of the first of them, behind the first place that it marks; ``facts`` is a
    table in TOML that they are held against, in place of those that come with the tool.
    """
    given = [*dates, *[None] * (len(texts) - len(dates))]
    first, *others = (marked(text, date) for text, date in zip(texts, given, strict=True))
    if left_out:
        first = replace(first, left_out=tuple((first.primary[0][1], words) for words in left_out))
    return Example(name, (first, *others), facts)


Inspect = Callable[[Article], Iterable[Finding]]
Consult = Callable[[Article, Facts], Iterable[Finding]]
Compare = Callable[[Sequence[Claim]], Iterable[Comparison | Finding]]
Contrasting = Callable[[str, Story], Iterable[Comparison | Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to the articles: its name, its documentation, its code and its examples.

    ``consumes`` are the kinds of claim that ``compare`` wants; claims of these kinds about one subject are handed
    to it in one call. ``recognises`` says how the class of residue that goes by the check's id is known: every article is laid
    out by it, whichever checks are asked for. ``languages`` are the codes of those whose words it reads, English if it does not
    say: it is put to articles in them alone, and with ``ANY_LANGUAGE`` to all. Raises ``ValueError`` when it is not given exactly
    one of ``inspect``, ``consult``, ``compare`` and ``contrast``, or its id or family is no name.
    """

    id: str
    family: Family
    severity: Severity
    since: str
    docs: str
    flags: tuple[Example, ...] = field(repr=False)
    leaves_alone: tuple[Example, ...] = field(repr=False)
    inspect: Inspect | None = None
    consult: Consult | None = None
    compare: Compare | None = None
    contrast: Contrasting | None = None
    consumes: frozenset[ClaimKind] = frozenset()
    recognises: Recogniser | None = field(default=None, repr=False)
    languages: frozenset[str] | None = frozenset({DEFAULT})

    def __post_init__(self) -> None:
        if not KEBAB.fullmatch(self.id):
            raise ValueError(f"{self.id!r} names no check: write small letters and digits, with hyphens between words")
        object.__setattr__(self, "family", Family(self.family))
        if sum(shape is not None for shape in (self.inspect, self.consult, self.compare, self.contrast)) != 1:
            raise ValueError(f"check {self.id!r} needs exactly one of inspect, consult, compare and contrast")
        if (self.compare is None) == bool(self.consumes):
            raise ValueError(f"check {self.id!r}: consumes goes with compare")

    def reads(self, language: Language) -> bool:
        """Whether it can be put to articles in a language: it reads no word of any, or a pack draws claims from this one."""
        return self.languages is None or (language.read and language.code in self.languages)

    @property
    def summary(self) -> str:
        """The first line of the documentation; of a check that has none its id."""
        return next(iter(self.docs.strip().splitlines()), self.id)

    @property
    def rule(self) -> Rule:
        """What it is, as reports tell it."""
        return Rule(self.id, self.family, self.severity, self.summary, self.docs.strip(), self.languages)

    def finding(
        self,
        told: str | Asked,
        primary: Span,
        related: Iterable[Span] = (),
        *,
        severity: Severity | None = None,
        confidence: Confidence = Confidence.HIGH,
        edit: Edit | None = None,
        passages: tuple[Span, Span] | None = None,
        probability: float | None = None,
    ) -> Finding:
        """A finding of this check, at its own severity unless another is given or a probability says how much it weighs.

        ``told`` is what it asks and who answers how, of which the message is made; or the message alone. Where no probability
        is given, it is what was measured for such findings on real news, if it was.
        """
        places = tuple(sorted(set(related) - {primary}))
        if probability is None and self.inspect is None:
            # What one article alone shows, a quotation without a name or a closing mark, is no conflict however sure it is.
            probability = probabilities().get((self.id, severity or self.severity))
        if probability is not None:
            severity, confidence = weight(probability)
        return Finding(
            self.id,
            self.family,
            severity or self.severity,
            confidence,
            message(told) if isinstance(told, Asked) else told,
            primary,
            places,
            edit,
            passages,
            probability,
            told if isinstance(told, Asked) else None,
        )


def classes_of(checks: Iterable[Check]) -> Classes:
    """The classes of residue that some checks are for."""
    found = [check for check in checks if check.recognises is not None]
    wordless = frozenset(check.id for check in found if check.languages is ANY_LANGUAGE)
    return Classes({check.id: check.recognises for check in found if check.recognises}, wordless)


def compares(check: Check) -> bool:
    """Whether a check compares articles or claims with one another, rather than looking at an article alone."""
    return check.compare is not None or check.contrast is not None
