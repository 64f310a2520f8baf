"""Which language a text is in: plainly by its function words, else by the table, and the default where nothing is sure."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.languages.de import PACK as GERMAN_PACK
from auditor.languages.en import PACK
from auditor.languages.identify import language_of

ENGLISH = [("en", PACK.function_words)]
BOTH = [*ENGLISH, ("de", GERMAN_PACK.function_words)]

GERMAN = "Die Fähre nach Norderoog fährt seit Montag wieder. Der Kapitän sagte, das Schiff sei repariert und die Überfahrt sicher."
FOREIGN = {
    "de": GERMAN,
    "fr": "Le bac de Norderoog navigue de nouveau depuis lundi. Selon le capitaine, le bateau est réparé et la traversée sûre.",
    "es": "El transbordador de Norderoog vuelve a navegar desde el lunes. El capitán dijo que el barco está reparado.",
    "it": "Il traghetto per Norderoog naviga di nuovo da lunedì. Il capitano ha detto che la nave è stata riparata.",
    "nl": "De veerboot naar Norderoog vaart sinds maandag weer. De kapitein zei dat het schip is gerepareerd.",
    "pl": "Prom na wyspę Norderoog pływa znowu od poniedziałku. Kapitan powiedział, że statek został naprawiony.",
    "tr": "Norderoog feribotu pazartesiden beri yeniden çalışıyor. Kaptan geminin onarıldığını söyledi.",
    "ru": "Паром на остров снова ходит с понедельника. Капитан сказал, что судно отремонтировано и переправа безопасна.",
    "uk": "Пором на острів знову ходить з понеділка. Капітан сказав, що судно відремонтовано і переправа безпечна.",
    "el": "Το πλοίο για το νησί ταξιδεύει πάλι από τη Δευτέρα. Ο καπετάνιος είπε ότι το σκάφος επισκευάστηκε.",
    "ar": "عادت العبارة إلى الجزيرة منذ يوم الاثنين. وقال القبطان إن السفينة أصلحت وإن العبور آمن.",
    "zh": "渡轮从星期一起恢复开往该岛。船长说，船只已经修好，航行是安全的，乘客可以放心乘坐，票价也没有变化，每天两班。",
    "ja": "島への渡し船は月曜日から再び運航している。船長は、船は修理され、航海は安全だと話した。乗客は安心して乗ることができる。",
}
"""A text in each language."""

PLAIN = {
    "news": "The ferry to Norderoog has been running again since Monday. The captain said that the ship was repaired.",
    "capitals": "THE FERRY TO NORDEROOG IS RUNNING AGAIN, AND THE CAPTAIN SAID THAT IT WAS REPAIRED WITH CARE.",
    "foreign names": (
        "Jürgen Wäßmann, Käthe Öhlschläger and François Lefèvre met the mayor of Łódź, Zdzisława Brzęczyszczykiewicz, at the "
        "Königsstraße with Göran Åkerström of Örebro."
    ),
    "a long quotation in another language": f"The captain spoke to them in German: “{GERMAN * 3}” They thanked him for that.",
    "a page whose furniture is in another language": (
        "Startseite | Nachrichten | Wetter | Anmelden\nZum Inhalt springen\nDatenschutz und Nutzungsbedingungen\n"
        "The ferry to Norderoog has been running again since Monday, and the captain said that it was repaired."
    ),
}
"""Texts that are plainly in English."""

UNSURE = {
    "nothing": "",
    "few words": "Talks failed.",
    "a few words in another language": "Die Stadt war in Trümmern.",
    "a headline": "Ferry runs again",
    "numbers": "12, 13, 14: 2,000 (3 %) and 4.5",
    "a recipe": "2 eggs\n200 g flour\n1 pinch of salt\n300 ml milk\nButter for frying\n\nWhisk, rest, fry on both sides.",
    "a list of names": "Wäßmann, Jürgen\nLefèvre, François\nÅkerström, Göran\nNowak, Zdzisława\nSmith, John\nDíaz, Ángel\nKim, Ji-woo",
    "a team": "Line-up: Wäßmann; Lefèvre, Åkerström, Petrov (Ivanov 61), Díaz; Öhlschläger, Souza, Nowak; Kim.",
    "filler": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
    "code": "for (int i = 0; i < n; i++) { total += values[i] * weights[i]; } return total / n;",
}
"""Texts that tell nothing surely."""


@pytest.mark.parametrize("code", FOREIGN)
def test_a_text_in_another_language(code: str) -> None:
    assert language_of(FOREIGN[code], ENGLISH) == code


@pytest.mark.parametrize(
    "text",
    [
        "Wie als schipper wil werden, moet weten wie er wacht en wie er vaart, zei de man als antwoord.",
        "De boten werden als wrak verkocht. Wie ze kocht, weet niemand, en wie ze zag, zweeg: ze werden gesloopt.",
    ],
)
def test_a_dutch_paragraph_is_not_told_as_german(text: str) -> None:
    assert language_of(text, BOTH) == "nl"


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_a_text_that_is_plainly_english(text: str) -> None:
    assert language_of(text, ENGLISH) == "en"


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_a_text_that_tells_nothing(text: str) -> None:
    assert language_of(text, ENGLISH) == ""


def test_a_text_with_a_long_english_quotation() -> None:
    assert language_of(f"Der Kapitän rief auf Englisch: „{PLAIN['news'] * 3}“ {GERMAN}", ENGLISH) == "de"


def test_a_language_that_is_known_is_told_by_its_own_words() -> None:
    frisian = [*ENGLISH, ("fy", frozenset({"fan", "wer", "dat"}))]
    assert language_of("De boat wer fan iis, en dat wer it.", frisian) == "fy"
    assert language_of("De boat wer en wer.", frisian) == "", "one word alone may be that of another language"


def test_the_table_is_loaded_for_what_is_not_plain_alone() -> None:
    code = (
        "import sys; from auditor.languages.identify import language_of; from auditor.languages.en import PACK\n"
        f"known = [('en', PACK.function_words)]; language_of({PLAIN['news']!r}, known); language_of('Talks failed.', known)\n"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
