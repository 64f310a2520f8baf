"""Tables of facts: what is read, what is told of a row that is not whole, and that the order of rows makes no difference."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.facts.faults import faults
from auditor.facts.rows import Facts, Happening, Term, Topic
from auditor.facts.tables import FIELDS, FactsError, facts, read_tables, shipped
from auditor.reading import make_document

ORIGIN = 'source = "https://example.org/x"\nchecked-on = 2026-11-30\n'
OFFICE = f'[[office]]\noffice = "mayor"\nof = "Ostra"\nholder = "Ann Lee"\nfrom = 2020-01-02\nto = 2024-03-04\n{ORIGIN}'


def told(tmp_path: Path, text: str, name: str = "t.toml") -> list[str]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{tmp_path}/") for one in faults(read_tables([tmp_path]))]


def test_a_row_of_each_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(
        f'{OFFICE}[[event]]\nevent = "talks"\ndate = "2025-06"\nordinal = 2\nplace = "Oslo"\nparticipants = ["B", "A"]\n{ORIGIN}'
        f'[[quantity]]\nsubject = "flood"\nthing = "deaths"\nat-least = 12\nas-of = 2025-01-02\n{ORIGIN}'
        f'[[name]]\nname = "Kyiv"\nalso = ["Kyjiv"]\navoid = ["Kiev"]\n{ORIGIN}',
        encoding="utf-8",
    )
    known = facts([tmp_path / "t.toml"])
    assert [one.holder for one in known.terms] == ["Ann Lee"]
    assert (known.terms[0].since, known.terms[0].until) == (date(2020, 1, 2), date(2024, 3, 4))
    assert [(one.earliest, one.latest, one.participants) for one in known.happenings] == [
        (date(2025, 6, 1), date(2025, 6, 30), ("A", "B"))
    ]
    assert [one.low for one in known.figures] == [12]
    assert known.canonical("KIEV") == known.canonical("kyjiv") == "kyiv"
    assert known.checked_on == date(2026, 11, 30)


def test_a_spreadsheet_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(OFFICE, encoding="utf-8")
    (tmp_path / "t.csv").write_text(
        "table,office,of,holder,from,to,source,checked-on\n"
        "office,mayor,Ostra,Ann Lee,2020-01-02,2024-03-04,https://example.org/x,2026-11-30\n",
        encoding="utf-8",
    )
    assert facts([tmp_path / "t.toml"]) == facts([tmp_path / "t.csv"]) == facts([tmp_path])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            OFFICE.replace("holder", "holdr"),
            "t.toml:1: there is no field of [[office]] 'holdr'. Did you mean 'holder'?",
        ),
        (OFFICE.replace("[[office]]", "[[offices]]"), "t.toml:1: there is no table 'offices'. Did you mean 'office'?"),
        (
            OFFICE.replace("2024-03-04", "2019-03-04"),
            "t.toml:1: to (2019-03-04) is before from (2020-01-02). Turn them round.",
        ),
        (
            OFFICE.replace("2020-01-02", '"soon"'),
            "t.toml:1: from must be a day such as 2025-06-02, a month such as 2025-06 or a year, not 'soon'.",
        ),
        (
            OFFICE.replace("https://example.org/x", "a book"),
            "t.toml:1: source must be the address of a page: https://...",
        ),
        (OFFICE + OFFICE, "t.toml:9: says the same as"),
        (
            OFFICE
            + OFFICE.replace("Ann Lee", "Bo Ray")
            .replace("2020-01-02", "2024-01-02")
            .replace("2024-03-04", "2025-03-04"),
            "t.toml:9: Bo Ray is mayor of Ostra from 2024-01-02, and Ann Lee until 2024-03-04",
        ),
        ("[[office]\n", "t.toml:1: is no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert any(one.startswith(fault) for one in told(tmp_path, text)), told(tmp_path, text)


def test_a_handover_on_one_day_is_no_overlap(tmp_path: Path) -> None:
    after = OFFICE.replace("Ann Lee", "Bo Ray").replace("2024-03-04", "2026-03-04").replace("2020-01-02", "2024-03-04")
    assert told(tmp_path, OFFICE + after) == []


def test_what_is_shipped_is_in_order() -> None:
    tables = Path(__file__).resolve().parents[2] / "auditor" / "facts" / "tables"
    assert faults(read_tables([tables])) == ()
    assert facts([tables]) == shipped()
    assert all(
        row.origin.source.startswith(("http://", "https://")) for row in shipped().all if not isinstance(row, Topic)
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    rows = list(shipped().all)
    random.Random(seed).shuffle(rows)
    assert Facts.of(rows) == shipped()
    assert repr(Facts.of(rows)) == repr(shipped())


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(FIELDS)),
    st.dictionaries(
        st.sampled_from([*sorted({one for needed, more in FIELDS.values() for one in (*needed, *more)}), "x"]),
        st.one_of(
            st.text("ab -;\u00e9", max_size=4),
            st.sampled_from(["2024-01-02", "2024-13-45", "https://a.b", "-1", "true"]),
        ),
        max_size=10,
    ),
)
def test_no_row_passes_silently(tmp_path_factory: pytest.TempPathFactory, table: str, fields: dict[str, str]) -> None:
    import csv

    path = tmp_path_factory.mktemp("tables") / "t.csv"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["table", *fields])
        writer.writeheader()
        writer.writerow({"table": table, **fields})
    read = read_tables([path])
    assert len(read.rows) + bool(read.faults) == 1
    needed, more = FIELDS[table]
    whole = all(fields.get(one, "").strip() for one in needed) and all(
        one in (*needed, *more) for one, value in fields.items() if value.strip()
    )
    assert whole or read.faults
    if read.faults:
        with pytest.raises(FactsError):
            facts([path])


def test_no_facts_change_nothing() -> None:
    documents = [
        make_document(
            "a", "NATO Secretary General Jens Stoltenberg said in Oslo that 12 people died.", date="2025-06-03"
        ),
        make_document(
            "b", "NATO Secretary General Jens Stoltenberg said in Oslo that 14 people died.", date="2025-06-03"
        ),
    ]
    checks = load_checks()
    assert audit(documents, checks, facts=Facts()) == audit(documents, checks)
    found = audit(documents, checks, facts=shipped()).findings
    assert [one.primary.document for one in found if one.family == "reference"] == ["a", "b"]


def test_rows_know_their_kinds() -> None:
    assert all(isinstance(one, Term) for one in shipped().terms)
    assert all(isinstance(one, Happening) for one in shipped().happenings)
