"""Who says a quotation: the subject of the verb that carries it, or nobody where that is not clear.

A quotation is read inside its frame, the sentence of the article around it. The verb of saying is found first (behind the
quotation, before it, in its clause), then that verb's subject. Sentences of speech without such a verb take the speaker of
the speech they go on from, or whom the sentence before tells of. PARC 3.0 and PolNeAR call the three parts source, cue and
content.

What is told by the words beside a passage alone is in ``rules/quotations.toml``. Which of several people is the subject of which
of several verbs is told here: that depends on all of them, on conjunctions and on commas, which no pattern counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from auditor.grammar.grammar import Found
from auditor.languages.en.code.frames import Frame, Frames, only_helpers
from auditor.languages.en.code.marks import CLOSED, RUNS_ON, Marked
from auditor.languages.en.code.names import NAME, PERSON, Name, Names
from auditor.languages.en.code.voices import BLANK, Teller, Voices
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import CLAUSE, FEW_WORDS, NAME_WORDS
from auditor.model import Prose, Span

_DASHES = "―—–-"
_IS = frozenset(("is", "are", "was", "were"))
_INTO = LISTS.words("function_words", "preposition", "opening")
_LEADING = (["from"], ["by"])
"""Before the name in a line that leads in to speech and has no verb: "And from Chairwoman Ann Lowe:"."""
_NOBODY = LISTS.words("function_words", "unnamed") | {"it"}
"""Words beside a verb of saying that name nobody."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation.

    ``speaker`` is the mention beside the verb ("she"), ``name`` who that is where it is clear, ``cue`` the verb,
    ``unsure`` why there is no speaker, ``rule`` what was found by a rule that tells so.
    """

    speaker: Span | None = None
    cue: Span | None = None
    name: str | None = None
    unsure: str = ""
    rule: Found | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    subject: Teller
    cue: tuple[int, int] | None
    rule: Found | None = None


class Speakers:
    """Finds the speakers of one article's quotations, in reading order."""

    def __init__(self, prose: Prose, names: Names, passages: Sequence[Marked]) -> None:
        """Take the article's prose, its names and its passages in marks.

        ``passages`` are numbered from 0; ``text`` is the article's own words, everything in marks blanked.
        """
        self._prose = prose
        self._names = names
        self.passages = passages
        self._starts = [start for start, _ in prose.paragraphs]
        self.text = _blanked(prose.text, passages)
        lower = _blanked(prose.lower, passages)
        self._frames = Frames(prose, self.text, lower, Voices(self.text, lower, names))
        self._told: dict[int, Attribution] = {}
        given = {
            "QUOTED": [(max(0, passage.start - 1), passage.end + (passage.closed == CLOSED)) for passage in passages]
        }
        found = GRAMMARS.grammar("quotations").made(prose, given) if passages else []
        self._nameless = {one.start: one for one in found if one.rule.makes == "somebody"}
        self._claims = [one for one in found if one.rule.makes == "claim"]
        self.called = {one.span("quoted").start + 1: one for one in found if one.rule.makes == "term"}
        """By where a passage begins, what calls it somebody's word for something."""

    def of(self, number: int, speech: bool) -> Attribution:
        """Who says passage ``number``; ``speech`` for sentences of speech, which may go on from what stands before."""
        passage = self.passages[number]
        frame = self._frames.around(passage.start, passage.end)
        found = (
            self._signed(passage, frame)
            or self._behind(passage, frame)
            or self._owned(passage, frame)
            or self._before(passage, frame)
            or self._according(frame)
            or self._later(passage, frame)
            or (None if frame.alone else self._teller(passage, frame))
        )
        result = self._context(number, passage, frame) if found is None and speech else self._attributed(found)
        self._told[number] = result
        return result

    def told(self, start: int, end: int, verbs: Set[str]) -> Iterator[Attribution]:
        """Who says what in the sentence ``[start, end)``: one attribution for each of the verbs that has a subject."""
        frame = self._frames.between(start, end)
        for place, cue in enumerate(frame.cues):
            if self.text[slice(*cue)].lower() not in verbs:
                continue
            inverted = self.text[max(start, cue[0] - 2) : cue[0]].strip() in (",", BLANK)
            subject = (frame.after(cue[1]) if inverted else None) or frame.subject(place)
            if subject:
                yield self._attributed(_Found(subject, cue))

    # --- verbs of saying ----------------------------------------------------------------------------

    def _signed(self, passage: Marked, frame: Frame) -> _Found | None:
        """A credit line: the quotation, a dash, and a name."""
        mention = frame.mention_from(passage.end + 1)
        if passage.closed != CLOSED or not mention or not self._is_credit(passage.end + 1, mention.start):
            return None
        ends = not self.text[mention.end : frame.end].strip(" .\n,") or self.text[mention.end] in ",\n"
        return _Found(mention, None) if ends else None

    def _is_credit(self, start: int, end: int) -> bool:
        """Whether a dash stands there, and behind it at most the words of an office, on one line."""
        written = self.text[start:end].strip(" \xa0")
        words = written.lstrip(_DASHES).split(None, NAME_WORDS)
        dash = written[:1] in tuple(_DASHES) and "\n" not in written
        return dash and not words[NAME_WORDS:] and all(word[0].isupper() for word in words)

    def _behind(self, passage: Marked, frame: Frame) -> _Found | None:
        """``..., said X`` and ``..., X said`` right behind the quotation."""
        edge = passage.end + 1
        if edge >= frame.end or not self._breaks(passage):
            return None
        for cue in frame.cues[bisect_left(frame.cues, (edge, 0)) :][:1]:
            between = self.text[edge : cue[0]]
            if BLANK in between or len(between) > 2 * CLAUSE:
                return None
            if only_helpers(between.strip(" ,\xa0—–-")):
                subject, rule = frame.after(cue[1]), self._nameless.get(cue[0])
                if subject is None and rule:
                    return _Found(Teller(rule.span("who").start, rule.end), cue, rule)
                return _Found(subject, cue) if subject else None
            subject = frame.first_subject(edge, cue[0]) or frame.noun_phrase(edge, cue[0])
            if subject and self.text[edge : subject.start].strip(" ,\xa0—–-") in ("", "The", "the"):
                return _Found(subject, cue)
            return _Found(subject, cue) if subject and between.lstrip()[:1] == "," else None
        return None

    def _breaks(self, passage: Marked) -> bool:
        """Whether the quotation ends in a comma, a question or the like, behind which its verb may stand."""
        last = self._prose.text[max(0, passage.end - 3) : passage.end].rstrip("”\"’'» ")[-1:]
        return last in tuple(",?!…—–-.") or self._prose.text[passage.end + 1 : passage.end + 2] == ","

    def _before(self, passage: Marked, frame: Frame) -> _Found | None:
        """The nearest verb of saying before the quotation, and its subject."""
        cues = frame.cues[: bisect_left(frame.cues, (passage.start, 0))]
        for place in reversed(range(len(cues))):
            at, end = cues[place]
            if self.text.endswith("ing", at, end) and self._leads_in(frame.start, at):
                subject = frame.opening(passage.end + 1)
            else:
                subject = frame.inverted(place) or frame.subject(place)
            if subject:
                return _Found(subject, cues[place])
        return None

    def _leads_in(self, start: int, end: int) -> bool:
        """Whether nothing stands there but what leads in to a verb in -ing: "After publicly [praising]"."""
        words = self.text[start:end].lower().split()
        return all(word in _INTO or word.endswith("ly") for word in words)

    def _owned(self, passage: Marked, frame: Frame) -> _Found | None:
        """Whose claim it is: ``X's claim that ...`` tells what X says, whoever speaks of it."""
        found = next((one for one in self._claims if frame.start <= one.start and one.end < passage.start), None)
        if found is None:
            return None
        between = self.text[found.end : passage.start - 1]
        said_of = sum(word in _IS for word in between.split()) > (found["link"] == "that")
        behind = bisect_left(frame.cues, (found.end, 0)) < bisect_left(frame.cues, (passage.start, 0))
        owner = self._names.covering(found.start - 1)
        if said_of or behind or owner is None or BLANK in between:
            return None
        noun = found.span("noun").start, found.span("noun").end
        return _Found(Teller(owner.span.start, owner.span.end, owner), noun, found)

    def _according(self, frame: Frame) -> _Found | None:
        for cue in frame.cues:
            if self.text[cue[0] : cue[1]].lower() == "according to":
                subject = frame.after(cue[1])
                if subject:
                    return _Found(subject, cue)
        return None

    def _later(self, passage: Marked, frame: Frame) -> _Found | None:
        """A verb of saying further on in the sentence: ``"..." is how X put it``."""
        cues = frame.cues
        first = bisect_left(cues, (passage.end, 0))
        for place in range(first, min(len(cues), first + 2)):
            subject = frame.subject(place)
            if subject and subject.start > passage.end:
                return _Found(subject, cues[place])
        return None

    def _teller(self, passage: Marked, frame: Frame) -> _Found | None:
        """The subject of the sentence, where no verb of saying is known."""
        subject = frame.first_subject(frame.start, passage.start)
        return _Found(subject, None) if subject else None

    # --- speech that goes on ------------------------------------------------------------------------

    def _context(self, number: int, passage: Marked, frame: Frame) -> Attribution:
        """The speaker of what a quotation goes on from: the passage or the sentence before it."""
        told = self._going_on(number, passage, frame)
        return told if isinstance(told, Attribution) else self._attributed(told)

    def _going_on(self, number: int, passage: Marked, frame: Frame) -> _Found | Attribution | None:
        paragraph = bisect_right(self._starts, passage.start) - 1
        before = number - 1
        earlier = self._told.get(before)
        if earlier and self.passages[before].closed == RUNS_ON:
            return earlier
        opens = frame.start <= self._starts[paragraph] if paragraph >= 0 else True
        if not opens:
            last = self._frames.around(frame.start - 2, frame.start - 2)
            if earlier and self.passages[before].start >= last.start:
                return earlier
            found = self._said_in(last)
            named = found and frame.is_noun(found.subject)
            if earlier and earlier.speaker and not named and self._same_paragraph(before, paragraph):
                return earlier
            return found or (earlier if earlier and self._same_paragraph(before, paragraph) else None)
        if paragraph < 1:
            return None
        start, end = self._prose.paragraphs[paragraph - 1]
        last = self._frames.around(end - 2, end - 1)
        if self.text[start:end].rstrip().endswith(":"):
            return self._said_in(last) or self._led_in(last)
        if earlier and earlier.speaker and self.passages[before].start >= last.start:
            return earlier
        return self._said_in(last) or (earlier if earlier and self._same_paragraph(before, paragraph - 1) else None)

    def _same_paragraph(self, number: int, paragraph: int) -> bool:
        return bisect_right(self._starts, self.passages[number].start) - 1 == paragraph

    def _led_in(self, frame: Frame) -> _Found | None:
        """Whom a line that ends in a colon says the speech to be from."""
        for mention in frame.mentions[-1:]:
            closes = self.text[mention.end : frame.end].strip() == ":"
            small = [word for word in self.text[frame.start : mention.start].split() if not word.istitle()]
            if closes and mention.name and small[-1:] in _LEADING:
                return _Found(mention, None)
        return None

    def _said_in(self, frame: Frame) -> _Found | None:
        """Whom a sentence tells of as speaking, else its subject."""
        for place in reversed(range(len(frame.cues))):
            subject = frame.inverted(place) or frame.subject(place)
            if subject:
                return _Found(subject, frame.cues[place])
        subject = frame.first_subject(frame.start, frame.end)
        told = subject and (frame.is_noun(subject) or self.text[subject.start : subject.end] in ("He", "She"))
        return _Found(subject, None) if subject and told else None

    # --- names --------------------------------------------------------------------------------------

    def _attributed(self, found: _Found | None) -> Attribution:
        if found is None:
            return Attribution(unsure="no verb of saying and no speaker beside it")
        mention = found.subject
        cue = self._prose.span(*found.cue) if found.cue else None
        words = self._prose.text[mention.start : mention.end]
        if words.lower() in _NOBODY:
            return Attribution(None, cue, None, f"“{words}” is nobody")
        span = self._prose.span(mention.start, mention.end)
        return Attribution(span, cue, self._known_as(mention, words), rule=found.rule)

    def _known_as(self, mention: Teller, words: str) -> str:
        """Who the mention is: its name, or its words; a pronoun's is told only where one person can be meant."""
        if mention.name:
            return mention.name.span.text
        if words.lower() in ("he", "she"):
            person = self._person_before(mention.start)
            return person.span.text if person else words
        return words

    def _person_before(self, at: int) -> Name | None:
        """The person a pronoun means: the only one named before it in its paragraph, else in the one before.

        A name inside a quotation is whom the speaker speaks of, and never who speaks.
        """
        paragraph = bisect_right(self._starts, at) - 1
        for first, last in ((paragraph, at), (paragraph - 1, self._starts[paragraph] if self._starts else 0)):
            if first < 0:
                break
            people = {n.key: n for n in self._names.within(self._starts[first], last) if self._may_be_person(n)}
            if len(people) > 1 and last == at:
                near = {n.key: n for n in people.values() if n.span.start >= self._sentence_before(at)}
                people = near or people
            if people:
                return next(iter(people.values())) if len(people) == 1 else None
        return None

    def _sentence_before(self, at: int) -> int:
        """Where the sentence before the one that holds ``at`` begins; that one is often a quotation's own."""
        number = bisect_right(self._prose.sentences, (at, len(self._prose.text))) - 1
        return self._prose.sentences[max(0, number - 1)][0]

    def _may_be_person(self, name: Name) -> bool:
        """A known person, or a name of two or three words that no article or preposition makes a place or thing."""
        if BLANK in self.text[name.span.start : name.span.end]:
            return False
        if name.kind == PERSON:
            return True
        before = self._prose.text[max(0, name.span.start - 12) : name.span.start].lower().split()
        placed = bool(before) and before[-1] in ("the", "a", "an", "in", "at", "of", "near", "off", "from", "to", "for")
        return name.kind == NAME and 2 <= len(name.span.text.split()) <= FEW_WORDS and not placed


def _blanked(text: str, passages: Sequence[Marked]) -> str:
    """The text with every passage and its marks blanked, offsets unchanged."""
    pieces: list[str] = []
    at = 0
    for passage in passages:
        start = max(at, passage.start - 1)
        end = min(len(text), passage.end + 1) if passage.closed == CLOSED else passage.end
        pieces += (text[at:start], BLANK * (end - start))
        at = max(at, end)
    return "".join((*pieces, text[at:]))
