"""Articles give one person a doctor's or professor's title and a student's standing.

## What it flags
"Dr." or "Professor" before a name, and elsewhere, in the same article or another, the same person as a doctoral candidate or
student.

## Why it matters
Titles lend authority. An author box that promotes its author is a sign that nobody checked it.

## How to settle it
Look the person up at the institution named; mend the line that is wrong.

## What it leaves alone
Other people of the same family name; doctors who teach students; people who were students once; a title alone.

## References
Trust Project indicators, "author expertise"; W3C credibility signals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.languages.en.phrases.people import DOCTOR, STUDENT
from auditor.model import Article, Asked, Comparison, Confidence, Family, Finding, Role, Severity, Span
from auditor.story.mentions import Record
from auditor.story.stories import Story

_ROLES = frozenset({Role.BIO, Role.BYLINE, Role.BODY, Role.CAPTION})


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the titles before names with what the articles say the same people are."""
    titled = {record.article.document.id: list(_places(record.article, DOCTOR)) for record in story.records}
    meets: dict[str, list[tuple[Span, Span]]] = {document: list(places) for document, places in titled.items()}
    for left, right in story.pairs:
        one, other = left.article.document.id, right.article.document.id
        meets[one] += [place for place in titled[other] if " " in place[0].text]
        meets[other] += [place for place in titled[one] if " " in place[0].text]
    for record in story.records:
        yield from _findings(record, meets[record.article.document.id])


def _findings(story: Record, titled: Sequence[tuple[Span, Span]]) -> Iterator[Finding]:
    """What the article says of people as students whom it, or another one, gives a title."""
    for student, said in _places(story.article, STUDENT):
        bearers = [title for name, title in titled if _same(name.text, student.text)]
        if bearers:
            yield CHECK.finding(
                _asked(student, said, bearers),
                bearers[0],
                [said, *bearers[1:]],
                confidence=Confidence.HIGH,
            )


def _asked(student: Span, said: Span, bearers: Sequence[Span]) -> Asked:
    """Whether somebody bears the title or is a student, in the words of both places."""
    name, standing = " ".join(student.text.split()), " ".join(said.text.split())
    learning = STUDENT.fullmatch(said.text)
    standing = learning[2] if learning else standing
    title = bearers[0].text.split()[0]
    settle = "Both hold only if the degree came from another field or in between."
    sides = side(bearers), side([said], standing, "student")
    slot = name.casefold() if " " in name else ""
    article = "an" if standing[:1].lower() in "aeiou" else "a"
    return Asked("title", name, f"Is {name} “{title}” or {article} “{standing}”?", sides, settle, slot)


def _places(article: Article, pattern: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """The person's name and the whole place, for each match in a block that speaks of people."""
    document = article.document
    for block in article.blocks:
        if block.role in _ROLES:
            for match in pattern.finditer(document.text, block.start, block.end):
                yield document.span(*match.span(1)), document.span(*match.span())


def _same(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same family name, and no two different given names."""
    mine, theirs = one.split(), other.split()
    if mine[-1] != theirs[-1]:
        return False
    return len(mine) == 1 or len(theirs) == 1 or mine[0].rstrip(".")[:1] == theirs[0].rstrip(".")[:1]


CHECK = Check(
    id="conflicting-title",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "a doctor who is a candidate",
            "The committee met on Monday. [[Dr. Nadia Haddad]] spoke for an hour about rents and wages in the port.\n\n"
            "{{Nadia Haddad is a second-year Ph.D. candidate}} in economics, and she did not mince words.",
        ),
        example(
            "a professor who is a student",
            "[[Professor Olsen]] opened the session with a long account of the floods.\n\n"
            "Later that day, {{Karin Olsen, a doctoral student}} at the same school, repeated the account.",
        ),
        example(
            "a doctor in one article, a candidate in another",
            "The committee met on Monday. [[Dr. Nadia Haddad]] spoke for an hour about rents and wages in the port.",
            "{{Nadia Haddad, a doctoral candidate}} at the school, spoke for an hour about rents in the port.",
        ),
    ),
    leaves_alone=(
        example(
            "two people of one family name",
            "Dr. Karin Olsen opened the session with a long account of the floods.\n\n"
            "Later that day, Peter Olsen, a doctoral student at the same school, repeated the account.",
        ),
        example(
            "a family name alone in another article",
            "The committee met on Monday. Dr. Haddad spoke for an hour about rents and wages in the port.",
            "Nadia Haddad, a doctoral candidate at the school, spoke for an hour about rents in the port.",
        ),
        example("a title alone", "Dr. Karin Olsen opened the session with a long account of the floods."),
        example(
            "a doctor with students",
            "Dr. Karin Olsen opened the session with a long account of the floods. Her student took notes.",
        ),
        example(
            "a student once",
            "Dr. Karin Olsen opened the session. Karin Olsen was a doctoral student here twenty years ago.",
        ),
    ),
)
