"""The command from outside: exit statuses, messages, formats, and what it does not import."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from auditor import cli
from auditor.catalogue import format_names
from auditor.reports.claims import parquet
from auditor.reports.json import schema

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]

TITLES = "Dr. Karin Olsen opened the session with a long account.\n\nKarin Olsen is a doctoral student in the town.\n"
ROUNDS = (
    "The second round of talks in Istanbul on 2 June 2025 brought no truce.",
    "After the second round of talks in Istanbul on 5 June 2025 the delegations flew home.",
)
PLAIN = "The harbour of Mariel was closed after a storm, the port office said.\n"


def test_main_job_reports_on_each_of_the_five_articles(run: Run, seeds: str, tmp_path: Path) -> None:
    done = run("check", seeds, "--report", "html=report.html", "--report", "json=report.json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, dict(schema()))
    assert len(report["documents"]) == 5
    told = done.stdout.splitlines()
    assert len(told) <= 45
    assert told[0].startswith("5 articles, 5 sources. ")
    assert told[-1] == "page: report.html   json: report.json"
    sure = [point for point in report["points"] if point["counts"] and point["severity"] == "error"]
    likely = [point for point in report["points"] if point["family"] == "conflict" and point["severity"] == "warning"]
    for point in (*sure, *likely):
        assert point["question"] in done.stdout
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count('<article class="text"') == 5


def test_full_adds_the_articles_and_what_was_compared_and_ends_on_the_answer(run: Run, seeds: str) -> None:
    short, full = (run("check", seeds, *how).stdout for how in ((), ("--full",)))
    assert full.endswith(short.replace("   (--full lists them)", "").replace("\n(--full lists them)", ""))
    for document in Path(seeds).glob("*.txt"):
        assert f"{document}\n   Written " in full
        assert str(document) not in short.replace(f"(auditor clean {seeds})", "")
    for part in ("\nAGREE (", "\nNOT COMPARED", "\nTO CLEAN ("):
        assert part in full
        assert part not in short


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("note", 1)])
def test_findings_at_or_over_fail_on_give_1(run: Run, tmp_path: Path, fail_on: str, status: int) -> None:
    for number, text in enumerate(ROUNDS):
        (tmp_path / f"{number}.txt").write_text(text)
    assert run("check", ".", "--fail-on", fail_on).returncode == status


def test_a_warning_fails_only_where_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLES)
    assert run("check", "a.txt").returncode == 0
    done = run("check", "a.txt", "--fail-on", "warning")
    assert done.returncode == 1
    assert "Is Karin Olsen “Dr.” or" in done.stdout


def test_nothing_found_is_0_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    done = run("check", "a.txt", "--fail-on", "note")
    assert done.returncode == 0
    assert done.stdout == "1 article. No point differs; no line is not article.\n"


BAD_FILES = {
    "undecodable.txt": (b"caf\xe9 is not UTF-8", "UTF-8"),
    "empty.txt": (b"", "no text"),
    "blank.txt": (b" \n\t\n", "no text"),
    "nul.txt": (b"a\0b", "NUL"),
    "article.docx": (b"PK", "not supported|not read"),
    "rows.jsonl": (b'{"text": "One two three."}\n{broken\n', "JSON"),
    "rows.csv": (b"title,body\na,b\n", "text"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_named_and_loses_nothing_else(run: Run, tmp_path: Path, name: str) -> None:
    data, told = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TITLES)
    done = run("check", name, "good.txt", "--report", "json=r.json")
    assert done.returncode == 2
    assert name in done.stderr
    assert any(word.lower() in done.stderr.lower() for word in told.split("|"))
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, dict(schema()))
    assert "conflicting-title" in {finding["check"] for finding in report["findings"]}
    assert report["problems"]


def test_a_missing_path_is_2_with_the_path(run: Run) -> None:
    done = run("check", "no/such/file.txt")
    assert done.returncode == 2
    assert "no/such/file.txt" in done.stderr


def test_fifty_megabytes_in_one_line_are_refused_with_the_way_out(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "dump.txt").open("wb") as file:
        file.write(b"x")
        file.seek(50 * 1024 * 1024)
        file.write(b"x")
    done = run("check", "dump.txt")
    assert done.returncode == 2
    assert "dump.txt" in done.stderr


def test_a_directory_loop_ends(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TITLES)
    (folder / "again").symlink_to(folder, target_is_directory=True)
    done = run("check", "articles", "--report", "json")
    assert done.returncode == 2
    assert "again" in done.stderr
    assert [document["id"] for document in json.loads(done.stdout)["documents"]] == ["articles/a.txt"]


def test_crlf_and_bom_keep_offsets_of_the_text_as_read(run: Run, tmp_path: Path) -> None:
    text = TITLES.replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    report = json.loads(run("check", "a.txt", "--report", "json").stdout)
    spans = [span for finding in report["findings"] for span in (finding["primary"], *finding["related"])]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_standard_input_goes_by_its_name(run: Run) -> None:
    done = run("check", "-", "--stdin-filename", "wire.txt", "--report", "json", stdin=TITLES.encode())
    assert [document["id"] for document in json.loads(done.stdout)["documents"]] == ["wire.txt"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("check", "a.txt", "--report", "jsn"), "json"),
        (("check", "a.txt", "--report", "json="), "names no file"),
        (("check", "a.txt", "--select", "conflicting-titel"), "conflicting-title"),
        (("check", "a.txt", "--as-of", "yesterday"), "2025-06-30"),
        (("explain", "conflicting-titel"), "conflicting-title"),
        (("claims", "a.txt", "--format", "jsnl"), "jsonl"),
        (("check",), "PATH"),
        (("chekc", "a.txt"), "check"),
        (("check", "a.txt", "--fail-on", "never"), "never"),
    ],
)
def test_bad_usage_is_2_with_the_way_out(run: Run, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    done = run(*args)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_report_that_cannot_be_written_is_2_and_the_others_are_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    done = run("check", "a.txt", "--report", "json=no/such/folder/r.json", "--report", "markdown=r.md")
    assert done.returncode == 2
    assert "no/such/folder" in done.stderr
    assert (tmp_path / "r.md").exists()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("check a.txt <&-", 1),
        ("check - <&-", 2),
        ("triage a.txt <&-", 0),
        ("check a.txt >&-", 2),
        ("check a.txt --quiet >&-", 1),
        ("checks >&-", 2),
        ("check a.txt --quiet 2>&-", 1),
        ("check a.txt missing.txt --quiet 2>&-", 2),
        *(
            (f"{command} >/dev/full", 2)
            for command in ("check a.txt", "checks", "clean a.txt", "config show", "--help")
        ),
    ],
)
def test_closed_and_full_streams_never_look_like_findings(tmp_path: Path, line: str, status: int) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLES}\nShare\n")
    (tmp_path / "auditor.toml").write_text('severity = { conflicting-title = "error" }\n')
    command = ["sh", "-c", f'"$0" -m auditor {line}', sys.executable]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert bool(done.stderr) == (status == 2 and "2>&-" not in line)


@pytest.mark.parametrize("command", [("checks",), ("claims", "a.txt"), ("clean", "a.txt"), ("check", "a.txt")])
def test_a_pipe_that_nobody_reads_is_2(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLES}\nShare\n")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *command], cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"standard output was closed before all was written there" in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_is_closed_in_the_middle_is_2(tmp_path: Path, unbuffered: str) -> None:
    rows = "".join(json.dumps({"id": f"{number}" * 99, "text": "Share\n" * 40}) + "\n" for number in range(20))
    (tmp_path / "rows.jsonl").write_text(rows)
    command = [sys.executable, "-m", "auditor", "check", "rows.jsonl", "--no-cache", "--report", "json"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert os.read(running.stdout.fileno(), 2) == b"{\n"
        running.stdout.close()
        told = running.stderr.read()
    assert (running.returncode, told.count(b"\n")) == (2, 1)


def test_a_fault_of_its_own_is_told_in_a_line_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def app() -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(cli, "app", app)
    monkeypatch.setattr(os, "dup2", lambda one, other: None)
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 2
    assert "ZeroDivisionError: on purpose" in capsys.readouterr().err


def test_a_crashing_check_is_reported_and_the_audit_goes_on(tmp_path: Path) -> None:
    """A third party's check comes through an entry point, as any installed package brings it."""
    package = tmp_path / "site"
    info = package / "crashing-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: crashing\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.checks]\nalways-crashing = crashing:CHECK\n")
    (package / "crashing.py").write_text(
        "from auditor.check import Check, example\n"
        "from auditor.model import Family, Severity\n"
        "def inspect(article):\n    raise ZeroDivisionError('on purpose')\n    yield\n"
        "CHECK = Check(id='always-crashing', family=Family.CONFLICT, severity=Severity.NOTE, since='1', docs='Crashes.',\n"
        "    inspect=inspect, flags=(), leaves_alone=())\n"
    )
    (tmp_path / "a.txt").write_text(TITLES)
    files = [f"{name}=report.{name}" for name in format_names() if name != "json"]
    reports = [part for file in files for part in ("--report", file)]
    command = [sys.executable, "-m", "auditor", "check", "a.txt", "--report", "json", *reports]
    environment = {**os.environ, "PYTHONPATH": str(package)}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert "a.txt: check always-crashing: ZeroDivisionError: on purpose" in done.stderr
    report = json.loads(done.stdout)
    assert report["problems"] == [
        {"document": "a.txt", "check": "always-crashing", "error": "ZeroDivisionError: on purpose"}
    ]
    assert "conflicting-title" in {finding["check"] for finding in report["findings"]}
    assert all((tmp_path / file.partition("=")[2]).stat().st_size for file in files), "every format is written with 2"


