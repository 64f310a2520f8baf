"""A control of a player or of a gallery of pictures stands in the text.

## What it flags
Buttons, clocks and counters of players and galleries: "Play video", "0:00 / 3:21", "Image 3 of 10", "View gallery".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Results and times in the article; people who play or watch.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "belongs to a player or a gallery",
            r"(?:(?:play|pause|watch|mute|unmute|replay|stop)(?: (?:the|this|now))*(?: (?:video|audio|clip|live|podcast|episode|trailer))?|(?:\d{1,2}:)?\d{1,2}:\d\d ?(?:/|of) ?(?:\d{1,2}:)?\d{1,2}:\d\d"
            r"|(?:your browser|this browser) does not support .{2,60}|(?:this )?video (?:is )?(?:unavailable|not available|player is loading|cannot be played).{0,60}|(?:loading|video) player(?: is loading)?"
            r"|(?:image|photo|picture|slide|figure|gallery) \d{1,3} ?(?:/|of) ?\d{1,3}|\d{1,3} ?(?:/|of) ?\d{1,3} (?:images|photos|pictures|slides)"
            r"|(?:view|see|open|show|launch|close|all|full)(?: (?:the|all|full|photo|image|in|\d{1,3}))* (?:gallery|slideshow|photos|images|pictures|full ?screen)"
            r"|(?:playback|video) (?:speed|quality|settings)|(?:closed )?captions (?:on|off)|(?:seek|skip) (?:to live|ad|forward|back).{0,20}|(?:volume|current time|duration|remaining time) ?-?\d{1,3}(?::\d\d|%)?|hide caption|toggle caption|(?:subscribe|listen) on (?:spotify|apple podcasts?|youtube|google podcasts?).{0,60})[\s.!:►▶]*",
            120,
            opens="all captions close closed current duration figure full gallery hide image launch listen loading mute open pause photo picture play playback remaining replay see seek show skip slide stop subscribe this toggle unmute video view volume watch your",
        ),
    ),
    telltale=telltale(
        "reads like a control of a player", r"\b(?:play|pause|mute|gallery|slideshow|full ?screen|playlist)\b"
    ),
    rank=125,
)

CHECK = Check(
    id="player-control",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a button", STORY + "\n\n[[Play video]]"),
        example("a clock", STORY + "\n\n[[0:00 / 3:21]]"),
        example("a counter", STORY + "\n\n[[Image 3 of 10]]"),
        example("a gallery", STORY + "\n\n[[View gallery]]"),
        example("a loading player", STORY + "\n\n[[Video player is loading.]]"),
    ),
    leaves_alone=(
        example("playing in prose", STORY + "\n\nPlay was stopped for an hour, and the two teams waited on the quay."),
        example(
            "a count in prose", STORY + "\n\nSlide 3 of 10 shows the wall as it stood in March, the engineer said."
        ),
        example("watching", STORY + "\n\nWatch the video, the mayor said, and you will see who was there."),
        example("a result", STORY + "\n\nMariel 3, Orvik 2"),
    ),
)
