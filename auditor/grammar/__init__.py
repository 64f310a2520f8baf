"""What a rule is and how rules run: patterns over the words of a text, written as data; knows no language.

``pattern`` reads the notation, ``rule`` the files that rules stand in, ``grammar`` runs them, ``trace`` remembers which rule
made what.
"""