def test_reports_do_not_depend_on_input_order_or_hash_seed(run_anew: Run, seeds: str, tmp_path: Path) -> None:
    formats = ("json", "markdown", "html", "terminal", "sarif", "github", "gitlab", "junit", "csv")
    paths = sorted(str(path) for path in Path(seeds).glob("*.txt"))
    shuffled = [paths[3], paths[0], paths[4], paths[2], paths[1]]
    reports = [part for name in formats for part in ("--report", f"{name}=report.{name}")]
    told = []
    for given, environment in (
        (paths, {"PYTHONHASHSEED": "0"}),
        (shuffled, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
    ):
        done = run_anew("check", *given, *reports, "--no-cache", **environment)
        written = {name: (tmp_path / f"report.{name}").read_bytes() for name in formats}
        told.append((done.returncode, done.stdout, written))
    assert told[0] == told[1]
    assert told[0][0] == 0


def test_claims_are_what_the_contract_says(run: Run, tmp_path: Path) -> None:
    text = "On 2 June 2025 more than 1,000 tanks were lost in the war. “We must go on,” said Ana Ruiz."
    (tmp_path / "a.txt").write_text(text)
    done = run("claims", "a.txt", "--format", "jsonl")
    assert done.returncode == 0
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    keys = {"document", "kind", "start", "end", "text", "value", "subject", "as_of", "source", "polarity"}
    assert all(keys <= set(claim) for claim in claims)
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims)
    by_kind = {claim["kind"]: claim for claim in claims}
    assert by_kind["date"]["value"] == "2025-06-02"
    value = by_kind["quantity"]["value"]
    assert [value[key] for key in ("low", "high", "unit", "comparator", "thing")] == [1000, None, "", ">", "tank"]
    assert by_kind["quotation"]["speaker"]["text"] == "Ana Ruiz"
    assert by_kind["quotation"]["cue"]["text"] == "said"


