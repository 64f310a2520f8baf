"""What counts of what was found: names that last, what was known before, what people decided, what a change touches."""
