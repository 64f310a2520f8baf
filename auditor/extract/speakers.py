"""Who says a quotation: the subject of the verb of saying beside it, or nobody where that is not clear."""

from __future__ import annotations

import re
from bisect import bisect_right

from auditor.extract.names import NAME, PERSON, Name, Names
from auditor.lexicon.patterns import one_of
from auditor.lexicon.reporting import PERSON_NOUNS, SAYING
from auditor.model import Prose, Span

_CUE = one_of(SAYING)
_NOUN = one_of(PERSON_NOUNS)
_NOMINAL = (
    r"(?:the|a|an|one|another|his|her|its|their|some|several|two|three|many)\s(?:[\w’'.-]{1,20}\s){0,6}?"
    rf"(?:{_NOUN})s?(?:\s(?:from|of|in|at|with|for)\s(?:the\s)?[\w’'-]{{1,20}}(?:\s[A-Z][\w’'-]{{1,20}}){{0,2}})?"
)
_SUBJECT = rf"(?P<subject>{_NOMINAL}|he|she|they|it|i|we|officials|witnesses|police|(?-i:(?=[A-ZÀ-Þ])))"
_ADVERBS = (
    r"(?:(?:[a-z]+ly|also|then|later|once|again|has|had|have|is|are|was|were|would|repeatedly|simply|just|will)\s){0,4}"
)
_INVERTED = re.compile(rf"[”\"’'»“]?,?\s*(?P<cue>{_CUE})\s{_SUBJECT}", re.I)
_PLAIN = re.compile(rf"[”\"’'»“]?,?\s*{_SUBJECT}(?P<rest>[^“\"”.;:]{{0,90}}?)\s?\b{_ADVERBS}(?P<cue>{_CUE})\b", re.I)
_FRONTED = re.compile(rf"^(?P<cue>{_CUE})\s{_SUBJECT}[^“\"”.;]{{0,80}}[,:]\s?$", re.I)
_CLAUSE = re.compile(rf"\b(?P<subject>{_NOMINAL}|he|she|they|it)\s{_ADVERBS}$", re.I)
_SAYING = re.compile(rf"\b{_CUE}\b", re.I)
_VERB = re.compile(rf"\b(?:{_CUE}|according to)\b", re.I)
_REACH = 160
"""Characters before or after a quotation in which its verb of saying stands."""

Found = tuple[Span | None, Span | None]


