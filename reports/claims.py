"""The claims of a set of articles as a table: who says what, where, with what value."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.model import Actor, Article, Claim, Event, Office, Outcome, Quotation, Span, Stance, Timex, Window

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


def rows(articles: Iterable[Article]) -> Iterator[Row]:
    """One row a claim, in the order of the documents and of the places in them.

    ``start`` and ``end`` are code points; ``value`` is the TIMEX3 value of a time expression, else an object or text.
    """
    for article in articles:
        for claim in article.claims:
            yield row(claim)


def row(claim: Claim) -> Row:
    """The claim as plain data."""
    span = claim.span
    found: Row = {"document": span.document, "kind": claim.kind.value, "start": span.start, "end": span.end}
    found |= {"text": span.text, "value": _value(claim), "subject": claim.subject, "as_of": _window(claim.as_of)}
    found |= {"source": claim.source, "polarity": claim.polarity.value, "modality": claim.modality.value}
    if isinstance(claim.value, Quotation):
        found |= {"speaker": _place(claim.value.speaker), "cue": _place(claim.value.cue)}
    return found


def _value(claim: Claim) -> Any:
    value = claim.value
    match value:
        case Timex():
            return value.value
        case Quotation():
            return value.form
        case Stance():
            topic: Row = {"head": value.topic.head, "proposer": value.topic.proposer}
            topic["modifiers"] = sorted(value.topic.modifiers)
            return {"actor": _actor(value.actor), "accepts": value.accepts, "topic": topic}
        case Event():
            return {
                "type": value.type,
                "ordinal": value.ordinal,
                "place": value.place,
                "participants": sorted(value.participants),
                "date": value.date,
            }
        case Outcome():
            return {"scale": value.scale, "first": value.first, "denied": value.denied, "lasting": value.lasting}
        case Office():
            held = {"person": value.person, "title": value.title}
            return {**held, "organisation": value.organisation, "former": value.former}


def _actor(actor: Actor) -> Mapping[str, str | None]:
    return {"name": actor.name, "country": actor.country}


def _place(span: Span | None) -> Mapping[str, str | int] | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _window(window: Window) -> list[str | None] | None:
    if window.earliest is None and window.latest is None:
        return None
    return [bound.isoformat() if bound else None for bound in (window.earliest, window.latest)]


def write_jsonl(articles: Sequence[Article], path: str | None, width: int) -> None:
    """Write one JSON object a line to ``path``, or to standard output. Raises ``OSError``."""
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in rows(articles))
    if path is None:
        sys.stdout.writelines(lines)
        return
    with Path(path).open("w", encoding="utf-8", newline="") as out:
        out.writelines(lines)


def write_csv(articles: Sequence[Article], path: str | None, width: int) -> None:
    """Write a CSV table with objects as JSON. Raises ``OSError``."""
    _frame(articles).to_csv(sys.stdout if path is None else path, index=False)


def write_parquet(articles: Sequence[Article], path: str | None, width: int) -> None:
    """Write a Parquet table with objects as JSON.

    Raises ``OSError``, ``ValueError`` without a path, and ``ImportError`` where no Parquet engine is installed.
    """
    if path is None:
        raise ValueError("Parquet is no text: name a file with --output.")
    _frame(articles).to_parquet(path, index=False)


def _frame(articles: Sequence[Article]) -> pd.DataFrame:
    import pandas as pd

    columns = ["document", "kind", "start", "end", "text", "value", "subject", "as_of", "source", "polarity"]
    columns += ["modality", "speaker", "cue"]
    flat = [{key: _cell(value) for key, value in one.items()} for one in rows(articles)]
    return pd.DataFrame(flat, columns=columns)


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def write_table(articles: Sequence[Article], path: str | None, width: int) -> None:
    """Write a table for reading, one row a claim, long texts folded. Raises ``OSError``."""
    from rich.console import Console
    from rich.table import Table

    table = Table("document", "place", "kind", "text", "value", "says", box=None, pad_edge=False)
    for one in rows(articles):
        speaker = one.get("speaker")
        says = speaker["text"] if speaker else one["source"]
        place = f"{one['start']}-{one['end']}"
        cells = (one["document"], place, one["kind"], _brief(one["text"]), _brief(_plain(one["value"])), says or "")
        table.add_row(*map(_safe, cells))
    if path is None:
        Console(file=sys.stdout, width=width, highlight=False).print(table)
        return
    with Path(path).open("w", encoding="utf-8") as out:
        Console(file=out, width=width, highlight=False).print(table)


def _plain(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return ", ".join(f"{key} {_plain(one)}" for key, one in value.items() if one not in (None, [], False))


def _brief(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _safe(cell: str) -> Any:
    from rich.text import Text

    return Text(cell)


WRITERS: Mapping[str, Callable[[Sequence[Article], str | None, int], None]] = {
    "table": write_table,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
}
"""The formats of ``auditor claims``: each writes the articles' claims to a path or to standard output."""
