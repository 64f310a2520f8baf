"""Which rule made a claim: the text is read once more, and each rule notes what it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from auditor.audit import read_article
from auditor.grammar.trace import told, traced
from auditor.model import Article
from auditor.why import claims_at


def which_rule(articles: Sequence[Article], place: str, as_of: date | None = None) -> Iterator[str]:
    """Lines on each claim at the place (``DOCUMENT:LINE:COLUMN`` or ``DOCUMENT:"WORDS"``) and the rule that made it.

    Raises ``PlaceError``, as ``auditor.why`` does.
    """
    article, claims = claims_at(articles, place)
    with traced() as made:
        read_article(article.document, as_of)
    by_place = {(one.claim.kind, one.claim.span.start, one.claim.span.end): one for one in made}
    for claim in claims:
        yield f"{claim.span.document}: {claim.kind} “{' '.join(claim.span.text.split())}”"
        one = by_place.get((claim.kind, claim.span.start, claim.span.end))
        lines = told(one) if one else ["no rule: code of the language pack made it"]
        yield from (f"  {line}" for line in lines)
