"""What runs anyone's examples: it passes what is right, and says in words what is wrong."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from auditor.catalogue import CatalogueError
from auditor.check import HEADINGS, Check, example
from auditor.model import Article, Asked, Family, Finding, Severity, Side
from auditor.testing import (
    assert_asks,
    assert_documented,
    assert_flagged,
    assert_left_alone,
    examples_of,
    findings,
)

SILENT = tuple(example(name, f"The {name} ran again.") for name in ("bus", "train", "tram"))


def inspect(article: Article) -> Iterator[Finding]:
    for found in [at for at in range(len(article.document.text)) if article.document.text.startswith("ferry", at)]:
        place = article.document.span(found, found + len("ferry"))
        asked = Asked("ferry", "the ferry", "Which ferry ran?", (Side("ferry", (place,)),), "Ask the port office.")
        yield FERRIES.finding(asked, place)


FERRIES = Check(
    id="unnamed-ferry",
    family=Family("harbours"),
    severity=Severity.NOTE,
    since="1",
    docs="A ferry has no name.\n\n" + "\n\n".join(f"## {heading}\nIt is so." for heading in HEADINGS),
    inspect=inspect,
    flags=(example("a ferry", "The [[ferry]] ran again, and the other [[ferry]] did not."),),
    leaves_alone=SILENT,
)

test_examples = examples_of(FERRIES)
test_examples_of_an_installed_check = examples_of("share-control")


def test_every_example_and_the_documentation_is_a_case() -> None:
    [mark] = test_examples.pytestmark  # type: ignore[attr-defined]
    names = [one.id for one in mark.args[1]]
    assert names == [f"unnamed-ferry: {name}" for name in ("documents itself", "a ferry", "bus", "train", "tram")]


def test_an_id_that_nothing_is_installed_under_is_told() -> None:
    with pytest.raises(CatalogueError, match="Did you mean 'share-control'"):
        examples_of("share-controls")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The [[ferry]] and the ferry", "found, and not marked with .*“ferry” in 0.txt"),
        ("The [[ferry]] and the [[tram]]", "not found is “tram” in 0.txt"),
        ("The [[ferry]] of {{Halm}}", r"marked with \{\{\.\.\.\}\} and not found is “Halm” in 0.txt"),
        ("The [[ferr]]y", "not found is “ferr” in 0.txt; found, and not marked with .*is “ferry” in 0.txt"),
        ("The ferry", "marks no place"),
    ],
)
def test_a_place_that_is_not_as_marked_is_told_by_its_words(text: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        assert_flagged(FERRIES, example("wrong", text))


def test_a_place_that_quotes_other_words_is_told() -> None:
    def inspect(article: Article) -> Iterator[Finding]:
        for finding in FERRIES.inspect(article) if FERRIES.inspect else ():
            yield replace(finding, primary=replace(finding.primary, text="boat"))

    with pytest.raises(AssertionError, match="are not those that stand there"):
        assert_flagged(replace(FERRIES, inspect=inspect), example("wrong", "The [[ferry]]."))


def test_what_is_found_in_a_text_to_be_left_alone_is_told() -> None:
    with pytest.raises(AssertionError, match=r"to be left alone: \['Which ferry ran"):
        assert_left_alone(FERRIES, example("wrong", "The ferry."))
    with pytest.raises(AssertionError, match="marks a place"):
        assert_left_alone(FERRIES, example("wrong", "The [[tram]]."))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": ""}, "no kind"),
        ({"subject": ""}, "no subject"),
        ({"subject": "Osric Pell"}, "names its subject 'Osric Pell' nowhere"),
        ({"question": "Which ferry ran."}, "is no question"),
        ({"question": "Which ferry ran\nhere?"}, "one line"),
        ({"question": "Which ferry ran in 0.txt?"}, "names a document"),
        ({"question": f"Which ferry is “{'x' * 200}”?"}, "characters at most"),
        ({"settle": "ask"}, "no sentence"),
        ({"sides": ()}, "nothing answers"),
    ],
)
def test_what_cannot_be_told_to_a_reader_is_told(changed: dict[str, object], told: str) -> None:
    def asks_wrongly(article: Article) -> Iterator[Finding]:
        for finding in inspect(article):
            assert finding.asked
            yield replace(finding, asked=replace(finding.asked, **changed))

    with pytest.raises(AssertionError, match=told):
        assert_asks(replace(FERRIES, inspect=asks_wrongly), FERRIES.flags[0])


def test_a_place_that_is_none_of_the_text_is_told() -> None:
    def points_beside(article: Article) -> Iterator[Finding]:
        for finding in inspect(article):
            assert finding.asked
            place = replace(finding.primary, start=finding.primary.start + 1)
            yield replace(finding, asked=replace(finding.asked, sides=(Side("ferry", (place,)),)))

    with pytest.raises(AssertionError, match="no place of the text"):
        assert_asks(replace(FERRIES, inspect=points_beside), FERRIES.flags[0])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"docs": ""}, "no documentation"),
        ({"docs": "A ferry\n"}, "a sentence"),
        ({"docs": "A ferry.\n\n## What it flags\n"}, "the headings are What it flags, Why it matters"),
        ({"flags": ()}, "no example is flagged"),
        ({"leaves_alone": SILENT[:2]}, "2 examples are left alone: give 3"),
        ({"leaves_alone": (*SILENT, SILENT[0])}, "several examples are called bus"),
    ],
)
def test_what_the_documentation_lacks_is_told(changed: dict[str, object], told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        assert_documented(replace(FERRIES, **changed))


def test_a_check_that_raises_fails_its_examples(salvaging: None) -> None:
    def falls(article: Article) -> Iterator[Finding]:
        raise ZeroDivisionError("on purpose")
        yield

    with pytest.raises(ZeroDivisionError, match="on purpose"):
        findings(replace(FERRIES, inspect=falls), FERRIES.flags[0])
