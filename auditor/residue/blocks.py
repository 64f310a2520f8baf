"""Blocks: the lines and paragraphs of a document with their roles, its residue, and the prose that is left.

Only what the article itself says carries claims: page furniture, author boxes and headings are taken out of the prose,
in which every other character keeps its place.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

import sentencex

from auditor.languages.en.phrases.bylines import AUTHOR_HEADING, BIO, BYLINE, DATE_LINE, STATING
from auditor.model import CLAIM_ROLES, Block, Confidence, Document, Prose, Residue, Role, blanked
from auditor.residue.damage import damage
from auditor.residue.inline import counter, fused_headings, injected, section_tag
from auditor.residue.lines import classify
from auditor.residue.recognise import Recognised, recognise

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_BULLET = re.compile(r"(?:[•·*▪◦‣–—-]|\(?\d{1,2}[.)])\s+\S")
_FINAL = tuple(".!?…:;”\"’')]»")
_HEADING_LONGEST = 110
_HEADLINE_LONGEST = 180
_SECTION = re.compile(r"[A-Z]{3,20}(?:[ &/]{1,3}[A-Z]{3,20})?")
_WITH_SECTION = 2
"""Lines of an article that has more than the name of its section and a headline."""
_BYLINE_LONGEST = 160
"""Characters; headlines, headings and bylines of news pages are shorter."""
_BYLINE_BLOCKS = 6
"""A byline stands among the first blocks."""
_BIO_BLOCKS = 4
"""A biography without a heading stands among the last blocks."""
_WRAP_LOW, _WRAP_HIGH = 45, 100
"""Characters of a line in hard-wrapped text."""
_INJECTED_WORDS = 4
"""A headline of fewer words may stand in a paragraph by chance."""
_PIECE = 4_000
"""Characters that sentencex reads at once: its time grows with the square of a run of opening quotation marks."""
_SIGNATURE_WORDS = 8
"""A last line of its own with as many words, or fewer, may be a signature, a caption or a heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document taken apart: its blocks in order, its residue in order, and its prose."""

    blocks: tuple[Block, ...]
    residue: tuple[Residue, ...]
    prose: Prose


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_blank: bool
    role: Role = Role.BODY
    kind: str = ""
    reason: str = ""
    confidence: Confidence = Confidence.HIGH

    def becomes(self, role: Role, kind: str, reason: str, confidence: Confidence = Confidence.HIGH) -> None:
        """Give the line its role and say what residue it is."""
        self.role, self.kind, self.reason, self.confidence = role, kind, reason, confidence


def lay_out(document: Document, recurring: Container[str] = frozenset()) -> Layout:
    """The document's blocks, residue and prose; ``recurring`` are lines that its source has on other pages too."""
    lines = _paragraphs(list(_lines(document.text)))
    _mark_furniture(lines, recurring)
    _mark_authors(lines)
    _mark_head(lines)
    _mark_body(lines)
    residue = [*_whole(document, lines), *_inside(document, lines)]
    prose = _prose(document, lines, residue)
    residue += _broken_end(document, lines, prose)
    residue += _damaged(document, lines)
    blocks = tuple(Block(line.role, line.start, line.end) for line in lines)
    return Layout(blocks, tuple(sorted(residue)), prose)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, without surrounding white space."""
    last = 0
    for found in _LINE.finditer(text):
        line = found.group()
        words = line.strip()
        if not words:
            continue
        start = found.start() + line.index(words)
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        yield _Line(start, start + len(words), words, breaks > 1 or not last)
        last = start + len(words)


def _paragraphs(lines: list[_Line]) -> list[_Line]:
    """In hard-wrapped text, the lines of a paragraph joined to one."""
    if not _is_wrapped(lines):
        return lines
    joined: list[_Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and not line.after_blank and not _BULLET.match(line.text) and not classify(line.text):
            last.text = f"{last.text}\n{line.text}"
            last.end = line.end
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    followed = [line for line, after in itertools.pairwise(lines) if not after.after_blank]
    if len(followed) < 4 or any(len(line.text) > _WRAP_HIGH for line in lines):
        return False
    return sum(len(line.text) >= _WRAP_LOW for line in followed) >= 0.8 * len(followed)


def _mark_furniture(lines: Sequence[_Line], recurring: Container[str]) -> None:
    for number, (line, found) in enumerate(zip(lines, recognise([line.text for line in lines]), strict=True)):
        if line.text in recurring:
            line.becomes(Role.RESIDUE, "recurring-line", "stands on other pages of the source, too")
        elif found and not (number < _BYLINE_BLOCKS and _is_head(line.text, found)):
            line.becomes(Role.RESIDUE, found.kind, found.reason, found.confidence)


def _is_head(text: str, found: Recognised) -> bool:
    """Whether a line near the top that only looks like residue may be the article's headline, byline or dateline."""
    if _says_who(text):
        return found.confidence != Confidence.HIGH or found.kind == "timestamp"
    return found.confidence == Confidence.LOW and _is_title(text, _HEADLINE_LONGEST)


