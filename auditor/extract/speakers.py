"""Who says a quotation: the subject of the verb that carries it, or nobody where that is not clear.

A quotation is read inside its frame: the sentence of the article around it, with everything in marks blanked. In the frame
the verb of saying is found first (behind the quotation, before it, in its clause), then that verb's subject, by where
mentions of people, groups and pronouns stand. Sentences of speech without such a verb take the speaker of the speech they go on from,
or whom the sentence before tells of. PARC 3.0 and PolNeAR call the three parts source, cue and content.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.extract.marks import CLOSED, RUNS_ON, Marked
from auditor.extract.names import NAME, PERSON, STATE, Name, Names
from auditor.lexicon.countries import demonyms
from auditor.lexicon.reporting import BARE, PERSON_NOUNS, SAYING, TELLING, VOICES
from auditor.lexicon.words import CALENDAR, NOT_NAMES, OFFICE_NOUNS
from auditor.model import Prose, Span

BLANK = "\x01"
"""Stands for every character in marks; no article contains it."""

_NOUNS = PERSON_NOUNS | VOICES | OFFICE_NOUNS
_HEADS = _NOUNS | {f"{noun}s" for noun in _NOUNS}
_PEOPLE = (
    {f"{noun}s" for noun in PERSON_NOUNS} | {noun for noun in PERSON_NOUNS if noun.endswith(("s", "police"))} | BARE
)
_CUES = SAYING | TELLING
_HEAD = "|".join(sorted(_HEADS, key=len, reverse=True))
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ][\w’'.-]*")
_DETERMINERS = frozenset(
    """the a an one another his her its their our my some several two three four many most this these those other
    no each every""".split()
)
PRONOUNS = frozenset("he she they we i it who others everyone nobody someone everybody".split())
_NO_NOUN_PHRASE = (
    _DETERMINERS
    | PRONOUNS
    | frozenset(
        """that of in at on to for with from by and or but that which is was are were be been has have had not as than when while if
    about against into over after before under during because so where how what why would will could can""".split()
    )
)
"""Words that do not stand between an article and its noun."""
_ARTICLES = frozenset("a an the his her its their our my this that no of".split())
_NOUN_PHRASE = re.compile(r"(?:the|a|an|one|another|his|her|their|our|my)\s(?:[\w’'-]{1,20}\s){0,4}[\w’'-]{2,20}", re.I)
_OWNED = re.compile(rf"[’']s?\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{_HEAD})\b", re.I)
_ROLE = re.compile(rf"(?:[’']s?)?\s(?:[\w-]{{1,20}}\s){{0,4}}?(?:{_HEAD})\s|\.\s", re.I)
"""Between an organisation and its officer ("Kremlin spokesman X"), and behind a short title ("Gov. X")."""
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|Maj|Adm|Atty|Del|Pres|Supt|Sheriff)$"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|in|at|on|to|with|for|from|by|about|against|near|over|under|than|between|during|via|through|into|including|"
    r"told|tells|telling|toward|towards|as|like|called|calling|behind|across|around|within|without|upon|among|after|before|since)"
    r"\s(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s)?"
    r"(?:(?!(?:that|and|but|who|which|if|when|while|as|because|what|how)\b)[\w’'.-]{1,20}\s){0,2}?$",
    re.I,
)
_CLAUSE = re.compile(
    rf"[,;:—–({BLANK}]|\b(?:and|but|that|what|which|who|whom|whose|as|because|when|while|if|where|though|although|how|or|so)\b",
    re.I,
)
_HELPERS = re.compile(
    r"(?:\s|\b(?:[a-z]+ly|also|then|later|once|again|has|had|have|is|are|was|were|would|will|just|could|can|did|does|do|not|"
    r"first|even|still|now|never|always|often|been|being|further|soon|himself|herself|too|went|on|goes|may|might|long|ever|to)\b)*$"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|"
    r"Nov|Dec|Inc|Co|Corp|Ltd|Mt|Ft|Maj|Adm|Atty|Del|Pres|Supt|Mich|Calif|Va|Pa|Fla|Mass|Conn|Wis|Minn|Ariz|Ill|Tenn|Ky|Ga|Ala|"
    r"Colo|Okla|Ore|Wash|Md|Mo|Nev|Vt|Miss|Tex)|\b[A-Z])$"
)
_LONGEST_SUBJECT = 140
"""Characters between a quotation and the verb behind it: a name, an office, an apposition."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation.

    ``speaker`` is the mention beside the verb ("she"), ``name`` who that is where it is clear, ``cue`` the verb,
    ``unsure`` why there is no speaker.
    """

    speaker: Span | None = None
    cue: Span | None = None
    name: str | None = None
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who can speak: ``name`` is ``None`` for pronouns and nouns."""

    start: int
    end: int
    name: Name | None = None


