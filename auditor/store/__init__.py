"""What is kept on disk: files written whole, the cache of articles, the index of a corpus."""
