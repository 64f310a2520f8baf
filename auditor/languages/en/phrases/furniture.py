"""The furniture of pages: whole lines by their words, and the words by which other lines are told."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.languages.en.lists import LISTS

COUNTER = re.compile(r"(?<=[|·•] )\d{1,6} (?:comments?|shares?|views?|replies|likes?)$", re.I)


class Kind(NamedTuple):
    """One class of whole lines: the check that reports it, what such a line does, its pattern, and how long it can be.

    The pattern is for a line in lower case, from its start, and is the whole of the line where ``whole`` is set;
    ``longest`` is in characters.
    """

    check: str
    what: str
    pattern: str
    longest: int
    whole: bool = False


_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|messenger|threads|bluesky|sms|viber|tumblr|flipboard|pocket|print|copy link|link)"
_SEPARATOR = r"[\s|·•,/&+:–—-]{1,5}"
_ACTION = r"(?:share|tweet|pin|post|save|gift|bookmark|follow us|like|copy link|copy|print)"
_BUTTON = (
    rf"(?:{_ACTION}(?: (?:this|the|article|story|page|it)){{0,2}}(?: (?:on|via|to|by|with) {_NETWORK})?|{_NETWORK})"
)
KINDS = (
    Kind(
        "share-control",
        "names a share button",
        rf"{_BUTTON}(?:{_SEPARATOR}{_BUTTON}){{0,14}}[\s:|]*",
        140,
        whole=True,
    ),
    Kind(
        "comment-form",
        "belongs to a comment form",
        r"(?:leave (?:a|your) (?:reply|comment)|(?:the )?comments? (?:are|is|have been|section is) (?:now )?(?:closed|disabled|off)"
        r"|(?:view |read |show |see )?(?:all )?\d+ comments?|no comments(?: yet)?|(?:post|add|write|submit) (?:a|your) (?:comment|reply)"
        r"|comments?\s?\(?\d{1,5}\)?|[\w.-]{2,24} [·|•] .{0,60}\breply\b.{0,160}"
        r"|join the (?:conversation|discussion)|be the first to comment|your email address will not be published"
        r"|required fields are marked|sort(?:ed)?(?: comments)? by:? (?:newest|oldest|best|top|most (?:recent|relevant|liked|popular))(?: first)?|log in to (?:comment|reply)|[\w.-]{2,24} says: .{0,200}\breply\b.{0,20})[\s.!:]*",
        240,
        whole=True,
    ),
    Kind(
        "page-control",
        "is a control of the page",
        r"(?:exit mobile version|view (?:mobile|desktop|full) (?:version|site)|switch to (?:mobile|desktop)(?: version)?"
        r"|skip to (?:main )?(?:content|navigation)|(?:take me )?back to (?:the )?(?:top|home(?:page)?)(?: of (?:this|the) \w+)?|enlarge this image.{0,120}|(?:(?:prev|previous|next) ){0,2}(?:image|photo|slide) \d{1,3} of \d{1,3}|scroll (?:down|to top)|toggle \w+(?: \w+)?"
        r"|(?:open |close |main )?(?:menu|navigation|search)(?:(?:\s{2,8}|\s?[|·•]\s?)[\w’' -]{2,24}){0,12}"
        r"|.{3,60}\s[–—|·-]\s?page \d{1,4}(?: of \d{1,4})?|page \d{1,4} of \d{1,4}|(?:i )?found this (?:article |page |story )?(?:helpful|useful)"
        r"|print(?: (?:this|article|page|friendly))*|(?:log|sign) in(?: [|/·] ?(?:register|sign up))?|load more|show more|see all"
        r"|listen to (?:this|the) (?:article|story).{0,20}"
        r"|(?:previous|next) (?:article|post|story).{0,80}|was this (?:article|page|story) (?:helpful|useful)\??.{0,20}"
        r"|(?:tags?|topics?|keywords?|filed under|categories|posted in): .{1,160}|text size.{0,20}|font size.{0,20}"
        r"|click (?:here )?to (?:enlarge|zoom|expand|play|view)(?: (?:the )?(?:image|picture|photo|video))?|(?:open|view) (?:image )?in (?:gallery|fullscreen)"
        r"|home(?: ?[›»>/|] ?[\w’'& -]{2,30}){1,6}|pull down to refresh\.?)[\s.!:]*",
        200,
        whole=True,
    ),
    Kind(
        "related-link",
        "points to another article",
        r"(?:read (?:more|also|next|on)|also read|see also|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics|reading))?"
        r"|more (?:on this(?: story)?|stories|from \S.{0,40}|news)|you (?:may|might|will|[’']ll) also (?:like|love|enjoy)"
        r"|recommended(?: for you| stories| reading)?|most (?:read|popular|viewed|commented|shared)(?: (?:in|on|this) [\w ]{2,24})?|trending(?: now)?|editors?[’']s?s? picks?"
        r"|click (?:here )?for more (?:from|on|about) .{2,60}|(?:other (?:people|readers)|people|readers|others) (?:also |are also |are |have also )?(?:read|reading|liked?|viewed|watched|bought|shared)(?: (?:this|now|today))?"
        r"|(?:click here(?: (?:for|to read|to see))?\s?){1,4}|don[’']t miss|up next|keep reading|further reading|what to read next)(?:\s?:.{0,160}|[\s.!:…»›>]*)",
        200,
        whole=True,
    ),
    Kind(
        "subscription-prompt",
        "asks to subscribe",
        r"(?:(?:enjoying|enjoyed|enjoy|like|liked) (?:this|the|what|our)\b.{0,60}\b(?:subscribe|sign up|support us|get)\b.{0,100}"
        r"|you have (?:\d{1,2}|one|two|three|no) (?:more )?(?:free )?(?:article|stor(?:y|ie))s? (?:remaining|left)\b.{0,100}"
        r"|(?:forwarded|forward) this e-?mail\b.{0,60}|view (?:this e-?mail )?in (?:your )?browser\b.{0,40}|(?:to )?unsubscribe(?: |$).{0,60}\bhere"
        r"|(?:to continue reading|continue reading with|subscribe to continue|log in to continue)\b.{0,80}|enter your e-?mail(?: address)?\b.{0,60}"
        r"|(?:please )?(?:subscribe|sign up|register)(?: here| now| today| free)?(?: to| for| from| and| with| at|$)"
        r".{0,100}(?:newsletters?|inbox|alerts?|access|stor(?:y|ies)|updates|limits?|week|month|year|free|podcast|channel|briefing)\b.{0,60}"
        r"|subscribe(?: now| today)?|get (?:the |our )?.{0,60}\b(?:newsletter|in your inbox|to your inbox)\b.{0,60}"
        r"|already (?:a |an )?(?:subscriber|member|registered)\b.{0,60}|(?:this (?:article|content|story) is |)for subscribers only"
        r"|support (?:our|independent) journalism\b.{0,80}|never miss a story.{0,60}|newsletters?(?: sign[ -]?up)?"
        r"|follow us on .{0,80}|download (?:our|the) app.{0,60})[\s.!:]*",
        220,
        whole=True,
    ),
    Kind(
        "cookie-notice",
        "is a cookie notice",
        r"(?:(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? cookies\b.{0,200}"
        r"|(?:we value|your) (?:your )?privacy\b.{0,60}\b(?:cookies|accept|reject|consent|choices)\b.{0,80}"
        r"|this (?:content|video|embed|post|map) (?:is|has been) (?:blocked|not available|unavailable)\b.{0,60}\b(?:cookie|consent|settings|browser|region|country)\b.{0,60}"
        r"|(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.{0,80}"
        r"|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences)\b.{0,80}|cookie (?:policy|settings|preferences|notice|consent)\b.{0,60}"
        r"|(?:do not|don[’']t) (?:sell|share)(?: (?:or|and) (?:sell|share))? my (?:personal )?(?:information|info|data)\b.{0,40}"
        r"|limit the use of my (?:sensitive )?(?:personal )?(?:information|data)\b.{0,40}|your (?:privacy|advertising|ad|cookie) choices"
        r"|you have (?:(?:chosen|elected|decided|asked) to opt|opted)[- ]?(?:out|in)\b.{0,200}"
        r"|by (?:continuing|using|clicking)\b.{0,60}\b(?:you (?:agree|accept|consent)).{0,120})",
        420,
        whole=True,
    ),
    Kind(
        "ad-label",
        "labels an advertisement",
        r"(?:advert(?:isement|ising|s)?|ads?|sponsored(?: (?:content|post|by [^.,]{2,40}))?|promoted(?: content)?|paid (?:content|post)"
        r"|(?:(?:story|article) continues|continue reading) (?:below|after).{0,30})(?:\s?[-–—|:(]{1,2}.{0,50})?[\s.!:)]*",
        80,
        whole=True,
    ),
    Kind(
        "copyright-notice",
        "states rights",
        r"(?:(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by|notice)|&copy;).{0,200}|(?:all )?rights reserved\b.{0,120}"
        r"|(?:this material|no part of this).{0,40}\b(?:may not be|reproduced|published).{0,160}|click here for restrictions.{0,60})",
        320,
        whole=True,
    ),
    Kind(
        "photo-credit",
        "credits a picture",
        r"(?:(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|credit|file photo)(?: (?:by|credit|courtesy(?: of)?|source))?\s?[:/|©]\s?.{2,100}"
        r"|(?:ap|reuters|afp|epa|getty images?)(?: (?:photo|images?))?\s?/\s?.{2,60}|.{0,60}/\s?(?:getty images|reuters|afp|epa|ap)|getty images)[\s.)]*",
        140,
        whole=True,
    ),
    Kind(
        "desk-credit",
        "names the desk that made the story",
        r"[(\[]\s?(?:additional |with |additional )?(?:reporting|writing|editing|compiled|edited|written|production|translation)(?: and (?:writing|editing))? by\b[^()\[\]]{2,200}[)\]]\.?"
        r"|(?:the )?(?:associated press|reuters|agence france-presse|bloomberg)(?: (?:writers?|reporters?|correspondents?) [^.]{2,160})? contributed to this (?:report|story|article)\.?"
        r"|(?:contributing|additional reporting|our standards): .{2,120}",
        240,
        whole=True,
    ),
    Kind(
        "template-placeholder",
        "is a placeholder of a template",
        r"[\[<{]{1,2}\s?(?:insert|tk\b|todo|tbc\b|tbd\b|placeholder|headline|caption|image|photo|chart|graphic|embed|ad slot|add|your|summary|pull ?quote|video|gallery)\b[^\[\]{}<>]{0,80}[\]>}]{1,2}"
        r"|lorem ipsum\b.{0,400}|\{\{?\s?[\w.]{2,40}\s?\}?\}|%[a-z_]{3,30}%|(?:headline|caption|body text|title) (?:goes )?here|tk tk(?: tk)?",
        420,
        whole=True,
    ),
    Kind(
        "model-artefact",
        "is what a language model says of its own text",
        r"(?:(?:sure(?: thing)?|certainly|of course|absolutely|great question)[!,.] (?:here(?:[’']s| is| are)|below is|let me|i can|i[’']ll|i[’']d be happy)\b.{0,160}"
        r"|here(?:[’']s| is| are) (?:the|a|an|your|my) (?:[\w-]{1,20} ){0,2}(?:rewritten|revised|rewrite|reworded|polished|paraphrased?|translated|shortened|proofread)\b.{0,100}[:.!]"
        r"|here(?:[’']s| is) (?:the|a|an|your|my) (?:[\w-]{1,20} )?(?:summary|draft|version|translation) of (?:the|your|this) (?:article|text|story|passage)\b.{0,60}[:.!]"
        r"|as an ai(?:(?: language)? (?:model|assistant)\b|,? i\b).{0,160}|as a (?:large )?language model\b.{0,160}|i[’']m sorry,? but (?:i|as an)\b.{0,160}"
        r"|(?:let me know|please let me know) if (?:you|there).{0,100}|i hope this (?:helps|meets).{0,80}|would you like me to\b.{0,100}\?"
        r"|my (?:knowledge|training) (?:cutoff|data)\b.{0,120}|\[?(?:note|disclaimer): (?:this|the) (?:text|article|content|summary) (?:was|is) (?:generated|written|produced) by (?:an? )?(?:ai|language model)\b.{0,100})",
        240,
        whole=True,
    ),
    Kind(
        "markup",
        "is a picture or a menu's link in Markdown",
        r"!\[.{0,200}\]\(\S{1,500}(?: \".{0,200}\")?\)|[*+-] \[.{1,80}\]\([/#]\S{0,300}\)",
        420,
        whole=True,
    ),
    Kind(
        "timestamp",
        "says when the page was made",
        r"(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at|:)?:?\s?"
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b"
        r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d\d"
        r"|\d{1,3} \w{3,7} ago|today|yesterday)(?:[^.]|[ap]\.m\.){0,50}"
        r"|\d{1,3} (?:second|minute|min|hour|hr|day|week|month|year)s? ago(?:,? (?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?)?"
        r"|(?:about |over |reading time:? )?\d{1,3}[ -]?(?:min(?:ute)?s?) (?:to )?(?:read|listen)(?:ing)?(?: time)?|reading time:? .{1,20}|just now|yesterday at \d.{0,12})",
        100,
        whole=True,
    ),
    Kind(
        "contact-line",
        "says how to reach the site",
        r"(?:(?:got|have) (?:a|any) (?:story|tip|news|question|comment|concern)s?\b.{0,60}(?:@|e-?mail|contact|call|get in touch|let us know).{0,80}"
        r"|(?:e-?mail|contact|write to|call|phone|tel|telephone|fax)(?: us)?(?: (?:at|on))?\s?[:.]? ?(?:[\w.+-]{2,40}@[\w.-]{3,40}|[+(]?\d[\d ()./-]{6,20})|[\w.+-]{2,40}@[\w-]{2,30}(?:\.[a-z]{2,10}){1,3}"
        r"|contact (?:us|the (?:author|newsroom|editors?))\b.{0,60}|send (?:us )?(?:a )?(?:news )?tips?\b.{0,80})",
        180,
        whole=True,
    ),
    Kind(
        "style-or-script",
        "is code, not text",
        r"(?:.{0,200}[\w#.\s:,>*-]{1,80}\{[^{}]{0,300}[\w-]{2,30}\s?:\s?[^;{}]{1,80};|.{0,80}\bfunction\s?\w{0,30}\([^)]{0,80}\)\s?\{"
        r"|(?:var|let|const) \w{1,30}\s?=|.{0,20}\b(?:window|document)\.\w{2,30}\s?[=(.]|\s?@(?:media|import|font-face)\b"
        r"|<(?:script|style|iframe)\b[^>]{0,300}>|(?:</?[a-z][^<>]{0,300}>\s{0,9}){1,99}$|\{\s?\"[\w@-]{1,40}\"\s?:|//<!\[cdata\[)",
        100_000,
    ),
)
"""The classes in order of precedence: code before words, and the narrower before the wider."""
OPENERS = LISTS.words("furniture_openers")
"""The words furniture opens with, so that most lines are passed over at once."""
CODE = ("{", "}", "<", "window.", "document.", "var ", "let ", "const ", "@media", "@import", "@font-face")
ANYWHERE = ("@", "/", "says: ", "reply", "{", "%", "©", "[", " page ")
"""Marks of code, and marks that furniture has elsewhere than at its start: a line without any is passed over at once."""
LINK_ENDS = (" Read more", " Read More", " READ MORE", " Read more…", " Read more...")
"""A teaser whose link has run into it."""
BRAND = re.compile(r"(?:[A-Z0-9][A-Z0-9!&’'.-]{0,20} ){1,3}(?:NEWSLETTERS?|PODCASTS?)")
"""What a site sends out, under its name: in capitals, since a heading of an article may say the same in words."""
CUES = (
    ("cookie-notice", "reads like a cookie notice", r"\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings)\b"),
    (
        "copyright-notice",
        "reads like a legal notice",
        r"©|\bcopyright\b|\brights reserved\b|\bterms (?:of|and)\b|\bdisclaimer\b|\bdisclosure\b",
    ),
    (
        "ad-label",
        "reads like advertising",
        r"\badvert|\bsponsored\b|\baffiliate\b|\bbuy now\b|\bshop now\b",
    ),
    (
        "subscription-prompt",
        "reads like a call to subscribe",
        r"\bsubscri|\bnewsletters?\b|\bsign (?:up|in)\b|\blog ?in\b|\binbox\b|\bfree trial\b|\bmember(?:ship)?s?\b|\bdonate\b|\bregister\b",
    ),
    (
        "share-control",
        "reads like a share button",
        r"\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|instagram|youtube|follow us)\b",
    ),
    ("comment-form", "reads like reader comments", r"\bcomments?\b|\breply\b|\breplies\b|\bsays:|\blikes?\b"),
    (
        "photo-credit",
        "reads like a picture credit",
        r"\b(?:photo(?:graph)?s?|image|getty|shutterstock|illustration|credit|pictured?)\b",
    ),
    (
        "author-box",
        "reads like an author's box",
        r"^by [A-Z]|\b(?:author|written by|reviewed by|editor|writer|journalist|contributor)\b",
    ),
    (
        "timestamp",
        "reads like a time stamp",
        r"^\W*(?:\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b|\b(?:published|updated)\b|\bmin(?:ute)? read\b|\bago$",
    ),
    (
        "contact-line",
        "reads like contact details",
        r"@\w|\b(?:contact|call us|phone|tel|e-?mail)\b|\+?\d[\d ()-]{8,}\d",
    ),
    (
        "related-link",
        "reads like a link to another article",
        r"\b(?:read|learn|see|view|find out|discover|show) (?:more|all|also|next)\b|\brelated\b|\brecommended\b|\btrending\b|\bpopular\b|\bcheck out\b",
    ),
    (
        "page-control",
        "reads like a control of the page",
        r"\b(?:menu|search|next|previous|skip|print|click|download|close|toggle|filter|sort)\b",
    ),
)
"""The check for a line that is residue by its score, why, and the pattern of words by which it is that, in any case."""
