"""The notation of patterns: each element matches the tokens it stands for, whole words only, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.grammar.pattern import PatternError, read_pattern
from auditor.text.index import WordIndex

LISTS = {
    "months": ["march", "may"],
    "linking": ["of", "the"],
    "phrases": ["so far", "at least"],
    "über": ["über"],
    "forms*": ["walk", "walks"],
}
PIECES = {"day": "NUMBER(1-31)", "dated": "$day month:@months"}


def found(pattern: str, text: str) -> list[str]:
    """What a pattern finds through the index."""
    read = read_pattern(pattern, LISTS.__getitem__, PIECES)
    index = WordIndex(text.lower())
    places = sorted({*index.places(read.opens), *(index.numbers if read.numbers else ())})
    return [match.group() for place in places if (match := read.at(text, place))]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("since", "Since then, not sincerely, ever-since or since-then: since.", ["Since", "since"]),
        ("Class NUMBER", "a Class 2 recall, no class 2", ["Class 2"]),
        ("third|3rd fire", "the Third fire, a 3rd  fire, a third-fire", ["Third fire", "3rd  fire"]),
        ("@months", "May or march, maybe Marching", ["May", "march"]),
        ("=@months", "May or march", ["march"]),
        ("@forms*", "he walks, he walk, he walking", ["walks", "walk"]),
        ("@phrases", "so\nfar, at least, so-far", ["so\nfar", "at least"]),
        ("$dated", "on 3 May and 33 May, 03 March, 1.3 May", ["3 May", "03 March"]),
        ("@months DECIMAL", "may 1,300.5 and may x", ["may 1,300.5"]),
        ("the WORD-@linking fire", "the big fire, the of fire", ["the big fire"]),
        ("the WORD-(big|old) fire", "the big fire, the new fire", ["the new fire"]),
        ("the LOWER{0,2} CAPITAL", "the A, the b C, the b c D, the b c d E", ["the A", "the b C", "the b c D"]),
        ("the LOWER{0,2}? (of|in)", "the one of in", ["the one of"]),
        ("he is? old", "he is old, he old, he was old", ["he is old", "he old"]),
        ("big ~fire", "big fire, big-fire, big - fire, big-fire-man", ["big fire", "big-fire"]),
        ("big? ~fire", "big-fire, a fire", ["big-fire", "fire"]),
        ("(big|old >(WORD in))? WORD-(x) !in", "old fire in", ["old fire in"]),
        ("the ~@months", "the may-day, the-may day", ["the-may"]),
        ("NUMBER ^- ^year", "12-year, 12 - year", ["12-year"]),
        ("may|NUMBER ^- ^old", "May-old, 12-old, may-older, dismay-old, May - old", ["May-old", "12-old"]),
        ("(about | at least) NUMBER", "about 3, at least 4, at 5", ["about 3", "at least 4"]),
        ("strike >( in WORD )", "strike in May, strike on May", ["strike"]),
        ("strike >!in", "strike in May, strike on", ["strike"]),
        ("strike >( in day:WORD )?", "strike in May, strike on May", ["strike", "strike"]),
        ("@months|since|@linking NUMBER", "May 3, since 4, of 5, in 6", ["May 3", "since 4", "of 5"]),
        ("<the strike", "the strike, a strike", ["strike"]),
        ("<!the strike", "the strike, a strike", ["strike"]),
        (r"/\d{1,3}(?:st|nd|rd|th)/", "the 3rd, 1,302nd and 4thx", ["3rd"]),
        (r"\( NUMBER \)", "aged ( 12 ) (13)", ["( 12 )", "(13)"]),
        ("since ANY{0,3}? May", "since 3 of May, since. It was May", ["since 3 of May"]),
        ("CAPITAL !May", "In May, on May", ["In May"]),
        ("@über", "Über dem Fluss, darüber", ["Über"]),
        ("he 's", "he's, he’s, hes", ["he's", "he’s"]),
    ],
)
def test_notation(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


def test_a_line_break_is_a_gap_and_an_empty_line_is_none() -> None:
    assert found("the fire", "the \n fire, the\n\nfire, the    fire") == ["the \n fire", "the    fire"]


def test_what_stands_ahead_is_remembered_where_it_is_there() -> None:
    read = read_pattern("strike >( in day:@months )?", LISTS.__getitem__)
    ahead = [read.at(text, 0) for text in ("strike in May", "strike on May")]
    assert [match and (match.group(), match["day"]) for match in ahead] == [("strike", "May"), ("strike", None)]


def test_named_words_of_several_rows() -> None:
    read = read_pattern("( n:NUMBER fires | fires n:NUMBER )", LISTS.__getitem__)
    assert [group.split("__")[0] for group in read.regex.groupindex if group != "_key"] == ["n", "n"]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("WORD WORD", "tried everywhere"),
        ("@nothing", "no list is called 'nothing'"),
        ("$nothing here", "no piece is called 'nothing'"),
        ("(a b", "not closed"),
        ("a b)", "closes nothing"),
        ("c (a? b?)", "may all be missing"),
        ("NUMBER(9-3)", "no range"),
        ("a <b", "front of a pattern"),
        ("!a !b", "“!” stands before one"),
        ("!WORD b", "“!” stands before one"),
        ("{2,3}", "stands where an element should"),
    ],
)
def test_what_is_not_in_the_notation_is_told(pattern: str, told: str) -> None:
    with pytest.raises(PatternError, match=re.escape(told)):
        read_pattern(pattern, LISTS.__getitem__, PIECES)


def test_a_piece_that_calls_itself_is_told() -> None:
    with pytest.raises(PatternError, match="no piece is called 'a'"):
        read_pattern("$a", LISTS.__getitem__, {"a": "the $a"})


ELEMENTS = st.sampled_from(
    [
        "the",
        "fire",
        "@months",
        "NUMBER",
        "WORD",
        "LOWER",
        "CAPITAL",
        ",",
        "$day",
        "in|of",
        "big?",
        "WORD{0,2}?",
        "~fire",
        "~in?",
        ">!of",
    ]
)
WORDS = st.sampled_from(
    ["the", "Fire", "fire", "May", "3", "31", "1,300", "in", "of", ",", "big", "x-ray", "he's", ".", "\n"]
)


@given(st.lists(ELEMENTS, min_size=1, max_size=5), st.lists(WORDS, max_size=12))
def test_the_index_loses_no_match_and_makes_up_none(elements: list[str], words: list[str]) -> None:
    """What the index leads to is what trying every character finds, by the place of the element looked at first."""
    text = " ".join(words)
    try:
        read = read_pattern(" ".join(elements), LISTS.__getitem__, PIECES)
    except PatternError:
        return
    index = WordIndex(text.lower())
    places = sorted({*index.places(read.opens), *(index.numbers if read.numbers else ())})
    looked_up = {match.start("_key") for place in places if (match := read.at(text, place))}
    tried = {m.start("_key") for at in range(len(text)) if (m := read.regex.match(text, at))}
    assert looked_up == {place for place in tried if place - read.reach <= place}
