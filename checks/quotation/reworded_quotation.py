"""One quotation stands in two articles in other words: tidied, or rendered twice from another language.

## What it flags
"We are going to rebuild every house" beside "We will rebuild every home": most words of the two are the same, and some
stand for others. Another form of a word ("we will", "we'll") and a word in another place are worth a note.

## Why it matters
Words in marks are taken for the very words. A rendering from another language may differ honestly; a tidied quotation in
the speaker's own language does not.

## How to settle it
Listen to the recording, or say whose translation it is.

## What it leaves alone
Changed negations, numbers, names, modal verbs and opposites (altered-quotation); cuts; stock phrases that two speeches share.

## References
The Associated Press Stylebook, "quotations in the news": no quotation is altered, not even to mend grammar; Reuters Handbook
of Journalism, "Quotes".
Of 53 warnings on 726 articles of real news 43 were right (one reader), of 8 notes read 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import edited, sureness, weight, wordings
from auditor.model import Claim, ClaimKind, Family, Finding, Severity
from auditor.wording import ALTERING, Change, Edit, Retelling, retold


def compare(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Compare the quotations that share a run of words, article with article."""
    for one, other in across(claims):
        told = retold(one, other)
        if told is None or told.kinds & ALTERING:
            continue
        edit = told.first(Change.WORDS) or _slight(told)
        moved = None if edit else _moved(told)
        if edit is not None:
            yield _finding(one, other, told, edit)
        elif moved is not None:
            mine, theirs = edited(one.span, told.left, moved.left), edited(other.span, told.right, moved.right)
            yield CHECK.finding(
                wordings((other, theirs), (one, mine), "Both hold only if the words were said twice."),
                theirs,
                [mine],
                severity=Severity.NOTE,
                confidence=sureness(Severity.NOTE),
                passages=(one.span, other.span),
            )


def _finding(one: Claim, other: Claim, told: Retelling, edit: Edit) -> Finding:
    mine, theirs = edited(one.span, told.left, edit.left), edited(other.span, told.right, edit.right)
    severity = weight(one, other, told) if Change.WORDS in told.kinds else Severity.NOTE
    settle = "Both hold only if they are two renderings, or the words were said twice."
    return CHECK.finding(
        wordings((other, theirs), (one, mine), settle),
        theirs,
        [mine],
        severity=severity,
        confidence=sureness(severity),
        passages=(one.span, other.span),
    )


def _slight(told: Retelling) -> Edit | None:
    """The first edit that puts one form of a word for another."""
    slight = (edit for kind, edit in told.changes if kind == Change.SLIGHT)
    return next((edit for edit in slight if edit.left[0] != edit.left[1] and edit.right[0] != edit.right[1]), None)


def _moved(told: Retelling) -> Edit | None:
    """The words that stand in two places, as one edit from the one to the other."""
    places = [edit for kind, edit in told.changes if kind == Change.MOVED]
    for gone in places:
        words = [word.text for word in told.left[slice(*gone.left)]]
        for come in places if words else ():
            if [word.text for word in told.right[slice(*come.right)]] == words:
                return Edit(gone.left, come.right)
    return None


CHECK = Check(
    id="reworded-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "a word for another",
            "“The crew closed the gate of the yard at noon and {{opened}} it again at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard at noon and [[unlocked]] it again at night,” said Ana Ruiz.",
        ),
        example(
            "a word in another place",
            "“It is and will {{always}} remain a matter of deep regret to me,” said Ana Ruiz.",
            "“It is and [[always]] will remain a matter of deep regret to me,” said Ana Ruiz.",
        ),
        example(
            "one form of a word for another",
            "“The {{crew}} closed the gate of the yard at noon and opened it again at night,” said Ana Ruiz.",
            "“The [[crews]] closed the gate of the yard at noon and opened it again at night,” said Ana Ruiz.",
        ),
        example(
            "a verb and its short form",
            "“{{We will}} rebuild every house on the shore before the winter comes,” said Ana Ruiz.",
            "“[[We'll]] rebuild every house on the shore before the winter comes,” said Ana Ruiz.",
        ),
    ),
    leaves_alone=(
        example(
            "a rank written out",
            "“We believed that Gen. Berg was open to blackmail by the owners,” Ana Ruiz said.",
            "“We believed that General Berg was open to blackmail by the owners,” Ana Ruiz said.",
        ),
        example(
            "a capital in brackets",
            "“[W]hile the report does not say that he broke the law, it does not clear him,” Ana Ruiz said.",
            "“While the report does not say that he broke the law, it does not clear him,” Ana Ruiz said.",
        ),
        example(
            "other typography",
            "“The crew closed the gate of the yard at noon – and opened it again,” said Ana Ruiz.",
            '"The crew closed the gate of the yard at noon - and opened it again," said Ana Ruiz.',
        ),
        example(
            "a number in words",
            "“The crew closed the gate of the yard for 12 days and opened it again,” said Ana Ruiz.",
            "“The crew closed the gate of the yard for twelve days and opened it again,” said Ana Ruiz.",
        ),
        example(
            "a stock phrase that two speeches share",
            "“The people of the United States of America will decide this in the autumn,” said Ana Ruiz.",
            "“The people of the United States of America are tired of the war,” said Ben Olsen.",
        ),
        example(
            "a number: that alters it",
            "“The crew closed the gate of the yard for 12 days and opened it again,” said Ana Ruiz.",
            "“The crew closed the gate of the yard for 14 days and opened it again,” said Ana Ruiz.",
        ),
        example(
            "an article that is left out",
            "“The crew closed the gate of the yard at noon and opened it again at night,” said Ana Ruiz.",
            "“The crew closed the gate of yard at noon and opened it again at night,” said Ana Ruiz.",
        ),
    ),
)
