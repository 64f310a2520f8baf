"""What is fuzzed: each target is a strategy and a run that raises where the program does what it must not.

Errors that are a promise (``ConfigError``, ``LedgerError``, ``NoUndo``, ``CorpusIndexError``) are no faults; any other
exception is one, and so is a span that does not quote its text, a report that is no JSON, or a cleaning that cannot be undone.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from auditor.archive import Archive
from auditor.audit import audit
from auditor.catalogue import format_names, load_checks, load_format
from auditor.cleaning.edits import clean
from auditor.cleaning.patches import NoUndo, patch_of, restored, undo, write_cleaned
from auditor.cleaning.runs import inspector
from auditor.config import ConfigError, applied, load_config
from auditor.gate.baseline import baseline_of, known, read_baseline, write_baseline
from auditor.gate.decisions import read_decisions, write_decisions
from auditor.gate.ledgers import LedgerError
from auditor.model import Decision, Document, Judgement, Level, Report
from auditor.reading import make_document, read
from auditor.reports import Binary
from auditor.reports.claims import rows as claim_rows
from auditor.salvage import raising
from auditor.store.index import CorpusIndexError, Index, info, verify
from tests.fuzz.material import AWKWARD, articles, broken, pages, pairs

FIELDS = ("id", "text", "date", "url", "source", "title", "byline", "language", "group")

CHECKS = load_checks()


@dataclass(frozen=True)
class Target:
    """What is drawn, and what is done with it: ``run`` raises on a fault."""

    cases: st.SearchStrategy[Any]
    run: Callable[[Any], None]


def _audited(documents: tuple[Document, ...] | list[Document]) -> Report:
    with raising():
        report = audit(documents, CHECKS)
    for finding in report.findings:
        for span in finding.spans:
            assert report.documents[span.document].text[span.start : span.end] == span.text, finding
    for article in report.articles:
        for claim in article.claims:
            assert article.document.text[claim.span.start : claim.span.end] == claim.span.text, claim
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    return report


def _written(report: Report, names: Sequence[str] = ("json",)) -> None:
    """The report in some formats, and the claims as rows."""
    for name in names:
        render = load_format(name)
        written = render(report)
        if not isinstance(render, Binary):
            assert isinstance(written, str)
            written.encode()
        if name in ("json", "sarif", "gitlab"):
            json.loads(written)
    for row in claim_rows(report.articles):
        json.dumps(row).encode()


def _text(case: tuple[str, str]) -> None:
    _audited([make_document(name, text) for name, text in zip("ab", case, strict=True)])


def _reports(case: tuple[str, str]) -> None:
    _written(
        _audited([make_document(f"{name}.txt", text) for name, text in zip("ab", case, strict=True)]), format_names()
    )


def _file(suffix: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with raising():
            reading = read(["-"], stdin=io.BytesIO(data), stdin_filename=f"a{suffix}")
        for problem in reading.problems:
            problem.error.encode()
        _written(_audited(reading.documents))

    return run


def _rows(case: list[dict[str, Any]]) -> None:
    """Rows as JSON Lines: every row that is fit is there, and each of the others is a problem with its line."""
    data = "".join(json.dumps(row) + "\n" for row in case).encode()
    reading = read(["-"], stdin=io.BytesIO(data), stdin_filename="rows.jsonl")
    assert len(reading.documents) + len(reading.problems) <= len(case)
    assert all(problem.document.startswith(("rows.jsonl:", "standard input:")) for problem in reading.problems)
    _written(_audited(reading.documents))


def _clean(text: str) -> None:
    with raising():
        cleaned = clean(text, inspector(make_document("a.txt", ""), CHECKS), level=list(Level)[len(text) % 3])
    assert restored(cleaned.text, cleaned.removals) == text


@cache
def _sample() -> Report:
    texts = (
        "By Ann Lowe\n\nShare\n\nTwo men died in Tarvik on 3 May 2024.\n",
        "Three men died in Tarvik on 3 May 2024.\n",
    )
    return audit([make_document(name, text) for name, text in zip("ab", texts, strict=True)], CHECKS)


def _settings(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(ConfigError):
        file = Path(folder, "auditor.toml")
        file.write_bytes(data)
        applied(_sample(), load_config(file))


def _ledger(kind: str) -> Callable[[bytes], None]:
    reader: Callable[[Path], object] = read_baseline if kind == "baseline" else read_decisions

    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder, suppress(LedgerError):
            file = Path(folder, kind)
            file.write_bytes(data)
            found = reader(file)
            writer: Callable[[Path, Any], None] = write_baseline if kind == "baseline" else write_decisions
            writer(file, found)
            assert reader(file) == found

    return run


_SOURCE = "Share\n\nTwo men died in Tarvik on 3 May 2024, the mayor said.\n\nAdvertisement\n\nThe pier is shut.\n"


def _patch(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(NoUndo):
        file = Path(folder, "a.txt")
        file.write_text(_SOURCE, encoding="utf-8", newline="")
        cleaned = clean(_SOURCE, inspector(make_document("a.txt", ""), CHECKS))
        write_cleaned(file, file, cleaned)
        patch_of(file).write_bytes(data)
        try:
            undo(file)
        except NoUndo:
            assert file.read_text(encoding="utf-8") == cleaned.text
            raise
        assert file.read_text(encoding="utf-8") in (_SOURCE, cleaned.text)


def _index(data: bytes) -> None:
    documents = [replace(document, source="Lomne Courier") for document in _sample().documents.values()]
    with tempfile.TemporaryDirectory() as folder, suppress(CorpusIndexError):
        file = Path(folder, "index.sqlite")
        file.write_bytes(data)
        info(file)
        verify(file)
        with closing(Index(file, _RULES)) as index:
            audit(documents, CHECKS, known=index.seen, archive=index)
        Archive(file, _RULES).update(documents)


_RULES = "the rules of this test"


@cache
def _files() -> Mapping[str, bytes]:
    """Files as the program writes them, to be broken."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        found = [known(finding) for finding in _sample().findings]
        write_baseline(at / "baseline", baseline_of(_sample().documents.values(), _sample().findings))
        write_decisions(
            at / "decisions", {one.fingerprint: Decision(one, Judgement.DISMISSED, "seen") for one in found}
        )
        documents = [replace(document, source="Lomne Courier") for document in _sample().documents.values()]
        Archive(at / "index", _RULES).build(documents)
        source = at / "a.txt"
        source.write_text(_SOURCE, encoding="utf-8", newline="")
        write_cleaned(source, source, clean(_SOURCE, inspector(make_document("a.txt", ""), CHECKS)))
        names = {"baseline": "baseline", "decisions": "decisions", "index": "index", "patch": patch_of(source).name}
        return {name: (at / file).read_bytes() for name, file in names.items()}


