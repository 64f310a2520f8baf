"""Articles give one office to two people.

## What it flags
Two people as chief executive of one company, head of one agency, director of one museum, judge who passed one sentence.

## Why it matters
One of the two never said or did what the article credits to the office.

## How to settle it
Look up who held the office on the day told of; mend the other article, or say when the office changed hands.

## What it leaves alone
Former, acting, new and deputy holders; articles that tell of a change; offices with several holders (spokesmen, vice
presidents); other organisations, other branches, other countries; an organisation that the words do not tell.

## References
de Marneffe et al. 2008 (ACL P08-1118), lexical contradiction: values of a functional relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import fullest
from auditor.languages.en.code.names import GROUP
from auditor.languages.en.lexicon.countries import countries
from auditor.languages.en.lexicon.offices import UNNAMED
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.people import HOLDER_OF_ANOTHER_TIME, WITH_ARTICLE
from auditor.model import Asked, Claim, Comparison, Confidence, Family, Finding, Office, Severity, Side, Span, Verdict
from auditor.story.mentions import Record
from auditor.story.people import (
    Post,
    meeting,
    merged,
    one_country,
    other_person,
    posts,
    same_body,
    same_given,
    same_kind,
    sentence,
)
from auditor.story.stories import Story

_ALONE = LISTS.words("offices", "alone")
_COURTESY = LISTS.words("offices", "courtesy")
_ONE_IN_STORY = LISTS.words("offices", "once")
_SINGLE = LISTS.words("offices", "single")

_NEED_A_WORD = frozenset(["mayor", "chair"])
"""Classes of which a story may tell of several, so that a bare title ("Mayor Roth") may be another's."""
_OF_STATES = LISTS.words("offices", "of-states")


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the holders of each office that has one holder at a time, and tell once of two people."""
    held = {
        record.article.document.id: [p for p in posts(record) if _single(p) and not p.one_of_many]
        for record in story.records
    }
    conflicts: list[tuple[Claim, Claim]] = []
    for left, right in story.couples:
        mine, theirs = held[left.article.document.id], held[right.article.document.id]
        for one, other in meeting(mine, theirs, _keys):
            if not same_kind(one, other) or not _one_post(one, other):
                continue
            verdict, reason = _relate(one, other)
            if verdict == Verdict.CONFLICT:
                if left is right:
                    doubt = _doubt_inside(one, other, mine, left)
                else:
                    courtesy = _is_courtesy(left, one) or _is_courtesy(right, other)
                    doubt = _doubt(one, other, mine, theirs, one_country(left, right))
                    doubt = "a title that stays with its bearer" if courtesy else doubt
                verdict, reason = (Verdict.NOT_COMPARABLE, doubt) if doubt else (verdict, reason)
            yield Comparison(check, verdict, one.claim, other.claim, reason)
            if verdict == Verdict.CONFLICT:
                conflicts.append((one.claim, other.claim))
        if left is not right:
            conflicts += _by_elimination(left, right, mine, theirs)
    for fewer, more in merged(conflicts, lambda claim: _office(claim).person):
        yield _tell(fewer, more)


def _by_elimination(
    left: Record, right: Record, mine: Sequence[Post], theirs: Sequence[Post]
) -> Iterator[tuple[Claim, Claim]]:
    """The holders of an office of which each article names one, where an article does not say again of what.

    They are two where neither article knows the other's holder, and what one names the other names as well.
    """
    for kind in sorted(UNNAMED):
        one, other = _only(kind, mine), _only(kind, theirs)
        if one is None or other is None or not other_person(one.office, other.office):
            continue
        if _names(left, other.office.person) or _names(right, one.office.person):
            continue
        if _resolved(kind, one, other, left, right):
            yield one.claim, other.claim


def _only(kind: str, held: Sequence[Post]) -> Post | None:
    """The post of a class that an article gives one person, who holds it when the article speaks."""
    of_kind = [post for post in held if post.kind == kind]
    sitting = all(not post.office.former and not post.changing and not post.rank for post in of_kind)
    return of_kind[0] if of_kind and sitting and len({post.office.person for post in of_kind}) == 1 else None


def _names(story: Record, word: str) -> bool:
    return any(word in name.span.text.lower().split() for name in story.names.all)


def _resolved(kind: str, one: Post, other: Post, left: Record, right: Record) -> bool:
    """Whether what one post is held in, named in one article alone beside the office, is named in the other too."""
    if kind == "prime minister" and not one_country(left, right):
        return False
    for placed_post, bare, story in ((one, other, right), (other, one, left)):
        place = placed_post.words - UNNAMED[kind]
        unnamed = bare.words <= UNNAMED[kind] and (bare.definite or kind not in _NEED_A_WORD)
        if place and unnamed and all(_names(story, word) for word in place):
            return True
    if one.words | other.words:
        return False
    mine, theirs = ({name.key for name in story.names.all if name.kind == GROUP} for story in (left, right))
    return one.definite and other.definite and len(mine & theirs) == 1


def _single(post: Post) -> bool:
    """Whether a post has one holder at a time: by its class, or as the chief of its kind in an organisation."""
    return post.kind in _SINGLE or (bool(post.body) and "chief" in post.office.title.split())


def _keys(post: Post) -> list[str]:
    return [*sorted(post.words), post.kind] if post.kind in _ONE_IN_STORY else sorted(post.words)


def _one_post(one: Post, other: Post) -> bool:
    """Whether two posts of like kind are held in one organisation, or are of a kind that needs none beside it."""
    if one.kind == other.kind and one.kind in _ONE_IN_STORY and not (one.words and other.words):
        return one.kind in _ALONE or not (one.words or other.words)
    return same_body(one, other)


def _relate(one: Post, other: Post) -> tuple[Verdict, str]:
    if one.office.person == other.office.person and same_given(one.office.given, other.office.given):
        return Verdict.AGREE, "same holder"
    if not other_person(one.office, other.office):
        return Verdict.NOT_COMPARABLE, "names that share a word"
    if one.office.former or other.office.former:
        return Verdict.NOT_COMPARABLE, "a holder of another time"
    if one.changing or other.changing:
        return Verdict.NOT_COMPARABLE, "the office changes hands"
    return Verdict.CONFLICT, "two holders of one office"


def _doubt(one: Post, other: Post, mine: Sequence[Post], theirs: Sequence[Post], one_country: bool) -> str:
    """Why two holders of what seems one office are no conflict, or empty."""
    if one.kind in _OF_STATES and not (one.body and other.body) and not one_country:
        return "the country is not stated"
    for post, others in ((one, theirs), (other, mine)):
        if any(post.office.person == also.office.person and _one_post(post, also) for also in others):
            return "the same value stands elsewhere in the other article"
    for post, own in ((one, mine), (other, theirs)):
        if any(_second_holder(post, also) for also in own):
            return "an article names several holders"
    return ""


def _doubt_inside(one: Post, other: Post, own: Sequence[Post], story: Record) -> str:
    """Why two holders in one article, which may tell of many years and places, are no conflict, or empty."""
    if one.kind in _OF_STATES or not same_body(one, other) or one.kind != other.kind:
        return "holders of two times or places"
    if any(HOLDER_OF_ANOTHER_TIME.stands(sentence(story, post.claim.span.start)) for post in (one, other)):
        return "a holder of another time"
    if len({post.office.person for post in own if same_kind(post, one) and same_body(post, one)}) > 2:
        return "an article names several holders"
    return ""


def _is_courtesy(story: Record, post: Post) -> bool:
    """Whether a title stands alone before a name, that a former holder keeps: nothing in the sentence says of what."""
    told = {word.lower() for word in sentence(story, post.claim.span.start).split()}
    states = {state.lower() for word in told if (state := countries().get(word.title()))}
    return (
        post.kind in _COURTESY
        and not post.narrowed
        and post.body.isdisjoint(told | {w for s in states for w in s.split()})
    )


def _second_holder(post: Post, also: Post) -> bool:
    if post.office.person == also.office.person or post.kind != also.kind or post.rank != also.rank:
        return False
    return _one_post(post, also)


def _office(claim: Claim) -> Office:
    assert isinstance(claim.value, Office)
    return claim.value


def _whole(claim: Claim) -> Span:
    return _office(claim).bearer or claim.span


def _tell(fewer: Sequence[Claim], more: Sequence[Claim]) -> Finding:
    first, *others = _side(fewer), _side(more)
    office = _told((*fewer, *more))
    settle = "Both hold only if it changed hands in between, or if two organisations are meant."
    return CHECK.finding(
        Asked("holder", office, f"Who is the {office}?", (first, *others), settle),
        first.places[0],
        [place for held in (first, *others) for place in held.places],
        confidence=Confidence.MEDIUM,
    )


def _side(claims: Sequence[Claim]) -> Side:
    names = [_whole(claim) for claim in claims]
    return side(names, fullest(names), _office(claims[0]).person)


def _told(claims: Sequence[Claim]) -> str:
    """The office as most of a question's words: the one that says most fully of what, in the words of its text."""
    told = {(bool(_office(claim).organisation), _in_words(claim)) for claim in claims}
    return max(told, key=lambda one: (one[0], one[1][:1].islower(), len(one[1]), one[1]))[1]


