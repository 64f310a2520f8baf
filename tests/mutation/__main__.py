"""Puts small faults into the rooms that decide what is found, one at a time, and says which of them no test catches.

``python -m tests.mutation --seed 1 --number 40 --rooms checks values`` makes the same mutants for the same seed and sources, runs the
fewest tests that could catch each in a copy of the project, and prints the diff of every survivor. Exit status 1 where fewer than
``--least`` were caught. ``equivalent.tsv`` names mutants that change nothing, each with a reason; they do not count.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.mutation.mutants import Mutant
from tests.mutation.running import ROOMS, Copy, all_mutants, baseline

EQUIVALENT = Path(__file__).with_name("equivalent.tsv")


def chosen(rooms: Sequence[str], seed: int, number: int) -> list[tuple[str, Mutant]]:
    """Mutants drawn from the rooms, as many from each as there are in it of all, in the order drawn."""
    known = [(room, one) for room in sorted(rooms) for one in all_mutants(room)]
    return Random(seed).sample(known, min(number, len(known)))


def equivalent() -> dict[tuple[str, str, str], str]:
    """The mutants that change nothing, by their keys, each with the reason."""
    rows = [row.split("\t") for row in EQUIVALENT.read_text(encoding="utf-8").splitlines() if row and row[0] != "#"]
    return {(file, before, after): reason for file, before, after, reason in rows}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the mutants, try them and print what came of it; 1 where too few were caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--rooms", nargs="+", choices=sorted(ROOMS), default=sorted(ROOMS))
    parser.add_argument("--least", type=float, default=0.9, help="share that has to be caught (default: .9)")
    parser.add_argument("--unproven", action="store_true", help="do not run the tests without a mutant first")
    given = parser.parse_args(arguments)
    spared, drawn = equivalent(), chosen(given.rooms, given.seed, given.number)
    caught = 0
    survivors: list[Mutant] = []
    with tempfile.TemporaryDirectory(prefix="auditor-mutation-") as folder, Copy(Path(folder)) as copy:
        if not given.unproven and not copy.passes(baseline(given.rooms)):
            print("The tests fail without any mutant: mend them first.", file=sys.stderr)
            return 2
        for number, (room, mutant) in enumerate(drawn, 1):
            if mutant.key in spared:
                verdict = "changes nothing"
            elif copy.catches(mutant, room):
                verdict, caught = "caught", caught + 1
            else:
                verdict = "SURVIVED"
                survivors.append(mutant)
            line = mutant.source.count("\n", 0, mutant.start) + 1
            print(f"{number:>3} {verdict:15} {mutant.file}:{line} {mutant.kind}", flush=True)
    for mutant in survivors:
        print(f"\n{mutant.diff()}", end="")
    counted = caught + len(survivors)
    share = caught / counted if counted else 1.0
    print(f"\n{caught} of {counted} caught ({share:.0%})")
    return int(share < given.least)


if __name__ == "__main__":
    sys.exit(main())
