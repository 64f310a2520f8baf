"""Blocks: the lines and paragraphs of a document with their roles, its residue, and the prose that is left.

Only what the article itself says carries claims: page furniture, author boxes and headings are taken out of the prose,
in which every other character keeps its place.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

import sentencex

from auditor.languages.en.phrases.bylines import BYLINE, DATE_LINE
from auditor.model import CLAIM_ROLES, Block, Confidence, Document, Prose, Residue, Role, blanked
from auditor.residue.classes import ENGLISH, Classes
from auditor.residue.draft import HEAD, Draft, Line, Piece, Stage
from auditor.residue.recognise import Failed, mark, recognise, taken
from auditor.text.regex import regex

_LINE = regex(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_BULLET = regex(r"(?:[•·*▪◦‣–—-]|\(?\d{1,2}[.)])\s+\S")
_HEADING_LONGEST = 110
"""Characters of the longest heading inside an article."""
_HEADLINE_LONGEST = 180
"""Characters of the longest headline: search engines cut at about 70, news agencies seldom write more than
twice that."""
_SECTION = regex(r"[A-Z]{3,20}(?:[ &/]{1,3}[A-Z]{3,20})?")
_WITH_SECTION = 2
"""Lines of an article that has more than the name of its section and a headline."""
_BYLINE_LONGEST = 160
"""Characters; headlines, headings and bylines of news pages are shorter."""
_WRAP_LOW, _WRAP_HIGH = 45, 100
"""Characters of a line in hard-wrapped text."""
_PIECE = 4_000
"""Characters that sentencex reads at once: its time grows with the square of a run of opening quotation marks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document taken apart: its blocks in order, its residue in order, its prose, and the steps of classes that failed."""

    blocks: tuple[Block, ...]
    residue: tuple[Residue, ...]
    prose: Prose
    failed: tuple[Failed, ...] = ()


def lay_out(
    document: Document, classes: Classes, recurring: Container[str] = frozenset(), language: str = ENGLISH
) -> Layout:
    """The document's blocks, residue and prose; ``recurring`` are lines that its source has on other pages too.

    ``classes`` say what residue is; a class that raises is left out, and told among what failed. Of a document in another
    language than English, residue is only what no word tells: damage, code and markup, and what is said twice.
    """
    classes = classes.reading(language)
    draft = Draft(document, _paragraphs(list(_lines(document.text)), classes), recurring)
    failed = recognise(draft, classes)
    _spare_head(draft, classes)
    failed += mark(draft, classes, Stage.PAGE)
    failed += _mark_head(draft, classes)
    _mark_body(draft.lines)
    residue = list(_whole(draft))
    residue += _parts(draft, classes, Stage.INSIDE, failed)
    prose = _prose(draft, residue, language)
    draft.sentences = prose.sentences
    residue += _parts(draft, classes, Stage.PROSE, failed)
    blocks = tuple(Block(line.role, line.start, line.end) for line in draft.lines)
    return Layout(blocks, tuple(sorted(residue)), prose, tuple(failed))


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, without surrounding white space."""
    last = 0
    for found in _LINE.finditer(text):
        line = found.group()
        words = line.strip()
        if not words:
            continue
        start = found.start() + line.index(words)
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        yield Line(start, start + len(words), words, breaks > 1 or not last)
        last = start + len(words)


def _paragraphs(lines: list[Line], classes: Classes) -> list[Line]:
    """In hard-wrapped text, the lines of a paragraph joined to one."""
    if not _is_wrapped(lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and not line.after_blank and not _BULLET.match(line.text) and not classes.claimed(line.text):
            last.text = f"{last.text}\n{line.text}"
            last.end = line.end
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: Sequence[Line]) -> bool:
    followed = [line for line, after in itertools.pairwise(lines) if not after.after_blank]
    if len(followed) < 4 or any(len(line.text) > _WRAP_HIGH for line in lines):
        return False
    return sum(len(line.text) >= _WRAP_LOW for line in followed) >= 0.8 * len(followed)


def _spare_head(draft: Draft, classes: Classes) -> None:
    """Lines near the top that only look like residue may be the article's headline, byline or dateline."""
    for line in draft.lines[:HEAD]:
        if line.kind and _is_head(line, classes):
            line.spare()


def _is_head(line: Line, classes: Classes) -> bool:
    if _says_who(line.text):
        return line.confidence != Confidence.HIGH or classes.dates(line.kind)
    return line.confidence == Confidence.LOW and _is_title(line.text, _HEADLINE_LONGEST)


def _mark_head(draft: Draft, classes: Classes) -> list[Failed]:
    """The headlines, what repeats them, and the lines that say who wrote the article and when."""
    own = list(draft.of(Role.BODY))
    for headline in _headlines(draft, own, classes) if len(own) > 1 else []:
        headline.role = Role.HEADLINE
    failed = mark(draft, classes, Stage.HEAD)
    for line in own[:HEAD]:
        if line.role == Role.BODY and _says_who(line.text):
            line.role = Role.BYLINE
    return failed


def _headlines(draft: Draft, own: Sequence[Line], classes: Classes) -> list[Line]:
    """The first line where it is a title, and the titles between it and the line that says who wrote the article or when.

    Those are the line under the headline or, on a page that opens with the name of its site, the headline itself. The name of
    a section in capitals ("MARKETS") is none.
    """
    if len(own) > _WITH_SECTION and _SECTION.fullmatch(own[0].text) and _is_title(own[1].text, _HEADLINE_LONGEST):
        return _headlines(draft, own[1:], classes)
    dated = [line for line in draft.lines[:HEAD] if _says_who(line.text) or classes.dates(line.kind)]
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


def _mark_body(lines: Sequence[Line]) -> None:
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


def _whole(draft: Draft) -> Iterator[Residue]:
    for line in draft.lines:
        if line.kind:
            yield Residue(draft.document.span(line.start, line.end), line.kind, line.reason, line.confidence)


def _parts(draft: Draft, classes: Classes, stage: Stage, failed: list[Failed]) -> Iterator[Residue]:
    """The residue inside lines that the steps of a stage find; what fails joins the others that did."""
    for name, pieces, error in taken(draft, classes, stage):
        failed += [(name, error)] if error else []
        yield from (_residue(draft.document, name, piece) for piece in pieces)


def _residue(document: Document, name: str, piece: Piece) -> Residue:
    span = document.span(piece.start, piece.end)
    return Residue(span, name, piece.reason, piece.confidence, piece.replacement)


def _prose(draft: Draft, residue: Sequence[Residue], language: str) -> Prose:
    document, lines = draft.document, draft.lines
    text = document.text
    paragraphs = tuple((line.start, line.end) for line in lines if line.role in CLAIM_ROLES)
    parts = list(_without(residue, paragraphs))
    kept: list[str] = []
    at = 0
    for start, end in parts:
        kept += blanked(text[at:start]), text[start:end]
        at = end
    kept.append(blanked(text[at:]))
    sentences = tuple(place for start, end in parts for place in _sentences(text, start, end, language))
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


def _sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of a part of a paragraph; a piece of it that is read ends with a sentence where it can."""
    while start < end:
        stop = min(end, start + _PIECE)
        found = list(_split(text, start, stop, language))
        if stop < end and len(found) > 1:
            stop, _ = found.pop()
        yield from found
        start = stop


def _split(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    for found in sentencex.get_sentence_boundaries(language, part) if not part.isspace() else ():
        sentence = part[found["start_index"] : found["end_index"]]
        words = sentence.strip()
        if words:
            first = start + found["start_index"] + sentence.index(words)
            yield first, first + len(words)
