"""Settings: where they come from, what they do, and how a wrong one is told."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from auditor.audit import audit
from auditor.check import Check
from auditor.config import Config, ConfigError, applied, find_config, load_config, schema
from auditor.model import Article, Family, Finding, Severity
from auditor.reading import make_document
from tests.conftest import Run

TITLES = "Dr. Karin Olsen opened the session with a long account.\n\nKarin Olsen is a doctoral student in the town.\n"
FULL = """
select = ["conflict", "residue"]
ignore = ["name-spelling"]
fail-on = "warning"
baseline = "known.ndjson"
decisions = "decided.ndjson"

[severity]
conflicting-title = "error"
residue = "note"

[per-path."archive/**"]
ignore = ["residue"]

[per-source."The Daily*"]
severity = { conflicting-title = "note" }
"""


def test_the_schema_takes_what_the_code_takes(tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(dict(schema()))
    jsonschema.validate(tomllib.loads(FULL), dict(schema()))
    (tmp_path / "auditor.toml").write_text(FULL)
    config = load_config(tmp_path / "auditor.toml")
    assert config.select == ("conflict", "residue")
    assert config.baseline == str(tmp_path / "known.ndjson")
    assert [rule.pattern for rule in (*config.per_path, *config.per_source)] == ["archive/**", "The Daily*"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('selct = ["conflict"]', "'select'"),
        ('fail-on = "eror"', "'error'"),
        ("fail-on = 3", "fail-on must be a string"),
        ('select = "conflict"', "select must be a list"),
        ("severity = 3", "severity must be a table"),
        ('[severity]\nresidue = "low"', "severity.residue"),
        ('[per-path."a"]\nignored = []', "per-path.a.ignore"),
        ("[per-path]\na = 3", "a must be a table"),
        ("broken", "no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "auditor.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"auditor\.toml") as raised:
        load_config(tmp_path / "auditor.toml")
    assert told in str(raised.value)
    if text != "broken":
        assert not jsonschema.Draft202012Validator(dict(schema())).is_valid(tomllib.loads(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a = {'[' * 5000}{']' * 5000}", "no TOML"),
        ('[per-path."!"]\nignore = []', 'per-path."!"'),
        ('baseline = "\\u0000"', "baseline must be a string"),
    ],
)
def test_what_no_schema_sees_is_told_too(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "auditor.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"auditor\.toml") as raised:
        load_config(tmp_path / "auditor.toml")
    assert told in str(raised.value)


def test_a_mark_before_the_settings_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_bytes(b"\xef\xbb\xbffail-on = 'note'\r\n")
    assert load_config(tmp_path / "auditor.toml").fail_on == "note"


def test_the_section_of_a_project_must_be_a_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nauditor = 3\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml: tool\.auditor must be a table"):
        find_config(str(tmp_path))


def test_a_name_too_long_for_any_file_is_no_crash(run: Run) -> None:
    done = run("check", "a" * 300, "--quiet")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "File name too long" in done.stderr


def test_the_nearest_file_above_a_path_counts(tmp_path: Path) -> None:
    inner = tmp_path / "repository" / "corpus" / "2025"
    inner.mkdir(parents=True)
    (tmp_path / "auditor.toml").write_text("")
    assert find_config(str(inner / "a.txt")) == tmp_path / "auditor.toml"
    (tmp_path / "repository" / "pyproject.toml").write_text("[tool.other]\n")
    assert find_config(str(inner)) == tmp_path / "auditor.toml"
    (tmp_path / "repository" / "pyproject.toml").write_text("[tool.auditor]\n")
    assert find_config(str(inner)) == tmp_path / "repository" / "pyproject.toml"
    (inner / "auditor.toml").write_text("")
    assert find_config(str(inner)) == inner / "auditor.toml"


def test_nothing_above_a_repository_counts(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert find_config(str(tmp_path / "repository" / "a.txt")) is None


def found(run: Run, *args: str) -> dict[str, str]:
    report = json.loads(run("check", *args, "--report", "json").stdout)
    return {finding["check"]: finding["severity"] for finding in report["findings"]}


def test_severity_and_what_is_ignored_come_from_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLES}\nShare\n")
    assert found(run, "a.txt") == {"conflicting-title": "warning", "share-control": "warning"}
    (tmp_path / "auditor.toml").write_text('ignore = ["residue"]\n[severity]\nconflicting-title = "error"\n')
    assert found(run, "a.txt") == {"conflicting-title": "error"}
    assert run("check", "a.txt").returncode == 1


@pytest.mark.parametrize(
    ("probability", "wanted", "severity", "possible"),
    [(0.95, "note", "note", False), (0.4, "error", "note", True), (0.7, "error", "error", False)],
)
def test_what_is_only_possible_stays_so(probability: float, wanted: str, severity: str, possible: bool) -> None:
    def inspect(article: Article) -> list[Finding]:
        return [check.finding("Two values.", article.document.span(0, 3), probability=probability)]

    check = Check("any-check", Family.CONFLICT, Severity.WARNING, "0.2.0", "Any.", (), (), inspect=inspect)
    report = audit([make_document("a.txt", "The ferry sank.")], [check])
    (found,) = applied(report, Config(severity={"any-check": Severity(wanted)})).findings
    assert (found.severity, found.possible) == (severity, possible)


def test_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLES}\nShare\n")
    (tmp_path / "auditor.toml").write_text('fail-on = "note"\nselect = ["conflict"]\n')
    assert run("check", "a.txt").returncode == 1
    assert run("check", "a.txt", "--fail-on", "error").returncode == 0
    assert set(found(run, "a.txt", "--select", "residue")) == {"share-control"}


def test_rules_hold_for_the_documents_they_match(run: Run, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text("Share\n\nThe harbour was closed for a week, the office said.\n")
    (tmp_path / "new.txt").write_text("Share\n\nThe bridge opens in the spring, the mayor said.\n")
    (tmp_path / "auditor.toml").write_text('[per-path."archive/**"]\nignore = ["residue"]\n')
    report = json.loads(run("check", ".", "--report", "json").stdout)
    assert [finding["primary"]["document"] for finding in report["findings"]] == ["new.txt"]
    row = json.dumps({"id": "w", "source": "Wire One", "text": "Share\n\nThe bridge opens in the spring, he said."})
    (tmp_path / "rows.jsonl").write_text(row)
    (tmp_path / "auditor.toml").write_text('[per-source."Wire*"]\nseverity = { residue = "error" }\n')
    assert found(run, "rows.jsonl") == {"share-control": "error"}


def test_a_conflict_with_another_document_still_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text(
        "The second round of talks in Istanbul on 2 June 2025 brought no truce."
    )
    (tmp_path / "new.txt").write_text(
        "After the second round of talks in Istanbul on 5 June 2025 the delegations flew home."
    )
    (tmp_path / "auditor.toml").write_text('[per-path."archive/**"]\nignore = ["conflict"]\n')
    assert "conflicting-event-date" in found(run, ".")


@pytest.mark.parametrize(
    ("text", "told"), [('selct = ["x"]', "'select'"), ('select = ["conflicting-titel"]', "'conflicting-title'")]
)
@pytest.mark.parametrize("command", ["check", "baseline", "triage", "config show"])
def test_bad_settings_are_2_in_every_command(run: Run, tmp_path: Path, command: str, text: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(TITLES)
    (tmp_path / "auditor.toml").write_text(text)
    done = run(*command.split(), "a.txt")
    assert done.returncode == 2
    assert told in done.stderr
    assert "auditor.toml" in done.stderr


def test_config_show_says_where_a_setting_comes_from(run: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('ignore = ["residue"]\n[per-path."old/*"]\nignore = ["conflict"]\n')
    done = run("config", "show", "--origin")
    assert done.returncode == 0
    lines = dict(line.split("  # ") for line in done.stdout.splitlines())
    assert lines['ignore = ["residue"]'].endswith("auditor.toml")
    assert lines['fail-on = "error"'] == "built in"
    assert lines['per-path."old/*".ignore = ["conflict"]'].endswith("auditor.toml")
    assert tomllib.loads(run("config", "show").stdout)["ignore"] == ["residue"]
