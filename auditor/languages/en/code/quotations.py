"""Quotations: the passages in marks that are somebody's words, and who says them.

Names, titles, nicknames, words about words and headings in marks are nobody's words and make no claim. What calls a passage
somebody's word for something is in ``rules/quotations.toml``; what a passage is by its own letters and marks is told here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from auditor.grammar.trace import note
from auditor.languages.en.code.marks import CLOSED, CUT, RUNS_ON, UNCLOSED, Marked, marked_passages
from auditor.languages.en.code.names import Names
from auditor.languages.en.code.posts import Post, find_posts
from auditor.languages.en.code.speakers import Attribution, Speakers
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import CLAUSE, PHRASE, STEM
from auditor.model import Claim, ClaimKind, Prose, Quotation, Span
from auditor.text.regex import regex

_SAYING = LISTS.all_members("reporting_verbs", "saying")

__all__ = ["CLOSED", "CUT", "RUNS_ON", "UNCLOSED", "Marked", "find_quotations", "form_of", "marked_passages"]

_DOUBLE = ("“", '"', "''")
_WORD = regex(r"[\w’'-]+")
_BEFORE = LISTS.words("title_words", "before")
_WORKS = LISTS.words("title_words", "behind")
_PARTS = LISTS.words("title_words", "of")
_PROGRAMME = LISTS.words("title_words", "programme")
_EVENT = LISTS.words("title_words", "event")
_ARTICLES = LISTS.words("function_words", "article", "owner")
_NAMING = LISTS.all_members("reporting_verbs", "naming")
_DEFINED = (["defined"], ["known"], ["called"], ["named"], ["described"])
_BETWEEN = frozenset(("that", "of", "it", "to"))
"""Words between a verb of saying and the passage that it carries."""
_EVERYBODY = LISTS.words("function_words", "everybody")
_FUNCTION_WORDS = LISTS.words("function_words", "quoted-sentence") - {"no", "yes"}
_DIRECT_WORDS = 4
"""Words from which a passage in marks that opens with a capital or ends like a sentence is speech, not a term."""


def find_quotations(prose: Prose, names: Names) -> Iterator[Claim]:
    """A claim for each passage in marks that is speech or a term and each embedded post; unclosed passages make none."""
    return quotations_of(prose, read_speakers(prose, names))


@lru_cache(maxsize=1)
def read_speakers(prose: Prose, names: Names) -> Speakers:
    """The reader of the article's speakers, which knows its passages in marks; the last article's is kept."""
    return Speakers(prose, names, [passage for passage in marked_passages(prose) if passage.closed != UNCLOSED])


def quotations_of(prose: Prose, speakers: Speakers) -> Iterator[Claim]:
    """The claims of :func:`find_quotations`, where the reader of speakers is at hand."""
    posts = list(find_posts(prose))
    if not posts:
        yield from _in_marks(prose, speakers)
        return
    marked = list(_in_marks(prose, speakers))
    posted = [_posted(prose, post) for post in posts if not any(_beside(post, claim.span) for claim in marked)]
    yield from sorted((*posted, *marked), key=lambda claim: claim.span)


def _beside(post: Post, span: Span) -> bool:
    """Whether a passage in marks stands in the post, which then tells what another says."""
    return post.start <= span.end and span.start <= post.end


def _posted(prose: Prose, post: Post) -> Claim:
    """What a post says, by the name that signs it."""
    speaker = post.signed.span("name")
    value, told = Quotation("direct", speaker), f"words of {speaker.text}"
    return note(
        Claim(ClaimKind.QUOTATION, prose.span(post.start, post.end), value, told, source=speaker.text), post.signed
    )


def _in_marks(prose: Prose, speakers: Speakers) -> Iterator[Claim]:
    for number, passage in enumerate(speakers.passages):
        form = form_of(prose, passage)
        called = speakers.called.get(passage.start) if form == "fragment" and _few(prose, passage) else None
        if called:
            form = "scare"
        if form in ("fragment", "scare") and number and speakers.passages[number - 1].closed == RUNS_ON:
            form = "direct"
        if form in ("heading", "title", "word"):
            continue
        said = speakers.of(number, form == "direct") if form != "scare" else Attribution(unsure="a term in marks")
        if form == "fragment" and _is_term(prose, passage, said):
            form, said = "scare", Attribution(unsure="a term in marks")
        value = Quotation(form, said.speaker, said.cue, said.unsure)
        span = prose.span(passage.start, passage.end)
        claim = Claim(ClaimKind.QUOTATION, span, value, f"words of {said.name}" if said.name else "", source=said.name)
        rule = called or said.rule
        yield note(claim, rule) if rule else claim


def _few(prose: Prose, passage: Marked) -> bool:
    """Whether the passage has too few words to be speech by itself."""
    return len(_WORD.findall(prose.text, passage.start, passage.end)) < _DIRECT_WORDS


def _is_term(prose: Prose, passage: Marked, said: Attribution) -> bool:
    """Whether a few words in marks are a term rather than speech: no verb of saying, or one for what everybody calls it."""
    few = _few(prose, passage)
    if said.cue is None:
        return few or said.speaker is None
    if not few or said.speaker is None:
        return False
    if passage.start - said.cue.end > CLAUSE and len(prose.text[passage.start : passage.end].split()) <= 2:
        return True
    naming = said.cue.text.lower() in _NAMING
    known = prose.text[max(0, passage.start - 5) : passage.start - 1].lower() == "the "
    return naming and (known or said.speaker.text.lower() in _EVERYBODY)


def form_of(prose: Prose, passage: Marked) -> str:
    """What a passage in marks is: ``direct``, ``fragment``, ``title``, ``heading`` or ``word``."""
    text = prose.text
    quoted = text[passage.start : passage.end]
    words = _WORD.findall(quoted)
    if _is_word(quoted, _WORD.findall(prose.lower, passage.end + 1, passage.end + PHRASE)[:3]):
        return "word"
    if (len(words) > 1 and quoted.isupper()) or _in_headline(prose, passage):
        return "heading"
    if _is_title(prose, passage, words):
        return "title"
    if passage.closed == RUNS_ON or _is_speech(prose, passage, quoted, len(words)):
        return "direct"
    return "fragment"


def _is_word(quoted: str, behind: list[str]) -> bool:
    """Whether the marks hold no words, a word as a word, a defined term, a stage direction or a transcript's turn."""
    if not any(character.isalpha() for character in quoted) or quoted.lower().strip(".,;?!") in _FUNCTION_WORDS:
        return True
    aside = quoted[0] == "(" and quoted.rstrip(".")[-1] == ")"
    turn, colon, _ = quoted.partition(": ")  # of a transcript, whose speaker stands inside the marks
    defined = behind[:1] in (["which"], ["that"], ["who"]) and behind[2:] in _DEFINED
    return aside or defined or bool(colon and turn.isupper())