@pytest.mark.parametrize("format", ["table", "csv"])
def test_claims_as_tables(run: Run, seeds: str, format: str) -> None:
    done = run("claims", seeds, "--format", format)
    assert done.returncode == 0
    assert "Kremlin" in done.stdout or "Peskov" in done.stdout


EVERY_KIND = """On 2 June 2025 at 4.30 p.m. the war in Ukraine had entered its second year, and it goes on daily.

President Vladimir Putin rejected the ceasefire proposed by Ukraine. “We must go on to the end of it,” said Ana Ruiz.

The second round of talks in Istanbul on 2 June 2025 brought no truce.
"""


def test_the_table_says_who_says_what_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EVERY_KIND)
    lines = run("claims", "a.txt").stdout.splitlines()
    assert re.fullmatch(r"a\.txt: \d+ claims", lines[0])
    assert lines[1].split() == ["place", "kind", "value", "about", "says", "text"]
    rows = [line.split() for line in lines[2:]]
    assert ["5:42", "date", "2025-06-02", "2", "June", "2025"] in rows
    assert any(row[1:2] == ["quotation"] and "Ana Ruiz" in " ".join(row) for row in rows)
    assert any(row[1:4] == ["stance", "putin", "against"] for row in rows)
    assert any(row[1:3] == ["event", "talks,"] for row in rows)
    assert any(row[1:4] == ["office", "putin,", "president"] for row in rows)


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
@pytest.mark.parametrize("kind", ["date", "time", "duration", "set", "quotation", "office", "stance", "event"])
def test_every_kind_of_claim_prints_alone(run: Run, tmp_path: Path, kind: str, format: str) -> None:
    (tmp_path / "a.txt").write_text(EVERY_KIND)
    done = run("claims", "a.txt", "--kind", kind, "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    if format == "jsonl":
        kinds = [json.loads(line)["kind"] for line in done.stdout.splitlines()]
    elif format == "csv":
        kinds = [row["kind"] for row in csv.DictReader(done.stdout.splitlines())]
    else:
        kinds = re.findall(r"(?m)^\d+:\d+ +(\w+)", done.stdout)
    assert set(kinds) == {kind}


def test_claims_as_parquet(run: Run, tmp_path: Path) -> None:
    written = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "a.txt").write_text(EVERY_KIND)
    assert run("claims", "a.txt", "--format", "parquet", "--output", "a.parquet").returncode == 0
    kinds = written.read_table(tmp_path / "a.parquet").column("kind").to_pylist()
    assert kinds == [
        json.loads(line)["kind"] for line in run("claims", "a.txt", "--format", "jsonl").stdout.splitlines()
    ]


