"""The corpus made up: the same at every run, of the size asked for, skewed as news is, and its ledger true."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.scale.corpus import generate
from tests.benchmarks.scale.words import FOLDER

ROOT = Path(__file__).resolve().parents[3]
ARTICLES = 400
NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")
"""Two capitalised words or more."""
LONG = 16
"""Words in a row that two articles of different stories do not share."""

Rows = list[dict[str, Any]]


def rows(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return generate(tmp_path_factory.mktemp("corpus"), ARTICLES, seed=1)


@pytest.fixture(scope="module")
def articles(made: tuple[Path, Path]) -> Rows:
    return rows(made[0])


@pytest.fixture(scope="module")
def ledger(made: tuple[Path, Path]) -> Rows:
    return rows(made[1])


def test_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path, made: tuple[Path, Path]) -> None:
    code = "import sys; from pathlib import Path; from tests.benchmarks.scale.corpus import generate; "
    code += f"generate(Path(sys.argv[1]), {ARTICLES}, 1)"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, env=environment, check=True)
    for path in made:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_a_larger_corpus_begins_with_a_smaller_and_another_seed_makes_another(
    tmp_path: Path, made: tuple[Path, Path]
) -> None:
    small, _ = generate(tmp_path / "small", 50, seed=1)
    other, _ = generate(tmp_path / "other", 50, seed=2)
    assert made[0].read_bytes().startswith(small.read_bytes())
    assert other.read_bytes() != small.read_bytes()


def test_rows_are_as_many_as_asked_for_and_as_long_as_news(articles: Rows) -> None:
    assert [row["id"] for row in articles] == [f"{number:07}" for number in range(1, ARTICLES + 1)]
    assert {*articles[0]} == {"id", "text", "date", "url", "source", "title"}
    assert 3_000 < sum(len(row["text"]) for row in articles) / ARTICLES < 5_000
    assert [row["date"] for row in articles] == sorted(row["date"] for row in articles)


def test_a_grouped_corpus_says_the_story_of_each_row_and_nothing_else(tmp_path: Path, articles: Rows) -> None:
    grouped, ledger = generate(tmp_path, 60, seed=1, grouped=True)
    told = rows(grouped)
    stories = {row["id"]: row.pop("group") for row in told}
    assert told == articles[:60]
    assert all({stories[entry[side]["id"]] for side in ("left", "right")} == {entry["story"]} for entry in rows(ledger))


def test_the_places_of_the_ledger_hold_the_words_it_claims(articles: Rows, ledger: Rows) -> None:
    texts = {row["id"]: row["text"] for row in articles}
    for entry in ledger:
        assert entry["left"]["id"] != entry["right"]["id"]
        for side in (entry["left"], entry["right"]):
            assert side["places"]
            assert [texts[side["id"]][start:end] for start, end in side["places"]] == side["words"]


def test_the_values_of_a_conflict_differ(ledger: Rows) -> None:
    conflicts = [entry for entry in ledger if entry["conflict"]]
    assert {entry["kind"] for entry in conflicts} >= {"toll", "date", "vote", "age", "money", "quotation"}
    assert len(conflicts) > ARTICLES / 10
    for entry in conflicts:
        assert not {*entry["left"]["words"]} & {*entry["right"]["words"]}


def test_there_are_traps(ledger: Rows) -> None:
    assert sum(not entry["conflict"] for entry in ledger) > ARTICLES / 20


def test_a_few_names_stand_in_many_articles_and_most_in_few(articles: Rows) -> None:
    holders = Counter(name for row in articles for name in {*NAME.findall(row["text"])})
    frequent = sum(number > ARTICLES / 10 for number in holders.values())
    rare = sum(number <= 3 for number in holders.values())
    assert 5 < frequent < len(holders) / 50
    assert rare > len(holders) / 2


def test_stories_are_of_skewed_sizes_and_overlap(tmp_path: Path) -> None:
    grouped, _ = generate(tmp_path, ARTICLES, seed=1, grouped=True)
    days: dict[str, list[str]] = {}
    for row in rows(grouped):
        days.setdefault(row["group"], []).append(row["date"])
    sizes = sorted(map(len, days.values()))
    assert sizes[len(sizes) // 2] <= 6
    assert sizes[-1] >= 15
    assert max(Counter(day for told in days.values() for day in {*told}).values()) > 10


def test_articles_of_different_stories_share_no_long_runs(tmp_path: Path) -> None:
    grouped, _ = generate(tmp_path, ARTICLES, seed=1, grouped=True)
    runs: dict[tuple[str, ...], set[str]] = {}
    for row in rows(grouped):
        for paragraph in row["text"].split("\n\n"):
            words = paragraph.split()
            for at in range(len(words) - LONG + 1):
                runs.setdefault(tuple(words[at : at + LONG]), set()).add(row["group"])
    assert {" ".join(run) for run, stories in runs.items() if len(stories) > 1} == set()


def test_some_articles_print_the_text_of_another(articles: Rows) -> None:
    paragraphs = [{*row["text"].split("\n\n")} for row in articles[:60]]
    shared = [len(one & other) / len(one) for one, other in combinations(paragraphs, 2)]
    assert any(share > 0.8 for share in shared)


def test_nothing_is_left_unfilled(articles: Rows) -> None:
    for row in articles:
        assert not re.search("[\\[\\]{}<>\ue000-\ue002]| \\| (?!\\w)", row["text"] + row["title"])


def test_no_word_stands_twice_in_a_list() -> None:
    for path in FOLDER.glob("words.toml"):
        for _, listed in re.findall(r'^(\w+) = """\n(.*?)"""', path.read_text(encoding="utf-8"), re.M | re.S):
            words = [word.strip() for word in listed.split(",")]
            assert [word for word, number in Counter(words).items() if number > 1] == []
