"""Codes of languages: what was given with an article, as one code for each language."""

from __future__ import annotations

from functools import cache

from auditor.text.regex import regex

_TAG = regex(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*")
"""A tag of BCP 47 in lower case ("de-at"), or the name of a locale ("de_at"); what follows the language is passed over."""
_NO_LANGUAGE = frozenset("und mul mis zxx".split())
"""Codes of ISO 639 that say that the language is not known, several, without a code, or none."""


@cache
def code_of(given: str) -> str:
    """The code in ISO 639 of a code, a tag or an English name: ``de`` of "de-AT", "DE", "deu", "ger" and "German".

    It has two letters where there is one of two, and is empty where what is given says nothing ("und"). Raises ``ValueError``
    where it names no language.
    """
    tag = _TAG.fullmatch(given.strip().lower())
    if not given.strip() or (tag and tag[1] in _NO_LANGUAGE):
        return ""
    from iso639.exceptions import (  # here: it reads a table of all languages
        DeprecatedLanguageValue,
        InvalidLanguageValue,
    )

    try:
        return _code(tag[1] if tag else given.strip().title())
    except DeprecatedLanguageValue as error:
        if error.change_to:
            return _code(error.change_to)
        raise ValueError(f"{given!r} is a code that is used no more") from error
    except InvalidLanguageValue as error:
        raise ValueError(f"{given!r} names no language") from error


@cache
def name_of(code: str) -> str:
    """The English name of the language that has this code in ISO 639, without what tells it from another in brackets."""
    from iso639 import Lang

    return Lang(code).name.partition(" (")[0]


def _code(identifier: str) -> str:
    from iso639 import Lang

    found = Lang(identifier)
    return found.pt1 or found.pt3 or found.pt5
