"""What the components send of a declaration, seen with Pulumi's mocks, property by property.

The rules have no say here: a declaration that shows every property at once need not be one that Azure takes.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pulumi

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.children import Children
from azure_image_gallery.rules.checked import Checked
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolve import resolve

_PACKAGE = "azure-native:"
_ID = "/subscriptions/eeeeeeee-5000-4000-8000-000000000001/made/"
_TENANT = "eeeeeeee-7000-4000-8000-000000000001"
Sent = dict[str, dict[str, object]]
"""By resource (`compute:Disk images/data`) and property (`creationData.createOption`): the value; of what stands in
lists, all of it."""


@dataclass
class Recorder(pulumi.runtime.Mocks):
    """Keeps what is registered, and answers with ids that tell the resources apart."""

    inputs: dict[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])

    def new_resource(self, args: pulumi.runtime.MockResourceArgs) -> tuple[str | None, dict[str, Any]]:
        """Note a resource."""
        if args.typ.startswith(_PACKAGE):
            self.inputs[f"{args.typ.removeprefix(_PACKAGE)} {args.name}"] = _whole(args.inputs)
        answered = {**args.inputs, "identifier": {"uniqueName": "eeeeeeee-CONTOSO"}}
        if "identity" in args.inputs:
            answered["identity"] = {}  # Azure answers in another form than it is asked
        return f"{_ID}{args.name}", answered

    def call(self, args: pulumi.runtime.MockCallArgs) -> tuple[dict[str, Any], list[tuple[str, str]]]:  # noqa: ARG002  there is one
        """Say who is asking: of all functions only that one is called."""
        return {"tenantId": _TENANT}, []


def _whole(value: Any) -> Any:  # noqa: ANN401  plain data of any shape
    """The same with whole numbers as such: Pulumi's protocol has no others than real ones."""
    if isinstance(value, Mapping):
        return {key: _whole(item) for key, item in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list):
        return [_whole(item) for item in cast("list[Any]", value)]
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Unjudged(Accepted):
    """A declaration of which only the structure is checked."""

    def _check(self, values: object, left_out: frozenset[Path] = frozenset()) -> Checked:  # noqa: ARG002  nothing is left out
        return Checked(resolve(Declaration.model_validate(values)), ())


def sent(declaration: Mapping[str, object]) -> Sent:
    """What is sent of a declaration."""
    return {name: dict(_grouped(inputs)) for name, inputs in registered(declaration).items()}


def registered(declaration: Mapping[str, object]) -> dict[str, Mapping[str, Any]]:
    """The inputs of every resource of a declaration, by type and logical name."""
    recorder = Recorder()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    pulumi.runtime.set_mocks(recorder, project="linux-images", stack="dev")

    @pulumi.runtime.test
    def program() -> None:
        accepted = Unjudged(declaration)
        accepted.parent = pulumi.ComponentResource("pages:index:Everything", "images")
        Children(accepted, accepted.parent, "images")

    try:
        program()
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    return recorder.inputs


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every property in some inputs with its value, as `sdk` writes properties."""
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[str, object]", value).items():
            inner = f"{path}{{}}" if _is_map(path) else f"{path}.{key}" if path else key
            yield from leaves(item, inner)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from leaves(item, f"{path}[]")
    else:
        yield path, value


def _is_map(path: str) -> bool:
    return path.rpartition(".")[2] in _MAPS


_MAPS = ("tags", "advancedSettings", "userAssignedIdentities")


def _grouped(inputs: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    grouped: dict[str, list[object]] = {}
    for path, value in leaves(inputs):
        grouped.setdefault(path, []).append(value)
    yield from grouped.items()
