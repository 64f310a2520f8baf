"""Frames: the sentences of an article around its quotations, and whose the verbs of saying in them are.

Everything in marks is blanked, so that a frame holds the article's own words. A verb's subject is found by where mentions
stand in its clause, by conjunctions, relatives and appositions: a shallow grammar, enough for reporting clauses. It is code: it
starts at mentions and verbs that were found, and asks what stands between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from auditor.languages.en.code.names import PERSON
from auditor.languages.en.code.voices import BLANK, CUES, PRONOUNS, Teller, Voices
from auditor.languages.en.lexicon.calendar import NAMES
from auditor.languages.en.lists import LISTS
from auditor.model import Prose
from auditor.text.alternation import one_of
from auditor.text.regex import regex
from auditor.text.runs import run_at, run_before, runs

_IRREGULAR_PASTS = LISTS.words("irregular_verbs", "past") - LISTS.words("irregular_verbs", "ambiguous")
_NOT_NAMES = LISTS.words("plain_words", "opener")

_NOUN = regex(
    rf"(?:(?i:{one_of(LISTS.words('function_words', 'noun-phrase'))})\s(?:[\w’'-]{{1,20}}\s){{0,4}}[\w’'-]{{2,20}}"
    r"|(?P<name>[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'.-]{1,20}){0,3}))"
)
"""A noun phrase, or words with a capital, of which nothing else is known."""
_CLAUSE = regex(rf"[,;:—–({BLANK}]|\b(?:{one_of(LISTS.words('function_words', 'clause-opener'))})\b")
_PREPOSITIONS = LISTS.words("function_words", "object-ahead")
_OBJECT_ENDS = LISTS.words("function_words", "object-end")
_IN_OBJECT = frozenset(("the", "a", "an", "his", "her", "its", "their"))
"""Words between a preposition and its noun that tell nothing of it."""
_HELPERS = LISTS.words("function_words", "speech-helper")
_DAY_LEADS = ("in", "on", "last")
_OTHER_CLAUSE = LISTS.words("function_words", "other-clause")
_FINITE = LISTS.words("function_words", "finite")
_RELATIVES = frozenset(("who", "which", "that", "whose"))
_GOVERNING = LISTS.words("function_words", "governing")
_ABBREVIATIONS = LISTS.words("short_forms", "point") | LISTS.named("months.short")
"""Words behind which, written with a capital, a full stop ends no sentence."""
_INVERTED = LISTS.all_members("reporting_verbs", "inverted")
"""Verbs of saying that may stand before their subject and take nobody they are said to."""
_ENDS = regex(rf"[.!?][)\]]?\s{{1,99}}(?=[\"“‘'(\[A-Z0-9À-Þ{BLANK}])|{BLANK}\s{{1,99}}(?=[A-ZÀ-Þ{BLANK}])")
_LONGEST_APPOSITION = 180
"""Characters that a clause between a name and its verb may take: a sentence of news rarely has more on one side."""
_APPOSED_WITHIN = 40
"""Characters between a name and an apposition of it: behind more, the apposition is of somebody else."""
_BESIDE = 60
"""Characters between a verb and its subject, and of a subject of which only its last noun is known."""
_FRAME = 600
"""Characters of a frame on either side of its quotation."""
_IN_PHRASE = 3
"""Words before a noun among which its preposition is looked for."""
_OPENING = "([“‘\"'—–"
_INSIDE = str.maketrans("", "", "’'.-")
"""What may stand between the letters of a word."""
_DEEPEST = 6
"""Verbs in a row ("said ... and added ... and warned") through which a subject is carried."""
_NO_SPEAKERS = _NOT_NAMES | NAMES


def only_helpers(text: str) -> bool:
    """Whether nothing stands there but what may stand between a subject and its verb: helpers, adverbs, a day or a year."""
    words = text.split()
    return all(
        word in _HELPERS
        or (word.islower() and word.endswith("ly"))
        or word in _DAY_LEADS
        or (before in _DAY_LEADS and _is_time(before, word))
        for before, word in zip(["", *words], words, strict=False)
    )


def _is_time(lead: str, word: str) -> bool:
    """Whether a word behind "in", "on" or "last" may be a year or a day."""
    return word.isdecimal() if lead == "in" else word.isalpha()


def _is_past(word: str) -> bool:
    return word in _IRREGULAR_PASTS or (word.endswith("ed") and word.islower())


@dataclass(slots=True)
class Frame:
    """A sentence ``[start, end)`` of the article: its mentions and the verbs of saying in it, in reading order.

    ``text`` is the whole article, what stands in marks blanked, and ``lower`` the same in lower case.
    """

    text: str
    lower: str
    start: int
    end: int
    mentions: list[Teller]
    cues: list[tuple[int, int]]

    def is_noun(self, mention: Teller) -> bool:
        """Whether the mention is a name or noun rather than a pronoun."""
        return self.lower[mention.start : mention.end] not in PRONOUNS

    @property
    def alone(self) -> bool:
        """Whether nothing but quotations stands in it."""
        return not self.text[self.start : self.end].replace(BLANK, "").strip(" \n\t.,—–-")

    def mention_from(self, at: int) -> Teller | None:
        """The first mention at or behind ``at``."""
        place = self._from(at)
        return self.mentions[place] if place < len(self.mentions) else None

    def _from(self, at: int) -> int:
        return bisect_left([mention.start for mention in self.mentions], at)

    def after(self, at: int) -> Teller | None:
        """The mention that begins right behind a verb, or behind an office written before it."""
        for mention in self.mentions[self._from(at) :][:1]:
            between = self.text[at : mention.start]
            if (
                "," not in between
                and BLANK not in between
                and len(between) < _BESIDE
                and _GOVERNING.isdisjoint(between.lower().split()[:1])
            ):
                return mention
        return None

    def subject(self, place: int) -> Teller | None:
        """The subject of verb number ``place``: whoever stands before it in its clause, or behind it where it is fronted."""
        at, end = self.cues[place]
        if self.lower[at:end] == "according to":
            return self.after(end)
        if not self.text[self.start : at].strip():
            return self.after(end)
        clauses = [found.span() for found in _CLAUSE.finditer(self.lower, max(self.start, at - _FRAME), at)]
        first = clauses[-1][1] if clauses else self.start
        near = self.first_subject(first, at) or self.noun_phrase(first, at)
        if near and self._finite(at, end):
            return self._outer(place, near)
        beside = self.mentions[: self._from(at)][-1:]
        if beside and beside[0].name and beside[0].end + 1 == at and not self._finite(at, end):
            return beside[0]
        word = self.lower[slice(*clauses[-1])] if clauses else ""
        if word in (",", ")"):
            return self._before_apposition(clauses, at)
        if word in ("who", "which", "that") and only_helpers(self.text[first:at]):
            mentions = [m for m in self.mentions if m.end <= clauses[-1][0] + 1]
            return self._apposed_to(mentions) if mentions else None
        if word in ("and", "but", "or", "so") and place > 0 and only_helpers(self.text[first:at]):
            joined = self.first_subject(clauses[-2][1] if len(clauses) > 1 else self.start, clauses[-1][0])
            if joined:
                return self._outer(place - 1, joined)
            return self.subject(place - 1) if place < _DEEPEST else None
        subject = self.first_subject(self.start, at)
        opening = None if self._finite(at, end) else self._opening_name()
        return opening if opening and (subject is None or subject.start > opening.end) else subject

    def inverted(self, place: int) -> Teller | None:
        """Who speaks behind a verb that follows what is said: "The wall is old, said Ana Ruiz, the mayor"."""
        at, end = self.cues[place]
        if self.lower[at:end] not in _INVERTED or self.text[max(self.start, at - 2) : at].strip() != ",":
            return None
        mention = self.after(end)
        rest = self.text[mention.end : self.end].strip() if mention else ""
        closes = rest in ("", ".") or rest[0] in ",;:"
        behind = takewhile(lambda word: word not in _RELATIVES, runs(rest)) if closes else ()
        return mention if closes and not any(word in _FINITE or _is_past(word) for word in behind) else None

    def _apposed_to(self, mentions: Sequence[Teller]) -> Teller:
        """The last mention, or the name that it stands behind a comma of: "X, the pilot, who said"."""
        last, name = mentions[-1], mentions[-2] if len(mentions) > 1 else None
        return name if name and name.name and self.text[name.end : last.start] == ", " else last

    def opening(self, at: int) -> Teller | None:
        """The subject of the clause that begins at ``at``."""
        subject = self.first_subject(at, self.end)
        return subject if subject and not self.text[at : subject.start].strip(" ,") else None

    def _opening_name(self) -> Teller | None:
        """A name that nothing else tells of, where it opens the sentence before a verb in the past: "Lant inflamed ..."."""
        found = _NOUN.match(self.text, self.start, self.end)
        if found is None or not found["name"] or found["name"].split()[0].lower() in _NO_SPEAKERS:
            return None
        return Teller(*found.span()) if _is_past(run_at(self.text, found.end() + 1)) else None

    def _finite(self, at: int, end: int) -> bool:
        """Whether the verb has a subject of its own: "to accuse" and "by calling" have that of the sentence."""
        before = self.lower[self.start : at].split()[-1:]
        ing = self.lower.endswith("ing", at, end)
        return before != ["to"] and not (ing and before[:1] not in (["is"], ["are"], ["was"], ["were"], ["been"]))

    def _outer(self, place: int, near: Teller) -> Teller:
        """The named speaker of an earlier verb whom a pronoun takes up: "X said she thinks ..."."""
        if place == 0 or self.lower[near.start : near.end] not in ("he", "she", "they", "it"):
            return near
        pronoun = self.lower[near.start : near.end]
        between = self.text[self.cues[place - 1][1] : near.start]
        other = pronoun != "it" and (
            not {",", ";", ":"}.isdisjoint(between) or not _OTHER_CLAUSE.isdisjoint(runs(between.lower()))
        )
        if place >= _DEEPEST or BLANK in between or (other and self._subject_beside(place - 1) != pronoun):
            return near
        outer = self.subject(place - 1)
        return outer if outer and outer.end < near.start and self.is_noun(outer) else near

    def _subject_beside(self, place: int) -> str:
        """The word right before verb number ``place``."""
        words = self.lower[self.start : self.cues[place][0]].split()
        return words[-1] if words else ""

    def noun_phrase(self, first: int, last: int) -> Teller | None:
        """Whoever stands right before a verb of saying speaks: "the announcer", "Zelensky", whatever the noun."""
        while first < last and self.text[first] in " ,\xa0—–-":
            first += 1
        found = _NOUN.match(self.text, first, last) if last - first < _BESIDE else None
        if found is None or (found["name"] and found["name"].split()[0].lower() in _NO_SPEAKERS):
            return None
        return Teller(first, found.end()) if only_helpers(self.text[found.end() : last]) else None

    def _before_apposition(self, clauses: Sequence[tuple[int, int]], at: int) -> Teller | None:
        """The subject of a verb behind an apposition: ``X, head of Y, said``; of ``X did this, saying`` too."""
        for start, _ in reversed(clauses[:-1]):
            if self.text[start] in ",(":
                before = [m for m in self.mentions if m.end <= start and not self._governed(self.start, m)]
                if before:
                    return before[-1] if start - before[-1].end < _APPOSED_WITHIN else before[0]
                beside = [m for m in self.mentions if m.end == start and m.name and m.name.kind == PERSON]
                if beside:
                    return beside[0]
        return self.first_subject(self.start, at)

    def first_subject(self, first: int, last: int) -> Teller | None:
        """The first mention in ``[first, last)`` that no preposition governs."""
        for mention in self.mentions[self._from(first) :]:
            if mention.end > last:
                return None
            if not self._governed(first, mention):
                return mention
        return None

    def _governed(self, first: int, mention: Teller) -> bool:
        """Whether a preposition behind ``first`` governs the mention: never one of "he", "she", "they"."""
        if not self.is_noun(mention):
            return False
        before = self.lower[max(first, mention.start - _BESIDE) : mention.start]
        words = before.split() if before[-1:].isspace() else []
        title = mention.name.title.split() if mention.name else []
        if "of" in title:  # "Secretary of State Ann Lee": the "of" is the title's own
            del words[-len(title) :]
        for word in (words.pop() for _ in words[-_IN_PHRASE:]):
            plain = word.lstrip(_OPENING)
            if plain in _PREPOSITIONS or (
                plain in _IN_OBJECT and words and words[-1].lstrip(_OPENING) in _PREPOSITIONS
            ):
                return True
            if plain in _OBJECT_ENDS or not plain.translate(_INSIDE).isalnum():
                return False
        return False


class Frames:
    """The frames of one article."""

    def __init__(self, prose: Prose, text: str, lower: str, voices: Voices) -> None:
        """Take the prose, the same with everything in marks blanked, that in lower case, and the reader of who can speak."""
        self._prose = prose
        self._text = text
        self._lower = lower
        self._voices = voices
        self._starts = [start for start, _ in prose.paragraphs]
        self._frames: dict[tuple[int, int], Frame] = {}

    def between(self, first: int, last: int) -> Frame:
        """The frame ``[first, last)``."""
        if (first, last) not in self._frames:
            self._frames[first, last] = Frame(self._text, self._lower, first, last, *self._voices.read(first, last))
        return self._frames[first, last]

    def around(self, start: int, end: int) -> Frame:
        """The sentence of the article that holds ``[start, end)``, marks and what stands in them counted as words."""
        paragraph = max(0, bisect_right(self._starts, start) - 1)
        low, high = self._prose.paragraphs[paragraph] if self._prose.paragraphs else (0, len(self._text))
        low, high = max(low, start - _FRAME), min(high, end + _FRAME)
        first = low
        for stop in self._stops(low, start):
            first = stop
        return self.between(first, next(self._stops(end, high), high))

    def _stops(self, low: int, high: int) -> Iterator[int]:
        """Where sentences begin behind ``low``: after a full stop of the article, or after speech that ends like a sentence."""
        for found in _ENDS.finditer(self._text, low, high):
            if found.group()[0] == BLANK:
                if self._ends_sentence(found):
                    yield found.end()
            elif not self._abbreviates(found.start()):
                yield found.end()

    def _abbreviates(self, at: int) -> bool:
        """Whether a full stop at ``at`` stands behind an initial or a word that is written short: "Gov."."""
        word = run_before(self._text, at)
        return word[:1].isupper() and (len(word) == 1 or word.lower() in _ABBREVIATIONS)

    def _tells(self, at: int) -> bool:
        """Whether a verb of saying stands one to six words behind ``at``."""
        words = runs(self._text, at, at + _BESIDE)
        return any(word.lower() in CUES for word in words[1:])

    def _ends_sentence(self, found: re.Match[str]) -> bool:
        inside = self._prose.text[max(0, found.start() - 3) : found.start() + 1].rstrip("”\"’'»")[-1:] or " "
        following = self._text[found.end() : found.end() + 1]
        if inside in "?!":
            return following == BLANK or not self._tells(found.end())
        return inside in ".…" and (following.isupper() or following == BLANK)
