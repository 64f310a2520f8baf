"""Cleaning: residue taken out of a text, with the reason of each removal, and every removal can be undone."""
