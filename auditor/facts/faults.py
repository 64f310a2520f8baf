"""What is wrong with rows that are whole, each by itself, once they stand beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from auditor.facts.rows import Facts, Origin, Row, Spelling, Term, folded
from auditor.facts.tables import Fault, Read

_NOWHERE = Origin("", date.min)


def faults(read: Read) -> tuple[Fault, ...]:
    """Everything wrong with tables: what was met in reading them, rows told twice, terms that overlap, names of two things."""
    return tuple(sorted({*read.faults, *_doubles(read.rows), *_overlaps(read.rows), *_shared_names(read.rows)}))


def _at(row: Row, message: str) -> Fault:
    return Fault(row.origin.file, row.origin.line, message)


def _place(row: Row) -> str:
    return f"{row.origin.file}:{row.origin.line}"


def _doubles(rows: Iterable[Row]) -> Iterator[Fault]:
    first: dict[Row, Row] = {}
    for row in rows:
        same = first.setdefault(replace(row, origin=_NOWHERE), row)
        if same is not row:
            yield _at(row, f"says the same as {_place(same)}. Leave one of the two out.")


def _overlaps(rows: Iterable[Row]) -> Iterator[Fault]:
    known = Facts.of(rows)
    terms: Mapping[tuple[str, str], list[Term]] = defaultdict(list)
    for term in known.terms:
        terms[known.canonical(term.office), known.canonical(term.of)].append(term)
    for held in terms.values():
        for one, other in pairwise(sorted(held, key=lambda term: (term.since, term.until or date.max))):
            # The day of a handover belongs to both.
            if (one.ended is None or one.ended > other.begun) and replace(one, origin=_NOWHERE) != replace(
                other, origin=_NOWHERE
            ):
                ends = one.ended or "no end"
                yield _at(
                    other,
                    f"{other.holder} is {other.office} of {other.of} from {other.begun}, and {one.holder} until {ends} "
                    f"({_place(one)}). Mend one of the two days.",
                )


def _shared_names(rows: Iterable[Row]) -> Iterator[Fault]:
    owners: dict[str, Spelling] = {}
    for row in rows:
        if isinstance(row, Spelling):
            for name in sorted({folded(one) for one in (row.name, *row.also, *row.avoid)}):
                owner = owners.setdefault(name, row)
                if folded(owner.name) != folded(row.name):
                    yield _at(row, f"“{name}” is a name of {owner.name}, too ({_place(owner)}). Leave it in one row.")
