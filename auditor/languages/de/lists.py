"""The words of German, each list a file of ``words/``; ``auditor.languages.words`` tells how such a file is written."""

from pathlib import Path

from auditor.languages.words import WordLists

LISTS = WordLists(Path(__file__).parent / "words")
