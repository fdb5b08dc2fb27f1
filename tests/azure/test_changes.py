"""What may change, against azure-native's own classes and the catalogue."""

import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from pulumi import _types  # pyright: ignore[reportPrivateUsage]  the SDK keeps its property types there

from azure_image_gallery.azure.changes import CHANGES, Behaviour, change_of

MODULES = {
    "compute:Gallery": "gallery",
    "compute:GalleryImage": "gallery_image",
    "compute:GalleryImageVersion": "gallery_image_version",
    "compute:GalleryApplication": "gallery_application",
    "compute:GalleryApplicationVersion": "gallery_application_version",
    "compute:Image": "image",
    "compute:Disk": "disk",
    "compute:Snapshot": "snapshot",
    "compute:DiskEncryptionSet": "disk_encryption_set",
    "authorization:RoleAssignment": "role_assignment",
    "resources:ResourceGroup": "resource_group",
}


def inputs(kind: str) -> Any:
    """azure-native's class of the inputs of a type."""
    package, name = kind.split(":")
    module = import_module(f"pulumi_azure_native.{package}.{MODULES[kind]}")
    return getattr(module, f"{name}Args")


def arguments(hint: Any) -> Iterator[Any]:
    """The types a hint speaks of, without `Optional`, `Union` and `Output`."""
    if typing.get_origin(hint) in (typing.Union, typing.Annotated):
        for part in typing.get_args(hint):
            yield from arguments(part)
    else:
        yield hint


def below(hint: Any, name: str) -> Any:
    """The type of a property of a class of inputs; of a list's items for `[*]`."""
    hint = _types.unwrap_type(hint)
    for part in arguments(hint):
        if name == "[*]" and typing.get_origin(part) in (list, typing.get_origin(typing.Sequence[str])):
            return typing.get_args(part)[0]
        if _types.is_input_type(part) and name in _types.input_type_types(part):
            return _types.input_type_types(part)[name]
    raise AssertionError(f"{hint} has no {name}")


PATHS = [(kind, change.path) for kind, changes in CHANGES.items() for change in changes]


def test_every_resource_has_its_table() -> None:
    assert set(CHANGES) == set(MODULES)


@pytest.mark.parametrize(("kind", "path"), PATHS)
def test_a_path_is_a_property_of_azure_native(kind: str, path: str) -> None:
    hint = inputs(kind)
    for name in path.replace("[*]", ".[*]").split("."):
        hint = below(hint, name)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_path_stands_once(kind: str) -> None:
    paths = [change.path for change in CHANGES[kind]]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("kind", CHANGES)
def test_every_input_has_an_entry_or_is_named_here(kind: str) -> None:
    """What no source tells of. A new input of azure-native has to be looked at."""
    untold = {
        "compute:Disk": {
            "completionPercent", "dataAccessAuthMode", "diskIOPSReadOnly", "diskMBpsReadOnly",
            "encryptionSettingsCollection", "optimizedForFrequentAttach", "securityProfile", "supportedCapabilities",
        },
        "compute:Snapshot": {
            "completionPercent", "copyCompletionError", "dataAccessAuthMode", "encryptionSettingsCollection",
            "extendedLocation", "purchasePlan", "securityProfile", "supportedCapabilities", "supportsHibernation",
        },
        "compute:Image": {"extendedLocation"},
    }  # fmt: skip
    told = {change.path.split(".")[0].split("[")[0] for change in CHANGES[kind]}
    assert set(_types.input_type_types(inputs(kind))) - told == untold.get(kind, set())


def test_the_nearest_entry_counts() -> None:
    version = "compute:GalleryImageVersion"
    regions = "publishingProfile.targetRegions"
    found = change_of(version, f"{regions}[*].encryption.osDiskImage.diskEncryptionSetId")
    assert found is not None
    assert (found.behaviour, found.code) == (Behaviour.REFUSED, "CHG007")
    count = change_of(version, f"{regions}[*].regionalReplicaCount")
    assert (count and count.behaviour) is Behaviour.UPDATE
    whole = change_of(version, f"{regions}[*]")
    assert (whole and whole.code) == "REP018"
    assert change_of(version, "publishingProfileOfAnother") is None
    assert change_of("compute:VirtualMachine", "location") is None
