"""House styles: which changes of a quotation's wording a newsroom minds, and how much.

Each change of wording has a check of its own, so that a style is only a table: the severity of a check, or ``None`` where the
change is no finding. What a check holds for a mere note, since it is slight or not sure, stays one in every style. What a
settings file says of a check wins over the style.

Sources: the public guidance of each house, restated. AP (The Associated Press Stylebook, "quotations in the news"): a
quotation is never altered, not even to mend grammar; an ellipsis marks what is left out. Reuters (Handbook of Journalism,
"Quotes"): quotes are sacred; a redundant word may go where the sense stays, nothing may be rewritten or run together.
Guardian (Guardian and Observer style guide, "quotation marks" and "ellipsis"): readers must be able to trust words in marks;
cuts are marked, and slips of speech may be tidied with care.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from auditor.model import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NEUTRAL = "neutral"
"""The style that holds where none is chosen."""

STYLES: Mapping[str, Mapping[str, Severity | None]] = MappingProxyType(
    {
        NEUTRAL: {"retypeset-quotation": None},
        "ap": {
            "altered-quotation": _ERROR,
            "spliced-quotation": _ERROR,
            "cut-quotation": _WARNING,
            "reworded-quotation": _ERROR,
            "retypeset-quotation": None,
        },
        "reuters": {
            "altered-quotation": _ERROR,
            "spliced-quotation": _ERROR,
            "cut-quotation": None,
            "reworded-quotation": _ERROR,
            "retypeset-quotation": None,
        },
        "guardian": {
            "altered-quotation": _ERROR,
            "spliced-quotation": _WARNING,
            "cut-quotation": _WARNING,
            "reworded-quotation": _NOTE,
            "retypeset-quotation": _NOTE,
        },
    }
)
"""The name of a style -> the check -> the severity of what it finds; a check not named keeps its own."""


def told(check: str) -> str:
    """What the styles make of a check, in a line; empty for a check that none of them touches."""
    if not any(check in style for style in STYLES.values()):
        return ""
    return ", ".join(f"{name}: {_weight(style, check)}" for name, style in STYLES.items())


def _weight(style: Mapping[str, Severity | None], check: str) -> str:
    severity = style.get(check, "as above")
    return "no finding" if severity is None else str(severity)
