"""Every report format through the command: files and standard output, and the exit statuses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.catalogue import format_names, load_format
from auditor.cli.articles import FORMATS, KINDS
from auditor.model import ClaimKind
from auditor.reports import Binary

Run = Callable[..., subprocess.CompletedProcess[str]]
NAMES = format_names()
BINARY = [name for name in NAMES if isinstance(load_format(name), Binary)]


def test_the_help_names_every_format() -> None:
    assert FORMATS.split(", ") == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_exit_statuses(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again between the islands on that day.\n")
    (tmp_path / "share.txt").write_text("The ferries ran again between the islands on that day.\n\nShare\n")
    out = ("--report", f"{name}=out.bin", "--quiet")
    assert run("check", "calm.txt", *out, "--fail-on", "note").returncode == 0
    assert (tmp_path / "out.bin").exists()
    assert run("check", "share.txt", *out, "--fail-on", "note").returncode == 1
    broken = run("check", "share.txt", "gone.txt", *out, "--fail-on", "note")
    assert broken.returncode == 2
    assert "gone.txt" in broken.stderr
    assert (tmp_path / "out.bin").stat().st_size > 0
    unwritable = run("check", "calm.txt", "--report", f"{name}=no/such/folder/out.bin", "--quiet")
    assert unwritable.returncode == 2
    assert f"the {name} report cannot be written" in unwritable.stderr


@pytest.mark.parametrize("name", BINARY)
def test_bytes_need_a_file(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    done = run("check", "calm.txt", "--report", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"write --report {name}=PATH" in done.stderr


@pytest.mark.parametrize(
    ("name", "package", "extra"), [("xlsx", "xlsxwriter", "excel"), ("parquet", "pyarrow", "parquet")]
)
def test_a_missing_extra_is_told_before_the_audit(
    run: Run, tmp_path: Path, name: str, package: str, extra: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{package!r}] = None\n")
    done = run("check", "gone.txt", "--report", f"{name}=out.bin", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"auditor: the {name} report needs {package}: pip install 'source-auditor[{extra}]'.\n"


@pytest.mark.parametrize("result", ["chr(0xD800)", "{}[report]", "(yield chr(65)), {}[report]"])
def test_a_report_that_no_file_can_hold_or_nothing_makes_is_2(run: Run, tmp_path: Path, result: str) -> None:
    site = tmp_path / "site"
    (site / "half-1.0.dist-info").mkdir(parents=True)
    (site / "half-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: half\nVersion: 1.0\n")
    (site / "half-1.0.dist-info" / "entry_points.txt").write_text("[auditor.reports]\nhalf = half:render\n")
    piecewise = "from auditor.reports import Piecewise\n@Piecewise\n" if "yield" in result else ""
    (site / "half.py").write_text(f"{piecewise}def render(report):\n    return {result}\n")
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    done = run("check", "calm.txt", "--report", "half=a", "--report", "json=b", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert "auditor: the half report cannot be written: " in done.stderr
    assert (tmp_path / "b").stat().st_size
    assert not (tmp_path / "a").exists()
    shown = run("check", "calm.txt", "--report", "half=a", PYTHONPATH=str(site), PYTHONDEVMODE="1")
    assert shown.returncode
    assert "Traceback" in shown.stderr


def test_no_report_goes_over_another_or_over_an_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    (tmp_path / "link").symlink_to("out")
    two = run("check", "calm.txt", "--report", "csv=out", "--report", "json=link")
    assert (two.returncode, two.stdout) == (2, "")
    assert "2 reports cannot go to one file" in two.stderr
    assert run("check", "calm.txt", "--report", "csv=/dev/null", "--report", "json=/dev/null").returncode == 0
    for command in (("check", ".", "--report", "csv=./calm.txt"), ("claims", "calm.txt", "--output", "calm.txt")):
        over = run(*command)
        assert (over.returncode, over.stdout) == (2, "")
        assert "calm.txt was read as an article" in over.stderr
    assert (tmp_path / "calm.txt").read_text() == "The ferries ran again.\n"


def test_a_page_can_be_a_folder_and_what_is_one_file_cannot(run: Run, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    assert run("check", "calm.txt", "--report", "html=out/pages/", "--quiet").returncode == 0
    pages = tmp_path / "out" / "pages"
    assert sorted(path.name for path in pages.iterdir()) == ["article-1.html", "index.html"]
    before = (pages / "index.html").read_bytes()
    assert run("check", "calm.txt", "--report", "html=out/pages", "--quiet").returncode == 0
    assert (pages / "index.html").read_bytes() == before
    for name, told in (("json", "is a folder"), ("xlsx", "is a folder")):
        done = run("check", "calm.txt", "--report", f"{name}=out/")
        assert (done.returncode, told in done.stderr) == (2, True)
    among = run("check", "calm.txt", "--report", "html=.")
    assert (among.returncode, "Name a folder apart" in among.stderr) == (2, True)
    (tmp_path / "link").symlink_to("out")
    through = run("check", "calm.txt", "--report", "html=link/")
    assert (through.returncode, "is a link" in through.stderr) == (2, True)


def test_no_report_goes_over_what_could_not_be_read_or_what_the_run_goes_by(run: Run, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    (tmp_path / "odd.txt").write_text("\0")
    (tmp_path / "rows.jsonl").write_text('{"text": 5}\n')
    (tmp_path / "auditor.toml").write_text('fail-on = "note"\n')
    assert run("baseline", "calm.txt").returncode == 0
    assert run("index", "build", "calm.txt", "--index", "i.sqlite").returncode == 0
    names = ("odd.txt", "rows.jsonl", "auditor.toml", "auditor-baseline.ndjson", "i.sqlite")
    before = {name: (tmp_path / name).read_bytes() for name in names}
    settings = ("--baseline", "auditor-baseline.ndjson", "--against", "i.sqlite")
    for name in names:
        over = run("check", ".", *settings, "--report", f"json=./{name}")
        assert (over.returncode, "would be written over" in over.stderr) == (2, True), name
    assert {name: (tmp_path / name).read_bytes() for name in names} == before


def test_one_report_on_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("The ferries ran again.\n")
    done = run("check", "calm.txt", "--report", "sarif", "--report", "github=-")
    assert done.returncode == 2
    assert "only one report can go to standard output" in done.stderr
    both = run("check", "calm.txt", "--report", "sarif=a.sarif", "--report", "junit=b.xml", "--report", "github")
    assert (both.returncode, both.stdout) == (0, "auditor: 0 points that count.\n")
    assert (tmp_path / "a.sarif").exists()
    assert (tmp_path / "b.xml").exists()


def test_what_the_help_names_is_not_looked_up(tmp_path: Path) -> None:
    """The help of every command is there before the nouns are made, and names the kinds of claim that there are."""
    assert tuple(ClaimKind) == KINDS
    loaded = "import sys, auditor.cli; print(*(name for name in sys.modules if name.startswith('auditor.')))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert not {"auditor.model", "auditor.catalogue", "auditor.languages"} & set(done.stdout.split())
