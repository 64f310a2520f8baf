"""The words of ``*.toml`` beside this file, and sentences filled with them: ``[a|b]`` is a choice, ``{name}`` a word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_ARTICLE = re.compile(r"\b([Aa]) (?=[aeioAEIO]|un(?!i))")
_NAME = re.compile(r"\{(\w+)\}")


@cache
def table(name: str) -> Mapping[str, Any]:
    """The contents of a data file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(part: str, name: str) -> Sequence[str]:
    """A list of words, in its order."""
    return tuple(one.strip() for one in table("words")[part][name].split(",") if one.strip())


@cache
def plots() -> Sequence[Mapping[str, Any]]:
    """What stories there are."""
    return tuple(table(f"plots/{path.stem}") for path in sorted((FOLDER / "plots").glob("*.toml")))


def filled(template: str, chance: Random, word: Callable[[str], str]) -> str:
    """The template with choices made and words put in; a name that ends in _ begins with a capital."""
    chosen = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), template)
    told = _NAME.sub(lambda match: capital(word(match[1][:-1])) if match[1][-1] == "_" else word(match[1]), chosen)
    return _ARTICLE.sub(r"\1n ", told)


def capital(text: str) -> str:
    """The text with its first letter, behind any mark of a value, as a capital."""
    return re.sub(r"^(\ue000\w+\ue001)?(\w)", lambda match: (match[1] or "") + match[2].upper(), text)


def rank(chance: Random, last: int, flat: int = 1) -> int:
    """A rank from 0, by the law of Zipf and Mandelbrot: rank r as often as 1 / (r + flat)."""
    return int(flat * ((last / flat + 1) ** chance.random() - 1))


def ranked(chance: Random, among: Sequence[str]) -> str:
    """One of the words, the first ones most often."""
    return among[rank(chance, len(among))]
