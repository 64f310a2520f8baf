"""Comparing: which mentions of two articles speak of one thing, and how their values stand to each other."""
