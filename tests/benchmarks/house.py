"""What of the knowledge of languages is code, and what is data: patterns, hand-set numbers, lines.

    python -m tests.benchmarks.house [ROOT]

Counted in the packs of ``languages`` (in earlier trees: ``extract`` and ``lexicon``), each by itself and in all: *patterns* are
regular expressions that the code compiles (calls of ``re.compile`` and ``regex``) and rules of ``rules/*.toml``; *numbers* are what stands as
a number in the code, but for 0, 1, 2, -1, subscripts and what a call of ``group`` or ``span`` takes; *lines* are those of the code.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("languages", "extract", "lexicon")
_PLAIN = {0, 1, 2, -1}


@dataclass(frozen=True)
class Count:
    """What was counted of one pack or room."""

    patterns: int
    rules: int
    numbers: int
    lines: int


def counted(folder: Path) -> Count:
    """The count of all code and rules below the folder."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]
    rules = sum(len(tomllib.loads(p.read_text(encoding="utf-8")).get("rule", ())) for p in folder.rglob("*.toml"))
    return Count(
        sum(_is_compiled(node) for tree in trees for node in ast.walk(tree)),
        rules,
        sum(1 for tree in trees for _ in _numbers(tree)),
        sum(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.py")),
    )


def _is_compiled(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex")


def _numbers(node: ast.AST) -> Iterator[float]:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in _PLAIN:
        yield node.value
    if isinstance(node, ast.Subscript):
        yield from _numbers(node.value)
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("group", "span"):
        return
    for child in ast.iter_child_nodes(node):
        yield from _numbers(child)


def main() -> None:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".") / "auditor"
    print(f"{'':24}{'patterns':>10}{'rules':>8}{'numbers':>9}{'lines':>8}")
    for room in ROOMS:
        packs = [path.parent for path in sorted((root / room).glob("*/__init__.py"))] if room == "languages" else []
        for folder in [*packs, root / room]:
            if folder.is_dir():
                one = counted(folder)
                name = folder.relative_to(root).as_posix()
                print(f"{name:24}{one.patterns:10}{one.rules:8}{one.numbers:9}{one.lines:8}")


if __name__ == "__main__":
    main()
