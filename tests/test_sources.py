"""Sources: copies, one agency's stories, and sentences that rest on one text are one witness."""

import pytest

from auditor.audit import audit
from auditor.catalogue import choose, load_checks
from auditor.languages.en.lexicon.agencies import cited, in_byline, in_copyright, in_dateline, known
from auditor.model import Report
from auditor.reading import make_document
from auditor.sources import Sources

PORT = "HALM, March 2 ({}) - {} The harbour of Halm reopened on Monday. Nora Lind, who runs it, thanked the crews."


def report(**texts: str) -> Report:
    documents = [make_document(f"{name}.txt", text) for name, text in texts.items()]
    return audit(documents, choose(load_checks(), ("copied-article",)))


def test_stories_of_one_agency_are_one_source() -> None:
    sources = Sources(
        report(
            a=PORT.format("AP", "Ships were waiting since spring."),
            b=PORT.format("AP", "No pilot had gone out for nine days and the berths stood empty."),
            c=PORT.format("Reuters", "Storms had closed it."),
        )
    )
    assert [(one.id, one.documents, one.reason) for one in sources.all] == [
        ("Associated Press", ("a.txt", "b.txt"), "from Associated Press"),
        ("c.txt", ("c.txt",), ""),
    ]


def test_copies_are_one_source_whoever_prints_them() -> None:
    text = " ".join(
        f"On day {number} the pilots of pier {number} counted {number} ships in the roads." for number in range(12)
    )
    sources = Sources(report(a=text, b=text.replace("day 3", "day 4"), c="Nothing of it."))
    assert [one.documents for one in sources.all] == [("a.txt", "b.txt"), ("c.txt",)]
    assert sources.of("b.txt") == "a.txt"


def test_a_sentence_that_gives_an_agency_counts_for_it() -> None:
    told = report(
        a="The port of Halm reopened, according to Reuters.",
        b="Halm is open again, Reuters reported on Monday.",
        c="Nora Lind said the port of Halm was open.",
    )
    places = [article.document.span(0, 8) for article in told.articles]
    assert [witness.source for witness in Sources(told).witnesses(places)] == ["Reuters", "Reuters", "c.txt"]


def test_a_shared_run_of_words_makes_two_sentences_one_witness() -> None:
    run = "the harbour of Halm reopened after nine days of storm and strike"
    told = report(
        a=f"On Monday {run}.", b=f"It is said that {run}, at last.", c="The harbour of Halm is open again now."
    )
    places = [article.document.span(0, 3) for article in told.articles]
    assert [witness.source for witness in Sources(told).witnesses(places)] == ["a.txt", "a.txt", "c.txt"]


def test_two_outlets_that_quote_one_speech_stay_two() -> None:
    quoted = "“We have waited nine days for the harbour to open and now it has,” Nora Lind said"
    told = report(a=f"{quoted} on the mole.", b=f"{quoted} in Halm.")
    places = [article.document.span(1, 4) for article in told.articles]
    assert [witness.source for witness in Sources(told).witnesses(places)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By NADIA HADDAD, Associated Press", "Associated Press"),
        ("By The Associated Press", "Associated Press"),
        ("Reuters", "Reuters"),
        ("By Nadia Haddad | Reuters Staff", "Reuters"),
        ("By Nadia Haddad", ""),
        ("By Nadia Haddad, who covers Reuters for us", ""),
    ],
)
def test_bylines(line: str, agency: str) -> None:
    assert in_byline(line) == agency


def test_datelines_and_copyright_lines() -> None:
    assert known(in_dateline("HALM (AP) — The port reopened.")) == "Associated Press"
    assert in_dateline("HALM - The port reopened.") == ""
    assert in_copyright("Copyright 2013 The Associated Press. All rights reserved.") == "Associated Press"
    assert in_copyright("Copyright 2013 Halm Post.") == ""
    assert list(cited("He told Reuters so; AFP reported more.")) == ["Reuters", "Agence France-Presse"]
    assert list(cited("He works for Reuters.")) == []
