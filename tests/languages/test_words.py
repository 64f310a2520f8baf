"""How word lists are read, and what every list of a pack has to say in its head."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.languages.de.lists import LISTS as GERMAN
from auditor.languages.en.lists import LISTS
from auditor.languages.words import ListError, WordLists

FRUIT = """\
# Fruit.
# Source: our own compilation. Licence: MIT.
#@ red\tIs red when ripe.
#@ sour\tTastes sour.
#: name\tnumber\tforms\ttags
apple\t3\tapples, apple's\tred sour
pear\t\tpears
lemon\t12\t\tsour
"""
ROOT = Path(__file__).parents[2]


def lists(folder: Path, **texts: str) -> WordLists:
    for name, text in texts.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return WordLists(folder)


def test_a_list_is_read_by_entry_by_tag_and_by_column(tmp_path: Path) -> None:
    fruit = lists(tmp_path, fruit=FRUIT)
    assert fruit.names() == ["fruit"]
    assert fruit.words("fruit") == {"apple", "pear", "lemon"}
    assert fruit.entries("fruit", "sour") == ("apple", "lemon")
    assert fruit.words("fruit", "red", "sour") == {"apple", "lemon"}
    assert fruit.numbers("fruit", "number") == {"apple": 3, "lemon": 12}
    assert fruit.numbers("fruit", "number", "red") == {"apple": 3}
    assert fruit.column("fruit", "forms") == {"apple": "apples, apple's", "pear": "pears"}
    assert fruit.members("fruit", "forms") == {"apple": ("apples", "apple's"), "pear": ("pears",)}
    assert fruit.entry_of("fruit", "forms") == {"apples": "apple", "apple's": "apple", "pears": "pear"}
    assert fruit.all_members("fruit", "forms") == {"apples", "apple's", "pears"}
    assert fruit.named("fruit.red") == {"apple"}
    assert fruit.named("fruit.forms") == {"apples", "apple's", "pears"}
    assert fruit.named("fruit.forms.sour") == {"apples", "apple's"}
    assert fruit.meanings("fruit") == {"red": "Is red when ripe.", "sour": "Tastes sour."}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (FRUIT + "apple\n", "line 9: 'apple' is given in line 6 already"),
        (FRUIT + "fig\t1\tfigs\tblue\n", "line 9: no line “#@” tells the tag 'blue'"),
        (FRUIT + "fig\t1\tfigs\tred\tmore\n", "line 9: 5 cells stand in 4 columns"),
        (FRUIT + "fig  1\n", "line 9: two spaces stand side by side; tabs part the columns"),
        (FRUIT + "\t1\n", "line 9: an entry is missing"),
        (FRUIT + "\n", "line 9: an entry is missing"),
        (FRUIT + "fig \t1\n", "line 9: a cell begins or ends with a space"),
        (FRUIT + "fig", "line 9: the last line does not end"),
        (FRUIT.replace("#@ red\tIs", "#@ red Is"), "line 3: a tag, a tab and what it means are expected"),
        (FRUIT.replace("#: ", "# "), "no line “#:” names the columns"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(ListError) as told:
        lists(tmp_path, fruit=text).words("fruit")
    assert fault in str(told.value)
    assert "fruit.tsv" in str(told.value)


def test_a_cell_that_is_not_what_is_asked_for_is_told(tmp_path: Path) -> None:
    fruit = lists(tmp_path, fruit=FRUIT + "fig\tmany\tpears\n")
    with pytest.raises(ListError, match="line 9: 'many' is no whole number"):
        fruit.numbers("fruit", "number")
    with pytest.raises(ListError, match="line 9: 'pears' stands for 'pear' already"):
        fruit.entry_of("fruit", "forms")
    with pytest.raises(ListError, match="no column 'colour'"):
        fruit.column("fruit", "colour")
    with pytest.raises(ListError, match="tells the tag 'blue'"):
        fruit.words("fruit", "blue")
    with pytest.raises(ListError, match=r"roots.tsv: there is no such list"):
        fruit.words("roots")


@pytest.mark.parametrize("name", LISTS.names())
def test_a_list_says_what_it_is_and_whence_and_each_tag_is_borne(name: str) -> None:
    path = ROOT / f"auditor/languages/en/words/{name}.tsv"
    head = " ".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# "))
    assert head.partition("Source: ")[0].strip("# ").endswith(".")
    assert "Source: " in head
    assert "Licence: " in head
    assert LISTS.words(name)
    assert all(LISTS.words(name, tag) for tag in LISTS.meanings(name))


@pytest.mark.parametrize("lists", [LISTS, GERMAN], ids=["en", "de"])
def test_a_list_that_nobody_asks_for_is_dead(lists: WordLists) -> None:
    code = [
        *(ROOT / "auditor").rglob("*.py"),
        *(ROOT / "checks").rglob("*.py"),
        *(ROOT / "auditor").rglob("rules/*.toml"),
    ]
    told = "\n".join(path.read_text(encoding="utf-8") for path in code)
    asked = set(re.findall(r"""(?<=["'@])[a-z_]+(?=["'.])|(?<=@)[a-z_]+""", told))
    assert set(lists.names()) - asked == set()


@pytest.mark.parametrize("kind", ["auditor.languages.words.ListError", "auditor.grammar.rule.RuleError"])
def test_the_command_tells_a_file_of_a_pack_that_cannot_be_read_as_no_fault_of_its_own(kind: str) -> None:
    module, name = kind.rsplit(".", 1)
    raising = f"from {module} import {name}\ndef fail(): raise {name}('fruit.tsv, line 9: an entry is missing')\n"
    command = f"import auditor.cli\n{raising}auditor.cli._run = fail\nauditor.cli.main()"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("auditor: fruit.tsv, line 9: an entry is missing. It is part of a language pack")
    assert "fault of auditor" not in done.stderr
