"""Engines: what carries the work on documents and stories; ``choice`` opens the one that is named."""
