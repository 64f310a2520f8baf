"""The long profile: ``python -m tests.fuzz [--minutes 60] [--seed 0] [--only text,rows]``. Exit status 1 where there is a fault.

Each round puts a batch of new cases to every target in turn; a fault is printed with its case, and counted once
for the place that raised it. The same seed and number of rounds give the same cases.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import TARGETS

_BATCH = 50
"""Cases of a target in a round."""


def main() -> int:
    """Fuzz for the minutes asked for; 1 where a fault was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Fuzz all that reads what strangers wrote."
    )
    parser.add_argument("--minutes", type=float, default=60, help="how long; the round begun is ended")
    parser.add_argument("--seed", type=int, default=0, help="of the first round")
    parser.add_argument("--only", default=",".join(TARGETS), help="targets, with commas between")
    parser.add_argument("--shrink", action="store_true", help="make the case of a fault small, which may take minutes")
    given_ = parser.parse_args()
    phases = (Phase.generate, Phase.shrink) if given_.shrink else (Phase.generate,)
    names = given_.only.split(",")
    until = time.monotonic() + 60 * given_.minutes
    cases: Counter[str] = Counter()
    faults: dict[str, str] = {}
    number = given_.seed
    while time.monotonic() < until:
        for name in names:
            if time.monotonic() < until:
                _round(name, number, phases, cases, faults)
        number += 1
    for name in names:
        print(f"{name:10} {cases[name]:8,} cases")
    print(f"{sum(cases.values()):,} cases, {len(faults)} faults, seeds {given_.seed} to {number - 1}")
    return int(bool(faults))


def _round(name: str, number: int, phases: tuple[Phase, ...], cases: Counter[str], faults: dict[str, str]) -> None:
    """One batch of cases of a target, a fault of it printed where its place is new."""
    target = TARGETS[name]

    @seed(number)
    @settings(
        max_examples=_BATCH,
        database=None,
        deadline=None,
        derandomize=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=phases,
    )
    @given(target.cases)
    def step(case: object) -> None:
        cases[name] += 1
        last[0] = case
        target.run(case)

    last: list[object] = [None]
    try:
        step()
    except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
        place = _place(error)
        if place not in faults:
            faults[place] = name
            print(f"FAULT in {name}, seed {number}: {place}\n  case: {last[0]!r:.3000}", flush=True)
            print("".join(traceback.format_exception(error)[-6:]), flush=True)


def _place(error: BaseException) -> str:
    """The kind of an error and the last line of the program on the way to it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [
        frame
        for frame in frames
        if "/auditor/" in frame.filename or "/checks/" in frame.filename or "/reports/" in frame.filename
    ]
    at = (own or list(frames))[-1]
    return f"{type(error).__name__} at {at.filename}:{at.lineno}"


if __name__ == "__main__":
    sys.exit(main())
