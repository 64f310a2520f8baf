"""The parts of the README that are made: what stands between ``<!-- made: NAME -->`` and ``<!-- /made -->``."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


def held(name: str) -> str:
    """What stands in a part. Raises ``ValueError`` where the README has no such part."""
    return _part(name).group()


def put(name: str, text: str) -> None:
    """Make the text what stands in a part. Raises ``ValueError`` where the README has no such part."""
    part, readme = _part(name), README.read_text(encoding="utf-8")
    README.write_text(readme[: part.start()] + text + readme[part.end() :], encoding="utf-8")


def _part(name: str) -> re.Match[str]:
    found = re.search(rf"(?<=<!-- made: {name} -->\n).*?(?=\n<!-- /made -->)", README.read_text("utf-8"), re.DOTALL)
    if found is None:
        raise ValueError(f"The README has no part {name!r}.")
    return found
