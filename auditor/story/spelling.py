"""Spelling: whether two spellings can be one name, and whether one is likely a slip for the other.

Transliterations keep the consonants and vary the vowels (Kiev, Kyiv; Derna, Darna), double a letter, and choose among
letters of one sound (Bagheri, Baqeri; Elovich, Elovitch). Slips of the pen move, drop, double or replace one letter. A
name that is English from the start has one spelling, so that any letter changed in it is a slip.

The kinds were learnt from 133 pairs of near names of people in real news that were read one by one: 21 slips, 94 fair
variants, 18 pairs of two people.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nicknames import NickNamer, name_triplets
from rapidfuzz.distance import OSA

from auditor.languages.en.lists import LISTS

_VOWELS = frozenset("aeiouyhw")
_SOUNDS = str.maketrans(
    {"c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "g": "k", "j": "k", "x": "k", "’": "", "'": "", "-": ""}
)
_DIGRAPHS = (("tch", "ch"), ("sch", "sh"), ("ch", "h"), ("kh", "k"), ("gh", "g"), ("ph", "f"))
"""Letters that systems of romanisation exchange for one: Elovitch, Elovich; Yochanan, Yohanan; Bagheri, Baqeri."""
_EXCHANGED = str.maketrans({"c": "k", "q": "k", "y": "i", "j": "i", "z": "s", "w": "v", "x": "ks"})
"""Letters that two languages write one given name with: Victor, Viktor; Sergei, Sergey; Maxim, Maksim."""
_ENDINGS = ("s", "es", "n", "a", "as", "o", "e", "y", "ie", "ya", "aya", "os", "")
"""Ends in which forms of one word, or a woman's and a man's name, differ."""
_UNSTABLE = frozenset("sy")
"""Letters that romanisations double at will: Qassem, Qasem; Sayyid, Sayid."""
_PROPHET = frozenset(["mhmd", "mmd", "md"])
"""The consonants of Mohammed, the name of most spellings."""
_OWN_SHORT_FORMS = {
    short: frozenset(long.split())
    for short, long in (
        ("kate", "catherine"), ("bertie", "albert robert"), ("sasha", "alexander"), ("volodya", "vladimir"),
        ("nell", "helen eleanor"), ("jerry", "jerome jeremy jerrold"), ("gerry", "gerard"), ("hermy", "herman"),
    )
}  # fmt: skip
"""Short forms of given names that the package of nicknames lacks."""
_LATIN_NAMES = LISTS.words("given_names")
"""Given names common in Spanish, Portuguese, Italian, French and German: whoever bears one is written in one way."""
_SLIP = 2
"""Letters that a slip changes, at most, where it only moves them; other slips change one."""
_LEAST, _SHORTEST = 5, 4
"""Letters of a name that a slip can be told in, and those of one in which a letter is dropped or doubled."""
_NAMES_APART = 6
"""Letters of a given name, at most, in which another letter makes another name."""


def letters(name: str) -> str:
    """The letters of a name in lower case, without accents and marks: all in which two names can differ."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "".join(filter(str.isalpha, plain))


def sound(name: str) -> str:
    """The consonants of a name, those that spellings exchange as one, doubled ones once."""
    plain = letters(name)
    for written, one in _DIGRAPHS:
        plain = plain.replace(written, one)
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


def is_slip(one: str, other: str, english: bool = False) -> bool:
    """Whether one word is likely the other with a letter moved, dropped, doubled or replaced: never its end alone.

    What systems of romanisation differ in is none, unless the name is ``english``: then every letter counts.
    """
    one, other = letters(one), letters(other)
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST or ends_differ(one, other):
        return False
    changed = OSA.distance(one, other)
    if changed > 1 and (one.startswith(other) or other.startswith(one)):
        return False
    if sorted(one) == sorted(other):
        return changed <= _SLIP
    if sound(one) == sound(other):
        if english and sound(one) not in _PROPHET:
            return changed == 1 or (changed == _SLIP and min(len(one), len(other)) > _LEAST)
        return changed == 1 and _is_doubled(one, other)
    return changed == 1 and min(len(one), len(other)) >= _LEAST


