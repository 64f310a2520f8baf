"""A row drafted from a point of a JSON report: the office or the event that was asked about, and what a person adds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from auditor.facts.tables import FIELDS

_LISTS = ("participants", "also", "avoid")


class Unknown(Exception):
    """A point that no row can be made of; the message says why, and the way out."""


def drafted(report: Mapping[str, Any], point: str, fields: Iterable[str]) -> Mapping[str, str]:
    """The fields of the row, with ``table`` as the first; ``fields`` are told as NAME=VALUE. Raises ``Unknown``."""
    points = {one.get("id"): one for one in report.get("points", ()) if isinstance(one, dict)}
    if point not in points:
        raise Unknown(f"the report has no point {point!r}. Its points: {', '.join(map(str, points)) or 'none'}.")
    kind, subject = points[point].get("kind", ""), str(points[point].get("subject", ""))
    given: dict[str, str] = {}
    for one in fields:
        name, equals, value = one.partition("=")
        if not equals or not value:
            raise Unknown(f"--set {one}: write NAME=VALUE.")
        given[name] = value
    if kind == "office" and " of " in subject:
        office, _, of = subject.rpartition(" of ")
        row = {"table": "office", "office": office, "of": of}
    elif kind in ("event", "round", "event date"):
        row = {"table": "event", "event": subject}
    else:
        raise Unknown(
            f"a point on {kind or 'nothing'} makes no row. Write the row by hand; its fields: {', '.join(FIELDS)}."
        )
    return {**row, **given}


def written(row: Mapping[str, str]) -> str:
    """The row as it stands in a TOML file."""
    lines = [f"[[{row['table']}]]"]
    for name, value in row.items():
        if name == "table":
            continue
        if name in _LISTS:
            lines.append(
                f"{name} = [{', '.join(json.dumps(one.strip(), ensure_ascii=False) for one in value.split(';'))}]"
            )
        elif name == "courtesy" or (name in ("ordinal", "at-least", "at-most") and value.isdigit()):
            lines.append(f"{name} = {value}")
        else:
            lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
