"""The language packs that are installed, each loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint

from auditor.languages import DEFAULT, Pack
from auditor.model import Problem
from auditor.plugins import CatalogueError, installed
from auditor.salvage import told

GROUP = "auditor.languages"


@dataclass(frozen=True, slots=True)
class Packs:
    """Where the pack of each language lies: its code and the value of its entry point, the default language first.

    It holds names alone, so that it can be handed to another process.
    """

    places: tuple[tuple[str, str], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that there are packs of, the default one first."""
        return tuple(code for code, _ in self.places)

    def load(self, code: str) -> Pack:
        """The pack of one of the ``codes``. Raises ``CatalogueError`` where it cannot be used, each time."""
        found = _loaded(code, dict(self.places)[code])
        if isinstance(found, str):
            raise CatalogueError(found)
        return found

    def loaded(self) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
        """All packs, and a problem for each that cannot be used."""
        found: list[Pack] = []
        problems: list[Problem] = []
        for code in self.codes:
            try:
                found.append(self.load(code))
            except CatalogueError as error:
                problems.append(Problem(str(error)))
        return tuple(found), tuple(problems)


def packs(points: Iterable[EntryPoint] | None = None, *, isolated: bool = False) -> Packs:
    """The packs that are installed; ``isolated``: without those that lie in the current folder. None of them is loaded.

    Raises ``CatalogueError`` where two are of one language.
    """
    found: dict[str, str] = {}
    for point in sorted(installed(GROUP, isolated) if points is None else points):
        if found.setdefault(point.name, point.value) != point.value:
            raise CatalogueError(
                f"Two language packs are of {point.name!r}: {found[point.name]} and {point.value}. Uninstall one of them."
            )
    return Packs(tuple(sorted(found.items(), key=lambda place: (place[0] != DEFAULT, place))))


@cache
def _loaded(code: str, value: str) -> Pack | str:
    """The pack that an entry point names, or what is wrong with it."""
    try:
        pack = EntryPoint(code, value, GROUP).load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - told: no pack takes the audit down
        return f"The language pack {code!r} ({value}) cannot be imported and is passed over: {told(error)}. Update or uninstall it."
    if not isinstance(pack, Pack):
        return f"The entry point {code!r} ({value}) is no auditor.languages.Pack and is passed over. Update or uninstall it."
    if pack.code != code:
        return f"The entry point {code!r} ({value}) holds a pack of {pack.code!r} and is passed over. Update or uninstall it."
    return pack
