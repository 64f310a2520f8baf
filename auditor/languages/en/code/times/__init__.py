"""Time expressions: the pieces that `auditor.languages.en.code.timex` reads a text with.

Days and lengths of time in words, the clock, parts of the day, seasons and holidays are found by the rules of
``rules/times.toml``; code makes their values: which day is meant (`relative`, `deictic`), how much time (`units`, `ranks`),
how far from what (`offsets`). Dates with the name of a month or in digits are found by code, each by one word that it cannot be
without: beside them stand numbers whose form decides, and a year that goes with several days. Years and days that the text
leaves out come from `reference`.
"""
