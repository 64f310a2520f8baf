"""Source-credibility and consistency auditor: compares articles that tell the same story.

The subpackages ``auditor.checks`` and ``auditor.reports`` live at the top of the repository and are linked
into this package. Where a checkout cannot hold links (Git on Windows writes the target as a text file), the
repository root is added to the package's search path instead, so the same imports work.
"""

from pathlib import Path

__version__ = "0.2.0"

_HERE = Path(__file__).resolve().parent
if not (_HERE / "checks").is_dir() and (_HERE.parent / "checks").is_dir():
    __path__.append(str(_HERE.parent))
