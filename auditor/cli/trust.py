"""What an audit lets itself be told by the folder that it judges."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.gate.revisions import Revision
from auditor.reading.folders import RulesFor, beside


@dataclass(frozen=True, slots=True)
class Trust:
    """What an audit lets itself be told by the folder it judges.

    ``config`` is the settings file that was named, ``isolated`` lets nothing in that was not, ``gitignore`` says whether rules of
    what to ignore are followed. With ``base`` settings, decisions and rules are those of a revision, whatever the folder
    holds now.
    """

    config: str | None = None
    isolated: bool = False
    gitignore: bool = True
    base: Revision | None = None

    @property
    def rules_for(self) -> RulesFor | None:
        """Whose .gitignore counts for a folder; ``None``: nobody's."""
        if self.isolated or not self.gitignore:
            return None
        return self.base.rules_for if self.base else beside


LIKE_BEFORE = Trust()
"""Everything that lies beside the articles governs their audit."""
