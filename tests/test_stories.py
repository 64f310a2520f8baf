"""Which articles tell one story, and how a reader is told."""

from dataclasses import replace
from pathlib import Path

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Document, Report
from auditor.reading import make_document, read
from auditor.stories import listed, numbers, told

ROOT = Path(__file__).resolve().parent.parent
CHECKS = load_checks()
COMPARING = [check for check in CHECKS if check.contrast][:1]
SEEDS = read([str(ROOT / "seeds")]).documents
FERRY = (
    "The ferry Aurelia sank off Port Mallory on Monday. Captain Iven Storr reached Port Mallory by raft.",
    "Captain Iven Storr of the ferry Aurelia was heard in Port Mallory. Storr said the Aurelia had struck a rock.",
    "Divers from Port Mallory found the Aurelia. The owner, Hale Lines, defended Captain Iven Storr.",
)
MUSEUM = (
    "The museum in Lima opens a hall. “We are glad,” said Rosa Vega, who leads the museum in Lima. The gold is from Cusco.",
    "Rosa Vega opened a hall of the museum in Lima. Visitors came from Cusco to hear Rosa Vega.",
)
MILL = "The mill of Corran burned down. Osric Pell of Corran had bought the mill from Ada Thorne."
TELLERS = "Brand Quill Sarn Tove Ulm Voss".split()


def articles() -> list[Document]:
    texts = {"mill": MILL}
    texts |= {f"ferry-{number}": text for number, text in enumerate(FERRY)}
    texts |= {f"museum-{number}": text for number, text in enumerate(MUSEUM)}
    return [make_document(f"{name}.txt", text) for name, text in texts.items()]


def test_a_folder_of_unrelated_articles_is_told_by_its_stories() -> None:
    report = audit(articles(), COMPARING)
    assert report.stories == (
        ("ferry-0.txt", "ferry-1.txt", "ferry-2.txt"),
        ("mill.txt",),
        ("museum-0.txt", "museum-1.txt"),
    )
    assert told(report) == "6 articles tell 3 stories."
    assert list(listed(report)) == [
        "Story 1: ferry-0.txt, ferry-1.txt and ferry-2.txt.",
        "Story 3: museum-0.txt and museum-1.txt.",
        "By itself: mill.txt.",
    ]
    assert numbers(report)["museum-1.txt"] == 3


def test_stories_are_kept_apart_in_a_large_folder() -> None:
    many = [
        make_document(f"{one.id}-{teller}", f"{one.text} So it was told in {teller} by Lord {teller}.")
        for one in articles()
        for teller in TELLERS
    ]
    found = audit(many, COMPARING).stories
    assert sorted(map(len, found)) == [6, 12, 18]
    assert all(len({document.split("-")[0] for document in story}) == 1 for story in found)


def test_articles_on_one_thing_tell_one_story() -> None:
    report = audit(SEEDS, COMPARING)
    assert report.stories == (tuple(sorted(document.id for document in SEEDS)),)
    assert told(report) == "5 articles tell one story."
    assert list(listed(report)) == []


def test_a_given_group_is_one_story() -> None:
    ferry, *others = articles()
    grouped = [replace(one, group="mine") for one in others]
    assert audit([ferry, *grouped], COMPARING).stories == (
        tuple(one.id for one in grouped),
        (ferry.id,),
    )


def test_copies_tell_one_story_however_few_names_they_have() -> None:
    text = "rain fell on the fields for nine days and the river rose over the road to the lower mill. " * 12
    report = audit([make_document("a.txt", text), make_document("b.txt", text)], COMPARING)
    assert report.copies
    assert report.stories == (("a.txt", "b.txt"),)


def test_the_order_of_articles_changes_no_story() -> None:
    assert audit(reversed(articles()), COMPARING).stories == audit(articles(), COMPARING).stories


def test_nothing_is_said_where_nothing_was_compared() -> None:
    report = audit(articles(), [check for check in CHECKS if check.inspect])
    assert (report.stories, told(report), numbers(report)) == ((), "", {})
    assert told(audit(articles()[:1], COMPARING)) == ""
    assert told(Report(())) == ""
