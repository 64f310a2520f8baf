"""Who can speak in a stretch of text, and the verbs of saying in it.

A speaker is a name, a noun for people, groups or documents behind an article ("the spokesman"), a plural ("witnesses"), a
share ("52 percent of voters") or a pronoun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.languages.en.code.names import NAME, PERSON, STATE, Name, Names
from auditor.languages.en.lexicon.countries import demonyms
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import FEW_WORDS, NAME_WORDS, WORD
from auditor.text.alternation import end_of_word
from auditor.text.beside import Before
from auditor.text.regex import regex
from auditor.text.runs import run_before

_BACK = LISTS.words("verb_forms", "answering")
_BARE = LISTS.words("people_and_bodies", "bare")
_PERSON_NOUNS = LISTS.words("people_and_bodies", "speaker")
_SAYING = LISTS.all_members("reporting_verbs", "saying")
_TELLING = LISTS.all_members("reporting_verbs", "telling")
_VOICES = LISTS.words("people_and_bodies", "voice")
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")

BLANK = "\x01"
"""Stands for every character in marks; no article contains it."""

_NOUNS = _PERSON_NOUNS | _VOICES | _OFFICE_NOUNS
_HEADS = _NOUNS | {f"{noun}s" for noun in _NOUNS}
_PEOPLE = (
    {f"{noun}s" for noun in _PERSON_NOUNS} | {noun for noun in _PERSON_NOUNS if noun.endswith(("s", "police"))} | _BARE
)
CUES = _SAYING | _TELLING
_TOKEN = regex(r"[a-zß-ÿ][\w’'.-]*")
_DETERMINERS = LISTS.words("function_words", "speaker-article")
PRONOUNS = LISTS.words("function_words", "speaker-pronoun")
_UNNAMED = LISTS.words("function_words", "unnamed")
"""Words that say that somebody speaks and not who."""
_SPEAKING = LISTS.all_members("reporting_verbs", "speaking")
_NOTED = PRONOUNS | _DETERMINERS | _PEOPLE | CUES | _BACK | {"percent", "according"}
"""The words that make a speaker or a verb of saying."""
_NO_NOUN_PHRASE = _DETERMINERS | PRONOUNS | LISTS.words("function_words", "apart")
"""Words that do not stand between an article and its noun."""
_ARTICLES = LISTS.words("function_words", "owner") | {"no", "of"}
_OFFICER_ENDS = LISTS.entries("endings", "officer")
"""How nouns for people who hold a post end: "strategist", "cameraman", "editor-in-chief"."""
_GIVEN = Before(LISTS.words("sources_told", "naming-oneself"))
_TITLES = LISTS.words("short_forms", "before-name")
_BELONGS = regex(r"\s(?:of|for|from)\s(?:the\s|his\s|her\s|its\s|their\s)?[\w’-]{2,20}(?:\s[A-ZÀ-Þ][\w’-]+){0,2}")
"""Whom or what a speaker speaks for: "a spokesman for the ministry", "a Ministry of Fisheries spokesman"."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody who can speak: ``name`` is ``None`` for pronouns and nouns."""

    start: int
    end: int
    name: Name | None = None


