"""Stances: who accepts or rejects what, in verbs ("turned down the plan") and nouns ("its rejection of a truce").

The words are found by ``rules/stances.toml``; who is their subject and what they are about is told here. Negation, hedging
and the proposer are part of the claim. A verb without a clear subject or topic makes no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.clauses import DENYING, Clauses, Force, near
from auditor.languages.en.code.names import OFFICE, PERSON, STATE, Name, Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.topics import Placed, Topics
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lexicon.countries import demonyms
from auditor.languages.en.lexicon.stances import ACCEPTING, PHRASES, REJECTING, WANTING
from auditor.languages.en.lists import LISTS
from auditor.model import Actor, Claim, ClaimKind, Modality, Polarity, Prose, Stance
from auditor.text.alternation import one_of
from auditor.text.beside import Before, Behind, Within
from auditor.text.index import index_of
from auditor.text.regex import regex

_ADJECTIVES = LISTS.words("stances", "needs-be")
_NOUNS = {noun: side == "for" for noun, side in LISTS.column("stance_nouns", "side").items()}
_VERBS = dict.fromkeys(ACCEPTING | WANTING, True) | dict.fromkeys(REJECTING, False) | PHRASES
_HELPERS = rf"(?:,?\s(?:[a-z]+n[’']t|[a-z]+ly|{one_of(LISTS.words('function_words', 'stance-helper'))}))"
_SIDE = rf"(?:[’']s)?(?:\s(?:{one_of(LISTS.words('people_and_bodies', 'side'))}))?"
_TO_VERB = regex(rf"{_SIDE}(?:,[^,.;“”\"]+,)?(?:,?\s(?:however|though|meanwhile|too),?)?({_HELPERS}{{0,7}}+)\s?$")
"""What may stand between an actor and the verb; the group holds what denies or hedges it."""
_TO_PASSIVE = regex(rf"(?:,?\s(?:which|that))?{_HELPERS}{{1,6}}+\s$")
"""What stands between a topic and its participle: "a truce, which was also accepted by"."""
_OWNING = regex(r"(?:[’']s?|\b(?P<pronoun>his|her|its|their))\s(?:[\w-]+\s){0,3}$", re.I)
"""What stands before a noun that is somebody's: "Putin’s outright rejection", "its rejection"."""
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_LEADS = ("without", "by", "of", "from")
_GOVERNING = Before([*_LEADS, *(f"{lead} {adverb}" for lead in _LEADS for adverb in ("outright", "even", "ever"))])
"""Words before a verb in -ing, whose actor stands further in front."""
_BY = Behind(["by", "by the", "by both"])
_BEING = Within(LISTS.words("clause_cues", "being"))
_NOBODY = LISTS.words("negators", "pronoun", "determiner", "joining")
_AMONG = frozenset(["in", "of", "from", "at", "among", "within"])
_HEDGES = ("doubt", "would", "unlikely")
"""The kinds of cues that make a stance less than one that is taken."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose stance it is, where that is told, and the stretch that may deny or hedge it."""

    actor: Actor
    start: int
    end: int
    helpers: tuple[int, int]


def find_stances(prose: Prose, names: Names, quotations: Sequence[Claim]) -> Iterator[Claim]:
    """All stances of the prose whose actor and topic are clear; those in quotation marks have the speaker as source."""
    reader = _Reader(prose, names)
    quoted = [(claim.span.start, claim.span.end, claim.source) for claim in quotations]
    for found in GRAMMARS.grammar("stances").made(prose):
        claim = None if _source(quoted, found.start) is not None else reader.read(found)
        if claim:
            yield note(claim, found)


Quoted = Sequence[tuple[int, int, str | None]]