def _mark_authors(lines: Sequence[_Line]) -> None:
    """The author box: a heading that says so and what follows it to the end, or a biography near the end."""
    late = len(lines) // 2
    opened = False
    for number, line in enumerate(lines):
        if line.role == Role.RESIDUE:
            opened = opened and line.kind in ("share-control", "style-or-script")
            continue
        if number >= late and AUTHOR_HEADING.fullmatch(line.text):
            opened = True
            line.becomes(Role.BIO, "author-box", "heads an author box")
        elif opened:
            line.becomes(Role.BIO, "author-box", "stands in an author box")
        elif number > 1 and number >= len(lines) - _BIO_BLOCKS and _is_bio(line):
            line.becomes(Role.BIO, "author-box", "is a biography at the end")


def _is_bio(line: _Line) -> bool:
    return bool(BIO.match(line.text)) and not any(mark in line.text for mark in '“”"')


def _mark_head(lines: Sequence[_Line]) -> None:
    """The headlines, their repetitions, and the lines that say who wrote the article and when."""
    own = [line for line in lines if line.role == Role.BODY]
    headlines = _headlines(lines, own) if len(own) > 1 else []
    for headline in headlines:
        headline.role = Role.HEADLINE
    titles = {headline.text.casefold() for headline in headlines}
    for line in own[1:]:
        if line.role == Role.BODY and line.text.casefold() in titles:
            line.becomes(Role.RESIDUE, "repeated-headline", "repeats the headline")
    for line in own[:_BYLINE_BLOCKS]:
        if line.role == Role.BODY and _says_who(line.text):
            line.role = Role.BYLINE


def _headlines(lines: Sequence[_Line], own: Sequence[_Line]) -> list[_Line]:
    """The first line where it is a title, and the titles between it and the line that says who wrote the article or when.

    Those are the line under the headline or, on a page that opens with the name of its site, the headline itself. The name of
    a section in capitals ("MARKETS") is none.
    """
    if len(own) > _WITH_SECTION and _SECTION.fullmatch(own[0].text) and _is_title(own[1].text, _HEADLINE_LONGEST):
        return _headlines(lines, own[1:])
    dated = [line for line in lines[:_BYLINE_BLOCKS] if _says_who(line.text) or line.kind == "timestamp"]
    end = dated[-1].start if dated else own[0].end
    head = [line for line in own if line is own[0] or line.start < end]
    seen: set[str] = set()
    titles = []
    for line in head:
        if _is_title(line.text, _HEADLINE_LONGEST) and not _says_who(line.text) and line.text.casefold() not in seen:
            seen.add(line.text.casefold())
            titles.append(line)
    return titles if titles[:1] == own[:1] else []


def _says_who(text: str) -> bool:
    return len(text) <= _BYLINE_LONGEST and bool(
        (BYLINE.fullmatch(text) and not text.endswith(".")) or DATE_LINE.fullmatch(text)
    )


def _is_title(text: str, longest: int) -> bool:
    return len(text) <= longest and not text.endswith((".", ",", ";")) and not _BULLET.match(text) and " " in text


def _mark_body(lines: Sequence[_Line]) -> None:
    """Lists and headings among what is left; everything else is body."""
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        if line.role != Role.BODY:
            continue
        if _BULLET.match(line.text):
            line.role = Role.LIST
        elif after and after.role in (Role.BODY, Role.LIST) and _is_heading(line.text, after.text):
            line.role = Role.HEADING


def _is_heading(text: str, following: str) -> bool:
    """Whether a short line without a full stop heads the longer one after it; a line of speech does not."""
    if not _is_title(text, _HEADING_LONGEST) or len(following) < 1.5 * len(text) or text[0] in "“\"‘'«":
        return False
    return not text.endswith(("”", '"', "…", ":")) and not text[0].islower() and "\n" not in text


