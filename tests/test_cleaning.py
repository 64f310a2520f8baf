"""Cleaning: what goes and what stays, idempotence, the way back, and the command."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import tempfile
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import load_checks
from auditor.cleaning.diffs import diff
from auditor.cleaning.edits import Cleaned, Removal, clean, composed
from auditor.cleaning.patches import FOLDER, SUFFIX, NoUndo, patch_of, restored, undo, write_cleaned
from auditor.cleaning.runs import Run as Cleaning
from auditor.cleaning.runs import clean_all, inspector
from auditor.model import Confidence, Edit, Family, Finding, Level, Severity, Span
from auditor.reading import make_document, read
from tests.conftest import Run

ARTICLE = (
    "A storm closes the harbour of Mariel\n\n"
    "The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.\n\n"
    "Share\n\n"
    "Repairs will take until autumn, and the fishing fleet has moved to the next bay for the time being.\n"
    "Exit mobile version\n"
)
LINES = st.sampled_from(
    [
        "Share",
        "Leave a comment",
        "Advertisement",
        "Exit mobile version",
        "",
        "  ",
        "The mayor said that repairs would begin in spring, when the water is calm.",
        "“We will be back,” said the mayor.",
        "Correction: an earlier version gave another day.",
        "Comments are closed",
        "#box { margin: 0; padding: 1px; }",
    ]
)
SOUP = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"])), max_size=12).map(
    lambda rows: "".join(line + end for line, end in rows)
)
INSPECT = inspector(make_document("soup.txt", ""), load_checks())


def test_lines_of_residue_go_and_the_article_stays() -> None:
    cleaned = clean(ARTICLE, INSPECT)
    assert "Share" not in cleaned.text
    assert "Exit mobile version" not in cleaned.text
    assert "\n\n\n" not in cleaned.text
    assert [paragraph for paragraph in ARTICLE.split("\n") if len(paragraph) > 20][:2] == [
        paragraph for paragraph in cleaned.text.split("\n") if len(paragraph) > 20
    ][:2]


@given(SOUP, st.booleans())
def test_clean_text_cleans_to_itself_and_leads_back(text: str, unsafe: bool) -> None:
    cleaned = clean(text, INSPECT, level=Level.ALL if unsafe else Level.SAFE)
    assert not clean(cleaned.text, INSPECT, level=Level.ALL if unsafe else Level.SAFE).changed
    assert restored(cleaned.text, cleaned.removals) == text
    for removal in cleaned.removals:
        assert text[removal.start : removal.end] == removal.text


@given(SOUP)
def test_offsets_lead_to_the_same_character_in_the_source(text: str) -> None:
    cleaned = clean(text, INSPECT)
    for offset, character in enumerate(cleaned.text):
        assert text[cleaned.origin(offset)] == character


PIECES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6), st.sampled_from(["", "x", "yy"])), max_size=5)


@given(st.text(st.sampled_from("abc\n"), max_size=40), PIECES, PIECES)
def test_two_cleanings_are_one(
    source: str, first: list[tuple[int, int, str]], then: list[tuple[int, int, str]]
) -> None:
    before = _cut(source, first)
    step = _cut(before.text, then)
    whole = Cleaned(source, step.text, composed(before, step))
    for removal in whole.removals:
        assert source[removal.start : removal.end] == removal.text
    if not any(removal.replacement for removal in (*before.removals, *step.removals)):
        assert restored(step.text, whole.removals) == source


def _cut(text: str, pieces: list[tuple[int, int, str]]) -> Cleaned:
    """A text with some pieces of it removed."""
    removals: list[Removal] = []
    done = 0
    for start, size, put in sorted(pieces):
        end = min(len(text), start + size)
        if start >= done and start < end:
            removals.append(Removal(start, end, put, text[start:end], "some-check", "it goes"))
            done = end
    made, at = "", 0
    for removal in removals:
        made += text[at : removal.start] + removal.replacement
        at = removal.end
    return Cleaned(text, made + text[at:], tuple(removals))


def _finding(text: str, start: int, end: int, level: Level) -> Finding:
    span = Span("a.txt", start, end, text[start:end])
    edit = Edit(span, "", level)
    return Finding("some-check", Family.RESIDUE, Severity.WARNING, Confidence.HIGH, "It goes.", span, edit=edit)


@pytest.mark.parametrize("level", [Level.LIKELY, Level.ALL])
def test_what_is_not_safe_is_left_unless_asked_for(level: Level) -> None:
    text = "A line\nA doubtful line\n"

    def inspect(now: str) -> list[Finding]:
        return [_finding(text, 7, 22, level)] if now == text else []

    assert not clean(text, inspect).changed
    assert clean(text, inspect).kept
    assert clean(text, inspect, level=Level.ALL).changed


def test_the_diff_tells_the_reasons_at_the_hunk() -> None:
    lines = list(diff("a.txt", clean(ARTICLE, INSPECT)))
    assert lines[:2] == ["--- a/a.txt\n", "+++ b/a.txt\n"]
    [head] = [line for line in lines if line.startswith("@@")]
    assert "@@ line 5, share-control: It " in head
    assert "line 8, page-control: It " in head
    assert "-Share\n" in lines


def test_what_is_left_is_told_with_its_level() -> None:
    text = "A line\nA doubtful line\n"
    cleaned = clean(text, lambda now: [_finding(now, 7, 22, Level.LIKELY)])
    assert list(diff("a.txt", cleaned)) == ["# a.txt: left, 1 that would go at --level likely: some-check, line 2\n"]


@given(SOUP)
def test_the_diff_says_the_lines_of_its_hunks(text: str) -> None:
    cleaned = clean(text, INSPECT, Level.ALL)
    before = {"-": text, "+": cleaned.text}
    shown = [line for line in diff("a.txt", cleaned) if not line.startswith(("#", "\\", "---", "+++"))]
    for sign, whole in before.items():
        lines = StringIO(whole, newline="\n").readlines()
        at = 0
        for line in shown:
            if line.startswith("@@"):
                first, _, count = line.split()[1 if sign == "-" else 2][1:].partition(",")
                at = int(first) - (count != "0")
            elif line[0] in (" ", sign):
                assert line[1:].split("\n")[0] == lines[at].rstrip("\n")
                at += 1


@pytest.mark.parametrize("end", ["\r\n", "\u2028", "\r", "\x0c", "\x85"])
def test_the_diff_of_odd_line_ends_can_be_applied(tmp_path: Path, end: str) -> None:
    text = f"The harbour was closed.{end}The ferries ran again.\n\nShare\n\nThe mayor{end}said so."
    cleaned = clean(text, INSPECT)
    (tmp_path / "a.txt").write_bytes(text.encode())
    done = subprocess.run(
        ("git", "apply", "-"), cwd=tmp_path, input="".join(diff("a.txt", cleaned)).encode(), capture_output=True
    )
    assert done.stderr == b""
    assert (tmp_path / "a.txt").read_bytes().decode() == cleaned.text != text


def test_the_diff_counts_lines_as_the_reports_do_and_names_stay_on_theirs() -> None:
    lines = list(diff("a\nb.txt", clean(f"One\u2028line.\n\n{ARTICLE}", INSPECT)))
    assert lines[0] == "--- a/a b.txt\n"
    assert any(
        "@@ line 7, share-control: " in line for line in lines
    )  # hunks count newlines, reasons as the reports do


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_undo_restores_every_byte(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "a.txt"
    data = head + ARTICLE.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    path.chmod(0o640)
    text = data[len(head) :].decode()
    write_cleaned(path, path, clean(text, INSPECT))
    assert path.read_bytes() != data
    assert path.stat().st_mode & 0o777 == 0o640
    undo(path)
    assert path.read_bytes() == data
    assert not patch_of(path).exists()


def test_a_file_cleaned_twice_goes_back_to_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    write_cleaned(path, path, _again(path.read_text(encoding="utf-8")))
    undo(path)
    assert path.read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize(
    "damage",
    [
        {"removals": None},
        {"removals": [3]},
        {"removals": [{"bogus": 1}]},
        {"removals": [{"start": "x", "end": 1, "replacement": "", "text": "", "check": "", "why": ""}]},
        {"removals": [{"start": 3, "end": 4, "replacement": "", "text": "another", "check": "", "why": ""}]},
    ],
)
def test_a_damaged_patch_changes_nothing(tmp_path: Path, damage: dict[str, object]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    now = path.read_bytes()
    record = json.loads(patch_of(path).read_text(encoding="utf-8"))
    patch_of(path).write_text(json.dumps(record | damage), encoding="utf-8")
    with pytest.raises(NoUndo, match="is damaged"):
        undo(path)
    assert path.read_bytes() == now
    assert patch_of(path).exists()


def _again(text: str) -> Cleaned:
    """A text cleaned of one more word."""
    cut = text.index("harbour")
    return Cleaned(text, text[:cut] + text[cut + 8 :], (Removal(cut, cut + 8, "", text[cut : cut + 8], "x", "y"),))


def test_a_second_cleaning_that_is_cut_off_still_leads_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    once = path.read_text(encoding="utf-8")
    real = os.replace
    monkeypatch.setattr(
        os, "replace", lambda one, other: real(one, other) if Path(other) != path else os.rename(one, "/")
    )
    with pytest.raises(OSError, match="/"):
        write_cleaned(path, path, _again(once))
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == once
    write_cleaned(path, path, _again(once))
    twice = path.read_text(encoding="utf-8")
    assert twice == _again(once).text
    patch_of(path).write_text(patch_of(path).read_text(encoding="utf-8").replace('"before"', '"unknown"'), "utf-8")
    undo(path)
    assert path.read_text(encoding="utf-8") == ARTICLE, "an earlier version, which knows no `before`, leads back too"


def test_removals_that_are_not_in_order_are_damage_and_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" * 100_000, encoding="utf-8")
    removal = {"replacement": "", "text": "", "check": "", "why": ""}
    removals = [{**removal, "start": at, "end": at} for at in (100_000, 0) * 50_000]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    record = {"schema_version": 1, "sha256_source": "0", "sha256_cleaned": digest, "removals": removals}
    patch_of(path).write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(NoUndo, match="not in order"):
        undo(path)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just("\ud800"),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.sampled_from(["start", "end", "text", "why"]), some),
    max_leaves=5,
)


@given(st.data())
def test_whatever_a_patch_holds_the_file_is_put_back_or_stays(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    patch_of(path).unlink(missing_ok=True)
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    now = path.read_text(encoding="utf-8")
    record = json.loads(patch_of(path).read_text(encoding="utf-8"))
    place = data.draw(st.sampled_from([record, record["removals"][0]]))
    place[data.draw(st.sampled_from([*place, "before"]))] = data.draw(JUNK)
    patch_of(path).write_text(
        json.dumps(data.draw(st.sampled_from([record, record, [record], place]))), encoding="utf-8"
    )
    with suppress(NoUndo):
        undo(path)
    assert path.read_text(encoding="utf-8") in (now, ARTICLE)


def test_half_of_a_pair_in_a_patch_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    record = json.loads(patch_of(path).read_text(encoding="utf-8"))
    record["removals"][0]["replacement"] = "\ud800"
    patch_of(path).write_text(json.dumps(record), encoding="utf-8")
    for use in (undo, lambda path: write_cleaned(path, path, _again(path.read_text(encoding="utf-8")))):
        with pytest.raises(NoUndo, match="is damaged"):
            use(path)


def test_only_an_untouched_cleaning_of_the_same_file_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    assert run("clean", "a.txt", "--output", "out").returncode == 0
    (tmp_path / "a.txt").write_text(f"{ARTICLE}More.\n", encoding="utf-8")
    assert run("clean", "a.txt", "--output", "out").returncode == 0, "scraped anew"
    over = run("clean", "b/a.txt", "--output", "out")
    assert (over.returncode, "was cleaned from another file" in over.stderr) == (2, True)
    (tmp_path / "out" / "a.txt").write_text("Edited by hand.\n", encoding="utf-8")
    over = run("clean", "a.txt", "--output", "out")
    assert (over.returncode, "was changed after it was cleaned" in over.stderr) == (2, True)
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "Edited by hand.\n"


def test_a_diff_that_no_patch_program_takes_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Share\n\n::stop-commands::x\nThe mayor\x1b[31m said so.\n", encoding="utf-8")
    done = run("clean", "a.txt")
    assert done.returncode == 1
    assert " \\x3a:stop-commands::x\n The mayor\\x1b[31m said so.\n" in done.stdout
    assert "use --write there" in done.stderr


def test_nothing_is_cleaned_or_put_back_through_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    link.symlink_to("a.txt")
    with pytest.raises(OSError, match=r"link\.txt is a link"):
        write_cleaned(link, link, clean(ARTICLE, INSPECT))
    (tmp_path / "out.txt").symlink_to("nowhere.txt")
    with pytest.raises(OSError, match=r"out\.txt is a link"):
        write_cleaned(path, tmp_path / "out.txt", clean(ARTICLE, INSPECT))
    assert path.read_text(encoding="utf-8") == ARTICLE
    write_cleaned(path, path, clean(ARTICLE, INSPECT))
    cleaned = path.read_bytes()
    with pytest.raises(OSError, match=r"link\.txt is a link"):
        undo(link)
    assert path.read_bytes() == cleaned


def test_standard_input_is_cleaned_to_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Another text.\n", encoding="utf-8")
    done = run("clean", "-", "--stdin-filename", "a.txt", "--write", stdin=ARTICLE.encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == clean(ARTICLE, INSPECT).text
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Another text.\n"


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")

    def refused(**given: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/some/part")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    run = Cleaning()
    list(clean_all(read([str(path)]).documents, run, write=True, output=None))
    [problem] = run.problems
    assert (problem.document, problem.error[:40]) == (str(path), "It cannot be written: Permission denied.")


def test_a_cut_off_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    cleaned = clean(ARTICLE, INSPECT)
    real = os.replace

    def fails(source: str, target: Path) -> None:
        if Path(target) == path:
            raise OSError("power cut")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(OSError, match="power cut"):
        write_cleaned(path, path, cleaned)
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == ARTICLE
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "a.txt" + SUFFIX]
    undo(path)
    assert path.read_text(encoding="utf-8") == ARTICLE


def test_the_command_shows_writes_and_undoes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    shown = run("clean", "a.txt")
    assert (shown.returncode, shown.stderr) == (1, "")
    assert "-Share" in shown.stdout
    assert path.read_text(encoding="utf-8") == ARTICLE
    assert run("clean", "a.txt", "--write").returncode == 0
    assert run("clean", "a.txt").returncode == 0
    undone = run("clean", "a.txt", "--undo")
    assert (undone.returncode, undone.stdout) == (0, "put back a.txt\n")
    assert path.read_text(encoding="utf-8") == ARTICLE


def test_the_command_writes_into_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("clean", "a.txt", "--output", "out").returncode == 0
    assert "Share" not in (tmp_path / "out" / "a.txt").read_text(encoding="utf-8")
    record = json.loads((tmp_path / "out" / FOLDER / ("a.txt" + SUFFIX)).read_text(encoding="utf-8"))
    assert {"share-control", "page-control"} <= {removal["check"] for removal in record["removals"]}
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.txt", "--undo"], "There is no a.txt.auditor-patch.json beside it"),
        (["missing.txt"], "There is no such file"),
        (["a.txt", "--diff", "--write"], "choose one of"),
        (["rows.jsonl", "--write"], "Only files of one article can be written"),
        (["page.html", "--write"], "use --output"),
        (["a.txt", "b/a.txt", "--output", "out"], "would both be"),
        (["a.txt", "--output", "a.txt"], "is a file"),
        (["a.txt", "--output", "a.txt/out"], "a.txt/out cannot be made"),
        (["b/a.txt", "--output", "."], "is there already"),
        (["b", "--undo"], "No file in this folder was cleaned"),
    ],
)
def test_bad_use_is_told(run: Run, tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    page = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
    (tmp_path / "page.html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "one", "text": ARTICLE}) + "\n", encoding="utf-8")
    done = run("clean", *arguments)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_page_is_cleaned_into_a_text(run: Run, tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
    (tmp_path / "page.html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    assert run("clean", "page.html", "--output", "out").returncode == 0
    text = (tmp_path / "out" / "page.txt").read_text(encoding="utf-8")
    assert "The harbour of Mariel was closed" in text
    assert "Exit mobile version" not in text
