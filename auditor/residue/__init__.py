"""The engine that recognises residue, what a scraper left of the page around an article.

It knows no class of residue: each is told by the check that reports it (``recogniser``), ours as anybody's.
"""
