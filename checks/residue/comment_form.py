"""A label of the comment form stands in the text.

## What it flags
A line that invites to comment, counts comments or says that they are closed; a reader's comment with its reply button.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences about comments, replies and discussions; officials who decline to comment.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Role, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser, line_pattern, telltale
from auditor.text.regex import regex

_COUNTER = regex(r"(?<=[|·•] )\d{1,6} (?:comments?|shares?|views?|replies|likes?)$", re.I)
_LONGEST = 24
"""Characters of the longest counter, with its separator."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _counters(draft: Draft) -> Iterator[Piece]:
    """What counts the readers' answers at the end of the line that says who wrote the article ("| 3 comments")."""
    for line in draft.of(Role.BYLINE):
        found = _COUNTER.search(draft.document.text, max(line.start, line.end - _LONGEST), line.end)
        if found and found.start() > line.start:
            yield Piece(*found.span(), "counts the readers' answers")


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "belongs to a comment form",
            r"(?:leave (?:a|your) (?:reply|comment)|(?:the )?comments? (?:are|is|have been|section is) (?:now )?(?:closed|disabled|off)"
            r"|(?:view |read |show |see )?(?:all )?\d+ comments?|no comments(?: yet)?|(?:post|add|write|submit) (?:a|your) (?:comment|reply)"
            r"|comments?\s?\(?\d{1,5}\)?|[\w.-]{2,24} [·|•] .{0,60}\breply\b.{0,160}"
            r"|join the (?:conversation|discussion)|be the first to comment|your email address will not be published"
            r"|required fields are marked|sort(?:ed)?(?: comments)? by:? (?:newest|oldest|best|top|most (?:recent|relevant|liked|popular))(?: first)?|log in to (?:comment|reply)|[\w.-]{2,24} says: .{0,200}\breply\b.{0,20}"
            r"|(?:reply|delete|edit|report|like|flag|quote)(?: ?[|·•,]? ?(?:reply|delete|edit|report|like|flag|share|quote)){1,4}|comment on this (?:article|story|post)|(?:hide|view|show|load) (?:more |all |\d{1,4} )?(?:replies|comments)|\d{1,4} (?:replies|repl(?:y|ies) to .{2,40})"
            r"|save my name, email.{0,120}|notify me of (?:new|follow-?up) .{0,80}|this site uses akismet.{0,120}|[•·*-] [\w.’' -]{2,40} says|\d{1,4}\. [\w.’'@ -]{2,50} (?:says|said|wrote|writes):?)[\s.!:]*",
            240,
            opens="delete edit flag hide like load notify quote reply report save this add all be comment comments join leave log no post read required see show sort sorted submit the view write your",
            holds=("reply", " says"),
        ),
    ),
    telltale=telltale("reads like reader comments", r"\bcomments?\b|\breply\b|\breplies\b|\bsays:|\blikes?\b"),
    steps=((Stage.INSIDE, _counters),),
    rank=70,
)

CHECK = Check(
    id="comment-form",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("comments closed", STORY + "\n\n[[Comments are closed]]"),
        example("an invitation", STORY + "\n\n[[Leave A Reply]]"),
        example("their order", STORY + "\n\n[[Sorted by: most recent first]]"),
        example("a count", STORY + "\n\n[[3 comments]]"),
        example(
            "on the date line", "A storm closes the harbour\n\nFriday 9 December 2022 | [[3 comments]]\n\n" + STORY
        ),
        example("a reader's comment", STORY + "\n\n[[gull12 says: about time too. Reply · Like (2)]]"),
    ),
    leaves_alone=(
        example("no comment", STORY + "\n\nThe owner of the fleet declined to comment."),
        example(
            "comments in prose", STORY + "\n\nComments are pouring in from every village on the coast, the mayor said."
        ),
        example("a reply in prose", STORY + "\n\nLeave it to the sea to reply, as the saying goes."),
        example("a debate", STORY + "\n\nJoin the queue, the clerk told him, and he did."),
    ),
)
