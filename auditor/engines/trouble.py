"""What is raised where an engine cannot do its work."""


class EngineError(Exception):
    """An engine cannot be had, or was lost in mid-run; the message says why, and the way out."""


class WorkerDied(EngineError):
    """A process that carried work was killed, as the system does when memory runs out; the message says the way out."""
