"""The rules of English, a grammar a file of ``rules/``."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from auditor.grammar.files import Grammars
from auditor.languages.en.lexicon.events import ORDINALS

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


GRAMMARS = Grammars(Path(__file__).parent / "rules", _list)