class Voices:
    """Reads who can speak in one article."""

    def __init__(self, text: str, lower: str, names: Names) -> None:
        """Take the article's own words, everything in marks blanked, as written and in lower case, and its names."""
        self._text = text
        self._lower = lower
        self._names = names

    def read(self, first: int, last: int) -> tuple[list[Teller], list[tuple[int, int]]]:
        """Who can speak in ``[first, last)``, none inside another, and the verbs of saying there; both in reading order."""
        tokens = [
            found.span() if found.group().isalpha() else self._word(*found.span())
            for found in _TOKEN.finditer(self._lower, first, last)
        ]
        words = [self._lower[start:end] for start, end in tokens]
        found = [mention for name in self._names.within(first, last) if (mention := self._named(name, last))]
        cues = []
        for place, word in enumerate(words):
            if word not in _NOTED:
                continue
            start, end = tokens[place]
            if word in PRONOUNS:
                found.append(Teller(start, end))
            elif word in _DETERMINERS and not (word in _UNNAMED and self._says(words, place)):
                head = self._head(tokens, words, place)
                if head:
                    found.append(Teller(start, self._with_body(head, last)))
            elif word in _UNNAMED and self._says(words, place):
                found.append(Teller(start, end))
            elif word == "percent" and place and self._text[start - 2].isdigit():
                found.append(Teller(start - 1 - len(run_before(self._text, start - 1)), end))
            elif word in _PEOPLE and (place == 0 or words[place - 1] not in _DETERMINERS):
                adjective = (
                    place > 0 and self._text[tokens[place - 1][0]].isupper() and start - tokens[place - 1][1] == 1
                )
                found.append(Teller(tokens[place - 1][0] if adjective else start, end))
            if word in _BACK and words[place + 1 : place + 2] == ["back"]:
                cues.append((start, tokens[place + 1][1]))
            elif word in CUES and (place == 0 or words[place - 1] not in _ARTICLES) and not self._in_name(start):
                cues.append((start, end))
            elif word == "according" and words[place + 1 : place + 2] == ["to"]:
                cues.append((start, tokens[place + 1][1]))
        return self._apart(found), cues

    def _with_body(self, head: int, last: int) -> int:
        """Where the words for a speaker end with whom they speak for: "a statement [from the Trump campaign]"."""
        belongs = _BELONGS.match(self._text, head, last)
        if belongs is None:
            return head
        noun = (
            end_of_word(self._text, belongs.end() + 1, last, _HEADS, 0)
            if self._text[belongs.end() : belongs.end() + 1] == " "
            else None
        )
        return noun or belongs.end()

    def _says(self, words: list[str], place: int) -> bool:
        """Whether a verb of saying stands right beside the word, with no noun behind it: "one said", "said another."."""
        if not _SPEAKING.isdisjoint(words[place + 1 : place + 2]):
            return True
        behind = words[place + 1 : place + 2]
        return place > 0 and words[place - 1] in _SPEAKING and behind in ([], ["who"], ["in"], ["as"], ["and"])

    def _in_name(self, start: int) -> bool:
        """Whether the word stands with a capital right behind another: "the State Police", which states nothing."""
        return self._text[start].isupper() and start > 1 and self._text[start - 2].isalnum()

    def _word(self, start: int, end: int) -> tuple[int, int]:
        """A word without its full stop and without what is contracted with it: "she’s" is "she"."""
        word = self._lower[start:end].removesuffix(".")
        front = word.replace("’", "'").partition("'")[0]
        return start, start + len(front if front in PRONOUNS else word)

    def _head(self, tokens: list[tuple[int, int]], words: list[str], place: int) -> int | None:
        """The end of the noun for a speaker that a determiner leads to, with nothing but words between."""
        for ahead in range(len(tokens))[place + 1 : place + 7]:
            if self._text[tokens[ahead - 1][1] : tokens[ahead][0]] not in (" ", "\xa0", "\n"):
                return None
            if words[ahead] in _HEADS and _HEADS.isdisjoint(words[ahead + 1 : ahead + 2]):
                return tokens[ahead][1]
            if words[ahead] in CUES or words[ahead] in _NO_NOUN_PHRASE:
                return None
        return None

    def _apart(self, found: list[Teller]) -> list[Teller]:
        """The mentions without those inside others; an organisation or short title is part of the officer's name."""
        found.sort(key=lambda mention: (mention.start, -mention.end))
        kept: list[Teller] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                continue
            if mention.name and (giver := self._giver(kept, mention)):
                kept[kept.index(giver) :] = [Teller(giver.start, mention.end, mention.name)]
                continue
            if kept and mention.name and self._has_role(kept[-1].end, mention.start):
                short = self._lower[kept[-1].start : kept[-1].end].rpartition(" ")[2]
                if self._text[kept[-1].end] != "." or short in _TITLES:
                    kept[-1] = Teller(kept[-1].start, mention.end, mention.name)
                    continue
            beside = kept and mention.name and mention.start - kept[-1].end == 1
            if beside and not kept[-1].name and self._noun(kept[-1]):
                kept[-1] = Teller(kept[-1].start, mention.end, mention.name)
                continue
            if kept and self._apposed(kept[-1], mention):
                kept[-1] = Teller(kept[-1].start, mention.end, mention.name)
                continue
            kept.append(mention)
        return kept

    def _has_role(self, start: int, end: int) -> bool:
        """Whether between two mentions stands what makes them one speaker: a noun for an officer, or a title's full stop."""
        between = self._lower[start:end]
        if between[:1] == ".":
            return between[1:].isspace() and end == start + 2
        *words, head = between.lstrip("’'").removeprefix("s ").split(None, NAME_WORDS) or [""]
        plain = all(word.replace("-", "").isalnum() for word in [*words, head])
        return plain and not words[NAME_WORDS - 1 :] and (head in _HEADS or head.endswith(_OFFICER_ENDS))

    def _giver(self, kept: Sequence[Teller], name: Teller) -> Teller | None:
        """Who gave the name: "the woman, who gave her name as Ana Ruiz"."""
        at = _GIVEN.start(self._lower, name.start)
        if at is None:
            return None
        nouns = (one for one in reversed(kept) if one.name is None and self._noun(one))
        return next((noun for noun in nouns if self._lower[noun.end : at].strip(", ") in ("", "who")), None)

    def _apposed(self, noun: Teller, name: Teller) -> bool:
        """ "The captain, Rafe Dunmore, ...": a full name between commas says who the noun is."""
        if noun.name or name.name is None or name.name.kind not in (PERSON, NAME) or not self._noun(noun):
            return False
        closes = self._text[name.end : name.end + 1] in (",", ".", ";", "")
        return closes and self._text[noun.end : name.start] == ", " and " " in name.name.span.text

    def _noun(self, mention: Teller) -> bool:
        return self._text[mention.start : mention.end].lower() not in PRONOUNS

    def _shouted(self, start: int, end: int) -> bool:
        """Whether the whole line is in capitals, a heading rather than a name."""
        first, last = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", end)
        return self._text[first : last if last >= 0 else len(self._text)].isupper()

    def _named(self, name: Name, last: int) -> Teller | None:
        start, end = name.span.start, name.span.end
        if BLANK in self._text[start:end] or (
            name.span.text.isupper() and (end - start > WORD or self._shouted(start, end))
        ):
            return None
        if self._text[end : end + 1] in ("’", "'"):
            behind = self._text.startswith(("s ", "S "), end + 1) + end + 2
            owned = end_of_word(self._text, behind, last, _HEADS, FEW_WORDS)
            return Teller(start, owned) if owned else None
        return None if name.kind == STATE and name.span.text in demonyms() else Teller(start, end, name)