@dataclass(slots=True)
class _Frame:
    """A sentence of the article around quotations: its bounds, its mentions and verbs of saying, in reading order."""

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)
    cues: list[tuple[int, int]] = field(default_factory=list)


class Speakers:
    """Finds the speakers of one article's quotations, in reading order."""

    def __init__(self, prose: Prose, names: Names, passages: Sequence[Marked]) -> None:
        """Take the article's prose, its names and all its passages in marks; ``passages`` are numbered from 0."""
        self._prose = prose
        self._names = names
        self.passages = passages
        self._starts = [start for start, _ in prose.paragraphs]
        self._text = _blanked(prose.text, passages)
        self._frames: dict[tuple[int, int], _Frame] = {}
        self._told: dict[int, Attribution] = {}

    def of(self, number: int, speech: bool) -> Attribution:
        """Who says passage ``number``; ``speech`` for sentences of speech, which may go on from what stands before."""
        passage = self.passages[number]
        frame = self._frame(passage.start, passage.end)
        found = (
            self._signed(passage, frame)
            or self._behind(passage, frame)
            or self._before(passage, frame, speech)
            or self._according(passage, frame)
            or self._later(passage, frame)
            or (None if self._alone(passage, frame) else self._teller(passage, frame))
        )
        result = self._context(number, passage, frame) if found is None and speech else self._attributed(found)
        self._told[number] = result
        return result

    @property
    def text(self) -> str:
        """The article's own words: the prose with everything in marks blanked, offsets unchanged."""
        return self._text

    def told(self, start: int, end: int) -> Iterator[Attribution]:
        """Who says what in the sentence ``[start, end)``: one attribution a verb of saying, those without a subject left out."""
        frame = _Frame(start, end, *self._read(start, end))
        for place, cue in enumerate(frame.cues):
            inverted = self._text[max(start, cue[0] - 2) : cue[0]].strip() in (",", BLANK)
            subject = (self._after(cue[1], frame) if inverted else None) or self._subject(frame.cues, place, frame)
            if subject:
                yield self._attributed(_Found(subject, cue))

    # --- frames -------------------------------------------------------------------------------------

    def _frame(self, start: int, end: int) -> _Frame:
        first, last = self._sentence(start, end)
        frame = self._frames.get((first, last))
        if frame is None:
            frame = _Frame(first, last, *self._read(first, last))
            self._frames[first, last] = frame
        return frame

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence of the article that holds ``[start, end)``, marks and what stands in them counted as words."""
        paragraph = max(0, bisect_right(self._starts, start) - 1)
        low, high = self._prose.paragraphs[paragraph] if self._prose.paragraphs else (0, len(self._text))
        low, high = max(low, start - _FRAME), min(high, end + _FRAME)
        first = low
        for stop in self._stops(low, start):
            first = stop
        last = next(self._stops(end, high), high)
        return first, last

    def _stops(self, low: int, high: int) -> Iterator[int]:
        """Where sentences begin behind ``low``: after a full stop of the article, or after speech that ends like a sentence."""
        for found in _ENDS.finditer(self._text, low, high):
            if found.group()[0] == BLANK:
                if self._ends_sentence(found):
                    yield found.end()
            elif not _ABBREVIATION.search(self._text, max(low, found.start() - 6), found.start()):
                yield found.end()

    def _ends_sentence(self, found: re.Match[str]) -> bool:
        inside = self._prose.text[found.start() - 1 : found.start() + 1].rstrip("”\"’'»")[-1:]
        following = self._text[found.end() : found.end() + 1]
        if inside in "?!":
            return following == BLANK or not _TELLS.match(self._text, found.end(), found.end() + 80)
        return inside in ".…" and (following.isupper() or following == BLANK)

    # --- mentions -----------------------------------------------------------------------------------

    def _read(self, first: int, last: int) -> tuple[list[Mention], list[tuple[int, int]]]:
        """Who can speak in ``[first, last)``, none inside another, and the verbs of saying there; both in reading order."""
        tokens = [self._word(*found.span()) for found in _TOKEN.finditer(self._text, first, last)]
        words = [self._text[start:end].lower() for start, end in tokens]
        found = [mention for name in self._names.within(first, last) if (mention := self._named(name, last))]
        cues = []
        for place, word in enumerate(words):
            start, end = tokens[place]
            if word in PRONOUNS:
                found.append(Mention(start, end))
            elif word in _DETERMINERS:
                head = self._head(tokens, words, place)
                if head:
                    belongs = _BELONGS.match(self._text, head, last)
                    found.append(Mention(start, belongs.end() if belongs else head))
            elif word == "percent" and place and self._text[start - 2].isdigit():
                found.append(Mention(start - 3 if start > 2 and self._text[start - 3].isdigit() else start - 2, end))
            elif word in _PEOPLE and (place == 0 or words[place - 1] not in _DETERMINERS):
                adjective = (
                    place > 0 and self._text[tokens[place - 1][0]].isupper() and start - tokens[place - 1][1] == 1
                )
                found.append(Mention(tokens[place - 1][0] if adjective else start, end))
            if word in _CUES and (place == 0 or words[place - 1] not in _ARTICLES):
                cues.append((start, end))
            elif word == "according" and words[place + 1 : place + 2] == ["to"]:
                cues.append((start, tokens[place + 1][1]))
        return self._apart(found), cues

    def _word(self, start: int, end: int) -> tuple[int, int]:
        """A word without its full stop and without what is contracted with it: "she’s" is "she"."""
        end -= self._text[end - 1] == "."
        contracted = _CONTRACTED.search(self._text, max(start, end - 3), end) if self._text[end - 1].isalpha() else None
        return start, contracted.start() if contracted and self._text[
            start : contracted.start()
        ].lower() in PRONOUNS else end

    def _head(self, tokens: list[tuple[int, int]], words: list[str], place: int) -> int | None:
        """The end of the noun for a speaker that a determiner leads to, with nothing but words between."""
        for ahead in range(place + 1, min(place + 7, len(tokens))):
            if self._text[tokens[ahead - 1][1] : tokens[ahead][0]] not in (" ", "\xa0"):
                return None
            if words[ahead] in _HEADS and _HEADS.isdisjoint(words[ahead + 1 : ahead + 2]):
                return tokens[ahead][1]
            if words[ahead] in _CUES or words[ahead] in _NO_NOUN_PHRASE:
                return None
        return None

    def _apart(self, found: list[Mention]) -> list[Mention]:
        """The mentions without those inside others; an organisation or short title is part of the officer's name."""
        found.sort(key=lambda mention: (mention.start, -mention.end))
        kept: list[Mention] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                continue
            if kept and mention.name and _ROLE.fullmatch(self._text, kept[-1].end, mention.start):
                titled = self._text[kept[-1].end] != "." or _TITLE.search(self._text, kept[-1].start, kept[-1].end)
                if titled:
                    kept[-1] = Mention(kept[-1].start, mention.end, mention.name)
                    continue
            if (
                kept
                and mention.name
                and mention.start - kept[-1].end == 1
                and not kept[-1].name
                and self._noun(kept[-1])
            ):
                kept[-1] = Mention(kept[-1].start, mention.end, mention.name)
                continue
            kept.append(mention)
        return kept

    def _noun(self, mention: Mention) -> bool:
        return self._text[mention.start : mention.end].lower() not in PRONOUNS

    def _named(self, name: Name, last: int) -> Mention | None:
        start, end = name.span.start, name.span.end
        if BLANK in self._text[start:end] or (end - start > 12 and name.span.text.isupper()):
            return None
        owned = _OWNED.match(self._text, end, min(last, end + 60))
        if owned:
            return Mention(start, owned.end())
        following = self._text[end : end + 2]
        if following[:1] in ("’", "'") or (name.kind == STATE and name.span.text in demonyms()):
            return None
        return Mention(start, end, name)

    # --- verbs of saying ----------------------------------------------------------------------------

    def _signed(self, passage: Marked, frame: _Frame) -> _Found | None:
        """A credit line: the quotation, a dash, and a name."""
        dash = _SIGNED.match(self._text, passage.end + 1, frame.end)
        if dash and passage.closed == CLOSED:
            for mention in frame.mentions[bisect_left([m.start for m in frame.mentions], dash.end()) :][:1]:
                ends = not self._text[mention.end : frame.end].strip(" .\n,") or self._text[mention.end] in ",\n"
                return _Found(mention, None) if mention.start == dash.end() and ends else None
        return None

    def _behind(self, passage: Marked, frame: _Frame) -> _Found | None:
        """``..., said X`` and ``..., X said`` right behind the quotation."""
        edge = passage.end + 1
        if edge >= frame.end or not self._breaks(passage):
            return None
        for cue in frame.cues[bisect_left(frame.cues, (edge, 0)) :][:1]:
            between = self._text[edge : cue[0]]
            if not between.strip(" ,\xa0—–-") or _HELPERS.fullmatch(between.strip(",—– ")):
                subject = self._after(cue[1], frame) or None
                if subject:
                    return _Found(subject, cue)
                return None
            if BLANK in between or len(between) > _LONGEST_SUBJECT:
                return None
            subject = self._first_subject(frame, edge, cue[0]) or self._noun_phrase(edge, cue[0])
            if subject and not self._text[edge : subject.start].strip(" ,\xa0—–-"):
                return _Found(subject, cue)
            return _Found(subject, cue) if subject and between.lstrip()[:1] == "," else None
        return None

    def _breaks(self, passage: Marked) -> bool:
        """Whether the quotation ends in a comma, a question or the like, behind which its verb may stand."""
        last = self._prose.text[max(0, passage.end - 3) : passage.end].rstrip("”\"’'» ")[-1:]
        return last in tuple(",?!…—–-.") or self._prose.text[passage.end + 1 : passage.end + 2] == ","

    def _after(self, at: int, frame: _Frame) -> Mention | None:
        """The mention that begins right behind a verb, or behind an office written before it."""
        for mention in frame.mentions[bisect_left([m.start for m in frame.mentions], at) :][:1]:
            between = self._text[at : mention.start]
            if "," not in between and BLANK not in between and len(between) < 60 and not _GOVERNED.match(between):
                return mention
        return None

    def _before(self, passage: Marked, frame: _Frame, speech: bool) -> _Found | None:
        """The nearest verb of saying before the quotation, and its subject."""
        cues = frame.cues[: bisect_left(frame.cues, (passage.start, 0))]
        for place in range(len(cues) - 1, max(-1, len(cues) - 5), -1):
            subject = self._subject(cues, place, frame)
            if subject:
                return _Found(subject, cues[place])
        return None

    def _according(self, passage: Marked, frame: _Frame) -> _Found | None:
        for cue in frame.cues:
            if self._text[cue[0] : cue[1]].lower() == "according to":
                subject = self._after(cue[1], frame)
                if subject:
                    return _Found(subject, cue)
        return None

    def _later(self, passage: Marked, frame: _Frame) -> _Found | None:
        """A verb of saying further on in the sentence: ``"..." is how X put it``."""
        cues = frame.cues
        for place in range(
            bisect_left(cues, (passage.end, 0)), min(len(cues), bisect_left(cues, (passage.end, 0)) + 2)
        ):
            subject = self._subject(cues, place, frame)
            if subject and subject.start > passage.end:
                return _Found(subject, cues[place])
        return None

    def _teller(self, passage: Marked, frame: _Frame) -> _Found | None:
        """The subject of the sentence, where no verb of saying is known."""
        subject = self._first_subject(frame, frame.start, passage.start)
        return _Found(subject, None) if subject else None

    # --- subjects -----------------------------------------------------------------------------------

    def _subject(self, cues: Sequence[tuple[int, int]], place: int, frame: _Frame) -> Mention | None:
        at, end = cues[place]
        if self._text[at:end].lower() == "according to":
            return self._after(end, frame)
        if not self._text[frame.start : at].strip():
            return self._after(end, frame)
        clauses = [found.span() for found in _CLAUSE.finditer(self._text, max(frame.start, at - _FRAME), at)]
        first = clauses[-1][1] if clauses else frame.start
        near = self._first_subject(frame, first, at) or self._noun_phrase(first, at)
        if near and self._finite(at, end):
            return self._outer(cues, place, frame, near)
        beside = [
            m
            for m in frame.mentions[: bisect_left([m.start for m in frame.mentions], at)][-1:]
            if m.name and m.end + 1 == at
        ]
        if beside and not self._finite(at, end):
            return beside[0]
        word = self._text[clauses[-1][0] : clauses[-1][1]].lower() if clauses else ""
        if word in (",", ")"):
            return self._before_apposition(frame, clauses, at)
        if word in ("who", "which", "that") and _HELPERS.fullmatch(self._text, first, at):
            mentions = [m for m in frame.mentions if m.end <= clauses[-1][0] + 1]
            return mentions[-1] if mentions else None
        if word in ("and", "but", "or", "so") and place > 0 and _HELPERS.fullmatch(self._text, first, at):
            joined = self._first_subject(frame, clauses[-2][1] if len(clauses) > 1 else frame.start, clauses[-1][0])
            if joined:
                return joined
            return self._subject(cues[:place], place - 1, frame) if place < _DEEPEST else None
        return self._first_subject(frame, frame.start, at)

    def _finite(self, at: int, end: int) -> bool:
        """Whether the verb has a subject of its own: "to accuse" and "by calling" have that of the sentence."""
        before = self._text[max(0, at - 12) : at].lower().split()[-1:]
        ing = self._text[at:end].lower().endswith("ing")
        return before != ["to"] and not (ing and before[:1] not in (["is"], ["are"], ["was"], ["were"], ["been"]))

    def _outer(self, cues: Sequence[tuple[int, int]], place: int, frame: _Frame, near: Mention) -> Mention:
        """The named speaker of an earlier verb whom a pronoun takes up: "X said she thinks ..."."""
        if place == 0 or self._text[near.start : near.end].lower() not in ("he", "she", "they", "it"):
            return near
        between = self._text[cues[place - 1][1] : near.start]
        if place >= _DEEPEST or BLANK in between or _OTHER_CLAUSE.search(between):
            return near
        outer = self._subject(cues, place - 1, frame)
        return outer if outer and outer.end < near.start and self._noun(outer) else near

    def _noun_phrase(self, first: int, last: int) -> Mention | None:
        """Whoever stands right before a verb of saying speaks: "the announcer", "Zelensky", whatever the noun."""
        while first < last and self._text[first] in " ,\xa0—–-":
            first += 1
        found = _NOUN_PHRASE.match(self._text, first, last)
        if not found:
            found = _CAPITALS.match(self._text, first, last)
            if found and found.group().split()[0].lower() in NOT_NAMES | CALENDAR:
                return None
        if found and last - first < 60 and _HELPERS.fullmatch(self._text, found.end(), last):
            return Mention(first, found.end())
        return None

    def _before_apposition(self, frame: _Frame, clauses: Sequence[tuple[int, int]], at: int) -> Mention | None:
        """The subject of a verb behind an apposition: ``X, head of Y, said``; of ``X did this, saying`` too."""
        for start, _ in reversed(clauses[:-1]):
            if self._text[start] in ",(":
                before = [m for m in frame.mentions if m.end <= start and not self._governed(frame.start, m)]
                if before:
                    return before[-1] if start - before[-1].end < 40 else before[0]
        return self._first_subject(frame, frame.start, at)

    def _first_subject(self, frame: _Frame, first: int, last: int) -> Mention | None:
        """The first mention in ``[first, last)`` that no preposition governs."""
        for mention in frame.mentions[bisect_left([m.start for m in frame.mentions], first) :]:
            if mention.end > last:
                return None
            if not self._governed(first, mention):
                return mention
        return None

    def _governed(self, first: int, mention: Mention) -> bool:
        """Whether a preposition behind ``first`` governs the mention: never one of "he", "she", "they"."""
        if self._text[mention.start : mention.end].lower() in PRONOUNS:
            return False
        return bool(_AFTER_PREPOSITION.search(self._text, max(first, mention.start - 40), mention.start))

    # --- speech that goes on ------------------------------------------------------------------------

    def _alone(self, passage: Marked, frame: _Frame) -> bool:
        """Whether nothing but the quotation stands in its frame."""
        return not self._text[frame.start : frame.end].replace(BLANK, "").strip(" \n\t.,—–-")

    def _context(self, number: int, passage: Marked, frame: _Frame) -> Attribution:
        """The speaker of what a quotation goes on from: the passage or the sentence before it."""
        told = self._going_on(number, passage, frame)
        return told if isinstance(told, Attribution) else self._attributed(told)

    def _going_on(self, number: int, passage: Marked, frame: _Frame) -> _Found | Attribution | None:
        paragraph = bisect_right(self._starts, passage.start) - 1
        before = number - 1
        earlier = self._told.get(before)
        if earlier and self.passages[before].closed == RUNS_ON:
            return earlier
        opens = frame.start <= self._starts[paragraph] if paragraph >= 0 else True
        if not opens:
            last = self._frame(frame.start - 2, frame.start - 2)
            if earlier and self.passages[before].start >= last.start:
                return earlier
            found = self._said_in(last)
            named = found and self._noun(found.subject)
            if earlier and earlier.speaker and not named and self._same_paragraph(before, paragraph):
                return earlier
            return found or (earlier if earlier and self._same_paragraph(before, paragraph) else None)
        if paragraph < 1:
            return None
        start, end = self._prose.paragraphs[paragraph - 1]
        last = self._frame(end - 2, end - 1)
        if self._text[start:end].rstrip().endswith(":"):
            return self._said_in(last)
        if earlier and earlier.speaker and self.passages[before].start >= last.start:
            return earlier
        return self._said_in(last) or (earlier if earlier and self._same_paragraph(before, paragraph - 1) else None)

    def _same_paragraph(self, number: int, paragraph: int) -> bool:
        return bisect_right(self._starts, self.passages[number].start) - 1 == paragraph

    def _said_in(self, frame: _Frame) -> _Found | None:
        """Whom a sentence tells of as speaking, else its subject."""
        for place in range(len(frame.cues) - 1, max(-1, len(frame.cues) - 4), -1):
            subject = self._subject(frame.cues, place, frame)
            if subject:
                return _Found(subject, frame.cues[place])
        subject = self._first_subject(frame, frame.start, frame.end)
        return _Found(subject, None) if subject else None

    # --- names --------------------------------------------------------------------------------------

    def _attributed(self, found: _Found | None) -> Attribution:
        if found is None:
            return Attribution(unsure="no verb of saying and no speaker beside it")
        mention = found.subject
        cue = self._prose.span(*found.cue) if found.cue else None
        words = self._prose.text[mention.start : mention.end]
        if words.lower() == "it":
            return Attribution(None, cue, None, "“it” is nobody")
        span = self._prose.span(mention.start, mention.end)
        return Attribution(span, cue, self._known_as(mention, words))

    def _known_as(self, mention: Mention, words: str) -> str:
        """Who the mention is: its name, or its words; a pronoun's is told only where one person can be meant."""
        if mention.name:
            return mention.name.span.text
        if words.lower() in ("he", "she"):
            person = self._person_before(mention.start)
            return person.span.text if person else words
        return words

    def _person_before(self, at: int) -> Name | None:
        """The person a pronoun means: the only one named before it in its paragraph, else in the one before."""
        paragraph = bisect_right(self._starts, at) - 1
        for first, last in ((paragraph, at), (paragraph - 1, self._starts[paragraph] if self._starts else 0)):
            if first < 0:
                break
            people = {n.key: n for n in self._names.within(self._starts[first], last) if self._may_be_person(n)}
            if people:
                return next(iter(people.values())) if len(people) == 1 else None
        return None

    def _may_be_person(self, name: Name) -> bool:
        """A known person, or a name of two or three words that no article or preposition makes a place or thing."""
        if name.kind == PERSON:
            return True
        before = self._prose.text[max(0, name.span.start - 12) : name.span.start].lower().split()
        placed = bool(before) and before[-1] in ("the", "in", "at", "of", "near", "off", "from", "to", "for")
        return name.kind == NAME and 2 <= len(name.span.text.split()) <= 3 and not placed


