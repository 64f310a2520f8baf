"""Every number that somebody set says in words what it is and where it comes from."""

import ast
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    *(p for p in sorted((ROOT / "auditor").rglob("*.py")) if p.relative_to(ROOT).parts[1] not in ("checks", "reports")),
    *sorted((ROOT / "checks").rglob("*.py")),
    *sorted((ROOT / "reports").rglob("*.py")),
]


def untold(source: str) -> Iterator[str]:
    """The constants of a module that are numbers, with no docstring behind them."""
    body = ast.parse(source).body
    for node, after in zip_longest(body, body[1:]):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        numbers = [isinstance(one, ast.Constant) and type(one.value) in (int, float) for one in values]
        told = (
            isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str)
        )
        if numbers and all(numbers) and not told:
            yield ast.unparse(node)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_numbers_are_told(path: Path) -> None:
    assert list(untold(path.read_text(encoding="utf-8"))) == []


def test_a_number_without_words_is_seen() -> None:
    assert list(untold('A = 3\nB, C = 1, 2\n"""Two numbers."""\nD = 4.5\n"""One."""\nE = "x"\n')) == ["A = 3"]
