"""What is drawn from the texts of our own is what was recorded: no change of a claim, of a question or of a finding goes unseen."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.recorded.record import FOLDER, SETS, path, told

_SHOWN = 40
"""Lines of a difference that are shown."""


@pytest.mark.parametrize("name", SETS)
def test_what_is_made_of_a_text_is_what_was_recorded(name: str) -> None:
    recorded = path(name).read_text(encoding="utf-8") if path(name).exists() else ""
    found = told(name)
    changed = list(unified_diff(recorded.splitlines(), found.splitlines(), "recorded", "found", lineterm="", n=0))
    assert not changed, "\n".join([*changed[:_SHOWN], "python -m tests.recorded writes it anew: read the difference"])


def test_every_record_is_of_texts_that_exist() -> None:
    assert {one.stem for one in FOLDER.iterdir()} == set(SETS)
