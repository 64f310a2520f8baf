"""How long the comparison of quotations takes on many articles. Run: ``python -m tests.benchmarks.quotations``.

Articles of seven quotations each, of words as frequent as in English: most are said once, some are carried by several
articles, word by word, trimmed or with a word changed, and set phrases turn up everywhere. Exit status 1 where a budget is
broken.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import accumulate

from auditor.catalogue import choose, load_checks
from auditor.model import Article, Claim, ClaimKind, Document, Prose, Quotation, Span
from auditor.steps.compare import claims_that_meet, compare_claims
from auditor.timing import Clock
from tests.benchmarks.texts import VOCABULARY

_EACH = 7
_FEW, _MANY = 5_000, 20_000
_MOST_SECONDS = 60
"""CPU seconds for the many, on one core."""
_MOST_GROWTH = 4.6
"""Times as long for four times the articles."""
_CARRIED = 0.3
"""Share of the quotations that several articles carry."""
_FREQUENCIES = tuple(accumulate(1 / (rank + 2.7) for rank in range(len(VOCABULARY))))
"""Zipf and Mandelbrot's law: the most frequent word is some four in a hundred."""
_STOCK = ("we will do whatever it takes to", "i want to thank all the people of", "this is a great day for our")


def _sentence(chance: random.Random) -> str:
    said = " ".join(chance.choices(VOCABULARY, cum_weights=_FREQUENCIES, k=chance.randint(8, 30)))
    return f"{chance.choice(_STOCK)} {said}" if chance.random() < 0.1 else said


def _retold(said: str, chance: random.Random) -> str:
    told = said.split()
    match chance.randrange(4):
        case 0:
            told = told[: max(6, len(told) - 4)]
        case 1:
            told.insert(chance.randrange(len(told)), "not")
        case 2:
            told[chance.randrange(len(told))] = chance.choice(VOCABULARY)
    return " ".join(told)


def _articles(number: int) -> list[Article]:
    chance = random.Random(number)
    shared = [_sentence(chance) for _ in range(number * _EACH // 10)]
    found = []
    for index in range(number):
        name, at, claims, said = f"{index:06}.txt", 0, [], []
        for _ in range(_EACH):
            carried = chance.random() < _CARRIED
            text = _retold(chance.choice(shared), chance) if carried else _sentence(chance)
            claims.append(
                Claim(ClaimKind.QUOTATION, Span(name, at, at + len(text), text), Quotation("direct", None, None))
            )
            said.append(text)
            at += len(text) + 1
        document = Document(name, "\n".join(said), "")
        found.append(Article(document, (), (), Prose(name, document.text, (), ()), tuple(claims)))
    return found


def _seconds(number: int) -> float:
    articles = _articles(number)
    checks = [check for check in choose(load_checks(), ["quotation"]) if check.compare]
    started = time.process_time()
    found = sum(len(outcome.findings) for outcome in compare_claims(claims_that_meet(articles, checks), Clock()))
    spent = time.process_time() - started
    print(f"{number:>6,} articles, {number * _EACH:>7,} quotations: {spent:5.1f} CPU s, {found:,} findings")
    return spent


def main() -> int:
    """Print the measurements; 1 where a budget is broken."""
    few, many = _seconds(_FEW), _seconds(_MANY)
    print(f"growth {many / few:.2f} (budget {_MOST_GROWTH}), {many:.1f} s (budget {_MOST_SECONDS})")
    return int(many > _MOST_SECONDS or many / few > _MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
