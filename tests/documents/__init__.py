"""What in the documents is made by a command, and held by a test to what the tool does."""
