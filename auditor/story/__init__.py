"""What the articles of one story say of the same things.

The keys under which claims meet, the mentions that are compared and the clauses they stand in, people with their names and
offices, when a text was written, which articles tell one story, and which are copies of one another.
"""
