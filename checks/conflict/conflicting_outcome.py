"""Two articles tell outcomes of one thing that exclude each other.

## What it flags
What became of something, where two articles leave it at opposite ends: a defendant convicted and acquitted, an offer
accepted and turned down, a stage that parted and one that did not detach. Inside one article, what is said to last (shut ever since)
against what ended it (reopened).

## Why it matters
No figure gives such a conflict away, and each of the two sentences reads well by itself.

## How to settle it
Look the outcome up in the ruling, the minutes or the statement; where one followed the other, say when.

## What it leaves alone
What might be, was asked for or is only claimed; what others did, or what was done to something else; other days and other numbers,
a stand told as an earlier one; what may be one way first and the other later, unless it is said to last; a denial of the
opposite.

## References
de Marneffe et al. 2008 (ACL P08-1118): negation and antonymy; Aristotle's contraries, De Interpretatione 7, for poles that may
both be false but not both true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import alike
from auditor.comparing.circumstances import dates_apart
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.evidence import drawn_up
from auditor.languages.en.code.denials import denied_verbs, find_denials
from auditor.languages.en.lexicon.numbers import FIRST_RANKS, SMALL
from auditor.languages.en.lexicon.outcomes import OUTCOMES, SAME_THINGS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import singular
from auditor.model import Asked, Family, Finding, Modality, Outcome, Severity, Side, Verdict
from auditor.story.mentions import Mention, Record
from auditor.text.regex import regex

_EARLIER = LISTS.words("outcome_words", "earlier")
_OF_DOERS = LISTS.words("outcome_scales", "of-doer")
_OF_ONE_DOER = LISTS.words("outcome_scales", "of-one-doer")
_STATES = LISTS.words("outcome_scales", "state")
_PARTIES = LISTS.entry_of("parties", "nouns")

_NUMERAL = regex(r"\d[\d.,]{0,20}|[^\W\d_]{3,20}")
_NAMING = regex(r"[^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?")
_APPROVALS = LISTS.words("outcome_words", "approval")
_DECIDING = LISTS.entries("outcome_words", "approving")
_SCALES = frozenset(scale for scale, _ in OUTCOMES.values())
_WEIGHTS = drawn_up(
    "outcome",
    {
        "words shared": (10, 10, 10, 10, 10, 10),
        "words shared right beside": (0, 10, 20, 25, 30, 35),
        "inside one article": (10,),
        "a denial on no scale": (-30,),
        "a denial on no scale, not said by whom of what": (-10,),
    },
    (15, 0.2),
    (20, 0.7),
)
"""Too few pairs are labelled to fit these. The 13 conflicts found in invented stories have words right beside both that weigh 0.6
or more (level 3), and nothing told there is wrong. In 1,930 articles of real news seven pairs passed all vetoes, none of them a
conflict: four with less beside them, and three denials of verbs on no scale. Hence what speaks against those, of which none is
more than possible, and less than all is promised."""
_MOST = 90
"""Characters of a clause that a message quotes."""


def _slot(mention: Mention) -> str:
    """The scale of an outcome; none for what only might be, which is compared with nothing."""
    value = mention.claim.value
    return value.scale if isinstance(value, Outcome) and mention.claim.modality != Modality.HEDGED else ""


def _other_numbers(left: Mention, right: Mention) -> str:
    """Other numbers: of those who did it (83 were against it, 111 for it), or anywhere where one is a denial."""
    mine, theirs = _outcome(left), _outcome(right)
    if mine.denied or theirs.denied:
        some, others = _numbers(mine.clause.text), _numbers(theirs.clause.text)
    else:
        some, others = (set(_number_of_doers(one)) for one in (mine, theirs))
    return "told with other numbers" if some and others and not some & others else ""


def _number_of_doers(outcome: Outcome) -> Iterator[str]:
    """The numbers right before those who did it."""
    words = outcome.clause.text.lower().split()
    for number, noun in pairwise(words):
        if {noun.strip(".,’'"), singular(noun.strip(".,’'"))} & outcome.actor:
            yield from _numbers(number)


def _numbers(text: str) -> set[str]:
    """The numbers in words and digits, ordinals among them: a third one and one are two."""
    words = (match.group().lower() for match in _NUMERAL.finditer(text))
    return {str(SMALL.get(word, word)) for word in words if word in SMALL or word in FIRST_RANKS or word[0].isdigit()}


def _other_actor(left: Mention, right: Mention) -> str:
    """Both say who did it, by a noun, a name or a side, and it is not the same."""
    mine, theirs = _outcome(left), _outcome(right)
    if mine.actor and theirs.actor and not _meet(mine.actor, theirs.actor):
        return "done by another"
    return _other_names(mine, theirs) or _other_side(mine, theirs)


def _other_names(mine: Outcome, theirs: Outcome) -> str:
    """Both name a doer, another one; a verdict may name the court in one clause and the accused in the other."""
    if not (mine.doers and theirs.doers) or _akin(mine.doers, theirs.doers):
        return ""
    crossed = _akin(mine.doers, theirs.names) or _akin(theirs.doers, mine.names)
    return "" if crossed and mine.scale not in _OF_DOERS else "other names beside it"


def _other_side(mine: Outcome, theirs: Outcome) -> str:
    """Nouns say whose deed it is: workers and ministers seldom stand on one side, and never for one another."""
    if mine.scale not in _OF_DOERS or _akin(mine.doers, theirs.doers):
        return ""
    if mine.sides and theirs.sides:
        return "" if mine.sides & theirs.sides else "said of another side"
    return "nothing says that one and the same did both" if mine.scale in _OF_ONE_DOER else ""


def _other_thing(left: Mention, right: Mention) -> str:
    mine, theirs = _outcome(left), _outcome(right)
    if mine.thing and theirs.thing:
        return "" if _meet(mine.thing, theirs.thing) else "said of something else"
    return "" if not (mine.thing or theirs.thing) and _meet(mine.actor, theirs.actor) else "one does not say of what"


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two noun phrases have a head in common, or heads that are used for one another."""
    return bool(some & others) or any(alike(one, other) or _one_class(one, other) for one in some for other in others)


