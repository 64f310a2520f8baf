"""Two articles carry one quotation in words that mean something else.

## What it flags
The same speech in two articles where a negation, a number, a name, a modal verb or an opposite word differs.

## Why it matters
Quotation marks promise the speaker's words. At most one of the two wordings is that.

## How to settle it
Find the recording or transcript; restore the words, or drop the marks.

## What it leaves alone
Other marks, dashes and spellings of one wording; trimmed quotations; other words that may be another translation;
stock phrases that two speeches share.

## References
AP, Reuters and Guardian style books on quotations; de Marneffe et al. 2008 (ACL P08-1118), lexical contradiction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import edited, sureness, weight, wordings
from auditor.model import Claim, ClaimKind, Comparison, Family, Finding, Severity, Verdict
from auditor.wording import ALTERING, Change, Edit, Retelling, retold


def compare(claims: Sequence[Claim]) -> Iterator[Comparison | Finding]:
    """Compare the quotations that share a run of words, article with article."""
    for one, other in across(claims):
        told = retold(one, other)
        if told is None:
            continue
        verdict, reason = _judged(one, other, told.kinds)
        yield Comparison(CHECK.id, verdict, one, other, reason)
        edit = told.first(*ALTERING)
        if edit is not None:
            yield _finding(one, other, told, edit)


def _judged(one: Claim, other: Claim, kinds: Collection[Change]) -> tuple[Verdict, str]:
    if not kinds:
        same = one.span.text.strip(".,!?…—– ") == other.span.text.strip(".,!?…—– ")
        return (Verdict.AGREE, "same words") if same else (Verdict.COMPATIBLE, "other typography only")
    grave = next((kind for kind in Change if kind in kinds), Change.NONE)
    if grave == Change.NONE:
        return Verdict.COMPATIBLE, "other typography only"
    if grave in ALTERING:
        return Verdict.CONFLICT, grave.value
    if grave == Change.WORDS:
        return Verdict.NOT_COMPARABLE, "other words, perhaps another translation"
    if grave in (Change.CUT, Change.SPLICED):
        return Verdict.NOT_COMPARABLE, "words of one are left out in the other"
    if grave in (Change.MOVED, Change.SLIGHT):
        return Verdict.COMPATIBLE, "small words differ"
    return Verdict.COMPATIBLE, "one is trimmed"


def _finding(one: Claim, other: Claim, told: Retelling, edit: Edit) -> Finding:
    mine, theirs = edited(one.span, told.left, edit.left), edited(other.span, told.right, edit.right)
    severity = weight(one, other, told)
    return CHECK.finding(
        wordings((other, theirs), (one, mine), "Both hold only if the words were said twice."),
        theirs,
        [mine],
        severity=severity,
        confidence=sureness(severity),
        passages=(one.span, other.span),
    )


CHECK = Check(
    id="altered-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "a dropped negation",
            "“We {{cannot}} rule out that the gate was left open,” minister Ana Ruiz said.",
            "“We [[can]] rule out that the gate was left open,” minister Ana Ruiz said.",
        ),
        example(
            "another number",
            "“We counted {{forty}} boats in the bay before the storm came in,” said Ana Ruiz.",
            "“We counted [[ninety]] boats in the bay before the storm came in,” said Ana Ruiz.",
        ),
        example(
            "a weaker verb",
            "“The whole wall {{will}} be pulled down before the winter,” said Ana Ruiz.",
            "“The whole wall [[may]] be pulled down before the winter,” said Ana Ruiz.",
        ),
        example(
            "few words of one speaker",
            "“We are {{not}} out of paint,” said Lars Munk, the head decorator.",
            "Lars Munk, the head decorator, said: “We [[are out]] of paint.”",
        ),
    ),
    leaves_alone=(
        example(
            "a month written out",
            "“We came to the port in Sept. to buy boats,” Ana Ruiz said.",
            "“We came to the port in September to buy boats,” Ana Ruiz said.",
        ),
        example(
            "other marks and dashes",
            "“Every family will hear from us personally — not from a lawyer,” he said.",
            '"Every family will hear from us personally - not from a lawyer," he said.',
        ),
        example(
            "trimmed with an ellipsis",
            "“Divers are working in the dark, in cold water, and they will need time to finish,” she said.",
            "“Divers are working in the dark … and they will need time to finish,” she said.",
        ),
        example(
            "another translation",
            "“We just kept throwing ropes until there was no one left to throw to,” he said.",
            "“We simply went on throwing ropes until nobody was left to throw them to,” he said.",
        ),
        example(
            "a stock phrase in two speeches",
            "“The president of the United States of America must act on this at once,” said Ana Ruiz.",
            "“I have met the president of the United States of America three times in my life,” said Jon Berg.",
        ),
        example(
            "a negation inside what an ellipsis leaves out",
            "“We paid our dues for thirty years, and we were never late, and we will not be sent home,” she said.",
            "“We paid our dues for thirty years … and we will not be sent home,” she said.",
        ),
        example(
            "a number written in two ways",
            "“The number one aim of the whole team has been to keep the port open,” she said.",
            "“The No. 1 aim of the whole team has been to keep the port open,” she said.",
        ),
        example(
            "the same words",
            "“We will not sell the boats to them,” he said.",
            "“We will not sell the boats to them,” he said.",
        ),
    ),
)
