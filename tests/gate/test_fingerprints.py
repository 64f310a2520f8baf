"""Fingerprints: the same finding keeps its name through edits of the text, and another finding never takes it."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Family, Report
from auditor.reading import make_document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CHECKS = load_checks()

Texts = dict[str, str]
Edit = Callable[[str], str]

PLAIN = "The harbour office opens its gates at dawn. Nobody there could say more."


def insert_before(text: str) -> str:
    """A paragraph after the first line: all that follows shifts."""
    head, _, rest = text.partition("\n")
    return f"{head}\n\n{PLAIN}\n\n{rest}"


def insert_inside(text: str) -> str:
    """A paragraph in each gap between paragraphs."""
    return text.replace("\n\n", f"\n\n{PLAIN}\n\n")


def append(text: str) -> str:
    return f"{text.rstrip()}\n\n{PLAIN}\n"


def rewrap(text: str) -> str:
    """Lines of at most about 60 characters, paragraphs as they were."""
    lines = (re.sub(r"(.{50,60}?) ", r"\1\n", line) for line in text.split("\n"))
    return "\n".join(lines)


def indent(text: str) -> str:
    return re.sub(r"(?m)^(?=.)", "    ", text)


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def quote_style(text: str) -> str:
    return text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"}))


def trailing_space(text: str) -> str:
    return text.replace("\n", "  \n")


def reorder(text: str) -> str:
    """The last two paragraphs change places."""
    *rest, last, end = re.split(r"\n\n+", text.strip()) if text.count("\n\n") > 2 else ["", "", ""]
    return "\n\n".join((*rest, end, last)) + "\n" if end else text


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (insert_before, insert_inside, append, rewrap, indent, crlf, quote_style, trailing_space, reorder)
}


def report_on(texts: Texts) -> Report:
    return audit([make_document(name, text, path=name) for name, text in texts.items()], CHECKS)


def seeds() -> Texts:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def folded(text: str) -> str:
    return " ".join(quote_style(text).split())


def findings(report: Report) -> dict[str, tuple[object, ...]]:
    """By fingerprint what a reader would call the finding."""
    return {
        finding.fingerprint: (finding.check, *sorted((span.document, folded(span.text)) for span in finding.spans))
        for finding in report.findings
    }


@pytest.fixture(scope="module")
def before() -> dict[str, tuple[object, ...]]:
    found = findings(report_on(seeds()))
    assert len(found) >= 20
    return found


@pytest.mark.parametrize("edit", EDITS)
def test_a_finding_that_is_still_there_keeps_its_name(edit: str, before: dict[str, tuple[object, ...]]) -> None:
    texts = seeds()
    edited = {name: EDITS[edit](text) for name, text in texts.items()}
    assert edited != texts or edit == "quote_style"
    after = findings(report_on(edited))
    still = {what for what in before.values() if what in set(after.values())}
    kept = {what for name, what in before.items() if after.get(name) == what}
    assert len(still) >= 10
    assert len(kept & still) >= 0.99 * len(still)


def test_another_name_of_the_file_changes_no_fingerprint(before: dict[str, tuple[object, ...]]) -> None:
    """Nor does another folder; order changes with the names, and is no part of them either."""
    renamed = {f"archive/{9 - number}.txt": text for number, text in enumerate(seeds().values())}
    assert set(findings(report_on(renamed))) == set(before)


BODY = "The ferry to Oland left the quay at noon, the harbour office said, and nobody was hurt in the storm.\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"a.txt": f"Share\n\n{BODY}", "b.txt": PLAIN},
            {"a.txt": BODY, "b.txt": f"Share\n\n{PLAIN}"},
            id="the same residue in another article",
        ),
        pytest.param(
            {"a.txt": f"Share\n\n{BODY}"}, {"a.txt": f"{BODY}\nRead more: A storm in Oland\n"}, id="another residue"
        ),
        pytest.param(
            {"a.txt": "Dr. Karin Olsen opened the session.\n\nKarin Olsen is a doctoral student in the town.\n"},
            {"a.txt": "Dr. Karin Olsen closed the session.\n\nKarin Olsen is a doctoral student in the town.\n"},
            id="a conflict with other words beside it",
        ),
        pytest.param(
            {"a.txt": "The union met on Monday, 3 June 2025, in the port.\n"},
            {"a.txt": "The union met on Monday, 4 June 2025, in the port.\n"},
            id="another day",
        ),
    ],
)
def test_a_finding_swapped_for_another_shows(one: Texts, other: Texts) -> None:
    first, second = findings(report_on(one)), findings(report_on(other))
    assert first
    assert second
    assert not set(first) & set(second)


FIRE = {
    "a.txt": "OSTRA, 12 May 2024 - Two people died in the fire at the Lantern inn in Ostra on Sunday, officials said. "
    "“We did all that we could do on that night,” said the fire chief, Ana Brill. The inn had 140 rooms.\n",
    "b.txt": "OSTRA, 12 May 2024 - Nine people died in the fire at the Lantern inn in Ostra on Sunday, officials said. "
    "“We did all that we could do that night,” said the fire chief, Ana Brill. It began in a kitchen on the third "
    "floor, and the guests of the two upper floors stood on the roof for an hour until ladders reached them.\n",
    "c.txt": "OSTRA, 12 May 2024 - More than four people died in the fire at the Lantern inn in Ostra on Sunday, the "
    "mayor said. The inn, built of wood, had stood on the quay for a century, and was full for the regatta.\n",
}


def with_copies(texts: Texts, names: Iterable[str], prefix: str) -> Texts:
    """The texts with a word for word copy of some, whose names sort before or behind all others."""
    return {**texts, **{prefix + name: texts[name] for name in names}}


def lost_by_copies(texts: Texts) -> set[tuple[str, tuple[str, ...], str]]:
    """The conflicts and findings on quotations whose fingerprints a copy of an article changes, with the copy's name."""
    before = compared(texts)
    choices = [tuple(texts), *((name,) for name in texts)]
    after = {(prefix, names): compared(with_copies(texts, names, prefix)) for prefix in "0~" for names in choices}
    return {(prefix, names, one) for (prefix, names), found in after.items() for one in before - found}


