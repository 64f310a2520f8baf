import pytest

from auditor.languages.codes import code_of, name_of


@pytest.mark.parametrize("given", ["de", "DE", "de-AT", "de_CH.", "deu", "ger", "German", "german", " de "])
def test_one_language_has_one_code(given: str) -> None:
    assert code_of(given.rstrip(".")) == "de"


@pytest.mark.parametrize(("given", "code"), [("zh-Hans-CN", "zh"), ("iw", "he"), ("arz", "arz"), ("en_US", "en")])
def test_other_codes(given: str, code: str) -> None:
    assert code_of(given) == code


@pytest.mark.parametrize("given", ["", "  ", "und", "mul", "zxx", "und-Latn"])
def test_what_says_nothing(given: str) -> None:
    assert code_of(given) == ""


@pytest.mark.parametrize("given", ["xx", "english language", "deutsch", "d", "de!", "12", "sh", "x" * 10_000])
def test_what_names_no_language(given: str) -> None:
    with pytest.raises(ValueError, match=r"names no language|is used no more"):
        code_of(given)


def test_names_are_told_without_what_stands_in_brackets() -> None:
    assert [name_of(code) for code in ("de", "el", "nb")] == ["German", "Modern Greek", "Norwegian Bokmål"]
