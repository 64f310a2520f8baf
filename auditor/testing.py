"""The examples of anyone's checks as tests: a line in a test file of the package that brings a check runs them under pytest.

::

    from auditor.testing import examples_of

    test_examples = examples_of("tide-table")

makes a test of each example of the installed check ``tide-table``, run through the whole audit, and one of its documentation.
``findings``, ``assert_flagged``, ``assert_left_alone``, ``assert_asks`` and ``assert_documented`` are the same one by one, for
tests of another shape; each fails with an ``AssertionError`` that says in words what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from auditor.asked import SHOWN
from auditor.audit import audit
from auditor.catalogue import CatalogueError, catalogue, unknown
from auditor.check import HEADINGS, Check, Example
from auditor.facts.tables import facts_in, shipped
from auditor.model import Finding, Span
from auditor.reading import make_document
from auditor.salvage import raising

__all__ = [
    "assert_asks",
    "assert_documented",
    "assert_flagged",
    "assert_left_alone",
    "examples_of",
    "findings",
]

LEAST_SILENT = 3
"""Texts that a check is to leave alone, at least: a false alarm costs a reader more than a miss."""

Case = Callable[[], None]
Place = tuple[str, int, int]


def examples_of(*checks: Check | str) -> Callable[[Case], None]:
    """A test for pytest to collect: a case of each example of the checks, and one of the documentation of each.

    A check is given itself, or by the id under which it is installed. Raises ``CatalogueError`` where there is none of an id,
    which pytest tells when it collects the file.
    """
    found = [_installed(one) if isinstance(one, str) else one for one in checks]

    @pytest.mark.parametrize("case", [pytest.param(case, id=name) for check in found for name, case in _cases(check)])
    def test(case: Case) -> None:
        case()

    return test


def findings(check: Check, shown: Example) -> tuple[Finding, ...]:
    """What the check finds in the texts of an example, which go by the names ``0.txt``, ``1.txt`` and so on.

    They are audited as by the command, with the facts that the example brings along, else with those that come with the tool.
    Raises what the check raises, and ``FactsError`` for facts that are none.
    """
    documents = [
        make_document(f"{n}.txt", text.text, text.left_out, date=text.date) for n, text in enumerate(shown.texts)
    ]
    with raising():
        known = facts_in(shown.facts) if shown.facts else shipped()
        report = audit(documents, [check], facts=known if check.consult else None)
    assert not report.problems, f"the audit had problems: {report.problems}"
    return report.findings


def assert_flagged(check: Check, shown: Example) -> None:
    """The check points at exactly the places that the example marks: ``[[...]]`` the primary ones, ``{{...}}`` the others."""
    _assert_marked(findings(check, shown), shown)


def _assert_marked(found: Sequence[Finding], shown: Example) -> None:
    primary, related = _marked(shown, "primary"), _marked(shown, "related")
    assert primary, f"{shown.name!r} is to be flagged and marks no place: put [[...]] around the words"
    for span in (span for one in found for span in (one.primary, *one.related)):
        text = shown.texts[int(span.document.removesuffix(".txt"))].text
        assert span.text == text[span.start : span.end], f"the words of {span} are not those that stand there"
    _assert_same({_place(one.primary) for one in found}, primary, "[[...]]", shown)
    _assert_same({_place(span) for one in found for span in one.related}, related, "{{...}}", shown)


def assert_left_alone(check: Check, shown: Example) -> None:
    """The check finds nothing in the example, and the example marks nothing."""
    assert not _marked(shown, "primary") | _marked(shown, "related"), f"{shown.name!r} is left alone and marks a place"
    told = [finding.message for finding in findings(check, shown)]
    assert not told, f"{shown.name!r} is to be left alone: {told}"


def assert_asks(check: Check, shown: Example) -> None:
    """What a finding asks can be told to a reader: a question with its subject, places that answer it, and what settles it.

    Findings that ask nothing, whose message is all they say, are passed over.
    """
    _assert_asked(findings(check, shown), shown)


def _assert_asked(found: Sequence[Finding], shown: Example) -> None:
    for finding in found:
        if (asked := finding.asked) is None:
            continue
        assert asked.kind, "what is asked is of no kind"
        assert asked.subject, "what is asked has no subject"
        assert asked.question.endswith("?"), f"{asked.question!r} is no question"
        assert "\n" not in asked.question, "a question is one line"
        named = _words(asked.subject) & _words(asked.question)
        assert named or "“" in asked.question, f"{asked.question!r} names its subject {asked.subject!r} nowhere"
        assert not re.search(r"\d\.txt", asked.question), f"{asked.question!r} names a document"
        long = [quoted for quoted in re.findall("“([^”]+)”", asked.question) if len(quoted) > SHOWN + 1]
        assert not long, f"a question quotes {SHOWN} characters at most: {long}"
        assert asked.settle.endswith((".", "?")), f"what settles it is no sentence: {asked.settle!r}"
        assert asked.sides, "nothing answers the question"
        for place in (place for side in asked.sides for place in side.places):
            text = shown.texts[int(place.document.removesuffix(".txt"))].text
            assert text[place.start : place.end] == place.text != "", f"{place} is no place of the text"


def assert_documented(check: Check) -> None:
    """The documentation has its headings, and there are enough examples, each with a name of its own."""
    assert check.docs.strip(), "the check has no documentation: docs=__doc__"
    assert check.summary.endswith("."), f"the first line is a sentence: {check.summary!r}"
    headings = re.findall(r"^## (.+)$", check.docs, re.MULTILINE)
    assert headings == list(HEADINGS), f"the headings are {', '.join(HEADINGS)}, not {', '.join(headings) or 'none'}"
    assert check.flags, "no example is flagged"
    silent = len(check.leaves_alone)
    assert silent >= LEAST_SILENT, f"{silent} examples are left alone: give {LEAST_SILENT} or more that look alike"
    names = [one.name for one in (*check.flags, *check.leaves_alone)]
    twice = sorted({name for name in names if names.count(name) > 1})
    assert not twice, f"several examples are called {', '.join(twice)}"


def _installed(name: str) -> Check:
    """The installed check of an id."""
    found = catalogue()
    known = {check.id: check for check in found.checks}
    stale = {problem.check: problem.error for problem in found.problems}
    if name not in known:
        raise CatalogueError(stale.get(name) or unknown("check", name, known))
    return known[name]


def _cases(check: Check) -> Iterator[tuple[str, Case]]:
    """The cases of a check by the names under which pytest tells them."""
    yield f"{check.id}: documents itself", lambda: assert_documented(check)
    yield from ((f"{check.id}: {one.name}", _flagging(check, one)) for one in check.flags)
    yield from ((f"{check.id}: {one.name}", _leaving(check, one)) for one in check.leaves_alone)


def _flagging(check: Check, shown: Example) -> Case:
    def case() -> None:
        found = findings(check, shown)
        _assert_marked(found, shown)
        _assert_asked(found, shown)

    return case


def _leaving(check: Check, shown: Example) -> Case:
    return lambda: assert_left_alone(check, shown)


def _marked(shown: Example, which: str) -> set[Place]:
    return {(f"{n}.txt", *place) for n, text in enumerate(shown.texts) for place in getattr(text, which)}


def _place(span: Span) -> Place:
    return span.document, span.start, span.end


def _assert_same(found: set[Place], marked: set[Place], marks: str, shown: Example) -> None:
    missed, more = _quoted(marked - found, shown), _quoted(found - marked, shown)
    told = [f"marked with {marks} and not found is {missed}"] * bool(missed)
    told += [f"found, and not marked with {marks}, is {more}"] * bool(more)
    assert found == marked, f"{shown.name!r}: {'; '.join(told)}"


def _quoted(places: Iterable[Place], shown: Example) -> str:
    """The places with their words, in order."""
    texts = {f"{n}.txt": text.text for n, text in enumerate(shown.texts)}
    return ", ".join(f"“{texts[name][start:end]}” in {name}" for name, start, end in sorted(places))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
