"""Time expressions: the pieces that `auditor.languages.en.code.timex` reads a text with.

Each expression is found by one word that it cannot be without - a month, a weekday, a year, a unit of time - and is
widened from there to the right and to the left. Values are counted in `values`, years and days that the text leaves
out come from `reference`.
"""
