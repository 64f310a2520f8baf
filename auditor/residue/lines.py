"""Whole lines that are page furniture: one line gets one class, by its own words.

A line that reads as a sentence of an article is left alone whatever words it holds ("The minister will share the
report"): a class needs the line to open as furniture does, and to be no longer than furniture is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.model import Confidence

_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|messenger|threads|bluesky|sms|viber|tumblr|flipboard|pocket|print|copy link|link)"
_SEPARATOR = r"[\s|·•,/&+:–—-]{1,5}"
_ACTION = r"(?:share|tweet|pin|post|save|gift|bookmark|follow us|like|copy link|copy|print)"
_BUTTON = (
    rf"(?:{_ACTION}(?: (?:this|the|article|story|page|it)){{0,2}}(?: (?:on|via|to|by|with) {_NETWORK})?|{_NETWORK})"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """One class of page furniture: the check that reports it, its pattern and the longest line it can be.

    The pattern is matched from the start of the line in lower case, and has to match the whole of it where
    ``whole`` is set. ``longest`` is in characters.
    """

    kind: str
    what: str
    pattern: re.Pattern[str]
    longest: int
    whole: bool = False
    confidence: Confidence = Confidence.HIGH


def _class(kind: str, what: str, pattern: str, longest: int, *, whole: bool = False) -> Furniture:
    return Furniture(kind, what, re.compile(pattern), longest, whole)


CLASSES = (
    _class(
        "share-control",
        "names a share button",
        rf"{_BUTTON}(?:{_SEPARATOR}{_BUTTON}){{0,14}}[\s:|]*",
        140,
        whole=True,
    ),
    _class(
        "comment-form",
        "belongs to a comment form",
        r"(?:leave (?:a|your) (?:reply|comment)|(?:the )?comments? (?:are|is|have been|section is) (?:now )?(?:closed|disabled|off)"
        r"|(?:view |read |show |see )?(?:all )?\d+ comments?|no comments(?: yet)?|(?:post|add|write|submit) (?:a|your) (?:comment|reply)"
        r"|join the (?:conversation|discussion)|be the first to comment|your email address will not be published"
        r"|required fields are marked|log in to (?:comment|reply)|[\w.-]{2,24} says: .{0,200}\breply\b.{0,20})[\s.!:]*",
        240,
        whole=True,
    ),
    _class(
        "page-control",
        "is a control of the page",
        r"(?:exit mobile version|view (?:mobile|desktop|full) (?:version|site)|switch to (?:mobile|desktop)(?: version)?"
        r"|skip to (?:main )?(?:content|navigation)|back to (?:top|home(?:page)?)|scroll (?:down|to top)|toggle \w+(?: \w+)?"
        r"|(?:open |close |main )?(?:menu|navigation|search)(?:(?:\s{2,8}|\s?[|·•]\s?)[\w’' -]{2,24}){0,12}"
        r"|print(?: (?:this|article|page|friendly))*|(?:log|sign) in(?: [|/·] ?(?:register|sign up))?|load more|show more|see all"
        r"|listen to (?:this|the) (?:article|story).{0,20}|\d{1,3}[ -]min(?:ute)?s? (?:read|listen)|reading time:? .{1,20}"
        r"|(?:previous|next) (?:article|post|story).{0,80}|was this (?:article|page|story) (?:helpful|useful)\??.{0,20}"
        r"|(?:tags?|topics?|keywords?|filed under|categories|posted in): .{1,160}|text size.{0,20}|font size.{0,20}"
        r"|home(?: ?[›»>/|] ?[\w’'& -]{2,30}){1,6}|pull down to refresh\.?)[\s.!:]*",
        200,
        whole=True,
    ),
    _class(
        "related-link",
        "points to another article",
        r"(?:read (?:more|also|next|on)|also read|see also|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics|reading))?"
        r"|more (?:on this(?: story)?|stories|from \S.{0,40}|news)|you (?:may|might|will|[’']ll) also (?:like|love|enjoy)"
        r"|recommended(?: for you| stories| reading)?|most (?:read|popular|viewed)|trending(?: now)?|editors?[’']s?s? picks?"
        r"|don[’']t miss|up next|keep reading|further reading|what to read next)(?:\s?:.{0,160}|[\s.!:…»›>]*)",
        200,
        whole=True,
    ),
    _class(
        "subscription-prompt",
        "asks to subscribe",
        r"(?:(?:enjoying|enjoy|like|liked) (?:this|the|what).{0,60}\b(?:subscribe|sign up|support us)\b"
        r"|(?:please )?(?:subscribe|sign up|register)(?: here| now| today| free)?(?: to| for| from| and| with| at|$)"
        r".{0,100}(?:newsletter|inbox|alerts?|access|stor(?:y|ies)|updates|limits?|week|month|year|free|podcast|channel|briefing)\b.{0,60}"
        r"|subscribe(?: now| today)?|get (?:the |our )?.{0,60}\b(?:newsletter|in your inbox|to your inbox)\b.{0,60}"
        r"|already (?:a |an )?(?:subscriber|member|registered)\b.{0,60}|(?:this (?:article|content|story) is |)for subscribers only"
        r"|support (?:our|independent) journalism\b.{0,80}|never miss a story.{0,60}|newsletters?(?: sign[ -]?up)?"
        r"|follow us on .{0,80}|download (?:our|the) app.{0,60})[\s.!:]*",
        220,
        whole=True,
    ),
    _class(
        "cookie-notice",
        "is a cookie notice",
        r"(?:(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? cookies\b.{0,200}"
        r"|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences)\b.{0,80}|cookie (?:policy|settings|preferences|notice|consent)\b.{0,60}"
        r"|by (?:continuing|using|clicking)\b.{0,60}\b(?:you (?:agree|accept|consent)).{0,120})",
        420,
        whole=True,
    ),
    _class(
        "ad-label",
        "labels an advertisement",
        r"(?:advert(?:isement|ising|s)?|ads?|sponsored(?: (?:content|post|by [^.,]{2,40}))?|promoted(?: content)?|paid (?:content|post)"
        r"|(?:story|article) continues (?:below|after).{0,30})(?:\s?[-–—|:(]{1,2}.{0,50})?[\s.!:)]*",
        80,
        whole=True,
    ),
    _class(
        "copyright-notice",
        "states rights",
        r"(?:(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by|notice)|&copy;).{0,200}|(?:all )?rights reserved\b.{0,120}"
        r"|(?:this material|no part of this).{0,40}\b(?:may not be|reproduced|published).{0,160}|click here for restrictions.{0,60})",
        320,
        whole=True,
    ),
    _class(
        "photo-credit",
        "credits a picture",
        r"(?:(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|credit|file photo)(?: (?:by|credit|courtesy(?: of)?|source))?\s?[:/|©]\s?.{2,100}"
        r"|(?:ap|reuters|afp|epa|getty images?)(?: (?:photo|images?))?\s?/\s?.{2,60}|.{0,60}/\s?(?:getty images|reuters|afp|epa|ap)|getty images)[\s.)]*",
        140,
        whole=True,
    ),
    _class(
        "style-or-script",
        "is code, not text",
        r"(?:.{0,200}[\w#.\s:,>*-]{1,80}\{[^{}]{0,300}[\w-]{2,30}\s?:\s?[^;{}]{1,80};|.{0,80}\bfunction\s?\w{0,30}\([^)]{0,80}\)\s?\{"
        r"|(?:var|let|const) \w{1,30}\s?=|.{0,20}\b(?:window|document)\.\w{2,30}\s?[=(.]|\s?@(?:media|import|font-face)\b"
        r"|<(?:div|span|script|style|iframe|img|a|p|ul|li|figure|section)\b[^>]{0,300}>|\{\s?\"[\w@-]{1,40}\"\s?:|//<!\[cdata\[)",
        100_000,
    ),
)
"""The classes in order of precedence: code before words, and the narrower before the wider."""

_FIRST = re.compile(
    r"[\W\d]*(?:share|tweet|pin|post|save|gift|bookmark|follow|like|copy|print|facebook|twitter|x\b|whatsapp|telegram|linkedin|reddit|"
    r"pinterest|instagram|e-?mail|leave|the comments?|comments?|view|read|show|see|all|no |add|write|submit|join|be the|your|required|"
    r"log|sign|exit|switch|skip|back|scroll|toggle|open|close|main|menu|navigation|search|load|listen|min|reading|previous|next|was|"
    r"tags?|topics?|keywords?|filed|categories|text|font|home|pull|also|related|more|you|recommended|most|trending|editor|don|up next|"
    r"keep|further|what to|enjoy|please|subscribe|register|get|already|this|for sub|support|never|newsletter|download|we|our|accept|"
    r"reject|manage|allow|cookie|by|advert|ads?\b|sponsored|promoted|paid|story|article|©|\(c\)|copyright|rights|click|photo|image|"
    r"picture|illustration|graphic|video|credit|file|ap\b|reuters|afp|epa|getty|says)"
)
_CODE_HEAD = re.compile(r"@(?:media|import)|(?:var|let|const) |.{0,20}\b(?:window|document)\.")
"""How a line of code begins that holds neither a brace nor a tag."""
_CREDIT = re.compile(r"/\s?(?:getty images|reuters|afp|epa|ap)\b")
_LONGEST = max(one.longest for one in CLASSES if one.kind != "style-or-script")


def classify(line: str) -> Furniture | None:
    """The class of furniture a line is, or ``None`` for a line that may be the article's."""
    code = "{" in line or "<" in line or _CODE_HEAD.match(line)
    if len(line) > _LONGEST and not code:
        return None
    lower = line.strip().lower()
    if code and CLASSES[-1].pattern.match(lower):
        return CLASSES[-1]
    if len(lower) > _LONGEST or not (_FIRST.match(lower) or _has_credit(lower)):
        return None
    for one in CLASSES[:-1]:
        if len(lower) <= one.longest and (one.pattern.fullmatch(lower) if one.whole else one.pattern.match(lower)):
            return one
    return None


def _has_credit(lower: str) -> bool:
    return "says: " in lower or ("/" in lower and bool(_CREDIT.search(lower)))
