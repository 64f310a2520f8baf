"""Copies: near-identical articles, which are one source however many outlets carry them.

Articles meet by the runs of five words they share, of which one in four is kept, chosen by a checksum, so that a run is
kept in every article or in none (Manber 1994; Broder 1997 on resemblance and containment). Those that share enough of
them are compared run by run. Words inside quotation marks do not count: two outlets that quote one statement have not
copied each other. An article is compared with the first of each group of copies only, so that a thousand reprints cost
a thousand comparisons.

Measured on the development clusters: a reprint shares 72 to 93 % of its words with its original in runs of five,
two reports of one event that were written apart at most 19 %.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model import Article, Copies, Family, Finding, Severity, Span
from auditor.story.sketches import WORDS_IN_A_ROW, Sketch
from auditor.text.regex import regex
from auditor.wording import Edit, Word, differences, words

_ONE_IN = 4
"""Of the runs of words, one in this many is looked up; the others only count when two articles are compared."""
_MEETING = 0.15
"""Share of the kept runs of the shorter article from which the two are compared."""
_FORMULA = 50
"""A run in more groups of copies than this is a formula of a site or trade and leads nowhere."""
_MOST_OF_BOTH = (0.5, 0.4)
"""Share of the words of one article, and of the other, that stand in both in runs: two versions of one text."""
_NEARLY_ALL = 0.8
"""Share of one article's words that stand in the other: an excerpt, as when a long report is cut from the end."""
_MOST_WORDS = 10_000
"""Words of each article that are aligned to find the edits."""

_BREAK = 20
"""Words that stand in one copy only and end a stretch: about a sentence."""
_BETWEEN = 2
"""Unchanged words between two edits that are one."""

_WORD = regex(r"\w+")


def find_copies(sketches: Iterable[Sketch], articles: Mapping[str, Article]) -> tuple[Copies, ...]:
    """The groups of near-identical articles, each with its edits; only articles of one ``group`` are compared.

    Copies are told by their sketches; ``articles`` are asked for those that have some, by their ids.
    """
    by_group: dict[str, list[Sketch]] = defaultdict(list)
    for one in sorted(sketches, key=lambda one: one.document):
        by_group[one.group].append(one)
    found = (
        Copies(tuple(ids), tuple(pair for other in ids[1:] for pair in edits(articles[ids[0]], articles[other])))
        for group in by_group.values()
        for ids in _copies(group)
    )
    return tuple(sorted(found, key=lambda copies: copies.documents))


def sources(copies: Iterable[Copies]) -> Mapping[str, str]:
    """For every article that has copies, the id of the first of them, which stands for the source."""
    return {document: one.documents[0] for one in copies for document in one.documents}


def edits(left: Article, right: Article) -> Iterator[tuple[Span, Span]]:
    """Where the words of two copies differ: the words of the one, those of the other; one of them may be empty."""
    mine, theirs = _first(left), _first(right)
    for edit in _edits(mine, theirs):
        yield _place(left, mine, edit.left), _place(right, theirs, edit.right)


def passages(left: Article, right: Article) -> Iterator[tuple[Span, Span]]:
    """The stretches of two copies that are one text, edits of a few words included: theirs in the left, in the right."""
    mine, theirs = _first(left), _first(right)
    start = (0, 0)
    for edit in _edits(mine, theirs):
        if max(edit.left[1] - edit.left[0], edit.right[1] - edit.right[0]) > _BREAK:
            yield from _stretch(left, right, mine, theirs, start, (edit.left[0], edit.right[0]))
            start = edit.left[1], edit.right[1]
    yield from _stretch(left, right, mine, theirs, start, (len(mine), len(theirs)))


def noted(finding: Finding, copies_of: Mapping[str, Copies]) -> str:
    """What is to be said of a finding because some of its documents are copies; empty where nothing is.

    ``copies_of`` has the group of every document that has copies.
    """
    told = []
    for group, among in _met(finding, copies_of):
        names = f"{', '.join(among[:-1])} and {among[-1]}"
        if _by_edit(finding, group, among):
            told.append(f"{names} are copies of one article: one differs from its reprint by an edit.")
        else:
            told.append(f"{names} are copies of one article and count as one witness.")
    return " ".join(told)


def edited(finding: Finding, copies_of: Mapping[str, Copies]) -> bool:
    """Whether a finding holds two copies of one article against each other by what was edited in one of them.

    What is about the copies themselves is none, nor is a change of a quotation that is worth a note alone: it is slight. Nothing
    was measured of the families of other packages.
    """
    slight = finding.family is Family.QUOTATION and finding.severity is Severity.NOTE
    if slight or finding.family not in (Family.CONFLICT, Family.REFERENCE, Family.QUOTATION):
        return False
    return any(_by_edit(finding, group, among) for group, among in _met(finding, copies_of))


