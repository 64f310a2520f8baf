"""What an article's sentences say of its values: clauses, and the slot in which a value stands."""
