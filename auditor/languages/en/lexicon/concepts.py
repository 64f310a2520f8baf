"""Concepts: words that newsrooms use for one another, by class, whatever the story.

Two articles seldom tell one fact in the same words; they tell it in words of one class. The classes follow the subjects
of news (conflict, disaster, crime and justice, politics, economy and labour, science, transport, sport, arts). They hold
lemmas, and phrases of lemmas joined by underscores. A word may be in several classes: a shared class says that two
words may speak of one thing, never that they must.
"""

from __future__ import annotations

_STATES = {
    "death": "die death dead kill fatality perish drown toll fatal murder claim_life lose_life lose_their_life cost_life "
    "loss_of_life not_come_home not_survive body_recover",
    "injury": "injure injury wound hurt maim hospitalise hospitalize",
    "missing": "miss missing unaccounted untraced not_account yet_to_be_find",
    "rescue": "rescue save survive survivor bring_out pull_out pull_from bring_ashore",
    "aboard": "aboard on_board on_the_manifest",
    "arrest": "arrest detain nab apprehend capture grab collar nick custody round_up seize catch",
    "charge": "charge indict indictment prosecute",
    "conviction": "convict guilty conviction",
    "acquittal": "acquit acquittal clear exonerate not_guilty",
    "displacement": "displace evacuate homeless refugee uproot evacuation evacuee leave_home leave_their_home",
    "infection": "infect infection sicken ill illness test_positive",
    "dismissal": "dismiss sack redundant layoff axe lay_off lose_job lose_their_job",
}

_ACTIONS = {
    "begin": "begin start open commence launch resume outbreak onset beginning opening kick_off break_out take_hold "
    "get_under_way set_in",
    "end": "end finish close conclude cease extinguish expire wrap_up come_to_an_end put_out be_over",
    "reject": "reject refuse decline spurn rebuff dismiss oppose rejection refusal veto turn_down throw_out vote_down "
    "vote_against say_no",
    "accept": "accept approve back endorse support acceptance approval adopt ratify vote_for say_yes agree_to",
    "agree": "agree agreement deal pact accord settlement treaty hammer_out",
    "negotiate": "negotiate negotiation talk bargain bargaining discussion round",
    "vote": "vote ballot poll",
    "win": "win victory triumph prevail",
    "lose": "lose defeat loss",
    "sentence": "sentence jail imprison prison behind_bar stretch cage imprisonment",
    "verdict": "verdict ruling judgment judgement split divide",
    "trial": "trial hearing court proceeding",
    "deliberate": "deliberate deliberation be_out",
    "appeal": "appeal contest seek_leave high_court",
    "sue": "sue lawsuit litigation take_to_court",
    "investigate": "investigate investigation inquiry probe enquiry inquest investigator",
    "find": "find discover uncover locate recover detect",
    "steal": "steal theft rob robbery raid loot burglary burgle heist thief raider make_off",
    "attack": "attack assault strike bomb bombing shell shelling bombard raid offensive",
    "shoot": "shoot shooting gunfire gunman open_fire",
    "explode": "explode explosion blast detonate blow_up break_up burst",
    "burn": "burn fire blaze blacken scorch char consume inferno wildfire",
    "destroy": "destroy destruction demolish wreck raze flatten gut ruin devastate consume ash",
    "damage": "damage batter",
    "collapse": "collapse crumble give_way come_down",
    "sink": "sink capsize founder keel sinking roll_over heel_over go_down",
    "crash": "crash collide collision derail derailment wreck accident",
    "lift_off": "lift-off liftoff blast-off launch take_off lift_off send_up",
    "land": "land landing touchdown touch_down",
    "fly": "fly flight",
    "suspend": "suspend suspension ground grounding halt stand-down not_fly",
    "fall": "fall drop decline decrease dip slip slump tumble plunge",
    "rise": "rise increase climb grow growth jump surge soar gain go_up",
    "cut": "cut reduce slash trim reduction",
    "pay": "pay payment payout pay_out",
    "cost": "cost price worth value bill",
    "buy": "buy purchase acquire acquisition takeover take_over",
    "sell": "sell sale auction",
    "earn": "earn income revenue turnover",
    "profit": "profit earnings",
    "owe": "owe debt",
    "fund": "fund grant finance budget allocate earmark set_aside",
    "invest": "invest investment",
    "insure": "insure insurer insurance policy",
    "compensate": "claim compensation compensate damages",
    "fine": "fine penalty",
    "build": "build construct construction erect builder manufacture manufacturer maker make put_up",
    "produce": "produce production output",
    "open": "open opening inaugurate inauguration unveil reopen",
    "found": "found establish foundation set_up",
    "join": "join enrol enroll recruit hire",
    "leave": "leave depart quit departure",
    "resign": "resign resignation step_down stand_down",
    "appoint": "appoint appointment take_office promote",
    "head": "head lead direct run chair chief boss director chairman chairwoman president leader executive ceo manager "
    "in_charge preside manage in_power in_office hold_office at_the_helm hold_the_job govern",
    "meet": "meet meeting summit encounter gather gathering",
    "visit": "visit tour trip",
    "sign": "sign signature",
    "send": "send dispatch deploy deliver delivery",
    "arrive": "arrive arrival reach",
    "cross": "cross crossing passage sail voyage journey ride",
    "marry": "marry wed wedding marriage",
    "birth": "birth born",
    "vaccinate": "vaccinate vaccine vaccination jab dose",
    "study": "study survey research researcher scientist",
    "publish": "publish publication release",
    "announce": "announce announcement unveil reveal disclose",
    "report": "report finding",
    "protest": "protest demonstrate demonstration rally march demonstrator protester",
    "strike_work": "strike walkout dispute walk_out down_tool industrial_action stoppage",
    "ban": "ban bar prohibit forbid outlaw",
    "allow": "allow permit permission authorise authorize",
    "warn": "warn warning alert",
    "delay": "delay postpone hold put_off push_back",
    "cancel": "cancel scrap abandon call_off",
    "last": "last continue spend rage run go_on drag_on",
    "score": "score goal",
    "beat": "beat defeat thrash",
    "escape": "escape flee get_away",
    "enter": "enter break_in get_in come_in",
    "fail": "fail failure malfunction breakdown not_work",
    "repair": "repair fix mend restore restoration",
    "close": "close shut closure",
    "contain": "contain containment ring bring_under_control",
    "own": "own owner belong possess ownership",
    "teach": "teach teacher lecturer professor tutor",
    "rule": "rule reign govern",
    "occupy": "occupy occupation annex seize",
    "withdraw": "withdraw withdrawal pull_out pull_back retreat",
    "help": "help aid assist assistance relief",
    "separate": "separate part detach come_apart separation",
    "operate": "operate operator run operation",
    "employ": "employ employment workforce",
    "attend": "attend attendance spectator crowd audience turnout",
    "participate": "participate participant take_part turnout",
}