def _met(finding: Finding, copies_of: Mapping[str, Copies]) -> Iterator[tuple[Copies, Sequence[str]]]:
    """The groups of copies of which a finding touches two or more, with those it touches."""
    touched = sorted({span.document for span in finding.spans if span.document in copies_of})
    # By its first document: a group holds all its edits, and hashing them takes longer than all the rest.
    for group in {copies_of[document].documents[0]: copies_of[document] for document in touched}.values():
        among = [document for document in group.documents if document in touched]
        if len(among) > 1:
            yield group, among


def _by_edit(finding: Finding, group: Copies, among: Sequence[str]) -> bool:
    """Whether two copies stand on two sides of a finding, each by the words that differ."""
    edits = (pair for pair in group.edits if pair[1].document in among)
    return any(
        _apart(finding, mine, theirs)
        for left, right in edits
        for mine in _touching(finding, left)
        for theirs in _touching(finding, right)
    )


def _apart(finding: Finding, mine: Span, theirs: Span) -> bool:
    """Whether two places give two answers: those of two sides, or other words where the sides do not tell."""
    sides = finding.asked.sides if finding.asked else ()
    given = [number for place in (mine, theirs) for number, side in enumerate(sides) if place in side.places]
    if len(given) == 2:
        return given[0] != given[1]
    return _WORD.findall(mine.text.lower()) != _WORD.findall(theirs.text.lower())


def _copies(sketches: Sequence[Sketch]) -> Iterator[list[str]]:
    """The ids of the articles that are copies of one another, of one group of articles, which are in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    members: dict[int, list[int]] = {}
    for number, one in enumerate(sketches):
        runs = one.words_in_a_row
        kept = kept_runs(one)
        first = next((o for o in _meetings(kept, holders) if one_text(runs, sketches[o].words_in_a_row)), None)
        if first is not None:
            members[first].append(number)
            continue
        members[number] = [number]
        for run in kept:
            holders[run].append(number)
    yield from ([sketches[number].document for number in numbers] for numbers in members.values() if len(numbers) > 1)


def kept_runs(sketch: Sketch) -> Sequence[int]:
    """The runs of words by which an article meets its copies, each once and in order."""
    return sorted({run for run in sketch.words_in_a_row if run % _ONE_IN == 0})


def enough(kept: int) -> float:
    """How many of so many kept runs two articles share that are compared run by run."""
    return max(1, _MEETING * kept)


def _meetings(kept: Sequence[int], holders: Mapping[int, Sequence[int]]) -> list[int]:
    """The articles that share enough of the kept runs to be compared, those that share most first."""
    shared = Counter(number for run in kept if len(holders.get(run, ())) <= _FORMULA for number in holders.get(run, ()))
    least = enough(len(kept))
    return [number for number, runs in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if runs >= least]


def one_text(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two articles are copies, by their runs of words in reading order."""
    shares = sorted((_covered(one, frozenset(other)), _covered(other, frozenset(one))), reverse=True)
    return shares[0] >= _NEARLY_ALL or (shares[0] >= _MOST_OF_BOTH[0] and shares[1] >= _MOST_OF_BOTH[1])


def _covered(runs: Sequence[int], others: frozenset[int]) -> float:
    """The share of an article's words that lie in a run which the other has too."""
    covered = until = 0
    for at, run in enumerate(runs):
        if run in others:
            covered += at + WORDS_IN_A_ROW - max(at, until)
            until = at + WORDS_IN_A_ROW
    return covered / (len(runs) + WORDS_IN_A_ROW - 1) if runs else 0.0


def _first(article: Article) -> tuple[Word, ...]:
    return words(article.prose.text)[:_MOST_WORDS]


def _edits(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Edit]:
    """The edits, those with hardly a word between them as one: "Feb. 3" became "3 February"."""
    held: Edit | None = None
    for edit in differences(mine, theirs):
        if held and edit.left[0] - held.left[1] <= _BETWEEN:
            held = Edit((held.left[0], edit.left[1]), (held.right[0], edit.right[1]))
            continue
        if held:
            yield held
        held = edit
    if held:
        yield held


def _place(article: Article, told: Sequence[Word], at: tuple[int, int]) -> Span:
    """The words ``[at)`` in the article; an empty place behind the word before where there are none."""
    if at[0] == at[1]:
        end = told[at[0] - 1].end if at[0] else 0
        return article.document.span(end, end)
    return article.document.span(told[at[0]].start, told[at[1] - 1].end)


def _stretch(
    left: Article,
    right: Article,
    mine: Sequence[Word],
    theirs: Sequence[Word],
    start: tuple[int, int],
    end: tuple[int, int],
) -> Iterator[tuple[Span, Span]]:
    if min(end[0] - start[0], end[1] - start[1]) > _BREAK:
        yield _place(left, mine, (start[0], end[0])), _place(right, theirs, (start[1], end[1]))


def _touching(finding: Finding, place: Span) -> Iterator[Span]:
    """The places of a finding that hold the edited words, or the gap where they are missing."""
    for span in finding.spans:
        if span.document == place.document and span.start <= place.end and place.start <= span.end:
            yield span
