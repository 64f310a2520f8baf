"""Residue hides no conflict and makes none: what an audit says of articles holds when they are cleaned, at the same places."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.cleaning.edits import clean
from auditor.cleaning.runs import inspector
from auditor.model import Document, Verdict
from auditor.reading import make_document

CHECKS = load_checks()
SENTENCES = (
    "The inquiry into the bridge of Ormond will report within {six months|nine months}, the ministry said on Tuesday evening.",
    "President Maria Lopez {supported|firmly rejected} the idea of a truce in the north, her office said in the capital.",
    "The second round of talks in Geneva was held on {2 June 2025|5 June 2025}, and nobody spoke of it afterwards.",
    "The strike in Peru has entered its {third|ninth} week, and the mines of the south have been closed since it began.",
    "Some {3,500|3,300} houses in the valley of Ormond were left without power after the storm, the company said.",
    "A baker in the old street gave away his bread, and by noon there was a queue that went around the church.",
)
FURNITURE = (
    "Share",
    "Advertisement",
    "Read more:",
    "Sign up to our newsletter",
    "Updated 3 hours ago",
    "Privacy Policy",
)

Told = set[tuple[str, str, int, str, int]]


def article(name: str, variant: int, furniture: Sequence[tuple[int, str]]) -> Document:
    told = []
    for sentence in SENTENCES:
        before, _, rest = sentence.partition("{")
        options, _, after = rest.partition("}")
        told.append(f"{before}{options.split('|')[variant]}{after}" if after else sentence)
    for place, line in furniture:
        told.insert(place, line)
    return make_document(name, "\n\n".join(told))


def conflicts(documents: Sequence[Document], places: Sequence[Sequence[int]]) -> Told:
    """The conflicts of the documents, their places put back into the sources by ``places``."""
    of = {document.id: place for document, place in zip(documents, places, strict=True)}
    return {
        (one.check, *((one.left.span.document, of[one.left.span.document][one.left.span.start])),
         *((one.right.span.document, of[one.right.span.document][one.right.span.start])))
        for one in audit(documents, CHECKS).comparisons
        if one.verdict is Verdict.CONFLICT
    }  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(*(st.lists(st.tuples(st.integers(1, len(SENTENCES)), st.sampled_from(FURNITURE)), max_size=4) for _ in "ab"))
def test_cleaning_changes_no_conflict(one: list[tuple[int, str]], other: list[tuple[int, str]]) -> None:
    sources = [article("a.txt", 0, one), article("b.txt", 1, other)]
    cleaned = [clean(document.text, inspector(document, CHECKS)) for document in sources]
    texts = [make_document(document.id, done.text) for document, done in zip(sources, cleaned, strict=True)]
    before = conflicts(sources, [range(len(document.text) + 1) for document in sources])
    after = conflicts(texts, [[done.origin(at) for at in range(len(done.text) + 1)] for done in cleaned])
    assert before == after
    assert before
