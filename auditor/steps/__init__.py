"""The four steps of an audit: *map* reads articles, *plan* says what is compared, *compare* compares, *merge* makes the report.

Each is pure, on frozen data; an engine carries *map* on as many documents at once as it likes.
"""
