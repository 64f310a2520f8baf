"""What is done with articles in a language that has no pack: copies and damage are looked for, and nothing reads a word."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.check import ANY_LANGUAGE, Check
from auditor.cleaning.runs import inspector
from auditor.model import Article, Document, Family, Finding, Language, Report, Severity
from auditor.reading import make_document
from auditor.unread import unread

Run = Callable[..., subprocess.CompletedProcess[str]]
CHECKS = load_checks()

WIRE = (
    "De veerboot naar Norderoog is op {day} mei 2024 niet gekomen. De rederij zei dat {number} mensen in de haven wachtten, de nacht "
    "was koud. Kapitein Jens Wolters verklaarde dat het schip {length} weken in het dok had gelegen, omdat de schroef na de storm "
    "gebroken was. De gemeente zette in de avond dekens en thee klaar, en een visser bracht de post naar het eiland."
)
ONE, OTHER = WIRE.format(day=3, number=17, length="drie"), WIRE.format(day=5, number=23, length="twee")
APART = (
    "Norderoog wacht op de veerboot: op 9 mei 2024 stierf de hoop op een snelle reparatie, want de werf was vol. “Dat was de "
    "langste mei van mijn leven”, zei burgemeester Antje Wolters. De schade duurt vijf weken."
)
ENGLISH = "The ferry strike lasted nine days, and 12 people were hurt, the mayor, Ann Lowe, said on 2 May 2024."
ENGLISH_TOO = "The ferry strike lasted seven days, and 14 people were hurt, the mayor, Ann Lowe, said on 2 May 2024."


def report(*texts: str, checks: tuple[Check, ...] = CHECKS, group: str = "") -> Report:
    return audit([make_document(f"{chr(97 + n)}.txt", text, group=group) for n, text in enumerate(texts)], checks)


def test_articles_that_differ_are_no_conflict() -> None:
    found = report(WIRE.format(day=3, number=17, length="drie"), APART)
    assert [article.language for article in found.articles] == [Language("nl", "Dutch", "told", read=False)] * 2  # type: ignore[arg-type]
    assert [article.claims for article in found.articles] == [(), ()]
    assert (found.findings, found.comparisons, found.problems) == ((), (), ())


def test_an_article_alone_is_not_held_against_itself() -> None:
    assert report(f"{ONE}\n\n{OTHER}\n\n{APART}").findings == ()


def test_copies_are_found_in_any_language() -> None:
    found = report(ONE, OTHER)
    assert [one.documents for one in found.copies] == [("a.txt", "b.txt")]
    assert [finding.check for finding in found.findings] == ["copied-article"]


def test_copies_are_found_between_what_is_read_as_two_languages() -> None:
    documents = [Document("a.txt", ONE, "0", language="nl"), Document("b.txt", OTHER, "1", language="da")]
    assert [finding.check for finding in audit(documents, CHECKS).findings] == ["copied-article"]


def test_damage_is_found_and_cleaned_in_any_language() -> None:
    repeated = APART.replace("\n", " ")
    text = f"{ONE}\n\n![Bild](/hafen.jpg)\n\nDie MÃ¼hle &amp; der Ha\u200bfen lagen still.\n\n{repeated}\n\n{repeated}\n\nvar x = {{}};"
    found = report(text)
    assert sorted(finding.check for finding in found.findings) == sorted(
        ["encoding-damage", "invisible-characters", "markup", "markup", "repeated-paragraph", "style-or-script"]
    )
    assert {finding.check for finding in inspector(make_document("a.txt", ""), CHECKS)(text)} >= {
        "encoding-damage",
        "markup",
    }


def test_lines_that_a_source_repeats_are_found_in_any_language() -> None:
    pages = [ONE, OTHER, APART]
    found = audit(
        [
            make_document(str(n), f"{text}\nJetzt die Karte kaufen\n", source="Inselbote")
            for n, text in enumerate(pages)
        ],
        CHECKS,
    )
    assert [f.primary.text for f in found.findings if f.check == "recurring-line"] == ["Jetzt die Karte kaufen"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "Tweet", "Newsletter", "Read more: Die Insel", "By Jens Wolters", "12 Comments", "5 min read",
        "GRÜNE JUGEND Norderoog wählte am Abend einen Vorstand.", "Viele BürgerInnen kamen auf die Mole.",
        "Jens Wolters is a reporter for the Inselbote.", "Mit Material der Agenturen und des Inselboten aus dem Norden",
        "Die Fotos: Getty Images / AFP",
    ],
)  # fmt: skip
def test_no_rule_for_english_words_capitals_or_ends_finds_residue(line: str) -> None:
    assert report(f"{ONE}\n\n{line}\n\n{APART}\n\n{line}").findings == ()


def test_only_articles_of_one_language_are_compared() -> None:
    found = report(ENGLISH, APART, ENGLISH_TOO, group="x")
    assert {finding.check for finding in found.findings} >= {"conflicting-length", "conflicting-quantity"}
    assert {span.document for finding in found.findings for span in finding.spans} == {"a.txt", "c.txt"}
    assert found.stories == (("a.txt", "b.txt", "c.txt"),), "a group that is given is one story"
    assert report(ENGLISH, APART).stories == (("a.txt",), ("b.txt",))


def test_the_one_article_that_is_read_is_still_held_against_itself() -> None:
    itself = (
        "The ferry’s owner, Edda Lowe (43), was cheered on Friday.\n\nAfterwards Edda Lowe, 46, went home with them."
    )
    among = {finding.message for finding in report(itself, APART).findings}
    assert among == {finding.message for finding in report(itself).findings} != set()


def test_what_a_language_adds_changes_no_finding_of_another() -> None:
    alone, among = report(ENGLISH, ENGLISH_TOO), report(ENGLISH, ENGLISH_TOO, ONE, APART)
    assert among.findings == alone.findings != ()


def test_a_check_that_does_not_say_reads_english_alone() -> None:
    def check(**more: object) -> Check:
        def inspect(article: Article) -> Iterator[Finding]:
            yield one.finding("Seen.", article.document.span(0, 3))

        one = Check("here", Family.RESIDUE, Severity.NOTE, "1", "A check.", (), (), inspect=inspect, **more)  # type: ignore[arg-type]
        return one

    assert len(report(ENGLISH, ONE, checks=(check(),)).findings) == 1
    assert len(report(ENGLISH, ONE, checks=(check(languages=ANY_LANGUAGE),)).findings) == 2
    assert report(ONE, checks=(check(languages=frozenset({"nl"})),)).findings == (), "no pack draws claims from it"


def test_the_languages_that_are_not_read_are_told_once() -> None:
    texts = {code: Language(code, name, read=False) for code, name in NAMES.items()}
    articles = [
        _article(f"{code}{n}.txt", language)
        for n in range(2)
        for code, language in texts.items()
        if code == "de" or not n
    ]
    told = list(unread(articles))
    assert told[0] == (
        "The claims of 2 articles in German were not read (de0.txt and de1.txt): there is no language pack for German."
    )
    assert told[1].startswith("The claims of 1 article in Danish were not read (da0.txt)")
    assert told[5:] == ["The claims of 2 articles in 2 more languages were not read, for want of language packs."]
    assert list(unread([_article("a.txt", Language())])) == []


NAMES = {
    "de": "German",
    "da": "Danish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "sv": "Swedish",
}


def _article(name: str, language: Language) -> Article:
    return replace(report("Words.").articles[0], document=make_document(name, "Words."), language=language)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    rows = [{"id": "x", "text": ONE}, {"id": "y", "text": APART}, {"id": "z", "text": ENGLISH, "language": "en-GB"}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


TOLD = "The claims of 2 articles in Dutch were not read (x and y): there is no language pack for Dutch."


@pytest.mark.parametrize("options", [(), ("--full",), ("--report", "markdown"), ("--report", "html")])
def test_reports_say_so_and_the_gate_passes(run: Run, files: Path, options: tuple[str, ...]) -> None:
    done = run("check", "a.jsonl", *options)
    assert (done.returncode, done.stderr) == (0, "")
    assert " ".join(done.stdout.split()).count(TOLD) == 1


def test_json_says_what_each_article_was_read_as(run: Run, files: Path) -> None:
    told = json.loads(run("check", "a.jsonl", "--report", "json").stdout)
    assert [document["language"] for document in told["documents"]] == [
        {"code": "nl", "basis": "told", "read": False},
        {"code": "nl", "basis": "told", "read": False},
        {"code": "en", "basis": "given", "read": True},
    ]
    earlier = json.loads(run("check", "a.jsonl", "--report", "json@1").stdout)
    assert all("language" not in document for document in earlier["documents"])


def test_claims_say_so_on_standard_error(run: Run, files: Path) -> None:
    done = run("claims", "a.jsonl", "--format", "jsonl")
    assert done.returncode == 0
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {"z"}
    assert done.stderr == f"auditor: {TOLD}\n"


def test_a_place_in_an_article_that_was_not_read_has_no_claim_for_that(run: Run, files: Path) -> None:
    done = run("claims", "a.jsonl", "--why", 'x:"drie weken"', 'z:"nine days"')
    assert done.returncode == 2
    assert "holds no claim. The claims of 1 article in Dutch were not read" in done.stderr


def test_a_language_that_names_none_is_a_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "x", "text": ENGLISH, "language": "Klingonisch"}), encoding="utf-8"
    )
    done = run("check", "a.jsonl")
    assert done.returncode == 2
    assert "x: The language given with it, “Klingonisch”, names none" in done.stdout


GERMAN = (
    "Die Fähre nach Norderoog sank am {day}. Mai 2024 im Sturm. Dabei kamen {number} Menschen ums Leben, sagte Kapitän Jens Holm. Die "
    "Reparatur des Hafens dauert {length} Jahre, und die Insel war lange ohne Post und ohne Strom, wie die Gemeinde mitteilte."
)


def test_a_language_that_no_check_reads_is_read_and_not_compared(run: Run, tmp_path: Path) -> None:
    for name, values in {"a.txt": (3, 17, "drei"), "b.txt": (5, 23, "zwei")}.items():
        text = GERMAN.format(day=values[0], number=values[1], length=values[2])
        (tmp_path / name).write_text(text, encoding="utf-8")
    claims = run("claims", "a.txt", "b.txt", "--format", "jsonl")
    assert claims.stderr == ""
    assert {"3. Mai 2024", "17 Menschen", "drei Jahre"} <= {
        json.loads(line)["text"] for line in claims.stdout.splitlines()
    }
    done = run("check", "a.txt", "b.txt", "--report", "json")
    assert {one["check"] for one in json.loads(done.stdout)["findings"]} <= {"copied-article"}
    told = "The claims of 2 articles in German were read and not compared (a.txt and b.txt): no check reads German."
    shown = run("check", "a.txt", "b.txt")
    assert (shown.returncode, " ".join(shown.stdout.split()).count(told)) == (0, 1)
