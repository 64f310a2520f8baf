"""Triage: a walk through findings that nobody has decided on, one answer each, saved after every answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.gate.baseline import known
from auditor.gate.decisions import Decisions
from auditor.model import Decision, Finding, Judgement


class Reply(StrEnum):
    """What a person may answer."""

    CONFIRM = "y"
    DISMISS = "n"
    SKIP = "s"
    UNDO = "u"
    QUIT = "q"


class Answer(NamedTuple):
    """A word, and the reason where it decides something."""

    word: Reply
    reason: str = ""


def undecided(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that count and carry no decision, in their order."""
    return [finding for finding in findings if finding.counts and finding.decision is None]


def triage(
    findings: Sequence[Finding],
    before: Decisions,
    ask: Callable[[int, Finding], Answer],
    save: Callable[[str, Decision | None], None],
    author: str = "",
) -> Decisions:
    """The decisions that ``ask`` yields for the findings, from ``ask(number, finding)``.

    ``save(fingerprint, decision)`` is called after each answer that changes one. Undo goes back one finding, and leads
    back to what the file said of it ``before``: nothing, ``None``, or a decision that has expired.
    """
    made: dict[str, Decision] = {}
    number = 0
    while number < len(findings):
        finding = findings[number]
        answer = ask(number, finding)
        if answer.word is Reply.QUIT:
            break
        if answer.word is Reply.UNDO:
            number = max(0, number - 1)
            name = findings[number].fingerprint
            if made.pop(name, None) is not None:
                save(name, before.get(name))
            continue
        if answer.word is not Reply.SKIP:
            judgement = Judgement.CONFIRMED if answer.word is Reply.CONFIRM else Judgement.DISMISSED
            made[finding.fingerprint] = Decision(known(finding), judgement, answer.reason, author)
            save(finding.fingerprint, made[finding.fingerprint])
        number += 1
    return made
