"""Words that tell whether what is told has happened by its date or is still to come."""

from __future__ import annotations

import re

from auditor.text.regex import regex

MAYBE_AHEAD = regex(
    r"\b(?:will|would|shall|should|may|might|can|could|must|if|unless|until|till|by|plan\w*|schedul\w*|expect\w*|due|set|deadline\w*|"
    r"target\w*|forecast\w*|project\w*|predict\w*|propos\w*|aim\w*|intend\w*|pledg\w*|promis\w*|vow\w*|agree\w*|postpon\w*|delay\w*|"
    r"mov\w*|put|push\w*|extend\w*|expir\w*|end|ends|effective|book\w*|slated|upcoming|coming|next|ahead|future|hop\w*|to|"
    r"fiscal|fy|financial|model|season|edition|budget\w*|novel\w*|fiction\w*|film\w*|imagin\w*|scenario\w*|story|stories|is|are|be)\b",
    re.I,
)
"""Words that can make a date one to come, or no day of this world's calendar."""
OPENING_DATE = regex(r"(?:On|In)\s(?:[A-Z][a-z]{2,8},?\s)?")
_IRREGULAR = "was|were|had|did|died|sank|fell|began|broke|struck|came|went|took|left|met|won|lost|gave|held|rose|flew|drove|fought|shot"
PAST_BEHIND = regex(rf",?\s(?:[\w’'-]{{1,30}}\s){{1,6}}?(?:{_IRREGULAR}|[a-z]{{3,20}}ed)\b")
HAPPENED_ON = regex(
    r"\b(?:died|sank|crashed|collapsed|happened|occurred|erupted|exploded|resigned|took\splace|broke\sout|began|started|ended|drowned|"
    r"arrived|landed|made\slandfall|came\sashore|hit|struck|fell|burned|flooded|escaped|surrendered|withdrew|quit|testified|appeared|"
    r"met|spoke|wrote|tweeted|posted|told\s\w{2,20}|won|lost|"
    r"(?:was|were)\s(?:killed|born|arrested|found|hit|shot|signed|opened|elected|held|lost|injured|destroyed|released|sentenced|buried|"
    r"charged|indicted|convicted|fired|sworn\sin|evacuated|published|filed))"
    r"(?:\s(?:the|its|his|her)\s[\w’'-]{2,20})?"
    r"(?:\s(?:in|at|near|off|outside|with)\s(?:[\w’'-]{1,20}\s){0,3}[\w’'-]{1,20})?\s(?:on|in)\s(?:[A-Z][a-z]{2,8},?\s)?$"
)
