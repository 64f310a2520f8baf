"""Articles give what must be one person two names.

## What it flags
Another given name of one office holder, or a given name with letters changed, beside one family name; another family
name of one office holder with the same given name; inside one article, a name whose letters slip once.

## Why it matters
A reader who looks the name up finds nobody, or somebody else.

## How to settle it
Ask the person or the institution; mend the article that is wrong.

## What it leaves alone
People of one family whom an article names side by side; people of one family name in different parts; short forms and
initials; one name in two transliterations (a note of name-spelling); a woman's and a man's form of one name.

## References
Christen 2006, "A comparison of personal name matching": typing slips are one or two letters, first letters mostly hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from auditor.check import Check, example
from auditor.checks.conflict import placed
from auditor.extract.names import GROUP
from auditor.extract.people import Person
from auditor.model import Comparison, Confidence, Family, Finding, Severity, Span
from auditor.subjects.mentions import Story
from auditor.subjects.people import Post, couples, people, posts, same_body, same_given, same_kind
from auditor.subjects.spelling import is_slip, is_variant

_PERSONAL = frozenset({"noble", "prosecutor", "judge", "captain", "coroner"})
"""Offices that seldom are two people's of one family name in one story, even where the text does not say of what."""
_LONG = 4
"""Words of an organisation's name in which one other word is a slip."""

_Bearers = Mapping[str, Mapping[str, list[Person]]]
_Pair = tuple[Sequence[Span], Sequence[Span]]


def contrast(check: str, stories: Sequence[Story]) -> Iterator[Comparison | Finding]:
    """Compare the names of people across articles and inside each."""
    named = {story.article.document.id: people(story) for story in stories}
    held = {story.article.document.id: posts(story) for story in stories}
    found: dict[tuple[str, str], tuple[set[Span], set[Span]]] = defaultdict(lambda: (set(), set()))
    for left, right in couples(stories, within=False):
        a, b = left.article.document.id, right.article.document.id
        for key, mine, theirs in (
            *_givens(named[a], named[b], held[a], held[b]),
            *_families(held[a], held[b], named[a], named[b]),
        ):
            names = (key, (mine, theirs)) if key[0] <= key[1] else (key[::-1], (theirs, mine))
            for side, spans in zip(found[names[0]], names[1], strict=True):
                side.update(spans)
    for one, other in found.values():
        yield _tell(*_rarer_first(sorted(one), sorted(other)))
    for story in stories:
        slips = (*_slips(named[story.article.document.id]), *_long_names(story))
        yield from (_tell_slip(*slip) for slip in slips)


def _by_family(named: Sequence[Person]) -> _Bearers:
    families: dict[str, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
    for person in named:
        if person.given and " " in person.span.text:
            families[person.family][person.given].append(person)
    return families


def _givens(
    mine: Sequence[Person], theirs: Sequence[Person], my_posts: Sequence[Post], their_posts: Sequence[Post]
) -> Iterator[tuple[tuple[str, str], Sequence[Span], Sequence[Span]]]:
    """Given names that differ beside a family name of which either article knows other bearers only."""
    left, right = _by_family(mine), _by_family(theirs)
    for family in sorted(left.keys() & right.keys()):
        couples_of_names = list(product(sorted(left[family]), sorted(right[family])))
        if any(same_given(one, other) for one, other in couples_of_names):
            continue
        for one, other in couples_of_names:
            if any(is_variant(a, b) for a, b in product(one.split(), other.split())):
                continue
            alike = any(is_slip(a, b) for a, b in product(one.split(), other.split()))
            if alike or _one_post(family, one, other, my_posts, their_posts):
                spans = [[p.span for p in side] for side in (left[family][one], right[family][other])]
                yield (f"{one} {family}", f"{other} {family}"), *spans


def _one_post(family: str, one: str, other: str, mine: Sequence[Post], theirs: Sequence[Post]) -> bool:
    """Whether the articles give the two bearers of a family name one post."""
    left = [post for post in mine if (post.office.given, post.office.person) == (one, family)]
    right = [post for post in theirs if (post.office.given, post.office.person) == (other, family)]
    return any(
        _same_post(a, b) or (a.kind in _PERSONAL and a.office.title == b.office.title) for a, b in product(left, right)
    )


def _same_post(one: Post, other: Post) -> bool:
    return not one.office.former and not other.office.former and same_kind(one, other) and same_body(one, other)


def _families(
    mine: Sequence[Post], theirs: Sequence[Post], my_people: Sequence[Person], their_people: Sequence[Person]
) -> Iterator[tuple[tuple[str, str], Sequence[Span], Sequence[Span]]]:
    """Family names that differ behind one given name in one post; neither article knows the other's name."""
    my_names, their_names = {p.family for p in my_people}, {p.family for p in their_people}
    for one, other in product(mine, theirs):
        a, b = one.office, other.office
        if not a.given or a.given != b.given or a.person in their_names or b.person in my_names:
            continue
        if _same_post(one, other) and not is_variant(a.person, b.person):
            spans = [
                [p.span for p in side if " " in p.span.text and (p.given, p.family) == (office.given, office.person)]
                for side, office in ((my_people, a), (their_people, b))
            ]
            yield (f"{a.given} {a.person}", f"{b.given} {b.person}"), *spans


def _slips(named: Sequence[Person]) -> Iterator[_Pair]:
    """Inside one article: full names that differ by a slip in one word, the rarer one written once."""
    full: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for person in named:
        if person.given and " " in person.span.text:
            full[person.given, person.family].append(person.span)
    for rare, common in product(sorted(full), repeat=2):
        same_family = rare[1] == common[1] and is_variant(rare[0], common[0])
        same_first = rare[0] == common[0] and is_slip(rare[1], common[1])
        if (same_family or same_first) and len(full[rare]) == 1 and len(full[common]) > 1:
            yield full[rare], full[common]


def _long_names(story: Story) -> Iterator[_Pair]:
    """Inside one article: long names of organisations that differ in one inner word of like beginning."""
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for name in story.names.all:
        words = tuple(name.span.text.split())
        if name.kind == GROUP and len(words) >= _LONG:
            places[words].append(name.span)
    shapes = Counter(words[:at] + words[at + 1 :] for words in places for at in range(1, len(words) - 1))
    for words, others in product(sorted(places), repeat=2):
        differ = [at for at, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]]
        if len(words) != len(others) or len(differ) != 1 or not 0 < differ[0] < len(words) - 1 or words > others:
            continue
        at = differ[0]
        if words[at][:2] == others[at][:2] and shapes[words[:at] + words[at + 1 :]] == 2:
            yield _rarer_first(places[words], places[others])


