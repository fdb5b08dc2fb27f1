"""What goes wrong here, as one sentence for a person: what, where, and what to do."""


class ToolchainError(Exception):
    """Stops the command: printed without a traceback, exit code 1."""


class UnavailableError(ToolchainError):
    """One way of getting something does not work here; the next is tried."""