def _whole(document: Document, lines: Sequence[_Line]) -> Iterator[Residue]:
    for line in lines:
        if line.kind:
            yield Residue(document.span(line.start, line.end), line.kind, line.reason, line.confidence)


def _inside(document: Document, lines: Sequence[_Line]) -> Iterator[Residue]:
    headline = next((line for line in lines if line.role == Role.HEADLINE), None)
    titles = [headline.text] if headline and len(headline.text.split()) >= _INJECTED_WORDS else []
    for number, line in enumerate(lines):
        count = counter(document.text, line.start, line.end) if line.role == Role.BYLINE else None
        if count:
            yield Residue(document.span(*count), "comment-form", "counts the readers' answers")
        if line.role != Role.BODY:
            continue
        tag = section_tag(document.text, line.start, line.end) if number < _BYLINE_BLOCKS else None
        if tag:
            yield Residue(document.span(*tag), "section-tag", "names a section of the site")
        for title in titles:
            for place in injected(title, document.text, line.start, line.end):
                yield Residue(document.span(*place), "repeated-headline", "repeats the headline between two sentences")
        for place in fused_headings(document.text, line.start, line.end):
            if not (tag and place[0] < tag[1]):
                yield Residue(document.span(*place), "fused-heading", "runs into the paragraph", Confidence.MEDIUM)


def _damaged(document: Document, lines: Sequence[_Line]) -> Iterator[Residue]:
    """Damaged characters and markup in the article's own lines; the words around them stay prose."""
    for line in lines:
        if not line.kind:
            for found in damage(document.text, line.start, line.end):
                span = document.span(found.start, found.end)
                yield Residue(span, found.kind, found.reason, replacement=found.replacement)


def _prose(document: Document, lines: Sequence[_Line], residue: Sequence[Residue]) -> Prose:
    text = document.text
    paragraphs = tuple((line.start, line.end) for line in lines if line.role in CLAIM_ROLES)
    parts = list(_without(residue, paragraphs))
    kept: list[str] = []
    at = 0
    for start, end in parts:
        kept += blanked(text[at:start]), text[start:end]
        at = end
    kept.append(blanked(text[at:]))
    sentences = tuple(place for start, end in parts for place in _sentences(text, start, end))
    headings = tuple(document.span(line.start, line.end) for line in lines if line.role == Role.HEADING)
    return Prose(document.id, "".join(kept), sentences, paragraphs, headings)


def _without(residue: Sequence[Residue], paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of the paragraphs that residue inside them leaves; both are in reading order."""
    cuts = deque(sorted((piece.span.start, piece.span.end) for piece in residue))
    for start, end in paragraphs:
        at = start
        while cuts and cuts[0][0] < end:
            cut, resume = cuts.popleft()
            if cut > at:
                yield at, cut
            at = max(at, resume)
        if at < end:
            yield at, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a part of a paragraph; a piece of it that is read ends with a sentence where it can."""
    while start < end:
        stop = min(end, start + _PIECE)
        found = list(_split(text, start, stop))
        if stop < end and len(found) > 1:
            stop, _ = found.pop()
        yield from found
        start = stop


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    for found in sentencex.get_sentence_boundaries("en", part) if not part.isspace() else ():
        sentence = part[found["start_index"] : found["end_index"]]
        words = sentence.strip()
        if words:
            first = start + found["start_index"] + sentence.index(words)
            yield first, first + len(words)


def _broken_end(document: Document, lines: Sequence[_Line], prose: Prose) -> list[Residue]:
    """The last sentence of the article's last paragraph, where it breaks off."""
    own = [line for line in lines if line.role in (Role.BODY, Role.LIST)]
    if not own or own[-1].role != Role.BODY or not prose.sentences or len(own) < 2:
        return []
    last = own[-1]
    start, end = prose.sentences[-1]
    words = document.text[start:end].split()
    if last.text.endswith(_FINAL) or end != last.end or len(words) < 2:
        return []
    if (
        start == last.start
        and len(words) <= _SIGNATURE_WORDS
        and words[0][0].isupper()
        and not STATING.intersection(words)
    ):
        return []
    return [Residue(document.span(start, end), "truncated-end", "breaks off in mid-sentence", Confidence.MEDIUM)]
