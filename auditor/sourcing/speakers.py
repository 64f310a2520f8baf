"""Who speaks in several articles: one speaker under one name, and which of a story's articles rest on the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model import Article, Claim, Naming, Report, Span
from auditor.sources import Sources

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """A named speaker whom independent articles of one story have in common.

    ``sources`` are the independent sources in which the name speaks, ``of`` how many the story has, ``places`` the words for
    the speaker, in the order of the documents.
    """

    name: str
    sources: tuple[str, ...]
    of: int
    places: tuple[Span, ...]

    @property
    def everywhere(self) -> bool:
        """Whether no article of the story does without this speaker."""
        return len(self.sources) == self.of


class Speakers:
    """The named speakers of one report's articles, by the fullest name that the articles of their story have."""

    def __init__(self, report: Report, sources: Sources) -> None:
        """Read who speaks in each article."""
        self._sources = sources
        self._names: dict[str, Mapping[str, str]] = {}
        self._places: dict[str, Mapping[str, tuple[Span, ...]]] = {}
        self._stories = report.stories
        for article in report.articles:
            self._read(article)
        self._known = {document: self._joined(story) for story in self._told_together() for document in story}

    def _read(self, article: Article) -> None:
        document = article.document.id
        self._names[document] = {told.source: told.name for told in article.tellings if told.naming is Naming.NAMED}
        places: dict[str, list[Span]] = defaultdict(list)
        for told in article.tellings:
            if told.naming is Naming.NAMED:
                places[told.name].append(told.speaker)
        self._places[document] = {name: tuple(spans) for name, spans in places.items()}

    def _told_together(self) -> Iterable[tuple[str, ...]]:
        told = {document for story in self._stories for document in story}
        return (*self._stories, *((document,) for document in self._places if document not in told))

    def _joined(self, story: Iterable[str]) -> Mapping[str, str]:
        """Every name of a story -> the fullest of those that mean the same; a family name alone the only bearer's."""
        names = sorted({name for document in story for name in self._places.get(document, ())})
        bearers: dict[_Key, list[str]] = defaultdict(list)
        families: dict[str, set[_Key]] = defaultdict(set)
        for name in names:
            key = _key(name)
            bearers[key].append(name)
            if key[0]:
                families[key[1]].add(key)
        fullest = {key: max(held, key=lambda name: (len(name), name)) for key, held in bearers.items()}
        found = {}
        for name in names:
            given, family = _key(name)
            full = families[family] if not given else set()
            found[name] = fullest[next(iter(full)) if len(full) == 1 else (given, family)]
        return found

    @property
    def number(self) -> int:
        """How many named speakers there are, each counted once a story."""
        return sum(
            len({self._known[document][name] for document in story for name in self._places.get(document, ())})
            for story in self._told_together()
        )

    def of(self, claim: Claim) -> str:
        """The named speaker who is said to tell a claim; empty where there is none."""
        document = claim.span.document
        name = self._names.get(document, {}).get(claim.source or "")
        return self._known[document][name] if name else ""

    @property
    def shared(self) -> tuple[Shared, ...]:
        """The speakers whom several independent articles of a story have, those of most articles first."""
        found = [one for story in self._stories for one in self._shared(story)]
        return tuple(sorted(found, key=lambda one: (-len(one.sources), one.sources, one.name)))

    def _shared(self, story: tuple[str, ...]) -> Iterable[Shared]:
        of = len({self._sources.of(document) for document in story})
        places: dict[str, list[Span]] = defaultdict(list)
        for document in sorted(story):
            for name, spans in self._places.get(document, {}).items():
                places[self._known[document][name]] += spans
        for name, held in places.items():
            sources = tuple(sorted({self._sources.of(span.document) for span in held}))
            if len(sources) > 1:
                yield Shared(name, sources, of, tuple(sorted(held)))


def _key(name: str) -> _Key:
    """The first given and the family name in lower case, initials left out; of a name of one word the family name alone."""
    words = [word for word in name.lower().split() if len(word.strip(".")) > 1] or [name.lower()]
    return (words[0] if words[1:] else "", words[-1])
