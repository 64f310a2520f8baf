"""Recognising residue: what a scraper left of the page around an article, line by line and inside lines."""
