"""Blocks, residue and prose: roles, exact places, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import residue_classes
from auditor.model import CLAIM_ROLES, Role
from auditor.reading import make_document
from auditor.residue.blocks import Layout, lay_out

STORY = (
    "The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.\n\n"
    "Repairs will take until autumn, and the fishing fleet has moved to the next bay for the time being."
)


def laid_out(text: str) -> Layout:
    return lay_out(make_document("a.txt", text), residue_classes())


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role.value, text[block.start : block.end]) for block in laid_out(text).blocks]


def test_roles_of_a_page() -> None:
    text = (
        "Storm closes the harbour\nBy Nadia Haddad, coast correspondent, 3 May 2021\n\n"
        f"{STORY}\n\nWhat comes next\n\nThe hall is short of many things, and it asks all who can to bring them by noon:\n"
        "- dry socks\n- blankets\n\nThe work goes on, the engineer said.\n\nShare\n\nAuthor\n\nNadia Haddad writes about the sea."
    )
    found = [role for role, _ in roles(text)]
    assert found == [
        *("headline", "byline", "body", "body", "heading", "body", "list", "list", "body", "residue", "bio", "bio"),
    ]


def test_the_headline_below_the_name_of_the_site() -> None:
    text = f"The Quay Post – news from the coast\n\nSix boats lost as wall gives way\n\nPosted by Nadia Haddad on 3 May\n\n{STORY}"
    assert [role for role, _ in roles(text)] == ["headline", "headline", "byline", "body", "body"]


def test_the_headline_below_the_name_of_a_section() -> None:
    text = f"HARBOURS\n\nSix boats lost as wall gives way\n\n{STORY}"
    assert roles(text)[1] == ("headline", "Six boats lost as wall gives way")


def test_no_title_counts_without_a_line_that_says_who_wrote_or_when() -> None:
    text = f"Storm closes the harbour\n\nWhat comes next\n\n{STORY}"
    assert [role for role, _ in roles(text)] == ["headline", "heading", "body", "body"]


def test_a_bio_and_residue_yield_no_prose() -> None:
    layout = laid_out(f"{STORY}\n\nShare\n\nAuthor\n\nNadia Haddad is a second-year doctoral candidate.")
    assert "candidate" not in layout.prose.text
    assert "Share" not in layout.prose.text
    assert "harbour of Mariel" in layout.prose.text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028"])
def test_line_ends_of_all_kinds(newline: str) -> None:
    text = STORY.replace("\n", newline)
    assert [role for role, _ in roles(text)] == ["body", "body"]
    assert all(text[start:end].endswith(".") for start, end in laid_out(text).prose.sentences)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The union on Thursday rejected a pay offer from the operator of the\n"
        "ferry line, calling the sum proposed for each family an insult. The\n"
        "operator did not want to speak about it before the end of the week,\n"
        "and it said that the money would be paid in any case by next month.\n\n"
        "The ferry is at the yard, and the crew has gone home for the weekend,\n"
        "the harbour master told the council in a letter that was read aloud\n"
        "there on the same evening."
    )
    assert [role for role, _ in roles(text)] == ["body", "body"]
    sentences = laid_out(text).prose.sentences
    assert text[slice(*sentences[0])].startswith("The union")
    assert text[slice(*sentences[0])].endswith("insult.")


def test_an_injected_headline_cuts_the_sentences() -> None:
    title = "Storm Closes The Harbour Of Mariel"
    text = f"{title}\n\n{STORY}\n\nNobody was hurt. {title} The inn took in thirty people."
    layout = laid_out(text)
    sentences = [text[slice(*place)] for place in layout.prose.sentences]
    assert sentences[-2:] == ["Nobody was hurt.", "The inn took in thirty people."]
    assert [piece.kind for piece in layout.residue] == ["repeated-headline"]


SILENT = [
    "Correction: An earlier version of this article gave the wrong length. It is 58 metres.",
    "“Just bring her home.”",
    "The line denies this.",
    "A vigil is planned for Wednesday at seven.",
    "Islanders share stories about that night in the way others share photographs.",
    "Volunteers are asked to subscribe to a rota pinned to the church hall door.",
    "He said he would follow us to the end of the quay.",
    "Print was his first love, and radio his second.",
    "The minister would not comment on the report.",
    "Comments by the mayor were heard in silence.",
    "Read out in court, the letter took an hour.",
    "More than 40 people signed up before noon.",
    "Sign language was used throughout the hearing.",
    "Cookies and coffee were served on the quay.",
    "By noon the water had gone.",
    "By Monday, the boats were back.",
    "Photographs of the wall are kept in the hall.",
    "The rights of the village are reserved by an old charter, the clerk said.",
    "Advertising paid for the wall.",
    "Search parties went out at dawn.",
    "Menu prices at the inn have doubled.",
    "Home is where the boats are.",
    "Next to the church stands the school.",
    "Video from the helicopter shows the wave.",
    "Tags on the nets were red.",
    "Listen to the sea, they say here.",
    "Trending down, the price of fish is at its lowest.",
    "Was this the end? Nobody knew.",
    "Like his father, he was a pilot.",
    "X marks the spot on the old chart.",
    "Email was down for a week.",
    "Post offices on the island stayed shut.",
    "Save the wall, they shouted.",
    "Support for the plan is strong on the island.",
    "Register offices were closed.",
    "Get well soon, the card said.",
    "Never again, the mayor said.",
    "We use nets of our own making.",
    "Accept it or not, the sea will come.",
    "Copyright in the plans belongs to the engineer.",
]


MORE = (
    "The engineer of the port had written in March that the wall would not stand another winter.\n\n"
    "Nobody answered his letter, and the money that was meant for the wall went into the new fish market."
)


@pytest.mark.parametrize("line", SILENT)
def test_lines_of_articles_are_no_residue(line: str) -> None:
    layout = laid_out(f"{STORY}\n\n{line}\n\n{MORE}")
    assert [(piece.kind, piece.span.text) for piece in layout.residue] == []
    assert line.split()[0].strip("“") in layout.prose.text


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*SILENT, "Share", "Read More:", "", "   ", "EASING SANCTIONS Russia said no.", "• one", "By A B"]
        ),
        st.text(max_size=40),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_soups_of_lines(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    if not text.strip() or any("\ud800" <= character <= "\udfff" for character in text):
        return
    layout = laid_out(text)
    ends = [0]
    for block in layout.blocks:
        assert ends[-1] <= block.start < block.end <= len(text)
        ends.append(block.end)
    prose = layout.prose.text
    assert len(prose) == len(text)
    assert all(mine in (theirs, " ") for mine, theirs in zip(prose, text, strict=True))
    assert all(prose[start:end].strip() for start, end in layout.prose.sentences)
    assert list(layout.prose.sentences) == sorted(layout.prose.sentences)
    for piece in layout.residue:
        assert text[piece.span.start : piece.span.end] == piece.span.text
        if piece.kind not in ("truncated-end", "encoding-damage", "markup"):
            assert not prose[piece.span.start : piece.span.end].strip()


def test_claim_roles_are_not_those_of_furniture() -> None:
    assert CLAIM_ROLES.isdisjoint({Role.BIO, Role.RESIDUE, Role.HEADING, Role.BYLINE})