def _is_speech(prose: Prose, passage: Marked, quoted: str, words: int) -> bool:
    """Whether the passage is a sentence of speech or more: it ends like one and opens like one, or is long."""
    capital = quoted.lstrip("([… .'‘“\"")[:1].isupper()
    ends = quoted.rstrip("’'”\" ")[-1:] in tuple(".,!?…—–-") or prose.text[passage.end + 1 : passage.end + 2] == ","
    if not ends:
        return False
    if capital and (words >= _DIRECT_WORDS or _is_sentence(prose, passage)):
        return True
    return (capital or words >= 2 * _DIRECT_WORDS) and _beside_saying(prose, passage)


def _is_sentence(prose: Prose, passage: Marked) -> bool:
    """Whether the passage is a sentence of its own, between other sentences or alone in its paragraph."""
    before = prose.text[max(0, passage.start - 3) : max(0, passage.start - 1)]
    inside = prose.text[passage.end - 1]
    after = prose.text[passage.end + 1 : passage.end + 3].strip()
    between = not before.strip() or (before[-1].isspace() and before[0] in ".!?”\"’'\n")
    return between and inside in ".!?" and (not after or after[0].isupper() or after[0] in "“\"‘'")


def _in_headline(prose: Prose, passage: Marked) -> bool:
    """Whether a passage in single marks is a headline's, in an article that quotes in double marks.

    It stands in the first paragraph, of headline length, or is a title-case paragraph of its own.
    """
    if prose.text[passage.start - 1] not in "'‘" or not any(
        prose.text.find(mark, passage.end) >= 0 for mark in _DOUBLE
    ):
        return False
    around = max(0, bisect_right(prose.paragraphs, (passage.start, len(prose.text))) - 1)
    start, end = prose.paragraphs[around]
    alone = passage.start - start <= 1 and end - passage.end <= 2
    if alone and _is_name(_WORD.findall(prose.text, passage.start, passage.end)):
        return True
    return around == 0 and end - start <= 2 * CLAUSE


def _is_title(prose: Prose, passage: Marked, words: list[str]) -> bool:
    """Whether the words are the name of a work or a person's nickname."""
    text, at = prose.text, passage.start - 1
    before = text[max(0, at - PHRASE) : at].split()
    if _BEFORE.intersection(word.strip(",").lower() for word in before[-1:]) or _nickname(text, passage, words):
        return True
    if not _is_name(words):
        return False
    behind = _WORD.findall(text, passage.end + 1, passage.end + PHRASE)[:2]
    return not _WORKS.isdisjoint(behind) or _leads_to_name(before, len(words) > 1)


def _leads_to_name(before: list[str], several: bool) -> bool:
    """Whether these words lead to the name of a programme, or, where it has ``several`` words, of an event or a law."""
    third, second, last = ["", "", "", *before][-3:]
    if last.lower() in _PROGRAMME or (last == "of" and second in _PARTS):
        return True
    if last[:1].isupper() and last.endswith(("’s", "'s", "’", "'")):
        return True
    dated = last == "annual" or last.isdecimal()
    article, preposition = (second, third) if dated else (last, second)
    return several and (last.isdecimal() or (article in _ARTICLES and preposition.lower() in _EVENT))


def _nickname(text: str, passage: Marked, words: list[str]) -> bool:
    """``Robert C. "Bobby" Scott``: one capitalised word between two."""
    between = text[passage.end + 1 : passage.end + 3]
    last = text[max(0, passage.start - 30) : passage.start - 1].split()[-1:]
    named = bool(last) and last[0][:1].isupper() and last[0][-1:] not in ",:;"
    return len(words) <= 2 and words[0][:1].isupper() and named and between[:1] == " " and between[1:].isupper()


def _is_name(words: list[str]) -> bool:
    """Whether the words are a name: all with a capital but for the small ones."""
    large = [
        word for word in words if len(word) >= STEM and word not in ("with", "from", "into", "over", "upon", "than")
    ]
    return bool(large) and all(word[0].isupper() or word[0].isdigit() for word in large)


def _beside_saying(prose: Prose, passage: Marked) -> bool:
    after = _WORD.findall(prose.lower, passage.end + 1, passage.end + PHRASE)[:6]
    return _after_saying(prose, passage) or bool(_SAYING.intersection(after))


def _after_saying(prose: Prose, passage: Marked) -> bool:
    before = prose.text[max(0, passage.start - PHRASE) : passage.start - 1].split()
    while before[-1:] and before[-1] in _BETWEEN:
        before.pop()
    return not _SAYING.isdisjoint(word.strip(",:") for word in before[-1:])
