"""Placings: which names are places where something happened."""

import pytest

from auditor.audit import read_article
from auditor.languages.en.code.names import find_names
from auditor.model import Document
from auditor.story.placings import find_placings


def places(text: str) -> list[str]:
    prose = read_article(Document("a", text, "0")).prose
    return [claim.span.text for claim in find_placings(prose, find_names(prose))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They were seized in Halmere on Monday.", ["Halmere"]),
        ("They were seized near Halmere.", ["Halmere"]),
        ("They were seized at a Denver hotel.", ["Denver"]),
        ("They were seized on Elm Street at noon.", ["Elm Street"]),
        ("They were seized outside Upper Hask, Ohio, at noon.", ["Upper Hask"]),
        ("The deal was struck at the Customs House in Lindmouth on Friday.", ["Lindmouth"]),
        ("She wrote on Chirper that they were seized.", []),
        ("She worked at Orvex until Monday.", []),
        ("An inquiry into Orvex began.", []),
        ("They came from Orvex on Monday.", []),
        ("A singer from Denver was seized.", []),
        ("She has faith in Orvex, she said.", []),
        ("They were seized in Orvex uniforms.", []),
        ("They prayed in Islamic dress, and spoke in Spanish.", []),
        ("They were seized in the Orvex era.", []),
        ("They mourned in the wake of the Valentine's Day shooting.", []),
        ("The mayor, Denver Voss, spoke. A share in Voss was sold.", []),
        ("They heard of it in Eastern Europe.", []),
    ],
)
def test_names_that_are_places_and_others(text: str, found: list[str]) -> None:
    assert places(text) == found
