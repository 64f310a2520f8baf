"""Engines: what carries the work that is done document by document."""
