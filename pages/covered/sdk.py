"""Every input property of azure-native's own classes, all the way down, read from the SDK.

A property is written with Azure's names: `publishingProfile.targetRegions[].name`, `tags{}` for a map's values.
"""

import collections.abc
import types
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pulumi
from pulumi import _types  # pyright: ignore[reportPrivateUsage]  the SDK keeps its property types there
from pulumi_azure_native import authorization, compute, resources

CLASSES: dict[str, type[Any]] = {
    "compute:Gallery": compute.GalleryArgs,
    "compute:GalleryImage": compute.GalleryImageArgs,
    "compute:GalleryImageVersion": compute.GalleryImageVersionArgs,
    "compute:GalleryApplication": compute.GalleryApplicationArgs,
    "compute:GalleryApplicationVersion": compute.GalleryApplicationVersionArgs,
    "compute:Image": compute.ImageArgs,
    "compute:Disk": compute.DiskArgs,
    "compute:Snapshot": compute.SnapshotArgs,
    "compute:DiskEncryptionSet": compute.DiskEncryptionSetArgs,
    "authorization:RoleAssignment": authorization.RoleAssignmentArgs,
    "resources:ResourceGroup": resources.ResourceGroupArgs,
}
"""By type, the class of its inputs."""


def properties(token: str) -> list[str]:
    """Every property of a class that holds a value of its own, in alphabetical order."""
    return sorted(_members(CLASSES[token], ""))


def _members(inputs: type[Any], above: str) -> Iterator[str]:
    hints: dict[str, Any] = _types.input_type_types(inputs)
    for name, hint in hints.items():
        yield from _property(hint, f"{above}{name}")


def _property(hint: Any, path: str) -> Iterator[str]:  # noqa: ANN401  annotations are objects of many classes
    kind = _bare(hint)
    if get_origin(kind) is collections.abc.Sequence:
        yield from _property(get_args(kind)[0], f"{path}[]")
    elif get_origin(kind) is collections.abc.Mapping:
        yield from _property(get_args(kind)[1], f"{path}{{}}")
    elif isinstance(kind, type) and _types.is_input_type(kind):
        yield from _members(kind, f"{path}.")
    else:
        yield path


def _bare(hint: Any) -> Any:  # noqa: ANN401  annotations are objects of many classes
    """A type without `None`, and without the ways in which it may arrive later."""
    if get_origin(hint) not in (typing.Union, types.UnionType):
        return hint
    later = (collections.abc.Awaitable, pulumi.Output)
    kinds = [part for part in get_args(hint) if part is not type(None) and get_origin(part) not in later]
    return next((part for part in kinds if part is not str), str) if len(kinds) > 1 else kinds[0]
