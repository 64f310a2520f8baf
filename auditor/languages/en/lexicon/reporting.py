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

TELLING = frozenset(
    """accuse accuses accused accusing advise advises advised allege alleges alleged answer answers answered appeal
    appeals appealed assert asserts asserted asserting assure assures assured blame blames blamed blast blasts
    blasted blasting brand brands branded calling caution cautions cautioned characterize characterizes
    characterized characterise characterised charge charges charged chant chants chanted chanting cheer cheered cite
    cites cited citing compare compares compared condemn condemns condemned counter counters countered criticise
    criticised criticising criticize criticizes criticized criticizing declaring decry decries decried deem deems deemed
    defend defends defended defending demand demands demanded denounce denounces denounced denouncing describing deride
    derides derided dismiss dismisses dismissed dismissing dub dubs dubbed encourage encourages encouraged
    estimate estimates estimated exclaim exclaimed express expresses expressed find finds found hail hails hailed
    hailing hint hints hinted implore implored imply implies implied invoke invoked jest jested label labels labeled
    labelled labeling laud lauds lauded lament laments lamented liken likens likened likening mock mocks mocked mocking
    mock muse mused offer offered opine opined order ordered pledge pledges pledged pray prayed praise praises praised
    praising press pressed proclaim proclaims proclaimed propose proposes proposed protest protested quote quotes
    quoted quoting rail railed rant ranted reassure reassured recount recounts recounted refer refers referred referring
    remember remembers remembered report reports reported reporting retort retorted reveal reveals revealed rip ripped
    rule rules ruled sing sings sang sign signed slam slams slammed slamming speak speaks spoke speculate speculated
    spell spelled summarise summarised summarize summarized swear swore talk talked talking tease teased term terms
    termed threaten threatens threatened thank thanked thunder thundered title tout touts touted touting type typed
    worry worries worried begin began believe believes believed feel feels felt hope hopes hoped suggesting
    arguing noting writing explaining tweeting calling promising emphasizing emphasising warn admitting reading
    complaining laughing repeating reiterating pointing urging vowing want wants wanted like likes know knows knew
    exhort exhorts exhorted reference references referenced referencing recommend recommends recommended request requested
    instruct instructed recite recited elaborate elaborated marvel marvelled marveled bellow bellowed mutter muttered
    murmur murmured sigh sighed snap snapped gush gushed lecture lectured plead pleads pleaded beg begged fume fumed
    scoff scoffs scoffed sneer sneered intone intoned chime chimed blog blogged email emailed text texted admire admires
    admired fear fears feared caution cheered
    scold scolded chide chided go goes went put puts joking grumble grumbles grumbled mumble mumbles mumbled groan groans
    groaned moan moans moaned growl growls growled bark barks barked chuckle chuckles chuckled giggle giggled whine whines
    whined stammer stammered drawl drawled interject interjects interjected rejoin rejoined confide confides confided bemoan
    bemoans bemoaned blurt blurts blurted holler hollers hollered hiss hissed snarl snarls snarled sob sobs sobbed wail wails
    wailed croak croaked enthuse enthuses enthused deadpan deadpans deadpanned rasp rasped roar roars roared concur concurs
    concurred clarify clarifies clarified counsel counsels counselled counseled quoth volunteer volunteered""".split()
)
"""Verbs that carry words of speech beside the verbs of saying: judging, naming, urging, hinting, thinking."""

BACK = frozenset("shoot shoots shot fire fires fired hit hits snap snaps snapped".split())
"""Verbs that with "back" are ones of answering."""

VOICES = frozenset(
    """account activists ad administration advert advertisement agency analysts announcement army article attorneys
    audience authorities authors aides board brief broadcaster brothers bureau campaign caption centre center chair
    chairwoman charity church city club columnist commission committee company complaint constitution council
    correspondent counsel couple court critics crowd daughter delegation democrats department directive document
    documents editor editorial email embassy experts family fans federation filing firm fans foreman friends generals
    government groups group headline historian husband insiders institute invitation judges junta king law lawmakers
    lawsuit lawyers leaders leadership letter magazine memo memorandum message ministry mom mum moderator motto
    neighbours neighbors network newsletter newspaper nominee note notice office opinion opponent opponents order
    organiser organizer organisation organization outlet page pair palace panel papers paper participants party
    petition placard plaintiffs plan pollster pope post poster press prosecutors protesters publication questioner
    queen readers release report reporter reporters reports researchers residents review ruling rules scholars
    school scientists series service show sign singer site sister slogan son sources speaker spokespeople staff
    standards state statement station story studio study supporters survey survivors suspect team text tweet union
    university users victims viewers volunteer volunteers voters warrant website wife witness witnesses writer writers
    candidate rival premier commissioner parents parent girl boy brother host anchor republicans guests guest
    member members soldier soldiers veteran veterans author operatives doctors teachers students educators""".split()
)
"""Nouns for groups, organisations and documents that "say" things, beside the nouns for people."""

BARE = frozenset(
    """police witnesses authorities democrats republicans insiders supporters demonstrators protesters rescuers
    lawmakers opponents scholars scientists researchers viewers readers volunteers participants survivors friends
    neighbours neighbors relatives organisers organizers""".split()
)
"""Plurals that speak without an article."""
