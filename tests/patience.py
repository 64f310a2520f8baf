"""An end to what would have none: a guard for tests of texts and patterns that once were tried in all their combinations."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENOUGH = 30.0
"""CPU seconds: some fifty times what the slowest of these steps takes, so that no busy machine is taken for a fault; all
combinations of forty things take years."""


@contextmanager
def patience(seconds: float = ENOUGH) -> Iterator[None]:
    """Ends a step that has taken more CPU seconds of this process than these; raises TimeoutError."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"no end within {seconds:g} CPU seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
