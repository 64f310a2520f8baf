"""Mutants: the source of a module with one small fault in it, each a fault that somebody could make.

A guard that is gone, a comparison that is turned, a span that is off by one, ``and`` for ``or``, a number that is one more. Texts,
annotations, examples, what stands at the head of a module for types alone, and a beginning of which only the sentence is asked are left
as they are. Of a file of rules the patterns are changed: what must not stand before or behind, the words that are left out, how often
something may come.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

_TURNED: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
_PATTERN = re.compile(r"^\w+ = ('''.*?'''|'[^'\n]*')$", re.MULTILINE | re.DOTALL)
"""A pattern in a file of rules, or a piece of one."""
_CHANGED = {
    "guard": re.compile(r"[<>]!(?:\(|[^\s'()]+(?:\([^\s()]*\))?)"),
    "negation": re.compile(r"(?<=[\w)])-(?:\((?=\w)|@[\w.]+)"),
    "number": re.compile(r"(?<=\{)\d+|(?<=,)\d+(?=\})|(?<=\()\d+(?=-\d)|(?<=\d-)\d+(?=\))"),
}
"""By kind what is changed in a pattern: what must not stand beside it, words left out, and bounds."""
_ENDS = ("start", "end")
"""What the ends of a span, of a match and of a claim are called."""
_LEAVES = (ast.Continue, ast.Break, ast.Return)
_TEXTS = ("Check", "example", "marked")
"""Calls whose arguments are documentation and examples."""
_SENTENCES = ("sentence", "sentence_at", "sentence_place")
"""Calls that ask which sentence holds a place: the second character of a word lies in the sentence of its first."""


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """A fault in a file: where it begins, of which kind it is, and what it puts there in place of what; ``source`` is without it."""

    file: str
    start: int
    kind: str
    after: str
    before: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by when lines move: its file, and the line with the change, before and after."""
        first = self.source.rfind("\n", 0, self.start) + 1
        end = self.source.find("\n", self.start + len(self.before))
        last = len(self.source) if end < 0 else end
        after = self.mutated[first : last + len(self.after) - len(self.before)]
        return self.file, " ".join(self.source[first:last].split()), " ".join(after.split())

    @property
    def mutated(self) -> str:
        """The whole source with the fault."""
        return self.source[: self.start] + self.after + self.source[self.start + len(self.before) :]

    def diff(self) -> str:
        """The change as a diff."""
        return "".join(
            difflib.unified_diff(
                self.source.splitlines(keepends=True), self.mutated.splitlines(keepends=True), self.file, self.kind, n=2
            )
        )


def mutants(file: str, source: str) -> list[Mutant]:
    """All mutants of a source of Python or of rules, in order."""
    if file.endswith(".toml"):
        return sorted(set(_of_rules(file, source)))
    found = _Finder(file, source)
    found.visit(ast.parse(source))
    return sorted(set(found.found))


def _of_rules(file: str, source: str) -> Iterator[Mutant]:
    """The mutants of the patterns in a file of rules, which stand between single quotation marks."""
    for pattern in _PATTERN.finditer(source):
        for kind, changed in _CHANGED.items():
            for found in changed.finditer(source, *pattern.span(1)):
                if kind == "number":
                    yield Mutant(file, found.start(), kind, str(int(found[0]) + 1), found[0], source)
                else:
                    end = _group_end(source, found.end()) if found[0].endswith("(") else found.end()
                    yield Mutant(file, found.start(), kind, "", source[found.start() : end], source)


def _group_end(source: str, inside: int) -> int:
    """Where the group ends that was opened just before."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(source[inside], 0)
        inside += 1
    return inside


class _Finder(ast.NodeVisitor):
    def __init__(self, file: str, source: str) -> None:
        self.file, self.source = file, source
        self.found: list[Mutant] = []
        self._lines = source.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        if len(node.body) == 1 and isinstance(node.body[0], _LEAVES) and not node.orelse:
            self._add(node.test, "guard", "False")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for left, operator, right in zip(sides, node.ops, node.comparators, strict=False):
            between = self.source[self._end(left) : self._start(right)]
            sign = between.strip("() \n\t")
            self._put(self._end(left) + between.index(sign), "comparison", sign, _TURNED[type(operator)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            self._put(self.source.index(word, self._end(left), self._start(right)), "and/or", word, other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(node, "negation", f"({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in _TEXTS:
            return
        if name in _SENTENCES:
            self._asked_for_sentence(node)
        elif isinstance(node.func, ast.Attribute) and name in _ENDS:
            self._add(node, "span", f"({self._text(node)} + 1)")
            self.visit(node.func.value)
        else:
            self.generic_visit(node)

    def _asked_for_sentence(self, node: ast.Call) -> None:
        self.visit(node.func)
        for one in node.args:
            place = one.func if isinstance(one, ast.Call) else one
            self.visit(place.value if isinstance(place, ast.Attribute) and place.attr == "start" else one)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in _ENDS and isinstance(node.ctx, ast.Load):
            self._add(node, "span", f"({self._text(node)} + 1)")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and self._text(node).isdecimal():
            self._add(node, "number", str(node.value + 1))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(part)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Nothing inside a text is changed: older versions of Python do not say where it stands."""

    def _add(self, node: ast.expr, kind: str, after: str) -> None:
        self._put(self._start(node), kind, self._text(node), after)

    def _put(self, start: int, kind: str, before: str, after: str) -> None:
        assert self.source.startswith(before, start), (self.file, start, before)
        self.found.append(Mutant(self.file, start, kind, after, before, self.source))

    def _text(self, node: ast.expr) -> str:
        return self.source[self._start(node) : self._end(node)]

    def _start(self, node: ast.expr) -> int:
        return self._offset(node.lineno, node.col_offset)

    def _end(self, node: ast.expr) -> int:
        return self._offset(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)

    def _offset(self, line: int, column: int) -> int:
        """Columns of the syntax tree are bytes; this counts characters."""
        text = self._lines[line - 1]
        return self._starts[line - 1] + len(text.encode()[:column].decode())
