"""The rules of English: each does what its examples say, and each was seen in real stories or says why it is kept."""

import pytest

from auditor.audit import read_article
from auditor.grammar.examples import faults
from auditor.grammar.rule import Rule
from auditor.grammar.trace import Made, traced
from auditor.languages.en.grammars import GRAMMARS
from auditor.reading import make_document

RULES = [pytest.param(rule, id=f"{name}: {rule.name}") for name, rule in GRAMMARS.rules()]


def reading(text: str) -> list[Made]:
    with traced() as made:
        read_article(make_document("example.txt", text))
    return made


@pytest.mark.parametrize("rule", RULES)
def test_examples(rule: Rule) -> None:
    assert list(faults(rule, reading)) == []


def test_every_rule_was_seen_or_says_why_it_is_kept() -> None:
    hits = GRAMMARS.hits()
    assert [rule.name for name, rule in GRAMMARS.rules() if not hits.get((name, rule.name)) and not rule.reason] == []


def test_hits_are_of_rules_that_exist() -> None:
    assert GRAMMARS.hits().keys() <= {(name, rule.name) for name, rule in GRAMMARS.rules()}
