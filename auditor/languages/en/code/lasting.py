"""Lasting events - wars, strikes, epidemics - and the place that tells one from another."""

from __future__ import annotations

from auditor.languages.en.code.names import NAME, STATE, Names
from auditor.languages.en.lexicon.countries import demonyms
from auditor.languages.en.lists import LISTS
from auditor.model import Prose
from auditor.text.alternation import one_of
from auditor.text.beside import Behind
from auditor.text.index import index_of, openers
from auditor.text.regex import regex

_EVENT_NOUNS = LISTS.entry_of("event_nouns", "nouns")
_LASTING = LISTS.words("event_nouns", "lasting")

_NOUNS = frozenset(noun for noun, kind in _EVENT_NOUNS.items() if kind in _LASTING)
_NOUN = regex(rf"\b({one_of(_NOUNS)})\b")
_OPENERS = openers(_NOUNS)
_PREPOSITION = Behind(LISTS.words("clause_cues", "place-of"))


class Lasting:
    """Tells which war, strike or epidemic an article means by the place it ties it to."""

    def __init__(self, prose: Prose, names: Names) -> None:
        """Read through the article once; "the war" is the only war it ties to a place, where there is only one."""
        self._prose = prose
        self._names = names
        places: dict[str, set[str]] = {}
        for noun in index_of(prose.lower).matches(_NOUN, _OPENERS):
            place = self._beside(noun.start(), noun.end())
            if place:
                places.setdefault(_kind(noun.group()), set()).add(place)
        self._only = {kind: next(iter(found)) for kind, found in places.items() if len(found) == 1}

    def place(self, kind: str, start: int, end: int) -> str | None:
        """The place of the event whose noun stands at ``[start, end)``: beside it, or the article's only one."""
        return self._beside(start, end) or self._only.get("war" if kind == "occupation" else kind)

    def _beside(self, start: int, end: int) -> str | None:
        """ "War in Ukraine", "invasion of Ukraine", "the Ukraine war"."""
        after = _PREPOSITION.next(self._prose.text, end)
        if after:
            name = self._names.covering(after)
            if name and name.kind in (STATE, NAME) and name.span.text not in demonyms():
                return name.key
        before = self._names.covering(start - 2)
        return before.key if before and before.kind == STATE and before.key == before.span.text else None


def _kind(noun: str) -> str:
    kind = _EVENT_NOUNS[noun]
    return "war" if kind == "occupation" else kind
