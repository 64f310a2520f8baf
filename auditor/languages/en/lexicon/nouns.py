"""Nouns in the singular and the plural, by rule with the irregular ones listed.

A lemmatiser's dictionary costs a third of the time that checking a small file may take, and reads "lives" and
"leaves" as verbs; behind a number a noun is all there can be.
"""

from __future__ import annotations

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "oxen": "ox",
    "bacteria": "bacterium",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "shelves": "shelf",
    "thieves": "thief",
    "wolves": "wolf",
    "calves": "calf",
    "loaves": "loaf",
    "movies": "movie",
    "ties": "tie",
    "lies": "lie",
    "pies": "pie",
    "axes": "axis",
    "crises": "crisis",
    "analyses": "analysis",
    "theses": "thesis",
    "hypotheses": "hypothesis",
    "oases": "oasis",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "gases": "gas",
    "shoes": "shoe",
    "canoes": "canoe",
    "does": "doe",
    "throes": "throe",
    "aches": "ache",
    "caches": "cache",
}
"""Plural -> singular where no rule below gives it."""

_IN_I = frozenset(
    """alibis azerbaijanis bangladeshis bikinis emiratis houthis iraqis israelis kuwaitis nazis nepalis omanis pakistanis
    qataris safaris saudis skis somalis taxis tsunamis yazidis yemenis""".split()
)
"""Plurals of nouns in -i: most words in -is are singular ("crisis")."""

_UNCHANGED = frozenset(
    """aircraft barracks cattle crossroads deer fish headquarters hovercraft means news personnel police politics
    series sheep spacecraft species staff swine""".split()
)
"""Nouns with one form for both numbers, and those with no singular."""

_IN_S = frozenset(
    """alias arkansas atlas bias canvas chaos christmas cosmos ethos gas honduras kansas laos lens overseas pancreas
    perhaps texas towards vegas always afterwards besides sometimes whereas athens wales brussels maldives
    netherlands philippines""".split()
)
"""Words in -s that are no plural."""

_SINGULAR_MEN = frozenset({"specimen", "regimen", "abdomen", "omen", "semen", "stamen", "amen", "yemen"})
_ES = ("ches", "shes", "sses", "xes", "zzes", "toes", "does", "noes", "goes", "roes")
_SINGULAR_S = ("ss", "us", "is", "'s", "’s")


def singular(noun: str) -> str:
    """The noun, in lower case, in the singular; one that is singular already comes back as it is."""
    if noun in _UNCHANGED or noun in _IN_S:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and noun not in _SINGULAR_MEN:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(_ES) and len(noun) > 4:
        return noun[:-2]
    if noun in _IN_I:
        return noun[:-1]
    if noun.endswith("s") and not noun.endswith(_SINGULAR_S) and len(noun) > 2:
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Whether the word, in lower case, can be a noun in the plural."""
    return noun in _UNCHANGED or singular(noun) != noun
