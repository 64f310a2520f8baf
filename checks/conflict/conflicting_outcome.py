"""Two articles tell outcomes of one thing that exclude each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.check import Check, example
from auditor.checks.conflict import quoted
from auditor.contrast import Contrast
from auditor.lexicon.outcomes import STATES
from auditor.model import Confidence, Family, Finding, Modality, Outcome, Severity, Verdict
from auditor.subjects.alignment import Link
from auditor.subjects.mentions import Mention


def _slot(mention: Mention) -> str:
    return mention.claim.value.scale if isinstance(mention.claim.value, Outcome) else ""


def _supposed(left: Mention, right: Mention) -> str:
    return "one only says what might be" if Modality.HEDGED in (left.claim.modality, right.claim.modality) else ""


def _other_names(left: Mention, right: Mention) -> str:
    mine, theirs = _outcome(left).names, _outcome(right).names
    if mine and theirs and not any(_akin(one, other) for one in mine for other in theirs):
        return "other names beside it"
    return ""


def _nothing_shared(left: Mention, right: Mention) -> str:
    mine, theirs = _labels(left), _labels(right)
    return "" if mine & theirs else "no word in common beside it"


def _labels(mention: Mention) -> set[str]:
    """The labels of the words in the clause of an outcome."""
    clause = _outcome(mention).clause
    return {label for word in mention.words if clause.start <= word.start < clause.end for label in word.labels}


def _akin(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _outcome(mention: Mention) -> Outcome:
    assert isinstance(mention.claim.value, Outcome)
    return mention.claim.value


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    mine, theirs = _outcome(left), _outcome(right)
    if mine.first == theirs.first:
        if mine.denied == theirs.denied:
            return Verdict.AGREE, "same outcome"
    elif mine.denied or theirs.denied:
        return Verdict.AGREE, "same outcome, one as a denial"
    if mine.scale in STATES and not (mine.lasting or theirs.lasting):
        return Verdict.COMPATIBLE, "one may have followed the other"
    return Verdict.CONFLICT, "outcomes that exclude each other"


def _tell(link: Link, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    return CHECK.finding(
        f"Outcomes differ: {quoted(fewer)}, but {quoted(more)}. {link.strength} {[(s.label,round(s.weight,2)) for s in link.shared]}",
        fewer[0].claim.span,
        [mention.claim.span for mention in (*fewer[1:], *more)],
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="conflicting-outcome",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Contrast(_slot, _relate, _tell, (_supposed, _other_names, _nothing_shared), enough=0.7),
    flags=(
    ),
    leaves_alone=(
    ),
)
