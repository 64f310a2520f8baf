"""Words by which a text says where something is, and what makes a name no place."""

from __future__ import annotations

import re

_WHERE = r"at|in|near|off|into|beside|outside|on|inside|around|across"
"""Prepositions of place; "from" mostly tells where somebody was born or lives ("a singer from Denver")."""
PLACED_BEFORE = re.compile(
    rf"\b(?:{_WHERE})\s(?:(?:the|an?|his|her|its|their|our)\s)?(?:(?!for\b|of\b|by\b|with\b|and\b)[a-z][a-z-]{{1,15}}\s){{0,2}}"
    rf"(?:(?:{_WHERE}|of)\s(?:the\s)?)?$"
)
RIGHT_IN = re.compile(r"\b(?:in|near|outside|off)\s$")
TRUSTING = re.compile(
    r"\b(?:confidence|faith|trust|belief|believes?|believed|interest|interested|stake|share|shares|investment|invested|hope)\sin\s$"
)
"""Before the name of whom or what somebody trusts or owns."""
LIES_IN = re.compile(r",?\s(?:in|near|outside)\s(?:the\s)?|,\s")
PERSONAL_BEFORE = re.compile(r"\b(?:by|with|said|says|told)\s", re.I)
MODIFYING_BEHIND = re.compile(
    r"[’']s?\s|-|\s(?!(?:and|or|but|on|in|at|to|for|from|of|by|with|as|after|before|when|where|while|that|which|who|were|was|is|are|"
    r"had|has|have|will|would|since|until|during|because|than|near|into|under|over|through|last|this|next|early|late|he|"
    r"she|they|it|so|if|about|around|said|says|again|there|where|between|against|amid|not|also)\b)[\w“\"]"
)
"""Behind a name that modifies what follows it, or owns it: no place by its position alone."""
NO_PLACE = re.compile(r"(?<=[a-z]{2})(?:ish|ese|ic|ists?|ism)$|(?<=[a-z])(?:crats?|cans?)$")
"""Languages, beliefs and parties, by their endings."""
