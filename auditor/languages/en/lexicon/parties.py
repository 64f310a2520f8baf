"""Parties: nouns for those who take sides in the news, by side, so that two sides are told apart without a name.

Only nouns that leave no doubt of the side: a company is an employer in one story and a victim in the next.
"""

from __future__ import annotations

_PARTIES = {
    "workers": "union guild worker employee staff striker workforce",
    "employers": "management employer",
    "board": "board director",
    "shareholders": "shareholder stockholder",
    "government": "government minister cabinet ministry",
    "opposition": "opposition",
    "parliament": "parliament lawmaker legislator senator mp senate congress",
    "council": "council councillor",
    "court": "court judge jury magistrate tribunal",
    "prosecution": "prosecutor prosecution",
    "accused": "defendant accused",
    "police": "police policeman detective",
    "regulator": "regulator watchdog",
    "public": "resident householder homeowner villager neighbour neighbor campaigner protester activist tenant relative",
    "insurers": "insurer underwriter",
    "rebels": "rebel militant insurgent guerrilla",
    "voters": "voter electorate",
}

PARTIES = {noun: side for side, nouns in _PARTIES.items() for noun in nouns.split()}
"""Noun in the singular -> the side it names."""
