"""Imports point one way: who may import whom, read from the sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    ("auditor.plugins",),
    ("auditor.model", "auditor.text", "auditor.timing", "auditor.salvage", "auditor.engines", "auditor.store"),
    ("auditor.measured", "auditor.asked", "auditor.once", "auditor.settled", "auditor.gate.git"),
    ("auditor.languages.words",),
    ("auditor.languages.en.lists",),
    ("auditor.languages.en.morphology",),
    ("auditor.languages.en.lexicon", "auditor.languages.en.phrases"),
    ("auditor.sources",),
    ("auditor.sourcing",),
    ("auditor.points", "auditor.agreements", "auditor.stories", "auditor.unread"),
    ("auditor.reports",),
    ("auditor.values",),
    ("auditor.facts",),
    ("auditor.reading", "auditor.wording"),
    ("auditor.grammar",),
    ("auditor.languages", "auditor.text.tokens"),
    ("auditor.residue",),
    ("auditor.story",),
    ("auditor.store.index",),
    ("auditor.comparing",),
    ("auditor.check",),
    ("auditor.checks",),
    ("auditor.catalogue", "auditor.house_styles", "auditor.gate.fingerprints"),
    ("auditor.steps",),
    ("auditor.audit", "auditor.archive", "auditor.why", "auditor.config"),
    ("auditor.gate",),
    ("auditor.cleaning", "auditor.comparing.fit", "auditor.residue.training", "auditor.which_rule"),
    ("auditor.api", "auditor.testing", "auditor.scaffold"),
    ("auditor.cli",),
    ("auditor.__main__",),
)
"""From the bottom to the top: a module imports from lower layers and from its own package."""

READ = {"model", "asked", "sources", "sourcing", "points", "agreements", "stories", "unread"}
"""The modules that a report is made of, beside other reports."""


def sources() -> Iterator[tuple[str, Path]]:
    for folder, package in (("auditor", "auditor"), ("checks", "auditor.checks"), ("reports", "auditor.reports")):
        for path in sorted((ROOT / folder).rglob("*.py")):
            inside = path.relative_to(ROOT / folder)
            if inside.parts[0] in ("checks", "reports") and folder == "auditor":
                continue
            yield ".".join((package, *inside.with_suffix("").parts)).removesuffix(".__init__"), path


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name for name in found if name.startswith("auditor")}


def layer(module: str) -> int:
    """The height of the layer that names the module, or the package it is in; the longest name counts."""
    found = [
        (len(name), height)
        for height, names in enumerate(LAYERS)
        for name in names
        if module == name or module.startswith(name + ".")
    ]
    assert found, f"{module} is in no layer"
    return max(found)[1]


@pytest.mark.parametrize(("module", "path"), list(sources()), ids=lambda one: one if isinstance(one, str) else "")
def test_imports_point_down(module: str, path: Path) -> None:
    others = imported(path)
    if module == "auditor":
        assert others == set()
    elif module.startswith("auditor.reports"):
        assert all(other.removeprefix("auditor.") in READ or other.startswith("auditor.reports") for other in others)
    elif not module.startswith("auditor.cli"):
        own = module.split(".")[1]
        high = {o for o in others - {"auditor"} if layer(o) >= layer(module) and o.split(".")[1] != own}
        assert high == set()


def test_nobody_imports_the_command_line() -> None:
    users = {
        module for module, path in sources() if any(f"{one}.".startswith("auditor.cli.") for one in imported(path))
    }
    assert {module for module in users if not module.startswith("auditor.cli")} == {"auditor.__main__"}


def test_no_cycle_of_modules() -> None:
    graph = {module: imported(path) & {name for name, _ in sources()} for module, path in sources()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module not in done:
            for other in graph[module] - {module}:
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())
