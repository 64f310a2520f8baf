"""The claims of a set of articles as a table: who says what, where, with what value."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from auditor.model import (
    Actor,
    Age,
    Article,
    Claim,
    Event,
    Office,
    Ordinal,
    Outcome,
    Quantity,
    Quotation,
    Report,
    Span,
    Stance,
    Timex,
    Window,
)
from auditor.reports.harmless import in_cell, in_json, in_lines, plain
from auditor.reports.layout import Places, counted

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

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
        found |= {"speaker": _place(claim.value.speaker), "cue": _place(claim.value.cue), "unsure": claim.value.unsure}
    return found


def _value(claim: Claim) -> Any:
    value = claim.value
    match value:
        case Timex():
            return value.value
        case Quantity():
            return _quantity(value)
        case Ordinal():
            return _quantity(_as_quantity(value))
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
                "place": value.place.key if value.place else None,
                "participants": sorted(value.participants),
                "date": value.date,
            }
        case Outcome():
            return {"scale": value.scale, "first": value.first, "denied": value.denied, "lasting": value.lasting}
        case Office():
            held = {"person": value.person, "given": value.given, "title": value.title}
            return {**held, "organisation": value.organisation, "former": value.former}
        case Age():
            return {"person": value.person, "given": value.given, "years": list(value.years)}


def _as_quantity(value: Ordinal) -> Quantity:
    """An ordinal in the form of a quantity, as it is written since version 1 of the format."""
    return Quantity(
        float(value.rank), float(value.rank), "=", "ordinal", 0.0, value.number, value.thing, value.modifiers
    )


def _quantity(value: Quantity) -> Row:
    found: Row = {"low": value.low, "high": value.high, "unit": value.unit, "comparator": value.comparator}
    found |= {"step": value.step, "thing": value.thing, "modifiers": list(value.modifiers), "of": value.of}
    found |= {"share": value.share, "rate": value.rate, "number": _place(value.number)}
    return found if value.against is None else found | {"against": value.against}


def _actor(actor: Actor) -> Mapping[str, str | None]:
    return {"name": actor.name, "country": actor.country}


def _place(span: Span | None) -> Mapping[str, str | int] | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _window(window: Window) -> list[str | None] | None:
    if window.earliest is None and window.latest is None:
        return None
    return [bound.isoformat() if bound else None for bound in (window.earliest, window.latest)]


def jsonl(articles: Sequence[Article], width: int, colour: bool) -> str:
    """One JSON object a line."""
    return "".join(in_json(one) + "\n" for one in rows(articles))


def csv(articles: Sequence[Article], width: int, colour: bool) -> str:
    """A CSV table with objects as JSON; what a spreadsheet would take for a formula begins with an apostrophe."""
    text: str = _frame(articles, in_cell).to_csv(index=False, lineterminator="\n")
    return text


def parquet(articles: Sequence[Article], width: int, colour: bool) -> bytes:
    """A Parquet table with objects as JSON. Raises ``ImportError`` where no Parquet engine is installed."""
    out = io.BytesIO()
    try:
        _frame(articles, _without_halves).to_parquet(out, index=False)
    except ImportError as error:
        raise ImportError("Parquet needs pyarrow: pip install 'source-auditor[parquet]'.") from error
    return out.getvalue()


def _without_halves(text: str) -> str:
    """The text as UTF-8 can hold it: halves of surrogate pairs become question marks."""
    return text.encode("utf-8", "replace").decode()


def _frame(articles: Sequence[Article], safe: Callable[[str], str]) -> pd.DataFrame:
    import pandas as pd

    columns = ["document", "kind", "start", "end", "text", "value", "subject", "as_of", "source", "polarity"]
    columns += ["modality", "speaker", "cue", "unsure"]
    flat = [{key: _cell(value, safe) for key, value in one.items()} for one in rows(articles)]
    return pd.DataFrame(flat, columns=columns)


def _cell(value: Any, safe: Callable[[str], str]) -> Any:
    text = in_json(value) if isinstance(value, dict | list) else value
    return safe(text) if isinstance(text, str) else text


def table(articles: Sequence[Article], width: int, colour: bool) -> str:
    """A table a document for reading, one row a claim, long texts folded."""
    from rich.console import Console

    places = Places(Report(tuple(articles)))
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    console = Console(
        file=out, width=width, color_system=system, force_terminal=colour, highlight=False, markup=False, emoji=False
    )
    for article in articles:
        number = counted(len(article.claims), "claim")
        console.print(f"{plain(article.document.id)}: {number}", style="bold", soft_wrap=True)
        if article.claims:
            console.print(_table(article, places))
        console.print()
    return out.getvalue() if colour else in_lines(out.getvalue())


def _table(article: Article, places: Places) -> Table:
    """Line and column, kind, value, subject, who says it, and the words."""
    from rich.table import Table
    from rich.text import Text

    listed = Table("place", "kind", "value", "about", "says", "text", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for claim in article.claims:
        line, column = places.position(article.document, claim.span.start)
        cells = (
            f"{line}:{column}",
            claim.kind.value,
            value_told(claim),
            claim.subject,
            claim.source or "",
            claim.span.text,
        )
        listed.add_row(*(Text(_brief(cell)) for cell in cells))
    return listed


def value_told(claim: Claim) -> str:
    """The value in a few words, for reading."""
    match claim.value:
        case Stance(actor, accepts, topic):
            return f"{_known_as(actor)} {'for' if accepts else 'against'} {topic.head}"
        case Event() as event:
            nth = f"no. {event.ordinal}" if event.ordinal else ""
            return ", ".join(
                part
                for part in (event.type, nth, event.place and event.place.key, *sorted(event.participants), event.date)
                if part
            )
        case Office(person, title, organisation, former):
            of = f" of {organisation}" if organisation else ""
            return f"{person}, {'former ' if former else ''}{title}{of}"
        case _:
            return _plain(_value(claim))


def _known_as(actor: Actor) -> str:
    return actor.name if actor.country in (None, actor.name) else f"{actor.name} ({actor.country})"


def _plain(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "comparator" in value:
        return _figure(value)
    return ", ".join(f"{key} {_plain(one)}" for key, one in value.items() if one not in (None, [], False))


def _figure(value: Row) -> str:
    """A quantity in few words: ``> 1,000 tank``, ``20 to 30 USD``."""
    ends = dict.fromkeys(f"{end:,.12g}" for end in (value["low"], value["high"]) if end is not None)
    sign = "" if value["comparator"] in ("=", "range") else value["comparator"]
    against = "" if value.get("against") is None else f"against {value['against']:,.12g}"
    parts = (sign, " to ".join(ends), against, value["unit"], *value["modifiers"], value["thing"])
    return " ".join(part for part in parts if part)


def _brief(text: str, most: int = 60) -> str:
    line = plain(text)
    return line if len(line) <= most else line[: most - 1] + "…"


WRITERS: Mapping[str, Callable[[Sequence[Article], int, bool], str | bytes]] = {
    "table": table,
    "jsonl": jsonl,
    "csv": csv,
    "parquet": parquet,
}
"""The formats of ``auditor claims``: the articles' claims for a width of lines, in colour or not. Bytes go to a file only."""
