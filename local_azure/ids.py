"""
ARM resource ids: taken apart, compared without regard to case, echoed as first spelled.

Only ids inside a subscription are read here. What a type is called, and how its name is spelled, is the
business of the type itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_PAIR = 2


@dataclass(frozen=True)
class ResourceId:
    """A subscription, a group, or a resource: `pairs` are its (type segment, name) below a provider."""

    subscription: str
    group: str = ""
    namespace: str = ""
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The id as ARM writes it."""
        text = f"/subscriptions/{self.subscription}"
        if self.group:
            text += f"/resourceGroups/{self.group}"
        if self.pairs:
            text += f"/providers/{self.namespace}" + "".join(f"/{kind}/{name}" for kind, name in self.pairs)
        return text

    @property
    def key(self) -> str:
        """The id for comparing: Azure takes no notice of case."""
        return self.text.lower()

    @property
    def type_key(self) -> str:
        """The resource type in lower case, `microsoft.compute/galleries/images`."""
        if self.pairs:
            return "/".join([self.namespace, *(kind for kind, _ in self.pairs)]).lower()
        return "microsoft.resources/resourcegroups" if self.group else "microsoft.resources/subscriptions"

    @property
    def name(self) -> str:
        """The last name in the id."""
        return self.pairs[-1][1] if self.pairs else self.group or self.subscription

    @property
    def names(self) -> tuple[str, ...]:
        """The names below the provider, outermost first."""
        return tuple(name for _, name in self.pairs)

    @property
    def parent(self) -> "ResourceId":
        """The resource this one lies in: a resource, the group, or the subscription."""
        if len(self.pairs) > 1:
            return ResourceId(self.subscription, self.group, self.namespace, self.pairs[:-1])
        if self.pairs:
            return ResourceId(self.subscription, self.group)
        return ResourceId(self.subscription)

    @property
    def group_id(self) -> "ResourceId":
        """The resource group."""
        return ResourceId(self.subscription, self.group)


def parse(text: str) -> ResourceId | None:
    """Read an id; `None` for text that is not one. Compute forgives a missing first slash."""
    parts = text.strip("/").split("/")
    if len(parts) < _PAIR or len(parts) % _PAIR or not all(parts) or parts[0].lower() != "subscriptions":
        return None
    found = ResourceId(parts[1])
    rest = parts[2:]
    if rest and rest[0].lower() == "resourcegroups":
        found = ResourceId(parts[1], group=rest[1])
        rest = rest[2:]
    if not rest:
        return found
    if rest[0].lower() != "providers" or len(rest) <= _PAIR:
        return None
    return ResourceId(found.subscription, found.group, rest[1], _pairs(rest[2:]))


def _pairs(parts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(parts[::2], parts[1::2], strict=True))
