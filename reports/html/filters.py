"""Filters that need no script: the styles that hide what an input of the page does not ask for.

Everything that can be hidden says of itself what it is: ``data-k`` its family, ``data-v`` its severity, ``data-a`` the numbers
of its articles, ``data-s`` whether it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Family, Severity
from auditor.reports.answers import Answers

MOST_ARTICLES = 40
"""Articles that can be asked for by themselves; with more there is no such filter."""

_FAMILIES = {
    Family.CONFLICT: "what differs",
    Family.REFERENCE: "against references",
    Family.QUOTATION: "quotations",
    Family.SOURCING: "sources",
    Family.RESIDUE: "not article",
}
_SEVERITIES = {Severity.ERROR: "sure", Severity.WARNING: "likely", Severity.NOTE: "less sure"}
_DECISIONS = {"open": "undecided", "confirmed": "confirmed"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One input: its id and its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """The inputs of one filter: any of several where ``many``, else one of them, the first being all."""

    name: str
    legend: str
    many: bool
    choices: tuple[Choice, ...]


def filters_of(answers: Answers) -> tuple[Group, ...]:
    """The filters of a page: only those that have something to tell apart."""
    points = [point for point in answers.points if point.counts]
    families = sorted({point.family for point in points}, key=lambda family: family.order)
    severities = {point.severity for point in points}
    decided = any(finding.decision for point in points for finding in point.findings)
    found = (
        Group("k", "Kind", True, tuple(Choice(f"k-{one}", _told(one)) for one in families)),
        Group(
            "v",
            "How sure",
            True,
            tuple(Choice(f"v-{one}", told) for one, told in _SEVERITIES.items() if one in severities),
        ),
        Group("a", "Article", False, (Choice("a-all", "all"), *_articles(answers))),
        Group("s", "Decision", False, (Choice("s-all", "all"), *_decisions(decided))),
    )
    return tuple(group for group in found if len(group.choices) > (1 if group.many else 2))


def _told(family: Family) -> str:
    """A family in the words of the page; another package's by its name."""
    return _FAMILIES.get(family) or family.replace("-", " ")


def _articles(answers: Answers) -> Iterator[Choice]:
    documents = answers.report.documents
    if len(documents) <= MOST_ARTICLES:
        yield from (Choice(f"a-{number}", answers.name(one)) for number, one in enumerate(documents, 1))


def _decisions(decided: bool) -> Iterator[Choice]:
    if decided:
        yield from (Choice(f"s-{one}", told) for one, told in _DECISIONS.items())


def hiding(found: tuple[Group, ...]) -> str:
    """The rules by which the inputs hide what is not asked for."""
    return "".join(f"{rule}\n" for group in found for rule in _rules(group))


def _rules(group: Group) -> Iterator[str]:
    for choice in group.choices:
        value = choice.id.partition("-")[2]
        if group.many:
            yield f'body:has(#{choice.id}:not(:checked)) [data-{group.name}="{value}"]:not(:target) {{ display: none; }}'
        elif value != "all":
            yield (
                f"body:has(#{choice.id}:checked) [data-{group.name}]"
                f':not([data-{group.name}~="{value}"]):not(:target) {{ display: none; }}'
            )
