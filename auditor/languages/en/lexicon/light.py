"""Light words: the ones that stand beside any statement and so say nothing of what it is about."""

from __future__ import annotations

from auditor.languages.en.lexicon.reporting import SAYING

LIGHT = SAYING | frozenset(
    """a an the and or but nor so if than that this these those there here it its he she they him her them his hers
    their theirs we us our you your i me my who whom whose which what when where why how as at by for from in into
    of off on onto out over per through to toward towards under until till up upon with within without about above
    across after against along amid among around before behind below beneath beside between beyond down during except
    inside like near outside past since throughout despite via be am is are was were been being have has had do does
    did done can could may might must shall should will would not no never none nothing only just also too very more
    most much many few less least some any all both each every either neither other another such same own one ones
    two three four five six seven eight nine ten then now still yet already again ever once soon later earlier ago
    however therefore thus while though although because unless whether even almost nearly about roughly some
    get go come make take give put let keep seem become remain show use want need try know see look mean
    well back away together instead rather quite far long high large big small new old good great first last next
    year month week day time hour minute today yesterday tomorrow monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december
    percent cent per thousand million billion hundred dozen number total according mr mrs ms dr
    way thing part case point lot kind sort people person man woman""".split()
)
"""Lemmas left out of contexts: function words, auxiliaries, reporting verbs, words of quantity and of the calendar."""
