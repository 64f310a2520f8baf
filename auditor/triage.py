"""Triage: a walk through findings that nobody has decided on, one answer each, saved after every answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.baseline import known
from auditor.decisions import Decisions
from auditor.model import Decision, Finding, Judgement


class Word(StrEnum):
    """What a person may answer."""

    CONFIRM = "y"
    DISMISS = "n"
    SKIP = "s"
    UNDO = "u"
    QUIT = "q"


class Answer(NamedTuple):
    """A word, and the reason where it decides something."""

    word: Word
    reason: str = ""


def undecided(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that count and carry no decision, in their order."""
    return [finding for finding in findings if finding.counts and finding.decision is None]


def triage(
    findings: Sequence[Finding],
    decisions: Decisions,
    ask: Callable[[int, Finding], Answer],
    save: Callable[[Decisions], None],
    author: str = "",
) -> Decisions:
    """The decisions with those that ``ask`` yields for the findings, from ``ask(number, finding)``.

    ``save`` is called after each answer that changes them. Undo goes back one finding, and takes back what was
    decided there.
    """
    now = dict(decisions)
    number = 0
    while number < len(findings):
        finding = findings[number]
        answer = ask(number, finding)
        if answer.word is Word.QUIT:
            break
        if answer.word is Word.UNDO:
            number = max(0, number - 1)
            if now.pop(findings[number].fingerprint, None) is not None:
                _put_back(now, decisions, findings[number].fingerprint)
                save(now)
            continue
        if answer.word is not Word.SKIP:
            judgement = Judgement.CONFIRMED if answer.word is Word.CONFIRM else Judgement.DISMISSED
            now[finding.fingerprint] = Decision(known(finding), judgement, answer.reason, author)
            save(now)
        number += 1
    return now


def _put_back(now: dict[str, Decision], before: Decisions, fingerprint: str) -> None:
    """An expired decision stands in the file although its finding is undecided: undo leads back to it."""
    if fingerprint in before:
        now[fingerprint] = before[fingerprint]
