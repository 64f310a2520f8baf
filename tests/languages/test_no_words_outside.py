"""Nothing outside of ``auditor/languages`` knows a word of English: no pattern holds one, and no list.

A word is looked for where a text is read by it: in the pattern of a call of ``re``, with the constants that it is put
together from, and in a set, list, tuple, dictionary or split string of three lower-case words or more. It is English
where simplemma's dictionary knows it. Messages, docstrings, questions and the examples of checks are written for people and
may say anything; what else is no word of an article stands in ``ALLOWED`` with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from simplemma import is_known

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "auditor/languages": "the packs themselves",
    "auditor/cli": "options, commands and settings",
    "auditor/facts": "tables, fields of rows and how a claim stands to them",
    "auditor/gate": "files, folders and fields of the gate's own records",
    "auditor/store": "files and fields of the cache and the index",
    "auditor/engines": "names of fields",
    "auditor/cleaning": "fields of patches",
    "auditor/reading": "suffixes and fields of files",
    "auditor/grammar": "the notation of patterns and the fields of rules",
    "auditor/scaffold": "folders and fields of a package",
    "checks/residue": "a class of residue is one file, which says itself by what words lines of its kind are known",
    "reports": "what is written for people and machines, in English, whatever language is read",
}
"""Where no text of an article is read by its words -> what the words there are."""

ALLOWED = {
    ("auditor/catalogue.py", "_NO_CLASS"): "families of checks",
    ("auditor/house_styles.py", ""): "ids of checks",
    ("auditor/model.py", ""): "families of checks, severities and kinds",
    ("auditor/measured.py", ""): "families of checks, and what people answered about findings",
    ("auditor/story/mentions.py", "with_events"): "names of fields",
    ("checks/conflict/_tallies.py", "exact"): "ways of writing a number",
    ("checks/conflict/conflicting_outcome.py", "_WEIGHTS"): "features of pairs",
}
"""File and the name that holds the words, or any in the file -> why they are no words of a language that is read."""

READERS = {"compile", "match", "search", "fullmatch", "findall", "finditer", "split", "sub", "subn"}
LEAST = 3
"""Words of a collection that make it a vocabulary."""
SHORTEST = 3
"""Letters of a word that is looked up: shorter runs in patterns are mostly no words."""


def sources() -> list[str]:
    """All files outside of the rooms where no text is read, as paths from the root."""
    found = (path for room in ("auditor", "checks", "reports") for path in sorted((ROOT / room).rglob("*.py")))
    paths = (path.relative_to(ROOT).as_posix() for path in found)
    return [path for path in paths if not path.startswith((*ROOMS, "auditor/checks", "auditor/reports"))]


def english(text: str) -> set[str]:
    """The English words of a text in lower case."""
    runs = re.findall(r"(?<![a-zà-ÿ])[a-z]+(?![a-zà-ÿ])", text)
    return {run for run in runs if len(run) >= SHORTEST and is_known(run, lang="en")}


def words_of_pattern(pattern: str) -> set[str]:
    """The words that a pattern reads, without classes of characters, names of groups and what is escaped."""
    plain = re.sub(r"\\[pP]\{.*?\}|\\.|\(\?P<\w+>|\(\?P=\w+\)|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}", " ", pattern)
    return english(plain.replace("?", "").lower())


def named_strings(tree: ast.Module) -> dict[str, ast.expr]:
    """The constants of a module -> what is assigned to them."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def strings(node: ast.AST, known: dict[str, ast.expr]) -> Iterator[str]:
    """The strings that an expression is put together from, those of the module's constants among them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in known:
        yield from strings(known[node.id], {name: value for name, value in known.items() if name != node.id})
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            yield from strings(node.func.value, known)
        if not (isinstance(node.func, ast.Attribute) and ast.unparse(node.func).startswith("LISTS.")):
            for argument in node.args:
                yield from strings(argument, known)
    else:
        for child in ast.iter_child_nodes(node):
            yield from strings(child, known)


def collection(node: ast.AST) -> list[str]:
    """The strings of a collection of strings, of the keys of a dictionary, or of a string that is split into words."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        return [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if isinstance(node, ast.Dict):
        return [one.value for one in node.keys if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "split"
        and isinstance(node.func.value, ast.Constant)
        and isinstance(node.func.value.value, str)
    ):
        return node.func.value.value.split()
    return []


def is_pattern(node: ast.AST) -> bool:
    """Whether a node calls ``re``."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in READERS
    )


def found(path: str) -> Iterator[tuple[str, str]]:
    """The name that holds words, and the words, for every pattern and collection of a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    known = named_strings(tree)

    def walk(node: ast.AST, name: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            name = node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in ("Check", "example"):
                return
            if is_pattern(node) and node.args:
                held = {word for text in strings(node.args[0], known) for word in words_of_pattern(text)}
                if held:
                    yield name, " ".join(sorted(held))
                return
        lower = [word for word in collection(node) if word.islower() and english(word)]
        if len(lower) >= LEAST and name not in ("__all__", "__slots__"):
            yield name, " ".join(lower)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, name)

    yield from walk(tree, "")


@pytest.mark.parametrize("path", sources())
def test_no_word_of_english_stands_outside(path: str) -> None:
    outside = [one for one in found(path) if not {(path, one[0]), (path, "")} & ALLOWED.keys()]
    assert outside == []


def test_what_is_allowed_is_there() -> None:
    holding = {(path, name) for path in sources() for name, _ in found(path)}
    assert {one for one in ALLOWED if not any(one in (held, (held[0], "")) for held in holding)} == set()
    assert all((ROOT / room).is_dir() for room in ROOMS)
