"""Offices by class: nouns and verbs that newsrooms use for one post, ranks below it, and posts that exclude each other.

General vocabulary of English news prose; no name from any story belongs here.
"""

from __future__ import annotations

from itertools import combinations

from auditor.languages.en.lexicon.words import OFFICE_NOUNS

HEAD, CHIEF_EXECUTIVE = "head", "chief executive"

_KINDS = {
    HEAD: "head boss chief leader headmaster headmistress headteacher chief_constable",
    CHIEF_EXECUTIVE: "chief_executive chief_executive_officer ceo managing_director",
    "director": "director director_general executive_director general_director",
    "president": "president",
    "chair": "chair chairman chairwoman chairperson",
    "general secretary": "general_secretary secretary_general",
    "treasurer": "treasurer finance_director chief_financial_officer",
    "minister": "minister secretary_of_state",
    "prime minister": "prime_minister premier",
    "vice chancellor": "vice_chancellor",
    "senator": "senator",
    "representative": "representative congressman congresswoman",
    "mayor": "mayor lord_mayor",
    "governor": "governor",
    "captain": "captain skipper master",
    "conductor": "conductor chief_conductor",
    "curator": "curator",
    "goalkeeper": "goalkeeper keeper",
    "striker": "striker",
    "midfielder": "midfielder",
    "defender": "defender",
    "coach": "coach head_coach manager",
    "commissioner": "commissioner",
    "prosecutor": "prosecutor public_prosecutor state_prosecutor chief_prosecutor",
    "judge": "judge justice trial_judge",
    "lead author": "lead_author",
    "principal": "principal",
    "dean": "dean",
    "coroner": "coroner",
    "editor": "editor editor-in-chief",
    "superintendent": "superintendent",
    "foreman": "foreman forewoman",
    "opposition leader": "opposition_leader",
    "defence": "defence_lawyer defense_lawyer defence_counsel defense_counsel defence_barrister defense_attorney",
    "noble": "count countess duke duchess earl baron baroness viscount viscountess marquess marquis",
}
KINDS = {noun.replace("_", " "): kind for kind, nouns in _KINDS.items() for noun in nouns.split()}
"""The words of an office -> its class. Hyphens count as spaces, as in "director-general"."""

WIDE = frozenset(
    {HEAD, CHIEF_EXECUTIVE, "director", "president", "chair", "general secretary", "principal", "coach", "governor"}
)
"""Classes whose holder may be called the head, boss or chief of the organisation."""

SINGLE = (
    WIDE
    | frozenset(
        """minister mayor treasurer judge coroner dean captain conductor editor commissioner superintendent foreman""".split()
    )
    | {"prime minister", "lead author", "vice chancellor"}
)
"""Classes of which an organisation has one holder at a time."""

ALONE = frozenset({"coroner", "lead author", "foreman"})
"""Classes of which a story has one, whether or not the text says of what."""

ONE_IN_STORY = ALONE | {"mayor", "prime minister"}
"""Classes that need no organisation beside them: where another place's is meant, the text says so."""

EXCLUSIVE = frozenset(
    frozenset(pair)
    for pair in (
        ("president", "general secretary"),
        ("chair", "general secretary"),
        ("chair", "treasurer"),
        ("president", "treasurer"),
        ("general secretary", "treasurer"),
        ("mayor", "governor"),
        ("president", "prime minister"),
        ("senator", "representative"),
        ("secretary", "director"),
        ("police chief", "sheriff"),
        ("judge", "prosecutor"),
        ("defence", "prosecutor"),
        ("defence", "judge"),
        ("opposition leader", "prime minister"),
        ("chief executive", "treasurer"),
        ("coach", "captain"),
        *combinations(("goalkeeper", "striker", "midfielder", "defender"), 2),
    )
)
"""Pairs of classes that one person does not hold in one organisation at a time."""

LADDER = frozenset(
    """constable corporal sergeant inspector superintendent lieutenant captain major colonel brigadier admiral
    bishop archbishop ambassador consul""".split()
)
"""Ranks of which nobody has two at a time. A cardinal is often an archbishop."""

OPPOSED = (frozenset(["majority", "minority"]), frozenset(["junior", "senior"]))
"""Words before an office of which one person has one at a time."""

COURTS = frozenset(
    "district circuit federal appeals appellate county superior supreme magistrate immigration u.s".split()
)
"""Words before a judge of a court that has several."""

COURTESY = frozenset(["president", "governor", "general"])
"""Classes whose title stays with its bearer, so that "President Marsh" may be a former one."""

ABBREVIATED = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "lt.": "lieutenant",
    "col.": "colonel", "sgt.": "sergeant", "maj.": "major", "adm.": "admiral", "cmdr.": "commander",
    "capt.": "captain", "det.": "detective", "supt.": "superintendent", "brig.": "brigadier", "cpl.": "corporal",
}  # fmt: skip
"""Titles as newsrooms cut them short -> the words they stand for."""

PARTY_WORDS = frozenset("republican democratic democrat conservative liberal tory".split())
"""Words before an office, or before a name, that tell a party and no post."""

LOWER = frozenset("deputy assistant vice junior associate lieutenant".split())
"""Words that set an office below the one that the noun names."""

SHARED = LOWER | frozenset("co senior".split())
"""Words before an office that several people hold at a time."""

