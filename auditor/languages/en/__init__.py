"""English: its word lists, and the code that draws claims from its sentences."""
