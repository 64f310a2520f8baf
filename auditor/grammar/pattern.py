r"""Patterns over the words of a text, in a notation of their own, each made into one regular expression.

An element stands for one *token* of the text: a word, a number or a mark, as ``auditor.text.tokens`` cuts them. Between two
elements there may be white space with at most one line break in it; half a word never matches.

| notation | matches |
|---|---|
| ``since`` | the word, in small or capital letters; one written with a capital letter (``Class``) only so |
| ``third\|3rd`` | any of these |
| ``@months`` ``=@months`` | a word or phrase of the list ``months``; one written in small letters |
| ``@numbers.ordinal`` ``@events.nouns`` | one of those in the list that have the tag; one of the words in the column |
| ``@stances.verb*`` | one of those in any of their forms, which the lists of the pack tell for a name with the star |
| ``$day`` | the piece called ``day``, which is a pattern |
| ``WORD`` ``LOWER`` ``CAPITAL`` ``ANY`` | a word; one with a small, with a capital first letter; any token that ends no sentence |
| ``PERSON`` ``LENGTH`` ``QUOTED`` | the name of a person, a length of time, a passage in marks with its marks, as code has found them: words in it match nothing else |
| ``NUMBER`` ``NUMBER(1-31)`` ``DECIMAL`` | digits; a whole number in the bounds; digits with points or commas between them |
| ``/\d{1,3}(?:st\|nd)/`` | a token of this form, as a regular expression |
| ``, . -`` ``\( \) \\|`` | the mark itself |
| ``( a b \| c )`` | one of several rows of elements |
| ``x?`` ``x{0,3}`` ``x{0,3}?`` | x or nothing; up to three; as few as there can be |
| ``x-@list`` ``x-(a\|b)`` | x, but no word of the list, not the words a and b |
| ``name:x`` | x, remembered under the name |
| ``^x`` | x with no white space before it, also within a word: ``NUMBER ^- ^year-old`` |
| ``~x`` | x behind white space or a hyphen: ``two|three ~days`` |
| ``>x`` ``>!x`` | in front of x, not in front of x: x is no part of the match |
| ``>x?`` | in front of x or of anything else: for the words that x remembers |
| ``<x`` ``<!x`` | the same behind x; only at the front of a pattern |
| ``!x`` | x, at which the matcher looks first: the words of which a text holds few. Else the first that it can look up |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from auditor.text.alternation import one_of
from auditor.text.regex import regex

Lists = Callable[[str], Collection[str]]
"""The words and phrases of a list by its name, in lower case. Raises ``KeyError`` for a name that no list has."""


class PatternError(ValueError):
    """A pattern is not in the notation, or names a list or a piece that does not exist."""


_GAP = r"(?>[^\S\n]{0,2}\n?[^\S\n]{0,2})"
_JOINTS = {"": _GAP, "^": "", "~": f"(?:-|{_GAP})"}
"""What may stand between two elements, by the sign in front of the second."""
_LETTER = r"[^\W\d_]"
_BEGIN = rf"(?<!\w)(?<!{_LETTER}-)"
_END = rf"(?!\w|-{_LETTER}|[’'](?!s\b){_LETTER})"
_BEGINS = {"": _BEGIN, "^": "", "~": r"(?<!\w)"}
_ENDS = {"": _END, "^": "", "~": rf"(?!\w|[’'](?!s\b){_LETTER})"}
"""How an element begins that has the sign in front of it, and how the one before it ends."""
_WORD = rf"(?>{_LETTER}+(?:-{_LETTER}+){{0,5}}(?:n[’']t\b|[’'](?!s\b){_LETTER}+)?)"
_REST = "\ue0ff"
GIVEN = {"PERSON": "\ue000", "LENGTH": "\ue001", "QUOTED": "\ue002"}
"""What code finds in a text before rules run, and the mark that stands in its place while they do."""
_FORMS = {
    "WORD": _WORD,
    "LOWER": rf"(?=[^\WA-ZÀ-ÖØ-Þ\d_]){_WORD}",
    "CAPITAL": rf"(?=[A-ZÀ-ÖØ-Þ]){_WORD}",
    "NUMBER": r"(?<!\d[.,:])(?>\d+)(?![.,:]\d)",
    "DECIMAL": r"(?<!\d[.,:])(?>\d+(?:[.,:]\d+){0,6})",
    **{kind: f"(?>{mark}{_REST}*)" for kind, mark in GIVEN.items()},
    "ANY": rf"(?>[{''.join(GIVEN.values())}]{_REST}*|(?:[A-Za-z]\.){{2,6}}|{_WORD}|\d+(?:[.,:]\d+){{0,6}}|[^\w\s.!?{_REST}]|[.!?](?!\s|\Z))",
}
_LONGEST = 24
"""Characters of the longest word, number or form that stands before the element at which the matcher looks first."""
_LONGEST_NAME = 48
"""The same of a name."""
_LEXEME = regex(
    r"(?P<space>\s+)|(?P<name>[a-z][a-z_]{0,30}):(?=\S)|(?P<look>[<>]!?)|(?P<joint>[\^~])|(?P<key>!)|(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|-(?P<but>@\w+(?:[-.]\w+)*\*?|\([^)]+\))|(?P<times>\?|\{\d+,\d+\}\??)|=?@(?P<list>\w+(?:[-.]\w+)*\*?)|\$(?P<piece>\w+(?:-\w+)*)"
    rf"|(?P<kind>WORD|LOWER|CAPITAL|NUMBER|DECIMAL|ANY|{'|'.join(GIVEN)})(?!\w)(?:\((?P<low>\d+)-(?P<high>\d+)\))?"
    r"|/(?P<form>(?:[^/\\]|\\.)+)/|(?P<word>[^\W_](?:[\w’'-]*\w)?)|\\(?P<escaped>.)|(?P<mark>[^\w\s])"
)
_TOKEN = rf"(?:(?<!\w)(?=\w)|(?=[^\w\s{_REST}]))"
"""Before the first character of a token."""
_ANY_DIGIT = one_of("0123456789")
_OPENER = regex(rf"{_LETTER}+")
_RUN = regex(r"[^\W_]+")
_NUMBERS = frozenset({"0"})
"""Stands for "a run of digits" among the words that an element can begin with."""


@dataclass(frozen=True, slots=True)
class _Part:
    """An element of a pattern: its regular expression, what it can begin with (``None``: anything), its most characters.

    ``least`` and ``most`` say how often it stands there, ``lazy`` that it stands there as seldom as can be; ``ahead`` is how many
    characters behind it what stands in it in front of others may look at; ``words`` are the runs of
    letters and digits that can stand in it (``None``: any), as ``opens``.
    """

    expression: str
    opens: frozenset[str] | None
    longest: int
    name: str = ""
    least: int = 1
    most: int = 1
    lazy: bool = False
    joint: str = ""
    key: bool = False
    ahead: int = 0
    words: frozenset[str] | None = None

    @property
    def gap(self) -> str:
        """What may stand before it."""
        return _JOINTS[self.joint]

    @property
    def body(self) -> str:
        """Its expression, as often as it may stand there but once at least, under its name."""
        more = f"(?:{self.gap}{self.expression}){{{max(self.least - 1, 0)},{self.most - 1}}}{'?' if self.lazy else ''}"
        body = self.expression + (more if self.most > 1 else "")
        return f"(?P<{self.name}>{body})" if self.name else body

    @property
    def reach(self) -> int:
        """The most characters that it takes with the gap before it."""
        return (self.longest + 1) * self.most

    @property
    def maybe(self) -> str:
        """The quantifier of what may be missing."""
        return "??" if self.lazy else "?"


@dataclass(frozen=True, slots=True)
class _Aside:
    """What stands in front of a match or behind it and is no part of it."""

    part: _Part
    behind: bool
    wanted: bool


@dataclass(frozen=True)
class Pattern:
    """A pattern made ready: a regular expression, and where it is worth trying.

    ``first`` is the expression of the element looked at first, ``front`` that of all up to it, which looks ``ahead`` as many characters, ``before`` are
    the words that can stand in front of that element (``None``: any), ``opens`` are the runs of letters
    in lower case that it begins with, and the kinds of ``GIVEN``; ``numbers`` says whether it can begin with a digit; ``reach``
    is the most characters in front of that element. ``behind`` are expressions that must, or must not, match up to the front of
    the match, with their most characters.
    """

    written: str
    expression: str
    first: str
    front: str
    ahead: int
    before: frozenset[str] | None
    opens: frozenset[str]
    numbers: bool
    reach: int
    behind: tuple[tuple[str, bool, int], ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when first asked for; the element looked at first is its group ``_key``."""
        return re.compile(self.expression)

    @cached_property
    def groups(self) -> Mapping[str, tuple[int, ...]]:
        """Name -> the groups of the expression that remember words under it."""
        found: dict[str, tuple[int, ...]] = {}
        for group, number in self.regex.groupindex.items():
            name = group.split("__")[0]
            found[name] = (*found.get(name, ()), number)
        return found

    @cached_property
    def _first(self) -> re.Pattern[str]:
        return re.compile(self.first)

    @cached_property
    def _front(self) -> re.Pattern[str]:
        return re.compile(_TOKEN + self.front + ("" if self.ahead else r"\Z"))

    @cached_property
    def _behind(self) -> tuple[tuple[re.Pattern[str], bool, int], ...]:
        return tuple((re.compile(one), wanted, reach) for one, wanted, reach in self.behind)

    def at(self, text: str, place: int) -> re.Match[str] | None:
        """The match whose first-looked-at element begins at the place, ``None`` where there is none."""
        if not self.reach:
            found = self.regex.match(text, place)
            return found if found and self._stands(text, place) else None
        first = self._first.match(text, place)
        for start in self._starts(text, place, first.end()) if first else ():
            found = self.regex.match(text, start)
            if found and found.start("_key") == place and self._stands(text, start):
                return found
        return None

    def _starts(self, text: str, place: int, end: int) -> Iterator[int]:
        """Where the match may begin: the furthest in front of the place first, and there; the first element ends at ``end``."""
        at = max(0, place - self.reach)
        if self.before is not None:
            at = _reached(text, place, at, self.before)
        while at < place and (found := self._front.search(text, at, end + self.ahead)):
            yield found.start()
            at = found.start() + 1
        yield place

    def _stands(self, text: str, at: int) -> bool:
        return not self.behind or all(
            (regex.search(text, max(0, at - reach), at) is not None) == wanted for regex, wanted, reach in self._behind
        )


