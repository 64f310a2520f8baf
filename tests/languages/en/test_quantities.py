"""Quantities: what numbers count, and the numbers that count nothing."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.languages.en.code.quantities import find_quantities
from auditor.languages.en.code.timex import find_times
from auditor.model import Claim, Prose, Quantity


def quantities(text: str) -> list[Claim]:
    sentences = tuple((found.start(), found.end()) for found in re.finditer(r"\S.*", text))
    prose = Prose("a", text, sentences, sentences)
    return list(find_quantities(prose, find_times(prose, date(2024, 5, 15))))


def value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def told(claim: Claim) -> str:
    """The quantity in one line: comparator, bounds, unit and thing."""
    one = value(claim)
    low, high = ("" if end is None else f"{end:.10g}" for end in (one.low, one.high))
    ends = low if low == high else f"{low}..{high}"
    ends += "" if one.against is None else f" to {one.against:.10g}"
    sign = "" if one.comparator in ("=", "range") else one.comparator
    return " ".join(part for part in (f"{sign}{ends}", one.unit, " ".join(one.modifiers), one.thing) if part)


PHRASES = [
    # counts
    ("They seized six diplomatic compounds.", "six diplomatic compounds", "6 diplomatic compound"),
    ("There were 17 American sailors aboard.", "17 American sailors", "17 american sailor"),
    ("It employs 800,000 local police officers.", "800,000 local police officers", "800000 local police officer"),
    ("A dozen people drowned.", "A dozen people", "12 person"),
    ("Half a dozen ships sank.", "Half a dozen ships", "6 ship"),
    ("Two dozen shops burned.", "Two dozen shops", "24 shop"),
    ("Twenty-one miners were rescued.", "Twenty-one miners", "21 miner"),
    ("One hundred and six houses burned.", "One hundred and six houses", "106 house"),
    ("He has two hundred thousand followers.", "two hundred thousand followers", "200000 follower"),
    ("There are 1.2m refugees in camps.", "1.2m refugees", "1200000 refugee"),
    ("About 1.5 million people fled.", "About 1.5 million people", "~1500000 person"),
    ("It sold 3bn barrels.", "3bn barrels", "3000000000 barrel"),
    ("It has a million readers.", "a million readers", "1000000 reader"),
    ("Three and a half million children are hungry.", "Three and a half million children", "3500000 child"),
    ("One soldier was killed.", "One soldier", "1 soldier"),
    ("It is a 30-bed hospital.", "30-bed", "30 bed"),
    ("The 20,000-strong army waits.", "20,000-strong", "20000"),
    ("They lost 12 women and 9 children.", "12 women", "12 woman"),
    ("The clerks sorted through 61 leads.", "61 leads", "61 lead"),
    ("The gallery hangs 14 works by her.", "14 works", "14 work"),
    ("They lost 12 women and 9 children.", "9 children", "9 child"),
    ("Another 20 people were hurt.", "20 people", "20 another person"),
    ("It needs 10 more soldiers.", "10 more soldiers", "10 more soldier"),
    ("It hired 200 staff.", "200 staff", "200 staff"),
    ("Police Kill Five Protesters", "Five Protesters", "5 protester"),
    ("The U.N. sent 40 U.S. officers.", "40 U.S. officers", "40 u.s. officer"),
    ("Nearly a million and a half people fled.", "Nearly a million and a half people", "<~1500000 person"),
    ("It owes 4 lakh crore rupees.", "4 lakh crore rupees", "4e+12 rupee"),
    ("It owes ₹2.5 lakh crore.", "₹2.5 lakh crore", "2.5e+12 INR"),
    ("It owes three thousand million pounds.", "three thousand million pounds", "3000000000 pound"),
    ("It owes 7 hundred thousand dollars.", "7 hundred thousand dollars", "700000 USD"),
    ("It has 2,30,000 readers.", "2,30,000 readers", "230000 reader"),
    ("It is 4⅝ inches wide.", "4⅝ inches", "4.625 inch"),
    ("It rose 3 7/8 points.", "3 7/8 points", "3.875 point"),
    ("About ⅖ of the town burned.", "About ⅖ of the town", "~40 % town"),
    ("It is 3/8 of a mile long.", "3/8 of a mile", "0.375 mile"),
    ("It is four and three quarters miles long.", "four and three quarters miles", "4.75 mile"),
    ("Two and a quarter million birds came.", "Two and a quarter million birds", "2250000 bird"),
    ("She weighs 6 lb 8 oz.", "6 lb 8 oz", "6.5 lb"),
    ("It costs 6 dollars and 50 cents.", "6 dollars and 50 cents", "6.5 USD"),
    ("It lies 2 miles 440 yards away.", "2 miles 440 yards", "2.25 mile"),
    # bounds and hedges
    ("It has more than 1,000 tanks.", "more than 1,000 tanks", ">1000.. tank"),
    ("The port handed over 540 sailors.", "540 sailors", "540 sailor"),
    ("The port paid over 540 sailors.", "over 540 sailors", ">540.. sailor"),
    ("It has at least 74 offices.", "at least 74 offices", ">=74.. office"),
    ("It has no fewer than 11 gates.", "no fewer than 11 gates", ">=11.. gate"),
    ("It seats up to 40 guests.", "up to 40 guests", "<=..40 guest"),
    ("It seats fewer than 40 guests.", "fewer than 40 guests", "<..40 guest"),
    ("As many as 50 homes burned.", "As many as 50 homes", "<=..50 home"),
    ("Some 3,500 rockets fell.", "Some 3,500 rockets", "~3500 rocket"),
    ("An estimated 300 whales died.", "An estimated 300 whales", "~300 whale"),
    ("Nearly 500 homes burned.", "Nearly 500 homes", "<~500 home"),
    ("Just over 500 homes burned.", "Just over 500 homes", ">~500 home"),
    ("It takes 100,000 or more voters.", "100,000 or more voters", ">=100000.. voter"),
    ("It has 500+ pages.", "500+ pages", ">=500.. page"),
    ("Exactly 3,500 tanks came.", "3,500 tanks", "3500 tank"),
    # ranges
    ("Three to four thousand people came.", "Three to four thousand people", "3000..4000 person"),
    ("It lost 2.5 to 3.5 million trees.", "2.5 to 3.5 million trees", "2500000..3500000 tree"),
    ("Between 20 and 30 people were hurt.", "Between 20 and 30 people", "20..30 person"),
    ("It shot down 10-15 drones.", "10-15 drones", "10..15 drone"),
    ("It shot down 10–15 drones.", "10–15 drones", "10..15 drone"),
    ("Two or three soldiers fled.", "Two or three soldiers", "2..3 soldier"),
    ("He made $30,000 to $60,000 then.", "$30,000 to $60,000", "30000..60000 USD"),
    ("From 10,000 to 20,000 people marched.", "10,000 to 20,000 people", "10000..20000 person"),
    ("It rose from 20 to 30 houses.", "30 houses", "30 house"),
    # vague
    ("It cost hundreds of thousands of lives.", "hundreds of thousands of lives", "100000..1000000 life"),
    ("Tens of thousands of voters stayed away.", "Tens of thousands of voters", "10000..100000 voter"),
    ("Dozens of houses burned.", "Dozens of houses", "12..120 house"),
    ("Several hundred protesters marched.", "Several hundred protesters", "200..900 protester"),
    ("A few thousand fans came.", "A few thousand fans", "2000..9000 fan"),
    ("Dozens were arrested.", "Dozens", "12..120"),
    # shares
    ("It holds one-fifth of Ukraine's territory.", "one-fifth of Ukraine's territory", "20 % ukraine territory"),
    ("Two-thirds of voters agree.", "Two-thirds of voters", "66.6667 % voter"),
    ("One in five children is hungry.", "One in five children", "20 % child"),
    ("Nine out of 10 doctors agree.", "Nine out of 10 doctors", "90 % doctor"),
    ("A quarter of the houses burned.", "A quarter of the houses", "25 % house"),
    ("More than half the population fled.", "More than half the population", ">50.. % population"),
    ("It needs a two-thirds majority.", "two-thirds majority", "66.6667 % majority"),
    ("He got 43 percent of the money.", "43 percent of the money", "43 % money"),
    ("At least 12 of the 70 houses burned.", "At least 12 of the 70 houses", ">=12.. house"),
    ("Two of the men were freed.", "Two of the men", "2 man"),
    ("Three out of 12 ships sank.", "Three out of 12 ships", "3 ship"),
    ("Six of them fled.", "Six", "6"),
    ("It lost three-tenths of a percentage point.", "three-tenths of a percentage point", "0.3 percentage point"),
    # per cent
    ("It is between 3.0 percent and 3.5 percent.", "between 3.0 percent and 3.5 percent", "3..3.5 %"),
    ("It fell to 47.3 percent.", "47.3 percent", "47.3 %"),
    ("It fell by 5% in all.", "5%", "5 %"),
    ("It rose 12 per cent.", "12 per cent", "12 %"),
    ("They keep 3 km of the spring free.", "3 km", "3 km"),
    ("It rose 4 percentage points.", "4 percentage points", "4 percentage point"),
    ("It rose by half a percentage point.", "half a percentage point", "0.5 percentage point"),
    ("It rose 25 basis points.", "25 basis points", "25 basis point"),
    # money
    ("The fine was $480,350 in all.", "$480,350", "480350 USD"),
    ("It cost nearly half a million euros.", "nearly half a million euros", "<~500000 EUR"),
    ("It cost £2.5bn in all.", "£2.5bn", "2500000000 GBP"),
    ("It cost US$ 3 million in all.", "US$ 3 million", "3000000 USD"),
    ("It cost EUR 300 million in all.", "EUR 300 million", "300000000 EUR"),
    ("It cost 30 million Australian dollars.", "30 million Australian dollars", "30000000 AUD"),
    ("It cost 500 million rubles.", "500 million rubles", "500000000 RUB"),
    ("It cost millions of dollars.", "millions of dollars", "1000000..10000000 USD"),
    ("It sent $500 million in military aid.", "$500 million in military aid", "500000000 USD military aid"),
    ("It sent $500 million in March.", "$500 million", "500000000 USD"),
    ("He made a $25,000 contribution to it.", "$25,000 contribution", "25000 USD contribution"),
    ("It raised $64.8million then.", "$64.8million", "64800000 USD"),
    # measures
    ("It is 12 km (7.5 miles) away.", "12 km", "12 km"),
    ("It is 12 km (7.5 miles) away.", "7.5 miles", "7.5 mile"),
    ("It is 12 m (39 ft) deep.", "39 ft", "39 foot"),
    ("It burned 250,000 acres of forest.", "250,000 acres of forest", "250000 acre forest"),
    ("It covers 40 square kilometres.", "40 square kilometres", "40 km**2"),
    ("It grew by 20km in all.", "20km", "20 km"),
    ("It was 20 degrees Celsius.", "20 degrees Celsius", "20 degC"),
    ("Winds of 120 mph hit it.", "120 mph", "120 mile/hour"),
    ("They crossed on a 100-mile march.", "100-mile march", "100 mile march"),
    ("A magnitude 7.4 earthquake hit.", "magnitude 7.4 earthquake", "7.4 magnitude earthquake"),
    ("It moved 500 tons of grain.", "500 tons of grain", "500 ton grain"),
    # people without a noun
    ("The blast killed 27 in all.", "27", "27"),
    ("The toll rose to 27 on Monday.", "27", "27"),
    ("It left 27 dead and 40 injured.", "27 dead", "27 dead"),
    ("It left 27 dead and 40 injured.", "40 injured", "40 injured"),
    ("At least 27 were killed.", "At least 27", ">=27.."),
    ("Five die as a bridge falls.", "Five", "5"),
    # numbers of several parts, units in other shapes
    ("She is five feet six inches tall.", "five feet six inches", "5.5 foot"),
    ("He is a 6-foot-3 guard.", "6-foot-3 guard", "6.25 foot guard"),
    ("It lies 5 1/2 miles off.", "5 1/2 miles", "5.5 mile"),
    ("It costs 3 ½ cents.", "3 ½ cents", "3.5 cent"),
    ("They plan a 4.2bn-crown tram.", "4.2bn-crown tram", "4200000000 crown tram"),
    ("It owes 90m marks.", "90m marks", "90000000 mark"),
    ("She trails him 42% to 45% there.", "42%", "42 %"),
    # none, votes, ages
    ("There were no casualties.", "no casualties", "0 casualty"),
    ("Nobody was killed.", "Nobody was killed", "0 killed"),
    ("The bill passed 52-48 in the house.", "52-48", "52 to 48 vote"),
    ("It fell by a vote of 183-233 there.", "183-233", "183 to 233 vote"),
    ("The votes were 98-0 in one chamber and 390-33 in the other.", "98-0", "98 to 0 vote"),
    ("The votes were 98-0 in one chamber and 390-33 in the other.", "390-33", "390 to 33 vote"),
    ("She won the village, 3 votes to 2, over him.", "3 votes to 2", "3 to 2 vote"),
    ("The court ruled six to three for him.", "six to three", "6 to 3 vote"),
    ("In a 5-to-4 decision they let it stand.", "5-to-4", "5 to 4 vote"),
    ("They counted 100,000-240,000 votes.", "100,000-240,000 votes", "100000..240000 vote"),
    ("The council voted to keep 10 to 12 schools.", "10 to 12 schools", "10..12 school"),
    ("A man aged 34 was held.", "34", "34 year age"),
    ("His sons, aged 54 and 50, saw it.", "54", "54 year age"),
    ("His sons, aged 54 and 50, saw it.", "50", "50 year age"),
    ("It is for those between the ages of 17 and 20.", "17 and 20", "17..20 year age"),
    ("The court ruled 5-4 against it.", "5-4", "5 to 4 vote"),
    ("They voted by 1,204 to 388 for it.", "1,204 to 388", "1204 to 388 vote"),
    ("It killed 67 Israelis there.", "67 Israelis", "67 israeli"),
    ("It wounded four others there.", "four others", "4 others"),
]


@pytest.mark.parametrize(("text", "words", "expected"), PHRASES)
def test_quantities(text: str, words: str, expected: str) -> None:
    assert (words, expected) in [(claim.span.text, told(claim)) for claim in quantities(text)]


NOTHING = """\
The crew of 12 leads the race.
The Orvex 737 Max fell. All 737 Max jets stay down.
Agenda 2030 was adopted.
The Boeing 737 landed safely.
He uses iOS 17 on it.
They met in room 1945 again.
Take Highway 61 to the coast.
Resolution 1701 was adopted.
The G20 met in Rome.
It was the COVID-19 virus.
The F-16 took off.
He lives at 221 Baker Street.
Flight 370 vanished.
Article 5 was invoked.
Phase two began.
World War Two ended.
Chapter 11 follows.
He was the number one choice.
She wore number 23 for them.
He won 3-2 again.
They beat Spain 24-17.
It ended 6-4, 6-3, 7-5.
Call 800-273-8255 for help.
Call +44 20 7946 0958 for help.
Call 555-1234 for help.
See 192.168.1.2 for it.
Version 2.0.1 is out.
It was the 9/11 attack.
It began in 1994.
In 2013 protests began.
It fell below 2005 levels.
The 2014 elections were fair.
It was the 1990s.
It began on 2 June 2025.
It began at 10:40 a.m. there.
It began at 3 p.m. there.
It lasted three years.
It lasted more than 1,000 days.
It was a 30-day ceasefire.
They met three times.
It lasted 24 hours.
It went on for thousands of years.
He was second in the race.
She came 17th.
The 13th round was short.
The second half was dull.
He is my half-brother.
The first quarter was weak.
One thing is clear.
One of the reasons is money.
It is one-sided.
It was a two-way street.
They want a two-state solution.
No one knows.
Nobody came.
There were no immediate reports of it.
There is no doubt.
He did it once or twice.
It took several months.
He was in the top 10 again.
It is page 12 of it.
It is on channel 4 now.
It is category 4 already.
He ran for Group of Seven.
Apollo 11 landed.
The Battle of Seven Pines was lost.
It was built in 466 BC.
It has a score of fans.
He has many friends.
1. Go there first.
See Table 3.
It is a Formula 1 car.
It costs five figures.
Rated 4.5 out of 5 stars.
He may march in May.
The man sat down.
We won.
He was born on 12 May 1980.
""".splitlines()


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantities(text: str) -> None:
    assert [claim.span.text for claim in quantities(text)] == []


def test_number_words_alone_have_a_place_of_their_own() -> None:
    (claim,) = quantities("They found more than 1,000 old tanks.")
    assert value(claim).number.text == "1,000"
    assert claim.span.text == "more than 1,000 old tanks"


def test_parts_wholes_and_rates() -> None:
    (part,) = quantities("They checked 12 of the 70 houses.")
    assert (value(part).of, value(part).share, value(part).thing) == (70, True, "house")
    (rate,) = quantities("He earned $15 an hour then.")
    assert value(rate).rate == "hour"
    (once,) = quantities("He lost $15 a year ago.")
    assert value(once).rate == ""
    (each,) = quantities("The harbour master wrote out three $900 tickets.")
    assert value(each).rate == "ticket"
    (alone,) = quantities("The harbour master wrote out a $900 ticket.")
    assert value(alone).rate == ""


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Some 3,500 rockets fell.", 100),
        ("There were 3,512 rockets.", 1),
        ("There were 3,500 rockets.", 100),
        ("There were 300 rockets.", 10),
        ("About 300 rockets fell.", 100),
        ("There were 30 rockets.", 1),
        ("There were 2 million rockets.", 1e6),
        ("There were 1.2m rockets.", 1e5),
        ("There were 20 million rockets.", 1e6),
        ("It fell to 47.3 percent.", 0.1),
        ("Exactly 3,500 rockets fell.", 1),
    ],
)
def test_steps(text: str, step: float) -> None:
    (claim,) = quantities(text)
    assert value(claim).step == pytest.approx(step)


WORDS = st.sampled_from(
    """one two twenty hundred thousand million dozen dozens half a third quarter of in to and between more than about 3 12
    1,000 3,500 1.2 1.2m $5 £3bn % percent km m (39 ft) people houses of-the 10-15 52-48 voted killed dead 1994 12:30 no
    deaths nobody was U.S. Kyiv’s Boeing 737 aged 34 , . ; - – “ ” \n per day a year or more + at least""".split(" ")
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
@example("two-thirds of")
@example("no deaths no deaths")
@example("İ 20 people")
def test_spans_hold_their_text_and_do_not_overlap(text: str) -> None:
    found = quantities(text)
    for claim in found:
        for span in (claim.span, value(claim).number):
            assert text[span.start : span.end] == span.text
            assert span.text.strip() == span.text
        assert claim.span.start <= value(claim).number.start < value(claim).number.end <= claim.span.end
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


TABLE = [
    row.split("\t")
    for row in Path(__file__).with_name("quantities.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def told_in_full(claim: Claim) -> str:
    """All of the quantity in one line, with its words."""
    one = value(claim)
    written = one.number.text
    parts = (
        f"{claim.span.text} = {told(claim)}",
        f"step {one.step:.10g}",
        "" if written == claim.span.text else f"number {written}",
        "" if one.of is None else f"of {one.of:g}",
        "share" if one.share else "",
        f"each {one.rate}" if one.rate else "",
    )
    return ", ".join(filter(None, parts))


@pytest.mark.parametrize(("text", "read"), [pytest.param(*row, id=row[0]) for row in TABLE])
def test_what_a_sentence_counts(text: str, read: str) -> None:
    assert " | ".join(map(told_in_full, quantities(text))) == read