_SETTINGS = (
    b'select = ["conflict"]\nignore = ["timestamp"]\nfail-on = "warning"\nquotation-style = "american"\n'
    b'[severity]\nresidue = "note"\n[per-path."*.txt"]\nignore = ["quotation"]\n[per-source."b*"]\nseverity = {conflict = "note"}\n'
)
_VALUES = st.one_of(
    articles(1),
    st.sampled_from(AWKWARD),
    st.sampled_from(
        [
            None,
            "",
            0,
            -1,
            1.5,
            10**40,
            True,
            [],
            ["a"],
            {},
            {"a": 1},
            "\ud800",
            "a\0b",
            "http://[",
            "https://a.example:99999/x",
            "//",
        ]
    ),
    st.sampled_from(
        ["9999-12-31", "0001-01-01", "2024-02-30", "12/31/9999", "yesterday", "2024-05-12T25:00:00+99:99", "x" * 5000]
    ),
    st.text(max_size=20),
)
_GOOD = st.fixed_dictionaries({"text": articles(2)})
_ROW = st.builds(
    lambda good, odd: {**good, **odd}, _GOOD, st.dictionaries(st.sampled_from(FIELDS), _VALUES, max_size=3)
)
_CSV = st.builds(
    lambda texts: (
        "id,text,date\n" + "".join(f'{n},"{text.replace(chr(34), chr(34) * 2)}",2024\n' for n, text in enumerate(texts))
    ).encode(),
    st.lists(articles(1), max_size=3),
)
_JSONL = st.builds(lambda rows: "".join(json.dumps(row) + "\n" for row in rows).encode(), st.lists(_ROW, max_size=3))


def _of(name: str) -> st.SearchStrategy[bytes]:
    return broken(st.deferred(lambda: st.just(_files()[name])))


TARGETS: Mapping[str, Target] = {
    "text": Target(pairs(), _text),
    "reports": Target(pairs(), _reports),
    "bytes": Target(broken(articles().map(lambda text: text.encode("utf-8", "replace"))), _file(".txt")),
    "html": Target(broken(pages()), _file(".html")),
    "rows": Target(st.lists(_ROW, min_size=1, max_size=4), _rows),
    "jsonl": Target(broken(_JSONL), _file(".jsonl")),
    "csv": Target(broken(_CSV), _file(".csv")),
    "clean": Target(articles(), _clean),
    "settings": Target(broken(st.just(_SETTINGS)), _settings),
    "baseline": Target(_of("baseline"), _ledger("baseline")),
    "decisions": Target(_of("decisions"), _ledger("decisions")),
    "patch": Target(_of("patch"), _patch),
    "index": Target(_of("index"), _index),
}
