"""Past forms that do not end in -ed, as news tells them: the irregular verbs of English, a closed class.

Left out are forms that are also the plain verb ("put", "set") or as often a noun or adjective ("bore", "wound", "ground").
"""

from __future__ import annotations

IRREGULAR_PASTS = tuple(
    """ate arose awoke bade beat became been began begun bent bit bled blew born bought bound bred broke broken brought
    built burnt came caught chose chosen clung crept dealt did died done drank drawn drew drove drunk dug eaten fallen
    fell felt fled flew flown forbade forgot forgotten forgave fought found froze frozen gave given gone got gotten grew
    grown had heard held hid hidden hung kept knelt knew known laid leapt learnt led left lent lost made meant met
    mistook overcame overthrew paid ran rang risen rode rose said sang sank sat saw seen sent shook shaken shot shone
    shown shrank slept slid sold sought spent spoke spoken sprang spun stole stolen stood strode struck stuck stung sung
    sunk swam swept swore sworn swung taken taught thought threw thrown told took tore torn understood undertook upheld
    was went were withdrawn withdrew withheld woke woken won wore worn wove wrote written wrung""".split()
)
