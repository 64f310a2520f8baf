"""Spelling: whether two spellings can be one name, and whether one is likely a slip for the other.

Transliterations keep the consonants and vary the vowels (Kiev, Kyiv; Derna, Darna); slips of the pen move, drop or
replace a letter or two.
"""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import OSA

_VOWELS = frozenset("aeiouyhw")
_SOUNDS = str.maketrans(
    {"c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "j": "g", "x": "k", "’": "", "'": "", "-": ""}
)
_SHORT_FORMS = {
    short: frozenset(long.split())
    for short, long in (
        ("bill", "william"), ("bob", "robert"), ("jim", "james"), ("mike", "michael"), ("dick", "richard"),
        ("jack", "john"), ("ted", "edward theodore"), ("tony", "anthony"), ("liz", "elizabeth"), ("beth", "elizabeth"),
        ("kate", "katherine catherine"), ("peggy", "margaret"), ("maggie", "margaret"), ("chuck", "charles"),
        ("hank", "henry"), ("harry", "henry harold"), ("larry", "lawrence laurence"), ("joe", "joseph"),
        ("billy", "william"), ("bobby", "robert"), ("jimmy", "james"), ("johnny", "john"), ("tommy", "thomas"),
        ("nicky", "nicholas"), ("bertie", "albert robert"), ("sasha", "alexander"), ("volodya", "vladimir"),
        ("betty", "elizabeth"), ("nell", "helen eleanor"), ("molly", "mary"), ("polly", "mary"), ("sandy", "alexander"),
        ("ned", "edward"), ("rick", "richard"), ("drew", "andrew"), ("tina", "christina"), ("becky", "rebecca"),
        ("pete", "peter"), ("steve", "steven stephen"), ("dave", "david"), ("mick", "michael"), ("sue", "susan suzanne"),
        ("frank", "francis franklin"), ("zack", "zachary"), ("jerry", "gerald jerome jeremy"), ("charlie", "charles"),
        ("jamie", "james"), ("debbie", "deborah"), ("gerry", "gerald gerard"), ("gene", "eugene"), ("geoff", "geoffrey"),
    )
}  # fmt: skip
"""English short forms of given names that are not letters of the long one in their order, or are but one letter shorter."""
_SLIP = 2
"""Letters that a slip changes, at most; two letters changing places count as one."""
_LEAST = 5
"""Letters of a name that a slip can be told in: shorter names are near many others."""


def sound(name: str) -> str:
    """The consonants of a name, those that spellings exchange as one, doubled ones once."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode().replace("ph", "f")
    kept = [letter for letter in plain.translate(_SOUNDS) if letter not in _VOWELS]
    return "".join(letter for letter, before in zip(kept, ["", *kept], strict=False) if letter != before)


def is_variant(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings: the same consonants, other vowels than the last one."""
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < 4 or _inflected(one, other):
        return False
    return len(sound(one)) >= 2 and sound(one) == sound(other) and OSA.distance(one, other) <= _SLIP


def is_respelt(one: str, other: str) -> bool:
    """Whether two words are one name with other vowels in the same places, or with one letter more."""
    if not is_variant(one, other):
        return False
    swapped = len(one) == len(other) and all(a == b or {a, b} <= _VOWELS for a, b in zip(one, other, strict=True))
    return swapped or (len(one) != len(other) and OSA.distance(one, other) == 1)


def is_slip(one: str, other: str) -> bool:
    """Whether one word is the other with a letter or two changed: the same first letter, not an ending alone."""
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < _LEAST or _inflected(one, other):
        return False
    return OSA.distance(one, other) <= _SLIP


def is_short_form(one: str, other: str) -> bool:
    """Whether one given name is the other's initial or short form: its letters in their order, or a customary one."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=lambda name: (len(name), name))
    if long in _SHORT_FORMS.get(short, ()) or short == long:
        return True
    letters = iter(long)
    return (
        short[:1] == long[:1] and len(short) < len(long) - 1 and all(letter in letters for letter in short.rstrip("y"))
    )


def _inflected(one: str, other: str) -> bool:
    """Whether the two differ in their ends alone, as forms of one word or a woman's and a man's name do."""
    short = min(len(one), len(other))
    same = next((at for at in range(short) if one[at] != other[at]), short)
    return same >= short - 1