@dataclass(frozen=True, slots=True)
class _Found:
    subject: Mention
    cue: tuple[int, int] | None


_FRAME = 600
"""Characters of a frame on either side of its quotation."""
_DEEPEST = 6
"""Verbs in a row ("said ... and added ... and warned") through which a subject is carried."""
_ENDS = re.compile(rf"[.!?][)\]]?\s+(?=[\"“‘'(\[A-Z0-9À-Þ{BLANK}])|{BLANK}\s+(?=[A-ZÀ-Þ{BLANK}])")
_TELLS = re.compile(rf"(?:[\w’'.-]{{1,20}}\s){{1,6}}?(?:{'|'.join(sorted(_CUES, key=len, reverse=True))})\b")
_BELONGS = re.compile(
    r"\s(?:of|for|from)\s(?:the\s|his\s|her\s|its\s|their\s)?[\w’-]{2,20}(?:\s[A-ZÀ-Þ][\w’-]{1,20}){0,2}"
)
"""Whom or what a speaker speaks for: "a spokesman for the ministry"."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'.-]{1,20}){0,3}")
_OTHER_CLAUSE = re.compile(r"[,;:]|\b(?:but|though|although|while|after|before|because|when|if)\b", re.I)
_SIGNED = re.compile(r"[ \xa0]?[―—–-]{1,2}[ \xa0]?")
_CONTRACTED = re.compile(r"[’'](?:s|d|ll|ve|re|m)$")
_GOVERNED = re.compile(r"\s*(?:of|in|at|on|to|with|for|from|by|about|against|that)\b", re.I)


def _blanked(text: str, passages: Sequence[Marked]) -> str:
    """The text with every passage and its marks blanked, offsets unchanged."""
    pieces: list[str] = []
    at = 0
    for passage in passages:
        start = max(at, passage.start - 1)
        end = min(len(text), passage.end + 1) if passage.closed == "closed" else passage.end
        pieces += (text[at:start], BLANK * (end - start))
        at = max(at, end)
    return "".join((*pieces, text[at:]))
