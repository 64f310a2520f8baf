"""The rules in a folder: a grammar a file, read when first asked for; and how many stories each rule was seen in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from auditor.grammar.grammar import Grammar
from auditor.grammar.pattern import Lists
from auditor.grammar.rule import Rule, RuleError, read_rules

HITS = "hits.tsv"
"""In the same folder: file and name of each rule, and the number of stories of development data in which it made something."""


class Grammars:
    """The rules of a folder, whose files are named after what they read and end in ``.toml``."""

    def __init__(self, language: str, folder: Path, lists: Lists) -> None:
        """Read nothing yet; ``lists`` are the words that patterns call by name, ``language`` is the code of theirs."""
        self.language = language
        self._folder = folder
        self._lists = lists
        self._read: dict[str, Grammar] = {}

    def names(self) -> list[str]:
        """The names of all grammars, in alphabetical order."""
        return sorted(path.stem for path in self._folder.glob("*.toml"))

    def grammar(self, name: str) -> Grammar:
        """The grammar of the name. Raises ``RuleError`` where there is none, or its file is not as it should be."""
        if name not in self._read:
            path = self._folder / f"{name}.toml"
            try:
                text = path.read_text(encoding="utf-8")
            except OSError as error:
                raise RuleError(f"{path}: there are no such rules ({error.strerror})") from error
            self._read[name] = Grammar(read_rules(text, path.name, self._lists))
        return self._read[name]

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """All rules with the names of their grammars, in the order of the files."""
        for name in self.names():
            for rule in self.grammar(name).rules:
                yield name, rule

    def hits(self) -> Mapping[tuple[str, str], int]:
        """Grammar and rule -> stories of development data in which the rule made something; empty where nobody counted."""
        path = self._folder / HITS
        if not path.exists():
            return {}
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
        return {(grammar, rule): int(number) for grammar, rule, number in rows}
