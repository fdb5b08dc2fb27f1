"""What a change of inputs means: which properties, and whether the resource has to be replaced.

Inputs are compared with inputs; what Azure holds has no say. `location` at the top level is compared without
regard to case and spaces, `resourceGroupName` without regard to case; the rest is told in `comparison`.

Source: https://github.com/pulumi/pulumi-azure-native, `Diff` in `provider/pkg/provider/provider.go`, and
`provider/pkg/provider/diff.go`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from local_azure.provider.comparison import Change, compare
from local_azure.provider.properties import Members, Property
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.values import Value, Values, same

CREATE_BEFORE_DELETE = "__createBeforeDelete"
"""Input that Check adds to a resource with a made-up name: its replacement can live beside it."""
API_VERSION = "azureApiVersion"
"""Input that Check adds where the program says nothing, and output of every resource."""


@dataclass(frozen=True)
class PropertyChange:
    """A change at one path, and whether it forces a replacement."""

    change: Change
    replaces: bool
    of_inputs: bool = True
    """Whether the old value was an input; an api-version may be the one of the outputs."""


@dataclass(frozen=True)
class Difference:
    """All changes by path (`publishingProfile.targetRegions[1].name`)."""

    properties: Mapping[str, PropertyChange]
    delete_before_replace: bool

    @property
    def changed(self) -> list[str]:
        """Top-level names of what changed."""
        return sorted({path.split(".")[0] for path in self.properties})

    @property
    def replaces(self) -> list[str]:
        """Paths that force a replacement."""
        return sorted(path for path, change in self.properties.items() if change.replaces)


def difference(kind: ResourceType, old_inputs: Values, new_inputs: Values, old_outputs: Values) -> Difference:
    """Compare the inputs of one resource.

    What was imported has no api-version among its inputs, and older states have none either: there the one
    of the outputs is taken.
    """
    has_none = API_VERSION not in old_inputs and API_VERSION in old_outputs
    before = {**old_inputs, API_VERSION: old_outputs[API_VERSION]} if has_none else old_inputs
    forced = _forced(kind)
    changes = {
        path: PropertyChange(
            change,
            replaces=_replaces(path, forced) and not _is_in_azure(path, change, new_inputs, old_outputs),
            of_inputs=not (has_none and path == API_VERSION),
        )
        for path, change in compare(kind.body, before, new_inputs).items()
        if not _insignificant(path, before, new_inputs) and not _is_default(kind, path, change, new_inputs)
    }
    replaced = any(change.replaces for change in changes.values())
    created_first = old_inputs.get(CREATE_BEFORE_DELETE) is True
    return Difference(changes, delete_before_replace=replaced and not created_first)


def apply_drift(inputs: Value, old: Value, new: Value) -> Value:
    """Apply to `inputs` what changed between `old` and `new`, two projections of outputs on inputs.

    A value that did not change between them stays as the program wrote it, or stays absent if Azure filled it
    in.
    """
    if isinstance(inputs, dict) and isinstance(old, dict) and isinstance(new, dict):
        return _apply_to_object(inputs, old, new)
    if isinstance(inputs, list) and isinstance(old, list) and isinstance(new, list):
        both = min(len(inputs), len(old))
        return [apply_drift(inputs[at], old[at], item) if at < both else item for at, item in enumerate(new)]
    return inputs if same(old, new) else new


def _apply_to_object(inputs: Values, old: Values, new: Values) -> Values:
    result = {name: value for name, value in inputs.items() if name in new or name not in old}
    for name, value in new.items():
        if name in old and same(old[name], value):
            continue
        result[name] = (
            apply_drift(inputs[name], old[name], value) if name in inputs and name in old else value
        )
    return result


def _replaces(path: str, forced: set[str]) -> bool:
    return _schema_path(path) in forced or path.split(".", maxsplit=1)[0] in forced


def _is_in_azure(path: str, change: Change, new: Values, outputs: Values) -> bool:
    """Whether Azure reports the very value that is declared now for the first time."""
    return change is Change.ADD and path in outputs and same(outputs[path], new[path])


def _squeezed(location: str) -> str:
    return location.replace(" ", "").lower()


_ALIKE: Mapping[str, Callable[[str], str]] = {"location": _squeezed, "resourceGroupName": str.lower}


def _insignificant(path: str, old: Values, new: Values) -> bool:
    before, after = old.get(path), new.get(path)
    alike = _ALIKE.get(path)
    return (
        bool(alike) and isinstance(before, str) and isinstance(after, str) and alike(before) == alike(after)
    )


def _is_default(kind: ResourceType, path: str, change: Change, new: Values) -> bool:
    prop = kind.body.get(path)
    return (
        change is Change.ADD and prop is not None and prop.default is not None and new[path] == prop.default
    )


def _forced(kind: ResourceType) -> set[str]:
    return {*kind.path_parameters, *_forced_members(kind.body, "")}


def _forced_members(members: Members, base: str) -> Iterator[str]:
    for name, prop in members.items():
        if prop.force_new:
            yield base + name
        yield from _forced_below(prop, base + name)


def _forced_below(prop: Property, path: str) -> Iterator[str]:
    if prop.members is not None:
        yield from _forced_members(prop.members, path + ".")
    elif prop.items is not None:
        yield from _forced_below(prop.items, path + "[]")


def _schema_path(path: str) -> str:
    return "".join("[]" if part.isdigit() else part for part in path.replace("]", "").split("["))
