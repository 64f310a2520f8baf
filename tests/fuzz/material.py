"""What is bent: sentences, lines and pages as news has them, awkward pieces, and the mutations that put them together."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

SENTENCES = (
    "The mayor of Tarvik, Ruth Adeyemi Jr., 54, said on Tuesday that the bridge would reopen in March 2025.",
    "“We never asked for the money,” said Prof. Karim Aziz, who chairs the council’s finance committee. “Not once.”",
    "At least 1,250 people were evacuated and 17 injured when the Lomne burst its banks on 3 June 2023, police said.",
    "Russia rejected the proposal, while Ukraine has accepted the second round of talks in Geneva.",
    "The court found Helen Moss guilty of fraud; her lawyer, Diego Santos, said she would appeal within 30 days.",
    "Three years into the war, the ministry put the cost at $4.5 billion, up from €3.9bn a year earlier.",
    "The bill passed 56-27, with 12 of the 70 members absent, after the longest debate since 1998.",
    "Dr. Leila Hadad, former head of the port authority and now director of Westline, was arrested in Lagos last week.",
    "He was the fourth minister to resign in two and a half months, two weeks after the strike began.",
    "Anna Feld, a Ph.D. candidate at the University of Riga, won the 12th edition on Sunday, May 12, 2024.",
    "The company, founded in 1887, employs some 3,500 workers in five countries: Chile, Peru, Egypt, Norway and Greece.",
    "It was about 7:45 p.m. on New Year’s Eve when the roof fell in, killing four, two of them children.",
    "“The vote was fair,” the president of the commission told Radio Lomne, adding: “Nobody was kept out.”",
    "Brandt, who is 43, became chief executive in the autumn of 2019; his predecessor had led the firm for a decade.",
    "The trial of ex-Senator J.R. Novak Sr. opens at 10am on 31 February, the clerk wrote.",
    "Prices rose 7½ percent in Q3, from 12 to 14 crowns a litre, the steepest rise in 5 1/2 years.",
    "The ferry sank off San Marco in the late 1990s, about 12 miles (19 km) from the coast, at a depth of 80 metres.",
    "'It is a mess,' she said. 'We're told 'soon' every week' — and nothing comes.",
    "A spokesman for the U.S. State Department denied that any hostages had been released by the rebels.",
    "Correction: an earlier version of this article said that 14 died; it was 11.",
    "PORT SELLICK, March 16 (VPA) - The siege, now in its 84th day, has cost the town half its houses.",
    "The minister was not dismissed, nor had she resigned, the office said a day after she was sworn in.",
)
LINES = (
    "Share on Facebook", "By Ruth Adeyemi", "Published 3 June 2023, updated 4 June 2023 08:15", "Advertisement",
    "Read more: the boats that did not come home", "Photo: Pavel Novak/VPA", "© 2024 Lomne Courier. All rights reserved.",
    "Sign up for our newsletter", "BREAKING NEWS", "Storm Hits Coast; Four Dead", "- one\n- two\n- three", "[ad]",
    "We use cookies to give you the best experience. Accept all", "function() { var a = 1; }", "{{ headline }}", "* * *",
    "Ruth Adeyemi is a reporter at the Lomne Courier. Follow her at @radeyemi", "&nbsp;", "<p>The bridge is open.</p>",
    "Home | News | Sport | Weather", "4 min read", "12 Comments", "As an AI language model, I cannot verify this.",
    "1.", "2024", "Itâ€™s a lot", "Malm\u00c3\u00b6", "", " ", "\t",
)  # fmt: skip
AWKWARD = (
    ".", "..", "…", ",", ", .", ";", "—", "–", "-", "--", "“", "”", "‘", "’", '"', "'", "’s", "(", ")", "[", "]", "/", "\\", "&",
    "Jr.", "Sr.", "Jr", "III", "St.", "Dr.", "Mr.", "President", "chairman", "chairman .", ", the mayor .", "of", "of the", "and", "who", "said",
    "0", "00", "1", "-1", "1/0", "0/0", "½", "⅓", "3½", "1e9", "999999999999999999999999", "9" * 400, "0.0", "1.2.3", "1,,2", "12:99", "24:00", "99%",
    "0-0", "5-", "-5", "$", "$0", "€.5", "9999", "0001", "0000", "10000", "1 BC", "9999 BC", "31 February", "29 February 1900", "the 9990s",
    "December 9999", "January 1, 0001", "December 31, 9999", "9999-12-31", "0001-01-01", "5 million years ago", "a million centuries later",
    "last week", "next year", "two weeks after", "the year before", "ago", "noon", "Q4", "winter", "monday", "May", "March", "Sunday", "the second",
    "İ", "ß", "ﬁ", "Ǆ", "\u0301", "\u00ad", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\ufeff", "\ufffd", "\u0085", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\r", "\r\n", "\n", "\n\n",
    "١٢٣", "²", "①", "Ⅻ", "一二三", "🙂", "👩‍👩‍👧", "\U000e0041", "A", "a", "I", "AI", "O’", "d’", "O'Neill-", "-old", "McX", "Xx", "ALL CAPS HERE",
    "not", "n't", "never", "no", "than", "percent", "per", "km", "a", "the", "to", "from", "between", "or", "times", "half", "dozen", "score", "hundred", "th",
)  # fmt: skip
"""What extractors stumble over: marks alone, the ends of the calendar, numbers without sense, letters that change length."""
PAGES = (
    "<html><head><title>{0}</title><meta property='article:published_time' content='2024-05-12T08:00:00Z'></head>"
    "<body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><ul><li>{3}</li></ul></article></body></html>",
    "<div><p>{0}<p>{1}<br>{2}</div><table><tr><td>{3}</table>",
    "<!doctype html><meta charset=utf-16><body>{0}<script>{1}</script><!-- {2} --><p>{3}",
)
_PIECE = re.compile(r"\s+|[\w’'-]+|[^\w\s]")

Mutation = Callable[[random.Random, list[str]], None]


def _delete(chance: random.Random, pieces: list[str]) -> None:
    at = chance.randrange(len(pieces))
    del pieces[at : at + chance.choice((1, 1, 1, 2, 5))]


def _double(chance: random.Random, pieces: list[str]) -> None:
    at = chance.randrange(len(pieces))
    end = at + chance.choice((1, 2, 4, 12))
    pieces[at:at] = pieces[at:end] * chance.choice((1, 1, 2, 30))


def _swap(chance: random.Random, pieces: list[str]) -> None:
    one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]


def _awkward(chance: random.Random, pieces: list[str]) -> None:
    at = chance.randrange(len(pieces))
    pieces[at : at + chance.choice((0, 1))] = [
        chance.choice((" ", "")),
        chance.choice(AWKWARD),
        chance.choice((" ", "")),
    ]


def _borrow(chance: random.Random, pieces: list[str]) -> None:
    """A stretch of another sentence in place of one of this."""
    other = _PIECE.findall(chance.choice(SENTENCES))
    at, there = chance.randrange(len(pieces)), chance.randrange(len(other))
    size = chance.choice((1, 3, 7))
    pieces[at : at + size] = other[there : there + size]


def _cut(chance: random.Random, pieces: list[str]) -> None:
    at = chance.randrange(len(pieces))
    pieces[at] = pieces[at][: len(pieces[at]) // 2]


def _recase(chance: random.Random, pieces: list[str]) -> None:
    at = chance.randrange(len(pieces))
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    pieces[at : at + 6] = [change(piece) for piece in pieces[at : at + 6]]


def _number(chance: random.Random, pieces: list[str]) -> None:
    places = [at for at, piece in enumerate(pieces) if piece[:1].isdigit()]
    if places:
        pieces[chance.choice(places)] = str(chance.choice((0, 1, 2, 7, 13, 31, 99, 1000, 9999, 10**6, 10**18)))


MUTATIONS: Sequence[Mutation] = (_delete, _double, _swap, _awkward, _awkward, _borrow, _cut, _recase, _number)


def bent(text: str, chance: random.Random, times: int) -> str:
    """The text after so many mutations."""
    pieces = _PIECE.findall(text)
    for _ in range(times):
        if not pieces:
            pieces = _PIECE.findall(chance.choice(SENTENCES))
        chance.choice(MUTATIONS)(chance, pieces)
    return "".join(pieces)


@st.composite
def articles(draw: st.DrawFn, most: int = 6) -> str:
    """An article of a few paragraphs and lines of furniture, each bent or left as it is."""
    paragraphs = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=most))
    lines = draw(st.lists(st.sampled_from(LINES), max_size=4))
    chance = draw(st.randoms(use_true_random=False))
    parts = [*map(" ".join, paragraphs), *lines]
    chance.shuffle(parts)
    parts = [bent(part, chance, chance.choice((0, 1, 2, 4, 12))) for part in parts]
    return chance.choice(("\n\n", "\n\n", "\n", "\r\n", " ")).join(parts)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two articles of one story: the second is the first bent again, so that their claims meet."""
    first = draw(articles())
    chance = draw(st.randoms(use_true_random=False))
    return first, bent(first, chance, chance.choice((1, 3, 8)))


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """An HTML page, bent, in some encoding."""
    page, parts = draw(st.sampled_from(PAGES)), draw(st.lists(articles(1), min_size=4, max_size=4))
    chance = draw(st.randoms(use_true_random=False))
    markup = "".join(part for part in re.split(r"(?=<)|(?<=>)", page) if chance.random() > 0.05)
    filled = markup.replace("{0}", parts[0]).replace("{1}", parts[1]).replace("{2}", parts[2]).replace("{3}", parts[3])
    return filled.encode(chance.choice(("utf-8", "utf-8", "utf-16", "latin-1")), "replace")


@st.composite
def broken(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """Bytes of a file, some of them changed, taken out or put in."""
    data = bytearray(draw(whole))
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(chance.choice((0, 1, 2, 8))):
        at = chance.randrange(len(data) + 1)
        piece = chance.choice(
            (b"", b"\0", b"\xff", b"\xed\xa0\x80", b'"', b"\n", b"{", b"]", b"\xef\xbb\xbf", b"9" * 30, b"\\ud800")
        )
        data[at : at + chance.choice((0, 1, 4))] = piece
    return bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data)
