"""Articles give what must be one person two names.

## What it flags
A family or given name with a letter moved, dropped, doubled or replaced beside the same other name, across articles or
inside one; a family name cut short, of one age or office; another given or family name of one office holder; inside one
article, a family name by itself whose letters slip; an organisation's name with its words turned round.

## Why it matters
A reader who looks the name up finds nobody, or somebody else.

## How to settle it
Ask the person or the institution; mend the article that is wrong.

## What it leaves alone
People of one family whom an article names side by side; people of one family name in different parts; short forms and
initials; accents and marks; one name in two transliterations (a note of name-spelling); a woman's and a man's form.

## References
Christen 2006, "A comparison of personal name matching": typing slips are one or two letters, first letters mostly hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import either, fullest, rarer_first
from auditor.languages.en.code.names import GROUP
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.people import KIN
from auditor.model import Asked, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.story.mentions import Record
from auditor.story.people import (
    Bearer,
    Post,
    bearers,
    same_body,
    same_given,
    same_kind,
    sentence_place,
)
from auditor.story.spelling import (
    is_english,
    is_exchanged,
    is_given_slip,
    is_name_slip,
    is_romanised,
    is_slip,
    is_variant,
    letters,
    sound,
)
from auditor.story.stories import Story

_SINGLE = LISTS.words("offices", "single")
_WIDE = LISTS.words("offices", "wide")

_PERSONAL = _SINGLE | {"noble", "prosecutor"}
"""Offices that seldom are two people's of one family name in one story, even where the text does not say of what."""
_FAMILY = 6
"""Bearers of one family name in one article, at most: more are a list of names, of which nothing is told."""
_LONG = 4
"""Words of an organisation's name in which one other word is a slip."""
_TURNED = 3
"""Words of an organisation's name that can stand in two orders."""
_CUT, _LEFT = 2, 4
"""Letters that a family name cut short lacks at least, and those that are left of it."""
_BRIEF = 3
"""Letters of a given name that may be short for any other of its first letter: Jay, Jerome."""
_LONE = 5
"""Letters of a family name that a slip in it standing by itself can be told in."""
_BESIDE = 30
"""How far from a name a word of kin may stand, in characters."""
_Full = tuple[str, str]
_People = dict[_Full, Bearer]
_Pair = tuple[Sequence[Span], Sequence[Span]]


