"""The packages here are somebody else's: their own tests run where the package is installed, not among ours."""

collect_ignore_glob = ["*/tests/*"]
