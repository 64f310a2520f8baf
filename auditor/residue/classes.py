"""The classes of residue that are known, put in order: which a line belongs to, and the steps of each stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from auditor.model import Confidence
from auditor.residue.draft import Stage, Step
from auditor.residue.recogniser import LinePattern, Recogniser
from auditor.text.regex import regex

_OPENER = regex(r"[\W\d_]{0,99}([^\W\d_]{1,99})")
_ELSEWHERE = 240
"""Characters of the longest line that is furniture by what stands elsewhere than at its start."""
_REMEMBERED = 20_000
"""Lines whose classes are remembered: furniture recurs from page to page."""

ENGLISH = "en"
"""The language whose words the classes and the scorer read."""
Claimed = tuple[str, str, Confidence]
"""The class of a line, the reason for it, and how sure it is."""
_Numbered = tuple[int, str, LinePattern]


class Classes:
    """Recognisers by the ids of their classes, asked in the order of their ranks.

    ``wordless`` are the ids of those that read no word, so that they know residue in any language.
    """

    def __init__(
        self, recognisers: Mapping[str, Recogniser], wordless: Set[str] = frozenset(), language: str = ENGLISH
    ) -> None:
        """Put them in order; ``language`` is the one that they are to read."""
        self.wordless = wordless
        self.english = language == ENGLISH
        self._by_id = dict(sorted(recognisers.items(), key=lambda one: (one[1].rank, one[0])))
        lines = [(name, line) for name, one in self._by_id.items() for line in one.lines]
        self._lines: Sequence[_Numbered] = [(number, name, line) for number, (name, line) in enumerate(lines)]
        self.claimed = lru_cache(maxsize=_REMEMBERED)(self._claimed)
        self.told = lru_cache(maxsize=_REMEMBERED)(self._told)

    def __reduce__(self) -> tuple[type[Classes], tuple[Mapping[str, Recogniser], Set[str]]]:
        """What another process makes them of."""
        return Classes, (self._by_id, self.wordless)

    def reading(self, language: str) -> Classes:
        """Those that know residue in a language: all of them in English, those that read no word in any other."""
        return self if language == ENGLISH else self._elsewhere

    @cached_property
    def _elsewhere(self) -> Classes:
        kept = {name: one for name, one in self._by_id.items() if name in self.wordless}
        return Classes(kept, self.wordless, "")

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the classes, in their order."""
        return tuple(self._by_id)

    @property
    def recognisers(self) -> Mapping[str, Recogniser]:
        """The recognisers by the ids of their classes."""
        return self._by_id

    def dates(self, kind: str) -> bool:
        """Whether lines of a class may say when the article was written."""
        return kind in self._by_id and self._by_id[kind].dates

    def inside(self, kind: str) -> Confidence:
        """How sure it is at most that a line of a class, between two passages of the article, is residue."""
        return self._by_id[kind].inside

    def steps(self, stage: Stage) -> Iterator[tuple[str, Step]]:
        """The steps of a stage, each with the id of its class."""
        return ((name, step) for name, one in self._by_id.items() for when, step in one.steps if when is stage)

    def _claimed(self, line: str) -> Claimed | None:
        """The class that a line is by its own words, or ``None`` for a line that may be the article's."""
        stripped = line.strip()
        lower = stripped.lower()
        for _, name, pattern in self._asked(stripped, lower):
            if pattern.fits(stripped if pattern.cased else lower):
                return name, pattern.reason, pattern.confidence
        return None

    def _told(self, line: str) -> tuple[str, str] | None:
        """The class of a line that its score calls residue, by the words it holds, and the reason; ``None`` where none knows them."""
        for name, one in self._by_id.items():
            if one.telltale and one.telltale.pattern.search(line):
                return name, one.telltale.reason
        return None

    def _asked(self, line: str, lower: str) -> Sequence[_Numbered]:
        """The patterns that a line may read like, in their order; most lines have none."""
        found = [*self._anyhow, *_holding(line, self._by_cased_sign)]
        opener = _OPENER.match(lower)
        if lower[:1].isdigit():
            found += self._opening
        elif opener:
            found += self._by_opener.get(opener[1], ())
        if len(lower) <= _ELSEWHERE:
            found += _holding(lower, self._by_sign)
        return found if len(found) < 2 else sorted({one[0]: one for one in found}.values())

    @cached_property
    def _anyhow(self) -> Sequence[_Numbered]:
        """The patterns that are tried on every line."""
        return [one for one in self._lines if not one[2].opens and not one[2].holds]

    @cached_property
    def _opening(self) -> Sequence[_Numbered]:
        """The patterns that go by how a line opens."""
        return [one for one in self._lines if one[2].opens]

    @cached_property
    def _by_opener(self) -> Mapping[str, Sequence[_Numbered]]:
        """The patterns that are tried on a line that opens with a word."""
        return _grouped((word, one) for one in self._opening for word in one[2].opens)

    @cached_property
    def _by_sign(self) -> Mapping[str, Sequence[_Numbered]]:
        """The patterns that are tried on a line that holds a sign or word, in small letters."""
        return _grouped((sign, one) for one in self._lines if not one[2].cased for sign in one[2].holds)

    @cached_property
    def _by_cased_sign(self) -> Mapping[str, Sequence[_Numbered]]:
        """The patterns that are tried on a line that holds a sign or word, as it is written."""
        return _grouped((sign, one) for one in self._lines if one[2].cased for sign in one[2].holds)


def _holding(line: str, by_sign: Mapping[str, Sequence[_Numbered]]) -> list[_Numbered]:
    signs = [sign for sign in by_sign if sign in line]
    return [one for sign in signs for one in by_sign[sign]] if signs else []


def _grouped(found: Iterable[tuple[str, _Numbered]]) -> Mapping[str, Sequence[_Numbered]]:
    held: dict[str, list[_Numbered]] = defaultdict(list)
    for key, one in found:
        held[key].append(one)
    return held
