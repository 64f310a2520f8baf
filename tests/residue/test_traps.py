"""Lines of articles that look like page furniture and are none: every one of them stays silent, wherever it stands."""

import pytest

from auditor.catalogue import residue_classes
from auditor.checks.residue import STORY
from auditor.reading import make_document
from auditor.residue.blocks import lay_out

TRAPS = """
Correction: An earlier version of this article gave the length of the wall as 85 metres. It is 58 metres.
Correction, 4 May: The first version of this report named the wrong harbour.
Clarification: The inn took in thirty people, not all of whom were sailors.
This article was amended on 5 May to say that the tug was built in 1962, not 1926.
Editor's note: The name of the boy has been changed at the request of his parents.
Update: The port office said on Tuesday evening that the second tug had been found.
“Just bring her home.”
“No comment.”
“Sign here,” the clerk said.
“Follow me!”
“Subscribe to that? Never.”
‘Print what you like,’ he told us.
"We share everything here."
“Read more books,” the teacher told them.
“Advertisement is the mother of trade,” the innkeeper said.
The minister would not share the report.
Passengers will share the cost: fares rise by 1.9 per cent in January.
Islanders share stories about that night in the way others share photographs.
Shares in the ferry line closed down 9 percent.
Share prices fell in the morning and rose again by noon.
Few share his view.
Neighbours share a single standpipe.
They share.
There were cookies and coffee cups floating everywhere.
The school secretary keeps a cookie jar for lost keys: it holds eleven sets.
An usher passed round a tin of cookies while the court waited.
Cookies were served on the quay.
The law on cookies was passed in 2011 and has been ignored since.
Volunteers are asked to subscribe to a rota pinned to the church hall door.
Few economists subscribe to it without caveats.
The families who subscribe to the history society would like a plaque.
Only 300 people subscribe to the paper now.
Subscribers to the fund were paid back in March.
The council will subscribe 40,000 crowns to the fund.
Anyone who followed the dispute on the radio will know the sound of the band.
Few would follow that argument to its end.
Follow the river path for ten minutes and you come to the old mint.
He said he would follow us to the end of the quay.
Following the storm, the harbour was closed.
More than 2,000 people follow the tug on the internet.
The ferry line has withdrawn an advertisement that was to run this week.
Advertisements for the concert will be pasted over with a new date.
Advertising paid for the wall.
An advertisement in the window said that the boat was for sale.
Sponsored by nobody, the race went on.
Season-ticket holders can sign up at any staffed station from 20 November; bring the ticket.
Policyholders who want to speak can sign up at the town hall.
More than 40 people signed up before noon.
Volunteers can sign up until Friday.
Sign language was used throughout the hearing.
The minister would not comment on the report.
Comments by the mayor were heard in silence.
The port office declined to comment.
A comment made in passing cost him the office.
Asked for comment, the line pointed to its statement of Monday.
No comments were made in court.
The line denies this.
Rain.
Nobody came.
The dunes are quiet now.
It was over by noon.
A vigil is planned for Wednesday at seven.
The next hearing is on 14 June.
By noon the water had gone.
By Monday, the boats were back.
MARIEL, May 4 — Divers went in on Monday to look for the second tug.
PORT SELLICK (Reuters) - Divers went in on Monday to look for the second tug.
LONDON: The price of fish rose by a third on Tuesday, traders said.
Home is where the boats are.
Menu prices at the inn have doubled.
Search parties went out at dawn.
Print was his first love, and radio his second.
Read out in court, the letter took an hour.
Related damage to the road has not been counted.
More rain is expected on Thursday.
Trending down, the price of fish is at its lowest.
Photographs of the wall are kept in the hall.
Video from the helicopter shows the wave.
Copyright in the plans belongs to the engineer.
The rights of the village are reserved by an old charter, the clerk said.
Contact with the tug was lost at four in the morning.
Anyone with information should call the port office on 555 0140.
Email was down for a week.
Published in 1911, the plan of the wall shows no foundation at all.
Updated figures are expected in the summer.
Tags on the nets were red.
Next to the church stands the school.
Register offices were closed.
Get well soon, the card said.
Download speeds on the island are the lowest in the country.
Most read the letter in silence.
Insert a coin and the old lamp still turns.
Here is the harbour as the painter saw it.
As an AI researcher, she had warned of it for years.
The author of the report, an engineer, had warned of this.
Haddad & Moe own the tug.
The café at Ålesund sent forty loaves and a “crème brûlée” for the children.
The Associated Press and Reuters had offices on the island until 1950.
Associated with the sea for centuries, the village has forty boats.
Bloomberg put the loss at 3 million crowns.
Enlarge the harbour, the engineer said, or move the boats.
Image after image shows the wave.
Contributing to the fund is no duty, the mayor said.
Take the road back to the top of the hill.
He told the children to read more.
Log books of the tug were found on Friday.
Your house may be next, the engineer wrote to the mayor.
""".strip().splitlines()

MORE = (
    "The engineer of the port had written in March that the wall would not stand another winter.\n\n"
    "Nobody answered his letter, and the money that was meant for the wall went into the new fish market.\n\n"
    "The council meets again on Friday, when the first of the boats may be allowed back into the harbour."
)
LISTS = (
    "The hall is short of:\n\n- dry socks, all sizes\n- phone chargers\n- baby food",
    "The stations are:\n• Tallow Bridge\n• Fenny Cross\n• Upper Marl\n• Saint Odo\n• Karsholm East",
    "The sentences were:\n\n1. Edwin Tarrick: 14 years\n\n2. Marcus Veil: nine years\n\n3. Lena Tarrick: not guilty",
)


def residue(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.span.text) for piece in lay_out(make_document("a", text), residue_classes()).residue]


def test_there_are_enough() -> None:
    assert len(TRAPS) >= 80
    assert len(set(TRAPS)) == len(TRAPS)


@pytest.mark.parametrize("line", TRAPS)
def test_between_paragraphs(line: str) -> None:
    assert residue(f"A storm closes the harbour\n\n{STORY}\n\n{line}\n\n{MORE}") == []


@pytest.mark.parametrize("line", TRAPS)
def test_as_the_last_paragraph(line: str) -> None:
    assert residue(f"A storm closes the harbour\n\n{STORY}\n\n{MORE}\n\n{line}") == []


@pytest.mark.parametrize("line", TRAPS)
def test_beside_furniture(line: str) -> None:
    page = f"Menu\n\nHome › News › Coast\n\nA storm closes the harbour\n\n{STORY}\n\n{line}\n\n{MORE}\n\nShare\n\nSubscribe"
    assert [one for _, one in residue(page)] == ["Menu", "Home › News › Coast", "Share", "Subscribe"]


@pytest.mark.parametrize("lines", LISTS)
def test_lists(lines: str) -> None:
    assert residue(f"{STORY}\n\n{lines}\n\n{MORE}") == []


def test_short_paragraphs_in_a_row() -> None:
    short = "It was over by noon.\n\nNobody came.\n\nRain.\n\n“Go home.”\n\nHe went."
    assert residue(f"{STORY}\n\n{short}\n\n{MORE}") == []
