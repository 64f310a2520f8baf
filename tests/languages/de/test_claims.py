"""German: what its rules make of sentences."""

from datetime import date

import pytest

from auditor.audit import audit, read_article
from auditor.catalogue import load_checks
from auditor.model import Claim, ClaimKind, Quantity, Quotation, Timex
from auditor.reading import make_document


def claims(text: str, day: str | None = "2024-05-15") -> tuple[Claim, ...]:
    return read_article(make_document("a.txt", text, date=day, language="de")).claims


@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("Die Fähre sank am 4. Juni 2023 vor Ostra.", "date", "4. Juni 2023", "2023-06-04"),
        ("Die Fähre sank am 04.06.2023 vor Ostra.", "date", "04.06.2023", "2023-06-04"),
        ("Die Fähre sank im Juni 2023.", "date", "Juni 2023", "2023-06"),
        ("Die Fähre sank am 4. Juni.", "date", "4. Juni", "2024-06-04"),
        ("Die Fähre sank am 29. Dezember.", "date", "29. Dezember", "2023-12-29"),
        ("Seit Freitag fährt sie wieder.", "date", "Freitag", "2024-05-10"),
        ("Am Mittwoch fährt sie wieder.", "date", "Mittwoch", "2024-05-15"),
        ("Übermorgen fährt sie wieder.", "date", "Übermorgen", "2024-05-17"),
        ("Vor 3 Monaten fuhr sie noch.", "date", "Vor 3 Monaten", "2024-02"),
        ("Vor zehn Tagen fuhr sie noch.", "date", "Vor zehn Tagen", "2024-05-05"),
        ("Im Winter 1998 fuhr sie nicht.", "date", "Winter 1998", "1998-WI"),
        ("Die Werft stammt aus dem 18. Jahrhundert und steht noch.", "date", "18. Jahrhundert", "17"),
        ("Die Überfahrt dauert zwölf Stunden.", "duration", "zwölf Stunden", "PT12H"),
        ("Sie lag fünfundzwanzig Tage fest.", "duration", "fünfundzwanzig Tage", "P25D"),
    ],
)
def test_times(text: str, kind: str, words: str, value: str) -> None:
    [found] = [claim for claim in claims(text) if isinstance(claim.value, Timex)]
    assert isinstance(found.value, Timex)
    assert (found.kind, found.span.text, found.value.value) == (kind, words, value)
    assert text[found.span.start : found.span.end] == words


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert claims("Die Fähre sank am 31. Juni 2023.") == ()


def test_without_a_day_of_writing_nothing_is_counted_from_one() -> None:
    values = [claim.value for claim in claims("Am Montag und am 4. Juni fuhr sie, vor drei Jahren nicht.", None)]
    assert [value.value for value in values if isinstance(value, Timex)] == ["XXXX-WXX-1", "XXXX-06-04", "XXXX"]


@pytest.mark.parametrize(
    ("text", "low", "high", "sign", "unit", "thing", "step"),
    [
        ("Es fehlten 1.250 Häuser.", 1250, 1250, "=", "", "häuser", 10),
        ("Es fehlten mindestens zwanzig Häuser.", 20, None, ">=", "", "häuser", 10),
        ("Es kostete weniger als 2,5 Millionen Euro.", None, 2_500_000, "<", "EUR", "", 100_000),
        ("Es waren rund 12 Prozent.", 12, 12, "~", "%", "", 1),
    ],
)
def test_quantities(
    text: str, low: float | None, high: float | None, sign: str, unit: str, thing: str, step: float
) -> None:
    [found] = claims(text)
    value = found.value
    assert isinstance(value, Quantity)
    assert (value.low, value.high, value.comparator, value.unit, value.thing, value.step) == (
        *(low, high, sign),
        *(unit, thing, step),
    )


@pytest.mark.parametrize(
    ("text", "words", "form", "speaker"),
    [
        ("„Wir fahren morgen“, sagte Kapitän Jens Holm.", "Wir fahren morgen", "direct", "Kapitän Jens Holm"),
        ("Jens Holm erklärte: »Wir fahren morgen.«", "Wir fahren morgen.", "direct", "Jens Holm"),
        ('"Wir fahren", sagte er.', "Wir fahren", "direct", "er"),
        ("Man nennt es die „Insel der Winde“ im Norden.", "Insel der Winde", "scare", None),
    ],
)
def test_quotations(text: str, words: str, form: str, speaker: str | None) -> None:
    [found] = [claim for claim in claims(text) if claim.kind is ClaimKind.QUOTATION]
    assert isinstance(found.value, Quotation)
    assert (found.span.text, found.value.form, found.source) == (words, form, speaker)


def test_what_is_told_in_german_raises_no_finding_of_english_words() -> None:
    texts = (
        "Die Fähre sank am 4. Juni 2023 im Sturm. Dabei kamen 17 Menschen ums Leben, sagte Minister Jens Holm. Sie war alt.",
        "Die Fähre sank am 6. Juni 2023 im Sturm. Dabei kamen 23 Menschen ums Leben, sagte Minister Jens Holm. Sie war alt.",
    )
    documents = [make_document(f"{n}.txt", text, language="de") for n, text in enumerate(texts)]
    assert audit(documents, load_checks(), as_of=date(2024, 1, 1)).findings == ()
