"""A walk through what may be residue, block by block: a person says of each whether it goes, and may change their mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.cleaning.edits import Cleaned
from auditor.model import Finding


class Reply(StrEnum):
    """What a person may answer of a block."""

    YES = "y"
    NO = "n"
    ALL = "a"
    KEEP = "k"
    UNDO = "u"
    QUIT = "q"


@dataclass(frozen=True, slots=True)
class Asked:
    """A block to ask about: findings of one class with nothing but white space between them, in the text of what is cleaned so far.

    ``answered`` are the answers that can be undone.
    """

    so_far: Cleaned
    findings: tuple[Finding, ...]
    number: int
    blocks: int
    answered: int

    @property
    def kind(self) -> str:
        """The class of all of them."""
        return self.findings[0].check

    @property
    def place(self) -> tuple[int, int]:
        """Where the block begins and ends in the text."""
        return self.findings[0].primary.start, max(finding.primary.end for finding in self.findings)


Ask = Callable[[Asked], Reply]


@dataclass
class Walk:
    """Answers so far: which kinds go, or stay, wherever they are met, and whether to go on asking.

    ``ask`` is asked about a block until it is one of the answers. The answers about kinds hold for the files that come.
    """

    ask: Ask
    kinds: dict[str, bool] = field(default_factory=dict)
    quitted: bool = False
    _kept: set[tuple[str, int, int]] = field(default_factory=set)

    def begin(self) -> None:
        """Begin with another text."""
        self._kept = set()

    def choose(self, so_far: Cleaned, findings: Sequence[Finding]) -> list[Finding]:
        """Those of the findings that go, by what is answered; one that was to stay is not asked about again."""
        groups = blocks(so_far.text, [one for one in findings if self._key(so_far, one) not in self._kept])
        before: list[tuple[dict[str, bool], dict[int, bool]]] = []
        answers: dict[int, bool] = {}
        at = 0
        while at < len(groups) and not self.quitted:
            kind = groups[at][0].check
            if kind in self.kinds:
                answers[at] = self.kinds[kind]
                at += 1
                continue
            reply = self.ask(Asked(so_far, groups[at], at + 1, len(groups), len(before)))
            if reply is Reply.QUIT:
                self.quitted = True
            elif reply is Reply.UNDO:
                if before:
                    self.kinds, answers = before.pop()
                    at = len(answers)
            else:
                before.append((dict(self.kinds), dict(answers)))
                answers[at] = reply in (Reply.YES, Reply.ALL)
                if reply in (Reply.ALL, Reply.KEEP):
                    self.kinds[kind] = answers[at]
                at += 1
        for number, goes in answers.items():
            if not goes:
                self._kept.update(self._key(so_far, one) for one in groups[number])
        return [one for number, goes in answers.items() if goes for one in groups[number]]

    def _key(self, so_far: Cleaned, finding: Finding) -> tuple[str, int, int]:
        """What is equal for a finding in the text as it was and as it is cleaned so far."""
        start, end = finding.primary.start, finding.primary.end
        return finding.check, so_far.origin(start), so_far.origin(max(start, end - 1))


def blocks(text: str, findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """The findings in their order, those of one class together that have nothing but white space between them."""
    found: list[list[Finding]] = []
    for finding in sorted(findings, key=lambda one: (one.primary.start, -one.primary.end, one.check)):
        last = found[-1][-1] if found else None
        if last and last.check == finding.check and not text[last.primary.end : finding.primary.start].strip():
            found[-1].append(finding)
        else:
            found.append([finding])
    return [tuple(some) for some in found]
