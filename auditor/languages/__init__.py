"""Languages: what is known of each, a folder a language."""
