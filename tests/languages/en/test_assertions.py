"""Who is said to assert a claim: speakers, sources of indirect speech, or the article itself."""

import pytest

from auditor.catalogue import residue_classes
from auditor.languages.en.code import extract
from auditor.model import ClaimKind
from auditor.reading import make_document
from auditor.residue.blocks import lay_out


def dates(text: str) -> dict[str, str | None]:
    claims = extract(lay_out(make_document("a", text), residue_classes()).prose, None)
    return {claim.span.text: claim.source for claim in claims if claim.kind == ClaimKind.DATE}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Zelensky said that the wall would hold until 3 June 2025.", "Zelensky"),
        ("Ana Ruiz said the wall would hold until 3 June 2025.", "Ana Ruiz"),
        ("Ana Ruiz, the mayor of Oslo, said that the wall fell on 3 June 2025.", "Ana Ruiz"),
        ("The spokesman confirmed that the wall fell on 3 June 2025.", "The spokesman"),
        ("According to Kyiv, the wall fell on 3 June 2025.", "Kyiv"),
        ("The wall fell on 3 June 2025, according to Jon Berg.", "Jon Berg"),
        ("The wall fell on 3 June 2025, Jon Berg said.", "Jon Berg"),
        ("The wall fell on 3 June 2025, said Jon Berg.", "Jon Berg"),
        ("Ana Ruiz told reporters that the wall fell on 3 June 2025.", "Ana Ruiz"),
        ("“The wall fell on 3 June 2025,” said Ana Ruiz.", "Ana Ruiz"),
        ("Ana Ruiz is the mayor. She said that the wall fell on 3 June 2025.", "Ana Ruiz"),
    ],
)
def test_a_source_that_is_told(text: str, source: str) -> None:
    assert dates(text) == {"3 June 2025": source}


@pytest.mark.parametrize(
    "text",
    [
        "The wall fell on 3 June 2025.",
        "Ana Ruiz was seen on 3 June 2025.",
        "Ana Ruiz confirmed Jon Berg as keeper on 3 June 2025.",
        "It said that the wall fell on 3 June 2025.",
        "Ana Ruiz met Jon Berg. He said that the wall fell on 3 June 2025.",
        "Ana Ruiz said so, but the wall fell on 3 June 2025.",
        "The talks that Ana Ruiz announced began on 3 June 2025.",
        "On 3 June 2025 Ana Ruiz said that the wall would hold.",
        "“The wall fell on 3 June 2025.”",
    ],
)
def test_what_the_article_itself_says_or_nobody_clearly(text: str) -> None:
    assert dates(text) == {"3 June 2025": None}


def test_a_source_ends_with_its_clause() -> None:
    told = dates("Ana Ruiz said that the wall fell in May 2024; the rest fell in July 2024.")
    assert told == {"May 2024": "Ana Ruiz", "July 2024": None}


def test_the_day_of_saying_is_the_articles_own() -> None:
    told = dates("Ana Ruiz said on 4 May 2024 that the wall fell in July 2023.")
    assert told == {"4 May 2024": None, "July 2023": "Ana Ruiz"}