class Speakers:
    """Finds the speakers of one article's quotations, in reading order."""

    def __init__(self, prose: Prose, names: Names) -> None:
        """Take the article's prose and names."""
        self._prose = prose
        self._names = names
        self._starts = [start for start, _ in prose.paragraphs]
        self._last: tuple[int, Found] | None = None

    def of(self, start: int, end: int, whole: bool) -> Found:
        """The speaker and the verb of saying of the quotation ``[start, end)``; ``whole`` for sentences of speech.

        A part of speech that goes on ("...," he said. "And ...") has the speaker of its first part.
        """
        paragraph = bisect_right(self._starts, start) - 1
        found = self._after(end) if whole else (None, None)
        if found[1] is None:
            found = self._before(start)
        if found[1] is None and not whole:
            found = self._after(end)
        if found[1] is None and whole and self._last and self._last[0] == paragraph:
            found = self._last[1]
        if found[1] is None and whole:
            found = self._introduced(start, paragraph)
        if found[1] is not None:
            self._last = (paragraph, found)
        return found

    def _after(self, end: int) -> Found:
        paragraph = bisect_right(self._starts, end) - 1
        limit = min(self._prose.paragraphs[paragraph][1] if paragraph >= 0 else end, end + _REACH)
        inverted = _INVERTED.match(self._prose.text, end, limit)
        if inverted:
            return self._told(inverted, inverted.start("subject"))
        plain = _PLAIN.match(self._prose.text, end, limit)
        if plain and plain["rest"].count(",") in (0, 2):
            return self._told(plain, plain.start("subject"))
        return None, None

    def _before(self, start: int) -> Found:
        mark = start - 1
        first = max(0, mark - _REACH)
        first = max(first, self._prose.text.rfind("\n", first, mark) + 1)
        first = max([first, *(s for s, e in self._sentences(first, mark) if s <= mark)])
        fronted = _FRONTED.match(self._prose.text[first:mark])
        if fronted:
            cue = self._prose.span(first + fronted.start("cue"), first + fronted.end("cue"))
            return self._who(first + fronted.start("subject"), fronted["subject"]), cue
        verbs = list(_VERB.finditer(self._prose.text[first:mark]))
        if not verbs:
            return None, None
        verb = verbs[-1]
        at = first + verb.start()
        cue = self._prose.span(at, first + verb.end())
        if cue.text.lower() == "according to":
            return self._who(self._next_word(cue.end), ""), cue
        return self._subject_of(first, at), cue

    def _sentences(self, first: int, last: int) -> list[tuple[int, int]]:
        index = bisect_right(self._prose.sentences, (last, len(self._prose.text) + 1))
        return [sentence for sentence in self._prose.sentences[max(0, index - 2) : index] if sentence[0] >= first]

    def _subject_of(self, first: int, verb: int) -> Span | None:
        """The subject of the verb at ``verb``: the pronoun or nominal in front of it, else the nearest person."""
        clause = _CLAUSE.search(self._prose.text, first, verb)
        if clause:
            return self._who(clause.start("subject"), clause["subject"])
        names = list(self._names.within(first, verb))
        people = [name for name in names if name.kind == PERSON] or names
        return people[-1].span if people else None

    def _introduced(self, start: int, paragraph: int) -> Found:
        """A quotation that is a paragraph of its own has the speaker whom the paragraph before ends on, with a colon."""
        if paragraph < 1:
            return None, None
        first, last = self._prose.paragraphs[paragraph - 1]
        alone = start - self._prose.paragraphs[paragraph][0] <= 1
        if not alone:
            return None, None
        text = self._prose.text[first:last].rstrip()
        if self._last and self._last[0] == paragraph - 1 and not text.endswith((".", "”", '"', "’")):
            return self._last[1]
        if not text.endswith(":"):
            return None, None
        verbs = list(_SAYING.finditer(text))
        if not verbs:
            return None, None
        at = first + verbs[-1].start()
        return self._subject_of(first, at), self._prose.span(at, first + verbs[-1].end())

    def _told(self, found: re.Match[str], at: int) -> Found:
        cue = self._prose.span(*found.span("cue"))
        return self._who(at, found["subject"]), cue

    def _next_word(self, at: int) -> int:
        space = re.compile(r"\s*(?:the\s)?").match(self._prose.text, at)
        return space.end() if space else at

    def _who(self, at: int, subject: str) -> Span | None:
        """The place of the speaker: the name at ``at`` or inside the nominal, the person a pronoun means, the nominal."""
        name = self._names.covering(at)
        if name is None and not subject:
            near = self._names.within(at, at + 60)
            name = near[0] if near else None
        if name:
            return self._titled(name)
        if subject.lower() in ("he", "she"):
            antecedent = self._person_before(at)
            return antecedent.span if antecedent else self._prose.span(at, at + len(subject))
        return self._prose.span(at, at + len(subject)) if subject else None

    def _titled(self, name: Name) -> Span:
        """The person whom a state or office at the front of a title belongs to ("Kremlin spokesman X")."""
        following = self._names.within(name.span.end, name.span.end + 60)
        if name.kind != PERSON and following and following[0].kind == PERSON:
            between = self._prose.text[name.span.end : following[0].span.start]
            if "," not in between and "." not in between:
                return following[0].span
        return name.span

    def _person_before(self, at: int) -> Name | None:
        """The person a pronoun at ``at`` means: the only one named before it in its paragraph, else in the one before."""
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
