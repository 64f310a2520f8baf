"""Words around numbers: nouns that a number only names, verbs and adjectives of people counts, rates.

Drawn up by class; what may stand between a number and its noun is anything that is not listed as an end here.
"""

from __future__ import annotations

COLOURING = frozenset(
    """big huge giant massive monster enormous mighty colossal tiny small angry furious frightened terrified scared shocked
    stunned brave heroic hero desperate exhausted weary innocent poor tragic devastated grieving worried loyal proud happy
    jubilant cheering chanting screaming whopping staggering mere paltry precious beautiful historic""".split()
)
"""Adjectives that colour what is counted and do not narrow it: "18,000 angry protesters" are 18,000 protesters."""

NUMBERED = frozenset(
    """act age annex apartment appendix article bay block book bus cabin case catalogue category ch chapter channel class
    clause column core court day district division door draft edition episode era exhibit exit factor figure file flight
    floor form gate generation grade group hall heat highway hotel hour hull interstate issue item junction lane lap
    level line lot mark match model module month no nos note number order page paragraph part phase pier plan platform
    point position post priority quarter question rank reactor regulation release resolution road room round route rule
    scene season seat section series session sector shelf size sol song stage stall stand state step street suite table
    take terminal theorem tier top track train type unit v ver verse version vol volume ward war week world year zone
    agenda sprint cohort stop under vitamin""".split()
)
"""Nouns that a number behind them names rather than counts: room 12, phase two, top 10."""

PEOPLE_VERBS = frozenset(
    """kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt hurts hurting arrest
    arrests arrested arresting detain detains detained detaining rescue rescues rescued rescuing evacuate evacuates evacuated
    displace displaces displaced displacing free frees freed leave leaves left leaving hit hits hospitalise
    hospitalised hospitalize hospitalized employ employs employed involving including nab nabs nabbed collar collars
    collared jail jails jailed charge charges charged save saves saved""".split()
)
"""Verbs whose bare number counts people: "killed 27"."""

COUNTED_VERBS = frozenset(
    "causes faces leads looks moves needs offers runs sets shows signals stands starts turns wins works".split()
)
"""Verbs in the singular that are plurals of nouns, too: behind a number above one they are what is counted."""

MOVED = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling climb climbs climbed climbing increase increases
    increased increasing drop drops dropped dropping jump jumps jumped grow grows grew grown growing decrease
    decreased decline declined declines cut raise raised raises revised lower lowered shrink shrank shrunk surge
    surged swell swelled soar soared double doubled stand stands stood standing tally count""".split()
)
"""Verbs and nouns after which "to" or "at" tells a figure: "rose to 27"."""

CONDITIONS = frozenset(
    """dead injured wounded missing killed hurt arrested detained displaced homeless hospitalised hospitalized rescued
    evacuated unaccounted infected others""".split()
)
"""What people are counted as without a noun: "27 dead, 40 injured and three missing"."""

AUXILIARIES = frozenset(
    "were was are is have had has died die perished perish survived survive remain remained feared".split()
)
"""Verbs that make the number before them their subject: "27 were killed"."""

ONE_OF_THESE = frozenset(
    """person man woman child boy girl soldier civilian officer policeman policewoman worker passenger victim journalist
    reporter protester protestor demonstrator student teacher doctor nurse firefighter fighter militant gunman suspect
    prisoner hostage patient resident driver pilot sailor guard employee bystander pedestrian teenager villager
    fisherman tourist migrant refugee attacker bomber""".split()
)
"""What "one" counts: elsewhere it is a pronoun ("one thing", "one day")."""

NEVER_COUNTED = frozenset(
    {
        "time",
        "figure",
        "bc",
        "bce",
        "ad",
        "o'clock",
        "o’clock",
        "fold",
        "gmt",
        "edt",
        "est",
        "pst",
        "utc",
        "a.m",
        "p.m",
        "am",
        "pm",
    }
)
"""What behind a number makes it no quantity of things: multiples and clock times."""

HYPHENED = frozenset(
    """acre barrel bed bedroom car foot km kilometre kilometer litre liter kilo kg pound member metre meter mile page
    passenger person point room seat seater storey story strong tonne ton unit vehicle vote inch judge man""".split()
)
"""Nouns joined to a number by a hyphen that are a measure or a count: "a 30-bed hospital"; others are ways of speaking
("two-state", "one-sided")."""

EXTRA = frozenset({"another", "further", "additional", "extra", "other"})
"""Words beside a number that make it a part beyond one that was told."""

RATES = frozenset(
    """second minute hour day night week month quarter year decade person head capita household family child student
    barrel ton tonne gallon litre liter kilo kg mile km kilometre kilometer acre share unit vote""".split()
)
"""What a rate is told for: "a day", "per person"."""

NONE_OF = frozenset("deaths casualties injuries fatalities survivors victims".split())
"""Nouns of which "no" counts none."""

ENDS = frozenset(
    """accused agreed attended became began believe believed broke brought called came claim claimed come died do drove
    entered escaped expected faced fell felt filed fled followed found fought gathered gave get got grew happened held
    heard joined know knew lay left live lived lost made marched met moved named need needed opposed paid protested put
    ran reached received remain remained reported returned rose said sat saw say seek sent served showed showed signed
    spoke stood supported survived take taken think thought told took tried turned used voted want wanted watched went
    won worked wrote ago apiece each per worth aboard alive alone abroad annually daily weekly monthly
    a.m p.m am pm""".split()
)
"""Words that end the noun phrase behind a number, besides function words."""

HEADLINE_VERBS = frozenset(
    "kills kill injures wounds frees arrests leaves hits tops displaces claims rescues after by".split()
)
"""Words that a headline with capitals throughout may have before a number: "Storm Kills 27"."""
