"""Values in plain form: alike for values that are alike, and told in one measure where they are of one."""

from __future__ import annotations

import re

from auditor.model import Claim, ClaimKind, Ordinal, Quantity, Timex
from auditor.text.regex import regex

DAY_OF_YEAR = regex(r"(?:\d{4}|XXXX)-\d\d-\d\d")
"""The value of a day, whether its year is known or not."""


def plain(claim: Claim) -> str:
    """A value as a label: alike for alike values, whatever their form; a day is the same with a year and without."""
    match claim.value:
        case Timex(value=value):
            return f"XXXX{value[4:]}" if DAY_OF_YEAR.match(value) else value
        case Quantity():
            return f"{claim.value.low} {claim.value.high} {claim.value.unit}"
        case Ordinal():
            return f"no. {claim.value.rank}"
    return claim.span.text.lower()


def measure(claim: Claim) -> str:
    """What a value is told in: a unit of time, a unit with its rate or the thing counted, the month of a day."""
    match claim.value:
        case Timex() if claim.kind == ClaimKind.DURATION:
            return f"P{'T' if 'T' in claim.value.value else ''}{claim.value.value[-1:]}"
        case Timex():
            return "hour" if ":" in claim.value.value else _month(claim.value.value)
        case Quantity():
            return f"{claim.value.unit or claim.value.thing} {claim.value.rate}"
        case Ordinal():
            return "ordinal"
    return claim.kind


def _month(value: str) -> str:
    """The month of a day, whether its year is known or not; of a longer or an unknown time, its kind."""
    return value[4:7] if DAY_OF_YEAR.match(value) else re.sub(r"\d", "9", value)
