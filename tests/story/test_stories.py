"""Which articles may tell one story: alike in rare names, of one week, whatever else is in the set."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from auditor.story.sketches import Rarity, Sketch, likeness
from auditor.story.stories import Plot, alike, near_in_time, stories, told_together

FERRY = ("ana ruiz", "jon berg", "marl cross", "ostley")
TRIAL = ("karin olsen", "derven", "pell bay", "tessa lund")
MONDAY = 738_000
"""A day, as an ordinal."""


def sketched(name: str, names: Sequence[str], day: int | None = MONDAY, **more: object) -> Sketch:
    told = {"document": name, "group": "", "source": name, "language": "en", "days": (day, day)}
    return Sketch(names=tuple((one, 1) for one in sorted(names)), **{**told, **more})  # type: ignore[arg-type]


def others(number: int = 20) -> list[Sketch]:
    """Articles that share no name with any."""
    return [sketched(f"other {n:04}", [f"{one} {n}" for one in ("lake", "hall", "crane")]) for n in range(number)]


def planned(sketches: Sequence[Sketch], named: bool = False) -> list[Plot]:
    rarity = Rarity.among(sketches)
    return stories(sketches, alike(sketches, rarity, named), len(sketches), named)


def compared(sketches: Sequence[Sketch], named: bool = False) -> set[tuple[str, str]]:
    """The pairs of documents that are compared."""
    plots = planned(sketches, named)
    assert sorted(one for plot in plots for one in plot.members) == list(range(len(sketches)))
    assert all(set(pair) <= set(plot.members) for plot in plots for pair in plot.pairs)
    return {(sketches[one].document, sketches[other].document) for plot in plots for one, other in plot.pairs}


def test_a_small_set_is_compared_whole_and_a_large_one_by_its_names() -> None:
    assert len(compared(others(4))) == 6
    both = [sketched("x", FERRY), sketched("y", FERRY)]
    assert compared([*others(), *both]) == {("x", "y")}


def test_common_names_bring_no_two_together() -> None:
    both = [sketched(name, ["United States", "trump", "congress", f"hall of {name}"]) for name in "xy"]
    assert compared([*others(), *both]) == set()


def test_what_lies_more_than_a_week_apart_tells_one_story_only_in_a_group() -> None:
    first, late, undated = sketched("x", FERRY), sketched("y", FERRY, MONDAY + 8), sketched("z", FERRY, None)
    assert not near_in_time(first, late)
    assert compared([*others(), first, late, undated]) == {("x", "z"), ("y", "z")}
    assert compared([*others(), first, late], named=True) == {("x", "y")}


def test_a_week_counts_whichever_comes_first_in_the_set() -> None:
    days = [MONDAY, MONDAY + 5, MONDAY + 12, MONDAY + 19]
    told = [sketched(f"x{number}", FERRY, day) for number, day in enumerate(days)]
    assert compared([*told, *others()]) == {("x0", "x1"), ("x1", "x2"), ("x2", "x3")}
    assert compared([*others(), *told[::-1]]) == {("x1", "x0"), ("x2", "x1"), ("x3", "x2")}


def test_articles_in_two_languages_are_not_compared() -> None:
    assert compared([*others(), sketched("x", FERRY), sketched("y", FERRY, language="de")]) == set()


def test_copies_and_carriers_of_one_quotation_are_of_one_story_without_being_a_pair() -> None:
    runs = array("I", [7, 12]).tobytes()
    joined = [
        sketched("x", FERRY, quoted=runs),
        sketched("y", TRIAL, quoted=runs),
        sketched("z", ["lune"], source="x"),
    ]
    plots = planned([*others(), *joined])
    assert [len(plot.members) for plot in plots if len(plot.members) > 1] == [3]
    assert not any(plot.pairs for plot in plots)


def test_an_article_is_compared_with_no_more_than_it_can_be_of_one_story_with() -> None:
    many = [sketched(f"x{number:03}", [*FERRY, f"hall {number}"]) for number in range(150)]
    [plot] = [plot for plot in planned(many) if len(plot.members) > 1]
    assert len(plot.pairs) <= 150 * 30
    reprints = [sketched(f"r{number:03}", FERRY, source="r000") for number in range(100)]
    assert ("a", "b") in compared([*reprints, sketched("a", FERRY), sketched("b", [*FERRY, "a hall"])])


NAMES = st.lists(st.sampled_from([*FERRY, *TRIAL, "lune", "trump"]), min_size=1, max_size=6, unique=True)
SETS = st.lists(st.tuples(NAMES, st.one_of(st.none(), st.integers(MONDAY, MONDAY + 30))), min_size=13, max_size=20)


@given(SETS, st.integers(1, 40))
def test_the_fate_of_a_pair_does_not_depend_on_the_articles_beside_it(
    articles: list[tuple[list[str], int | None]], more: int
) -> None:
    own = [sketched(f"a{number:02}", names, day) for number, (names, day) in enumerate(articles)]
    assert compared(own) == compared([*own, *others(more)])


@given(SETS)
def test_pairs_are_those_that_are_alike_and_of_one_week(articles: list[tuple[list[str], int | None]]) -> None:
    own = [sketched(f"a{number:02}", names, day) for number, (names, day) in enumerate(articles)]
    rarity = Rarity.among(own)
    wanted = {
        (one.document, other.document)
        for one, other in combinations(own, 2)
        if likeness(rarity.weights(one), rarity.weights(other)) >= 0.1
        and near_in_time(one, other)
        and {n for n, _ in one.names} & {n for n, _ in other.names} - {"trump"}
    }
    assert compared(own) == wanted


def test_those_told_together_are_alike_on_average() -> None:
    row = [sketched(f"x{number}", FERRY) for number in range(3)] + [
        sketched(f"y{number}", TRIAL) for number in range(2)
    ]
    assert told_together(row, alike(row, Rarity.among(row), False)) == (("x0", "x1", "x2"), ("y0", "y1"))
