"""Opposites: words that, said of one thing, exclude each other.

Each line of a scale has two poles: every word of one pole excludes every word of the other. A set of alternatives holds
words of which one thing bears one (a colour, a point of the compass). Written by class from the usual classes of a
thesaurus: lemmas, in lower case. Words that are opposites in one sense and go together in another ("light", "well") are
left out, so that a pair found here can be trusted where the rest of the sentence is the same.
"""

from __future__ import annotations

_SCALES = """
accept agree approve back endorse support welcome favour favor embrace | reject refuse decline oppose rebuff spurn dismiss veto
approval support backing acceptance | rejection opposition refusal
admit confess acknowledge confirm | deny dispute
agree | disagree
agreement consensus | disagreement discord
allow permit let authorise authorize legalise legalize | forbid ban prohibit bar outlaw prevent block
allowed permitted | forbidden banned prohibited
acquit clear exonerate acquitted cleared | convict convicted condemn
innocent | guilty
acquittal exoneration | conviction
legal lawful legitimate | illegal unlawful illegitimate
begin start commence open launch | end finish stop close cease conclude
beginning start outset opening | end conclusion finish close
first initial opening | last final closing
open opened reopen | close closed shut
enter arrive join | leave depart exit quit
arrival entry | departure exit
win winner winning victory victorious triumph | lose loser losing defeat
succeed success successful successfully | fail failure unsuccessful unsuccessfully
pass adopt | fail reject defeat
increase rise grow climb gain raise higher growth surge jump soar up expand boost upward | decrease fall decline drop shrink reduce lower reduction slump plunge down cut loss contract downward dip slip
improve improvement better upgrade | worsen deterioration deteriorate worse downgrade
strengthen stronger strong | weaken weaker weak
accelerate speed quicken faster | slow decelerate slower
more | less fewer
most | least fewest
many much numerous | few little
majority | minority
maximum | minimum
major | minor
all every everyone everybody everything each always | none nobody nothing never no-one
always often frequently usually | never rarely seldom hardly
everywhere | nowhere
before | after
prior previous earlier past former | subsequent later future next current
early | late
ancient old elderly senior | young new modern junior recent
above over | below under beneath
inside indoors indoor inner | outside outdoors outdoor outer
internal domestic | external foreign
domestic local national | international foreign global
in | out
on | off
north northern northwards | south southern southwards
east eastern eastwards | west western westwards
left | right
near close | far distant
nearby | remote
upstairs | downstairs
top upper | bottom lower
front | back rear
high tall | low short
long lengthy | short brief
wide broad | narrow
big large huge massive giant enormous vast | small tiny little
heavy | light
thick | thin
deep | shallow
full | empty
hot warm | cold cool
wet | dry
hard difficult tough | easy simple
rich wealthy | poor
cheap inexpensive affordable | expensive costly
clean | dirty
safe | dangerous unsafe hazardous
true correct right accurate | false incorrect wrong inaccurate
real genuine authentic | fake false counterfeit
good great excellent positive | bad terrible poor negative
best | worst
positive | negative
advantage benefit | disadvantage drawback
happy glad pleased joyful | sad unhappy
optimistic hopeful | pessimistic
love like enjoy adore | hate dislike detest loathe
friend ally | enemy foe
friendly | hostile
praise applaud hail | criticise criticize condemn denounce slam
for with | against
alive living survive | dead deceased die
survive | perish die
birth | death
born | died
male man boy husband father son brother he his him himself mr | female woman girl wife mother daughter sister she her herself mrs ms
men boys | women girls
public | private
permanent lasting | temporary interim provisional
complete total entire | partial incomplete
include including | exclude excluding
with | without
agree | refuse
remember | forget
remain stay | leave
hire recruit employ appoint | dismiss sack fire
buy purchase acquire | sell
buyer | seller
import | export
importer | exporter
lend | borrow
give | receive take
send | receive
push | pull
attack assault | defend protect
attacker | defender victim
plaintiff prosecution prosecutor | defendant defence defense
employer | employee
teacher | student pupil
doctor | patient
appear emerge | disappear vanish
build construct create | destroy demolish dismantle
advance | retreat withdraw
gain profit surplus | loss deficit
credit | debit
asset | liability
supply | demand
connect attach join link | disconnect detach separate
separate detach part | fuse
encourage | discourage
help aid | hinder
trust | distrust mistrust
lock | unlock
load | unload
install | uninstall
cover | uncover
visible | invisible
possible | impossible
likely | unlikely
able | unable
certain certainty | uncertain uncertainty
satisfied satisfaction | dissatisfied dissatisfaction
honest | dishonest
responsible | irresponsible
relevant | irrelevant
regular | irregular
mature | immature
moral | immoral
polite | impolite
patient | impatient
active | inactive
capable | incapable
complete | incomplete
convenient | inconvenient
dependent | independent
effective | ineffective
efficient | inefficient
sufficient enough adequate | insufficient inadequate
justice | injustice
stable stability | unstable instability
voluntary | involuntary compulsory mandatory
optional voluntary | compulsory mandatory obligatory
qualified | disqualified
armed | unarmed
awake | asleep
busy | idle
brave | cowardly
bright | dark dim
calm | turbulent
clear | unclear
deny | grant
day daytime daylight | night nighttime
dawn sunrise | dusk sunset
morning | evening night noon afternoon
entrance | exit
even | odd
float | sink
forward forwards | backward backwards
freeze | thaw melt
guest visitor | host
hope | despair
ignore | heed
land | sea
loud noisy | quiet silent
married | unmarried single divorced
peace | war
pre-war | post-war
present | absent
presence | absence
quick quickly fast rapid rapidly swift | slow slowly
rural | urban
same identical | different
smooth | rough
soft | hard
start-up | shutdown
straight | crooked
sunny | cloudy rainy
sunrise | sunset
tight | loose
together | apart alone
upstream | downstream
urgent | unimportant
victory | defeat
vertical | horizontal
amateur | professional
civilian | military
conservative | liberal
democratic | authoritarian undemocratic
left-wing | right-wing
expert | novice
famous | unknown
free | captive
hit | miss
laugh smile | cry weep frown
maintain keep uphold | abandon overturn
uphold | overturn quash
obey | disobey
occupied | vacant
odd | even
sober | drunk
stand | sit lie
sit | stand run
sweet | bitter sour
unanimous unanimously | divided
wild | tame
directly direct | indirectly indirect
"""

