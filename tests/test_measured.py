"""What was measured of each check: the figures, the command that makes them, and how `explain` tells them."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from auditor.catalogue import choose, load_checks
from auditor.check import Check
from auditor.measured import figures, probabilities, probability_of_edits, told
from auditor.model import Confidence, Family, Severity, Span

BENCHMARK = Path(__file__).resolve().parent / "benchmarks" / "measured.py"
ONE = "The inquiry into the bridge will report within six months, the ministry said.\n"
OTHER = "The ministry gave the inquiry nine months to report. The crossing takes two hours.\n"
SPANS = [{"doc": "a.txt", "text": "six months"}, {"doc": "b.txt", "text": "nine months"}]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measured_benchmark", BENCHMARK)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def measured(benchmark: ModuleType, folder: Path, *items: dict[str, Any], neutral: Any = ()) -> dict[str, Any]:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps({"items": items, "neutral": neutral}), encoding="utf-8")
    result = benchmark.measure([benchmark.load(folder)], choose(load_checks(), ["conflicting-length"]))
    return result["checks"]["conflicting-length"]  # type: ignore[no-any-return]


def test_a_finding_that_joins_a_known_conflict_is_right(benchmark: ModuleType, tmp_path: Path) -> None:
    missed = {"doc": "b.txt", "text": "two hours"}
    items = (
        {"family": "conflict", "kind": "duration", "spans": SPANS},
        {"family": "conflict", "kind": "duration", "spans": [SPANS[0], missed]},
        {"family": "conflict", "kind": "stance", "spans": [SPANS[0], missed]},
    )
    row = measured(benchmark, tmp_path, *items)
    assert (row["findings"], row["right"]) == (1, 1)
    assert (row["kinds"], row["found"], row["known"]) == (["duration"], 1, 2)


def test_a_finding_that_no_item_explains_is_not_right(benchmark: ModuleType, tmp_path: Path) -> None:
    row = measured(benchmark, tmp_path, {"family": "trap", "kind": "range", "spans": SPANS})
    assert (row["findings"], row["right"], row["kinds"]) == (1, 0, [])


def test_what_is_neutral_is_not_counted(benchmark: ModuleType, tmp_path: Path) -> None:
    assert measured(benchmark, tmp_path, neutral=SPANS[:1])["findings"] == 0


def test_a_side_is_joined_with_the_other_side(benchmark: ModuleType, tmp_path: Path) -> None:
    same = [{**span, "side": "1"} for span in SPANS]
    other = [*same, {"doc": "b.txt", "text": "two hours", "side": "2"}]
    row = measured(benchmark, tmp_path, {"family": "conflict", "kind": "duration", "spans": other})
    assert row["right"] == 0


def test_a_label_that_is_not_in_the_text_is_an_error(benchmark: ModuleType, tmp_path: Path) -> None:
    wrong = {"family": "conflict", "kind": "duration", "spans": [{"doc": "a.txt", "text": "ten years"}]}
    with pytest.raises(ValueError, match="ten years"):
        measured(benchmark, tmp_path, wrong)


def test_the_figures_shipped_name_no_folder() -> None:
    shipped = figures()
    assert set(shipped) == {"data", "stories", "articles", "checks", "edits", "real"}
    assert set(shipped["real"]) == {"articles", "groups", "checks"}
    assert shipped["data"] == "development clusters"
    assert 0 <= shipped["edits"]["right"] <= shipped["edits"]["findings"]
    for row in shipped["checks"].values():
        assert 0 <= row["right"] <= row["findings"]
        assert 0 <= row["found"] <= row["known"]


def test_they_are_told_in_a_sentence() -> None:
    row = {"family": "conflict", "findings": 4, "right": 3, "kinds": ["date"], "known": 9, "found": 3}
    none = {**row, "findings": 0, "right": 0, "kinds": [], "known": 0, "found": 0}
    given = {"data": "development clusters", "stories": 2, "articles": 10, "checks": {"a": row, "b": none}}
    on = "Measured on 10 articles of 2 stories (development clusters)"
    assert told("a", given) == f"{on}: 3 of 4 findings right; 3 of 9 known conflicts found (date)."
    assert told("b", given) == f"{on}: no finding."
    assert told("c", given) == "Not measured."


def test_what_readers_of_real_news_said_is_told_first_by_severity() -> None:
    row = {"family": "conflict", "findings": 0, "right": 0, "kinds": [], "known": 0, "found": 0}
    counts = {"error right": 3, "warning right": 2, "warning wrong": 1, "warning useless": 1, "note unread": 5}
    given = {"data": "clusters", "stories": 2, "articles": 10, "checks": {"a": row, "b": row}}
    given["real"] = {"articles": 1200, "groups": 9, "checks": {"a": counts}}
    on = "Read on 1,200 articles of real news"
    assert told("a", given).startswith(f"{on}: 3 of 3 errors right; 2 of 4 warnings right. Measured on")
    assert told("b", given).startswith(f"{on}: no finding. Measured on")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """Figures that stand for those shipped, to be filled in."""
    figures: dict[str, Any] = {}
    monkeypatch.setattr("auditor.measured.figures", lambda: figures)
    probabilities.cache_clear()
    probability_of_edits.cache_clear()
    yield figures
    probabilities.cache_clear()
    probability_of_edits.cache_clear()


def test_a_probability_takes_ten_findings_read_and_is_never_certain(given: dict[str, Any]) -> None:
    few = {"warning right": 9, "warning unread": 40}
    ten = {"warning right": 10, "note right": 3, "note wrong": 5, "note useless": 2}
    given["real"] = {"checks": {"few": few, "ten": ten}}
    assert probabilities() == {("ten", "warning"): 0.92, ("ten", "note"): 0.33}


def test_edits_have_a_probability_of_their_own(given: dict[str, Any]) -> None:
    assert probability_of_edits() is None
    probability_of_edits.cache_clear()
    given["edits"] = {"findings": 18, "right": 18}
    assert probability_of_edits() == 0.95


def sample(**shape: Any) -> Check:
    return Check("a-check", Family.CONFLICT, Severity.WARNING, "0.2.0", "", (), (), **shape)


def test_what_a_comparing_check_finds_weighs_as_it_was_measured(given: dict[str, Any]) -> None:
    given["real"] = {"checks": {"a-check": {"warning right": 10, "note wrong": 10}}}
    place = Span("a.txt", 0, 1, "a")
    check = sample(contrast=lambda _, stories: ())
    sure, unsure = check.finding("m", place), check.finding("m", place, severity=Severity.NOTE)
    assert (sure.severity, sure.confidence, sure.probability) == (Severity.ERROR, Confidence.HIGH, 0.92)
    assert (unsure.severity, unsure.probability, unsure.possible) == (Severity.NOTE, 0.08, True)
    assert check.finding("m", place, probability=0.7).probability == 0.7, "what the pair itself tells comes first"


def test_what_one_article_shows_alone_keeps_the_severity_of_its_check(given: dict[str, Any]) -> None:
    given["real"] = {"checks": {"a-check": {"warning right": 40}}}
    alone = sample(inspect=lambda article: ()).finding("m", Span("a.txt", 0, 1, "a"))
    assert (alone.severity, alone.probability) == (Severity.WARNING, None)


def test_explain_prints_them(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("explain", "altered-quotation").stdout
    assert f"## Measured\n{told('altered-quotation')}\n" in shown


def test_of_a_check_that_was_not_there_nothing_was_read_or_measured() -> None:
    assert told("unnamed-ferry") == "Not measured."
    assert told("share-control") != "Not measured."
