"""Short names of documents: the shortest end of each path that no other ends in, and of long names how they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from auditor.reports.harmless import plain

LONGEST = 20
"""Characters of a name from which names are cut to how they begin."""
_LEAST = 3
"""Characters that are left of a name that is cut."""
_FIRST, _LATER = 16, 6
"""Characters more than needed that a name may have to end with a whole word: with its first one, or with a later one."""
_SUFFIX = re.compile(r"(?<=[^/\\])\.(?:txt|text|md|html?|xhtml)$", re.IGNORECASE)
_STEP = re.compile(r"[/\\]+(?=.)")
_BREAK = re.compile(r"[\W_]")


def short_names(documents: Iterable[str]) -> Mapping[str, str]:
    """A name for each document, no two alike: ``story/a.txt`` is ``a``, and ``npr_Qx7Lw93hdTzzPqk2.txt`` is ``npr…``."""
    ends = _ends(_bare(sorted(set(documents))))
    begun = _begun(ends) if max(map(len, ends.values()), default=0) > LONGEST else ends
    return {document: plain(name) for document, name in begun.items()}


def _bare(documents: Iterable[str]) -> Mapping[str, str]:
    """The paths without the ending that says how a file is written, unless two differ by that alone."""
    bare = {document: _SUFFIX.sub("", document) for document in documents}
    alike = Counter(bare.values())
    return {document: path if alike[path] == 1 and path else document for document, path in bare.items()}


def _ends(paths: Mapping[str, str]) -> Mapping[str, str]:
    """The shortest end of each path, in whole steps, that no other path has for its end."""
    steps = {document: [0, *(found.end() for found in _STEP.finditer(path))] for document, path in paths.items()}
    ends = {document: path[steps[document].pop() :] for document, path in paths.items()}
    while True:
        alike = Counter(ends.values())
        longer = [document for document, end in ends.items() if alike[end] > 1 and steps[document]]
        if not longer:
            return ends
        for document in longer:
            ends[document] = paths[document][steps[document].pop() :]


def _begun(names: Mapping[str, str]) -> Mapping[str, str]:
    """How each name begins, as far as no other begins so and to the end of a word, with an ellipsis where it is cut."""
    ordered = sorted(names.values())
    shared = Counter(dict.fromkeys(ordered, 0))
    for one, other in pairwise(ordered):
        both = next(
            (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(map(len, (one, other)))
        )
        shared[one], shared[other] = max(shared[one], both), max(shared[other], both)
    return {document: _cut(name, shared[name] + 1) for document, name in names.items()}


def _cut(name: str, least: int) -> str:
    least = max(least, _LEAST)
    end = word.start() if (word := _BREAK.search(name, least)) else len(name)
    if end - least > (_LATER if _BREAK.search(name, 0, least) else _FIRST):
        end = least + _LEAST
    return f"{name[:end]}…" if end + 1 < len(name) else name
