"""What a harbour wants of auditor: ferries with names, no tables of tides, and a list of both."""
