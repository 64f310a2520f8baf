"""Words beside the names of people and bodies."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.beside import Within
from auditor.text.regex import regex

AGE_OF_ANOTHER_TIME = Within(LISTS.words("other_times", "age"))
HOLDER_OF_ANOTHER_TIME = Within(LISTS.words("other_times", "office"))
KIN = LISTS.words("kin")
WITH_ARTICLE = regex(r"United\b|(?:[A-Z]\.?){2,3}$")
"""Names of organisations and states that take an article: the United States, the EU."""
_FULL_NAME = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?:[ \xa0][A-ZÀ-Þ][\w’'-]*\.?){0,3}"
DOCTOR = regex(rf"\b(?:Dr|Prof|Professor)\b\.?[ \xa0]({_FULL_NAME})")
STUDENT = regex(
    rf"({_FULL_NAME})(?:,| is| remains)(?: currently| now| also)? (?:a |an |the )?"
    r"((?:[\w-]+ ){0,3}?(?:(?:Ph\.?D\.?|D\.?Phil\.?|doctoral|doctorate|master[’']s|graduate|undergraduate|MA|MSc) "
    r"(?:[\w-]+ ){0,2}?(?:candidate|student|researcher-in-training)|undergraduate|student))\b"
)
