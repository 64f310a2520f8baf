"""Lines that come back on the pages of one source are furniture; copies, quotations and other sources are not."""

from collections.abc import Sequence

from auditor.audit import audit
from auditor.model import Document
from auditor.reading import make_document
from auditor.residue.recurrence import recurring_lines, site_of

STORIES = (
    "The harbour of Mariel was closed on Monday after a storm broke its northern wall.",
    "The school of Mariel opens again on Tuesday with forty pupils in two classes.",
    "The price of fish has gone up by a third since the boats left for the next bay.",
    "A new bridge over the river will be built in the spring, the council has said.",
)
LINE = "The Mariel Post has been the voice of the coast since 1911."


def pages(texts: Sequence[str], source: str | None = "Mariel Post") -> list[Document]:
    return [make_document(str(n), text, source=source) for n, text in enumerate(texts)]


def test_a_line_on_three_pages() -> None:
    documents = pages([f"{story}\n\n{LINE}" for story in STORIES[:3]])
    assert recurring_lines(documents) == {("Mariel Post", ""): frozenset({LINE})}


def test_two_pages_are_not_enough() -> None:
    assert recurring_lines(pages([f"{story}\n\n{LINE}" for story in STORIES[:2]])) == {("Mariel Post", ""): frozenset()}


def test_copies_count_once() -> None:
    assert recurring_lines(pages([f"{STORIES[0]}\n\n{LINE}"] * 5)) == {("Mariel Post", ""): frozenset()}


def test_sources_are_apart() -> None:
    documents = pages([f"{story}\n\n{LINE}" for story in STORIES[:2]])
    documents += pages([f"{story}\n\n{LINE}" for story in STORIES[2:]], "Coast Courier")
    assert set(recurring_lines(documents).values()) == {frozenset()}


def test_a_sentence_of_unknown_sources_may_be_quoted() -> None:
    assert recurring_lines(pages([f"{story}\n\n{LINE}" for story in STORIES], None)) == {("", ""): frozenset()}
    named = [f"{story}\n\nMariel Post, the voice of the coast" for story in STORIES]
    assert recurring_lines(pages(named, None))["", ""] == {"Mariel Post, the voice of the coast"}


def test_the_source_is_named_or_the_host() -> None:
    assert site_of(make_document("a", "x", url="https://www.mariel.example/a?b=1")) == ("mariel.example", "")
    assert site_of(make_document("a", "x", source="S", url="https://mariel.example/")) == ("S", "")
    assert site_of(make_document("a", "x", group="g")) == ("", "g")


def test_the_audit_takes_it_out_of_the_prose() -> None:
    report = audit(reversed(pages([f"{story}\n\n{LINE}" for story in STORIES])), [])
    for article in report.articles:
        assert [piece.kind for piece in article.residue] == ["recurring-line"]
        assert "voice" not in article.prose.text