def is_given_slip(one: str, other: str) -> bool:
    """Whether one given name is likely a slip for the other: no short form, no form of another language, no other name."""
    if is_short_form(one, other) or is_exchanged(one, other) or one.endswith("a") != other.endswith("a"):
        return False
    if is_english(one) and is_english(other) and _are_two_names(one, other):
        return False
    return is_slip(one, other, is_english(one) or is_english(other))


def _are_two_names(one: str, other: str) -> bool:
    """Whether two given names that both exist are rather two than one written amiss: Darren, Darrel; Jane, June."""
    if sorted(one) == sorted(other):
        return False
    return sound(one) != sound(other) or len(one) == len(other) <= _NAMES_APART


def is_name_slip(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names, each the first given and the family name in lower case, are one but for a slip in either part."""
    (given, family), (other_given, other_family) = one, other
    if given == other_given:
        # Of two given names behind each other, as some pages print them, nothing is told.
        both_given = is_english(family) and is_english(other_family)
        return family != other_family and not both_given and is_slip(family, other_family, is_english(given))
    return family == other_family and is_given_slip(given, other_given)


def _is_doubled(one: str, other: str) -> bool:
    """Whether one word has a letter twice that the other has once, and no romanisation would."""
    short, long = sorted((one, other), key=len)
    if sound(one) in _PROPHET:
        return False
    return any(
        long[at] == long[at - 1] and long[at] not in _UNSTABLE and long[:at] + long[at + 1 :] == short
        for at in range(1, len(long))
    )


def is_romanised(one: str, other: str) -> bool:
    """Whether two words are likely one name in two romanisations: exchanged letters, doubled ones, forms of Mohammed."""
    one, other = letters(one), letters(other)
    single = [re.sub(r"(.)\1", r"\1", name) for name in (one, other)]
    return single[0] == single[1] or sound(one) in _PROPHET or is_exchanged(one, other)


def is_exchanged(one: str, other: str) -> bool:
    """Whether two words differ only in letters that two languages write one name with: Victor, Viktor."""
    mine, theirs = (letters(name).replace("ph", "f").translate(_EXCHANGED) for name in (one, other))
    return mine == theirs


def is_short_form(one: str, other: str) -> bool:
    """Whether one given name is the other's initial or short form: its letters in their order, or a customary one."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=lambda name: (len(name), name))
    if short == long or long in _OWN_SHORT_FORMS.get(short, ()):
        return True
    if len(short) < len(long) and not _is_misspelt(short, long):
        known = _nicknames()
        if long in known.canonicals_of(short) or short in known.canonicals_of(long):
            return True
    rest = iter(long)
    return short[:1] == long[:1] and len(short) < len(long) - 1 and all(letter in rest for letter in short.rstrip("y"))


def _is_misspelt(short: str, long: str) -> bool:
    """Whether two forms of a given name differ in one letter inside: Rachel, Rachael are two people's, or a slip."""
    return len(short) >= _LEAST and OSA.distance(short, long) == 1 and not ends_differ(short, long)


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@cache
def _fixed_names() -> frozenset[str]:
    return _LATIN_NAMES | {name for triplet in name_triplets() for name in (triplet.name1, triplet.name2)}


def is_english(given: str) -> bool:
    """Whether a given name in lower case is English, or of another language that writes names as English does."""
    return letters(given) in _fixed_names()


def ends_differ(one: str, other: str) -> bool:
    """Whether the two differ in their ends alone, as forms of one word or a woman's and a man's name do."""
    short = min(len(one), len(other))
    same = next((at for at in range(short) if one[at] != other[at]), short)
    doubled = {one[same:], other[same:]} == {"", one[same - 1 : same]} and one[same - 1 : same] != "s"
    return not doubled and one[same:] in _ENDINGS and other[same:] in _ENDINGS


def _inflected(one: str, other: str) -> bool:
    """Whether the two differ in no more than their last letters."""
    short = min(len(one), len(other))
    same = next((at for at in range(short) if one[at] != other[at]), short)
    return same >= short - 1
