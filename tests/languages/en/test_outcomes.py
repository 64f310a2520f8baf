"""Outcomes: what a sentence says became of something, and how firmly."""

import pytest

from auditor.audit import read_article
from auditor.languages.en.code.clauses import Clause, Clauses
from auditor.languages.en.code.denials import denied_verbs, find_denials
from auditor.languages.en.code.names import find_names
from auditor.languages.en.lexicon.outcomes import LONGEST, OPENERS, OUTCOMES, SPLIT
from auditor.languages.en.lists import LISTS
from auditor.model import Article, Modality, Outcome
from auditor.reading import make_document

_STATES = LISTS.words("outcome_scales", "state")


def article(text: str) -> Article:
    return read_article(make_document("a.txt", text))


def clauses(text: str) -> Clauses:
    return Clauses(article(text).prose)


def outcomes(text: str) -> list[tuple[str, str, bool, bool, Modality]]:
    return [
        (claim.span.text, claim.value.scale, claim.value.first, claim.value.denied, claim.modality)
        for claim in article(text).claims
        if isinstance(claim.value, Outcome)
    ]


FIRM, HEDGED = Modality.ASSERTED, Modality.HEDGED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk was acquitted of fraud.", [("acquitted", "verdict", True, False, FIRM)]),
        ("The clerk was cleared of fraud.", [("was cleared", "verdict", True, False, FIRM)]),
        ("The road was clear of snow.", []),
        ("The stages failed to come apart.", [("come apart", "separation", True, True, FIRM)]),
        ("The tank did not detach.", [("detach", "separation", True, True, FIRM)]),
        ("The tank might detach.", [("detach", "separation", True, False, HEDGED)]),
        (
            "The insurer turned the whole claim down.",
            [("turned the whole claim down", "acceptance", False, False, FIRM)],
        ),
        ("The council voted the plan down.", [("voted the plan down", "acceptance", False, False, FIRM)]),
        ("The mayor declined to comment.", []),
        ("Support declined slightly in May.", []),
        (
            "The board gave its full blessing to the sale.",
            [("gave its full blessing", "acceptance", True, False, FIRM)],
        ),
        ("The board gave the sale its blessing.", [("gave the sale its blessing", "acceptance", True, False, FIRM)]),
        ("The pilots came out firmly against it.", [("came out firmly against", "acceptance", False, False, FIRM)]),
        ("Their rejection of the offer was swift.", [("rejection of", "acceptance", False, False, FIRM)]),
        ("The adviser recommended a no vote.", [("recommended a no vote", "acceptance", False, False, FIRM)]),
        ("The adviser recommended a yes vote.", [("recommended a yes vote", "acceptance", True, False, FIRM)]),
        ("The deputies have not yet accepted it.", [("accepted", "acceptance", True, False, FIRM)]),
        ("Nobody asked the two opposing sides.", []),
        ("Olsen said that she won’t concede.", []),
        ("The clerk refused to sign the order.", [("sign", "signature", True, True, FIRM)]),
        (
            "Lund has denied claims that the tank detached.",
            [("denied", "admission", False, False, FIRM), ("detached", "separation", True, False, HEDGED)],
        ),
        ("Until the tank detached, nobody moved.", [("detached", "separation", True, False, HEDGED)]),
        ("The clerk did not apologise until May.", [("apologise", "apology", True, True, HEDGED)]),
        (
            "The board refused to back the candidate who won.",
            [("back the", "acceptance", True, True, FIRM), ("won", "contest", True, False, FIRM)],
        ),
        ("The board backed away from the plan.", []),
        ("There were growing calls from the coast.", []),
        ("Lund will talk when the road is opened.", [("opened", "door", True, False, HEDGED)]),
        ("Lund stayed home rather than vote for it.", [("vote for", "acceptance", True, True, FIRM)]),
        ("Lund does not mind the idea of having more armed guards.", [("armed", "arming", True, False, FIRM)]),
        (
            "The office recommended approval of the syrup.",
            [("recommended", "acceptance", True, False, FIRM), ("approval of", "acceptance", True, False, HEDGED)],
        ),
        ("This year’s contests were dull.", []),
        ("Her lawyer said that she would contest the ruling.", [("contest", "acceptance", False, False, FIRM)]),
        ("She would contest the ruling.", [("contest", "acceptance", False, False, HEDGED)]),
        (
            "The fine was not only accepted but paid.",
            [("accepted", "acceptance", True, False, FIRM), ("paid", "payment", True, False, FIRM)],
        ),
    ],
)
def test_outcomes(text: str, expected: list[tuple[str, str, bool, bool, Modality]]) -> None:
    assert outcomes(text) == expected