def masked(text: str, given: Mapping[str, Iterable[tuple[int, int]]]) -> str:
    """The text with a mark in the place of what code has found in it, by kind; of two that overlap the first is marked."""
    pieces, end = [], 0
    for start, stop, kind in sorted((*place, kind) for kind, places in given.items() for place in places):
        if start >= end and stop > start:
            pieces += [text[end:start], GIVEN[kind], _REST * (stop - start - 1)]
            end = stop
    return "".join([*pieces, text[end:]])


def read_pattern(written: str, lists: Lists, pieces: Mapping[str, str] | None = None) -> Pattern:
    """The pattern that is written; ``pieces`` are patterns by the names that it calls them by.

    Raises ``PatternError``, which says what is wrong with it.
    """
    elements = list(_Reader(written, lists, pieces or {}).elements())
    front = 0
    while front < len(elements) and isinstance(aside := elements[front], _Aside) and aside.behind:
        front += 1
    behind = tuple(
        (f"(?:{one.part.expression}){_GAP}\\Z", one.wanted, one.part.longest + 5)
        for one in elements[:front]
        if isinstance(one, _Aside)
    )
    row = elements[front:]
    number = _looked_at(row, written)
    key = row[number]
    assert isinstance(key, _Part)
    assert key.opens is not None
    before = [one for one in row[:number] if isinstance(one, _Part)]
    up_to_it = _row([*before, key], written)
    reach = sum(one.reach for one in before)
    row[number] = replace(key, expression=f"(?P<_key>{key.expression})")
    expression = _row(row, written).expression
    opens, numbers = key.opens - _NUMBERS, bool(key.opens & _NUMBERS)
    return Pattern(
        written,
        expression,
        key.expression,
        up_to_it.expression,
        up_to_it.ahead,
        _words(before),
        opens,
        numbers,
        reach,
        behind,
    )


