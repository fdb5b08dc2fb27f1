"""Throttling on request: every so manieth call to ARM is refused, as when a subscription calls too often."""

from dataclasses import dataclass

from local_azure import errors


@dataclass
class Throttle:
    """Counts calls. Tokens and metadata are not ARM's, and do not count."""

    every: int
    """0: nothing is ever refused."""
    seconds: int
    """How long the caller is told to wait."""
    _calls: int = 0

    def count(self, method: str, subscription: str) -> None:
        """Count a call. Raises ArmError, 429, where it is one too many."""
        if not self.every:
            return
        self._calls += 1
        if self._calls % self.every == 0:
            kind = {"GET": "read", "HEAD": "read", "DELETE": "delete"}.get(method, "write")
            raise errors.throttled(subscription, kind, self.seconds)
