"""Words by which a text says where it has something from, or hides it."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of

_WHO = r"(?:person|people|sources?|officials?|aides?|diplomats?|executives?|insiders?|individuals?|advis[eo]rs?|employees?)"
ANONYMOUS = re.compile(
    rf"\b(?:an?|one|two|three|several|some|multiple|many)\s(?:[a-z]{{2,14}}\s){{0,3}}{_WHO}\s(?:(?:who\s(?:is|are|was|were)\s)?"
    r"(?:familiar\swith|close\sto|briefed\son|with\s(?:direct\s)?knowledge\sof))\b"
    r"|\b(?:on|under)\s(?:the\s)?condition\sof\s(?:strict\s)?anonymity\b"
    rf"|\b{_WHO}\s[^.;“”\"]{{0,60}}\b(?:asked|declined|refused|wanted|wished|preferred|prefers)\s(?:not\s)?to\s(?:not\s)?be\s"
    r"(?:named|identified)\b"
    r"|\bprefer(?:s|red)\snot\sto\sbe\s(?:named|identified)\b"
    r"|(?<!\bas an\s)\b(?:unnamed|anonymous|unidentified)\s(?:[a-z]{2,14}\s)?(?:sources?|officials?|aides?|diplomats?)\b"
    r"|(?<![a-z]\s)\b(?:sources|insiders)\s(?:said|say|told|tell|claim|claimed|confirmed)\b",
    re.I,
)
KNOWN_BEHIND = re.compile(r" (?:the|his|her|their|its|this|that) [\w-]{1,30}(?:[’']s? [\w-]{1,30})?")
POINTS_BACK = re.compile(r"(?:he|she|they|it|we|i)$|(?:the|his|her|their|its|this|that)\s", re.I)
BEING = re.compile(r"\b(?:am|is|are|was|were|[a-z]+[’'](?:s|re|m))\b", re.I)
INSIDER = re.compile(
    r"(?:an?|one|another|two|three|several|some|senior|the|top|[\w.’'-]{1,40})\s(?:[\w.’'-]{1,40}\s){0,5}?"
    r"(?:officials?|sources?|aides?|advis[eo]rs?|insiders?|diplomats?|staffers?|operatives?|lawmakers?|executives?)\b",
    re.I,
)
"""Who is close to what is reported and keeps the name back: the speakers an editor asks about."""
KNOWING = re.compile(
    r"\s(?:who\s(?:is|was|are|were)\s)?(?:familiar\swith|close\sto|briefed\son|with\s(?:direct\s)?knowledge)\b"
)
BY_WHOM = re.compile(r"\s(?:[a-z]+ed\s)?(?:by|from|of)\s")
"""Behind a document: whose it is."""
OCCASION = re.compile(
    r"\b(?:interview\w*|told (?!us|me|them|him|her|people)\w+|reporters|journalists|state television|television|radio|broadcast|TV|press conference|"
    r"news conference|briefing|statement|parliament|hearing|court|trial|speech (?:at|in|to|on)|address(?:ing)? (?:at|the|to|in)|"
    r"posted|tweeted|wrote|letter|e-?mail\w*|book|memoir|newspaper|magazine|podcast|post on|Telegram|Facebook|Twitter|X\b|"
    r"summit|conference in|meeting (?:in|with|of)|rally|ceremony|visit to|forum|phone call|voicemail|bed|scene|quay|harbour)\b"
)
SPEECH_CUES = frozenset(
    verb
    for verb in LISTS.all_members("reporting_verbs", "saying")
    if verb.endswith("ed") or verb in ("said", "says", "told", "wrote")
)
SPEECH_WITHOUT_MARKS = re.compile(
    r"(?:^|(?<=\s))(?P<said>(?:I|We|My|Our|I[’']m|I[’']ve|We[’']re|We[’']ve)\s[^.!?\n]{12,240}?),\s"
    rf"(?:(?:he|she)\s(?:{one_of(SPEECH_CUES)})|(?:{one_of(SPEECH_CUES)})\s(?:(?:the|Mr|Ms|Mrs|Dr)\.?\s)?(?-i:[A-ZÀ-Þ])[\w’'-]+|"
    rf"(?-i:[A-ZÀ-Þ])[\w’'-]+(?:\s(?-i:[A-ZÀ-Þ])[\w’'-]+){{0,2}}\s(?:{one_of(SPEECH_CUES)}))\b"
)
_NEGATORS = LISTS.words("negators")
REPRINT = re.compile(
    r"\b(?:(?:first|originally) (?:published|appeared|ran)|re(?:published|printed) (?:from|by|with)|"
    r"(?:courtesy|permission) of)\b",
    re.IGNORECASE,
)
GRAVE = re.compile(rf"\d[\d.,:]*|\b(?:{'|'.join(CARDINALS)}|{'|'.join(sorted(_NEGATORS))})\b|n['’]t\b", re.IGNORECASE)
_FULL_NAME = r"[A-ZÀ-Þ][\w’'.-]{1,20}(?:\s[A-ZÀ-Þ][\w’'.-]{0,20}){1,3}"
NAMED_BEHIND = re.compile(rf",\s{_FULL_NAME}(?=[,.;])")
NAMED_BEFORE = re.compile(rf"{_FULL_NAME},\s(?:(?:her|him)self\s)?$")
"""A full name beside the words for the speaker, between commas."""
