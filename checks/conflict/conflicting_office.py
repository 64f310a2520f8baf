"""Articles give one person two offices that nobody holds at one time.

## What it flags
One person as minister of two different fields, as deputy and assistant chief, as president and general secretary of one
union, as president and prime minister of one state, as senator and representative, as leader of the majority and of the
minority, as head of two different units or public bodies: across articles, or inside one; as acting and as full holder of
one office, in two articles of which neither says both.

## Why it matters
Who speaks is half of what a statement is worth; a wrong office puts it into another institution's mouth.

## How to settle it
Look the person up with the institution; mend the article that is wrong, or say when the office changed.

## What it leaves alone
Former, acting, new and future holders; articles that tell of an office changing hands; an office and a rank; a title and
a function; one office in other words, as nearly all differing offices of one person are (of 189 such pairs that were
read in real news, 5 clash); people who share a family name alone.

## References
de Marneffe et al. 2008 (ACL P08-1118), lexical contradiction: values of a functional relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import fullest
from auditor.languages.en.lexicon.offices import EXCLUSIVE, HEAD, OPPOSED
from auditor.languages.en.lists import LISTS
from auditor.model import Asked, Claim, Comparison, Confidence, Family, Finding, Office, Severity, Span, Verdict
from auditor.story.people import Post, meeting, merged, one_person, posts, same_body, same_kind
from auditor.story.stories import Story

_LADDER = LISTS.words("office_words", "ladder")
_LOWER = LISTS.words("office_words", "lower")
_PAST = LISTS.words("office_words", "past")
_PUBLIC_BODIES = LISTS.words("people_and_bodies", "public")
_SINGLE = LISTS.words("offices", "single")
_STANDING_IN = LISTS.words("office_words", "standing-in")
_UNITS = LISTS.entry_of("office_units", "words")
_WIDE = LISTS.words("offices", "wide")

_RANKED = LISTS.words("office_words", "ranked")
"""Classes of office whose deputy is named by the same words, so that a rank tells two posts where the body is not named."""


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the offices of each person, and tell once of two that exclude each other."""
    held = {record.article.document.id: posts(record) for record in story.records}
    by_claim = {post.claim: post for found in held.values() for post in found}
    conflicts: list[tuple[Claim, Claim]] = []
    for left, right in story.couples:
        mine, theirs = held[left.article.document.id], held[right.article.document.id]
        for one, other in meeting(mine, theirs, lambda post: (post.office.person,)):
            if not one_person(one.office, other.office):
                continue
            verdict, reason = _relate(one, other)
            if verdict == Verdict.CONFLICT and left is not right and (_also(one, theirs) or _also(other, mine)):
                verdict, reason = Verdict.NOT_COMPARABLE, "the same value stands elsewhere in the other article"
            yield Comparison(check, verdict, one.claim, other.claim, reason)
            if verdict == Verdict.CONFLICT:
                conflicts.append((one.claim, other.claim))
    for fewer, more in merged(conflicts, lambda claim: _value(by_claim[claim])):
        yield _tell(by_claim[fewer[0]], by_claim[more[0]], fewer, more)


def _relate(one: Post, other: Post) -> tuple[Verdict, str]:
    if _one_stands_in(one, other):
        return Verdict.CONFLICT, "an office held, and one held for a while"
    if one.office.former != other.office.former:
        return Verdict.NOT_COMPARABLE, "an office of another time"
    if one.office.former and not (same_body(one, other) and _other_rank(one, other)):
        return Verdict.NOT_COMPARABLE, "offices of other times"
    if one.changing or other.changing:
        return Verdict.NOT_COMPARABLE, "the office changes hands"
    if _exclude(one, other):
        return Verdict.CONFLICT, "offices that exclude each other"
    if _value(one)[1:] == _value(other)[1:]:
        return Verdict.AGREE, "same office"
    return Verdict.COMPATIBLE, "offices that one person may hold"


