"""Small closed word lists that several extractors share: what opens a sentence, titles, office and group nouns.

They are general vocabulary of English news prose, drawn up by class; no name from any story belongs here.
"""

from __future__ import annotations

NOT_NAMES = frozenset(
    """a about above according across after afterwards again against ago all almost already also although always am
    amid among an and another any anyone anything are around as aside at away back based be because been
    before behind being below beneath beside besides between beyond both but by can cannot come comes coming
    could critics currently dear despite did do does doing done down due during each earlier early either
    else elsewhere even eventually ever every everybody everyone everything except experts few finally first
    firstly five following for four from further furthermore get given go going had half has have having he
    hello hence her here hers herself hey hi him himself his how however hundreds i if in including indeed
    inside instead into is it its itself just last lastly late later latest least less let like many may
    maybe me meanwhile might millions mine more moreover most much must my myself near nearly neither never
    nevertheless next nine no nobody none nonetheless nor not nothing now of off officials often oh ok on
    once one only onto or other others otherwise our ours out outside over overall own people perhaps please
    previously quite rather recently regardless reports same second secondly seven several shall she should
    similarly since six so some somebody somehow someone something sometimes soon sources still such
    suddenly ten than thank thanks that the their theirs them themselves then there therefore these they
    third this those though thousands three through throughout thus to today together tomorrow tonight too
    toward towards twelve twenty two under underneath unless unlike until up upon us very via was we well
    were what whatever when whenever where whereas whether which while who whoever whom whose why will with
    within without witnesses would yeah yes yesterday yet you your yours amidst alright understanding asked
    speaking said says""".split()
)
"""Words that open sentences with a capital and are no name by themselves."""

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister st""".split()
)
"""Forms of address before a name."""

OFFICE_NOUNS = frozenset(
    """activist adviser advisor agent aide ambassador analyst archbishop architect attorney baron baroness bishop boss campaigner cardinal captain ceo chair
    chairman chairperson chairwoman chancellor chief clerk coach colonel commander commissioner congressman
    congresswoman conductor constable consul coordinator coroner councillor count countess counsel counselor curator czar dean delegate defender deputy
    detective diplomat director doctor duchess duke earl economist editor emperor engineer envoy executive expert foreman forewoman founder
    general goalkeeper governor head historian inspector investigator journalist judge justice king lawmaker lawyer leader
    lieutenant major manager marquess marquis marshal mayor mediator midfielder minister monarch negotiator officer official owner pastor pilot
    pope premier president presenter priest prime prince princess principal professor prosecutor queen rabbi
    ranger referee reporter representative researcher scientist secretary senator sergeant sheriff skipper
    solicitor speaker spokesman spokesperson spokeswoman striker sultan superintendent supervisor surgeon teacher treasurer
    trustee whip""".split()
)
"""Head nouns of offices, ranks and occupations that stand before or after a name."""

STATE_OFFICES = frozenset(
    """president premier prime chancellor minister king queen emperor spokesman spokesperson spokeswoman ambassador
    secretary leader envoy negotiator""".split()
)
"""Offices whose holder, with a state's name or demonym before it, speaks for that state."""

GROUP_NOUNS = frozenset(
    """administration agency airline airlines alliance army assembly association authority bank board bureau
    cabinet chamber church club coalition college commission committee company confederation congress
    corporation council court delegation department directorate embassy federation fire force forces
    foundation fund government group guard hospital house institute institution league ministry mission
    movement museum navy network observatory office organisation organization parliament party police post
    press red school senate service society states station times trust union university""".split()
)
"""Nouns that end or open the name of an organisation."""

FINITE_VERBS = frozenset(
    """adds allows appears asks becomes begins brings came causes comes continues creates does faces fails falls
    follows gave gets gives goes grew grows had happens has helps holds includes indicates involves keeps
    knows leads leaves lets lies looks loses makes means meets moves needs occurs offers paves pays poses
    proves puts raises reaches reflects remains requires runs says sees seems sends serves sets shows
    signals sits stands starts stays stems suggests takes tells tends threatens tries turned turns
    underlines wants weakens went wins works""".split()
)
"""Verb forms that, behind a noun, begin what is said of it rather than go on naming it."""

PRESS = frozenset(
    """Age Chronicle Courier Express Gazette Herald Independent Journal Mail Mercury Mirror News Observer Post Press Record
    Review Star Standard Sun Telegraph Times Tribune World""".split()
)
"""Nouns that newspapers and their Sunday editions are called by."""
