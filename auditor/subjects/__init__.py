"""What a claim is about: the keys under which claims meet, and the alignment of mentions of one thing."""
