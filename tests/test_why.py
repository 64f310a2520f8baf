"""`auditor claims --why`: why two claims were or were not compared, through the real command."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import read_article
from auditor.catalogue import choose, load_checks
from auditor.contrast import Contrast
from auditor.reading import make_document
from auditor.why import PlaceError, why

ONE = """Old bridge inquiry

The inquiry into the bridge will report within six months, the ministry said. France supports sanctions on timber.
"""
OTHER = """Bridge inquiry told

The ministry gave the inquiry nine months to report. Norway supports a ceasefire.

The trial took two weeks.
"""


@pytest.fixture
def ask(run, tmp_path: Path):  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return lambda one, other: run("claims", "a.txt", "b.txt", "--why", one, other)


def test_a_conflict_shows_the_shared_words_with_their_weights(ask) -> None:  # type: ignore[no-untyped-def]
    done = ask("a.txt:3:48", 'b.txt:"nine months"')
    assert done.returncode == 0
    assert "a.txt:3:48 “six months” (duration) and b.txt:3:31 “nine months” (duration)" in done.stdout
    assert "conflicting-length: in conflict, because " in done.stdout
    assert "ministry 0." in done.stdout
    assert re.search(r"together \d\.\d\d, \d\.\d\d needed", done.stdout)


def test_the_order_of_the_places_changes_nothing(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask("a.txt:3:48", "b.txt:nine months").stdout == ask("b.txt:nine months", "a.txt:3:48").stdout


def test_nothing_in_common_is_said(ask) -> None:  # type: ignore[no-untyped-def]
    shown = ask("a.txt:3:48", "b.txt:two weeks").stdout
    assert "conflicting-length: left aside, because no word near them is shared" in shown


def test_too_little_in_common_is_said() -> None:
    (length,) = choose(load_checks(), ["conflicting-length"])
    assert isinstance(length.contrast, Contrast)
    strict = replace(length, contrast=replace(length.contrast, enough=99.0))
    articles = [read_article(make_document(id, text)) for id, text in (("a", ONE), ("b", OTHER))]
    shown = "\n".join(why(articles, [strict], "a:six months", "b:nine months"))
    assert "left aside, because the words they share weigh too little" in shown
    assert "99.00 needed" in shown


def test_different_subjects_are_said(ask) -> None:  # type: ignore[no-untyped-def]
    shown = ask("a.txt:France", "b.txt:Norway").stdout
    assert "they are about different things: stance France sanction and stance Norway ceasefire" in shown


def test_kinds_that_nothing_compares_are_said(ask) -> None:  # type: ignore[no-untyped-def]
    assert "No check compares a duration with a stance here." in ask("a.txt:3:48", "b.txt:supports").stdout


@pytest.mark.parametrize(
    ("one", "says"),
    [
        ("a.txt:3:1", "holds no claim. The nearest one is a.txt:3:48 “six months” (duration)."),
        ("c.txt:1:1", "names no document that was read: a.txt, b.txt."),
        ("a.txt:30:1", "lies outside the text"),
        ("a.txt:3:500", "lies outside the text"),
        ('a.txt:"seven days"', "“seven days” does not stand in a.txt."),
        ("b.txt:nine months", "name one claim"),
    ],
)
def test_a_place_without_a_claim_is_bad_usage(ask, one: str, says: str) -> None:  # type: ignore[no-untyped-def]
    done = ask(one, "b.txt:nine months")
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def lines(texts: dict[str, tuple[str, str]], one: str, other: str) -> str:
    articles = [read_article(make_document(id, text, group=group)) for id, (text, group) in texts.items()]
    return "\n".join(why(articles, load_checks(), one, other))


def test_articles_of_different_groups_are_never_compared() -> None:
    shown = lines({"a": (ONE, "x"), "b": (OTHER, "y")}, "a:six months", "b:nine months")
    assert "Articles of different groups are never compared." in shown


def test_a_gate_is_named_and_so_is_a_rival() -> None:
    rivals = (
        "The ministry gave the inquiry nine months to report. The ministry gave the inquiry fourteen months to report."
    )
    shown = lines({"a": (ONE, ""), "b": (rivals, "")}, "a:six months", "b:nine months")
    assert "not comparable, because no one partner stands out" in shown
    assert "rival: a:3:48 “six months” (duration) and b:1:84 “fourteen months” (duration)" in shown


def test_no_claim_at_all_is_said() -> None:
    with pytest.raises(PlaceError, match="No claim was read"):
        lines({"a": ("Nothing here.", ""), "b": (OTHER, "")}, "a:1:1", "b:nine months")


def test_words_are_found_across_line_breaks() -> None:
    shown = lines(
        {"a": (ONE.replace("within six", "within\nsix"), ""), "b": (OTHER, "")}, "a:within six months", "b:nine"
    )
    assert "“six months” (duration)" in shown
