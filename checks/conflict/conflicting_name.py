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

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations, product

from auditor.check import Check, example
from auditor.checks.conflict import placed, rarer_first
from auditor.extract.names import GROUP
from auditor.lexicon.offices import SINGLE
from auditor.model import Age, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.subjects.mentions import Story
from auditor.subjects.parallel import parallel
from auditor.subjects.people import Post, couples, people, posts, same_body, same_given, same_kind
from auditor.subjects.spelling import is_slip, is_variant

_PERSONAL = SINGLE | {"noble", "prosecutor"}
"""Offices that seldom are two people's of one family name in one story, even where the text does not say of what."""
_FAMILY = 6
"""Bearers of one family name in one article, at most: more are a list of names, of which nothing is told."""
_LONG = 4
"""Words of an organisation's name in which one other word is a slip."""

_Full = tuple[str, str]
_Named = dict[_Full, list[Span]]
_Held = dict[_Full, list[Post]]
_Pair = tuple[Sequence[Span], Sequence[Span]]


def contrast(check: str, stories: Sequence[Story]) -> Iterator[Comparison | Finding]:
    """Compare the names of people across articles, and names inside each; tell once of two that are one person's."""
    named = {story.article.document.id: _named(story) for story in stories}
    held = {story.article.document.id: _held(story) for story in stories}
    found: dict[frozenset[_Full], dict[_Full, set[Span]]] = defaultdict(lambda: defaultdict(set))
    aged = {story.article.document.id: _aged(story) for story in stories}
    for left, right in couples(stories, within=False):
        a, b = left.article.document.id, right.article.document.id
        differing = [
            *_givens(named[a], named[b], held[a], held[b]),
            *_of_one_age(named[a], named[b], aged[a], aged[b]),
            *_families(named[a], named[b], held[a], held[b]),
            *_retold(named[a], named[b], left, right),
        ]
        for one, other in differing:
            found[frozenset((one, other))][one].update(named[a][one])
            found[frozenset((one, other))][other].update(named[b][other])
    for sides in found.values():
        yield _tell("One person has two names", "they are two people", *map(sorted, sides.values()))
    for story in stories:
        for pair in (*_slips(named[story.article.document.id]), *_long_names(story)):
            yield _tell("One name is written in two ways", "two are meant", *pair)


def _named(story: Story) -> _Named:
    """Where each full name stands, by given and family name."""
    named: _Named = defaultdict(list)
    for person in people(story):
        if person.given and " " in person.span.text:
            named[person.given, person.family].append(person.span)
    return dict(named)


def _held(story: Story) -> _Held:
    """The posts of each person who has a given name."""
    held: _Held = defaultdict(list)
    for post in posts(story):
        if post.office.bearer and " " in post.office.bearer.text:
            held[post.office.given, post.office.person].append(post)
    return dict(held)


def _grouped(named: _Named, part: int) -> dict[str, list[str]]:
    """The names by their given (0) or family (1) name: what they have beside it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(named):
        groups[name[part]].append(name[1 - part])
    return groups


def _strangers(mine: _Named, theirs: _Named) -> Iterator[tuple[str, str, str]]:
    """Family names of which the articles have no bearer in common, with a given name of either."""
    left, right = _grouped(mine, 1), _grouped(theirs, 1)
    for family in sorted(left.keys() & right.keys()):
        if max(len(left[family]), len(right[family])) > _FAMILY:
            continue
        both = list(product(left[family], right[family]))
        if not any(same_given(*pair) or _any_word(is_variant, *pair) for pair in both):
            yield from ((family, one, other) for one, other in both)


def _givens(mine: _Named, theirs: _Named, my_posts: _Held, their_posts: _Held) -> Iterator[tuple[_Full, _Full]]:
    """Given names that differ beside one family name, by a slip or in one post."""
    for family, one, other in _strangers(mine, theirs):
        if _any_word(is_slip, one, other) or _one_post((one, family), (other, family), my_posts, their_posts):
            yield (one, family), (other, family)


def _aged(story: Story) -> dict[_Full, tuple[int, ...]]:
    """The ages of people who have a given name."""
    told = [claim.value for claim in story.article.claims if isinstance(claim.value, Age)]
    return {(age.given, age.person): age.years for age in told if age.given}


def _of_one_age(
    mine: _Named, theirs: _Named, my_ages: Mapping[_Full, Sequence[int]], their_ages: Mapping[_Full, Sequence[int]]
) -> Iterator[tuple[_Full, _Full]]:
    """Given names that differ beside one family name and one age; neither article knows the other's."""
    for family, one, other in _strangers(mine, theirs):
        first, second = my_ages.get((one, family)), their_ages.get((other, family))
        if first and second and not {*first}.isdisjoint(second):
            yield (one, family), (other, family)


