"""Who says a quotation: the mention beside it, who that is, and where nobody is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import residue_classes
from auditor.languages.en.code.names import find_names
from auditor.languages.en.code.quotations import find_quotations
from auditor.model import Claim, Prose, Quotation
from auditor.reading import make_document
from auditor.residue.blocks import lay_out


def prose(text: str) -> Prose:
    return lay_out(make_document("a", text), residue_classes()).prose


def quotations(text: str) -> list[Claim]:
    page = prose(text)
    return list(find_quotations(page, find_names(page)))


def told(claim: Claim) -> str | None:
    assert isinstance(claim.value, Quotation)
    return claim.value.speaker.text if claim.value.speaker else None


def cue(claim: Claim) -> str | None:
    assert isinstance(claim.value, Quotation)
    return claim.value.cue.text if claim.value.cue else None


BEHIND = [
    ("“We must go on,” said Ana Ruiz.", "Ana Ruiz"),
    ("“We must go on,” Ana Ruiz said.", "Ana Ruiz"),
    ("“We must go on,” Ana Ruiz told reporters on Friday.", "Ana Ruiz"),
    ("“We must go on,” said Ana Ruiz, the mayor of Oslo.", "Ana Ruiz"),
    ("“We must go on,” said Dr. Ana M. Ruiz of the harbour board.", "Dr. Ana M. Ruiz"),
    ("“We must go on,” Ana Ruiz, who runs the port, said on Friday.", "Ana Ruiz"),
    ("“We must go on,” Ana Ruiz later added.", "Ana Ruiz"),
    ("“We must go on,” insisted Gov. Ana Ruiz.", "Gov. Ana Ruiz"),
    ("“We must go on,” Sen. Jon Berg (D-Vt.) said.", "Sen. Jon Berg"),
    ("“Must we go on?” asked Ana Ruiz.", "Ana Ruiz"),
    ("“Must we go on?” Ana Ruiz asked.", "Ana Ruiz"),
    ("“We must go on!” shouted one survivor.", "one survivor"),
    ("“We must go on,” the spokesman said.", "the spokesman"),
    ("“We must go on,” a spokeswoman for the ministry said.", "a spokeswoman for the ministry"),
    ("“We must go on,” police said.", "police"),
    ("“We must go on,” the announcer said.", "the announcer"),
    ("“We must go on,” the report said.", "the report"),
    ("“We must go on,” wrote the Times.", "Times"),
    ("“We must go on,” he said.", "he"),
    ("“We must go on,” they said.", "they"),
    ("“We must go on,” I said.", "I"),
    ("“We must go on,” she told the court in June.", "she"),
    ("“We must go on,” said Kremlin spokesman Dmitry Peskov.", "Kremlin spokesman Dmitry Peskov"),
    ("“We must go on,” ministry spokeswoman Ana Ruiz said.", "Ana Ruiz"),
    ("“We must go on,” warned the mayor.", "the mayor"),
    ("“We must go on,” according to Ana Ruiz.", "Ana Ruiz"),
    ("“We must go on.” — Ana Ruiz", "Ana Ruiz"),
    ("“We must go on.” ― Jon Berg", "Jon Berg"),
    ("“We must go on,” Secretary of State Ann Lowe said.", "Ann Lowe"),
    ("“We must go on,” said Secretary of Defense Rafe Hale.", "Rafe Hale"),
    ("“We must go on,” said Director of Public Affairs Ann Lowe.", "Ann Lowe"),
    ("“We must go on,” said President of Norway Ann Lowe.", "Ann Lowe"),
    ("“We must go on,” the Secretary of State said.", "the Secretary of State"),
    ("“We must go on,” Rafe “Ray” Hale said.", "Rafe “Ray” Hale"),
    ('“We must go on,” said Mayor Rafe "Ray" Hale.', 'Rafe "Ray" Hale'),
    ("“We must go on,” a statement from the Lowe campaign said.", "a statement from the Lowe campaign"),
    ("“We must go on,” a statement from the Lowe said.", "a statement from the Lowe"),
    ("“We must go on,” Ana Ruiz said, and Jon Berg agreed.", "Ana Ruiz"),
    ("“We must go on,” said Ana Ruiz, whose brother Jon Berg was lost.", "Ana Ruiz"),
    ('"We must go on," Zelensky said.', "Zelensky"),
    ("‘We must go on,’ said Ana Ruiz.", "Ana Ruiz"),
    ("«We must go on», said Ana Ruiz.", "Ana Ruiz"),
]
APPOSED = [
    ("“Must we wait for the boats?” Eva Holm, the keeper of the light, said at the gate.", "Eva Holm"),
    ("“Must we wait for the boats?” Eva Holm — the keeper of the light — asked.", "Eva Holm"),
    ("“Let the boats go!” Eva Holm, 54, the keeper of the light, wrote.", "Eva Holm"),
    ("Some call it a folly. “Let the boats go!” Eva Holm, the keeper, wrote.", "Eva Holm"),
    (
        "“This sea isn’t ours, it’s ‘the sea, the sea,’” Ana Ruiz, the head of the port and the board, told us.",
        "Ana Ruiz",
    ),
    ("Jon Berg, the pilot, who in 2010 said the plan was “a joke on us all,” left.", "Jon Berg"),
    ("Ana Ruiz, the mayor, said Jon Berg, the pilot, was “not fit to lead the board.”", "Ana Ruiz"),
]
VERBS = [
    ("“Because you would sink,” Berg shot back.", "Berg"),
    ("“Because you would sink,” fired back Berg.", "Berg"),
    ("“I go home now,” said one sailor.", "one sailor"),
    ("“I go home now,” one of the sailors said.", "one of the sailors"),
    ("“We must go on, and we will go on,” The Star reported.", "Star"),
    ("Holm stirred the crowd by saying, “They burned our boats.”", "Holm"),
    ("Berg drew cheers by calling the plan “a gift to the rich of the town.”", "Berg"),
    ("Calling the plan “a gift to the rich of the town,” Mrs. Holm praised the crowd.", "Mrs. Holm"),
    ("After calling her rival “a friend of the rich,” Ana Ruiz left the hall.", "Ana Ruiz"),
    ("Calling Jon Berg, the pilot, “the kind of friend I need here,” Mrs. Holm left.", "Mrs. Holm"),
    ("The board may sell the boats, said Eva Holm, a keeper of the light. “It would end the row.”", "Eva Holm"),
    ("All Ruiz said about it was “we must go on now.”", "Ruiz"),
    ("A port spokesman said the line paid because it believed “in the good that can be done.”", "A port spokesman"),
    ("Ana Ruiz says she hopes to win, but she knows that “the sea will always be the king.”", "Ana Ruiz"),
    ("Ana Ruiz said that she likes the wall but said “the question is the time it takes.”", "Ana Ruiz"),
    ("Critics seized on Ruiz’s claim that there have been “hundreds of wrecks off the bar” this year.", "Ruiz"),
    ("Kennedy said if it is going to name some states, “it should do it by name.”", "Kennedy"),
    ("Lowe contradicted Secretary of State Jon Berg’s claim that there is “clear evidence of it.”", "Jon Berg"),
    ("The judge said Ana Ruiz’s claim that Jon Berg was heard was “likely untrue and partly old.”", "The judge"),
    ("Ana Ruiz said Jon Berg’s remarks about the boats were “a joke on us all.”", "Ana Ruiz"),
    ("The board praised Ana Ruiz’s statement, but Jon Berg called it “a joke on us all, no more.”", "Jon Berg"),
]
BEFORE = [
    ("Ana Ruiz said: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz said, “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz told the council: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz, the mayor of Oslo, said: “We must go on.”", "Ana Ruiz"),
    ("In a letter to Jon Berg, Ana Ruiz wrote: “We must go on.”", "Ana Ruiz"),
    ("Asked about the wall, Ana Ruiz replied: “We must go on.”", "Ana Ruiz"),
    ("Said a spokesman of the line, “We must go on.”", "a spokesman of the line"),
    ("According to Ana Ruiz, “we must go on and we will.”", "Ana Ruiz"),
    ("The mayor said on Monday, “We must go on.”", "The mayor"),
    ("One survivor told the court: “We must go on.”", "One survivor"),
    ("Witnesses said: “We must go on.”", "Witnesses"),
    ("During the war, President Ana Ruiz stated: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz met Jon Berg and told him: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz, speaking to Jon Berg on the quay, said: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz took the floor to say: “We must go on.”", "Ana Ruiz"),
    ("Ana Ruiz left the room, saying: “We must go on.”", "Ana Ruiz"),
    ("The film has footage of Ana Ruiz saying, “We must go on.”", "Ana Ruiz"),
    ("Russian President Vladimir Putin said: “We must go on.”", "Vladimir Putin"),
    ("A letter from the mayor reads: “We must go on.”", "A letter from the mayor"),
]
INSIDE = [
    ("Ana Ruiz said the plan was “not a realistic outcome” for now.", "Ana Ruiz"),
    ("Ana Ruiz called the plan “a bad joke played on us” on Friday.", "Ana Ruiz"),
    ("Ana Ruiz dismissed it as “a bad joke played on us all” on Friday.", "Ana Ruiz"),
    ("Ana Ruiz accused Jon Berg of “selling the boats for nothing” in May.", "Ana Ruiz"),
    ("The plan was “a bad joke played on all of us,” Ana Ruiz said.", "Ana Ruiz"),
    ("The plan is “a bad joke played on all of us,” according to Ana Ruiz.", "Ana Ruiz"),
    ("Ana Ruiz said she thinks the wall is “a very big factor” in it.", "Ana Ruiz"),
    ("Ana Ruiz said the wall was old and called it “a very big factor” in it.", "Ana Ruiz"),
    ("Jon Berg stayed, but Ana Ruiz warned of “tragic consequences” for all.", "Ana Ruiz"),
    ("The plan, which Ana Ruiz called “a bad joke on us all,” failed.", "Ana Ruiz"),
    ("Only 52 percent of voters agreed that she was in “good enough health” to serve.", "52 percent"),
    ("Ana Ruiz urged the council to “sell the boats at once” in May.", "Ana Ruiz"),
    ("The ministry described the talks as “useful and long overdue” on Friday.", "The ministry"),
]
NEAR = [
    ("Word from Senator Ana Ruiz:\n\n“Just bring the boats back home.”", "Ana Ruiz"),
    ("“Just bring the boats back home.” –Captain Ana Ruiz", "Ana Ruiz"),
    ("“Just bring the boats back home,” moaned Ana Ruiz at the door.", "Ana Ruiz"),
    ("Ana Ruiz spoke at noon. “We must go on, and we will.”", "Ana Ruiz"),
    ("Ana Ruiz said the wall would hold. “We must go on, and we will.”", "Ana Ruiz"),
    ("Ana Ruiz had only a few words for them and said:\n\n“Just bring the boats back home.”", "Ana Ruiz"),
    ("Ana Ruiz put it this way:\n\n“Just bring the boats back home.”", "Ana Ruiz"),
    ("She is the mayor. “We must go on,” she said.", "she"),
]
RUNS: list[tuple[str, list[str | None]]] = [
    (
        "“I stay,” Ruiz said.\n\n“I go now,” one said. “It is late.”\n\n“I sleep,” said another.",
        ["Ruiz", None, None, None],
    ),
    ("“Then you ask, ‘Where is the boat?’” Mr. Berg said. “‘Where is the crew?’”", ["Mr. Berg"] * 2),
    ("“We must go on,” said Ana Ruiz. “There is no other way.”", ["Ana Ruiz"] * 2),
    ("“We must,” said Ana Ruiz, “go on and never stop.”", ["Ana Ruiz"] * 2),
    ("“We must go on,” said Ana Ruiz.\n\n“There is no other way.”", ["Ana Ruiz"] * 2),
    ("Ana Ruiz said:\n\n“They pulled us out.\n\n“They asked for nothing.\n\n“We thank them.”", ["Ana Ruiz"] * 3),
    ("“We go,” said Ana Ruiz. “We stay,” said Jon Berg.", ["Ana Ruiz", "Jon Berg"]),
    ("“We go,” said Ana Ruiz.\n\n“We stay,” said Jon Berg.\n\n“Not so,” she said.", ["Ana Ruiz", "Jon Berg", "she"]),
    ("Ana Ruiz called it “a joke on us” and “a very bad idea” on Friday.", ["Ana Ruiz"] * 2),
]
NOBODY = [
    "Some said: “We must go on.”",
    "“We must go on,” read one line of it.",
    "“We must go on,” one said.",
    "“We must go on,” said another.",
    "ALL HANDS.\n\n“We had a lot of people here who said it could not be done.”\n\nThat was how they saw it.",
    "Soldiers shot “the last of the old guard dogs” on Friday.",
    "The line paid because it believed “in the good work that can be done.”",
    "“Must we wait for the boats?” Eva Holm, the keeper, left the room. Jon Berg said no.",
    "The night was long. “Nobody knew where the boats had gone.”",
    "It said: “We must go on.”",
    "Nobody at the port would share a day with us.\n\n“They told us it was safe.”",
    "They call it a “special operation” there.",
    "Ana Ruiz knows the “collective West” well.",
    "Because of what it calls “root causes,” Norway said no.",
    "The so-called “line of contact” was quiet.",
    "The “safe zone” was hit twice in May.",
]
NO_CLAIM = [
    "He is the author of the novel “The Long Way Down”.",
    "Robert C. “Bobby” Scott came at noon.",
    "She sings under the stage name “Lady Mistral.”",
    "She told CNN’s “State of the Union” that it was late.",
    "“A WALL THAT COULD NOT HOLD”",
    "The word “the” is short.",
    'The page held <div class="left"> and no more.',
    "The keeper is 6'2\" tall and the door 5'11\" high.",
    "The sailors’ wives and the captain’s brother wasn’t there in the ’90s.",
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND + APPOSED + VERBS + BEFORE + INSIDE + NEAR)
def test_the_mention_beside_a_quotation(text: str, speaker: str) -> None:
    [claim] = quotations(text)
    assert told(claim) == speaker


@pytest.mark.parametrize(("text", "speakers"), RUNS)
def test_speech_that_goes_on_has_the_speaker_it_goes_on_from(text: str, speakers: list[str | None]) -> None:
    assert [told(claim) for claim in quotations(text)] == speakers


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_is_told_there_is_a_reason(text: str) -> None:
    [claim] = quotations(text)
    assert isinstance(claim.value, Quotation)
    assert (claim.value.speaker, claim.source) == (None, None)
    assert claim.value.unsure


@pytest.mark.parametrize("text", NO_CLAIM)
def test_marks_that_are_nobodys_words(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Ruiz runs the port. “We must go on,” she said.", "Ana Ruiz"),
        ("Ana Ruiz, an East Coast pilot, spoke first. “We must go on,” she said.", "Ana Ruiz"),
        ("Ana Ruiz met Jon Berg at noon. “We must go on,” he said.", "he"),
        ("Ana Ruiz met Jon Berg at noon. Jon Berg left early. “We must go on,” he said.", "Jon Berg"),
        ("“We must go on,” said Kremlin spokesman Dmitry Peskov.", "Dmitry Peskov"),
        ("“We must go on,” the spokesman said.", "the spokesman"),
        ("“We must go on,” said the woman, who gave her name as Ana Ruiz.", "Ana Ruiz"),
        ("“We must go on,” said a man who identified himself only as Jon.", "Jon"),
        ("A man who gave his name as Jon Berg said: “We must go on.”", "Jon Berg"),
        ("“We must go on,” said the woman, who gave her seat to Ana Ruiz.", "the woman"),
    ],
)
def test_the_source_is_who_the_mention_means(text: str, source: str) -> None:
    [claim] = quotations(text)
    assert claim.source == source


def test_the_verb_of_saying_is_told() -> None:
    found = quotations("“We go,” Ana Ruiz warned. According to Jon Berg, “we stay here.” “We rest.” — Eva Holm")
    assert [cue(claim) for claim in found] == ["warned", "According to", None]


@given(
    st.lists(
        st.sampled_from(
            ["“We go,”", "said", "Ana Ruiz", "he", "the", "mayor", ",", ".", "and", "it", "told", "\n\n", "who"]
        )
    )
)
def test_soups_of_speech(parts: list[str]) -> None:
    page = prose(" ".join(parts))
    for claim in find_quotations(page, find_names(page)):
        assert isinstance(claim.value, Quotation)
        for span in (claim.value.speaker, claim.value.cue):
            assert span is None or page.text[span.start : span.end] == span.text
        assert told(claim) is None or claim.value.unsure == ""
        assert (told(claim) or "").lower() != "it"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The head of the port was asked. “If Northern Ferries are sold, the board must go,” she said.", "she"),
        ("A former minister spoke. “We believed that Jon Berg was open to blackmail,” he said.", "he"),
        ("Ana Ruiz spoke of the boats. “We believed that Jon Berg was gone,” she said.", "Ana Ruiz"),
    ],
)
def test_a_pronoun_takes_no_name_that_stands_inside_the_quotation(text: str, source: str) -> None:
    assert [claim.source for claim in quotations(text)] == [source]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We must go on,” Lund State Police Commissioner Jon Berg said.", "State Police Commissioner Jon Berg"),
        ("“We must go on,” Kasten chief strategist Jon Berg announced.", "Kasten chief strategist Jon Berg"),
        ("In its place Jon Berg, the Gazette’s letters editor, wrote: “We must go on.”", "Jon Berg"),
        ("“We must go on,” Acting Secretary of State Jon Berg told reporters.", "Jon Berg"),
        ("Secretary of the Treasury Jon Berg said: “We must go on.”", "Jon Berg"),
        ("“We must go on,” said Prime Minister Ann May in the chamber.", "Ann May"),
        ("“We must go on,” Commission President Ursula von der Lund said.", "Ursula von der Lund"),
        ("On the day after Mayor Berg May 5 was a holiday. “We must go on,” Ann Lee said.", "Ann Lee"),
    ],
)
def test_names_among_offices(text: str, speaker: str) -> None:
    assert [told(claim) for claim in quotations(text)] == [speaker]
