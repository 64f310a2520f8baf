"""Sourcing: on what, and on whom, an article rests."""