def _looked_at(row: Sequence[_Part | _Aside], written: str) -> int:
    """The number of the element at which the matcher looks first."""
    can = [n for n, one in enumerate(row) if isinstance(one, _Part) and one.opens and one.least == one.most == 1]
    marked = [n for n, one in enumerate(row) if isinstance(one, _Part) and one.key]
    if len(marked) > 1 or not set(marked) <= set(can):
        raise PatternError(f"{written!r}: “!” stands before one word, list or number that always matches once")
    if not can:
        raise PatternError(
            f"{written!r}: no element is a word, a list or a number, so that it would be tried everywhere"
        )
    return marked[0] if marked else can[0]


def _row(elements: Sequence[_Part | _Aside], written: str) -> _Part:
    """Elements one behind the other, with the gaps between them."""
    parts = [one for one in elements if isinstance(one, _Part)]
    needed = next((one for one in parts if one.least), None)
    if needed is None:
        raise PatternError(f"{written!r}: a row of elements that may all be missing")
    expression, front = "", True
    opens: frozenset[str] | None = frozenset()
    for one in elements:
        if isinstance(one, _Aside):
            if one.behind:
                raise PatternError(f"{written!r}: “<” stands at the front of a pattern")
            look = f"{'' if front else one.part.gap}(?:{one.part.body})"
            expression += f"(?{'=' if one.wanted else '!'}{look}{'' if one.part.least else '|'})"
            continue
        if front:
            opens = None if opens is None or one.opens is None else opens | one.opens
        if front and one is not needed:
            gap = parts[parts.index(one) + 1].gap
            expression += f"(?:{one.body}{gap}){one.maybe}"
        elif one is needed:
            expression, front = expression + one.body, False
        elif one.least:
            expression += one.gap + one.body
        else:
            expression += f"(?:{one.gap}{one.body}){one.maybe}"
    asides = (one.part.reach + one.part.ahead for one in elements if isinstance(one, _Aside))
    ahead = max((*(one.ahead for one in parts), *asides), default=0)
    return _Part(expression, opens, sum(one.reach for one in parts), ahead=ahead, words=_words(parts))


