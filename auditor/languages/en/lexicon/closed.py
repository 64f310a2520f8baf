"""Closed classes of English words, by which a sentence is read without a parser: function words and irregular verbs.

They are the classes of any grammar of English (Quirk et al. 1985, chapters 2, 3 and 9), written out; no word was added
for a text.
"""

from __future__ import annotations

from auditor.languages.en.lists import words

PREPOSITIONS = frozenset(
    """about above across after against along amid amidst among amongst around as at before behind below beneath beside besides
    between beyond by concerning despite down during except following for from in inside into like near of off on onto opposite
    out outside over past per regarding round since through throughout till to toward towards under underneath unlike until
    up upon versus via with within without""".split()
)
"""Words that tie the noun phrase behind them to what stands before."""

DETERMINERS = frozenset(
    "the a an this that these those its their his her my our your some any each every no another both all".split()
)
"""Words that open a noun phrase."""

OWNING = {"its": "it", "their": "they", "his": "he", "her": "she"}
"""Possessives of the third person -> the pronoun whose noun owns."""

PRONOUNS = frozenset(
    "he she it they we i you him them us me who whom himself herself itself themselves anyone everyone someone nobody".split()
)
"""Pronouns: noun phrases of one word that name nothing by themselves."""

RELATIVES = frozenset("who which whom whose that where".split())
"""Words that open a clause on the noun before them."""

JOINING = frozenset("and or but nor yet plus".split())
"""Words that join two parts of one rank."""

OPENING = frozenset(
    """when while because although though if unless whereas until before after since whether once as how why what so
    where""".split()
)
"""Words that open a clause of its own, where a subject and a verb follow."""

BE = frozenset("be is are was were am been being isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    "will would can could may might shall should must cannot won't wouldn't can't couldn't shouldn't mustn't".split()
)
PASSING = BE | frozenset("get gets got gotten".split())
"""Forms before a participle that make its subject the one it is done to."""

AHEAD = frozenset("will would may might could should shall can".split())
"""Modal verbs under which something has not happened, or is not said to have."""

INTENDING = frozenset(
    "plan schedule expect intend hope want aim seek propose set due agree promise vow threaten prepare ask order urge".split()
)
"""Lemmas of verbs and adjectives under which "to" opens what has not happened yet."""

NEGATORS = words("negators")
"""Words that deny, whatever they are in their sentence; beside them, every word that ends in "n't"."""

NEGATING = words("negators", "adverb", "joining", "determiner")
"""Those that are no subject: a verb beside them is denied."""

IRREGULAR_PASTS = frozenset(
    """arose arisen ate beat beaten became began begun bent bet bit bitten bled blew blown bore borne born bought bound bred
    broke broken brought built burnt burst came caught chose chosen clung crept cut dealt drank drew drawn driven drove drunk
    dug eaten fallen fed fell felt fled flew flown forbade forbidden forgave forgot forgotten fought found froze frozen gave given
    gone got gotten grew grown ground held heard hid hidden hit hung hurt kept knew known laid lain lay led left lent lit lost
    made meant met mistook overcame overthrew overthrown overtook paid put quit ran rang read ridden rose risen rode said sang
    sank sat saw sawn seen sent set shed shone shook shaken shot shown shrank shrunk shut slain slept slew slid slung sold sought
    sown sped spent split spoke spoken sprang sprung spread spun stole stolen stood stricken strode strove struck stuck stung
    sung sunk swam swept swore sworn swung taken taught thought threw thrown told took tore torn underwent undergone understood
    undertook upheld wept withdrew withdrawn withheld withstood woke woken won wore worn wove wound written wrote went did had
    overturned cost forecast broadcast""".split()
)
"""Irregular past tenses and participles: these forms are verbs wherever a noun phrase has ended."""

PAST_LEMMAS = {
    "bent": "bend",
    "bit": "bite",
    "bore": "bear",
    "born": "bear",
    "bound": "bind",
    "drunk": "drink",
    "gone": "go",
    "ground": "grind",
    "shook": "shake",
    "swore": "swear",
    "thought": "think",
    "won": "win",
}
"""Forms that the lemmatiser reads as another word, or not at all, where they are verbs."""

ADJECTIVAL = ("ous", "ful", "less", "able", "ible", "ional", "ical", "ary")
"""Endings of adjectives, which are no verbs behind "to"."""

LOOSE_PARTICIPLES = frozenset(
    "given compared based including following regarding concerning according provided considering".split()
)
"""Forms of verbs that stand as prepositions."""

HEDGING = frozenset(
    """about around roughly approximately nearly almost some over more less least most than at up to only just as many
    few fewer under an estimated exactly well early late mid""".split()
)
"""Words between a preposition or verb and a number that belong to the number."""

ADVERBS = frozenset(
    """also then later once again just still now never always often soon ever even already yet too very not only earlier
    first far back down up out off away together instead here there today yesterday tomorrow tonight ago overnight""".split()
)
"""Adverbs without the ending -ly that stand among verbs."""
