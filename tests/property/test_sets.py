"""What is true of any set of articles: strangers, splits, orders and hash seeds change nothing of the others."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Document, Finding, Report, Span, Verdict
from auditor.reading import make_document, read
from auditor.reports.json import render
from tests.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
CHECKS = load_checks()
SEEDS = read([str(ROOT / "seeds")]).documents

FACTS = (
    "The inquiry into the bridge will report within {six months|nine months|a year and a half}, the ministry said.",
    "In calm weather the crossing to the outer island takes {40 minutes|two hours}.",
    "President Maria Lopez {supported|firmly rejected} the idea of a truce in the north.",
    "“We will {never |}leave the harbour without the men who came with us on that day,” pilot Anna Berg said.",
    "The second round of talks in Geneva was held on {2 June 2025|5 June 2025}.",
    "The strike in Peru has entered its {third|ninth} week.",
    "Some {3,500|3,300} houses in the valley of Ormond were left without power after the storm.",
    "Dr. Karin Olsen, the {mayor|deputy mayor} of the town, opened the new library on Tuesday.",
)
FILLERS = (
    "Nobody could say what would come of it, and few were asked.",
    "Along the quay the lamps were lit early, for the fog had not lifted.",
    "Share",
    "A baker in the old street gave away his bread.",
)
STRANGER = (
    "Gardeners on the southern plain have planted a new kind of pear. It ripens late, and its blossom stands the frost.\n\n"
    "“One has to be patient with a tree,” said the grower, Emil Hartwig, who has waited for the fruit since his youth."
)


def _sentences(pattern: str) -> list[str]:
    """The sentence with each of its values in turn."""
    before, options, after = pattern.replace("}", "{").split("{")
    return [f"{before}{value}{after}" for value in options.split("|")]


SENTENCES = st.one_of(*(st.sampled_from(_sentences(fact)) for fact in FACTS), st.sampled_from(FILLERS))
TEXTS = st.lists(SENTENCES, min_size=2, max_size=9).map("\n\n".join)
SETS = st.lists(TEXTS, min_size=2, max_size=4)


def documents(texts: Sequence[str]) -> list[Document]:
    return [make_document(f"{number}.txt", text) for number, text in enumerate(texts)]


def told(report: Report, among: Sequence[Document]) -> set[Finding]:
    """The findings that touch only the documents given."""
    ids = {document.id for document in among}
    return {finding for finding in report.findings if {span.document for span in finding.spans} <= ids}


def conflicts(report: Report, among: Sequence[Document]) -> set[tuple[str, Span, Span]]:
    """The pairs of places in the documents given that are in conflict."""
    ids = {document.id for document in among}
    return {
        (one.check, one.left.span, one.right.span)
        for one in report.comparisons
        if one.verdict is Verdict.CONFLICT and {one.left.span.document, one.right.span.document} <= ids
    }


@settings(max_examples=25, deadline=None)
@given(SETS)
def test_an_unrelated_article_changes_no_finding_of_the_others(texts: list[str]) -> None:
    own = documents(texts)
    stranger = make_document("stranger.txt", STRANGER)
    assert told(audit([*own, stranger], CHECKS), own) == set(audit(own, CHECKS).findings)


@settings(max_examples=25, deadline=None)
@given(SETS, st.lists(SENTENCES, min_size=4, max_size=9), st.data())
def test_an_article_in_two_files_changes_no_conflict_of_the_others(
    texts: list[str], sentences: list[str], data: st.DataObject
) -> None:
    own = documents(texts)
    cut = data.draw(st.integers(1, len(sentences) - 1))
    whole = make_document("x.txt", "\n\n".join(sentences))
    halves = [
        make_document(f"x-{n}.txt", "\n\n".join(half)) for n, half in ((1, sentences[:cut]), (2, sentences[cut:]))
    ]
    assert conflicts(audit([*own, whole], CHECKS), own) == conflicts(audit([*own, *halves], CHECKS), own)


@pytest.mark.parametrize("split", [document.id for document in SEEDS], ids=lambda id: Path(id).stem)
def test_a_seed_in_two_files_changes_no_conflict_of_the_others(split: str) -> None:
    own = [document for document in SEEDS if document.id != split]
    text = next(document.text for document in SEEDS if document.id == split)
    at = text.index("\n", len(text) // 2)
    halves = [make_document(f"{split}-1", text[:at]), make_document(f"{split}-2", text[at:])]
    assert conflicts(audit(SEEDS, CHECKS), own) == conflicts(audit([*own, *halves], CHECKS), own)


@settings(max_examples=15, deadline=None)
@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_byte(texts: list[str], chance) -> None:  # type: ignore[no-untyped-def]
    own = documents([*texts, texts[0]])
    shuffled = list(own)
    chance.shuffle(shuffled)
    assert render(audit(own, CHECKS)) == render(audit(shuffled, CHECKS))


@pytest.mark.parametrize(
    "command",
    [
        ("check", "c.txt", "a.txt", "b.txt", "--no-cache", "--report", "json=set.json", "--report", "markdown"),
        ("claims", "a.txt", "b.txt", "c.txt", "--format", "jsonl"),
        ("claims", "a.txt", "b.txt", "c.txt", "--why", "a.txt:nine months", "c.txt:six months"),
    ],
    ids=lambda command: " ".join(command[:1] + command[-2:]),
)
def test_the_hash_seed_changes_no_byte_of_a_set_with_copies(
    run_anew: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    first, second = ("\n\n".join(_sentences(fact)[number] for fact in FACTS) for number in (0, 1))
    for name, text in (("a.txt", second), ("b.txt", second.replace("Tuesday", "Friday")), ("c.txt", first)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    shown = set()
    for seed in ("0", "1", "77"):
        done = run_anew(*command, PYTHONHASHSEED=seed)
        assert done.returncode in (0, 1), done.stderr
        shown.add((done.stdout, *(path.read_bytes() for path in tmp_path.glob("*.json"))))
    assert len(shown) == 1
    assert "six months" in re.sub(r"</?b>", "", shown.pop()[0])