def _words(parts: Sequence[_Part]) -> frozenset[str] | None:
    """The words of all parts, ``None`` where any word may stand in one."""
    every = [part.words for part in parts]
    return None if None in every else frozenset().union(*(words or () for words in every))


class _Reader:
    """Reads the notation from left to right."""

    def __init__(self, written: str, lists: Lists, pieces: Mapping[str, str]) -> None:
        self._written = written
        self._lists = lists
        self._pieces = pieces
        self._lexemes = list(_LEXEME.finditer(written))
        self._at = 0
        self._names: Counter[str] = Counter()

    def elements(self) -> Iterator[_Part | _Aside]:
        """All elements of the pattern."""
        yield from self._until()
        if self._at < len(self._lexemes):
            raise PatternError(
                f"{self._written!r}: “{self._lexemes[self._at].group()}” at {self._place()} closes nothing"
            )

    def _until(self) -> Iterator[_Part | _Aside]:
        """The elements up to a bracket that closes, or a bar between two rows."""
        while True:
            self._take("space")
            if self._at == len(self._lexemes) or self._kind() in ("close", "bar"):
                return
            yield self._element()

    def _element(self) -> _Part | _Aside:
        if look := self._take("look"):
            return _Aside(self._element_of_part(), look[0] == "<", not look.endswith("!"))
        return self._element_of_part()

    def _element_of_part(self) -> _Part:
        joint = self._take("joint")
        key = bool(self._take("key"))
        named = self._take("name")
        key = key or bool(self._take("key"))
        part = self._alternatives()
        least, most, lazy = 1, 1, False
        if times := self._take("times"):
            numbers = [int(number) for number in re.findall(r"\d+", times)] or [0, 1]
            least, most = numbers
            lazy = len(times) > 1 and times.endswith("?")
        name = ""
        if named:
            name = named.removesuffix(":")
            self._names[name] += 1
            name += f"__{self._names[name]}" if self._names[name] > 1 else ""
        expression = part.expression.replace(_BEGIN, _BEGINS[joint]).replace(_END, _ENDS[self._joint_behind()])
        return replace(part, expression=expression, name=name, least=least, most=most, lazy=lazy, joint=joint, key=key)

    def _joint_behind(self) -> str:
        """The sign in front of the next element."""
        behind = next((one for one in self._lexemes[self._at :] if one.lastgroup != "space"), None)
        return behind.group() if behind and behind.lastgroup == "joint" else ""

    def _alternatives(self) -> _Part:
        """One atom, or several with bars and no space between them."""
        words: list[str] = []
        parts: list[_Part] = []
        while True:
            if self._kind() == "word" and not self._exact():
                words.append(self._take("word").lower())
            elif self._kind() == "list" and not self._exact() and self._kind(1) != "but":
                words += self._phrases(self._take("list")[1:])
            else:
                parts.append(self._atom())
            if self._kind() != "bar" or self._spaced():
                return self._but(_either([*([_phrases(frozenset(words))] if words else ()), *parts]))
            self._at += 1

    def _exact(self) -> bool:
        """Whether the word or list at hand is one to match as it is written."""
        word = self._lexemes[self._at].group()
        return word[0].isupper() or word[0].isdecimal() or word[0] == "="

    def _spaced(self) -> bool:
        """Whether white space stands before or behind the bar at hand."""
        start, end = self._lexemes[self._at].span()
        return self._written[start - 1 : start].isspace() or self._written[end : end + 1].isspace()

    def _atom(self) -> _Part:
        if self._at == len(self._lexemes):
            raise PatternError(f"{self._written!r} ends where an element should stand")
        found = self._lexemes[self._at]
        self._at += 1
        return self._but(self._read(found))

    def _but(self, part: _Part) -> _Part:
        """The part without the words of the lists that stand behind it."""
        while but := self._take("but"):
            refused = one_of(self._phrases(but[2:]) if but[1] == "@" else but[2:-1].split("|"))
            part = replace(part, expression=f"(?!(?i:{refused}){_END}){part.expression}")
        return part

    def _read(self, found: re.Match[str]) -> _Part:
        match found.lastgroup if found.lastgroup not in ("low", "high") else "kind":
            case "open":
                return self._rows()
            case "list":
                return _phrases(frozenset(self._phrases(found["list"])), found.group()[0] == "=")
            case "piece":
                return self._piece(found["piece"])
            case "kind":
                return self._form(found)
            case "form":
                digits = found["form"].startswith("\\d")
                front = f"{_BEGIN}(?<!\\d[.,:])" if digits else _BEGIN
                return _Part(
                    f"{front}(?:{found['form']}){_END}",
                    _NUMBERS if digits else None,
                    _LONGEST,
                    words=_NUMBERS if digits else None,
                )
            case "word":
                return _word(found["word"])
            case "mark" | "escaped":
                mark = found["mark"] or found["escaped"]
                return _Part("[’']" if mark in "’'" else re.escape(mark), None, 1, words=frozenset())
        raise PatternError(f"{self._written!r}: “{found.group()}” at {found.start()} stands where an element should")

    def _form(self, found: re.Match[str]) -> _Part:
        kind, low, high = found["kind"], found["low"], found["high"]
        if kind in GIVEN:
            return _Part(_FORMS[kind], frozenset({kind}), _LONGEST_NAME)
        number = kind in ("NUMBER", "DECIMAL")
        if low is None:
            end = r"(?!\w)" if number else _END
            form = _FORMS[kind] if kind == "ANY" else f"{_BEGIN}{_FORMS[kind]}{end}"
            numbers = _NUMBERS if number else None
            return _Part(form, numbers, _LONGEST, words=numbers)
        if kind != "NUMBER" or int(low) > int(high):
            raise PatternError(f"{self._written!r}: “{found.group()}” is no range of numbers")
        digits = one_of(str(one) for one in range(int(low), int(high) + 1)).replace(_ANY_DIGIT, r"\d")
        return _Part(f"{_BEGIN}(?<!\\d[.,:])0?{digits}(?![.,:]?\\d)(?!\\w)", _NUMBERS, len(high) + 1, words=_NUMBERS)

    def _rows(self) -> _Part:
        """What stands in brackets: rows of elements with a bar between."""
        rows = []
        while True:
            rows.append(_row(list(self._until()), self._written))
            if self._at == len(self._lexemes):
                raise PatternError(f"{self._written!r}: a bracket is not closed")
            self._at += 1
            if self._lexemes[self._at - 1].lastgroup == "close":
                return _either(rows)

    def _piece(self, name: str) -> _Part:
        if name not in self._pieces:
            raise PatternError(f"{self._written!r}: no piece is called {name!r}")
        inner = _Reader(self._pieces[name], self._lists, {k: v for k, v in self._pieces.items() if k != name})
        inner._names = self._names
        row = _row(list(inner.elements()), self._pieces[name])
        return replace(row, expression=f"(?:{row.expression})")

    def _phrases(self, name: str) -> Collection[str]:
        try:
            return self._lists(name)
        except KeyError:
            raise PatternError(f"{self._written!r}: no list is called {name!r}") from None

    def _kind(self, ahead: int = 0) -> str | None:
        at = self._at + ahead
        return self._lexemes[at].lastgroup if at < len(self._lexemes) else None

    def _take(self, kind: str) -> str:
        """The lexeme at hand if it is of the kind, empty otherwise."""
        if self._kind() != kind:
            return ""
        self._at += 1
        return self._lexemes[self._at - 1].group()

    def _place(self) -> int:
        return self._lexemes[self._at].start()


