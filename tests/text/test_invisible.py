"""Characters that nobody sees: left out where texts are read and compared, with every place kept."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import residue_classes
from auditor.languages.en.code import extract
from auditor.model import Claim
from auditor.reading import make_document
from auditor.residue.blocks import lay_out
from auditor.text.invisible import INVISIBLE, ends, visible, without
from auditor.text.tokens import Tokens
from auditor.wording.words import spoken, words

STORY = (
    'The keeper of the lighthouse, Ana Bergstrand, said: "The harbour master never answered our letters."\n\n'
    "The schooner sank on Monday, 3 September 2018, nine miles off Kestrel Point, and fourteen sailors drowned.\n"
)


def claims(text: str) -> tuple[Claim, ...]:
    return extract(lay_out(make_document("a", text), residue_classes()).prose, date(2018, 9, 5))


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e"])
def test_claims_are_the_same_and_stand_in_the_text_as_read(mark: str) -> None:
    written = re.sub(r"([A-Za-z]{3})(?=[a-z]{2})", rf"\1{mark}", STORY)
    plain, marked = claims(STORY), claims(written)
    assert [(claim.kind, without(claim.span.text), claim.source) for claim in marked] == [
        (claim.kind, claim.span.text, claim.source) for claim in plain
    ]
    assert all(written[claim.span.start : claim.span.end] == claim.span.text for claim in marked)


def test_words_of_quotations_are_compared_without_them() -> None:
    text, plain = "We never be\u00adlieved it", "We never believed it"
    for read in (words, spoken):
        assert [word.text for word in read(text)] == [word.text for word in read(plain)]
        assert [text[word.start : word.end] for word in read(text)] == ["We", "never", "be\u00adlieved", "it"]


def test_tokens_pass_over_them() -> None:
    text = "\u200bThe har\u00adbour is shut\u2060."
    found = Tokens(text, [(0, len(text))]).of(0)
    assert [token.text for token in found] == ["The", "harbour", "is", "shut", "."]
    assert [text[token.start : token.end] for token in found] == ["The", "har\u00adbour", "is", "shut", "."]


@given(st.text(st.sampled_from("ab \u00ad\u200b\ufe0f\U000e0041é")))
def test_every_visible_character_has_its_place(text: str) -> None:
    seen, places = visible(text)
    assert seen == without(text)
    assert [text[place] for place in places[:-1]] == list(seen)
    for start in range(len(seen)):
        first, last = ends(places, start, len(seen))
        assert without(text[first:last]) == seen[start:]
        assert not INVISIBLE.match(text[first])
