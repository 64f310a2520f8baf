"""The quick profile: a few cases of every target, the same at every run."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

_DEAR = frozenset({"text", "reports", "bytes", "html", "rows", "jsonl", "csv", "clean"})
"""Targets whose cases are whole audits."""


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_strangers_wrote_is_a_fault(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=8 if name in _DEAR else 30, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def step(data: st.DataObject) -> None:
        target.run(data.draw(target.cases))

    step()
