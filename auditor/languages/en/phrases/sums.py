"""Words around numbers that add up: parts, wholes, shares and what makes a list no sum. All are looked for in lower case."""

from __future__ import annotations

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.beside import Within
from auditor.text.regex import regex

_ALL = one_of(LISTS.words("adding_up", "all"))
_THE = r"(?:the|its|their|his|her|these|those|all|some)\s"
OF_THEM = Within(LISTS.words("adding_up", "of-them"))
"""Opens a list of parts that need not be all: together they may be fewer than the whole, never more."""
TOTAL = Within(LISTS.words("adding_up", "all", "total"))
TALLY = Within(LISTS.words("adding_up", "all", "combined", "of-them"))
"""Words of a sentence that adds up, so that its bare numbers count too: "52, 18 and eight"."""
OPEN_LIST = Within(LISTS.words("adding_up", "open"))
"""What makes a list one that need not be complete."""
NO_TALLY = Within(LISTS.words("adding_up", "open", "of-them", "no-tally"))
"""What makes a list of numbers something else than the parts of one whole."""
YES, NO, OF_THE_VOTE = (Within(LISTS.words("adding_up", tag)) for tag in ("yes", "no", "of-the-vote"))
"""What shares are of that answer one question: three with a yes and a no among them, or of the vote; two may answer two."""
EACH = Within(LISTS.words("adding_up", "each"))
PER_CENT = ("%", " %", " percent", " per cent")

A_NUMBER = regex(rf"(?<![\w.,’'$£€%-])(?:\d|(?:{one_of(SMALL)})\b)(?!\S{{0,12}}%)")
BARE_BEHIND = regex(rf"\s?(?:[,;.:)—–]|$|\b(?:{one_of(LISTS.words('adding_up', 'behind-bare'))})\b)")
"""What may stand behind a number that names nothing."""
OF_A_WHOLE = regex(rf"(?P<opens>^|[.;:]\s|\bthat\s)?\bof\s(?:{_THE})?$")
"""Before a number: it is the whole; where that opens a clause, what follows tells all its parts."""
JOINT = regex(r"(?:[;,]|(?=\s(?:and|while|but)\s))\s(?:(?:and|while|but|the other)\s)?")
"""Between two parts of a whole."""
LEADS_TO_PART = regex(rf"(?:(?:{one_of(LISTS.words('adding_up', 'leads'))})\s){{0,2}}")
MAKES_A_TOTAL = regex(
    r"(?:that|this|which|together they|in all,? that|it)\s(?:makes?|is|was|comes? to|adds? up to|brings?|gives?)\s"
    r"(?:a total of\s|the total to\s)?"
)
IN_ALL = regex(rf"[^.;:]{{0,30}}\b{_ALL}\b")
OR_IN_ALL = (", or ", ", or a total of ")
PARTS_OF = regex(rf"\s(?:out\s)?of\s(?:{_THE})?(?:\w{{3,12}}\s)?(?=\d)")
UP_TO_A_PART = regex(r"[^.;:(]{0,60}?[,(—–]\s?(?:or\s|about\s|some\s){0,2}$")
