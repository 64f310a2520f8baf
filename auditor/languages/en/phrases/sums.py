"""Words around numbers that add up: parts, wholes, shares and what makes a list no sum."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.text.alternation import one_of

TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|a total of|combined|together|between them|overall)\b", re.I
)
TALLY = re.compile(
    r"\b(?:in all|in total|altogether|all told|between them|combined)\b|\bof (?:whom|which|them)\b", re.I
)
"""Words of a sentence that adds up, so that its bare numbers count too: "52, 18 and eight"."""
BARE_BEHIND = re.compile(r"\s?(?:[,;.:)—–]|$|\b(?:and|or|for|to|in|between|from|by|more|altogether|together)\b)")
"""What may stand behind a number that names nothing."""
NUMBER_OF_SUM = re.compile(r"(?<![\w.,’'-])(?:\d|(?:" + one_of(SMALL) + r")\b)", re.I)
OF_A_WHOLE = re.compile(r"\bof (?:the |its |their |his |her |these |those |all )?$", re.I)
OPEN_LIST = re.compile(r"\b(?:includ\w+|among|such as|mostly|mainly|at least|more than)\b", re.I)
OF_WHOM = re.compile(r"\bof (?:them|whom|which)\b", re.I)
"""Opens a list of parts that need not be all: together they may be fewer than the whole, never more."""
BETWEEN_PARTS = re.compile(r"[;,]\s(?:and\s|but\s|the other\s)?$|\sand\s$|\swhile\s$")
VOTE_YES = re.compile(r"\b(?:yes|for|in favou?r|support\w*|approv\w*|agree\w*)\b", re.I)
VOTE_NO = re.compile(r"\b(?:no|against|oppos\w*|disapprov\w*|disagree\w*)\b", re.I)
OF_THE_VOTE = re.compile(r"\bof the votes?\b", re.I)
"""What shares are of that answer one question: three with a yes and a no among them, or of the vote; two may answer two."""
NUMBER_OF_TALLY = re.compile(r"(?<![\w.,’'$£€%-])(?:\d|(?:" + one_of(SMALL) + r")\b)(?![^\s]{0,12}%)")
OF_A_TALLY = re.compile(r"(?:^|[.;:]\s|\bthat\s)of\s(?:the\s|its\s|their\s|all\s|some\s)?$")
JOINT_OF_TALLY = re.compile(r";\s(?:and\s|but\s|while\s)?|,\s(?:and\s|but\s|while\s)?|\sand\s|\swhile\s|\sbut\s")
LEADS_TO_PART = re.compile(r"(?:(?:another|the other|a further|along with|plus|as well as|together with|then)\s){0,2}")
OPEN_TALLY = re.compile(
    r"\b(?:includ\w+|among|such as|mostly|mainly|at least|more than|fewer than|up to|over|of whom|of which|of them|"
    r"aged?|others?|rest|remaining|respectively|per cent|percent|points?)\b|%"
)
"""What makes a list of numbers something else than the parts of one whole."""
MAKES_A_TOTAL = re.compile(
    r"^(?:that|this|which|together they|in all,? that|it)\s(?:makes?|is|was|comes? to|adds? up to|brings?|gives?)\s"
    r"(?:a total of\s|the total to\s)?"
)
IN_ALL = re.compile(r"[^.;:]{0,30}\b(?:in all|in total|altogether|all told)\b")
EACH_ONE = re.compile(r"\b(?:each|every|apiece)\b")
OR_IN_ALL = re.compile(r",\sor\s(?:a total of\s)?$")
ADDED_TO = re.compile(r"\b(?:added to|plus|on top of)\b[^.;:]{0,30}$")
MAKING_A_TOTAL = re.compile(r"\bmak(?:e|es|ing)\s(?:a\s)?(?:combined|total of|combined total of)\s$")
SHARE_BEHIND = re.compile(r"\s(?:per\s?cent|percent)\b|%")
PARTS_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|all\s|some\s)?(?:\w{3,12}\s){0,1}?(?=\d)")
UP_TO_A_PART = re.compile(r"[^.;:(]{0,60}?[,(—–]\s?(?:or\s|about\s|some\s){0,2}$")
