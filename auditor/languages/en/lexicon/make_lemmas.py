"""Make ``lemmas.tsv`` from the English dictionary of simplemma (MIT): ``python -m auditor.languages.en.lexicon.make_lemmas``.

A line is a form, a tab, and what tells its word: nothing where it is the word, else a character for how many letters to take off
its end (``0`` for none, ``1`` for one, and so on through the characters that follow) and the letters to put on. The lines lie in
the order of their bytes, so that one is found by halves.
"""

from __future__ import annotations

from pathlib import Path

from simplemma.strategies.dictionaries import StreamDictionaryFactory

from auditor.languages.en.lexicon.lemmas import packed


def main() -> None:
    """Write the table beside this file."""
    known = StreamDictionaryFactory().get_dictionary("en")
    lines = sorted(f"{form}\t{packed(form, known[form])}".encode() for form in known)
    head = b"# Forms of English words and what tells the word of each. Source: simplemma. Licence: MIT. Made by make_lemmas."
    Path(__file__).with_name("lemmas.tsv").write_bytes(b"\n".join([head, *lines, b""]))


if __name__ == "__main__":
    main()