RANKS = SHARED | frozenset("chief lead".split())
"""Words that set an office below or above others of its class."""

PAST = frozenset(
    "former ex then late onetime sometime previous ousted deposed retired outgoing longtime-former".split()
)
"""Words before an office that say that the person no longer holds it, or not when the article was written."""

STANDING_IN = frozenset("acting interim caretaker".split())
"""Words before an office that say that somebody fills it for a while."""

PASSING = STANDING_IN | frozenset("new incoming designate elect newly next".split())
"""Words before an office that say that it has just changed hands or is about to."""

CHANGES = frozenset(
    """replace replaced replaces replacing succeed succeeded succeeds succeeding successor predecessor resigned resigns
    resign sacked fired ousted appointed appoints elected promoted nominated formerly previously retired retires
    reshuffle inaugurated stepped quit""".split()
)
"""Words that tell of an office changing hands."""

HEADING_VERBS = (
    "conducts", "edits", "coaches", "captains",
    "heads", "leads", "runs", "directs", "manages", "commands", "chairs", "presides over",
    "has headed", "has led", "has run", "has directed", "has managed", "has commanded", "has chaired",
    "is heading", "is leading", "is running", "is directing", "is chairing", "is in charge of",
    "heading", "leading", "running", "directing", "chairing", "in charge of",
)  # fmt: skip
"""Verbs of one who is at the head of something at the time of writing."""

HEADED_VERBS = ("headed", "led", "ran", "directed", "managed", "commanded", "chaired", "was in charge of")
"""The same in the past: the head at the time told of, where the text says so."""

OTHER_VERBS = {
    "conducts": "conductor", "edits": "editor", "coaches": "coach", "captains": "captain", "chairs": "chair",
    "has chaired": "chair", "is chairing": "chair", "chairing": "chair", "chaired": "chair",
}  # fmt: skip
"""Verbs of one at the head whose office has a name of its own."""

UNDERTAKINGS = frozenset(
    """study investigation inquiry trial research team expedition operation survey dig excavation mission review search
    rescue campaign experiment probe""".split()
)
"""What is led once: who led it is who leads it."""

NOT_HEADED = frozenset(
    """race field poll polls table standings way charge march protest rally line list chart charts prayers singing
    applause chorus call calls effort efforts push fight ranking rankings route risk story game""".split()
)
"""What is led, headed or run by others than those at the head of an organisation."""

PROSECUTES = (
    "prosecuting", "who is prosecuting", "who prosecuted", "for the prosecution", "who led the prosecution",
    "who opened the case for the prosecution", "who put the state’s case", "who put the prosecution’s case",
    "who put the crown’s case",
)  # fmt: skip
"""How reports of a trial say who speaks for the state."""

_PORTFOLIOS = (
    "defence defense war armed_forces",
    "finance treasury exchequer budget",
    "foreign external",
    "interior home internal",
    "labour labor employment work",
    "health healthcare",
    "transport transportation",
    "agriculture farming farm",
    "economy economic economics",
    "environment environmental climate ecology",
    "education schools",
    "science research",
    "culture cultural arts",
    "justice law",
    "trade commerce",
    "energy power",
    "housing homes",
    "sport sports",
    "tourism",
    "police policing",
    "emergency emergencies disaster disasters",
    "fisheries fishing maritime",
    "mining mines",
    "water",
    "infrastructure roads",
    "railway railways rail",
    "digital digitalisation technology telecommunications communications",
    "immigration migration",
    "border borders",
    "youth",
    "women family families",
    "industry",
    "aviation",
    "prisons prison corrections",
    "pensions pension",
    "welfare social",
    "planning",
    "veterans",
    "european",
)
PORTFOLIOS = {word: group.split()[0] for group in _PORTFOLIOS for word in group.split()}
"""The field of a minister -> the word it is counted as."""

UNNAMED = {
    "mayor": frozenset("town city village place".split()),
    "chair": frozenset(["board"]),
    "prime minister": frozenset(["country"]),
    "vice chancellor": frozenset(["university"]),
}
"""Classes of which a story has one -> the words for what they are held in where a text does not name it again."""

UNITS = {
    word: group.split()[0]
    for group in ("unit squad division branch section desk team", "department directorate office bureau faculty")
    for word in group.split()
}
"""Parts of an organisation that have heads of their own -> the word of their size."""

VAGUE = frozenset(
    """company firm group team organisation organization party department office country state city town club body
    government business unit squad division branch section project operation service""".split()
)
"""Nouns that tell an organisation only where the article has named it: one story may have several."""

GENERIC = VAGUE | frozenset("committee subcommittee council commission panel caucus board court trial".split())
"""Nouns that tell no organisation of two articles to be one."""

PUBLIC_BODIES = frozenset(
    """institute service agency authority directorate bureau ministry department commission council university college
    museum hospital bank foundation""".split()
)
"""Nouns of organisations that have a head of their own, who seldom heads another one."""

_TITLES = sorted({*KINDS, *OFFICE_NOUNS}, key=lambda title: (-len(title), title))
OFFICE = r"(?:(?:vice|deputy|co)-)?(?:" + "|".join(title.replace(" ", "[ -]") for title in _TITLES) + ")"
"""Pattern of the words of an office, the longest first, in lower case."""
