"""Claims that name what they are about: a stance its actor and topic, an elapsed time its war, an event its place and number.

No evidence is weighed where two claims name one subject: all that is left to ask is how their values stand to each other. They
meet under that name (``auditor/story/keys.py``), article with article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.model import Claim, Comparison, Finding, Verdict

Paired = tuple[Claim, Claim]


@dataclass(frozen=True)
class Naming:
    """How the check of an id compares the claims of one subject.

    ``wanted`` says which claims it takes; ``relate`` gives the verdict on two of them and the reason; ``tell`` makes the finding
    of two articles from their pairs in conflict and all claims of the subject.
    """

    check: str
    wanted: Callable[[Claim], bool]
    relate: Callable[[Claim, Claim], tuple[Verdict, str]]
    tell: Callable[[Sequence[Paired], Sequence[Claim]], Finding]

    def __call__(self, claims: Sequence[Claim]) -> Iterator[Comparison | Finding]:
        """What the check says of the claims of one subject: its comparisons, and one finding for two articles."""
        apart: dict[tuple[str, str], list[Paired]] = {}
        for one, other in combinations(sorted(filter(self.wanted, claims), key=lambda claim: claim.span), 2):
            if one.span.document == other.span.document:
                continue
            verdict, reason = self.relate(one, other)
            yield Comparison(self.check, verdict, one, other, reason)
            if verdict == Verdict.CONFLICT:
                apart.setdefault((one.span.document, other.span.document), []).append((one, other))
        for _, pairs in sorted(apart.items()):
            yield self.tell(pairs, claims)
