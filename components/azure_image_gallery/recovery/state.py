"""A stack's state, as `pulumi stack export` writes it: read here, and never changed in place.

Its form: `apitype.DeploymentV3` in https://github.com/pulumi/pulumi/blob/v3.259.0/sdk/go/common/apitype/core.go.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

Json = dict[str, Any]

LOOK = "interrupted while creating; `image-gallery recover` looks whether Azure has it"
"""The error that a resource carries from its adoption until Azure was asked about it. The engine updates a
resource that carries one, so that nothing is taken for made if a recovery is itself interrupted."""

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
"""What the engine writes in a preview for a value that is known only after the `up`."""

_MOVING = ("Creating", "Updating", "Deleting", "Migrating")
_FAILED = ("Failed", "Canceled")


@dataclass(frozen=True)
class Entry:
    """A resource of the state, or one that an operation was about."""

    json: Mapping[str, Any]

    @property
    def urn(self) -> str:
        """The engine's name for it."""
        return self.json["urn"]

    @property
    def name(self) -> str:
        """Its logical name."""
        return self.urn.split("::", 3)[-1]

    @property
    def token(self) -> str:
        """Its type, `azure-native:compute:Gallery`."""
        return self.json["type"]

    @property
    def is_outside(self) -> bool:
        """Whether there is anything of it outside the state: components and providers are only there."""
        return bool(self.json.get("custom")) and not self.token.startswith("pulumi:")

    @property
    def id(self) -> str:
        """The provider's id, empty if it has none yet."""
        return self.json.get("id", "")

    @property
    def inputs(self) -> Json:
        """What was declared."""
        return self.json.get("inputs") or {}

    @property
    def outputs(self) -> Json:
        """What the provider answered last."""
        return self.json.get("outputs") or {}

    @property
    def is_to_be_looked_at(self) -> bool:
        """Whether an earlier recovery adopted it and did not come to ask Azure."""
        return LOOK in (self.json.get("initErrors") or ())

    @property
    def provisioning(self) -> str:
        """Azure's word for how far it is, empty for types that have none."""
        word = self.outputs.get("provisioningState")
        return word if isinstance(word, str) else ""

    @property
    def is_moving(self) -> bool:
        """Whether Azure was still at work on it when it was read."""
        return self.provisioning in _MOVING

    def without_dependencies_but(self, known: Container[str]) -> "Entry":
        """Return the same resource, which depends on nothing but what is known."""
        if all(urn in known for urn in self.json.get("dependencies") or ()):
            return self
        properties: Mapping[str, Iterable[str] | None] = self.json.get("propertyDependencies") or {}
        return Entry(
            {
                **self.json,
                "dependencies": _known(self.json.get("dependencies"), known),
                "propertyDependencies": {name: _known(urns, known) for name, urns in properties.items()},
            }
        )

    @property
    def has_failed(self) -> bool:
        """Whether Azure gave up on it."""
        return self.provisioning in _FAILED


def _known(urns: Iterable[str] | None, known: Container[str]) -> list[str]:
    return [urn for urn in urns or () if urn in known]


@dataclass(frozen=True)
class Operation:
    """What the engine had begun when it was killed: `creating`, `updating`, `deleting`, `reading`, `importing`."""

    kind: str
    entry: Entry


@dataclass(frozen=True)
class State:
    """The whole document."""

    document: Mapping[str, Any]

    @property
    def resources(self) -> tuple[Entry, ...]:
        """What is in the state, in the order in which it was made."""
        return tuple(Entry(one) for one in self._list("resources"))

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What was begun and not ended."""
        return tuple(
            Operation(one["type"], Entry(one["resource"])) for one in self._list("pending_operations")
        )

    def find(self, urn: str) -> Entry | None:
        """Return a resource that is not on its way out."""
        return next((one for one in self.resources if one.urn == urn and not one.json.get("delete")), None)

    def with_resources(self, resources: list[Mapping[str, Any]]) -> "State":
        """Return the same state with these resources, and with nothing left open."""
        deployment = {**self._deployment, "resources": resources, "pending_operations": []}
        return State({**self.document, "deployment": deployment})

    @property
    def _deployment(self) -> Mapping[str, Any]:
        return self.document.get("deployment") or {}

    def _list(self, key: str) -> list[Json]:
        return cast("list[Json]", self._deployment.get(key) or [])
