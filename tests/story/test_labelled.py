"""Articles are labelled once, when they are made, and what others make of the labels is the same as if they were not."""

from __future__ import annotations

import pickle
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.archive import Archive
from auditor.audit import audit, read_article
from auditor.catalogue import load_checks
from auditor.model import Article
from auditor.reading import make_document
from auditor.steps.carrying import here
from auditor.store.index import Index
from auditor.story import mentions
from auditor.story.labelled import Labelled, labelled
from auditor.story.mentions import Record

TEXTS = (
    "Harbour master Ketil Brandvik said that 12 people were hurt on Monday, but nobody died.",
    "Ketil Brandvik said that 14 people were hurt on Monday, but nobody died.",
)
DOCUMENTS = [make_document(f"{number}.txt", text, date="2024-05-12") for number, text in enumerate(TEXTS)]
CHECKS = load_checks()


@pytest.fixture
def nobody_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Article) -> Labelled:
        raise AssertionError("labelled again")

    monkeypatch.setattr(mentions, "labelled", refuse)


def test_the_words_of_a_sentence() -> None:
    article = read_article(make_document("a.txt", "On Monday, but not later, 12 people were hurt in Norway."))
    (sentence,) = labelled(article).sentences
    told = [
        ([label.shown for label in word.labels], word.position, article.prose.text[word.start : word.end])
        for word in sentence
        if not word.light
    ]
    assert told == [
        (["XXXX-WXX-1"], 2, "Monday"),
        (["late"], 10, "later"),
        (["12.0 12.0 "], 14, "12 people"),
        (["hurt", "<injury>"], 17, "hurt"),
        (["Norway"], 19, "Norway"),
    ]
    # A comma counts for two words, and so does a turn such as "but".
    assert [(word.labels[0].lemma, word.position) for word in sentence if word.light] == [
        *(("on", 1), ("but", 8), ("not", 9), ("people", 15), ("be", 16), ("in", 18)),
    ]


def test_an_audit_labels_each_article_once(nobody_labels: None) -> None:
    report = audit(DOCUMENTS, CHECKS)
    assert report.problems == ()
    assert {one.check for one in report.findings} == {"conflicting-quantity"}
    assert all(one.labelled == labelled(one) for one in report.articles)


def test_a_lone_article_is_not_labelled_before_it_is_asked_for() -> None:
    (article,) = audit(DOCUMENTS[:1], CHECKS).articles
    assert article.labelled is None
    assert [word.labels for word in Record(article).read(0)] == [word.labels for word in labelled(article).sentences[0]]


def test_an_index_holds_what_was_labelled(tmp_path: Path, nobody_labels: None) -> None:
    Archive(tmp_path / "index", "rules", engine=here).build(DOCUMENTS)
    with closing(Index(tmp_path / "index", "rules")) as index:
        for one in index.held().values():
            article = index.article(one.number)
            assert article.labelled == labelled(article)
            assert Record(article).read(0) == labelled(article).sentences[0]


def test_labels_are_no_part_of_what_an_article_is() -> None:
    article = read_article(DOCUMENTS[0])
    known = replace(article, labelled=labelled(article))
    assert known == article
    assert pickle.loads(pickle.dumps(known)).labelled == known.labelled


class Mean:
    """A class that nobody named."""


def test_labels_travel_closed_and_run_nothing() -> None:
    article = read_article(DOCUMENTS[0])
    known = labelled(article)
    came = pickle.loads(pickle.dumps(known))
    assert pickle.dumps(came) == pickle.dumps(known)
    assert (came.names, came.sentences) == (known.names, known.sentences)
    came.__setstate__(pickle.dumps(((), (Mean(),))))
    with pytest.raises(pickle.UnpicklingError, match="Mean is no part of a result"):
        assert came.sentences
