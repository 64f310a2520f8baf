"""What others wrote commands nothing: no terminal, no build server, no spreadsheet."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reports.harmless import in_cell, in_json, in_json_lines, in_lines, in_page, page, plain

RAW = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)

HOSTILE = "\x1b[31mred\x9b0m\u202eback\u2066\n::stop-commands::x\n \t\ufeff::add-mask::e\r::error::y\n##vso[task]##[group]\n=1+1"
TEXTS = st.lists(
    st.sampled_from([*"\x00\t\r\n\x1b\x85\x9b\u2028\u202e\u2066\ufeff :#[=+a\\\"'<&", "::", "##vso["])
).map("".join)


def test_codes_stand_for_what_would_command() -> None:
    assert in_lines("\x1b[31m\u202e\r\n") == "\\x1b[31m\\u202e\r\n"
    assert in_lines("a\r::error::x\n ::error::y\nb ::c\n") == "a\\x0d::error::x\n \\x3a:error::y\nb ::c\n"
    assert in_lines("##vso[x] ##[group] ## [a](b) #[") == "#\\x23vso[x] #\\x23[group] ## [a](b) #["


@pytest.mark.parametrize(
    "text", ["Two people died.\n\n\tThe mayor – “Ana” – said so: yes.\r\n", "## Heading\nC::D", "שלום, Ünïcode"]
)
def test_what_commands_nothing_stays(text: str) -> None:
    assert in_lines(text) == in_cell(text) == page(text) == in_page(text) == text
    assert in_json(text) == json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("formula", ["=1+1", " \t@SUM(1)", "+1", "-1", "＝1"])
def test_a_formula_is_no_cell(formula: str) -> None:
    assert in_cell(formula) == f"'{formula}"


def test_a_line_an_item() -> None:
    written = list(in_json_lines({"a": 1, "rows": iter([{"b": ["c"]}, 2]), "none": (), "also none": [], "text": "x"}))
    assert "".join(written) == (
        '{\n  "a": 1,\n  "rows": [\n    {"b": ["c"]},\n    2\n  ],\n  "none": [],\n  "also none": [],\n  "text": "x"\n}\n'
    )
    assert json.loads("".join(in_json_lines({}))) == {}


@given(TEXTS)
def test_nothing_commands(text: str) -> None:
    for safe in (plain(text), in_lines(text), in_cell(text), in_json({"a": text}, 1), page(in_page(text))):
        assert not RAW.search(safe)
    for safe in (in_lines(text), in_cell(text), in_json({"a": text}, 1), page(in_page(text))):
        assert not COMMAND.search(safe)
    assert json.loads(in_json({text: [text]})) == {text: [text]}
    lines = "".join(in_json_lines({text: text, f"{text}s": [text, {text: text}]}))
    assert json.loads(lines) == {text: text, f"{text}s": [text, {text: text}]}
    assert not RAW.search(lines)
    assert not COMMAND.search(lines)
    assert len(in_page(text)) == len(text)
    assert unescape(page("&amp;".join(text.split("&")))) == unescape("&amp;".join(text.split("&")))
