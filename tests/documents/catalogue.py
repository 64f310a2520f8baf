"""The catalogue of checks, made from what the checks say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.catalogue import load_checks
from auditor.check import Check
from auditor.house_styles import told as styles_told
from auditor.measured import told as measured_told
from auditor.model import Family

PATH = Path(__file__).resolve().parents[2] / "checks" / "README.md"

_HEAD = """# The checks

Made by `python -m tests.documents` from the checks' own files; `auditor explain NAME` prints the same with examples.
The severity is that of a finding whose probability was not measured: one that was measured weighs what it says.
"""
_FAMILIES = {
    Family.CONFLICT: "What cannot both hold, between articles or inside one.",
    Family.REFERENCE: "What differs from a table of facts.",
    Family.QUOTATION: "Wordings of one quotation that differ, and words that cannot be traced to a speaker or an occasion.",
    Family.SOURCING: "Which articles are one source.",
    Family.RESIDUE: "What stands in the text and is not the article.",
}
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


def made() -> str:
    """The catalogue as Markdown: a table of each family, then every check in full."""
    checks = load_checks()
    families = sorted({check.family for check in checks}, key=lambda family: family.order)
    held = {family: [check for check in checks if check.family is family] for family in families}
    parts = [
        _HEAD,
        *(_table(family, members) for family, members in held.items()),
        "## In full\n",
        *(_told(one) for members in held.values() for one in members),
    ]
    return "\n".join(parts)


def _table(family: Family, members: Iterable[Check]) -> str:
    rows = (f"| [{one.id}](#{one.id}) | {one.severity.value} | {_in_cell(one.summary)} |" for one in members)
    heading = "\n".join((f"## {family.capitalize()}\n", *([f"{_FAMILIES[family]}\n"] if family in _FAMILIES else [])))
    return "\n".join((heading, "| check | severity | finds |", "|---|---|---|", *rows, ""))


def _told(check: Check) -> str:
    return "\n".join(_lines(check))


def _lines(check: Check) -> Iterator[str]:
    yield f"### {check.id}\n"
    yield f"{check.family.value}, {check.severity.value}, since {check.since}\n"
    yield f"{_HEADING.sub(_lead, check.docs.strip())}\n"
    yield f"**Measured.** {measured_told(check.id)}\n"
    if styles := styles_told(check.id):
        yield f"**House styles.** {styles.strip()}\n"


def _lead(heading: re.Match[str]) -> str:
    """A heading inside a check's documentation as the lead of its paragraph."""
    return f"**{heading[1].strip()}.** "


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")