def _rarer_first(one: Sequence[Span], other: Sequence[Span]) -> _Pair:
    """The two sides, the one with fewer places first; of two as frequent the later."""
    return (one, other) if (len(one), other[0]) < (len(other), one[0]) else (other, one)


def _tell(fewer: Sequence[Span], more: Sequence[Span]) -> Finding:
    return CHECK.finding(
        f"One person has two names: {placed(fewer)}, but {placed(more)}. Both hold only if they are two people.",
        fewer[0],
        [*fewer[1:], *more],
        confidence=Confidence.MEDIUM,
    )


def _tell_slip(fewer: Sequence[Span], more: Sequence[Span]) -> Finding:
    return CHECK.finding(
        f"One name is written in two ways: {placed(fewer)}, but {placed(more)}. Both hold only if two are meant.",
        fewer[0],
        [*fewer[1:], *more],
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="conflicting-name",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "letters of a given name",
            "“We cannot promise it,” said {{Roland Petran}}, who came from the insurer.",
            "[[Ronald Petran]] had told them in August what to expect.",
        ),
        example(
            "another given name of one office holder",
            "The prize of the house was a gift of Countess {{Ottilie Varn}}, who died in 1902.",
            "It came to the house with the rest of the gift of Countess [[Mathilde Varn]], it is said.",
        ),
        example(
            "another family name of one office holder",
            "An inquiry board led by {{Nadia Brandt}} has been given 60 days.",
            "The board of inquiry, under [[Nadia Brenner]], has two months.",
        ),
        example(
            "a slip inside one article",
            "Police arrested {{Ariel Costa}} on Monday. {{Ariel Costa}} owned the house.\n\n"
            "As for [[Aerial Costa]], the man who lived in it, he was seen about 200 feet from the house.",
        ),
        example(
            "a slip in the name of an organisation",
            "The {{Metropolitan Nashford Police Department}} said that a man had been shot.\n\n"
            "The [[Metropolitan National Police Department]] wrote that he had fled on foot.",
        ),
    ),
    leaves_alone=(
        example(
            "a family whom one article names side by side",
            "Roland Petran runs the firm. Lena Petran, a baker, is no relation.",
            "Lena Petran offered bread to all.",
        ),
        example(
            "people of one family name in different parts",
            "Chief Inspector Tomas Reik said that roads were being watched.",
            "Alma Reik, who sells ices outside the museum, saw a white van.",
        ),
        example("short forms", "Robert Olsen runs the firm.", "Rob Olsen runs the firm.", "R. Olsen runs the firm."),
        example("a middle name", "Ann Olsen runs the firm.", "Ann Maria Olsen runs the firm."),
        example(
            "sisters",
            "Maria Lopes and her sister Marta Lopes were rescued. Maria Lopes is well.\n\nMaria Lopes thanked the crew.",
        ),
        example(
            "forms for women and men",
            "Mario Lopes was rescued. Mario Lopes is well.\n\nMaria Lopes thanked the crew.",
        ),
        example(
            "one transliteration and another",
            "President Wolodymyr Selensky spoke on Monday.",
            "President Wolodymyr Selenskyy spoke on Monday.",
        ),
        example(
            "two organisations",
            "The West Mariel Fire Service came first. The East Mariel Fire Service came later.",
        ),
    ),
)
