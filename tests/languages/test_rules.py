"""The rules of every pack: each does what its examples say, and each was seen in real stories or says why it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from auditor.audit import read_article
from auditor.grammar.examples import faults
from auditor.grammar.files import Grammars
from auditor.grammar.rule import Rule
from auditor.grammar.trace import Made, traced
from auditor.languages.installed import packs
from auditor.reading import make_document

DAY = "2024-05-15"
"""The day that the examples were written on."""


def every() -> Iterator[Grammars]:
    """The rules of all packs that have any."""
    found = packs()
    for code in found.codes:
        if grammars := found.load(code).grammars:
            yield grammars()


def reading(language: str) -> Callable[[str], list[Made]]:
    """What the rules of a language make of a text."""

    def read(text: str) -> list[Made]:
        with traced() as made:
            read_article(make_document("example.txt", text, date=DAY, language=language))
        return made

    return read


RULES = [
    pytest.param(grammars.language, rule, id=f"{grammars.language} {name}: {rule.name}")
    for grammars in every()
    for name, rule in grammars.rules()
]


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_examples(language: str, rule: Rule) -> None:
    assert list(faults(rule, reading(language))) == []


@pytest.mark.parametrize("grammars", [*every()], ids=lambda grammars: grammars.language)
def test_every_rule_was_seen_or_says_why_it_is_kept(grammars: Grammars) -> None:
    hits = grammars.hits()
    unseen = [rule.place for name, rule in grammars.rules() if not hits.get((name, rule.name)) and not rule.reason]
    assert not unseen, f"seen in no real news: {', '.join(unseen)}. Say in “reason” why it is kept, or count real news"


@pytest.mark.parametrize("grammars", [*every()], ids=lambda grammars: grammars.language)
def test_hits_are_of_rules_that_exist(grammars: Grammars) -> None:
    assert grammars.hits().keys() <= {(name, rule.name) for name, rule in grammars.rules()}


@pytest.mark.parametrize("grammars", [*every()], ids=lambda grammars: grammars.language)
def test_every_list_that_a_pattern_names_is_there(grammars: Grammars) -> None:
    assert all(rule.pattern.expression for _, rule in grammars.rules())