def _retold(mine: _Named, theirs: _Named, left: Story, right: Story) -> Iterator[tuple[_Full, _Full]]:
    """Given or family names that differ in the same place of two parallel sentences."""
    strangers = [((one, family), (other, family)) for family, one, other in _strangers(mine, theirs)]
    strangers += [((given, one), (given, other)) for given, one, other in _namesakes(mine, theirs)]
    if not strangers:
        return
    exchanged = {
        (cut[0].text, put[0].text)
        for pair in parallel(left.tokens, right.tokens)
        for cut, put in pair.edits
        if len(cut) == len(put) == 1
    }
    for one, other in strangers:
        if exchanged & {(one[0], other[0]), (one[1], other[1])}:
            yield one, other


def _namesakes(mine: _Named, theirs: _Named) -> Iterator[tuple[str, str, str]]:
    """Given names of which the articles have one bearer each, of two family names that the other does not know."""
    left, right = _grouped(mine, 0), _grouped(theirs, 0)
    my_families, their_families = ({family for _, family in named} for named in (mine, theirs))
    for given in sorted(left.keys() & right.keys()):
        if len(left[given]) == len(right[given]) == 1:
            [one], [other] = left[given], right[given]
            if one not in their_families and other not in my_families and not is_variant(one, other):
                yield given, one, other


def _any_word(alike: Callable[[str, str], bool], one: str, other: str) -> bool:
    return any(alike(a, b) for a, b in product(one.split(), other.split()))


def _one_post(one: _Full, other: _Full, mine: _Held, theirs: _Held) -> bool:
    """Whether the articles give the two bearers of a family name one post."""
    return any(_same_post(a, b) or _same_title(a, b) for a, b in product(mine.get(one, ()), theirs.get(other, ())))


def _same_title(one: Post, other: Post) -> bool:
    """Whether two posts have one title, and one that seldom are two people's of one family name in one story."""
    return one.office.title == other.office.title and (one.kind in _PERSONAL or bool(one.narrowed))


def _same_post(one: Post, other: Post) -> bool:
    return not one.office.former and not other.office.former and same_kind(one, other) and same_body(one, other)


def _families(mine: _Named, theirs: _Named, my_posts: _Held, their_posts: _Held) -> Iterator[tuple[_Full, _Full]]:
    """Family names that differ behind one given name, by a slip or in one post; neither article knows the other's."""
    for given, one, other in _namesakes(mine, theirs):
        posts_of = product(my_posts.get((given, one), ()), their_posts.get((given, other), ()))
        if is_slip(one, other) or any(_same_post(a, b) for a, b in posts_of):
            yield (given, one), (given, other)


def _slips(named: _Named) -> Iterator[_Pair]:
    """Inside one article: full names that differ by a slip in one word, the rarer one written once."""
    for part, alike in ((1, is_variant), (0, is_slip)):
        for kept, others in _grouped(named, part).items():
            for rare, common in permutations(others, 2) if len(others) <= _FAMILY else ():
                few, many = ((word, kept) if part else (kept, word) for word in (rare, common))
                if alike(rare, common) and len(named[few]) == 1 < len(named[many]):
                    yield named[few], named[many]


def _long_names(story: Story) -> Iterator[_Pair]:
    """Inside one article: long names of organisations that differ in one inner word of like beginning."""
    shapes: dict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name in story.names.all:
        words = name.span.text.split()
        for at in range(1, len(words) - 1) if name.kind == GROUP and len(words) >= _LONG else ():
            shapes[*words[:at], "", *words[at + 1 :]][words[at]].append(name.span)
    for inner in shapes.values():
        if len(inner) == 2 and len({word[:2] for word in inner}) == 1:
            one, other = inner.values()
            yield one, other


def _tell(what: str, unless: str, one: Sequence[Span], other: Sequence[Span]) -> Finding:
    fewer, more = rarer_first(one, other)
    return CHECK.finding(
        f"{what}: {placed(fewer)}, but {placed(more)}. Both hold only if {unless}.",
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
            "a family name of one age",
            "The owner of the guest house, {{Ingrid Salter}}, 54, stayed behind.",
            "Police named one of the dead as [[Astrid Salter]], 54.",
        ),
        example(
            "a slip in the family name",
            "The minister’s spokesman, {{Bram Keller}}, was silent.",
            "[[Bram Kessler]] said that nothing had been decided.",
        ),
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
            "husband and wife of one age",
            "Ingrid Salter, 54, and her husband, Paul Salter, 54, stayed behind.",
            "Paul Salter, 54, stayed behind.",
        ),
        example(
            "two people of one given name",
            "Bram Keller, a witness, was silent. Bram Kessler, the judge, was not.",
            "Bram Kessler, the judge, said that nothing had been decided.",
        ),
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
