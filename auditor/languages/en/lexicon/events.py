"""Nouns and verbs of events by class: what kind of thing happened, whatever the story.

Drawn up by news subject (conflict, diplomacy, politics, justice, disaster, accident, economy, sport), not from any
set of articles. A recurring event needs an ordinal to be told from its neighbours; one that happens once at a place
does not.
"""

from __future__ import annotations

_CLASSES = {
    "war": "war wars conflict fighting hostilities warfare insurgency uprising rebellion invasion offensive",
    "talks": "talks negotiations negotiation discussions consultations dialogue",
    "meeting": "meeting summit conference",
    "round": "round",
    "election": "election elections referendum runoff ballot",
    "attack": "attack attacks bombing bombardment airstrike shooting stabbing raid ambush massacre assassination",
    "accident": "accident crash collision derailment sinking wreck capsize shipwreck",
    "disaster": "earthquake quake flood floods flooding wildfire hurricane cyclone typhoon tornado eruption tsunami "
    "landslide avalanche storm blaze fire explosion blast collapse",
    "protest": "protest protests demonstration rally riots riot march",
    "trial": "trial hearing inquest sentencing verdict",
    "strike": "strike walkout lockout boycott blockade siege shutdown lockdown",
    "epidemic": "pandemic epidemic outbreak",
    "crisis": "crisis recession famine drought emergency",
    "occupation": "occupation",
    "launch": "launch liftoff landing",
    "match": "match final semi-final semifinal",
}

EVENT_NOUNS = {noun: name for name, nouns in _CLASSES.items() for noun in nouns.split()}
"""Noun in lower case -> class of event."""

LASTING = frozenset(["war", "strike", "epidemic", "crisis", "occupation", "protest"])
"""Classes of events that last, so that an article says how long they have been going on."""

ONE_OFF = frozenset(["accident", "disaster", "attack", "election", "launch"])
"""Classes of which two at one place within days of each other are almost always the same one told twice."""

MEETINGS = frozenset(["talks", "meeting", "round"])
"""Classes that are one kind of happening under several names: a round is one of talks."""

ONSET_NOUNS = frozenset(["invasion", "outbreak", "onset", "occupation"])
"""Nouns whose date is the day on which the lasting event began."""

ONSET_VERBS = "began|begun|started|broke out|erupted|escalated|was launched|was declared"
"""Verbs that, with a lasting event as subject and a date, give the day it began; an alternation."""

INVADE = frozenset(["invade", "invaded", "invades", "invading"])
"""Verbs whose object is the place of a war, and whose date is its beginning."""
