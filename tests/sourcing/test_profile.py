"""The profile of an article: counts with their places, and what is present, absent or unknown."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Document, Report
from auditor.reading import make_document
from auditor.sourcing import Profile, State, sourcing_of

STORY = (
    "OLD PORT, March 4, 2024 (NWS) - The ferry Marta sank off Halm. Harbour master Jon Berg said that 38 people were aboard.\n\n"
    "“Nobody was on the bridge when she struck the mole,” Berg said. Officials said that 12 boats went out.\n\n"
    "The report says that she was built in 1998. See https://example.org/marta for all of it.\n\n"
    "Correction: An earlier version gave another year.\n"
)


def report(*documents: Document) -> Report:
    return audit(documents, load_checks())


def profile(one: Document, *others: Document) -> Profile:
    told = report(one, *others)
    [article] = [article for article in told.articles if article.document.id == one.id]
    return sourcing_of(told).of(article)


def words(found: Profile, row: str) -> list[str]:
    return [entry.words for entry in found.row(row).entries]


def test_who_speaks_and_how_often() -> None:
    found = profile(make_document("a", STORY))
    [berg] = found.row("named").entries
    assert (berg.words, len(berg.places)) == ("Jon Berg", 2)
    assert words(found, "unnamed") == ["officials"]
    assert words(found, "document") == ["report"]
    assert words(found, "links") == ["https://example.org/marta"]
    assert words(found, "corrections") == ["Correction: An earlier version gave another year."]
    assert words(found, "agency") == ["NWS"]


def test_figures_are_told_by_whom_their_sentence_gives_them_to() -> None:
    held = {
        entry.words: [span.text for span in entry.places]
        for entry in profile(make_document("a", STORY)).row("figures").entries
    }
    assert "12 boats" in held["officials"]
    assert "38 people" in held["Jon Berg"]
    assert "1998" in held["report"]


def test_what_a_page_may_have_had_is_unknown_in_a_text_and_absent_on_a_page() -> None:
    bare = profile(make_document("a", "The ferry Marta sank off Halm with 38 people aboard."))
    page = profile(make_document("a.html", "The ferry Marta sank off Halm.", path="a.html"))
    rows = ("byline", "date", "outlet")
    assert [bare.row(row).state for row in rows] == [State.UNKNOWN] * 3
    assert [page.row(row).state for row in rows] == [State.ABSENT] * 3
    assert bare.row("dateline").state is State.ABSENT
    given = make_document("a", STORY, date="2024-03-04", source="The Halm Post", byline="Ana Ruiz")
    assert [profile(given).row(row).state for row in (*rows, "dateline")] == [State.PRESENT] * 4


def test_what_one_article_alone_carries() -> None:
    other = make_document(
        "b", "Off Halm the ferry Marta went down with 38 people aboard. Nets had caught in her screw, it is said."
    )
    alone = words(profile(make_document("a", STORY), other), "alone")
    assert "38 people" not in alone
    assert "12 boats" in alone


def test_nothing_is_alone_where_nothing_was_compared() -> None:
    assert "alone" not in {row.id for row in profile(make_document("a", STORY)).rows}


def test_a_copy_names_the_other() -> None:
    text = "\n\n".join(
        f"On day {day} the crew of the Marta mended net {day} and sailed from pier {day}." for day in range(40)
    )
    found = profile(make_document("a", text), make_document("b", text))
    assert found.row("copies").state is State.PRESENT
    assert words(found, "copies") == ["b, without credit"]


@given(st.lists(st.sampled_from(STORY.split("\n\n")), max_size=6).map("\n\n".join))
def test_every_place_holds_its_words_and_every_count_is_its_entries(text: str) -> None:
    for row in profile(make_document("a", text or "The wall is old.")).rows:
        for entry in row.entries:
            assert all(text[span.start : span.end] == span.text for span in entry.places)
        assert (row.count is None) != (row.state is None)
        if row.count is not None and row.id != "figures":
            assert row.count == len(row.entries)
        assert row.measured
