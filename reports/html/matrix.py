"""Who says what: of each story a table, a row a question, a column a source; copies of one article are one column."""

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
from auditor.reports.html.stories import MOST_STORIES, Stories
from auditor.reports.layout import shortened

MOST_COLUMNS = 10
"""Sources that have a column: those that answer most questions; the others are counted."""
MOST_ROWS = 150
"""Questions with a row, and agreements with one; the headings state the cap where it cuts."""
MOST_PLACES = 4
"""Places of one answer in one source that are linked."""
_AROUND = 50
"""Characters on either side of the words that a cell shows."""


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
    """The table of one story: what is contested first, then what sources agree on."""

    heading: str
    columns: tuple[Column, ...]
    columns_left_out: int
    contested: Listed[Row]
    agreed: Listed[Row]

    @property
    def barred(self) -> bool:
        """Whether any answer is marked as one that fewer sources give."""
        return any(cell.minority for row in self.contested.items for cells in row.cells for cell in cells)


def tables(links: Links, chosen: Chosen, points: Points) -> Listed[Matrix]:
    """The tables of a report, one for each story with anything to tell; those with most that is contested."""
    stories, answers = Stories(links.answers), links.answers
    told = (point for point in chosen.of(*DIFFER) if len(point.answers) > 1)
    contested = stories.by_story(told, lambda point: point.answers[0].witnesses[0].place.document)
    agreed = stories.by_story(answers.agreements, lambda one: one.witnesses[0].place.document)
    numbers = contested.keys() | agreed.keys()
    most = sorted(numbers, key=lambda one: (-len(contested.get(one, ())), -len(agreed.get(one, ())), one))[
        :MOST_STORIES
    ]
    made = (
        _Table(links, chosen, stories, number).matrix(contested.get(number, ()), agreed.get(number, ()), points)
        for number in sorted(most)
    )
    return Listed(tuple(made), len(numbers))


class _Table:
    """The table of one story."""

    def __init__(self, links: Links, chosen: Chosen, stories: Stories, number: int) -> None:
        self._links = links
        self._numbers = chosen.numbers
        self._stories, self._number = stories, number
        self._sentences = Sentences(links.answers.report)
        self._source_of = {document: one.id for one in links.answers.sources for document in one.documents}
        self._columns: Sequence[Source] = ()

    def matrix(self, told: Sequence[Point], agreements: Sequence[Agreement], points: Points) -> Matrix:
        """The rows, and the columns that they need."""
        contested, agreed = first(told, MOST_ROWS), first(agreements, MOST_ROWS)
        telling = self._telling(contested.items, agreed.items)
        self._columns = [source for source in self._links.answers.sources if source in telling[:MOST_COLUMNS]]
        return Matrix(
            self._stories.heading(self._number),
            tuple(self._column(source) for source in self._columns),
            len(telling) - len(self._columns),
            Listed(tuple(self._contested(point, points) for point in contested.items), contested.total),
            Listed(tuple(map(self._agreed, agreed.items)), agreed.total),
        )

    def _telling(self, points: Sequence[Point], agreements: Sequence[Agreement]) -> Sequence[Source]:
        """The sources that say anything, those with most to say on what is contested first."""
        contested = Counter(self._of(w) for point in points for answer in point.answers for w in answer.witnesses)
        agreed = Counter(self._of(w) for one in agreements for w in one.witnesses)
        telling = (source for source in self._links.answers.sources if contested[source.id] or agreed[source.id])
        return sorted(telling, key=lambda source: (-contested[source.id], -agreed[source.id], source))

    def _of(self, witness: Witness) -> str:
        return self._source_of.get(witness.place.document, witness.source)

    def _column(self, source: Source) -> Column:
        # A claim that two stories share has witnesses of the other one, too.
        mine = [one for one in source.documents if self._stories.of(one) == self._number] or source.documents
        named = tuple(Link(self._links.answers.name(one), self._links.article(one)) for one in mine)
        return Column(named, plain(source.reason) if len(named) > 1 else "")

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
        voice = f" (all from {one.resting_on}: one voice)" if one.resting_on else ""
        return Row(plain(shortened(one.value) + voice), self._cells(held))

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
