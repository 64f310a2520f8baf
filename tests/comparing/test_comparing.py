"""Comparing: mentions that meet, what their features weigh, agreeing values first, each to its best partner."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from auditor.audit import audit, read_article
from auditor.catalogue import choose, load_checks
from auditor.comparing import engine
from auditor.comparing.engine import Comparing
from auditor.comparing.evidence import ERROR, WARNING, Table, drawn_up, read, table, weight
from auditor.comparing.features import features
from auditor.comparing.meeting import Pair, meet, ranked
from auditor.model import Confidence, Finding, Quantity, Report, Severity, Verdict
from auditor.reading import make_document
from auditor.story.mentions import Mention, Record
from auditor.story.stories import Story

SURE = Table({}, {"quantity": ((-1000, 0.95),)})
"""A table by which whatever meets and is not stopped is a conflict."""


def story(text: str, name: str = "a.txt") -> Record:
    return Record(read_article(make_document(name, text)))


def count(mention: Mention) -> str:
    return "count" if isinstance(mention.claim.value, Quantity) else ""


def quantities(weights: Table = SURE) -> Comparing:
    [check] = choose(load_checks(), ["conflicting-quantity"])
    assert isinstance(check.contrast, Comparing)
    return replace(check.contrast, weights=weights)


def judged(*texts: str) -> list[tuple[str, str, Verdict | None, str]]:
    left, right = (story(text, f"{number}.txt") for number, text in enumerate(texts))
    return [
        (one.pair.left.claim.span.text, one.pair.right.claim.span.text, one.verdict, one.reason)
        for one in quantities().judge(left, right)
    ]


def test_a_pair_tells_the_rare_words_that_both_share() -> None:
    left = story("The ferry capsized off the cape with 212 people aboard. The sea was calm.")
    right = story("There were 221 people on board when the ferry capsized. The wind was low.", "b.txt")
    [pair] = meet(left, right, count)
    assert {"ferry", "capsize", "<aboard>"} <= {shared.label.shown for shared in pair.shared}
    assert pair.closeness == pytest.approx(sum(shared.weight for shared in pair.shared), abs=1e-5)


def test_a_word_all_over_both_articles_weighs_less() -> None:
    once = "The ferry sank with 12 people aboard. The sea was calm. Night fell. Nobody saw it."
    often = "The ferry sank with 12 people aboard. The ferry was old. The ferry was slow. A ferry like it sank."
    rare, common = (meet(story(text), story(text, "b.txt"), count)[0] for text in (once, often))
    of_ferry = {pair: next(s.weight for s in pair.shared if s.label.shown == "ferry") for pair in (rare, common)}
    assert of_ferry[rare] > of_ferry[common]


def test_a_long_article_thins_out_nothing() -> None:
    one, other = (
        "The ferry capsized off the cape with 212 people aboard.",
        "The ferry capsized off the cape with 221 people aboard.",
    )
    rest = " ".join(f"The {noun} of the town was closed." for noun in "mill school bank church market museum".split())
    [alone], [inside] = (
        meet(story(f"{one}{more}"), story(f"{other}{more}", "b.txt"), count) for more in ("", f"\n\n{rest}")
    )
    assert inside.closeness >= alone.closeness


def test_nothing_shared_meets_nothing() -> None:
    assert meet(story("The ferry sank with 12 people aboard."), story("Prices of 40 goods rose.", "b.txt"), count) == ()


def test_the_places_among_partners_count_each_value_once() -> None:
    left = story("The ferry capsized off the cape with 212 people aboard.")
    right = story(
        "The ferry capsized with 221 people aboard. The old ferry capsized with 221 people aboard. It took 40 people.",
        "b.txt",
    )
    pairs = meet(left, right, count)
    assert [pair.rank for pair in pairs if pair.right.claim.span.text == "221 people"] == [1, 1]


def test_rivals_of_no_weight_leave_no_margin() -> None:
    left = story("The ferry capsized off the cape with 212 people aboard.")
    right = story("The ferry capsized with 221 people aboard. The old ferry capsized with 240 people aboard.", "b.txt")
    bare = [replace(pair, closeness=0.0) for pair in meet(left, right, count)]
    assert [pair.margin for pair in ranked(bare)] == [inf, inf]


def test_features_are_the_same_for_both_orders_but_for_places() -> None:
    one, other = "The ferry sank with 212 people aboard.", "There were 221 people aboard the ferry."
    [pair] = meet(story(one), story(other, "b.txt"), count)
    turned = Pair(pair.right, pair.left, pair.shared, pair.closeness, pair.placed, pair.rank, pair.better, pair.margin)
    assert features(pair, quantities().hints) == features(turned, quantities().hints)


def test_values_that_agree_are_matched_first() -> None:
    found = judged(
        "The ferry capsized with 212 people aboard, the coastguard said.",
        "The ferry capsized with 240 people aboard, a witness said.\n\nThe ferry capsized with 212 people aboard, the coastguard said on Monday.",
    )
    assert ("212 people", "212 people", Verdict.AGREE, "same value") in found
    assert not [one for one in found if one[2] == Verdict.CONFLICT]


def test_as_many_of_another_thing_settles_nothing() -> None:
    found = judged(
        "More than 300 divers have gone through 80 cabins and more than 300 cases, the harbour master said.",
        "More than 300 sailors have opened 72 trunks and gone through 265 cases, the harbour master said.",
    )
    assert ("more than 300 cases", "265 cases", Verdict.CONFLICT, "different values") in found
    assert not any(one[2] is Verdict.AGREE and "cases" in one[0] + one[1] for one in found)


def test_each_side_is_kept_to_its_best_partner() -> None:
    found = judged(
        "The ferry capsized off the cape with 212 people aboard.",
        "The ferry capsized off the cape with 221 people aboard.\n\nOff another cape a boat had capsized with 320 people.",
    )
    assert [one[1] for one in found if one[2] == Verdict.CONFLICT] == ["221 people"]
    assert engine.TAKEN in {one[3] for one in found} or len(found) == 1


def test_too_little_evidence_is_left_aside() -> None:
    strict = quantities(Table({}, {"quantity": ((1000, 0.95),)}))
    left, right = story("The ferry sank with 212 people aboard."), story("The ferry sank with 221 people aboard.", "b")
    assert [(one.verdict, one.reason) for one in strict.judge(left, right)] == [(None, engine.TOO_LITTLE)]


def told(*texts: str) -> list[Finding]:
    records = [story(text, f"{number}.txt") for number, text in enumerate(texts)]
    return [one for one in quantities()("conflicting-quantity", Story.of(records)) if isinstance(one, Finding)]


def test_witnesses_of_one_value_are_told_in_one_finding() -> None:
    [found] = told(
        "The ferry capsized off the cape with 212 people aboard, the coastguard said on Monday.",
        "When the ferry capsized there were 212 people on board.",
        "The ferry had 221 people aboard when it capsized off the cape.",
    )
    assert "“221 people” in 2.txt" in found.message
    assert "0.txt and 1.txt" in found.message
    assert (found.severity, found.probability, found.possible) == (Severity.ERROR, 0.95, False)


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (ERROR, (Severity.ERROR, Confidence.HIGH)),
        (WARNING, (Severity.WARNING, Confidence.MEDIUM)),
        (0.3, (Severity.NOTE, Confidence.LOW)),
    ],
)
def test_a_finding_weighs_what_it_is_probable(probability: float, expected: tuple[Severity, Confidence]) -> None:
    assert weight(probability) == expected


def test_the_table_adds_up_and_says_how_probable_a_sum_is() -> None:
    known = read(
        "# head\npoints\tnear\t1\t5\npoints\tnear\t2\t12\npoints\ta day\t1\t-3\nprobability\tday\t4\t0.4\nprobability\tday\t9\t0.7\n"
    )
    evidence = known.weigh({"near": 2, "unknown": 1}, "day")
    assert (evidence.points, evidence.probability) == (9, 0.7)
    assert [one.points for one in evidence.bins] == [-3, 12]
    assert known.weigh({"near": 1}, "day").probability == 0.0


def test_a_row_of_another_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="neither points nor probability"):
        read("weight\tnear\t1\t5")


def test_every_kind_is_known_to_a_table_and_rises() -> None:
    for how in (check.contrast for check in load_checks() if isinstance(check.contrast, Comparing)):
        steps = (how.weights or table()).steps[how.kind]
        assert list(steps) == sorted(steps)
        assert [p for _, p in steps] == sorted({p for _, p in steps})


def test_a_table_drawn_up_by_hand_gives_points_by_level() -> None:
    known = drawn_up("place", {"near": (0, 10), "one denies": (-5,)}, (5, 0.4), (10, 0.7))
    assert known.weigh({"near": 2}, "place").probability == 0.7
    assert known.weigh({"near": 2, "one denies": 1}, "place").probability == 0.4
    assert known.weigh({"near": 1}, "place").probability == 0.0


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = (
        "The ferry capsized off the cape with 212 people aboard.",
        "There were 221 people aboard when the ferry capsized off the cape.",
        "When the ferry capsized off the cape 212 people were aboard.",
    )

    def report(order: tuple[int, ...]) -> Report:
        checks = choose(load_checks(), ["conflicting-quantity"])
        return audit([make_document(f"{number}.txt", texts[number]) for number in order], checks)

    assert report((0, 1, 2)).findings == report((2, 0, 1)).findings
