"""The word lists of English: ``LISTS.words("months")`` reads ``words/months.tsv`` when it is first asked for.

What a list is, where it comes from and what its columns and tags mean, its own head says. ``auditor.languages.words``
tells how such a file is written.
"""

from pathlib import Path

from auditor.languages.words import WordLists

LISTS = WordLists(Path(__file__).parent / "words")
"""All lists of the pack."""
