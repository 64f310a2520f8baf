"""Texts to measure speed on: news made of templates, and input made to be slow. The same at every run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, cycle, product

_OPENINGS = (
    "{name} turned down the plan for a truce in {place} on {day} {month} {year}, {office} {other} said.",
    "The second round of talks between {state} and {rival} opened in {place} last week without an agreement.",
    "At least {number} people were hurt when a storm reached the coast near {place}, officials said on {weekday}.",
    "Three years into the war, the {demonym} parliament has backed the proposal of {office} {name}.",
)
_SENTENCES = (
    "“We have heard such promises before,” {name} told reporters in {place}. “This time we want them in writing.”",
    "The mayor of {place}, {other}, called the offer “a first step” and asked for more time.",
    "It was the {ordinal} such meeting since {month} {year}, and neither side expects it to be the last.",
    "Prices rose by {number} percent over the past two years, according to the ministry.",
    "He had been the {demonym} ambassador for six years when the conflict began in {month} {year}.",
    "Residents said that the water had come within minutes and that many roads were still closed.",
    "{name}, a lawyer who has followed the case for a decade, said that the court would decide by {weekday}.",
    "The company, which employs {number} workers at its plant outside {place}, did not answer questions.",
    "Nobody was surprised, because the committee had put off the vote twice and was expected to do so again.",
    "“The report is clear: the bridge was not safe,” said {other}, who leads the inquiry.",
)
_WORDS: Mapping[str, tuple[str, ...]] = {
    "name": ("Anna Feld", "Tomas Brandt", "Mary Okoro", "Ivan Petrov", "Leila Hadad", "John Carew", "Sofia Lindqvist"),
    "other": ("Karim Aziz", "Helen Moss", "Pavel Novak", "Ruth Adeyemi", "Diego Santos"),
    "office": ("President", "Foreign Minister", "Prime Minister", "the government’s spokesman", "Defence Secretary"),
    "place": ("Istanbul", "Geneva", "Harbour Bay", "Lagos", "San Marco", "Westport", "Cairo", "Riga"),
    "state": ("Russia", "Egypt", "Turkey", "Norway", "Chile"),
    "rival": ("Ukraine", "Sudan", "Greece", "Peru"),
    "demonym": ("Norwegian", "Egyptian", "Chilean", "Turkish"),
    "month": ("January", "March", "May", "August", "October", "December"),
    "weekday": ("Monday", "Wednesday", "Friday", "Sunday"),
    "ordinal": ("second", "third", "fifth", "seventh"),
    "day": ("2", "9", "16", "23", "30"),
    "year": ("2019", "2021", "2022", "2024", "2025"),
    "number": ("12", "30", "450", "1,200", "7.5"),
}
VOCABULARY = (
    *"the of and to in a is that for it was on with as be by at we not this are from have they will but".split(),
    *("".join(parts) for parts in product(("ba", "ko", "li", "ne", "su", "tra"), repeat=4)),
    *("".join(parts) for parts in product(("do", "fe", "ga", "mi", "pu", "sta"), repeat=5)),
)
"""Words made up, the frequent ones first."""

_ARTICLE = 4_000
"""Characters of a generated article, about 650 words."""


def news(length: int) -> Iterator[str]:
    """Articles of several paragraphs, ``length`` characters or a little more in all."""
    filled = _fillings()
    written = 0
    for number in count():
        if written >= length:
            return
        article = _article(number, filled)
        written += len(article)
        yield article


def _article(number: int, filled: Iterator[Mapping[str, str]]) -> str:
    words = next(filled)
    paragraphs = [f"Talks in {words['place']} end without a result", f"By {words['other']}", "Share on Facebook"]
    paragraphs.append(_OPENINGS[number % len(_OPENINGS)].format_map(words))
    at = number
    while sum(map(len, paragraphs)) < _ARTICLE:
        sentences = [_SENTENCES[(at + step) % len(_SENTENCES)].format_map(next(filled)) for step in range(2 + at % 3)]
        paragraphs.append(" ".join(sentences))
        at += 3
    return "\n\n".join(paragraphs)


def _fillings() -> Iterator[Mapping[str, str]]:
    """Words for the templates; the lists differ in length, so that the combinations do not soon repeat."""
    turning = {slot: cycle(words) for slot, words in _WORDS.items()}
    while True:
        yield {slot: next(words) for slot, words in turning.items()}


def adversarial(length: int) -> Iterator[tuple[str, str]]:
    """Name and text of inputs on which careless patterns and look-ups take time beyond measure."""
    seeds = {
        "digits": "7304918256",
        "digits with commas": "1,234,567,",
        "on on on": "on ",
        "month names": "March May August ",
        "the second the second": "the second ",
        "event nouns": "war talks strike ",
        "nested parentheses": "(",
        "opening quotation marks": "“",
        "straight quotation marks": "\"a' ",
        "quoted words": "“a” said ",
        "quotations by the same speaker": "“We agree with it all,” he said. ",
        "capitalised names": "Anna Feld ",
        "capitalised lines": "Anna Feld Meets Karim Aziz\n",
        "offices and names": "President Anna Feld, chairman, ",
        "stances": "Russia rejected the truce. ",
        "stance verbs": "rejected ",
        "residue words on one line": "share tweet print subscribe ",
        "residue words on short lines": "Share this article now and\n",
        "braces": "var a {",
        "headings in capitals": "BREAKING NEWS TODAY ",
        "spaces": " ",
        "line breaks": "a\n",
        "full stops": ". ",
        "one word in capitals": "A",
        "addresses run together": "https://a",
        "officers without a full stop": "the mayor of Lomne and ",
        "a table on one line": "1,087 ",
        "a list with a total": "In all 40 boats: 1 of oak, 2 of elm, ",
        "sentences of numbers": "Ward 7 had 315 people and 52 houses in 2019. ",
        "a line without a full stop": "the harbour stayed open and 14 boats came in on May 4 while ",
        "headings": "Storm Hits The Coast\n\n",
        "dates": "On 3 May 2024 and in June 2019, two weeks later, ",
        "tags": "<p>",
        "damaged characters": "â€™ ",
    }
    for name, seed in seeds.items():
        yield name, (seed * (length // len(seed) + 1))[:length]
    half = length // 2
    yield "closed parentheses", "(" * half + ")" * half