def _in_words(claim: Claim) -> str:
    """An office with the organisation it is held in: "director of the museum"."""
    office, text = _office(claim), " ".join(claim.span.text.split())
    at = text.lower().find(office.title)
    title = "judge" if office.title == "justice" else text[at : at + len(office.title)] if at >= 0 else office.title
    if not office.organisation:
        return title
    held_in = office.organisation
    common = held_in[0].islower() and not held_in.endswith("s")
    return f"{title} of {'the ' if common or WITH_ARTICLE.match(held_in) else ''}{held_in}"


CHECK = Check(
    id="conflicting-holder",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "two heads of the government of the one state that is named",
            "Norway signed the pact in the harbour. Prime Minister {{Ilse Brandt}} spoke at noon.",
            "Norway signed the pact in the harbour. Prime Minister [[Karl Berg]] spoke at noon.",
        ),
        example(
            "the chief of a kind",
            "{{Anneke Rowse}}, the chief inspector of mines, is to report within three months.",
            "Blame is the business of [[Martin Gale]], the chief inspector of mines.",
        ),
        example(
            "the head of an agency",
            "Commander {{Davin Lund}}, who heads the coastguard, said that 175 people had been saved.",
            "“The sea gave us no time,” said Commander [[Marit Dahl]], the coastguard chief.",
        ),
        example(
            "the head of a company",
            "{{Tobias Kern}}, the chief executive of Nordane Railways, wrote to staff.",
            "[[Viktor Lind]], Nordane’s chief executive, led for the company.",
        ),
        example(
            "the judge",
            "Passing sentence, Mrs Justice {{Honor Castell}} said that the fire had been planned for months.",
            "Sentencing him yesterday, Mr Justice [[Alden Prowe]] spared nobody’s blushes.",
        ),
        example(
            "the service that an article names in full",
            "The Corvane Rescue Service had 640 people in the line. “We lost the ridge,” said {{Ines Callow}}, who directs "
            "the service.",
            "[[Marcus Thale]], who ran the Corvane Rescue Service throughout, has been criticised.",
        ),
        example(
            "who needs no organisation beside them",
            "Lead author {{Ivo Holm}} said that more work was needed.",
            "[[Karin Vold]], the study’s lead author, said that more work was needed.",
        ),
        example(
            "the head of the government, by elimination",
            "Prime Minister {{Ada Brandt}} told deputies that the dam in Talvania would be finished.",
            "[[Oskar Lind]], Talvania’s prime minister, said that the dam would be finished.",
        ),
        example(
            "the chair of what the article names",
            "{{Nina Falk}}, who chairs Nordane Ferries, opened the yard.",
            "Nordane Ferries has a new yard. [[Piers Kern]], who chairs the board, cut the ribbon.",
        ),
        example(
            "the head of the university that both name",
            "Ambry University lost a roof. “The walls will hold,” said Professor {{Ian Kern}}, the vice-chancellor.",
            "A roof fell at Ambry University. Professor [[Una Lind]], the vice-chancellor, spoke to students.",
        ),
        example(
            "the mayor of the town",
            "The mayor of Quillport, {{Ines Kern}}, asked families in Quillport to boil water.",
            "In Quillport, families boil water. [[Tomas Lind]], the town’s mayor, went from door to door.",
        ),
        example(
            "inside one article",
            "“It is gone,” said {{Hedvig Lind}}, the museum’s director, on the steps.\n\n"
            "Nobody was hurt, and the museum’s director, [[Tobias Kern]], praised the guards.",
        ),
        example(
            "two in one article, and a third",
            "{{Tobias Kern}}, the chief executive of Nordane Railways, wrote to staff. [[Hedvig Berg]], the chief executive of Nordane Railways, spoke at noon.",
            "Viktor Lind, the chief executive of Nordane Railways, wrote to staff.",
        ),
    ),
    leaves_alone=(
        example(
            "heads of governments, and which of two states is meant is not said",
            "Norway and Sweden signed the pact in the harbour. Prime Minister Ilse Brandt spoke at noon.",
            "Norway and Sweden signed the pact in the harbour. Prime Minister Karl Berg spoke at noon.",
        ),
        example(
            "a holder, and a former one beside",
            "Tobias Kern, the chief executive of Nordane Railways, wrote to staff. Hedvig Berg, Nordane Railways’ former chief "
            "executive, spoke at noon.",
            "Viktor Lind, the chief executive of Nordane Railways, wrote to staff.",
        ),
        example(
            "a former holder",
            "Tobias Kern, the chief executive of Nordane Railways, wrote to staff.",
            "Viktor Lind, Nordane’s former chief executive, wrote to the paper.",
        ),
        example(
            "another branch",
            "Clara Kern, the museum’s finance director, spoke of the losses.",
            "Hedvig Lind, the museum’s director, spoke of the losses.",
        ),
        example(
            "an office that changes hands",
            "Tobias Kern, the chief executive of Nordane Railways, wrote to staff.",
            "Viktor Lind, Nordane’s chief executive, who replaced Tobias Kern in May, wrote to staff.",
        ),
        example(
            "a mayor of somewhere else",
            "Mayor Ines Kern asked families in Quillport to boil water.",
            "Tomas Lind, the mayor of Quillport, went from door to door.",
        ),
        example(
            "the chair of another board",
            "Nina Falk, who chairs Nordane Ferries, opened the yard.",
            "Piers Kern, who chairs the board, cut the ribbon.",
        ),
        example(
            "several holders",
            "Nordane’s spokesman Tobias Kern declined to comment.",
            "Nordane’s spokesman Viktor Lind declined to comment.",
        ),
        example(
            "two companies, neither named",
            "The company’s chief executive, Tobias Kern, wrote to staff.",
            "The company’s chief executive, Viktor Lind, wrote to staff.",
        ),
        example(
            "two countries",
            "German Transport Minister Ilse Brandt met her colleagues.",
            "French Transport Minister Luc Moreau met his colleagues.",
        ),
        example(
            "who led it once",
            "Ines Callow, who directs the coastguard, spoke on Monday.",
            "Marcus Thale, who ran the coastguard in the 1990s, spoke on Monday.",
        ),
        example(
            "organisations of which a story may have several",
            "Village head Rui Alves spoke on Monday.",
            "Village head Ana Lopes spoke on Monday.",
        ),
        example(
            "two mayors",
            "Mayor Rui Alves spoke on Monday.",
            "Ana Lopes, the mayor of Porto, spoke on Monday.",
        ),
        example(
            "deputies",
            "Rui Alves, the museum’s deputy director, spoke on Monday.",
            "Ana Lopes, the museum’s deputy director, spoke on Monday.",
        ),
        example(
            "two judges of a court with many",
            "Talvanian District Judge Rui Alves heard the case on Tuesday.\n\n"
            "Late on Monday Talvanian District Judge Ana Lopes set up a hotline.",
            "The votes are to be counted.",
        ),
        example(
            "an office before a comma that ends a clause",
            "Though the letters went to the tax commissioner, Alves has taken the lead.",
            "In a letter to the tax commissioner, Ana Lopes, he cited ten cases.",
        ),
        example(
            "a short title between office and name",
            "The chairman of the House Fishery Committee, Rep. Rui Alves, will look into it.",
            "That would be a crime, said House Fishery Committee Chairman Rui Alves.",
        ),
        example(
            "a title that stays with its bearer",
            "The firm’s owner praised President Donald Trump on Thursday.",
            "The firm’s owner once stood beside President Obama.",
        ),
        example(
            "committees that nothing names",
            "Rui Alves, secretary general of the Talvanian Olympic committee, spoke.",
            "“We go,” said committee chief Ana Lopes.",
        ),
        example(
            "a name read in part",
            "Rui Alves is head of search and rescue in the port. Ana Lopes is head of Talvania’s search and rescue agency.",
            "The head of Russian state railways, Rui Alves, met President Ana Lopes of Russia.",
        ),
        example(
            "two police forces",
            "Lisbon police chief Rui Alves spoke on Monday.",
            "Porto police chief Ana Lopes spoke on Monday.",
        ),
    ),
)