def compared(texts: Texts) -> set[str]:
    found = report_on(texts).findings
    return {one.fingerprint for one in found if one.family in (Family.CONFLICT, Family.QUOTATION)}


def test_a_copy_of_a_known_article_changes_no_fingerprint() -> None:
    assert {finding.check for finding in report_on(FIRE).findings} >= {"conflicting-quantity", "cut-quotation"}
    assert lost_by_copies(FIRE) == set()
    assert compared(seeds()) <= compared(with_copies(seeds(), seeds(), "0"))


def test_a_copy_is_not_held_against_its_original_by_what_both_say() -> None:
    twice = FIRE["a.txt"] + "\nLater the chief said again: “We did all that we could do that night.” She then left.\n"
    texts = {"a.txt": twice + FIRE["c.txt"], "b.txt": twice + FIRE["c.txt"]}
    found = [one for one in report_on(texts).findings if one.family is Family.QUOTATION]
    assert [one for one in found if len({span.document for span in one.spans}) > 1] == []


CLUSTERS = Path(__file__).resolve().parents[3] / "shared" / "bench" / "clusters"
FOLDERS = sorted(CLUSTERS.iterdir()) if CLUSTERS.is_dir() else []


@pytest.mark.skipif(not FOLDERS, reason="needs the clusters beside the repository")
@pytest.mark.parametrize("number", range(max(1, len(FOLDERS))))
def test_a_copy_in_any_cluster_changes_no_fingerprint(number: int) -> None:
    """One article of each is copied, another one in the next, to sort before all others and behind them by turns."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDERS[number].glob("*.txt"))}
    name = sorted(texts)[number % len(texts)]
    assert compared(texts) <= compared(with_copies(texts, [name], "0~"[number % 2]))


def test_findings_alike_in_all_are_told_apart() -> None:
    report = report_on({"a.txt": f"Share\n\n{BODY}\nShare\n"})
    names = [finding.fingerprint for finding in report.findings]
    assert len(names) == len(set(names)) == 2
