"""An article's text cut into lines and segments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading import make_document
from auditor.reports.marked_text import Mark, cut, lines


def starts_of_lines(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


@given(st.data())
def test_the_lines_joined_are_the_text_and_each_mark_covers_its_words(data: st.DataObject) -> None:
    text = data.draw(st.text("ab \n", min_size=1, max_size=60))
    place = st.integers(0, len(text))
    places = [(min(two), max(two)) for two in data.draw(st.lists(st.tuples(place, place), max_size=8))]
    marks = [
        Mark(start, end, f"a{start}-{end}", f"#c{number}", number, data.draw(st.integers(0, 2)), "sure")
        for number, (start, end) in enumerate(places)
    ]
    segments = [
        segment
        for line in lines(make_document("a", text), starts_of_lines(text), (), marks)
        for segment in line.segments
    ]
    assert "".join(segment.text for segment in segments) == text
    for mark in marks:
        covered = "".join(segment.text for segment in segments if mark in segment.marks)
        assert covered == text[mark.start : mark.end]
    anchors = [anchor for segment in segments for anchor in segment.anchors]
    assert len(anchors) == len(set(anchors))


def test_of_overlapping_marks_the_one_that_matters_most_comes_first() -> None:
    note = Mark(0, 6, "a0-6", "#c1", 1, 2, "likely")
    error = Mark(3, 9, "a3-9", "#c2", 2, 0, "sure")
    (line,) = lines(make_document("a", "The war"), [0], (), [note])
    assert [segment.text for segment in line.segments] == ["The wa", "r"]
    (line,) = lines(make_document("a", "The war is"), [0], (), [note, error])
    assert [(segment.text, segment.marks) for segment in line.segments] == [
        ("The", (note,)),
        (" wa", (error, note)),
        ("r i", (error,)),
        ("s", ()),
    ]


def test_a_point_is_numbered_where_its_mark_ends_unless_it_has_no_number() -> None:
    numbered, plain = Mark(0, 6, "a0-6", "#c1", 3, 0, "sure"), Mark(4, 10, "a4-10", None, 0, 3, "clean")
    (line,) = lines(make_document("a", "The war is"), [0], (), [numbered, plain])
    assert [(segment.text, segment.numbers) for segment in line.segments] == [("The ", ()), ("wa", (3,)), ("r is", ())]


def test_places_outside_the_text_cover_nothing() -> None:
    assert list(cut(3, [(2, 9), (1, 1), (0, 2)])) == [(0, 2, (2,)), (2, 3, ())]
