"""What a claim is about: the keys under which claims meet, and the mentions that are compared."""
