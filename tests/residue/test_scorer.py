"""One score a line, from weights that can be read; the same lines always get the same scores."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import residue_classes
from auditor.checks.residue import STORY
from auditor.model import Confidence
from auditor.residue import scorer
from auditor.residue.draft import Line, draft_of
from auditor.residue.recognise import recognise
from auditor.residue.words import own_features

MENU = ["Home", "News", "Sport", "Jobs", "Weather", "Lifestyle", "Podcasts", "Shopping", "Subscribe", "Log in"]
PROSE = [line for line in STORY.splitlines() if line]
WORDS = st.text(alphabet="aB1 .,?!“”:|•-@é’", min_size=1, max_size=60).map(str.strip).filter(bool)


def recognised(lines: list[str]) -> Sequence[Line]:
    draft = draft_of(lines)
    assert recognise(draft, residue_classes()) == []
    return draft.lines


def test_furniture_scores_over_prose() -> None:
    scores = scorer.scores([*PROSE, *MENU])
    assert max(scores[: len(PROSE)]) < min(scores[len(PROSE) :])


def test_neighbours_count() -> None:
    alone = scorer.scores([*PROSE, "Weather", *PROSE])[len(PROSE)]
    among = scorer.scores([*PROSE, *MENU])[len(PROSE) + MENU.index("Weather")]
    assert among > alone


def test_a_longer_line_needs_a_higher_score() -> None:
    assert scorer.weighed(3.0, "x" * 200) < scorer.weighed(3.0, "x" * 20)
    assert scorer.weighed(3.0, "x" * scorer.TYPICAL) == pytest.approx(3.0)


def test_inside_the_article_most_is_asked_for() -> None:
    least = scorer.thresholds()
    assert least["inside"] > max(least["head"], least["tail"])
    assert "article" not in least


def test_a_short_page_is_doubted() -> None:
    assert scorer.settled(2.0, 2.0, 5) < scorer.settled(2.0, 2.0, 100) == 2.0


def test_place_cannot_overrule_words() -> None:
    assert scorer.settled(9.0, -3.0, 100) < scorer.settled(9.0, 3.0, 100)


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_scores_are_finite_and_repeatable(lines: list[str]) -> None:
    scores = scorer.scores(lines)
    assert len(scores) == len(lines)
    assert all(map(math.isfinite, scores))
    assert scores == scorer.scores(lines)
    assert [line.text for line in recognised(lines)] == lines


def test_every_weight_is_of_a_feature_in_use() -> None:
    own, place = scorer.weights()
    assert {"(all)"} <= own.keys() & place.keys()
    assert "score" in place
    assert {name.partition("=")[0] for name in place if "=" in name} >= {"score before", "prose after", "dense text"}
    assert any(name.startswith("size end=") for name in own)
    assert all(abs(weight) < 12 for weight in (*own.values(), *place.values()))


def test_no_text_of_the_data_is_in_the_weights() -> None:
    own, _ = scorer.weights()
    assert max(len(name.split(" ")) for name in own if "=" not in name) <= 2


def test_long_lines_are_read_at_both_ends() -> None:
    features, shape = own_features("Subscribe to our newsletter " + "and so on " * 100 + "read more")
    assert {"^ subscribe", "subscribe to", "read more", "more $"} <= set(features)
    assert shape.length > 1000


def test_confidence_falls_with_the_score() -> None:
    found = recognised([*PROSE, *MENU, *PROSE, *MENU, *MENU])
    kinds = {line.confidence for line in found if line.kind}
    assert [line.kind for line in found[: len(PROSE)]] == [""] * len(PROSE)
    assert Confidence.HIGH in kinds
    assert Confidence.MEDIUM in kinds
