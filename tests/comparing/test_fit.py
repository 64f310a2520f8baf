"""Fitting the evidence: examples out of labelled pairs, points out of examples, a table that reads back."""

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="fitting needs the extra `train`")

from auditor.comparing import fit
from auditor.comparing.evidence import read
from auditor.comparing.fit import Example


def example(label: str, number: int, story: str = "", *, real: bool = True, **levels: int) -> Example:
    place = ("a", number, number + 1)
    values = (str(number),)
    return Example("quantity", story or f"story {number % 10}", label, levels, real, (place, place), ("", ""), values)


EXAMPLES = [
    *(example("conflict", number, near=2, one=number % 2) for number in range(40)),
    *(example("different", number, near=0, one=number % 2) for number in range(100, 200)),
]


def test_what_tells_conflicts_gets_points_and_what_tells_nothing_gets_none() -> None:
    fitted = fit.fit(EXAMPLES)
    assert fitted.points["near", 2] > 0
    assert abs(fitted.points.get(("one", 1), 0)) < fitted.points["near", 2] / 4
    assert fitted.sum({"near": 2}) > fitted.sum({"near": 0})


def test_a_story_takes_no_part_in_the_points_of_its_pairs() -> None:
    odd = [example("conflict", 900 + n, "odd", strange=1) for n in range(5)]
    sums = fit.across_stories([*EXAMPLES, *odd])
    assert set(sums[-5:]) == {0}


def test_the_table_reads_back_and_its_probabilities_rise() -> None:
    sums = fit.across_stories(EXAMPLES)
    steps = fit.calibrated(EXAMPLES, sums, ["quantity", "length"])
    table = read(fit.table_text(fit.fit(EXAMPLES), steps))
    assert [p for _, p in table.steps["quantity"]] == list(fit._STEPS)
    assert [points for points, _ in table.steps["quantity"]] == sorted(points for points, _ in table.steps["quantity"])
    assert table.weigh({"near": 2}, "quantity").probability > table.weigh({}, "quantity").probability
    assert "length" in table.steps


def test_groups_that_share_an_article_are_one_story() -> None:
    place = (("a", 0, 1), ("b", 0, 1))
    one, other, third = (
        Example("date", story, "different", {}, True, place, articles)
        for story, articles in (("x", ("1", "2")), ("y", ("2", "3")), ("z", ("4", "5")))
    )
    stories = [e.story for e in fit.by_story([one, other, third])]
    assert stories[0] == stories[1] != stories[2]


ONE = "The ferry capsized off the cape on Monday with 212 people aboard, the coastguard said."
OTHER = "The coastguard said 221 people were aboard the ferry when it capsized off the cape on Monday."


def test_labelled_pairs_of_real_news_become_examples(tmp_path: Path) -> None:
    rows = [
        {"id": f"g/{name}", "group": "g", "text": text, "date": "2024-03-05", "source": name}
        for name, text in (("a", ONE), ("b", OTHER))
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    places = [
        {"document": f"g/{name}", "start": text.index(words), "end": text.index(words) + len(words)}
        for name, text, words in (("a", ONE, "212 people"), ("b", OTHER, "221 people"))
    ]
    label = {"group": "g", "check": "conflicting-quantity", "label": "conflict", "spans": places}
    [found] = fit.real_examples(tmp_path, fit.comparing_checks(), [label])
    assert (found.kind, found.label, found.story, found.real) == ("quantity", "conflict", "g", True)
    assert found.levels["a quantity"] == 1
    assert {document for document, _, _ in found.places} == {"g/a", "g/b"}


def test_an_invented_story_gives_its_conflicts_and_all_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    spans = [{"doc": "a.txt", "text": "212 people"}, {"doc": "b.txt", "text": "221 people"}]
    gold = {"items": [{"family": "conflict", "kind": "quantity", "spans": spans}]}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    found = list(fit.invented_examples(tmp_path, fit.comparing_checks()))
    assert [e.label for e in found if e.kind == "quantity"] == ["conflict"]
    assert not any(e.real for e in found)
