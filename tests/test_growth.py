"""Time grows in step with the length of what is read, whatever stands in it.

Every compiled pattern of the package, and the whole audit of one article with all its extractors and checks, is put to its
worst inputs at two sizes. CPU time is measured, again where it looks bad, and a ratio has to be far off to fail.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest

import auditor
from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.reading import make_document
from auditor.residue.recogniser import Recogniser
from auditor.steps.compare import MOST_CLAIMS
from auditor.text.regex import Lazy
from tests.benchmarks.texts import adversarial

CHECKS = load_checks()
PIECES = (
    *("A", "a", "1", "“", '"', "'", "(", "[", "{", "<", "-", ".", ",", " ", "\n", "\t", "_", "/", "\u00ad", "â€™"),
    *(
        "a ",
        "A ",
        "Aa ",
        "A. ",
        "1,",
        "1 ",
        "1-",
        "the ",
        "of ",
        "and ",
        "said ",
        "he said ",
        "A, ",
        "a\n",
        "the second ",
    ),
    *(
        "May 1 ",
        "Dr. ",
        "<a ",
        "https://a",
        "Ann Lowe, ",
        "“a” ",
        "a's ",
        "\n ",
        "President ",
        "two ",
        "hundred ",
        "a@",
    ),
)
"""What a pattern is fed, over and over."""
END = " z!"
"""What follows: no match reaches to the end."""
SIZE = 1_000
EXPONENT = 22
"""Repetitions that are done in no time, unless each doubles it."""
MOST = 8.0
"""Times as long that four times as much may take: a square would take 16."""
DOUBLED = 0.06
"""CPU seconds that a pattern on so few repetitions takes only if each doubles it."""
WORTH = 0.01
"""CPU seconds from which a ratio is worth asking for."""
SPARED = frozenset(
    {
        "auditor.residue.training",
        "auditor.comparing.fit",
        "auditor.languages.en.lexicon.make_gazetteer",
        "auditor.__main__",
    }
)
"""Programs for those who build the package, which nobody feeds what strangers wrote."""


Run = Callable[[str], object]
"""A pattern put to a text as the package puts it."""


def patterns() -> Iterator[tuple[str, Run]]:
    """Every compiled pattern that a module holds by name, or in a tuple, list or table, once."""
    seen: set[tuple[str, int]] = set()
    for module in pkgutil.walk_packages(auditor.__path__, "auditor."):
        if module.name in SPARED:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern, run in _held(value):
                if (pattern.pattern, pattern.flags) not in seen and isinstance(pattern.pattern, str):
                    seen.add((pattern.pattern, pattern.flags))
                    yield f"{module.name}.{name}", run


def _held(value: object, depth: int = 2) -> Iterator[tuple[re.Pattern[str], Run]]:
    if isinstance(value, re.Pattern | Lazy):
        pattern = cast("re.Pattern[str]", value)
        yield pattern, searching(pattern)
    elif isinstance(value, dict | tuple | list | frozenset | set) and depth:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one, depth - 1)
    elif isinstance(value, Recogniser):
        # a pattern of lines is only ever looked for at the start of one
        yield from ((one.pattern, one.pattern.match) for one in value.lines)
        if value.telltale:
            yield value.telltale.pattern, searching(value.telltale.pattern)


def searching(pattern: re.Pattern[str]) -> Run:
    return lambda text: sum(1 for _ in pattern.finditer(text))


def spent(step: Callable[[], object]) -> float:
    started = time.process_time()
    step()
    return time.process_time() - started


def grows(step: Callable[[int], object], size: int, worth: float = WORTH) -> float:
    """How many times as long four times the size takes; measured again where it is too much, 0 where it is no time."""
    ratio = 0.0
    for _ in range(3):
        many = spent(lambda: step(4 * size))
        if many < worth:
            return 0.0
        ratio = many / max(spent(lambda: step(size)), worth / 40)
        if ratio <= MOST:
            return ratio
    return ratio


def slow(run: Run) -> Iterator[str]:
    """The inputs on which a pattern takes more time than in step with them."""
    for piece in PIECES:
        # measured again where it is too much: the first time a pattern may still have to be compiled
        if all(spent(lambda: run(piece * EXPONENT + END)) > DOUBLED for _ in range(3)):  # noqa: B023 - run here and now
            yield f"{piece!r}, doubling"
        elif (ratio := grows(lambda size: run((piece * size)[:size] + END), SIZE)) > MOST:  # noqa: B023
            yield f"{piece!r}, x{ratio:.0f}"


def test_every_pattern_is_linear() -> None:
    found = {name: faults for name, run in patterns() if (faults := list(slow(run)))}
    assert found == {}


def test_the_patterns_are_found() -> None:
    names = {name for name, _ in patterns()}
    assert len(names) > 300
    assert {
        "auditor.languages.en.code.names._RUN",
        "auditor.checks.residue.ad_label.RECOGNISER",
        "auditor.text.tokens._TOKEN",
    } <= names


@pytest.mark.parametrize(
    "pattern", [r"(?:a+)+$", r"\s*\Z", r"[A-Z]\w+:"], ids=["nested", "blanks to the end", "a word to its end"]
)
def test_a_careless_pattern_is_caught(pattern: str) -> None:
    assert list(slow(searching(re.compile(pattern))))


@pytest.mark.parametrize("name", [name for name, _ in adversarial(8)])
def test_an_article_is_audited_in_step_with_its_length(name: str) -> None:
    def step(size: int) -> None:
        text = dict(adversarial(size))[name]
        audit([make_document("a", f"Two people died in Kyiv on Monday.\n\n{text}")], CHECKS)

    assert grows(step, 1_500, worth=0.25) <= MOST


def test_more_claims_about_one_subject_than_can_be_compared_are_compared_in_part() -> None:
    def rounds(size: int) -> int:
        texts = (f"The second round of talks in Istanbul was on {at % 28 + 1} June 2025." for at in range(size))
        report = audit((make_document(f"{at:04}", text) for at, text in enumerate(texts)), CHECKS)
        return sum(pair.check == "conflicting-event-date" for pair in report.comparisons)

    assert rounds(2 * MOST_CLAIMS) <= MOST_CLAIMS**2 / 2
