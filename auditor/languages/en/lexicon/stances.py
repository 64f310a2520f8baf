"""Verbs and nouns by which an actor accepts or rejects something, and what they are said of.

Two families with their forms; the topic is the noun phrase that follows. Drawn up from the thesaurus classes of
assent and refusal, not from any set of articles.
"""

from __future__ import annotations


def _forms(*stems: str) -> frozenset[str]:
    """All regular forms of verbs given by their base form."""
    forms: set[str] = set()
    for base in stems:
        forms |= set(inflected(base))
    return frozenset(forms)


def inflected(base: str) -> tuple[str, ...]:
    """The regular forms of a verb, its base form first."""
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    s = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    return base, base + s, base + "ed", base + "ing"


ACCEPTING = _forms(
    "accept", "support", "back", "endorse", "welcome", "approve", "embrace", "favour", "favor", "adopt", "ratify"
)
"""Verbs whose object the subject is for."""

WANTING = _forms("want", "need", "desire", "demand") | {"seek", "seeks", "sought", "seeking"}
"""Verbs whose object the subject wants to have; denied, they refuse it."""

REJECTING = _forms("reject", "oppose", "dismiss", "rebuff", "spurn", "veto", "decline", "refuse", "repudiate", "scorn")
"""Verbs whose object the subject is against."""

PHRASES = {
    "agreed to": True, "agrees to": True, "agree to": True, "agreeing to": True, "consented to": True,
    "signed up to": True, "signed on to": True, "called for": True, "calls for": True, "calling for": True,
    "call for": True, "in favour of": True, "in favor of": True, "open to": True, "ready for": True,
    "ruled out": False, "rules out": False, "rule out": False, "ruling out": False, "turned down": False,
    "turns down": False, "turn down": False, "turning down": False, "objected to": False, "objects to": False,
    "opposed to": False, "said no to": False, "says no to": False, "walked away from": False, "brushed aside": False,
    "said yes to": True, "says yes to": True, "threw out": False, "voted down": False,
}  # fmt: skip
"""Phrases of the two families -> whether they accept."""

ADJECTIVES = frozenset(("open to", "ready for", "opposed to", "in favour of", "in favor of"))
"""Those of the phrases that need a form of *be* before them."""

_CROWDS = ("march", "rally", "demonstrate", "campaign", "lobby")
"""What is done for a thing or against it, together with others."""
PHRASES |= {
    f"{form} {side}": side == "for" for base in _CROWDS for form in inflected(base) for side in ("for", "against")
}
PHRASES |= {f"{form} against": False for form in inflected("protest")}

NOUNS = {
    "rejection": False, "refusal": False, "opposition": False, "dismissal": False, "objection": False,
    "support": True, "backing": True, "acceptance": True, "approval": True, "endorsement": True,
}  # fmt: skip
"""Nouns of the two families -> whether they accept; the topic follows after of, to or for."""

PROPOSAL_NOUNS = frozenset(
    """offer proposal plan idea initiative bid package deal terms draft suggestion motion""".split()
)
"""What is proposed, by a noun that does not say what: alone it points back to a proposal named before."""

LIGHT_NOUNS = PROPOSAL_NOUNS | frozenset(
    """appeal call demand concept notion possibility presence prospect principle request push introduction
    deployment demands requests calls appeals proposals offers plans ideas""".split()
)
"""Nouns that pass the stance on to what follows after of or for."""

TOPICS = {
    noun: name
    for name, nouns in {
        "ceasefire": "ceasefire cease-fire truce armistice",
        "agreement": "agreement accord pact treaty deal settlement",
        "sanction": "sanction embargo",
        "talks": "talk negotiation dialogue",
        "peacekeeper": "peacekeeper peacekeeping",
        "invitation": "invitation",
        "increase": "increase rise hike",
        "cut": "cut reduction",
    }.items()
    for noun in nouns.split()
}
"""Noun in the singular -> the name of the class whose members are used for one another in the news."""

HALTING = "halt|end|stop|pause|cessation"
"""Nouns that, with fighting after them, mean a ceasefire; an alternation."""

OPPOSED_KINDS = (
    (frozenset(["temporary", "short-term", "short", "brief", "limited", "partial", "interim", "unilateral"]),
     frozenset(["permanent", "lasting", "long-term", "full", "comprehensive", "final", "durable", "bilateral"])),
)  # fmt: skip
"""Modifiers that tell two kinds of a thing apart: being against one is no stance on the other."""
