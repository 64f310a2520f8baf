"""Runs of cleaning: a set of documents shown as diffs, written in place or into a folder, and put back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.audit import audit
from auditor.catalogue import catalogue
from auditor.check import Check
from auditor.cleaning.diffs import diff
from auditor.cleaning.edits import Cleaned, Inspect, clean
from auditor.cleaning.patches import SUFFIX, NoUndo, undo, write_cleaned
from auditor.model import Document, Family, Finding, Problem
from auditor.reading.html import SUFFIXES as PAGES
from auditor.reading.text import STDIN, make_document
from auditor.reports.harmless import plain
from auditor.store.files import ThroughLink, refuse_links, why


class Clash(Exception):
    """What is asked for cannot be done to any document; the message names the way out."""


@dataclass(frozen=True, slots=True)
class Run:
    """What to print, whether any text changes, and what could not be done."""

    told: tuple[str, ...]
    changed: bool
    problems: tuple[Problem, ...] = ()


def clean_all(documents: Sequence[Document], *, write: bool, output: str | None, unsafe: bool) -> Run:
    """Clean every document and show it, write it in place, or write it into the folder ``output``.

    What is residue is said by the checks installed; those that are of no use are problems. Raises ``Clash`` where the target of two documents would be one file, or the folder cannot be made.
    """
    targets = _targets(documents, output) if output is not None else {}
    told: list[str] = []
    found = catalogue()
    problems = [*found.problems]
    changed = False
    for document in documents:
        cleaned = clean(document.text, inspector(document.id, found.checks, document.language), unsafe=unsafe)
        changed = changed or cleaned.changed
        if not write and output is None:
            told += diff(document.id, cleaned)
            continue
        try:
            told.append(_written(document, cleaned, targets.get(document.id)))
        except OSError as error:
            problems.append(Problem(f"It cannot be written: {why(error)}", document.id))
        except NoUndo as error:
            problems.append(Problem(str(error), document.id))
    return Run(tuple(told), changed, tuple(problems))


def undo_all(paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Put back every cleaned file among ``paths`` and in the folders among them: their names, and what failed."""
    restored: list[str] = []
    problems = [
        Problem("No file in this folder was cleaned: none has a patch beside it.", given)
        for given in paths
        if Path(given).is_dir() and not any(_cleaned_files(Path(given)))
    ]
    for path in (file for given in paths for file in _cleaned_files(Path(given))):
        try:
            undo(path)
            restored.append(path.as_posix())
        except OSError as error:
            problems.append(Problem(f"It cannot be put back: {why(error)}", path.as_posix()))
        except NoUndo as error:
            problems.append(Problem(str(error), path.as_posix()))
    return tuple(restored), tuple(problems)


def inspector(name: str, checks: Sequence[Check], language: str | None = None) -> Inspect:
    """What finds, by those of the checks that are for it, the residue in a text that goes by this name.

    ``language`` is what was given with the text, if anything.
    """
    residue = [check for check in checks if check.family == Family.RESIDUE]

    def inspect(text: str) -> tuple[Finding, ...]:
        return audit([make_document(name, text, language=language)], residue).findings if text.strip() else ()

    return inspect


def _written(document: Document, cleaned: Cleaned, target: Path | None) -> str:
    """Write a cleaned document where it belongs, and say so."""
    source = Path(document.path or "")
    if document.path is None or document.path == STDIN or not source.is_file() or document.id != document.path:
        raise NoUndo(
            "Only files of one article can be written: save the text as a .txt file, or use --diff to see what is residue."
        )
    if target is None and source.suffix.lower() in PAGES:
        raise NoUndo("Cleaning would put text in the place of a page: use --output to write the text of its article.")
    if target is None and not cleaned.changed:
        return f"unchanged {plain(document.id)}\n"
    write_cleaned(source, target or source, cleaned)
    count = len(cleaned.removals)
    return f"cleaned {plain((target or source).as_posix())}: {count} {'removal' if count == 1 else 'removals'}\n"


def _targets(documents: Sequence[Document], output: str) -> dict[str, Path]:
    """The file in the folder for each document, by the last part of its name."""
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise Clash(f"--output {output} is a file. Name a folder.")
    try:
        refuse_links(folder / SUFFIX)  # as any file in it
        folder.mkdir(parents=True, exist_ok=True)
    except ThroughLink as error:
        raise Clash(f"--output {output} cannot be used: {why(error)}") from error
    except OSError as error:
        raise Clash(f"--output {output} cannot be made: {error.strerror}. Name another folder.") from error
    targets: dict[str, Path] = {}
    taken: dict[Path, str] = {}
    for document in documents:
        name = Path(document.id)
        target = folder / (name.stem + ".txt" if name.suffix.lower() in PAGES else name.name)
        if target in taken:
            raise Clash(f"{taken[target]} and {document.id} would both be {target}. Clean them into two folders.")
        taken[target] = document.id
        targets[document.id] = target
    return targets


def _cleaned_files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(patch.with_name(patch.name.removesuffix(SUFFIX)) for patch in path.rglob(f"*{SUFFIX}"))
    else:
        yield path
