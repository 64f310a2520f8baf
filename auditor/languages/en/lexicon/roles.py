"""Verbs of which the doer and the one it is done to do not change places: who beat whom, who sued whom.

By class: past forms (or participles where both are one word), and those that put the doer last ("lost to").
"""

from __future__ import annotations

_DONE = {
    "beat": "beat beaten defeated thrashed trounced outpolled eliminated edged overcame",
    "sue": "sued",
    "buy": "bought acquired purchased",
    "succeed": "succeeded replaced",
    "kill": "killed murdered shot stabbed",
    "rescue": "rescued saved",
    "dismiss": "sacked fired dismissed ousted",
    "overtake": "overtook overtaken",
    "hire": "hired",
}
DONE = {form: verb for verb, forms in _DONE.items() for form in forms.split()}
"""Past form -> the verb's class; its subject does it to its object."""

PAST = {verb: forms.split()[0] for verb, forms in _DONE.items()}
"""Class -> the past form that asks for it: "who bought whom"."""

SUFFERED = {"lost to": "beat", "fell to": "beat", "sold out to": "buy", "made way for": "succeed"}
"""Phrase -> the verb's class; its object does it to its subject."""