@pytest.mark.parametrize(
    ("text", "doers", "sides"),
    [
        ("The offer was rejected on Friday by the union.", set(), {"workers"}),
        ("The sale won the backing of Norway.", {"Norway"}, set()),
        ("Norway said that it had accepted the quota.", {"Norway"}, set()),
        ("According to Sweden, Norway accepted the quota.", {"Norway"}, set()),
        ("Ministers accepted the quota.", set(), {"government"}),
    ],
)
def test_whose_deed_it_is(text: str, doers: set[str], sides: set[str]) -> None:
    [claim] = [c for c in article(f"Norway and Sweden met. {text}").claims if isinstance(c.value, Outcome)]
    assert isinstance(claim.value, Outcome)
    assert (set(claim.value.doers), set(claim.value.sides)) == (doers, sides)


def test_a_manner_denied_denies_no_deed() -> None:
    assert denied_verbs(article("The work was not finished by guessing.")) == frozenset()


def test_a_state_that_lasts_is_marked() -> None:
    [claim] = [
        c for c in article("The museum has kept its doors shut since the raid.").claims if isinstance(c.value, Outcome)
    ]
    assert isinstance(claim.value, Outcome)
    assert claim.value.lasting
    assert claim.value.scale in _STATES


def test_the_doer_of_a_passive_stands_behind_by() -> None:
    [claim] = [
        c for c in article("Oslo said that the truce was accepted by Norway.").claims if isinstance(c.value, Outcome)
    ]
    assert isinstance(claim.value, Outcome)
    assert claim.value.doers == {"Norway"}


def test_words_in_quotation_marks_have_a_source() -> None:
    text = "“The board rejected the plan for the harbour,” said Anna Olsen, the mayor."
    [claim] = [c for c in article(text).claims if isinstance(c.value, Outcome)]
    assert claim.source is not None


def test_a_clause_ends_at_a_conjunction_and_skips_asides() -> None:
    text = "The union, which speaks for drivers, rejected the plan, but the guild accepted it."
    at = text.index("rejected")
    clause = clauses(text).at(at, at + 8)
    assert text[clause.start : clause.end] == "The union, which speaks for drivers, rejected the plan"


@pytest.mark.parametrize(
    ("before", "denied"), [("It did not ", True), ("It never ", True), ("It not only ", False), ("It was ", False)]
)
def test_denial(before: str, denied: bool) -> None:
    text = f"{before}reopen."
    assert clauses(text).force(Clause(0, len(text)), len(before), len(text) - 1).denied is denied


@pytest.mark.parametrize(
    ("text", "firm"), [("It reopened.", True), ("It may have reopened.", False), ("It reopened?", False)]
)
def test_firmness(text: str, firm: bool) -> None:
    at = text.index("reopened")
    assert (clauses(text).force(Clause(0, at + 8), at, at + 8).modality == Modality.ASSERTED) is firm


def test_what_one_article_denies_is_found_in_another() -> None:
    scales = denied_verbs(article("The crew had not been trained, and the ship never anchored."))
    assert scales == {"train", "anchor"} or {"anchor"} <= scales
    other = article("The ship anchored off the point at noon.")
    [claim] = find_denials(other, find_names(other.prose), scales)
    assert claim.span.text == "anchored"
    assert isinstance(claim.value, Outcome)
    assert not claim.value.denied


def test_the_lexicon_is_consistent() -> None:
    assert all(len(phrase) <= LONGEST and phrase[0] in OPENERS for phrase in OUTCOMES)
    assert set(OUTCOMES) >= SPLIT
    assert all(phrase == tuple(word.lower() for word in phrase) for phrase in OUTCOMES)