def contrast(check: str, story: Story) -> Iterator[Comparison | Finding]:
    """Compare the names of people across articles, and names inside each; tell once of two that are one person's."""
    named = {record.article.document.id: _named(record) for record in story.records}
    whole = {
        frozenset((*given.split(), family)) for people in named.values() for given, family in people if " " in given
    }
    sure: set[frozenset[_Full]] = set()
    found: dict[frozenset[_Full], dict[_Full, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for left, right in story.pairs:
        mine, theirs = named[left.article.document.id], named[right.article.document.id]
        strange = [*_strangers(mine, theirs)]
        namesakes = [*_namesakes(mine, theirs)]
        slips = [*_slips(mine, theirs)]
        sure.update(frozenset((_key(one), _key(other))) for one, other in slips)
        differing = [
            *slips,
            *((one, other) for one, other in strange if _one_bearer(one, other)),
            *((one, other) for one, other in namesakes if _is_cut(one, other) or _one_post(one, other)),
            *_retold([*strange, *namesakes], left, right),
        ]
        for one, other in differing:
            if one.family != other.family and any({one.family, other.family} <= words for words in whole):
                continue
            sides = found[frozenset((_key(one), _key(other)))]
            sides[_key(one)].update(one.full)
            sides[_key(other)].update(other.full)
    for both, sides in found.items():
        severity = Severity.ERROR if both in sure else Severity.WARNING
        yield _tell("they are two people", severity, *map(sorted, sides.values()))
    for pair in _turned(story):
        yield _tell("two are meant", Severity.WARNING, *pair)
    for record in story.records:
        people = named[record.article.document.id]
        for pair in (*_inside(record, people), *_alone(record, people), *_long_names(record)):
            yield _tell("two are meant", Severity.ERROR, *pair)


def _named(story: Record) -> _People:
    """The people whom an article names in full, by given and family name."""
    return {_key(bearer): bearer for bearer in bearers(story)}


def _key(bearer: Bearer) -> _Full:
    return bearer.given, bearer.family


def _slips(mine: _People, theirs: _People) -> Iterator[tuple[Bearer, Bearer]]:
    """People of two articles whose names differ by a slip, where neither article knows the other's name."""
    for one, other in product(mine.values(), theirs.values()):
        if _slipped(one, other) and not _knows(theirs, one) and not _knows(mine, other):
            yield one, other


def _slipped(one: Bearer, other: Bearer) -> bool:
    """Whether two names are one but for a slip in the family name or in the first given one, and are a person's."""
    return is_name_slip((one.first, one.family), (other.first, other.family)) and (_is_person(one) or _is_person(other))


def _is_person(bearer: Bearer) -> bool:
    """Whether what is named in two words or more is plainly a person."""
    return bearer.is_told or is_english(bearer.first) or " " in bearer.given


def _knows(people: _People, bearer: Bearer) -> bool:
    """Whether an article names somebody who can be this person, under this name."""
    return any(one.family == bearer.family and _one_given(one.given, bearer.given) for one in people.values())


def _one_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: the same, short forms, or a spelling that is no slip."""
    if is_given_slip(one.split()[0], other.split()[0]):
        return False
    return same_given(one, other) or any(
        letters(a) == letters(b)
        or is_exchanged(a, b)
        or (is_variant(a, b) and not is_given_slip(a, b))
        or _is_brief(*sorted((a, b), key=len))
        for a, b in product(one.split(), other.split())
    )


def _is_brief(short: str, long: str) -> bool:
    return short[0] == long[0] and len(short) <= _BRIEF and len(long) - len(short) > 1


def _strangers(mine: _People, theirs: _People) -> Iterator[tuple[Bearer, Bearer]]:
    """People of one family name in either article, of whom the articles have none in common."""
    left, right = _by_family(mine), _by_family(theirs)
    for family in sorted(left.keys() & right.keys()):
        if max(len(left[family]), len(right[family])) > _FAMILY:
            continue
        both = list(product(left[family], right[family]))
        if not any(_one_given(one.given, other.given) for one, other in both):
            yield from both


def _by_family(people: _People) -> dict[str, list[Bearer]]:
    families: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in people.values():
        families[bearer.family].append(bearer)
    return families


def _namesakes(mine: _People, theirs: _People) -> Iterator[tuple[Bearer, Bearer]]:
    """The one bearer of a given name in either article, of two family names that the other does not know."""
    left, right = _by_given(mine), _by_given(theirs)
    my_families, their_families = ({family for _, family in people} for people in (mine, theirs))
    for given in sorted(left.keys() & right.keys()):
        if len(left[given]) == len(right[given]) == 1:
            [one], [other] = left[given], right[given]
            if one.family not in their_families and other.family not in my_families and not _one_family(one, other):
                yield one, other


def _one_family(one: Bearer, other: Bearer) -> bool:
    """Whether two family names can be one in two romanisations, with an article or without, or two of one person's."""
    short, long = sorted((letters(one.family), letters(other.family)), key=len)
    return sound(short) == sound(long) or long.endswith(short)


def _by_given(people: _People) -> dict[str, list[Bearer]]:
    givens: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in people.values():
        givens[bearer.given].append(bearer)
    return givens


def _one_bearer(one: Bearer, other: Bearer) -> bool:
    """Whether two people of one family name have one age or one post."""
    return bool(one.ages & other.ages) or _one_post(one, other)


def _is_cut(one: Bearer, other: Bearer) -> bool:
    """Whether one family name is the other cut short, of one age or post."""
    short, long = sorted((letters(one.family), letters(other.family)), key=len)
    cut = long.startswith(short) and len(short) >= _LEFT and len(long) - len(short) >= _CUT
    return cut and _one_bearer(one, other)


def _one_post(one: Bearer, other: Bearer) -> bool:
    """Whether the articles give two people one post."""
    mine, theirs = ([post for post in bearer.posts if _in_full(post)] for bearer in (one, other))
    return any(_same_post(a, b) or _same_title(a, b) for a, b in product(mine, theirs))


def _in_full(post: Post) -> bool:
    """Whether the office stands beside the whole name: a family name alone may be another's of the family."""
    return post.office.bearer is not None and " " in post.office.bearer.text


def _same_title(one: Post, other: Post) -> bool:
    """Whether two posts have one title, and one that seldom are two people's of one name in one story."""
    return one.office.title == other.office.title and (one.kind in _PERSONAL or bool(one.narrowed))


def _same_post(one: Post, other: Post) -> bool:
    if one.office.former or other.office.former or not same_kind(one, other):
        return False
    return same_body(one, other) or _told_beside(one, other) or _told_beside(other, one)


def _told_beside(placed_post: Post, bare: Post) -> bool:
    """Whether a bare title stands in a sentence that names what the other is held in: "in Norland, Gov. Ann Lee"."""
    words = placed_post.words
    return bool(words) and not bare.words and placed_post.kind in _SINGLE and words <= bare.around


def _retold(pairs: Sequence[tuple[Bearer, Bearer]], left: Record, right: Record) -> Iterator[tuple[Bearer, Bearer]]:
    """Given or family names that differ in the same place of two parallel sentences."""
    if not pairs:
        return
    exchanged = {
        (cut[0].text, put[0].text)
        for pair in left.parallel(right)
        for cut, put in pair.edits
        if len(cut) == len(put) == 1
    }
    for one, other in pairs:
        if exchanged & {(one.given, other.given), (one.family, other.family)}:
            yield one, other


def _inside(story: Record, named: _People) -> Iterator[_Pair]:
    """Inside one article: full names that differ by a slip or an end cut off, of people not named side by side."""
    for one, other in combinations(named.values(), 2):
        one_name = (
            _slipped(one, other) or _respelt_once(one, other) or (one.first == other.first and _is_cut(one, other))
        )
        if one_name and not _side_by_side(story, one, other):
            yield one.full, other.full


def _respelt_once(one: Bearer, other: Bearer) -> bool:
    """Whether one given name is the other in a spelling that an article, which has one for each name, writes once."""
    few, many = sorted((len(one.full), len(other.full)))
    if one.family != other.family or not few == 1 < many or (is_english(one.first) and is_english(other.first)):
        return False
    return is_variant(one.first, other.first) and not is_romanised(one.first, other.first)


def _side_by_side(story: Record, one: Bearer, other: Bearer) -> bool:
    """Whether one sentence names both, they hold different offices, or the article says whose kin either is: two people."""
    kinds = [{post.kind for post in bearer.posts} for bearer in (one, other)]
    if all(kinds) and kinds[0].isdisjoint(kinds[1]) and _WIDE.isdisjoint(kinds[0] | kinds[1]):
        return True
    if one.family == other.family and (
        min(len(one.full), len(other.full)) > 1 or _is_kin(story, one) or _is_kin(story, other)
    ):
        return True
    places = [{sentence_place(story, span.start) for span in bearer.full} for bearer in (one, other)]
    return not places[0].isdisjoint(places[1])


def _is_kin(story: Record, bearer: Bearer) -> bool:
    text = story.article.document.text
    for span in bearer.full:
        before = text[max(0, span.start - _BESIDE) : span.start].replace(",", " ").split()[-1:]
        behind = text[span.end : span.end + _BESIDE]
        apposed = behind.replace(",", " ").split()[:3] if behind[:1] == "," else []
        if not KIN.isdisjoint([*before, *apposed]):
            return True
    return False


def _alone(story: Record, named: _People) -> Iterator[_Pair]:
    """Inside one article: a family name that stands once, by itself, and is a slip for that of a person named in full."""
    told = [bearer for bearer in named.values() if bearer.is_told and len(bearer.family) >= _LONE]
    if not told:
        return
    words = Counter(word for name in story.names.all for word in name.span.text.split())
    families = {bearer.family for bearer in named.values()}
    for name in story.names.all:
        word = name.span.text
        if (
            not (word.isalpha() and word.istitle())
            or words[word] > 1
            or word.lower() in families
            or is_english(word.lower())
        ):
            continue
        for bearer in told:
            if is_slip(word, bearer.family, is_english(bearer.first)):
                yield [name.span], [*bearer.full, *bearer.alone]
                break


def _turned(story: Story) -> Iterator[_Pair]:
    """Across articles: names of organisations that hold the same words, of which no article has both orders."""
    orders: dict[tuple[str, ...], dict[tuple[str, ...], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name in (name for record in story.records for name in record.names.all):
        words = tuple(name.span.text.lower().split())
        if name.kind == GROUP and len(words) >= _TURNED:
            orders[tuple(sorted(words))][words].append(name.span)
    for written in orders.values():
        if len(written) == 2:
            one, other = written.values()
            if {span.document for span in one}.isdisjoint(span.document for span in other):
                yield sorted(one), sorted(other)


def _long_names(story: Record) -> Iterator[_Pair]:
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


def _tell(unless: str, severity: Severity, one: Sequence[Span], other: Sequence[Span]) -> Finding:
    """The finding of two names. A slip is an error: of 64 told in 1,930 articles of real news, all were right when read.

    Names told by one office or age are too few there to say so (4, all right): a warning.
    """
    fewer, more = rarer_first(one, other)
    question = f"Is it {either(fullest(fewer), fullest(more))}?"
    settle = f"Both hold only if {unless}."
    return CHECK.finding(
        Asked("name", fullest(more), question, (side(fewer), side(more)), settle),
        fewer[0],
        [*fewer[1:], *more],
        severity=severity,
        confidence=Confidence.HIGH if severity == Severity.ERROR else Confidence.MEDIUM,
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
            "every place of either name",
            "[[Ana Lindqvist]], 47, came. “I saw it,” {{Ana Lindqvist}} said. {{Ana Lindqvist}} left.",
            "{{Ana Lindkvist}}, 47, came. “I saw it,” {{Ana Lindkvist}} said. {{Ana Lindkvist}} went home. {{Ana Lindkvist}} slept.",
        ),
        example(
            "a family name of one age",
            "The owner of the guest house, {{Ingrid Salter}}, 54, stayed behind.",
            "Police named one of the dead as [[Astrid Salter]], 54.",
        ),
        example(
            "a slip in the family name",
            "The minister’s spokesman, {{Bram Kesteren}}, was silent.",
            "[[Bram Kersteren]] said that nothing had been decided.",
        ),
        example(
            "letters of a family name in another order",
            "{{Karla Minrodatti}}, the harbour master, closed the port.",
            "[[Karla Mindoratti]] closed the port at noon.",
        ),
        example(
            "a letter doubled",
            "A memorial for {{Terence Boyle}} was unveiled.",
            "Hundreds came to the memorial for [[Terrence Boyle]].",
        ),
        example(
            "a family name by itself",
            "{{Edgar Rolanow}}, the agent in charge, said that the wire was hard to see.\n\n"
            "“There will be no stone left unturned,” [[Rolanwo]] said.",
        ),
        example(
            "a family name cut short, of one age",
            "The driver, {{Paul Tillot}}, a 66-year-old from Arle, was taken away.",
            "Police named the driver as [[Paul Tillotson]], 66.",
        ),
        example(
            "a family name cut short, of one office",
            "Fire Chief {{Paul Tillot}} of Arle was at the scene.",
            "The fire chief of Arle, [[Paul Tillotson]], was at the scene.",
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
            "another family name of the governor of one state",
            "In Norland, Gov. {{Mary Fallow}} declared an emergency in all counties.",
            "Norland Gov. [[Mary Fassen]] met the ranchers whom the storm had ruined.",
        ),
        example(
            "letters of the first of two given names",
            "“We cannot promise it,” said {{Roland Max Petran}}, who came from the insurer.",
            "[[Ronald Max Petran]] had told them in August what to expect.",
        ),
        example(
            "a short given name that is none of the long one",
            "The prize of the house was a gift of Countess {{Ottilie Varn}}, who died in 1902.",
            "It came to the house with the rest of the gift of Countess [[Jo Varn]], it is said.",
        ),
        example(
            "two long given names of one first letter",
            "Bank chairman {{Bertil Pelham}} spoke.",
            "Bank chairman [[Bartholomew Pelham]] spoke.",
        ),
        example(
            "a slip inside one article",
            "Police arrested {{Ariel Costa}} on Monday. {{Ariel Costa}} owned the house.\n\n"
            "As for [[Aerial Costa]], the man who lived in it, he was seen about 200 feet from the house.",
        ),
        example(
            "an organisation's words turned round",
            "The {{National Harbour Senatorial Committee}} paid for the film.",
            "The [[Harbour National Senatorial Committee]] declined to comment.",
        ),
        example(
            "a slip in the name of an organisation",
            "The {{Metropolitan Nashford Police Department}} said that a man had been shot.\n\n"
            "The [[Metropolitan National Police Department]] wrote that he had fled on foot.",
        ),
    ),
    leaves_alone=(
        example(
            "a short form of two letters",
            "Bank chairman Jo Pelham spoke.",
            "Bank chairman Johannes Pelham spoke.",
        ),
        example(
            "two witnesses of one given name and age",
            "The driver, Paul Tillot, 66, from Arle, was taken away.",
            "The witness, Paul Brandt, 66, saw it.",
        ),
        example(
            "a family name that another begins with, of another age",
            "The driver, Paul Tillot, 66, from Arle, was taken away.",
            "The witness, Paul Tillotson, 31, saw it.",
        ),
        example(
            "two names that an article writes twice each",
            "Roland Petran owned the house. Roland Petran sold it.\n\nRonald Petran lived in it. Ronald Petran was seen in the town.",
        ),
        example(
            "a name by itself that a place has too",
            "Edgar Rolanow, the agent in charge, said that the wire was hard to see.\n\n"
            "“No stone will be left unturned,” Rolanwo said. The town of Rolanwo lies by the sea.",
        ),
        example(
            "an organisation that an article names in both orders",
            "The National Harbour Safety Committee met. Some call it the Harbour Safety National Committee.",
            "The Harbour Safety National Committee has not met.",
        ),
        example(
            "husband and wife of one age",
            "Ingrid Salter, 54, and her husband, Paul Salter, 54, stayed behind.",
            "Paul Salter, 54, stayed behind.",
        ),
        example(
            "two people of one given name",
            "Bram Kesteren, a lawyer, was silent. Bram Kersteren, the judge, was not.",
            "Bram Kersteren, the judge, said that nothing had been decided.",
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
        example(
            "accents and marks",
            "George Gascón, the prosecutor, spoke with Beto O’Hara.",
            "George Gascon, the prosecutor, spoke with Beto O'Hara.",
        ),
        example(
            "forms of one given name in two languages",
            "President Viktor Danilenko fled on Friday.",
            "President Victor Danilenko fled on Friday.",
        ),
        example(
            "romanisations beside one office",
            "Talvanian President Olek Saranskiy spoke.",
            "Talvanian President Olek Saransky spoke.",
        ),
        example(
            "the governor of another state",
            "In Norland, Gov. Mary Fallow declared an emergency in all counties.",
            "Talvania Gov. Mary Fassen met the ranchers whom the storm had ruined.",
        ),
        example(
            "a short form with one letter of the long one",
            "Bank chairman Jay Pelham spoke.",
            "Bank chairman Jerome Pelham spoke.",
        ),
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
