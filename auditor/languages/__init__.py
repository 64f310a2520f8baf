"""Languages: what a language pack is, and what is known of each language, a folder a language.

A pack is an entry point of the group ``auditor.languages`` whose name is the code of its language and whose object is a
``Pack``: ours are found exactly as a third party's (``auditor.languages.installed``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from auditor.grammar.files import Grammars
from auditor.model import Claim, Prose, Telling

DEFAULT = "en"
"""The language of a text that neither says nor shows its own, such as a short one."""


class Unread(Exception):
    """A part of a pack raised while it read a text; its name is the message, what it raised the cause."""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the audit asks of a language.

    ``code`` is its code in ISO 639, of two letters where there is one ("de"), and ``name`` its English name. ``claims``
    draws the claims from the prose of an article, in the order of their places; the day is the one that relative dates count
    from, ``None`` where nothing gives it. It may raise ``Unread`` to say which of its parts failed. ``function_words`` are
    common words, in lower case, that hardly another language has: a text with many of them is in this language, and nothing
    else is asked. There may be none. ``grammars`` hands out its rules, where it has any. ``tellings`` says, of the prose and the
    claims drawn from it, who speaks in the article, where the language can.
    """

    code: str
    name: str
    claims: Callable[[Prose, date | None], tuple[Claim, ...]] = field(repr=False)
    function_words: frozenset[str] = field(default=frozenset(), repr=False)
    grammars: Callable[[], Grammars] | None = field(default=None, repr=False)
    tellings: Callable[[Prose, Sequence[Claim]], tuple[Telling, ...]] | None = field(default=None, repr=False)
