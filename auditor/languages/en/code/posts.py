"""Embedded posts: what somebody wrote on a social network, printed with its signature and without quotation marks.

Pages that embed a post leave its words, a dash, the name, the handle in brackets and the day: "We sail at noon. — Ana Ruiz
(@anaruiz) January 18, 2018". What a signature is, ``rules/posts.toml`` says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.grammar.grammar import Found
from auditor.languages.en.grammars import GRAMMARS
from auditor.model import Prose

_LINKS = ("http://", "https://", "pic.twitter.com/", "t.co/")
"""How the addresses begin that stand at the end of a post: of what it shows."""


@dataclass(frozen=True, slots=True)
class Post:
    """The words of a post ``[start, end)``, offsets into the text, and its signature, which remembers the ``name``."""

    start: int
    end: int
    signed: Found


def find_posts(prose: Prose) -> Iterator[Post]:
    """The embedded posts of an article, in reading order: each is what its paragraph holds before the signature."""
    if "(@" not in prose.text:
        return
    at = 0
    for signed in GRAMMARS.grammar("posts").made(prose):
        first, _ = prose.paragraphs[bisect_right(prose.paragraphs, (signed.start, signed.start)) - 1]
        at = max(at, first)
        words = _without_links(prose.text[at : signed.start])
        start = at + len(words) - len(words.lstrip())
        if words.strip():
            yield Post(start, at + len(words), signed)
        at = signed.end


def _without_links(words: str) -> str:
    """The words without the addresses at their end."""
    words = words.rstrip()
    while words:
        last = words.split()[-1]
        begins = [place for link in _LINKS if (place := last.find(link)) >= 0]
        if not begins:
            break
        words = words[: len(words) - len(last) + min(begins)].rstrip()
    return words
