"""What an audit of new articles against an archive says is what an audit of all articles says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.archive import Archive
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.facts.rows import NO_FACTS, Facts
from auditor.facts.tables import facts_in, shipped
from auditor.model import Comparison, Document, Finding, Report
from auditor.reading import make_document, read
from auditor.steps.map import Means
from auditor.store.index import Index

ROOT = Path(__file__).resolve().parents[2]
CHECKS = load_checks()
MEANS = Means.of()
RULES = "the rules of these tests"
SEEDS = read([str(ROOT / "seeds")]).documents

TOWNS = ("Ormond", "Vellmar", "Kirrin", "Tolvik", "Asperhof")
PEOPLE = ("Anna Berg", "Maria Lopez", "Karin Olsen", "Emil Hartwig", "Joan Pruett")
FACTS = (
    "Some {3,500|3,300} houses in the valley of TOWN were left without power after the storm, PERSON said.",
    "“We will {never |}leave the harbour of TOWN without the men who came with us on that day,” PERSON said.",
    "The inquiry into the bridge of TOWN will report within {six months|nine months}, PERSON said.",
    "The strike in TOWN has entered its {third|ninth} week.",
    "PERSON, the {mayor|deputy mayor} of TOWN, opened the new library on Tuesday.",
    "{Twelve|Fourteen} people were hurt when the ferry Orsand ran aground off TOWN, PERSON told reporters.",
)


def sentence(fact: str, variant: int, town: int) -> str:
    before, options, after = fact.replace("}", "{").split("{")
    told = f"{before}{options.split('|')[variant]}{after}"
    return told.replace("TOWN", TOWNS[town]).replace("PERSON", PEOPLE[town])


SENTENCES = st.builds(sentence, st.sampled_from(FACTS), st.integers(0, 1), st.integers(0, 1))
TEXTS = st.lists(SENTENCES, min_size=2, max_size=6, unique=True).map("\n\n".join)


@contextmanager
def against(
    folder: Path, archive: Sequence[Document], new: Sequence[Document], facts: Facts = NO_FACTS
) -> Iterator[Report]:
    """The report on new documents against an index of others."""
    file = folder / "index.sqlite"
    Archive(file, RULES, MEANS).build(archive)
    with closing(Index(file, RULES)) as index:
        index.leave_out(new)
        yield audit(new, CHECKS, known=index.seen, archive=index, facts=facts)


def findings(report: Report, new: Sequence[Document]) -> set[Finding]:
    """Those that touch the new documents; the counter in a fingerprint counts what else is alike in the set."""
    ids = {document.id for document in new}
    touching = (one for one in report.findings if not ids.isdisjoint(span.document for span in one.spans))
    return {replace(one, fingerprint="") for one in touching}


def comparisons(report: Report, new: Sequence[Document]) -> set[Comparison]:
    ids = {document.id for document in new}
    return {one for one in report.comparisons if {one.left.span.document, one.right.span.document} & ids}


def assert_same(folder: Path, documents: Sequence[Document], new: Sequence[Document], facts: Facts = NO_FACTS) -> None:
    whole = audit(documents, CHECKS, facts=facts)
    with against(folder, [one for one in documents if one not in new], new, facts) as report:
        assert findings(report, new) == findings(whole, new)
        assert len(findings(report, new)) == len(report.findings)
        assert set(report.comparisons) == comparisons(whole, new)
        assert {*(one.id for one in new)} <= report.documents.keys()
        for finding in report.findings:
            assert {span.document for span in finding.spans} <= report.documents.keys()
        windows = {article.document.id: article.window for article in whole.articles}
        assert all(article.window == windows[article.document.id] for article in report.articles)


@settings(max_examples=12, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.data())
def test_in_a_small_set(tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject) -> None:
    documents = [make_document(f"{number}.txt", text, source=f"Outlet {number}") for number, text in enumerate(texts)]
    new = documents[data.draw(st.integers(0, len(documents) - 1)) :][:2]
    assert_same(tmp_path_factory.mktemp("small"), documents, new)


def news(texts: Sequence[str], group: str = "") -> list[Document]:
    """Articles on stories of several towns, one town a week, so that those of one town tell one story."""
    day = date(2025, 3, 3)
    return [
        make_document(
            f"{group}{number}.txt",
            text,
            source=f"Outlet {number}",
            date=(day + timedelta(days=number % 3 + 30 * (number % len(TOWNS)))).isoformat(),
            group=group,
        )
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize("group", ["", "given"])
@pytest.mark.parametrize("seed", range(6))
def test_in_a_large_set(tmp_path: Path, group: str, seed: int) -> None:
    chance = Random(seed)
    told = [(fact, variant) for fact in FACTS for variant in (0, 1)]
    texts = [
        "\n\n".join(sentence(*one, number % len(TOWNS)) for one in chance.sample(told, chance.randint(2, 5)))
        for number in range(chance.randint(20, 30))
    ]
    documents = news(texts, group)
    assert_same(tmp_path, documents, [chance.choice(documents)])


@pytest.mark.parametrize("facts", [NO_FACTS, shipped()], ids=["no facts", "facts"])
@pytest.mark.parametrize("document", SEEDS, ids=lambda one: Path(one.id).stem)
def test_of_a_seed(tmp_path: Path, document: Document, facts: Facts) -> None:
    assert_same(tmp_path, SEEDS, [document], facts)


MAYOR = facts_in("""
[[office]]
office = "mayor"
of = "Ostra"
holder = "Rosa Quell"
from = 2030-01-01
source = "https://example.org/mayors"
checked-on = 2026-01-01
""")


def test_an_undated_article_of_the_archive_is_dated_by_the_facts(tmp_path: Path) -> None:
    texts = [sentence(FACTS[number % 6], number % 2, number % 5) for number in range(20)]
    told = sentence(FACTS[5], 0, 1) + " Rosa Quell, the mayor of Ostra, took the guests in."
    archive = [*news(texts), make_document("late.txt", told, source="One")]
    (new,) = news([sentence(FACTS[5], 1, 1)], "new/")
    new = replace(new, group="")
    assert_same(tmp_path, [*archive, new], [new], MAYOR)
    for facts, joined in ((NO_FACTS, True), (MAYOR, False)):
        with against(tmp_path, archive, [new], facts) as report:
            documents = {span.document for finding in report.findings for span in finding.spans}
            assert ("late.txt" in documents) == joined


COPY = (
    "A tug from the next harbour tried twice to pull the ferry off the bank, and gave up when the wind turned to the north. Her "
    "passengers were taken ashore in small boats, and spent the night in a school above the quay, where the town had put up beds. "
    "Twelve people were hurt when the ferry Orsand ran aground off Vellmar, Anna Berg told reporters."
)


def test_a_copy_of_an_article_of_the_archive_is_told(tmp_path: Path) -> None:
    texts = [sentence(FACTS[number % 6], number % 2, number % 5) for number in range(20)]
    archive = [*news(texts), make_document("first.txt", COPY, source="One"), make_document("z.txt", COPY, source="Two")]
    new = make_document("new.txt", COPY.replace("Twelve", "Fourteen"), source="Three")
    assert_same(tmp_path, [*archive, new], [new])
    with against(tmp_path, archive, [new]) as report:
        assert [one.documents for one in report.copies] == [("first.txt", "new.txt", "z.txt")]
        assert "copied-article" in {one.check for one in report.findings}


def test_the_report_holds_the_new_articles_and_those_that_are_pointed_to(tmp_path: Path) -> None:
    archive = [
        make_document("told.txt", sentence(FACTS[0], 0, 0), source="One"),
        make_document(
            "residue.txt", f"Share\n\n{sentence(FACTS[3], 0, 3)}\n\nSubscribe to our newsletter", source="Two"
        ),
    ]
    new = make_document("new.txt", sentence(FACTS[0], 1, 0), source="Three")
    with against(tmp_path, archive, [new]) as report:
        assert [one.document.id for one in report.articles] == ["new.txt", "told.txt"]
        assert report.findings
        assert report.stories == (("new.txt", "told.txt"),)
    with against(tmp_path, archive[1:], [new]) as report:
        assert [one.document.id for one in report.articles] == ["new.txt"]


def test_the_same_document_is_not_compared_with_itself(tmp_path: Path) -> None:
    one = make_document("one.txt", COPY, source="One")
    elsewhere = make_document("elsewhere.txt", COPY, source="One")
    edited = make_document("one.txt", COPY.replace("Twelve", "Fourteen"), source="One")
    for new in (one, elsewhere, edited):
        with against(tmp_path, [one], [new]) as report:
            assert [article.document for article in report.articles] == [new]
    with against(tmp_path, [one], [make_document("reprint.txt", COPY, source="Other")]) as report:
        assert "copied-article" in {finding.check for finding in report.findings}


def test_articles_of_another_group_are_not_asked(tmp_path: Path) -> None:
    archive = [make_document("told.txt", sentence(FACTS[0], 0, 0), source="One", group="a")]
    new = make_document("new.txt", sentence(FACTS[0], 1, 0), source="Three", group="b")
    with against(tmp_path, archive, [new]) as report:
        assert [one.document.id for one in report.articles] == ["new.txt"]
