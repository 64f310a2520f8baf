"""An article is a near-copy of another one, with or without credit.

## What it flags
Two articles of a set whose words are, for the most part, the same in long runs: a reprint, a wire report under another
headline, a report cut from its end. The places are the stretches that both have; the message counts the edits and
quotes those that change a number, a date or a negation. Where neither article owns to it the finding is a warning,
where the copy names the agency or outlet it is a note.

## Why it matters
Ten reprints are one witness. A statement "confirmed by two papers" that share one text is confirmed by nobody; and what
was edited in a reprint is where its mistakes are.

## How to settle it
Find the original, cite that one, and name it. Check the edited values against it.

## What it leaves alone
Articles that share a quotation, a paragraph of a press release, or the furniture of one site; reports of one event
written apart.

## References
Manber 1994 and Broder 1997, resemblance and containment of documents; Trust Project indicators, "citations and
references".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.asked import brief, side
from auditor.check import ANY_LANGUAGE, Check, example
from auditor.languages.en.lexicon.agencies import in_dateline
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.phrases.sources import REPRINT, is_grave
from auditor.model import Article, Asked, Confidence, Family, Finding, Role, Severity, Span
from auditor.story.copies import edits, passages
from auditor.story.stories import Story
from auditor.wording.words import words

_LONG = 60
"""Characters of an edit that is quoted: longer ones are passages added or cut."""
_FEW = 10
"""Characters of a word or two, such as a negation cut."""
_QUOTED = 4
"""Edits between two copies that a message quotes."""
_KNOWN_BY = 60
"""Characters of a headline that a question repeats: it repeats two."""


def contrast(check: str, story: Story) -> Iterator[Finding]:
    """One finding for each copy of a story, against the one that looks like the original."""
    sources: dict[str, list[Article]] = defaultdict(list)
    for record in story.records:
        sources[record.source].append(record.article)
    for articles in sources.values():
        original = min(articles, key=lambda article: (not _agency(article), article.document.id))
        for copy in articles:
            if copy is not original:
                yield from _finding(original, copy)


def _finding(original: Article, copy: Article) -> Iterator[Finding]:
    stretches = list(passages(original, copy))
    if not stretches:
        return
    credit = _credit(original, copy)
    settle = f"They count as one source; {credit or _uncredited(original)}. {_edited(list(edits(original, copy)))}"
    yield CHECK.finding(
        _asked((copy, stretches[0][1]), (original, stretches[0][0]), settle),
        stretches[0][1],
        [place for stretch in stretches for place in stretch],
        severity=Severity.NOTE if credit else Severity.WARNING,
        confidence=Confidence.HIGH if _agency(original) else Confidence.MEDIUM,
    )


def _asked(copy: tuple[Article, Span], original: tuple[Article, Span], settle: str) -> Asked:
    """Whether one is a copy of the other; the one answer is the first of the stretches that both have."""
    one, other = _headline(*copy), _headline(*original)
    what = "printed twice" if one.casefold() == other.casefold() else f"a copy of “{other}”"
    shared = side([copy[1], original[1]], brief(copy[1].text))
    return Asked("copy", one, f"Is “{one}” {what}?", (shared,), settle)


def _headline(article: Article, stretch: Span) -> str:
    """What an article is known by: its headline, else the beginning of a stretch of it."""
    text = article.document.text
    lines = (text[block.start : block.end] for block in article.blocks if block.role is Role.HEADLINE)
    return brief(next(lines, article.document.title or stretch.text), _KNOWN_BY)


def _agency(article: Article) -> str:
    """The agency or outlet that the dateline names."""
    return in_dateline(article.document.text)


def _credit(original: Article, copy: Article) -> str:
    """How one of the two names the other or the agency of both, or empty."""
    for giver, taker in ((original, copy), (copy, original)):
        for name in (_agency(giver), giver.document.source):
            if name and _names(taker, name):
                return f"both name {name}"
        credit = REPRINT.search(taker.document.text)
        if credit:
            return f"{taker.document.id} says so (“{credit.group()}”)"
    return ""


def _names(article: Article, name: str) -> bool:
    told = " ".join((article.document.text, article.document.byline or "", article.document.source or ""))
    return re.search(rf"\b{re.escape(name)}\b", told) is not None


def _uncredited(original: Article) -> str:
    agency = _agency(original)
    return f"only {original.document.id} names {agency}" if agency else "neither names the other"


def _edited(found: Sequence[tuple[Span, Span]]) -> str:
    """How many edits there are, and the words of those that matter most."""
    if not found:
        return "They do not differ in a word."
    short = [pair for pair in found if max(len(span.text) for span in pair) <= _LONG]
    grave = [(cut, put) for cut, put in short if _values(cut) != _values(put)]
    quoted = "; ".join(_told(cut, put) for cut, put in sorted(grave or short, key=_bulk)[:_QUOTED])
    count = "1 edit lies" if len(found) == 1 else f"{len(found)} edits lie"
    return f"{count} between them{': ' + quoted if quoted else ''}."


def _values(span: Span) -> set[str]:
    """The numbers and negations of some words."""
    told = [word.text for word in words(span.text)]
    return {str(CARDINALS.get(word, word)) for word in told if is_grave(word)}


def _bulk(edit: tuple[Span, Span]) -> tuple[bool, int]:
    """The key by which edits are quoted: words changed before words cut or put in, unless a word or two; then the shortest."""
    (cut, put), longest = edit, max(len(span.text) for span in edit)
    return not (cut.text and put.text) and longest > _FEW, longest


def _told(cut: Span, put: Span) -> str:
    if cut.text and put.text:
        return f"“{_line(cut)}” became “{_line(put)}”"
    return f"“{_line(cut)}” was cut" if cut.text else f"“{_line(put)}” was added"


def _line(span: Span) -> str:
    return " ".join(span.text.split())


_REPORT = (
    "Harbour pilots in the old port went back to work on {day} after a strike of {length} days over night shifts. "
    "The first tanker left the outer berth shortly before dawn with two tugs at her bow and a crowd on the mole. "
    "Masters of vessels waiting in the roads had complained of the cost, and one ship had turned back with fruit "
    "rotting in her holds. The pilots accepted a rota that gives each of them one free weekend in four"
)
_TOLD_APART = (
    "A tanker sailed before dawn on Monday, the first in nine days, as pilots ended their walkout in the old port. "
    "They had stayed ashore over the number of nights on duty, and settled for a free weekend every month. Shipowners "
    "say that the stoppage cost them dearly, not least one whose cargo of fruit had to be thrown away at sea."
)
_STATEMENT = (
    "“We have listened to the men and women who bring the ships in, and we have understood that nobody can do this work "
    "safely for six nights in a row, whatever the timetable says, so from the first of the month there will be one free "
    "weekend in four for everybody,” the harbour master said."
)

CHECK = Check(
    id="copied-article",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "a reprint with two edits and no credit",
            "{{" + _REPORT.format(day="Monday", length="nine") + "}}.",
            "[[" + _REPORT.format(day="Tuesday", length="seven") + "]].",
        ),
        example(
            "a wire report whose agency is named by both",
            "{{OLD PORT, May 3 (NWS) - " + _REPORT.format(day="Monday", length="nine") + "}}.",
            "[[OLD PORT (NWS) — " + _REPORT.format(day="Monday", length="nine") + "]].",
        ),
        example(
            "a report cut from its end",
            "{{" + _REPORT.format(day="Monday", length="nine") + "}}.\n\n" + _TOLD_APART,
            "[[" + _REPORT.format(day="Monday", length="nine") + "]].",
        ),
    ),
    leaves_alone=(
        example("one event written apart", _REPORT.format(day="Monday", length="nine") + ".", _TOLD_APART),
        example(
            "one statement quoted by both",
            _REPORT.format(day="Monday", length="nine") + ". " + _STATEMENT,
            _TOLD_APART + " " + _STATEMENT,
        ),
        example(
            "a paragraph of a press release in both",
            _REPORT.format(day="Monday", length="nine")
            + ".\n\nThe port authority employs 240 people and moves nine million tonnes of goods a year.",
            _TOLD_APART + "\n\nThe port authority employs 240 people and moves nine million tonnes of goods a year.",
        ),
        example(
            "the furniture of one site",
            "Menu | News | Weather | Sport | Jobs | Sign in\n\n" + _REPORT.format(day="Monday", length="nine") + ".",
            "Menu | News | Weather | Sport | Jobs | Sign in\n\n" + _TOLD_APART,
        ),
        example(
            "too short to tell",
            "Harbour pilots went back to work on Monday after a strike of nine days.",
            "Harbour pilots went back to work on Monday after a strike of nine days.",
        ),
    ),
)