def test_claims_of_parts_go_to_parts_that_are_made_once(run: Run, tmp_path: Path) -> None:
    written = pytest.importorskip("pyarrow.parquet")
    for name in ("in/a.jsonl", "in/more/a.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"text": EVERY_KIND}) + "\n")
    command = ("claims", "in", "--format", "parquet", "--output", "out/")
    first = run(*command)
    assert (first.returncode, first.stdout) == (0, "out/: 2 parts written, 0 were there\n")
    targets = [tmp_path / "out" / "a.jsonl.parquet", tmp_path / "out" / "more" / "a.jsonl.parquet"]
    assert {*written.read_table(targets[1]).column("document").to_pylist()} == {"in/more/a.jsonl#1"}
    before = [target.read_bytes() for target in targets]
    assert run(*command).stdout == "out/: 0 parts written, 2 were there\n"
    targets[0].write_bytes(before[0][:-9])  # a part that was cut off
    (tmp_path / "in" / "more" / "a.jsonl").write_text('{"text": "Nothing."}\n')
    assert run(*command).stdout == "out/: 2 parts written, 0 were there\n"
    assert targets[0].read_bytes() == before[0]
    assert targets[1].read_bytes() != before[1]
    assert run(*command, "--kind", "age").stdout == "out/: 2 parts written, 0 were there\n"


def test_claims_go_to_parts_of_rows_alone_and_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EVERY_KIND)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"text": "Nothing."}\n')
    told = run("claims", "a.txt", "--format", "parquet", "--output", "out/")
    assert (told.returncode, "no file of rows" in told.stderr) == (2, True)
    told = run("claims", "in", "--format", "parquet", "--output", "in/out/")
    assert (told.returncode, "Name a folder apart" in told.stderr) == (2, True)


