"""What a stack's state says, as `pulumi stack export` writes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StackState:
    """The resources of a stack, and what a killed run has left open."""

    document: Mapping[str, Any]
    """The export; empty for a stack that is not there."""

    @property
    def is_up(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._list("resources"))

    @property
    def interrupted(self) -> int:
        """How many operations were begun and not ended."""
        return len(self._list("pending_operations"))

    @property
    def made(self) -> dict[str, str]:
        """The logical name of everything that was made in Azure, by its id in lower case."""
        resources = self._list("resources")
        return {one["id"].lower(): _name(one) for one in resources if one.get("id", "").startswith("/")}

    @property
    def protected(self) -> list[str]:
        """The logical names of what must not be deleted, in the order in which it was made."""
        return [_name(one) for one in self._list("resources") if one.get("protect")]

    def lost(self, held: Iterable[str]) -> list[str]:
        """Return the logical names of what was made, and is not among the ids that are held."""
        there = {id_.lower() for id_ in held}
        return [name for id_, name in self.made.items() if id_ not in there]

    def _list(self, key: str) -> list[Json]:
        deployment: Mapping[str, Any] = self.document.get("deployment") or {}
        return cast("list[Json]", deployment.get(key) or [])


def _name(resource: Json) -> str:
    return resource["urn"].split("::", 3)[-1]