_ALTERNATIVES = """
black white red green blue yellow orange purple brown pink grey gray silver gold beige violet
wood wooden brick stone glass metal bronze concrete plastic copper steel marble
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
spring summer autumn winter
north south east west
north-east north-west south-east south-west northeast northwest southeast southwest
northern southern eastern western
primary secondary tertiary
hourly daily weekly fortnightly monthly quarterly yearly
gold silver bronze
federal provincial municipal
army navy
violin piano guitar drum trumpet flute saxophone clarinet cello harp trombone
beer wine whisky whiskey vodka gin rum tequila coffee tea milk juice
kitchen bathroom bedroom garage basement attic cellar courtroom classroom hallway ballroom
mercury venus mars jupiter saturn uranus neptune pluto
football basketball baseball tennis golf cricket rugby hockey volleyball badminton
car truck bus train bicycle motorcycle helicopter submarine tractor
dog cat horse cow sheep goat pig rabbit elephant lion tiger bear
circle square triangle rectangle
child teenager adult
arm leg
transport interior defence defense finance health education foreign justice science environment agriculture energy culture labour trade housing
lieutenant captain major colonel corporal sergeant
father mother brother sister son daughter uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter
ferry tanker trawler yacht freighter frigate barge tug
parole probation
murder manslaughter
arson burglary robbery fraud embezzlement
pardon commute
plaintiff defendant
passenger crew
mayor governor
earthquake flood hurricane tornado wildfire avalanche
uranium plutonium
euro dollar pound yen rouble ruble yuan rupee
asia africa europe
"""


def _poles() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(_SCALES.strip().splitlines()):
        for pole, members in enumerate(line.split("|")):
            for member in members.split():
                found.setdefault(member, []).append((number, pole))
    return {member: tuple(places) for member, places in found.items()}


_POLES = _poles()
_CLASSES = tuple(frozenset(line.split()) for line in _ALTERNATIVES.strip().splitlines())

OPPOSING = frozenset(_POLES).union(*_CLASSES)
"""Every word that has an opposite or an alternative here."""

_UN = ("un", "non-", "anti-")
_STEM = 4
"""Letters of the shortest word to which a negating prefix is taken to be put: "un" before less is no word part."""
_NO_PREFIX = frozenset(["unless", "until", "under", "union", "unit", "unite", "unique", "uncle", "universe"])


def exclude(one: str, other: str) -> bool:
    """Whether two lemmas exclude each other: opposite poles, two alternatives, or one the other's denial by prefix."""
    if one == other:
        return False
    mine, theirs = _POLES.get(one, ()), _POLES.get(other, ())
    if any(scale == number and pole != end for scale, pole in mine for number, end in theirs):
        return True
    return any(one in group and other in group for group in _CLASSES) or _denies(one, other) or _denies(other, one)


def _denies(one: str, other: str) -> bool:
    return len(other) >= _STEM and one not in _NO_PREFIX and any(one == prefix + other for prefix in _UN)