class _Reader:
    """Reads the stances of one article."""

    def __init__(self, prose: Prose, names: Names) -> None:
        self.prose = prose
        self.names = names
        self.topics = Topics(prose, names)
        self.clauses = Clauses(prose)
        self._pronouns = index_of(prose.lower).places(_PRONOUNS)

    def read(self, found: Found) -> Claim | None:
        """The stance of what a rule found, where its actor and its topic are clear."""
        sentence = sentence_at(self.prose, found.start)
        if found.rule.makes == "noun":
            topic, holder = self.topics.after(found.end, sentence[1]), self._holder(found.start, sentence)
            return self._claim(holder, topic, _NOUNS[found["noun"].lower()]) if topic and holder else None
        verb = " ".join(found["verb"].lower().split())
        if verb not in _VERBS:
            return None  # "protests for"
        if verb.endswith("ed") and (passive := self._passive(found, sentence)):
            return self._claim(*passive, _VERBS[verb])
        subject = self._subject(found.start, sentence)
        topic = self.topics.after(found.end, sentence[1])
        if subject is None or topic is None or (verb in WANTING and not self._denials(subject)):
            return None
        if verb in _ADJECTIVES and not _BEING.stands(self.prose.text, *subject.helpers):
            return None
        return self._claim(subject, topic, _VERBS[verb])

    def _passive(self, verb: Found, sentence: tuple[int, int]) -> tuple[_Subject, Placed] | None:
        """ "..., which was also accepted by Ukraine": the topic stands before, the actor after "by"."""
        by = _BY.next(self.prose.lower, verb.end)
        name = self.names.covering(by) if by else None
        link = _TO_PASSIVE.search(self.prose.lower, self._first(verb.start, sentence), verb.start)
        topic = self.topics.before(link.start(), sentence[0]) if name and link else None
        if name is None or link is None or topic is None:
            return None
        return _Subject(name.actor, name.span.start, name.span.end, link.span()), topic

    def _first(self, at: int, sentence: tuple[int, int]) -> int:
        """Where the reading of a sentence begins of which ``at`` is a place."""
        return near(sentence, at, at)[0]

    def _subject(self, at: int, sentence: tuple[int, int]) -> _Subject | None:
        """The actor of the verb at ``at``: the name or pronoun in front of it, or who governs its gerund."""
        first = self._first(at, sentence)
        for name in reversed(self.names.within(first, at)):
            link = _TO_VERB.match(self.prose.text, name.span.end, at)
            if link:
                nobody = name.kind == OFFICE or self._nobody(first, name.span.start)
                return None if nobody else _Subject(name.actor, name.span.start, name.span.end, link.span(1))
        for start in reversed(self._pronouns[bisect_left(self._pronouns, first) : bisect_left(self._pronouns, at)]):
            pronoun = self.prose.lower[start:at].split(maxsplit=1)[0]
            link = _TO_VERB.match(self.prose.text, start + len(pronoun), at)
            if link:
                actor = self._antecedent(start, pronoun, sentence)
                return _Subject(actor, start, start + len(pronoun), link.span(1)) if actor else None
        governed = _GOVERNING.start(self.prose.lower, at, first)
        actors = self.names.within(sentence[0], governed) if governed else []
        governing = [name for name in actors if name.kind in (STATE, PERSON)]
        return _Subject(governing[-1].actor, governed or at, at, (governed or at, at)) if governing else None

    def _nobody(self, first: int, start: int) -> bool:
        """Whether the name at ``start`` only says where nobody did it: "nobody in Norway", "neither Norway"."""
        for cue in self.clauses.cues(first, start, "denial")[-1:]:
            between = self.prose.lower[cue.end : start].removesuffix("the ").split()
            return cue.text.lower() in _NOBODY and (not between or between[-1] in _AMONG)
        return False

    def _antecedent(self, at: int, pronoun: str, sentence: tuple[int, int]) -> Actor | None:
        """Whom a pronoun means: the only person (or state) before it in its sentence, else in the one before."""
        wanted = (PERSON,) if pronoun in ("he", "she", "his", "her") else (STATE,)
        for start, end in ((sentence[0], at), self._previous(sentence)):
            actors = {name.actor for name in self._bearers(start, end) if name.kind in wanted}
            if len(actors) == 1:
                return actors.pop()
            if actors:
                return None
        return None

    def _bearers(self, start: int, end: int) -> list[Name]:
        return [name for name in self.names.within(start, end) if not self._adjective(name)]

    def _adjective(self, name: Name) -> bool:
        """Whether a state's name only qualifies what follows ("Russian President", "Ukraine's allies")."""
        following = self.prose.text[name.span.end : name.span.end + 2]
        return name.kind == STATE and (following[:1] in "’'" or name.span.text in demonyms())

    def _previous(self, sentence: tuple[int, int]) -> tuple[int, int]:
        return sentence_at(self.prose, sentence[0] - 2) if sentence[0] > 2 else (0, 0)

    def _holder(self, at: int, sentence: tuple[int, int]) -> _Subject | None:
        """Whose stance a noun is: "Putin's outright rejection of", "its rejection of"."""
        owning = _OWNING.search(self.prose.text, self._first(at, sentence), at)
        if owning is None:
            return None
        if owning["pronoun"]:
            actor = self._antecedent(owning.start(), owning["pronoun"].lower(), sentence)
            return _Subject(actor, owning.start(), at, owning.span()) if actor else None
        name = self.names.covering(owning.start() - 1)
        return _Subject(name.actor, name.span.start, name.span.end, owning.span()) if name else None

    def _denials(self, subject: _Subject) -> list[Found]:
        return self.clauses.cues(*subject.helpers, *DENYING)

    def _claim(self, subject: _Subject, topic: Placed, accepts: bool) -> Claim:
        start, end = min(subject.start, topic.start), max(topic.end, subject.end)
        denials = self._denials(subject)
        clause = self.clauses.at(start, end)
        hedges = self.clauses.cues(clause.start, end, *_HEDGES) + self.clauses.cues(clause.start, start, "claimed")
        hedges += self.clauses.cues(*subject.helpers, "earlier")
        claim = Claim(
            ClaimKind.STANCE,
            self.prose.span(start, end),
            Stance(subject.actor, accepts != bool(denials), topic.topic),
            f"{subject.actor.name} on {topic.topic.head}",
            polarity=Polarity.NEGATIVE if denials else Polarity.POSITIVE,
            modality=Modality.HEDGED if hedges else Modality.ASSERTED,
        )
        return Force(bool(denials), claim.modality, (*denials, *hedges)).of(claim)


def _source(quoted: Quoted, at: int) -> str | None:
    index = bisect_right(quoted, at, key=lambda quotation: quotation[0]) - 1
    return (quoted[index][2] or "") if index >= 0 and at < quoted[index][1] else None
