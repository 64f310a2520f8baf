"""Phrases of English that checks and rooms outside of the pack read by: patterns, by what they tell of."""
