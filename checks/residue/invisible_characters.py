"""Characters that nobody sees stand in the text.

## What it flags
Zero-width spaces and joiners inside words, soft hyphens (together, once for a text), a byte order mark inside the text, runs
of variation selectors, and tag characters: what web pages, copying and provenance marks leave in a text.

## Why it matters
Searches miss words that hold them (comparisons here pass over them); and some of them say where the text comes from (C2PA manifests are
written in variation selectors), so that removing them unseen would remove evidence.

## How to settle it
Read them out with a tool that knows them; remove them by hand where they say nothing. No command here does it for you.

## What it leaves alone
One variation selector behind a sign or an emoji; joiners of scripts that need them; marks of the direction of writing; a
byte order mark at the very beginning.

## References
C2PA text manifests (variation selectors); Unicode 16, section 23.4 and 23.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY
from auditor.model import Article, Asked, Family, Finding, Severity, Span
from auditor.text.regex import regex

_INVISIBLE = regex(
    "[\u200b\u2060\ufeff]{1,9999}|(?<=[A-Za-z])[\u200c\u200d]{1,99}(?=[A-Za-z])|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,9999}|[\U000e0001-\U000e007f]{1,9999}"
)
_SOFT_HYPHEN = regex("\u00ad")
_FLAG = "\U0001f3f4"
"""The black flag, behind which tag characters spell the flag of a region."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report every run of invisible characters, with what they are."""
    text = article.document.text
    for found in _INVISIBLE.finditer(text):
        if text[found.start() - 1 : found.start()] == _FLAG:
            continue
        codes = ", ".join(sorted({f"U+{ord(character):04X}" for character in found.group()})[:4])
        settle = "They may say where the text comes from, and are never removed by themselves."
        yield _finding(article.document.span(*found.span()), len(found.group()), "invisible character", codes, settle)
    soft = [found.start() for found in _SOFT_HYPHEN.finditer(text)]
    if soft:
        settle = "The first is here. A page breaks lines at them; a search misses such words."
        yield _finding(article.document.span(soft[0], soft[0] + 1), len(soft), "soft hyphen", "U+00AD", settle)


def _finding(place: Span, count: int, what: str, codes: str, settle: str) -> Finding:
    subject = f"{count:,} {what}{'' if count == 1 else 's'}"
    question = f"Why {'does' if count == 1 else 'do'} {subject} ({codes}) stand in the text?"
    return CHECK.finding(Asked(CHECK.id, subject, question, (side([place], codes),), settle), place)


CHECK = Check(
    id="invisible-characters",
    family=Family.RESIDUE,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example("a zero-width space in a word", STORY + "\n\nThe har[[\u200b]]bour office will say more on Friday."),
        example("a joiner in a Latin word", STORY + "\n\nThe har[[\u200d]]bour office will say more on Friday."),
        example("soft hyphens", STORY + "\n\nThe har[[\u00ad]]bour office will say more on Fri\u00adday."),
        example("a run of variation selectors", STORY + "\n\nThe office will say more.[[\ufe01\ufe02\ufe03]]"),
    ),
    leaves_alone=(
        example("an emoji", STORY + "\n\nThe office sent its love ❤\ufe0f to all who helped on that night."),
        example("a joiner that a script needs", STORY + "\n\nThe ship is called می\u200cخواهم by its crew, he said."),
        example("plain text", STORY),
    ),
)
