"""Verbs of saying, and nouns for people who speak without a name."""

from __future__ import annotations

SAYING = frozenset(
    """say says said saying state states stated stating tell tells told telling add adds added adding ask asks
    asked asking warn warns warned warning insist insists insisted insisting announce announces announced
    claim claims claimed claiming write writes wrote written argue argues argued explain explains explained
    note notes noted reply replies replied respond responds responded declare declares declared admit admits
    admitted acknowledge acknowledged concede conceded conclude concluded confirm confirms confirmed deny
    denies denied describe describes described emphasise emphasised emphasize emphasized stress stresses
    stressed joke joked observe observed point pointed predict predicted promise promised quip quipped
    recall recalls recalled remark remarked repeat repeats repeated shout shouted cry cried call calls
    called comment comments commented complain complained suggest suggests suggested think thinks thought
    tweet tweeted post posted underline underlined vow vowed wonder wondered urge urges urged agree agreed
    continue continued boast boasted read reads yell yells yelled whisper whispered scream screamed
    reiterate reiterated mention mentioned testify testified""".split()
)
"""Forms of reporting verbs (PARC 3.0 and PolNeAR list several hundred; these head most direct quotations)."""

PERSON_NOUNS = frozenset(
    """activist actor actress adviser aide analyst attorney boss captain chairman chief clerk coach colleague
    commander critic customer defendant deputy diplomat director doctor driver economist employee executive
    expert farmer father fisherman founder friend governor guard insider investigator journalist judge
    lawmaker lawyer leader man manager mayor minister mother neighbour neighbor nurse officer official
    officials owner passenger person pilot player police policeman president producer professor prosecutor
    protester representative resident scientist secretary senator source sources spokesman spokesperson
    spokeswoman staffer student survivor teacher victim voter witness witnesses woman worker""".split()
)
"""Nouns that name a speaker without a name."""
