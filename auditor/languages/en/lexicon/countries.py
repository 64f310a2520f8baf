"""States and what stands for them in the news: other names, demonyms, capitals, seats of government.

``countries.tsv`` is a table of the project's own; a demonym also names the state's side ("the Ukrainian
delegation"), a capital or seat its government ("Moscow rejected").
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def countries() -> dict[str, str]:
    """Every word or phrase that stands for a state, as written in the table, and the state's name."""
    known: dict[str, str] = {}
    for name, others in _rows():
        for word in (name, *others):
            known.setdefault(word, name)
    return known


@cache
def demonyms() -> frozenset[str]:
    """The adjectives and nouns of belonging ("Russian", "Americans")."""
    return frozenset(word for line in _lines() for word in line.split("\t")[2].split(",") if word)


@cache
def seats() -> frozenset[str]:
    """The capitals and seats of government, which stand for the state where they act and for themselves as places."""
    return frozenset(word for line in _lines() for word in line.split("\t")[3].split(",") if word)


def _rows() -> list[tuple[str, list[str]]]:
    return [
        (fields[0], [w for field in fields[1:] for w in field.split(",") if w]) for fields in map(_fields, _lines())
    ]


def _fields(line: str) -> list[str]:
    return line.split("\t")


def _lines() -> list[str]:
    table = files("auditor.languages.en.lexicon").joinpath("countries.tsv").read_text(encoding="utf-8")
    return [line for line in table.splitlines() if line and not line.startswith("#")]