def _exclude(one: Post, other: Post) -> bool:
    if one.kind == other.kind == "minister" and one.fields and other.fields:
        return not one.fields & other.fields
    across = one.claim.span.document != other.claim.span.document
    if _other_step(one, other) or _opposed(one, other) or (across and _other_body(one, other)):
        return True
    if frozenset((one.kind, other.kind)) in EXCLUSIVE and one.narrowed == other.narrowed and len(one.narrowed) > 1:
        return True
    if {one.kind, other.kind} == {"minister", "prime minister"}:
        return bool(one.fields or other.fields) and one.body == other.body and one.rank == other.rank
    bare = not one.words and not other.words and across
    if across and one.kind in _RANKED and not (one.words and other.words):
        return _other_rank(one, other)
    if same_body(one, other) or (bare and one.kind != "president"):
        return frozenset((one.kind, other.kind)) in EXCLUSIVE or _other_rank(one, other)
    return one.kind == other.kind == HEAD and _other_unit(one.body, other.body)


def _other_step(one: Post, other: Post) -> bool:
    """Whether both are ranks of which nobody has two at a time."""
    mine, theirs = one.office.title.split(), other.office.title.split()
    return {mine[-1], theirs[-1]} <= _LADDER and not {*mine} & {*theirs} & _LADDER


def _one_stands_in(one: Post, other: Post) -> bool:
    """Whether one article has somebody acting in an office that the other gives the same person outright."""
    if one.stands_in == other.stands_in or one.claim.span.document == other.claim.span.document:
        return False
    acting, sitting = (one, other) if one.stands_in else (other, one)
    over = sitting.office.former or not _PAST.isdisjoint(acting.claim.span.text.lower().split())
    if over or one.changing or other.changing:
        return False
    one_office = same_kind(one, other) and one.kind in _SINGLE and one.office.title == other.office.title
    return one_office and (same_body(one, other) or bool(one.narrowed))


def _opposed(one: Post, other: Post) -> bool:
    """Whether both are offices of one title but for a word and its opposite: leader of the majority and of the minority."""
    mine, theirs = ({*post.office.title.split()} for post in (one, other))
    return one.kind == other.kind and any(
        len(mine & pair) == len(theirs & pair) == 1 and mine & pair != theirs & pair for pair in OPPOSED
    )


def _other_body(one: Post, other: Post) -> bool:
    """Whether both are heads of public bodies of two names that share no word."""
    if not {one.kind, other.kind} <= _WIDE or one.rank or other.rank or one.narrowed or other.narrowed:
        return False
    named = all(len(post.body & post.proper) > 1 and post.body & _PUBLIC_BODIES for post in (one, other))
    return named and not one.body & other.body


def _other_rank(one: Post, other: Post) -> bool:
    """Whether one is below the other in one office. An associate justice is a judge of the court as well."""
    below = one.rank != other.rank and {one.rank, other.rank} <= _LOWER | {""}
    return below and one.kind == other.kind and one.kind in _SINGLE - {"judge"}


