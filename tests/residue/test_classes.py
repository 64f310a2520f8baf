"""The engine knows no class by itself: what the checks bring it recognises, anybody's as ours, and tells what fails."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator

import pytest

from auditor.audit import audit, examine
from auditor.catalogue import load_checks, residue_classes
from auditor.check import Check
from auditor.checks.residue import STORY, report
from auditor.engines.local import mapped
from auditor.model import Article, Confidence, Family, Finding, Report, Role, Severity
from auditor.reading import make_document
from auditor.residue.blocks import lay_out
from auditor.residue.classes import Classes
from auditor.residue.draft import Draft, Line, Piece, Stage, draft_of
from auditor.residue.recogniser import Recogniser, line_pattern, telltale

TIDES = Recogniser(
    lines=(line_pattern("is a table of tides", r"(?:high|low) water \d\d:\d\d.{0,40}", 80, opens="high low"),)
)
LINES = sorted(
    {
        line.strip()
        for check in load_checks()
        for one in (*check.flags, *check.leaves_alone)
        for text in one.texts
        for line in text.text.splitlines()
        if line.strip()
    }
)


def inspect(article: Article) -> Iterator[Finding]:
    return report(TIDE_TABLE, article)


TIDE_TABLE = Check(
    *("tide-table", Family("harbours"), Severity.WARNING, "1", "A table of tides stands in the text.", (), ()),
    inspect=inspect,
    recognises=TIDES,
)


def audited(text: str, *recognisers: tuple[str, Recogniser]) -> Report:
    classes = Classes({**residue_classes().recognisers, **dict(recognisers)})
    return audit([make_document("a.txt", text)], [], classes=classes)


def kinds(text: str, classes: Classes) -> list[tuple[str, str]]:
    return [(one.kind, one.span.text) for one in lay_out(make_document("a.txt", text), classes).residue]


def test_without_classes_nothing_is_residue() -> None:
    assert kinds(f"Share\n\n{STORY}\n\nAdvertisement\n\nRelated articles\n\n&nbsp;", Classes({})) == []


def test_a_class_of_ones_own_takes_its_lines_out_of_the_prose() -> None:
    text = f"{STORY}\n\nHigh water 04:12, low water 10:31\n\nNobody was hurt."
    assert audit([make_document("a.txt", text)], []).articles[0].residue == ()
    outcome = audit([make_document("a.txt", text)], [TIDE_TABLE])
    [finding] = outcome.findings
    assert (finding.check, finding.family, finding.primary.text) == ("tide-table", "harbours", text.split("\n\n")[2])
    assert "water" not in outcome.articles[0].prose.text


def test_the_text_is_laid_out_by_a_class_whichever_checks_are_asked_for() -> None:
    [article] = audited(f"{STORY}\n\nLow water 04:12", ("tide-table", TIDES)).articles
    assert [one.kind for one in article.residue] == ["tide-table"]


@pytest.mark.parametrize(("rank", "kind"), [(1, "a-class"), (999, "share-control")])
def test_of_two_classes_that_claim_a_line_the_lower_rank_has_it(rank: int, kind: str) -> None:
    mine = Recogniser(lines=(line_pattern("says share", "share", 10),), rank=rank)
    assert kinds(f"{STORY}\n\nShare", Classes({**residue_classes().recognisers, "a-class": mine})) == [(kind, "Share")]
    assert Classes({"b": mine, "a": mine}).claimed("Share") == ("a", "says share", Confidence.HIGH)


def test_a_pattern_is_tried_where_its_words_or_signs_say() -> None:
    anywhere = line_pattern("", ".*tide.*", 300, holds=("tide",))
    opening = line_pattern("", ".*tide.*", 300, opens="the a")
    written = line_pattern("", ".*Tide.*", 300, holds=("Tide",), cased=True)
    for pattern, line, claimed in [
        (anywhere, "At high tide", True),
        (anywhere, "At high Tide" + " x" * 130, False),  # a long line is furniture only by how it opens
        (opening, "[The] tide", True),
        (opening, "12 tides", True),
        (opening, "At high tide", False),
        (written, "At high tide", False),
        (written, "At high Tide" + " x" * 130, True),
    ]:
        assert bool(Classes({"a": Recogniser(lines=(pattern,))}).claimed(line)) is claimed, line


@pytest.mark.parametrize("name", [name for name, one in residue_classes().recognisers.items() if one.lines])
def test_no_line_of_an_example_is_passed_over_that_a_pattern_fits(name: str) -> None:
    one = residue_classes().recognisers[name]
    classes = Classes({name: one})
    for line in LINES:
        fits = any(pattern.fits(line if pattern.cased else line.lower()) for pattern in one.lines)
        assert (classes.claimed(line) is not None) is fits, line


def test_a_step_that_raises_is_told_and_the_rest_is_read(salvaging: None) -> None:
    def falls(draft: Draft) -> Iterator[Piece]:
        raise ZeroDivisionError("on purpose")
        yield

    for stage in Stage:
        found = audited(f"{STORY}\n\nShare", ("a-class", Recogniser(steps=((stage, falls),))))
        assert [(problem.check, problem.error) for problem in found.problems] == [
            ("a-class", "ZeroDivisionError: on purpose")
        ]
        assert [one.kind for one in found.articles[0].residue] == ["share-control"]


@pytest.mark.parametrize(
    ("stage", "place"),
    [(Stage.INSIDE, (5, 5)), (Stage.PROSE, (0, 10_000)), (Stage.LINES, (1, 4)), (Stage.HEAD, (-1, 4))],
)
def test_a_piece_that_is_no_place_is_told(salvaging: None, stage: Stage, place: tuple[int, int]) -> None:
    found = audited(STORY, ("a-class", Recogniser(steps=((stage, lambda _: [Piece(*place, "is none")]),))))
    [problem] = found.problems
    assert re.match(r"ValueError: \[-?\d+, \d+\) is no (line|place of the text)", problem.error)


def test_steps_find_known_what_their_stage_says() -> None:
    seen: dict[Stage, tuple[set[Role], int]] = {}

    def looks(stage: Stage) -> Recogniser:
        def step(draft: Draft) -> Iterator[Piece]:
            seen[stage] = ({line.role for line in draft.lines}, len(draft.sentences))
            yield from ()

        return Recogniser(steps=((stage, step),))

    text = f"A storm closes the harbour\n\nBy Nadia Haddad\n\n{STORY}\n\nShare"
    audited(text, *((f"at-{stage.name.lower()}", looks(stage)) for stage in Stage))
    assert seen[Stage.LINES] == seen[Stage.PAGE] == ({Role.BODY, Role.RESIDUE}, 0)
    assert seen[Stage.HEAD] == ({Role.BODY, Role.RESIDUE, Role.HEADLINE}, 0)
    assert seen[Stage.INSIDE] == ({Role.BODY, Role.RESIDUE, Role.HEADLINE, Role.BYLINE}, 0)
    assert seen[Stage.PROSE] == (seen[Stage.INSIDE][0], 3)


def test_words_tell_the_class_of_a_line_that_only_scores() -> None:
    menu = ["Home", "News", "Tides", "Jobs", "Weather", "Lifestyle", "Podcasts", "Shopping", "Subscribe", "Log in"]
    tides = Recogniser(telltale=telltale("speaks of tides", r"\btides\b"))
    classes = Classes({**residue_classes().recognisers, "tide-table": tides})
    residue = lay_out(make_document("a.txt", "\n\n".join([STORY, *menu])), classes).residue
    assert [(one.kind, one.reason) for one in residue if one.span.text == "Tides"] == [
        ("tide-table", "speaks of tides")
    ]
    assert "menu-line" in {one.kind for one in residue}


def test_classes_travel_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(residue_classes()))
    assert there.names == residue_classes().names
    assert there.claimed("Share") == residue_classes().claimed("Share") == ("share-control", *_HOW)


_HOW = ("names a share button", Confidence.HIGH)


def test_a_class_of_ones_own_is_recognised_in_every_process() -> None:
    documents = [make_document(f"{number}.txt", f"{STORY}\n\nHigh water 0{number % 10}:12") for number in range(20)]
    alone = audit(documents, [TIDE_TABLE])
    assert len(alone.findings) == 20
    assert audit(documents, [TIDE_TABLE], engine=lambda step, tasks: mapped(step, tasks, 2)) == alone


def test_a_draft_of_lines_has_their_places() -> None:
    draft = draft_of(["One", "Two words"])
    assert [draft.document.text[line.start : line.end] for line in draft.lines] == ["One", "Two words"]
    assert Line(0, 3, "One").piece("is it") == Piece(0, 3, "is it")


def test_a_line_near_the_top_that_says_when_is_a_byline() -> None:
    dated = Recogniser(lines=(line_pattern("dates the page", r"4 may 2023.*", 40),), dates=True)
    text = f"A storm closes the harbour\n\n4 May 2023, noon\n\n{STORY}"
    article, _ = examine(make_document("a.txt", text), (), classes=Classes({"a-date": dated}))
    assert [block.role for block in article.blocks][:2] == [Role.HEADLINE, Role.BYLINE]
