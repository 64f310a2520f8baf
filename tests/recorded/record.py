"""The sets of texts whose reading is recorded: the examples of each check, those of the rules of each language,
short texts at the edge of what is read, and the seeds.

A file of ``told/`` holds what was made of one set when it was last written. It says what was, not what is right: a change that
changes it is to be read line by line, and is written with ``python -m tests.recorded``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from auditor.languages.installed import packs
from auditor.model import Document
from auditor.reading import make_document
from tests.recorded.drawn import CHECKS, documents, drawn

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_name("told")
SENTENCES = Path(__file__).with_name("sentences.txt")
WRITTEN = "2024-05-15"
"""The day on which the examples of rules and the short texts were written."""

Texts = Iterable[tuple[str, list[Document]]]
"""Articles that are read together, and what they are called."""


def _sets() -> Iterator[tuple[str, Texts]]:
    """The sets by name, those that show most of the languages first."""
    for code in packs().codes:
        if grammars := packs().load(code).grammars:
            shown = {text: None for _, rule in grammars().rules() for text in (*rule.loud, *rule.silent)}
            yield f"rules-{code}", [(text, [_example(text, code)]) for text in shown]
    short = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    yield "sentences", [(text, _articles(text)) for text in short]
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    yield "seeds", [("all of them", [make_document(one.name, one.read_text(encoding="utf-8")) for one in seeds])]
    for check in CHECKS:
        yield check.id, [(shown.name, documents(shown)) for shown in (*check.flags, *check.leaves_alone)]


def _articles(line: str) -> list[Document]:
    """The articles of a line of ``SENTENCES``."""
    texts = (text.strip().replace(" ¶ ", "\n\n") for text in line.split("‖"))
    return [make_document(f"{number}.txt", text, date=WRITTEN) for number, text in enumerate(texts)]


def _example(text: str, language: str) -> Document:
    plain = text.replace("[[", "").replace("]]", "")
    return make_document("0.txt", plain, date=WRITTEN, language=language)


SETS: Mapping[str, Texts] = dict(_sets())


def path(name: str) -> Path:
    """The file of a set."""
    return FOLDER / f"{name}.txt"


def told(name: str) -> str:
    """What is made of a set of texts today."""
    return "".join(f"{line}\n" for called, texts in SETS[name] for line in (f"# {called}", *drawn(texts)))
