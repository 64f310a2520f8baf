"""Outcomes: what became of something, by scales of two poles that one thing cannot both have reached.

Each scale names its poles by the lemmas and phrases (lemmas joined by underscores) that state them. A scale with one pole only is
told by its denial ("did not detach"). Drawn up by class: justice, politics, business, transport, technology, sport.
"""

from __future__ import annotations

from auditor.languages.en.lexicon.stances import inflected

_SCALES = {
    "acceptance": (
        "accept endorse backed backs back_the supported supports approve agree_to say_yes said_yes vote_for embrace "
        "consent_to sign_up_to recommend grant ratify wave_through green-light come_out_for speak_out_for get_behind "
        "rubber-stamp nod_through side_with vote_in_favour vote_in_favor be_in_favour_of be_in_favor_of come_out_in_favour "
        "come_out_in_favor speak_in_favour speak_in_favor argue_in_favour argue_in_favor throw_its_weight_behind "
        "throw_its_support_behind put_its_weight_behind lend_its_support give_its_support give_its_backing give_its_blessing "
        "give_its_approval give_its_consent give_its_assent give_approval give_consent give_the_go-ahead give_the_nod "
        "give_the_green_light give_the_thumbs_up sign_off_on assent_to plump_for opt_for vote_through vote_yes "
        "cast_its_vote_for recommend_a_yes recommend_a_yes_vote recommend_acceptance win_the_backing win_the_support "
        "win_the_approval win_the_blessing win_approval win_backing have_the_backing have_the_support have_the_blessing "
        "receive_the_backing receive_the_blessing secure_the_backing gain_the_backing gain_approval get_the_nod "
        "get_the_green_light get_the_go-ahead acceptance_of approval_of approval_for endorsement_of its_support_for "
        "its_backing_for ratification_of adoption_of",
        "reject refuse decline_the decline_a decline_an decline_its decline_this decline_any decline_both oppose opposed spurn rebuff repudiate veto turn_down throw_out vote_down vote_against say_no "
        "said_no objected object_to contest challenge_the brush_aside walk_away_from shoot_down block ban forbid rule_out "
        "come_out_against come_out_in_opposition speak_out_against speak_against argue_against campaign_against set_its_face_against "
        "vote_no abstain sit_on_its_hand withhold_support withhold_its_support withhold_approval withhold_consent be_against "
        "dig_in_against hold_out_against knock_back give_the_thumbs_down give_short_shrift cast_its_vote_against "
        "put_paid_to lead_the_opposition recommend_a_no recommend_a_no_vote recommend_against recommend_rejection advise_against "
        "fail_to_win_the_backing rejection_of refusal_of dismissal_of opposition_to objection_to have_no_truck_with want_no_part_of",
    ),
    "opinion": (
        "praise applaud hail welcome stand_by defend justify",
        "criticise criticize condemn denounce deplore slam lambast regret be_a_mistake be_wrong_to call_it_a_mistake",
    ),
    "pursuit": (
        "press_ahead push_ahead proceed_with persist_with pursue plough_on",
        "withdraw abandon shelve ditch drop_the drop_its give_up_on",
    ),
    "inclusion": ("part_of include", "exclude leave_out"),
    "demand": (
        "demand ask_for insist_on call_for press_for campaign_for nothing_short_of",
        "no_need_for not_need need_no not_want",
    ),
    "ballot": ("roll_call roll-call show_of_hand voice_vote", "secret_ballot secret_vote"),
    "bail": ("grant_bail", "deny_bail refuse_bail"),
    "result": (
        "make_a_profit turn_a_profit post_a_profit report_a_profit",
        "make_a_loss post_a_loss report_a_loss",
    ),
    "responsibility": (
        "claim_responsibility accept_responsibility take_responsibility accept_liability admit_liability accept_blame",
        "deny_responsibility deny_liability deny_wrongdoing deny_any_wrongdoing",
    ),
    "verdict": (
        "acquit acquitted exonerate not_guilty find_not_guilty be_cleared cleared_of",
        "convict convicted find_guilty guilty_of guilty_on",
    ),
    "admission": ("admit confess own_up", "deny denial"),
    "appeal": ("uphold", "overturn quash annul strike_down set_aside"),
    "recourse": (
        "appeal file_an_appeal lodge_an_appeal take_the_case_to take_the_ruling_to appeal_against press_ahead_with_the_appeal "
        "press_ahead_with_its_appeal",
        "drop_the_appeal drop_its_appeal withdraw_the_appeal withdraw_its_appeal abandon_the_appeal abandon_its_appeal",
    ),
    "separation": ("separate detach come_apart part_cleanly come_away", "stick_together"),
    "working": ("work function sound go_off deploy", "malfunction break_down"),
    "holding": ("take_place go_ahead", "cancel call_off scrap"),
    "contest": (
        "win triumph prevail beat defeat be_passed be_adopted be_carried pass_by pass_unanimously pass_the",
        "lose be_defeated be_beaten be_voted_down fail_to_pass",
    ),
    "agreement": (
        "reach_agreement reach_an_agreement reach_a_deal strike_a_deal agree_on",
        "fail_to_agree end_without break_up_without collapse_without",
    ),
    "attendance": ("attend turn_up show_up", "stay_away boycott"),
    "call": ("call call_out phone summon", ""),
    "warning": ("warn alert notify", ""),
    "inspection": ("inspect check examine", ""),
    "apology": ("apologise apologize apology", ""),
    "insurance": ("insure insured", "uninsured"),
    "licence": ("license licence licensed", "unlicensed"),
    "permission": ("permit allow authorise authorize authorised authorized", "prohibit unauthorised unauthorized"),
    "contact": ("contact reach speak_to talk_to questioned interview make_contact", ""),
    "arming": ("armed", "unarmed"),
    "sobriety": ("sober", "drunk intoxicated over_the_limit"),
    "test": ("test_positive", "test_negative"),
    "authenticity": ("genuine authentic", "fake forged forgery"),
    "intent": (
        "accidental accidentally by_accident",
        "deliberate deliberately intentional intentionally on_purpose arson sabotage",
    ),
    "finding": ("found_alive find_alive", "found_dead find_dead"),
    "signature": ("sign", ""),
    "payment": ("pay repay", ""),
    "identification": ("identify", "unidentified"),
    "unanimity": ("unanimous unanimously", "divided split"),
}
"""What is settled once: the later report does not follow on the earlier."""

