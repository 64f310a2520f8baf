"""Stances: who accepts or rejects what, in verbs ("turned down the plan") and nouns ("its rejection of a truce").

Negation, hedging and the proposer are part of the claim. A verb without a clear subject or topic makes no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.languages.en.code.names import OFFICE, PERSON, STATE, Name, Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.topics import Placed, Topics
from auditor.languages.en.lexicon.countries import demonyms
from auditor.languages.en.lexicon.stances import ACCEPTING, PHRASES, REJECTING, WANTING
from auditor.languages.en.lists import LISTS
from auditor.model import Actor, Claim, ClaimKind, Modality, Polarity, Prose, Stance
from auditor.text.alternation import one_of
from auditor.text.beside import Within
from auditor.text.index import index_of, openers

_ADJECTIVES = LISTS.words("stances", "needs-be")
_NOUNS = {noun: side == "for" for noun, side in LISTS.column("stance_nouns", "side").items()}

_VERBS = dict.fromkeys(ACCEPTING | WANTING, True) | dict.fromkeys(REJECTING, False) | PHRASES
_STANCE = re.compile(
    rf"\b(?:(?P<noun>{one_of(_NOUNS)})\s(?:of|to|for)"
    rf"|(?P<verb>{one_of(_VERBS)}))\b"
)
_OPENERS = openers([*_NOUNS, *_VERBS])
_HELPERS = (
    rf"{one_of(LISTS.words('function_words', 'stance-helper'))}|[a-z]+n[’']t|[a-z]+ly|"
    rf"{one_of(LISTS.words('function_words', 'stance-helper'))}"
)
_SIDE = rf"(?:[’']s)?(?:\s(?:{one_of(LISTS.words('people_and_bodies', 'side'))}))?"
_TO_VERB = re.compile(
    rf"{_SIDE}(?:,\s[^,.;]{{1,60}},)?(?:,?\s(?:however|though|meanwhile|too),?)?((?:,?\s(?:{_HELPERS})){{0,7}})\s?$"
)
_PRONOUN = re.compile(rf"\b(he|she|it|they)((?:\s(?:{_HELPERS})){{0,6}})\s$", re.I)
_GERUND = re.compile(r"\b(?:without|by|of|from)\s(?:(?:[a-z]+ly|outright|even|ever)\s){0,2}$", re.I)
_WHICH = re.compile(
    rf"(?:,?\s(?:which|that))?(?:\s(?:{one_of(LISTS.words('function_words', 'passive-helper'))}|[a-z]+ly)){{1,6}}\s$"
)
_BY = re.compile(r"\s(?:[a-z]+ly\s)?by\s(?:the\s|both\s)?")
_NEGATION = re.compile(
    rf"\b(?:{one_of(LISTS.words('negators', 'adverb'))}|[a-z]+n[’']t|refus\w+ to|declin\w+ to|fail\w* to|unwilling to|unlikely to)\b"
)
_NOBODY = re.compile(
    rf"\b(?:(?:{one_of(LISTS.words('negators', 'pronoun', 'determiner'))})\s(?:[\w’'-]{{1,20}}\s){{0,3}}(?:in|of|from|at|among|within)\s(?:the\s)?"
    rf"|(?:{one_of(LISTS.words('negators', 'determiner', 'joining'))})\s)$",
    re.I,
)
"""Before a name that only says where nobody did something: "nobody in Norway", "no Norwegian minister", "neither Norway"."""
_WEAK = re.compile(rf"\b(?:{one_of(LISTS.words('hedging_words', 'weak'))}|potential\w*|If|Whether|Perhaps)\b")
_EARLIER = re.compile(
    rf"\b(?:{one_of(LISTS.words('hedging_words', 'earlier'))}|had (?:\w+ly )?(?:long )?$|once|used to)\b",
    re.I,
)
_UNSAID = re.compile(
    r"\b(?:(?:back|walk|step|shi)\w*\s(?:away|back)\b|retract\w*|den(?:y|ies|ied)|disavow\w*|dismiss\w*\s(?:\w+\s){0,3}that|"
    r"(?:claims?|rumou?rs?|reports?|allegations?|suggestions?)\sthat)[^:;,.]{0,50}$"
)
"""Words by which a sentence says that the stance behind them is not, or no longer, held."""
_BEING = Within(LISTS.words("clause_cues", "being"))
_POSSESSIVE = re.compile(r"(?:[’']s?)\s(?:[\w-]{1,20}\s){0,3}$")
_ITS = re.compile(r"\b(his|her|its|their)\s(?:[\w-]{1,20}\s){0,3}$", re.I)
_REACH = 110
"""Characters before a verb in which its subject is looked for."""


@dataclass(frozen=True, slots=True)
class _Subject:
    actor: Actor
    start: int
    helpers: str


def find_stances(prose: Prose, names: Names, quotations: Sequence[Claim]) -> Iterator[Claim]:
    """All stances of the prose whose actor and topic are clear; those in quotation marks have the speaker as source."""
    reader = _Reader(prose, names)
    quoted = [(claim.span.start, claim.span.end, claim.source) for claim in quotations]
    for match in index_of(prose.lower).matches(_STANCE, _OPENERS):
        if match.group("verb"):
            yield from reader.of_verb(match, quoted)
        else:
            yield from reader.of_noun(match, quoted)


Quoted = Sequence[tuple[int, int, str | None]]


class _Reader:
    """Reads the stances of one article."""

    def __init__(self, prose: Prose, names: Names) -> None:
        self.prose = prose
        self.names = names
        self.topics = Topics(prose, names)

    def of_verb(self, verb: re.Match[str], quoted: Quoted) -> Iterator[Claim]:
        if _source(quoted, verb.start()) is not None:
            return
        sentence = sentence_at(self.prose, verb.start())
        accepts = _VERBS[verb["verb"]]
        passive = self._passive(verb, sentence)
        if passive:
            yield from passive
            return
        subject = self._subject(verb.start(), sentence)
        topic = self.topics.after(verb.end(), sentence[1])
        if subject is None or topic is None:
            return
        negated = bool(_NEGATION.search(subject.helpers))
        if (verb["verb"] in WANTING and not negated) or (
            verb["verb"] in _ADJECTIVES and not _BEING.stands(subject.helpers)
        ):
            return
        yield self._claim(subject, accepts != negated, topic, (subject.start, topic.end), sentence, negated)

    def _passive(self, verb: re.Match[str], sentence: tuple[int, int]) -> list[Claim]:
        """ "..., which was also accepted by Ukraine": the topic stands before, the actor after "by"."""
        by = _BY.match(self.prose.lower, verb.end(), sentence[1])
        if not by or not verb["verb"].endswith("ed"):
            return []
        actor = self.names.covering(by.end())
        link = _WHICH.search(self.prose.lower, max(sentence[0], verb.start() - 60), verb.start())
        if actor is None or link is None:
            return []
        topic = self.topics.before(link.start(), sentence[0])
        if topic is None:
            return []
        negated = bool(_NEGATION.search(link.group()))
        subject = _Subject(actor.actor, actor.span.start, link.group())
        place = (topic.start, actor.span.end)
        return [self._claim(subject, _VERBS[verb["verb"]] != negated, topic, place, sentence, negated)]

    def _subject(self, at: int, sentence: tuple[int, int]) -> _Subject | None:
        """The actor of the verb at ``at``: the name or pronoun in front of it, or who governs its gerund."""
        first = max(sentence[0], at - _REACH)
        for name in reversed(self.names.within(first, at)):
            link = _TO_VERB.match(self.prose.text, name.span.end, at)
            if link:
                nobody = _NOBODY.search(self.prose.text, first, name.span.start)
                return None if nobody or name.kind == OFFICE else _Subject(name.actor, name.span.start, link.group(1))
        pronoun = _PRONOUN.search(self.prose.text, first, at)
        if pronoun:
            actor = self._antecedent(pronoun.start(), pronoun.group(1).lower(), sentence)
            return _Subject(actor, pronoun.start(), pronoun.group(2)) if actor else None
        gerund = _GERUND.search(self.prose.text, first, at)
        if gerund:
            governing = [
                name for name in self.names.within(sentence[0], gerund.start()) if name.kind in (STATE, PERSON)
            ]
            if governing:
                return _Subject(governing[-1].actor, gerund.start(), gerund.group())
        return None

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

    def of_noun(self, noun: re.Match[str], quoted: Quoted) -> Iterator[Claim]:
        if _source(quoted, noun.start()) is not None:
            return
        sentence = sentence_at(self.prose, noun.start())
        topic = self.topics.after(noun.end(), sentence[1])
        holder = self._holder(noun.start(), sentence)
        if topic is None or holder is None:
            return
        accepts = _NOUNS[noun["noun"]]
        yield self._claim(holder, accepts, topic, (holder.start, topic.end), sentence, False)

    def _holder(self, at: int, sentence: tuple[int, int]) -> _Subject | None:
        """Whose stance a noun is: "Putin's outright rejection of", "its rejection of"."""
        first = max(sentence[0], at - _REACH)
        owned = _POSSESSIVE.search(self.prose.text, first, at)
        if owned:
            name = self.names.covering(owned.start() - 1)
            return _Subject(name.actor, name.span.start, self.prose.text[owned.start() : at]) if name else None
        its = _ITS.search(self.prose.text, first, at)
        if its:
            actor = self._antecedent(its.start(), its.group(1).lower(), sentence)
            return _Subject(actor, its.start(), self.prose.text[its.start() : at]) if actor else None
        return None

    def _claim(
        self,
        subject: _Subject,
        accepts: bool,
        topic: Placed,
        place: tuple[int, int],
        sentence: tuple[int, int],
        negated: bool,
    ) -> Claim:
        first = max(sentence[0], place[0] - _REACH)
        weak = _WEAK.search(self.prose.text, first, place[1]) or _EARLIER.search(subject.helpers)
        weak = weak or _UNSAID.search(self.prose.text, first, place[0])
        value = Stance(subject.actor, accepts, topic.topic)
        words = f"{subject.actor.name} on {topic.topic.head}"
        return Claim(
            ClaimKind.STANCE,
            self.prose.span(*place),
            value,
            words,
            polarity=Polarity.NEGATIVE if negated else Polarity.POSITIVE,
            modality=Modality.HEDGED if weak else Modality.ASSERTED,
        )


def _source(quoted: Quoted, at: int) -> str | None:
    index = bisect_right(quoted, at, key=lambda quotation: quotation[0]) - 1
    return (quoted[index][2] or "") if index >= 0 and at < quoted[index][1] else None
