"""Regular expressions that are compiled when they are first used: a short run uses one in six, and starts so much sooner."""

from __future__ import annotations

import re
from typing import cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as ``re.compile`` makes it, which it does when it is asked for anything. Raises ``re.error`` then."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))


class Lazy:
    """A pattern that compiles itself when it is first asked for; from then on its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep what to compile."""
        self._given = pattern, flags

    @property
    def pattern(self) -> str:
        """The pattern as it was given; longer ones are made of it without compiling it."""
        return self._given[0]

    def __getattr__(self, name: str) -> object:
        """What the compiled pattern has under the name. Raises ``AttributeError`` where it has nothing."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        own = (one for one in dir(compiled) if not one.startswith("_") and callable(getattr(compiled, one)))
        self.__dict__.update((method, getattr(compiled, method)) for method in own)
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        """Whether another is of the same pattern and flags."""
        return isinstance(other, Lazy) and self._given == other._given

    def __hash__(self) -> int:
        """Alike for the same pattern and flags."""
        return hash(self._given)

    def __reduce__(self) -> tuple[type[Lazy], tuple[str, int]]:
        """What another process needs to make it."""
        return Lazy, self._given

    def __repr__(self) -> str:
        """The pattern as it was given."""
        return f"regex({self._given[0]!r}, {self._given[1]!r})"