def _other_unit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two bodies are units of one size with no word in common but that for the unit."""
    mine, theirs = ({_UNITS[word] for word in body if word in _UNITS} for body in (one, other))
    named = bool(one - _UNITS.keys() and other - _UNITS.keys())
    return bool(mine & theirs) and named and not (one & other) - _UNITS.keys()


def _also(post: Post, others: Sequence[Post]) -> bool:
    """Whether an article gives the person this office too."""
    return any(one_person(post.office, other.office) and _value(post) == _value(other) for other in others)


def _value(post: Post) -> tuple[str, str, str, frozenset[str]]:
    narrowed = post.fields if post.kind == "minister" else post.body if post.kind == HEAD else frozenset()
    side = frozenset(post.office.title.split()) & frozenset().union(*OPPOSED)
    side |= _STANDING_IN if post.stands_in else frozenset()
    return post.office.person, post.kind, post.rank, narrowed | side


def _tell(post: Post, other: Post, fewer: Sequence[Claim], more: Sequence[Claim]) -> Finding:
    named = fullest(bearer for claim in (*fewer, *more) if (bearer := _bearer(claim)))
    subject = named or post.office.person.title()
    held = f"did {subject} hold" if post.office.former and other.office.former else f"does {subject} hold"
    settle = "Both hold only if the office changed in between, or one person holds both."
    sides = (
        side((claim.span for claim in fewer), same=_key(post)),
        side((claim.span for claim in more), same=_key(other)),
    )
    one_name = post.office.given == other.office.given and post.office.person == other.office.person
    slot = f"{post.office.given} {post.office.person}" if one_name and post.office.given else ""
    return CHECK.finding(
        Asked("office", subject, f"Which office {held}?", sides, settle, slot),
        fewer[0].span,
        [claim.span for claim in (*fewer[1:], *more)],
        confidence=Confidence.HIGH if post.kind == "minister" else Confidence.MEDIUM,
    )


def _bearer(claim: Claim) -> Span | None:
    return claim.value.bearer if isinstance(claim.value, Office) else None


def _key(post: Post) -> str:
    """What is equal for all words of one office."""
    _, kind, rank, narrowed = _value(post)
    return " ".join((rank, kind, *sorted(narrowed))).strip()


CHECK = Check(
    id="conflicting-office",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "two ministries",
            "The harbour was closed. {{Transport Minister}} Ilse Brandt said that it would open in May.",
            "Ilse Brandt, the [[labour minister]], said on Monday that the harbour would open in May.",
        ),
        example(
            "two posts of one union, in one article",
            "“We will not go back,” said Maren Holt, the {{general secretary of the dockers’ union}}, at noon.\n\n"
            "The [[union president]], Ms Holt, has agreed to give evidence in the spring.",
        ),
        example(
            "assistant and deputy",
            "“The real hero is the girl,” Mariel’s {{assistant police chief}} Ed Tamm said on Tuesday.",
            "“We have three suspects,” Ed Tamm, Mariel’s [[deputy police chief]], said.",
        ),
        example(
            "two ranks",
            "{{Sergeant}} Ivo Lund of the harbour police found the car.",
            "The car was found by [[Inspector]] Ivo Lund on Monday.",
        ),
        example(
            "the head of the state and of its government",
            "{{Turkish President}} Ilhan Brandt called to offer his condolences.",
            "[[Turkish Prime Minister]] Ilhan Brandt blamed the rebels.",
        ),
        example(
            "a minister and the head of the government",
            "Talks were led by Ilse Brandt, Talvania’s {{fisheries minister}}.",
            "Talks were led by Ilse Brandt, the [[prime minister of Talvania]].",
        ),
        example(
            "acting, or not",
            "“We shall rebuild,” said Talvania’s {{acting prime minister}}, Ilse Brandt.",
            "The bridge will be closed, Talvania’s [[prime minister]], Ilse Brandt, said.",
        ),
        example(
            "the majority and the minority",
            "{{Senate Majority Leader}} Mitch Orwell spoke on the lawn.",
            "“It will fail,” [[Senate Minority Leader]] Mitch Orwell said.",
        ),
        example(
            "two chambers, in short titles",
            "{{Sen.}} Jeff Brandt fielded the first ball.",
            "“I saw him fall,” said [[Rep.]] Jeff Brandt.",
        ),
        example(
            "the heads of two public bodies",
            "“The slope has stopped,” said Mira Brandt, {{director of the Halden Seismic Institute}}.",
            "Mira Brandt, [[head of the National Forest Service]], will brief reporters at five.",
        ),
        example(
            "two units",
            "The objects are abroad, said Tomas Reik, the {{head of the national art crime unit}}.",
            "Tomas Reik, who [[leads the homicide squad]] in the port, arrived to find rope and wet prints.",
        ),
        example(
            "two posts of one union, which one article names",
            "Maren Holt, the {{general secretary of the dockers’ union}}, spoke at noon.",
            "The [[union president]], Maren Holt, has agreed to give evidence in the spring.",
        ),
        example(
            "two posts of one union, written before them",
            "{{Rail union president}} Maren Holt spoke at noon.",
            "[[Rail union general secretary]] Maren Holt has agreed to give evidence in the spring.",
        ),
        example(
            "two posts, and one article says of which union",
            "Maren Holt, {{president of the union}}, spoke at noon.",
            "Maren Holt, [[general secretary of the dockers’ union]], has agreed to give evidence in the spring.",
        ),
    ),
    leaves_alone=(
        example(
            "acting, until the office was handed on",
            "Talvania’s acting prime minister, Ilse Brandt, spoke.",
            "Talvania’s prime minister, Ilse Brandt, who replaced Jon Berg in May, spoke.",
        ),
        example(
            "one ministry in other words",
            "Defence Minister Ilse Brandt flew to the island on Sunday.",
            "Ilse Brandt, the defense minister, flew to the island on Sunday.",
        ),
        example(
            "a former office",
            "Ilse Brandt, the labour minister, spoke on Monday.",
            "Former transport minister Ilse Brandt spoke on Monday.",
        ),
        example(
            "an office that changes hands",
            "Transport Minister Ilse Brandt spoke on Monday.",
            "Labour Minister Ilse Brandt, who was promoted in a reshuffle on Friday, spoke on Monday.",
        ),
        example(
            "a title and a function",
            "The union’s vice president Terry Dorn, director of the union’s rail department, wrote to members.",
            "Terry Dorn, the union’s chief negotiator with the railway, wrote to members.",
        ),
        example(
            "a rank and its short form",
            "Lieutenant Colonel Ivo Lund gave the order.",
            "The order came from Colonel Ivo Lund on Monday.",
        ),
        example(
            "people of one family name",
            "Transport Minister Ilse Brandt spoke on Monday.",
            "Labour Minister Karl Brandt spoke on Monday.",
        ),
        example(
            "several fields in one office",
            "Ilse Brandt, the minister for trade and industry, spoke on Monday.",
            "Trade Minister Ilse Brandt spoke on Monday.",
        ),
        example(
            "acting where it is first told",
            "Talvania’s acting prime minister, Ilse Brandt, spoke. Talvania’s prime minister, Ilse Brandt, left.",
            "Talvania’s prime minister, Ilse Brandt, spoke.",
        ),
        example(
            "formerly acting",
            "Talvania’s former acting prime minister, Ilse Brandt, spoke.",
            "Talvania’s prime minister, Ilse Brandt, spoke.",
        ),
        example(
            "a cardinal and archbishop",
            "Cardinal Tomas Reik, the archbishop of Mariel and head of the bishops’ conference, spoke.",
            "The archbishop of Mariel, Tomas Reik, waved to the crowd.",
        ),
        example(
            "a justice of a court",
            "Associate Justice Tomas Reik asked about the lease.",
            "Justice Tomas Reik asked about the lease.",
        ),
        example(
            "an earlier seat",
            "Sen. Jeff Brandt fielded the first ball.",
            "In 2009 former Rep. Jeff Brandt lost his seat.",
        ),
        example(
            "orders that somebody gives",
            "Sheriff Tomas Reik, who is directing officers to wait, spoke.",
            "Sheriff Tomas Reik led a prayer.",
        ),
        example(
            "a wide word and the exact one",
            "Union leader Maren Holt spoke on Monday.",
            "Maren Holt, the general secretary of the dockers’ union, spoke on Monday.",
        ),
        example(
            "posts of unions of which nobody says whose",
            "Union president Maren Holt spoke at noon.",
            "Union general secretary Maren Holt has agreed to give evidence in the spring.",
        ),
        example(
            "a minister of one state and the head of another's government",
            "Norway’s fisheries minister, Ilse Brandt, spoke.",
            "The prime minister of Sweden, Ilse Brandt, spoke.",
        ),
        example(
            "a minister who is the deputy of the head of the government",
            "Norway’s fisheries minister, Ilse Brandt, spoke.",
            "Norway’s deputy prime minister, Ilse Brandt, spoke.",
        ),
        example(
            "one unit in a longer name",
            "The objects are abroad, said Tomas Reik, the head of the national art crime unit.",
            "Tomas Reik, the head of the art crime unit, arrived to find rope and wet prints.",
        ),
    ),
)
