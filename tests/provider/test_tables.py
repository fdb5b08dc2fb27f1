"""The tables against the SDK that programs use: azure-native 3.29.0."""

import collections.abc
import typing
from importlib import import_module
from typing import Any

import pytest
from pulumi import _types  # pyright: ignore[reportPrivateUsage]  the SDK keeps its property types there

from local_azure.provider.properties import Kind, Members, Property
from local_azure.provider.resource_type import ResourceType
from local_azure.provider.resources import RESOURCE_TYPES

MODULES = {
    "resources:ResourceGroup": "resources.resource_group",
    "compute:Gallery": "compute.gallery",
    "compute:GalleryImage": "compute.gallery_image",
    "compute:GalleryImageVersion": "compute.gallery_image_version",
    "compute:GalleryApplication": "compute.gallery_application",
    "compute:GalleryApplicationVersion": "compute.gallery_application_version",
    "compute:Image": "compute.image",
    "compute:Disk": "compute.disk",
    "compute:DiskEncryptionSet": "compute.disk_encryption_set",
    "compute:Snapshot": "compute.snapshot",
    "authorization:RoleAssignment": "authorization.role_assignment",
    "authorization:RoleDefinition": "authorization.role_definition",
    "authorization:ManagementLockByScope": "authorization.management_lock_by_scope",
}
PLAIN: dict[Any, set[Kind]] = {
    str: {Kind.STRING},
    bool: {Kind.BOOLEAN},
    int: {Kind.INTEGER},
    float: {Kind.NUMBER},
}


def sdk(kind: ResourceType) -> tuple[Any, Any]:
    _, rest = kind.pulumi_type.split(":", 1)
    module = import_module(f"pulumi_azure_native.{MODULES[rest]}")
    name = rest.split(":")[1]
    return getattr(module, name), getattr(module, f"{name}Args")


@pytest.mark.parametrize("kind", RESOURCE_TYPES, ids=lambda kind: kind.pulumi_type)
def test_inputs_are_those_of_the_sdk(kind: ResourceType) -> None:
    _, arguments = sdk(kind)
    writable = {name for name, prop in kind.body.items() if not prop.read_only}
    assert writable | set(kind.path_parameters) == set(_types.input_type_types(arguments))


@pytest.mark.parametrize("kind", RESOURCE_TYPES, ids=lambda kind: kind.pulumi_type)
def test_outputs_are_those_of_the_sdk_all_the_way_down(kind: ResourceType) -> None:
    resource, _ = sdk(kind)
    outputs = {
        name: hint for name, hint in _types.resource_types(resource).items() if name != "azureApiVersion"
    }
    assert list(differences(kind.body, outputs, "")) == []


def differences(members: Members, hints: dict[str, Any], path: str) -> collections.abc.Iterator[str]:
    if set(members) != set(hints):
        yield f"{path}: {sorted(set(members) ^ set(hints))}"
        return
    for name, prop in members.items():
        yield from difference(prop, hints[name], f"{path}.{name}")


def difference(prop: Property, hint: Any, path: str) -> collections.abc.Iterator[str]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is collections.abc.Sequence:
        assert prop.items, path
        yield from difference(prop.items, arguments[0], f"{path}[]")
    elif origin is collections.abc.Mapping:
        assert prop.items, path
        assert prop.kind in {Kind.MAP, Kind.SET}, path
        yield from difference(prop.items, arguments[1], f"{path}{{}}")
    elif prop.members is not None:
        yield from differences(prop.members, _types.output_type_types(hint), path)
    elif prop.kind not in PLAIN[hint]:
        yield f"{path}: {prop.kind}, not {hint}"
