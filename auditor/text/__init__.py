"""The words of a text: one layer of tokens, made once and read by whoever needs words."""
