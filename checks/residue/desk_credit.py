"""The credit of an agency's desk stands in the text.

## What it flags
"(Reporting by ...; Editing by ...)" at the end of a wire story.

## Why it matters
The names in it are taken for people of the story.

## How to settle it
Move it to the byline, or delete it.

## What it leaves alone
Brackets and reporters in the article's own sentences.

## References
Reuters Handbook of Journalism, sign-offs.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "names the desk that made the story",
            r"[(\[]\s?(?:additional |with |additional )?(?:reporting|writing|editing|compiled|edited|written|production|translation)(?: and (?:writing|editing))? by\b[^()\[\]]{2,200}[)\]]\.?"
            r"|(?:the )?(?:associated press|reuters|agence france-presse|bloomberg)(?: (?:writers?|reporters?|correspondents?) [^.]{2,160})? contributed to this (?:report|story|article)\.?"
            r"|(?:contributing|additional reporting|our standards): .{2,120}"
            r"|(?:reporting|writing) by [^.;]{2,120}; ?(?:writing|editing|reporting|compiled) (?:and \w+ )?by [^.]{2,120}\.?"
            r"|[(—–-]?\s?(?:with (?:additional )?(?:inputs?|reporting|agency inputs|information) (?:from|by) .{2,80}|with agency inputs|(?:this|the) (?:story|article|report|copy) (?:has|was) (?:not been edited|been (?:published|auto[- ]generated|edited)|auto[- ]generated|produced|supplied|provided)\b.{2,240})\)?"
            r"|[(—–-]\s?(?:pti|ani|ians|afp|ap|reuters|upi|dpa|xinhua|bloomberg)\s?\)?",
            240,
            opens="additional agence associated bloomberg compiled contributing edited editing our production reporting reuters the translation with writing written",
            holds=("[", "(", "—", "–"),
        ),
    ),
)

CHECK = Check(
    id="desk-credit",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("an agency's share", STORY + "\n\n[[The Associated Press contributed to this report.]]"),
        example("at the end", STORY + "\n\n[[(Reporting by Nadia Haddad; Editing by Ilan Moe)]]"),
        example("behind a dash", STORY + "\n\n[[—With additional reporting from Ilan Moe and Nadia Haddad]]"),
        example("in square brackets", STORY + "\n\n[[[Additional reporting by Ilan Moe]]]"),
    ),
    leaves_alone=(
        example("in prose", STORY + "\n\nReporting by the local paper had warned of cracks."),
        example("a bracket", STORY + "\n\n(The port office did not reply to letters from this newspaper.)"),
        example("a byline", "A storm closes the harbour\n\nBy Nadia Haddad\n\n" + STORY),
    ),
)
