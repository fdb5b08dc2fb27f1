"""A whole local Azure without HTTP: its state, clock, directory and manners. Tests own theirs."""

import math
import secrets
from dataclasses import dataclass, field

from local_azure import errors
from local_azure.clock import Clock
from local_azure.directory import SUBSCRIPTION, Directory
from local_azure.store import Store


@dataclass(frozen=True)
class Manners:
    """How this Azure behaves in time, in seconds unless the name says otherwise."""

    operation: float = 0.02
    """How long an operation runs. The first answer to a write is never final, even with 0."""
    retry_after: int = 1
    """`Retry-After`, the only form that some clients read."""
    retry_after_ms: int = 25
    """`retry-after-ms`, which azcore prefers."""
    nested_delete_lag: float = 0.0
    """How long a parent refuses to be deleted after its last child is gone; 10 to 20 on Azure."""
    throttle_every: int = 0
    """Every so manieth call is refused with 429 and `Retry-After`; 0: none."""
    share_pause: float = 0.0
    """How long after a call of a gallery's share action the next is refused with 429; on Azure ten in three minutes
    are answered."""
    page_size: int = 100
    """How many resources a list shows before it goes on at `nextLink`."""


@dataclass
class Cloud:
    """What the resource types work on."""

    store: Store
    clock: Clock = field(default_factory=Clock)
    directory: Directory = field(default_factory=Directory)
    manners: Manners = field(default_factory=Manners)
    subscription: str = SUBSCRIPTION
    shares_again: float = 0.0
    """When the share action is answered again."""

    def pace_shares(self) -> None:
        """Count a call of the share action. Raises ArmError, 429, where it comes too soon."""
        now = self.clock.now()
        if now < self.shares_again:
            raise errors.too_many_requests("PostShareGallery", math.ceil(self.shares_again - now))
        self.shares_again = now + self.manners.share_pause

    def token_key(self) -> bytes:
        """Return the key that signs access tokens; kept with the state, so that they outlive a restart."""
        key = self.store.fact("token-key")
        if key is None:
            key = secrets.token_hex(32)
            self.store.set_fact("token-key", key)
        return bytes.fromhex(key)
