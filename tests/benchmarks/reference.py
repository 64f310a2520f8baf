"""How many office holders out of term, put into real articles, are told, and why the others are not.

    python -m tests.benchmarks.reference FOLDER ... [--silent]

A folder holds ``articles.jsonl`` with rows of ``text`` and ``date``. Each article that calls somebody by an office which the tables
that come along say they hold is changed, by a fixed seed: in one copy the holder's name is another holder's, who has left the
office or is still to come on that day; in others the day that came with the article is moved past the end of the term, and before
its beginning. Who may keep the title for life is put in, and moved to, only before the first term. The check has to tell of that
holder. What is silent is put down to the first reason that holds, which ``--silent`` prints with the article. No text is kept.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from auditor.checks.reference.office_holder_out_of_term import CHECK, Silence, silence
from auditor.facts.offices import AFTER, BEFORE, Standing, held
from auditor.facts.rows import Facts, Term, folded
from auditor.facts.tables import shipped
from auditor.languages.installed import packs
from auditor.model import Article, Document, Office
from auditor.reading import make_document, read
from auditor.steps.map import DocumentTask, Means, read_out

SEED = 18
BEYOND = timedelta(days=30)
"""Days past the days of grace to which a date is moved, so that the term is over without a doubt."""


def documents(folder: Path) -> Iterator[Document]:
    """The articles of a folder that came with a day."""
    for document in read([str(folder / "articles.jsonl")]).documents:
        if re.match(r"\d{4}-\d\d-\d\d", document.date or ""):
            yield document


def holders(article: Article, facts: Facts) -> Iterator[Term]:
    """The terms of those whom the article calls by an office that they hold by the tables, each once."""
    seen = set()
    for claim in article.claims:
        if isinstance(claim.value, Office) and not claim.value.former:
            found = held(facts, claim.value, article.window)
            if found.standing is Standing.HELD and found.terms[0] not in seen:
                seen.add(found.terms[0])
                day = article.window.earliest
                now = [one for one in found.terms if one.near(day, day, BEFORE, AFTER)]
                yield now[0]


def exchanged(text: str, holder: str, other: str) -> str:
    """The text with another holder in place of one, by full name and by family name, where it has the full name."""
    if holder not in text:
        return text
    full = re.sub(rf"\b{re.escape(holder)}\b", other, text)
    return re.sub(rf"\b{re.escape(holder.split()[-1])}\b", other.split()[-1], full)


def out_of_term(terms: Sequence[Term], day: date) -> bool:
    """Whether somebody of these terms is out of term on a day, and may not be called by the title all the same."""
    if any(one.near(day, day, BEFORE, AFTER) for one in terms):
        return False
    return not any(one.courtesy for one in terms) or all(day < one.since for one in terms)


def of_one(terms: Sequence[Term], holder: str) -> list[Term]:
    """The terms of one holder."""
    return [one for one in terms if one.holder == holder]


def moved(known: Sequence[Term], term: Term) -> Iterator[date]:
    """Days past the end of a term, and before its beginning, on which the holder is out of term; none before the first term known."""
    days = [term.since - BEFORE - BEYOND]
    if term.until is not None:
        days.append(term.until + AFTER + BEYOND)
    first = min(one.since for one in known)
    yield from (day for day in days if day > first and out_of_term(of_one(known, term.holder), day))


def changed(document: Document, means: Means) -> Iterator[tuple[str, Document, str]]:
    """Copies of an article with one holder out of term: of what kind, the copy, and who is out of term in it."""
    article, _ = read_out(means, DocumentTask(document, ()))
    day = article.window.earliest
    if day is None:
        return
    for term in holders(article, means.facts):
        known = [one for one in means.facts.terms if (one.office, one.of) == (term.office, term.of)]
        others = sorted({one.holder for one in known if out_of_term(of_one(known, one.holder), day)})
        if others:
            other = random.Random(f"{SEED} {document.id} {term.holder}").choice(others)
            text = exchanged(document.text, term.holder, other)
            if text != document.text:
                yield "holder", make_document(document.id, text, date=document.date), other
        for out in moved(known, term):
            yield "day", make_document(document.id, document.text, date=str(out)), term.holder


def main(arguments: list[str]) -> int:
    """Print by kind how many are told, and the reasons of the others."""
    means = Means.of((CHECK,), languages=packs(), facts=shipped())
    count: dict[str, Counter[str]] = {"holder": Counter(), "day": Counter()}
    for folder in [Path(one) for one in arguments if not one.startswith("--")]:
        for document in documents(folder):
            for kind, copy, holder in changed(document, means):
                article, outcome = read_out(means, DocumentTask(copy, ()))
                told = any(folded(holder.split()[-1]) in folded(one.primary.text) for one in outcome.findings)
                reason = "told" if told else _why(article, holder, means.facts)
                count[kind][reason] += 1
                if not told and "--silent" in arguments:
                    print(f"{kind}\t{reason}\t{document.id}\t{holder}")
    for kind, reasons in count.items():
        print(kind, json.dumps(dict(reasons.most_common())))
    return 0


def _why(article: Article, holder: str, facts: Facts) -> str:
    """The first reason for which nobody tells that a holder is out of term; of several mentions the one that comes nearest."""
    family = holder.split()[-1].lower()
    offices = [one for one in article.claims if isinstance(one.value, Office) and one.value.person == family]
    reasons = [silence(article, one, facts) for one in offices]
    return max(reasons, key=list(Silence).index) if reasons else "no office read"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