_STATES = {
    "plea": ("plead_guilty plea_of_guilty guilty_plea", "plead_not_guilty not_guilty_plea"),
    "door": ("reopen open open_its_door", "close shut shutter"),
    "custody": (
        "be_freed set_free walk_free free_on_bail release_on_bail",
        "remand remain_in_custody hold_in_custody keep_in_custody",
    ),
    "life": ("survive alive", "die perish dead"),
    "office": ("resign step_down quit", "stay_in_office stay_in_post remain_in_office stay_on"),
    "recovery": ("recover return get_back", "missing"),
}
"""What may be one way first and the other way later: two reports exclude each other only where one says that it stays so."""


def _phrases() -> dict[tuple[str, ...], tuple[str, bool]]:
    return {
        tuple(member.split("_")): (scale, first)
        for scale, poles in (_SCALES | _STATES).items()
        for members, first in zip(poles, (True, False), strict=True)
        for member in members.split()
    }


OUTCOMES = _phrases()
"""Phrase, as a tuple of lemmas -> its scale, and whether it states the first pole."""

SPLIT = {
    ("agree", "to"), ("turn", "down"), ("throw", "out"), ("vote", "down"), ("vote", "through"), ("call", "off"), ("shoot", "down"),
    ("knock", "back"), ("wave", "through"), ("nod", "through"), ("give", "its", "blessing"), ("give", "its", "approval"),
    ("give", "its", "backing"), ("give", "its", "support"), ("give", "the", "nod"), ("give", "the", "go-ahead"),
    ("give", "the", "green", "light"), ("give", "the", "thumbs", "up"), ("give", "the", "thumbs", "down"),
    ("give", "short", "shrift"),
}  # fmt: skip
"""Phrases whose object may stand behind their first word: "turned the claim down", "gave the sale its blessing"."""

GRANTED = frozenset("win have receive secure gain get".split())
"""First words of phrases that name the doer behind "of", "from" or "by": "won the backing of the union"."""

OPENERS = frozenset(phrase[0] for phrase in OUTCOMES)
"""The first lemmas of the phrases."""