def test_parquet_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    for engine in ("pyarrow", "fastparquet"):
        monkeypatch.setitem(sys.modules, engine, None)
    with pytest.raises(ImportError, match=r"pip install 'source-auditor\[parquet\]'"):
        parquet([], 100, False)


def test_an_unknown_kind_is_bad_usage(run: Run) -> None:
    done = run("claims", "a.txt", "--kind", "dates")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no kind of claim called 'dates'. Did you mean 'date'?" in done.stderr


def test_the_date_of_a_file_counts_only_when_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    midnight = 1_750_000_000 - 1_750_000_000 % 86_400
    os.utime(tmp_path / "a.txt", (midnight + 60, midnight + 60))
    asked = run("check", "a.txt", "--full", "--file-dates", TZ="America/Los_Angeles")
    assert "Written on or before 2025-06-15." in asked.stdout
    assert "because of the day the file was last changed, 2025-06-15" in asked.stdout
    assert "at an unknown time" in run("check", "a.txt", "--full").stdout
    claims = [
        json.loads(line) for line in run("claims", "a.txt", "--file-dates", "--format", "jsonl").stdout.splitlines()
    ]
    assert {str(claim["as_of"]) for claim in claims} == {"[None, '2025-06-15']"}


@pytest.mark.parametrize("format", ["terminal", "json", "markdown", "html"])
def test_every_report_shows_when_an_article_was_written_and_why(run: Run, tmp_path: Path, format: str) -> None:
    (tmp_path / "a.txt").write_text("PORT SELLICK, March 16, 2023 (VPA) - The union said no to the offer.\n")
    shown = run("check", "a.txt", "--report", format, "--full").stdout
    for part in ("2023-03-16", "the dateline", "March 16, 2023"):
        assert part in shown


def test_every_check_explains_itself(run: Run) -> None:
    listed = run("checks")
    assert listed.returncode == 0
    names = [line.split()[0] for line in listed.stdout.splitlines() if line.startswith("  ")]
    assert len(names) > 20
    done = run("explain", "conflicting-duration")
    assert done.returncode == 0
    for heading in ("## What it flags", "## How to settle it", "## Flagged", "## Left alone"):
        assert heading in done.stdout


def test_the_gate_does_not_import_pandas_or_what_it_does_not_need() -> None:
    code = (
        "import sys\nfrom auditor.cli import app\n"
        f"try:\n    app(['check', {str(ROOT / 'seeds' / 'e-temporary-breather.txt')!r}])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pandas', 'numpy', 'jinja2', 'trafilatura', 'ftfy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_help_imports_next_to_nothing() -> None:
    code = (
        "import sys\nfrom auditor.cli import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pandas', 'dateparser', 'rapidfuzz', 'sentencex', 'auditor.audit'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_no_colour_codes_in_a_pipe(run: Run, seeds: str) -> None:
    assert "\x1b" not in run("check", seeds).stdout


def test_version(run: Run) -> None:
    from auditor import __version__

    assert run("--version").stdout.strip() == f"auditor {__version__}"


def test_every_command_says_what_it_does_in_a_line_and_shows_examples(run: Run) -> None:
    told = run("-h", COLUMNS="80").stdout
    listed = told.partition("Commands:")[2].split("\n")
    lines = [line for line in listed if line.strip()]
    assert not [line for line in lines if line.endswith("...")]
    for name in (line.split()[0] for line in lines):
        shown = run(name, "-h").stdout
        assert "Examples:" in shown or "Commands:" in shown
        assert f"auditor {name}" in shown
    assert "Examples:" in run("index", "build", "-h").stdout


def test_points_and_families_are_explained(run: Run) -> None:
    assert "What a reader decides about, once" in run("explain", "point").stdout
    assert "share-control" in run("explain", "residue").stdout
    assert run("explain", "points").returncode == 2
