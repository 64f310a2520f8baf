"""Pickles that run nothing: plain values and objects of classes that were named, and nothing else."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping

BROKEN = (
    *(pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, KeyError, TypeError, ValueError),
    *(MemoryError, OverflowError, RecursionError),
)
"""What reading a pickle raises that is damaged, or was made to do harm."""

Known = Mapping[tuple[str, str], type]
"""Classes by module and name."""


def named(classes: Iterable[type]) -> Known:
    """Classes as a reader knows them."""
    return {(one.__module__, one.__qualname__): one for one in classes}


class Reader(pickle.Unpickler):
    """Reads plain values and objects of the classes known, by module and name; nothing is looked up, so nothing is run."""

    def __init__(self, data: bytes, known: Known) -> None:
        """Read from these bytes."""
        super().__init__(io.BytesIO(data))
        self._known = known

    def find_class(self, module: str, name: str) -> type:
        """The class, if it is known. Raises ``UnpicklingError``."""
        try:
            return self._known[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a result") from None