def _one_class(one: str, other: str) -> bool:
    same = SAME_THINGS.get(one, set()) & SAME_THINGS.get(other, set())
    return bool(same) or (one in _PARTIES and _PARTIES[one] == _PARTIES.get(other))


def _not_lasting(left: Mention, right: Mention) -> str:
    """Why not inside one article, unless one of two states is said to last, and not only until something ends it."""
    mine, theirs = _outcome(left), _outcome(right)
    if mine.scale not in _STATES or mine.lasting == theirs.lasting or left.sentence == right.sentence:
        return "one article, and nothing said to last"
    return "it lasts only until something" if _ends(left if mine.lasting else right) else ""


def _ends(mention: Mention) -> bool:
    """Whether the words behind the clause of a state say until when it lasts."""
    behind = mention.record.article.prose.lower[_outcome(mention).clause.end : mention.sentence[1]]
    return behind.split()[:1] == ["until"]


def _akin(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(set(one.split()) & set(other.split()) for one in some for other in others)


def _outcome(mention: Mention) -> Outcome:
    assert isinstance(mention.claim.value, Outcome)
    return mention.claim.value


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    mine, theirs = _outcome(left), _outcome(right)
    if _only_recommended(left, right) or _only_recommended(right, left):
        return Verdict.CONFLICT, "one says that it was decided, the other that it was recommended"
    if mine.first == theirs.first:
        if mine.denied == theirs.denied:
            return Verdict.AGREE, "same outcome"
    elif mine.denied or theirs.denied:
        return Verdict.AGREE, "same outcome, one as a denial"
    if _left_later(mine) != _left_later(theirs):
        return Verdict.COMPATIBLE, "one tells an earlier stand"
    if not (mine.lasting or theirs.lasting) and dates_apart(left, right):
        return Verdict.COMPATIBLE, "told of different days"
    if mine.scale in _STATES and not (mine.lasting or theirs.lasting):
        return Verdict.COMPATIBLE, "one may have followed the other"
    return Verdict.CONFLICT, "outcomes that exclude each other"


def _left_later(outcome: Outcome) -> bool:
    """Whether a stand is told as one that was left later: "initially rejected"."""
    return bool(set(outcome.clause.text.lower().split()) & _EARLIER)


def _only_recommended(one: Mention, other: Mention) -> bool:
    """Whether one body is said to have recommended an approval, and to have given it."""
    mine, theirs = _outcome(one), _outcome(other)
    recommended = one.claim.span.text.lower().startswith("recommend") and bool(mine.thing & _APPROVALS)
    decided = other.claim.span.text.lower().startswith(_DECIDING) and not theirs.denied and not mine.denied
    return recommended and decided and _meet(mine.actor, theirs.actor)


def _hint(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    """What two outcomes say for one occasion: inside one article one of them is said to last; any verb can be denied of much."""
    mine, theirs = _outcome(one), _outcome(other)
    framed = _meet(mine.actor, theirs.actor) and _meet(mine.thing, theirs.thing)
    listed = mine.scale in _SCALES
    yield "inside one article", int(one.document == other.document)
    yield "a denial on no scale", int(not listed)
    yield "a denial on no scale, not said by whom of what", int(not listed and not framed)


def _tell(judged: Judged, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    heads = [_outcome(mention).actor | _outcome(mention).thing for mention in (fewer[0], more[0])]
    named = (_subject(mention, meant) for meant in (heads[0] & heads[1], *heads) for mention in (fewer[0], more[0]))
    subject = next(filter(None, named), _short(_outcome(fewer[0]).clause.text))
    poles = " or ".join(dict.fromkeys(" ".join(m.claim.span.text.split()).lower() for m in (more[0], fewer[0])))
    settle = "Both hold only if they speak of two things, or the one was undone in between."
    return CHECK.finding(
        Asked("outcome", subject, f"{subject}: {poles}?", (_side(fewer), _side(more)), settle),
        fewer[0].claim.span,
        [mention.claim.span for mention in (*fewer[1:], *more)],
        probability=judged.probability,
    )


def _subject(mention: Mention, heads: frozenset[str]) -> str:
    """Who did it and what it was done to, as the clause has the words: "Union, offer"; empty where it has none of them."""
    clause = _NAMING.findall(_outcome(mention).clause.text)
    words = [word for word in clause if {word.lower(), singular(word.lower())} & heads]
    told = ", ".join(dict.fromkeys(words))
    return told[:1].upper() + told[1:]


def _side(side_of: Sequence[Mention]) -> Side:
    """The side of mentions of one outcome, in the words of the first clause."""
    return side((mention.claim.span for mention in side_of), _short(_outcome(side_of[0]).clause.text))


def _short(text: str) -> str:
    words = " ".join(text.split()).rstrip(" .,;:")
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"


def _with_denials(records: Sequence[Record]) -> Sequence[Record]:
    """The articles, with what one of them denies and another asserts among their claims."""
    elsewhere = frozenset().union(*(denied_verbs(record.article) for record in records))
    if not elsewhere or len(records) < 2:
        return records
    return [one.with_events(tuple(find_denials(one.article, one.names, elsewhere))) for one in records]


CHECK = Check(
    id="conflicting-outcome",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Comparing(
        "outcome",
        _slot,
        _relate,
        _tell,
        (
            _other_actor,
            _other_thing,
            _other_numbers,
        ),
        common=(),
        within=(_not_lasting,),
        hints=(_hint,),
        weights=_WEIGHTS,
        widen=_with_denials,
    ),
    flags=(
        example(
            "acquitted and convicted",
            "The treasurer, a cousin of the founder, {{was cleared}} of false accounting.",
            "The jury took two hours. The treasurer, a cousin of the founder, was [[convicted]] of false accounting.",
        ),
        example(
            "an offer accepted and turned down",
            "On Friday the bakers’ union {{accepted}} the mill’s offer for the night shift.",
            "The Nordby Bakers’ Union on Friday [[turned down]] an offer by the mill for the night shift.",
        ),
        example(
            "parted and did not come apart",
            "Cameras on the pad showed that the lower stage did not {{detach}}.",
            "The lower stage [[parted cleanly]], but the engine never lit.",
        ),
        example(
            "refused and done",
            "The reeve of Elm, Ada Quist, refused to {{sign}} the order to close the mill on Friday.",
            "Ada Quist, the reeve of Elm, [[signed]] the order to close the mill on Friday.",
        ),
        example(
            "a way to a higher court, and none",
            "The reeve’s lawyers said she would {{take the case to}} the court of appeal.",
            "The lawyers of the reeve said she would not [[appeal]].",
        ),
        example(
            "recommended and given",
            "The drugs office of Arvo last week {{recommended}} conditional approval of the syrup remolin.",
            "Remolin is the only syrup [[approved]] by the drugs office of Arvo for the cough.",
        ),
        example(
            "of one ruling, in the passive and the active",
            "The ban on night flights was {{upheld}} by the court in Lund on Friday.",
            "On Friday the court in Lund [[quashed]] the ban on night flights.",
        ),
        example(
            "an appeal and none",
            "Her lawyer, Nils Berg, said that his client would {{contest}} the sentence.",
            "Nils Berg said his client [[accepted]] the sentence.",
        ),
        example(
            "a blessing and a refusal",
            "The sale of the mill {{won the backing}} of the bakers’ union on Friday.",
            "On Friday the bakers’ union [[came out firmly against]] the sale of the mill.",
        ),
        example(
            "a demand given up",
            "The bakers’ union {{called for}} a public inquiry into the fire.",
            "The bakers’ union said that there was [[no need for]] a public inquiry into the fire.",
        ),
        example(
            "shut ever since, and reopened",
            "The gallery has kept its doors {{shut}} since the theft in August.\n\n"
            "Visitors waited at its doors on 1 December, when the gallery [[reopened]], and left flowers.",
        ),
    ),
    leaves_alone=(
        example(
            "kept for a time",
            "The keeper of the Elm light, Ada Quist, resigned on Sunday after a long quarrel.\n\n"
            "In a letter late Sunday, Quist said that she would stay on until Wednesday.",
        ),
        example(
            "a contest, a noun",
            "The declaration that Lund had won the support of the ferry crews came late on Monday.",
            "Lund thanked the ferry crews after the support contest on Monday.",
        ),
        example(
            "denied by one, refused by another",
            "The bakers were denied permits for the night market by the harbour office.",
            "The clerk of the harbour office refused to sign permits for the night market.",
        ),
        example(
            "a plea that was changed",
            "Olsen pleaded not guilty to false accounting when she was charged last autumn.",
            "Olsen pleaded guilty to false accounting on Friday.",
        ),
        example(
            "two objects of one actor",
            "Anna Olsen defended the harbour budget in the council on Friday.",
            "In the council on Friday, Anna Olsen criticised the harbour wall.",
        ),
        example(
            "what is not asserted",
            "The bakers’ union rejected claims that the mill had accepted the offer for the night shift.",
            "The mill did not accept the offer for the night shift.",
        ),
        example(
            "what one house recommends and another decides",
            "The council’s panel recommended approval of the harbour plan on Friday.",
            "On Friday the harbour plan was approved by the assembly.",
        ),
        example(
            "never before, and now",
            "The cook has not burned a pie before.",
            "It was the first pie that the cook burned.",
        ),
        example(
            "votes on both sides",
            "In the council 31 Greens voted for the budget of the harbour.",
            "In the council nine Greens voted against the budget of the harbour.",
        ),
        example(
            "not before, but then",
            "The warden did not apologise for the closed path until the meeting on Friday.",
            "The warden apologised for the closed path.",
        ),
        example(
            "the board and those it asks",
            "The board gave its backing to the sale.",
            "Shareholders came out against the sale.",
        ),
        example(
            "two sides",
            "The workers accepted the offer for the night shift.",
            "Ministers rejected the offer for the night shift.",
        ),
        example(
            "a demand, and who sees no need",
            "The opposition called for a public inquiry into the flood.",
            "There is no need for a public inquiry into the flood, ministers said.",
        ),
        example(
            "an earlier stand",
            "The bakers’ union initially rejected the offer for the night shift.",
            "The bakers’ union accepted the offer for the night shift.",
        ),
        example(
            "denied of another number",
            "In May the office did not issue its third letter on planning.",
            "The office issued one letter on planning.",
        ),
        example(
            "other people",
            "Anna Olsen was convicted of false accounting.",
            "Peter Lund was cleared of false accounting.",
        ),
        example(
            "other days",
            "The bakers’ union rejected the offer on 3 May 2024.",
            "The bakers’ union accepted the offer on 9 May 2024.",
        ),
        example(
            "what might be",
            "The bakers’ union may accept the offer for the night shift.",
            "The bakers’ union rejected the offer for the night shift.",
        ),
        example(
            "closed first, open later",
            "The bridge closed after the storm.",
            "The bridge reopened after the storm.",
        ),
        example(
            "a denial of the opposite",
            "The bakers’ union did not reject the offer for the night shift.",
            "The bakers’ union accepted the offer for the night shift.",
        ),
        example(
            "asked for, not done",
            "The prosecutor wanted the treasurer to be convicted of false accounting.",
            "The treasurer was cleared of false accounting.",
        ),
        example(
            "declined to comment",
            "The bakers’ union declined to comment on the offer for the night shift.",
            "The bakers’ union accepted the offer for the night shift.",
        ),
    ),
)
