"""Runs of cleaning: a set of documents shown as diffs, written in place or into a folder, and put back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.catalogue import catalogue
from auditor.check import Check, classes_of
from auditor.cleaning.diffs import diff, left
from auditor.cleaning.edits import Cleaned, Inspect, clean, level_of
from auditor.cleaning.merging import Merged
from auditor.cleaning.patches import FOLDER, SUFFIX, NoUndo, cleaned_of, undo, write_cleaned
from auditor.cleaning.walk import Walk
from auditor.model import Document, Family, Finding, Level, Problem
from auditor.reading.html import SUFFIXES as PAGES
from auditor.reading.text import STDIN, encoding_of, make_document
from auditor.reports.harmless import plain
from auditor.residue.recurrence import Known, nothing, page_of, recurring_lines, site_of
from auditor.steps.map import Means, examine
from auditor.store.files import ThroughLink, refuse_links, why


class Clash(Exception):
    """What is asked for cannot be done to any document; the message names the way out."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants cleaned: how far, only which checks (``None``: all), and by what walk they answer, if they do.

    ``known`` says which lines other pages of a source have, beside those at hand.
    """

    level: Level = Level.SAFE
    only: Collection[str] | None = None
    walk: Walk | None = None
    known: Known = nothing


@dataclass(slots=True)
class Run:
    """What is done so far: whether any text changes, what went from how many documents and what is left, and what could not be done."""

    documents: int = 0
    touched: int = 0
    removed: Counter[str] = field(default_factory=Counter)
    left: Counter[Level] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether any text changes."""
        return self.touched > 0

    def count(self, cleaned: Cleaned) -> None:
        """Count one document in."""
        self.documents += 1
        self.touched += cleaned.changed
        self.removed.update(removal.check for removal in cleaned.removals)
        self.left.update(level_of(finding) for finding in cleaned.kept)

    def summary(self, done: bool) -> str:
        """All in one line, of what was ``done`` or would be."""
        kinds = ", ".join(f"{check} {number:,}" for check, number in sorted(self.removed.items(), key=_most))
        what = f"{_of(self.removed.total(), 'removal')} in {self.touched:,} of {_of(self.documents, 'document')}"
        rest = ", ".join(f"{self.left[level]:,} at --level {level}" for level in Level if self.left[level])
        return (
            f"{what if done else f'{what} if written'}{f' ({kinds})' if kinds else ''}"
            f"; {f'left: {rest}' if rest else 'nothing is left'}."
        )


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _of(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def clean_all(
    documents: Sequence[Document], run: Run, *, write: bool, output: str | None, wish: Wish | None = None
) -> Iterator[str]:
    """Clean every document and show it, write it in place, or write it into the folder ``output``; the lines to print.

    What is residue is said by the checks installed; those that are of no use are problems. ``run`` is filled in meanwhile. A document
    at which a person quits is cleaned as far as they answered, and those behind it are left.
    Raises ``Clash`` where the target of two documents would be one file, or the folder cannot be made.
    """
    wish = wish or Wish()
    targets = _targets(documents, output) if output is not None else {}
    found = catalogue()
    run.problems += found.problems
    recurring = recurring_lines(documents, wish.known)
    for document in documents:
        if wish.walk and wish.walk.quitted:
            return
        writes, target = write or output is not None, targets.get(document.id)
        lines = page_of(document).lines & recurring[site_of(document)]
        try:
            if writes:
                _fit(document, target)  # before anybody answers questions on it
            cleaned = _cleaned(document, inspector(document, found.checks, lines, run.problems, wish.only), wish)
            yield from [_written(document, cleaned, target)] if writes else diff(document.id, cleaned)
        except OSError as error:
            run.problems.append(Problem(f"It cannot be written: {why(error)}", document.id))
        except NoUndo as error:
            run.problems.append(Problem(str(error), document.id))
        else:
            run.count(cleaned)
            yield from left(plain(document.id), cleaned) if writes and not wish.walk else ()


def clean_piped(document: Document, data: bytes, run: Run, wish: Wish) -> bytes:
    """The cleaned text of a document in the encoding of the bytes it was read from; ``run`` is filled in."""
    found = catalogue()
    run.problems += found.problems
    lines = page_of(document).lines & recurring_lines([document], wish.known)[site_of(document)]
    cleaned = _cleaned(document, inspector(document, found.checks, lines, run.problems, wish.only), wish)
    run.count(cleaned)
    encoding, mark = encoding_of(data[:4])
    return data[:mark] + cleaned.text.encode(encoding)


def _cleaned(document: Document, inspect: Inspect, wish: Wish) -> Cleaned:
    if wish.walk is None:
        return clean(document.text, inspect, wish.level)
    wish.walk.begin()
    walk = wish.walk

    def within(text: str) -> list[Finding]:
        return [finding for finding in inspect(text) if wish.level.takes(level_of(finding))]

    return clean(document.text, within, choose=walk.choose)


def undo_all(paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Put back every cleaned file among ``paths`` and in the folders among them: what was done, in lines, and what failed."""
    restored: list[str] = []
    problems = [
        Problem("No file in this folder was cleaned: none has a patch beside it.", given)
        for given in paths
        if Path(given).is_dir() and not any(_cleaned_files(Path(given)))
    ]
    for path in (file for given in paths for file in _cleaned_files(Path(given))):
        try:
            restored += _told(path.as_posix(), undo(path))
        except OSError as error:
            problems.append(Problem(f"It cannot be put back: {why(error)}", path.as_posix()))
        except NoUndo as error:
            problems.append(Problem(str(error), path.as_posix()))
    return tuple(restored), tuple(problems)


def _told(name: str, done: Merged) -> Iterator[str]:
    """What is said of a file that was put back."""
    yield f"put back {name}{'; what was edited since is kept' if done.edited else ''}"
    starts = make_document(name, done.text).line_starts() if done.moved else ()
    for offset, removal in done.moved:
        place = f"{name}:{bisect_right(starts, offset)}"
        yield f"{place}: conflict: “{plain(removal.text.strip())}” is back, but the lines around it were edited: see that it stands right."
    for removal in done.left:
        yield (
            f"{name}: conflict: “{plain(removal.text)}” was cleaned to “{plain(removal.replacement)}”, which was edited since: "
            "it stays as edited."
        )


def inspector(
    document: Document,
    checks: Sequence[Check],
    recurring: Collection[str] = (),
    problems: list[Problem] | None = None,
    only: Collection[str] | None = None,
) -> Inspect:
    """What finds, by those of the checks that are for it, the residue in a text that takes the place of that of a document.

    ``recurring`` are lines that its source repeats; ``only`` are the checks that count, where not all do. What goes wrong is put into
    ``problems``, once.
    """
    residue = [check for check in checks if check.family == Family.RESIDUE or check.recognises]
    means = Means.of(residue, classes=classes_of(checks))
    lines = frozenset(recurring)

    def inspect(text: str) -> tuple[Finding, ...]:
        if not text.strip():
            return ()
        digest = make_document(document.id, text).sha256
        _, outcome = examine(replace(document, text=text, sha256=digest), means, lines)
        if problems is not None:
            problems.extend(one for one in outcome.problems if one not in problems)
        return tuple(one for one in outcome.findings if only is None or one.check in only)

    return inspect


def _fit(document: Document, target: Path | None) -> Path:
    """The file of a document that can be written. Raises ``NoUndo`` where it cannot."""
    source = Path(document.path or "")
    if document.path is None or document.path == STDIN or not source.is_file() or document.id != document.path:
        raise NoUndo(
            "Only files of one article can be written: save the text as a .txt file, or use --diff to see what is residue."
        )
    if target is None and source.suffix.lower() in PAGES:
        raise NoUndo("Cleaning would put text in the place of a page: use --output to write the text of its article.")
    return source


def _written(document: Document, cleaned: Cleaned, target: Path | None) -> str:
    """Write a cleaned document where it belongs, and say so."""
    source = _fit(document, target)
    if target is None and not cleaned.changed:
        return f"unchanged {plain(document.id)}\n"
    write_cleaned(source, target or source, cleaned)
    return f"cleaned {plain((target or source).as_posix())}: {_of(len(cleaned.removals), 'removal')}\n"


def _targets(documents: Iterable[Document], output: str) -> dict[str, Path]:
    """The file in the folder for each document, by the last part of its name."""
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise Clash(f"--output {output} is a file. Name a folder.")
    targets: dict[str, Path] = {}
    taken: dict[Path, str] = {}
    for document in documents:
        name = Path(document.id)
        target = folder / (name.stem + ".txt" if name.suffix.lower() in PAGES else name.name)
        if target in taken:
            raise Clash(f"{taken[target]} and {document.id} would both be {target}. Clean them into two folders.")
        if target.name == FOLDER:
            raise Clash(f"{target} is where the patches go. Rename {document.id}, or clean it in place.")
        taken[target] = document.id
        targets[document.id] = target
    try:
        refuse_links(folder / FOLDER / SUFFIX)  # as any file in it
        folder.mkdir(parents=True, exist_ok=True)
    except ThroughLink as error:
        raise Clash(f"--output {output} cannot be used: {why(error)}") from error
    except OSError as error:
        raise Clash(f"--output {output} cannot be made: {error.strerror}. Name another folder.") from error
    return targets


def _cleaned_files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted({cleaned_of(patch) for patch in path.rglob(f"*{SUFFIX}")})
    else:
        yield path
