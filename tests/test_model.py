"""The nouns: families are open, and one object a name."""

import pickle
from typing import Any

import pytest

from auditor.check import Check
from auditor.model import Family, Severity


def check(**given: Any) -> Check:
    made: dict[str, Any] = {"id": "a-check", "family": "ferries", "severity": Severity.NOTE, "since": "1", "docs": ""}
    return Check(**made | {"flags": (), "leaves_alone": (), "inspect": lambda _: ()} | given)


def test_a_package_brings_a_family_of_its_own() -> None:
    assert check().family is Family("ferries")
    assert f"{check().rule.family}" == "ferries" == Family("ferries").value


def test_a_family_is_the_same_object_after_it_went_to_another_process() -> None:
    for family in (Family.CONFLICT, Family("ferries")):
        assert pickle.loads(pickle.dumps(family)) is family


def test_families_have_a_total_order_known_ones_first() -> None:
    known = [Family.CONFLICT, Family.REFERENCE, Family.QUOTATION, Family.SOURCING, Family.RESIDUE]
    others = [Family("a-family"), Family("ferries")]
    assert sorted([*reversed(others), *reversed(known)], key=lambda one: one.order) == [*known, *others]


@pytest.mark.parametrize("name", ["", "Ferries", "two words", "-a", "a-", '"]{}', "a_b", "ä"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="names no family"):
        Family(name)
    with pytest.raises(ValueError, match="names no check"):
        check(id=name)
