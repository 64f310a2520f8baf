"""Short ways of writing and of speaking, with what they stand for: no newsroom's change of one into the other changes a word.

The abbreviations are those that the AP stylebook has newsrooms use before names and in dates; the contractions are those of
spoken English.
"""

from __future__ import annotations

from auditor.languages.en.lexicon.calendar import MONTHS

_FULL_MONTHS = {number: name for name, number in reversed(MONTHS.items()) if len(name) > 4 or name in ("june", "july")}

LONG_FORMS = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "cmdr": "commander", "adm": "admiral", "sen": "senator", "sens": "senators", "rep": "representative",
    "reps": "representatives", "gov": "governor",
    "govs": "governors", "pres": "president", "sec": "secretary", "prof": "professor", "dr": "doctor", "rev": "reverend",
    "st": "saint", "ft": "fort", "mt": "mount", "dept": "department", "govt": "government", "ok": "okay", "o.k": "okay",
    "pct": "percent", "%": "percent", "&": "and", "vs": "versus", "v": "versus", "tv": "television",
    "cuz": "because", "cos": "because", "thru": "through", "til": "until", "till": "until", "yeah": "yes", "w": "with", "u": "you", "r": "are",
} | {short: _FULL_MONTHS[number] for short, number in MONTHS.items() if len(short) < 5 and number != 5}  # fmt: skip
"""Word written short, in lower case without its full stop -> in full."""

CONTRACTIONS = {
    "gonna": "going to", "gotta": "got to", "wanna": "want to", "kinda": "kind of", "sorta": "sort of",
    "gimme": "give me", "lemme": "let me", "can't": "can not", "cannot": "can not", "won't": "will not",
    "shan't": "shall not", "let's": "let us", "y'all": "you all", "'em": "them", "goin": "going",
}  # fmt: skip
"""Words that are two, as spoken -> as written out."""

ENDINGS = {"n't": " not", "'ll": " will", "'ve": " have", "'re": " are", "'m": " am", "'d": " would", "'s": " is"}
"""What is contracted with the word before it -> written out."""