LONGEST = max(len(phrase) for phrase in OUTCOMES)
"""Words of the longest phrase."""

STATES = frozenset(_STATES)
"""The scales on which a thing may move from one pole to the other."""

_SAME_THINGS = (
    "offer bid proposal package settlement deal plan terms",
    "sale merger takeover tie-up deal acquisition buyout purchase bid",
    "ruling verdict conviction judgment judgement sentence decision",
    "bill law measure legislation act amendment budget",
    "inquiry investigation review probe",
    "dismissal sacking firing removal",
    "strike walkout stoppage",
)
SAME_THINGS = {
    noun: {number for number, nouns in enumerate(_SAME_THINGS) if noun in nouns.split()}
    for nouns in _SAME_THINGS
    for noun in nouns.split()
}
"""Noun in the singular -> the classes of what is accepted, passed or contested that it stands for in the news."""

OF_SUBJECTS = frozenset("recourse plea office attendance result".split())
"""The scales that tell of their subject, whatever stands behind the words."""

DEEDS = frozenset("acceptance opinion pursuit inclusion demand responsibility appeal warning".split())
"""The scales on which one thing is done by another: behind the phrase stands to what, with a preposition or without."""

NOUNS_TOO = frozenset(
    """contest ban block veto call contact phone check license licence return support regret defeat praise work function
    sound appeal alert warn test back win vote challenge release shoot""".split()
)
"""Words of the phrases that are nouns in the same form, and verbs only where their sentence makes them so."""

OF_DOERS = frozenset(
    """acceptance opinion admission apology attendance warning plea office contest demand responsibility result""".split()
)
"""The scales that tell what somebody did: of two doers they tell two things."""

OF_ONE_DOER = frozenset(["demand", "responsibility", "result"])
"""Of those, the scales on which others stand at the opposite pole as a rule: the same doer has to be told on both sides."""

EARLIER = frozenset("initially originally previously formerly earlier once until".split())
"""Words by which a text says that a stand was left later."""

FILLERS = frozenset(
    "full firm strong clear formal final outright own once again all very broad qualified cautious public swinging hard".split()
)
"""Words, beside adverbs in -ly, that may stand inside a phrase: "gave its full blessing", "came out firmly against"."""

LASTING = frozenset("still remain since ever never stay keep always".split())
"""Lemmas by which a text says that a state lasts."""

IRREGULAR = {
    form: base
    for base, forms in {
        "be": "was were is are am been", "break": "broke broken", "come": "came", "die": "dying", "get": "got gotten",
        "give": "gave given", "go": "went gone", "hold": "held", "keep": "kept", "lose": "lost", "make": "made",
        "say": "said", "shoot": "shot", "speak": "spoke spoken", "stick": "stuck", "strike": "struck",
        "take": "took taken", "throw": "threw thrown", "win": "won", "pay": "paid", "repay": "repaid", "show": "shown",
        "beat": "beaten", "uphold": "upheld", "have": "has had", "do": "does did done", "fall": "fell fallen",
        "leave": "left", "send": "sent", "meet": "met", "tell": "told", "withdraw": "withdrew withdrawn",
        "find": "found", "forbid": "forbade forbidden", "stand": "stood", "sit": "sat",
        "withhold": "withheld", "hand": "hands", "its": "his her their our",
    }.items()
    for form in forms.split()
}  # fmt: skip

"""Irregular form of a word of the phrases -> the word."""


def _forms(word: str) -> tuple[str, ...]:
    doubled = (word + word[-1] + "ed", word + word[-1] + "ing") if len(word) > 2 else ()
    return (*inflected(word), *doubled) if word.isalpha() and len(word) > 2 else (word,)


_WORDS = {word for phrase in OUTCOMES for word in phrase} | {word for pair in SPLIT for word in pair} | LASTING
# The shorter of two words last: "voted" stands in a phrase of its own, and is a form of "vote" all the same.
_BY_LENGTH = sorted(_WORDS, key=lambda word: (-len(word), word))
PLAIN = {form: word for word in _BY_LENGTH for form in _forms(word)} | IRREGULAR
"""Form of a word of the phrases -> the word: a dictionary of all forms would have to be loaded for every article."""
