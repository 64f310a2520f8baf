"""Who says what: a row a question, a column a source; copies of one article are one column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Agreement, Point, Source, Witness
from auditor.reports.answers import DIFFER
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Chosen, Listed, first
from auditor.reports.html.links import Link, Links
from auditor.reports.html.points import Marks, Points
from auditor.reports.html.sentences import Quoted, Sentences
from auditor.reports.layout import shortened

MOST_COLUMNS = 10
"""Sources that have a column: those that answer most questions; the others are counted."""
MOST_ROWS = 150
"""Questions with a row, and agreements with one; the headings state the cap where it cuts."""
MOST_PLACES = 4
"""Places of one answer in one source that are linked."""
_AROUND = 50


@dataclass(frozen=True, slots=True)
class Column:
    """A source: the short names of its documents, with the addresses of the articles."""

    documents: tuple[Link, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says: the words in their sentence, and where. ``minority`` where fewer sources say so than else."""

    sentence: Quoted
    places: tuple[Link, ...]
    minority: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A question with what each source of the table says on it; ``id`` and ``number`` are those of its point, if any."""

    label: str
    cells: tuple[tuple[Cell, ...], ...]
    href: str | None = None
    number: int = 0
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: what is contested first, then what sources agree on."""

    columns: tuple[Column, ...]
    columns_left_out: int
    contested: Listed[Row]
    agreed: Listed[Row]


def matrix(links: Links, chosen: Chosen, points: Points) -> Matrix:
    """The table of a report."""
    return _Table(links, chosen).matrix(points)


class _Table:
    def __init__(self, links: Links, chosen: Chosen) -> None:
        self._links = links
        self._numbers = chosen.numbers
        self._sentences = Sentences(links.answers.report)
        answers = links.answers
        self._source_of = {document: source.id for source in answers.sources for document in source.documents}
        told = [point for point in chosen.of(*DIFFER) if len(point.answers) > 1]
        self._points, self._agreements = first(told, MOST_ROWS), first(answers.agreements, MOST_ROWS)
        self._columns = self._most_told(answers.sources)

    def matrix(self, points: Points) -> Matrix:
        """The rows, and the columns that they need."""
        return Matrix(
            tuple(self._column(source) for source in self._columns),
            len(self._links.answers.sources) - len(self._columns),
            Listed(tuple(self._contested(point, points) for point in self._points.items), self._points.total),
            Listed(tuple(map(self._agreed, self._agreements.items)), self._agreements.total),
        )

    def _most_told(self, sources: Sequence[Source]) -> tuple[Source, ...]:
        """The sources that have a column, in the order of the report: those with most to say on what is contested."""
        contested = Counter(self._of(w) for p in self._points.items for a in p.answers for w in a.witnesses)
        agreed = Counter(self._of(w) for one in self._agreements.items for w in one.witnesses)
        telling = [source for source in sources if contested[source.id] or agreed[source.id]]
        most = sorted(telling, key=lambda source: (-contested[source.id], -agreed[source.id], source))[:MOST_COLUMNS]
        return tuple(source for source in sources if source in most)

    def _of(self, witness: Witness) -> str:
        return self._source_of.get(witness.place.document, witness.source)

    def _column(self, source: Source) -> Column:
        named = (Link(self._links.answers.name(one), self._links.article(one)) for one in source.documents)
        return Column(tuple(named), plain(source.reason))

    def _contested(self, point: Point, points: Points) -> Row:
        most = max(len(answer.sources) for answer in point.answers)
        held: dict[str, list[Cell]] = defaultdict(list)
        for answer in point.answers:
            for source, witnesses in self._by_source(answer.witnesses).items():
                held[source].append(self._cell(witnesses, len(answer.sources) < most))
        label = plain(shortened(point.question))
        return Row(label, self._cells(held), self._links.point(point), self._numbers[point.id], points.marks(point))

    def _agreed(self, one: Agreement) -> Row:
        held = {source: [self._cell(found, False)] for source, found in self._by_source(one.witnesses).items()}
        return Row(plain(shortened(one.value)), self._cells(held))

    def _cells(self, held: Mapping[str, Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(held.get(source.id, ())) for source in self._columns)

    def _by_source(self, witnesses: Iterable[Witness]) -> Mapping[str, Sequence[Witness]]:
        held: dict[str, list[Witness]] = defaultdict(list)
        for witness in witnesses:
            held[self._of(witness)].append(witness)
        return held

    def _cell(self, witnesses: Sequence[Witness], minority: bool) -> Cell:
        places = self._links.lines((witness.place for witness in witnesses), MOST_PLACES)
        return Cell(self._sentences.around(witnesses[0].place, _AROUND), places, minority)