def _either(parts: Sequence[_Part]) -> _Part:
    if len(parts) == 1:
        return parts[0]
    opens = None if any(part.opens is None for part in parts) else frozenset().union(*(p.opens or () for p in parts))
    longest, ahead = max(part.longest for part in parts), max(part.ahead for part in parts)
    return _Part(f"(?:{'|'.join(part.expression for part in parts)})", opens, longest, ahead=ahead, words=_words(parts))


def _word(word: str) -> _Part:
    """A number, or a word to match as it is written."""
    if word.isdecimal():
        return _Part(f"{_BEGIN}{word}(?![.,:]?\\d)(?!\\w)", _NUMBERS, len(word), words=_NUMBERS)
    return _Part(f"{_BEGIN}{re.escape(word)}{_END}", _opens([word]), len(word), words=_runs([word]))


@lru_cache(maxsize=64)
def _phrases(phrases: frozenset[str], exact: bool = False) -> _Part:
    """Any of the words and phrases, ``exact`` only as they are listed."""
    expression = one_of(phrases).replace("'", "[’']").replace("\\ ", _GAP)
    expression = expression if exact else f"(?i:{expression})"
    return _Part(f"{_BEGIN}{expression}{_END}", _opens(phrases), max(map(len, phrases)), words=_runs(phrases))


def _runs(phrases: Collection[str]) -> frozenset[str]:
    """The runs of letters and digits of phrases."""
    return frozenset(_run(run) for phrase in phrases for run in _RUN.findall(phrase.lower()))


def _run(letters: str) -> str:
    """A run of letters and digits as it stands among the words of an element."""
    return "0" if letters[0].isdecimal() else letters


def _reached(text: str, at: int, low: int, words: frozenset[str]) -> int:
    """How far back from a place nothing stands but the words and marks, not before ``low``."""
    while True:
        end = at
        while end > low and not text[end - 1].isalnum():
            end -= 1
        at = end
        while at > low and text[at - 1].isalnum():
            at -= 1
        if at == end or _run(text[at:end].lower()) not in words:
            return end


def _opens(phrases: Collection[str]) -> frozenset[str] | None:
    """The first runs of letters of phrases, ``None`` where one begins with a mark."""
    found = [_OPENER.match(phrase.lower()) for phrase in phrases]
    numbers = _NUMBERS if any(phrase[0].isdecimal() for phrase in phrases) else frozenset[str]()
    if any(one is None and not phrase[0].isdecimal() for one, phrase in zip(found, phrases, strict=True)):
        return None
    return frozenset(one.group() for one in found if one) | numbers
