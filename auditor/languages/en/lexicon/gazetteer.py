"""Towns, regions and states: whether a name is a place, and which lies in which.

The tables hold towns of 5,000 people and more with the region and state they lie in, from GeoNames (geonames.org, CC BY 4.0;
``make_gazetteer`` makes them). A name that many places share stands for all of them: Warren lies in Ohio and in Michigan.
The tables are read when the first place is asked for.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum, StrEnum, auto
from functools import cache
from importlib.resources import files

from auditor.languages.en.lexicon.countries import countries, demonyms, seats
from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

_BESIDE = regex(
    r"^(?:the|downtown|central|northern|southern|eastern|western|city of|state of|town of)\s|[-\s](?:based|born|area)$"
)
"""Words beside a name that still tell of the same place, or of a part of it."""
_SITES = LISTS.words("places", "site")
_AREAS = LISTS.words("places", "area")


class Level(IntEnum):
    """How large a place is."""

    UNKNOWN = 0
    SITE = auto()
    TOWN = auto()
    REGION = auto()
    STATE = auto()


class Lie(StrEnum):
    """How two places lie to each other."""

    SAME = "same place"
    WITHIN = "one lies in the other"
    APART = "different places"
    UNTOLD = "one may lie in the other"


def plain_name(name: str) -> str:
    """A name as the tables write it: in lower case, without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).replace("’", "'").split())


def is_place(name: str) -> bool:
    """Whether a name is a known town, region or state, or by its noun a site or an area ("Elm Street", "Dell County")."""
    return level(name) != Level.UNKNOWN


def is_known(name: str) -> bool:
    """Whether the tables hold the name, with "-based" and the like taken away."""
    return bool(_codes(_stem(name)))


def level(name: str) -> Level:
    """How large the largest place of that name is; a site or an area by its noun, where the tables do not hold it."""
    stem = _stem(name)
    codes = _codes(stem)
    if codes:
        return max(Level(Level.STATE - code.count(".")) for code in codes)
    last, first = stem.rpartition(" ")[2], stem.partition(" ")[0]
    if " " not in stem:
        return Level.UNKNOWN
    if last in _AREAS:
        return Level.REGION
    return Level.SITE if {last, first} & _SITES else Level.UNKNOWN


def lies_in(inner: str, outer: str) -> bool:
    """Whether some place of the one name lies in some place of the other: a town in its region and state."""
    outers = _codes(_stem(outer))
    return any(code.startswith(f"{one}.") for code in _codes(_stem(inner)) for one in outers)


def relation(one: str, other: str) -> Lie:
    """How two named places lie to each other; the same for both orders.

    A place that no table holds may lie in any that is larger, a site also in one that is not known; of two sites, a bridge
    and a square may be one place, two bridges are not.
    """
    mine, theirs = _stem(one), _stem(other)
    if mine == theirs or (_codes(mine) & _codes(theirs)):
        return Lie.SAME
    if lies_in(mine, theirs) or lies_in(theirs, mine):
        return Lie.WITHIN
    levels = sorted((level(mine), level(theirs)))
    if levels == [Level.SITE, Level.SITE]:
        return Lie.APART if mine.rpartition(" ")[2] == theirs.rpartition(" ")[2] else Lie.UNTOLD
    if levels[0] == levels[1] or (is_known(mine) and is_known(theirs)):
        return Lie.APART
    return Lie.APART if levels == [Level.UNKNOWN, Level.TOWN] else Lie.UNTOLD


def _stem(name: str) -> str:
    return _BESIDE.sub("", plain_name(name).removesuffix("'s").rstrip(".,"))


@cache
def _codes(stem: str) -> frozenset[str]:
    """The places of a name as codes: ``IT``, ``IT.15``, ``IT.15.taormina``."""
    found = {code for code in _regions().get(stem, ()) if code}
    towns = _towns().get(stem, "")
    if towns.startswith("="):
        stem, towns = towns[1:], _towns().get(towns[1:], "")
    return frozenset(found | {f"{region}.{stem}" for region in towns.split()})


@cache
def _towns() -> dict[str, str]:
    """Name of a town -> the codes of its regions, or "=" and another name of it."""
    return dict(line.split("\t") for line in _lines("towns.tsv"))


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Name of a region or state -> its codes; states also by what else they are called in the news."""
    known: dict[str, tuple[str, ...]] = {}
    by_name = {}
    for line in _lines("regions.tsv"):
        code, name = line.split("\t")
        known[plain_name(name)] = (*known.get(plain_name(name), ()), code)
        if "." not in code:
            by_name[plain_name(name)] = code
    for word, state in countries().items():
        code = by_name.get(plain_name(state), "")
        if code and word not in demonyms() | seats():
            known.setdefault(plain_name(word).rstrip("."), (code,))
    return known


def _lines(table: str) -> list[str]:
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