_THINGS = {
    "people": "people person resident inhabitant",
    "soldier": "soldier troop serviceman fighter combatant",
    "prisoner": "prisoner captive detainee",
    "militant": "militant insurgent rebel guerrilla",
    "worker": "worker staff employee workforce",
    "child": "child kid youngster minor pupil",
    "police": "police policeman officer cop constable detective",
    "lawyer": "lawyer attorney barrister counsel solicitor",
    "doctor": "doctor physician medic",
    "home": "home house dwelling household property residence",
    "building": "building structure block",
    "vehicle": "vehicle car lorry truck van",
    "ship": "ship vessel boat ferry",
    "aircraft": "aircraft plane aeroplane airplane jet airliner",
    "rocket": "rocket booster launcher missile",
    "satellite": "satellite spacecraft craft probe payload",
    "train": "train railway rail",
    "school": "school academy college",
    "company": "company firm business corporation operator enterprise",
    "factory": "factory plant mill works",
    "shop": "shop store outlet",
    "wage": "wage pay salary",
    "offer": "offer proposal package bid plan",
    "item": "item object piece artefact artifact treasure",
    "village": "village hamlet",
    "area": "area ground territory",
    "group": "group organisation organization association",
    "union": "union guild",
    "law": "law act legislation bill statute",
    "book": "book volume novel",
    "film": "film movie picture",
    "weapon": "weapon gun rifle",
    "guard": "guard watchman sentry",
    "suspect": "suspect accused defendant",
    "victim": "victim casualty",
    "firefighter": "firefighter fireman",
    "occasion": "time occasion",
}


def _indexed(*classes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group in classes:
        for concept, members in group.items():
            for member in members.split():
                found.setdefault(member, []).append(concept)
    return {member: tuple(dict.fromkeys(concepts)) for member, concepts in found.items()}


_ALL = _indexed(_STATES, _ACTIONS, _THINGS)

STATES = frozenset(_STATES)
"""Concepts that say what became of the people counted: two of them never speak of one count."""

ACTIONS = STATES | frozenset(_ACTIONS)
"""Concepts of what is done or happens, as against the people and things it happens to."""

CONCEPTS = {member: concepts for member, concepts in _ALL.items() if "_" not in member}
"""Lemma -> its concepts."""

PHRASES = {tuple(member.split("_")): concepts for member, concepts in _ALL.items() if "_" in member}
"""Phrase, as a tuple of two to five lemmas -> its concepts."""

PHRASE_OPENERS = frozenset(phrase[0] for phrase in PHRASES)
"""The first lemmas of the phrases."""
