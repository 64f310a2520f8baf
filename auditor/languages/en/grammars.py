"""The rules of English, a grammar a file of ``rules/``, read when first asked for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.resources import files

from auditor.grammar.grammar import Grammar
from auditor.grammar.rule import read_rules
from auditor.languages.en.lexicon.events import ORDINALS


@cache
def grammar(name: str) -> Grammar:
    """The grammar of that name. Raises ``RuleError`` where its file is not as it should be."""
    file = f"rules/{name}.toml"
    return Grammar(read_rules(files("auditor.languages.en").joinpath(file).read_text(encoding="utf-8"), file, _list))


_LISTS: dict[str, Collection[str]] = {
    "ordinals": ORDINALS,
    "linking": "at in of on to for since from with by and the a an it he she they we you this that who which".split(),
    "meetings": "round session meeting hearing stage phase leg wave edition ballot sitting summit".split(),
    "uncounted": """place half time-out quarter floor degree aid lady person hand world thing step class language party reading
    glance name sight chance choice round-up base day night morning week month year century decade hour minute second
    third fourth fifth sixth eighth ninth tenth part phase stage paragraph page line row""".split(),
    "ranking": """finish finished finishes end ends ended came comes placed places rank ranked ranks stood stands lay lies sit sits
    sat from to in into""".split(),
}


def _list(name: str) -> Collection[str]:
    return _LISTS[name]
