"""Image versions."""

from collections.abc import Sequence
from typing import Any, TypedDict

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.azure.limits import replication_hours
from azure_image_gallery.guard.past_date import refuse_past_date
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ImageVersionSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.dates import wire_date
from azure_image_gallery.resources.encryption_sets import FindSet, encryption_sets
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_above, take
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.replicas import edge_zones, home_location, target_regions
from azure_image_gallery.resources.sources import FindSource, existing_sources
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.resources.uefi import security_profile
from azure_image_gallery.rules.dates import VERSION_DATE
from azure_image_gallery.spec.image_version import SafetyProfile
from azure_image_gallery.spec.inherited import version_tags
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.source import ImageDisk, Vhd
from azure_image_gallery.spec.source_place import (
    COMMUNITY_IMAGE,
    DISK,
    SNAPSHOT,
    VHD,
    VIRTUAL_MACHINE,
    ResolvedDisk,
    SourcePlace,
)

_WHOLE = {VIRTUAL_MACHINE: "virtual_machine_id", COMMUNITY_IMAGE: "community_gallery_image_id"}
_ONE_DISK = (DISK, SNAPSHOT, VHD)
_READ_FROM_THE_SOURCE = ("storageProfile.osDiskImage", "storageProfile.dataDiskImages")
_CACHING = ("storageProfile.osDiskImage.hostCaching",)


class DefinitionFacts(TypedDict, total=False):
    """The definition a version belongs to, as far as the rules compare the two."""

    name: str
    """The definition's name."""
    os_state: str
    """Generalized or Specialized."""
    hyper_v_generation: str
    """V1 or V2."""
    architecture: str
    """x64 or Arm64."""
    security_type: str
    """The definition's security type."""


class ImageVersionArgs(ImageVersionSpec):
    """What an `ImageVersion` is made from."""

    gallery_name: str
    """The gallery's name."""
    resource_group: pulumi.Input[str]
    """The gallery's resource group."""
    image_definition: DefinitionFacts
    """The definition the version belongs to."""
    version: str
    """The version number, Major.Minor.Patch."""


class ImageVersion(pulumi.ComponentResource):
    """An image version, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    image_version_id: pulumi.Output[str]
    """The version's id."""

    def __init__(self, name: str, args: ImageVersionArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        values: dict[str, Any] = {**args}
        path, declaration = _declaration(values)
        accepted = Accepted(declaration, prefix=path)
        super().__init__(component_type("ImageVersion"), name, None, opts)
        accepted.parent = self
        above = accepted.resolved.declaration.gallery
        around = Surroundings(self, accepted.resolved.declaration.options)
        group = accepted.given(above.resource_group, ("gallery",))
        placement = Placement(around, name, group, above.name)
        version = accepted.resolved.versions[0]
        child = image_version(
            accepted,
            placement,
            version,
            existing_sources(accepted),
            encryption_sets(accepted),
            version.definition_key,
        )
        lock_alone(accepted, placement, version.path, child, version.spec.lock)
        self.image_version_id = child.id
        self.register_outputs({"imageVersionId": self.image_version_id})


def _declaration(values: dict[str, Any]) -> tuple[Path, dict[str, object]]:
    """A declaration of this one version, and where in it the version stands."""
    definition: dict[str, Any] = {**(take(values, "image_definition") or {})}
    key, version = str(definition.get("name")), str(take(values, "version"))
    # The rules compare nothing with the identifier of a definition that is made elsewhere.
    definition["identifier"] = {"publisher": "none", "offer": "none", "sku": "none"}
    return ("imageVersions", key, version), {
        "gallery": gallery_above(values),
        "imageDefinitions": {key: definition},
        "imageVersions": {key: {version: values}},
    }


def image_version(
    accepted: Accepted,
    placement: Placement,
    version: ResolvedVersion,
    find: FindSource,
    find_set: FindSet,
    definition_name: pulumi.Input[str],
    *after: pulumi.Input[pulumi.Resource],
) -> native.GalleryImageVersion:
    """A declared image version, made from what `find` leads to, after what has to be there before."""
    spec, path = version.spec, version.path
    logical_name = placement.logical_name(version.definition_key, version.key)
    return registering(native.GalleryImageVersion, formerly(spec.options))(
        logical_name,
        gallery_name=placement.gallery_name,
        gallery_image_name=definition_name,
        gallery_image_version_name=version.key,
        resource_group_name=placement.resource_group_name,
        storage_profile=_storage_profile(accepted, version, find),
        publishing_profile=_publishing_profile(accepted, version, find_set),
        safety_profile=_safety_profile(spec.safety_profile),
        **compact(
            {
                "location": home_location(accepted, version),
                "security_profile": security_profile(accepted, spec.security_profile, path),
                "restore": spec.restore,
                "tags": _tags(accepted, version),
            },
        ),
        opts=placement.around.options(
            spec.options,
            after=after,
            ignored=_left_to_azure(version),
            hours=replication_hours(len(version.regions)),
            hooks=refuse_past_date(
                logical_name,
                (VERSION_DATE, path),
                spec.end_of_life_date,
                ("publishingProfile", "endOfLifeDate"),
                accepted,
            ),
        ),
    )


def _tags(accepted: Accepted, version: ResolvedVersion) -> dict[str, Any] | None:
    gallery, above = accepted.resolved.declaration.gallery, version.definition
    return tags(accepted, version_tags(gallery, above and above.spec, version.spec), version.path)


def _left_to_azure(version: ResolvedVersion) -> Sequence[str]:
    """What Azure fills in where the declaration says nothing, and an import brings along."""
    only = version.source.only
    if only is not None and only.kind not in _ONE_DISK:
        return _READ_FROM_THE_SOURCE
    os_disk = None if only else version.source.disks[0].spec
    is_said = isinstance(os_disk, ImageDisk) and os_disk.host_caching is not None
    return () if is_said else _CACHING


def _storage_profile(
    accepted: Accepted, version: ResolvedVersion, find: FindSource
) -> native.GalleryImageVersionStorageProfileArgsDict:
    only = version.source.only
    if only is None:
        os_disk, *data_disks = [_disk_image(accepted, version, disk, find) for disk in version.source.disks]
        return compact({"os_disk_image": os_disk, "data_disk_images": data_disks or None})
    if only.kind in _ONE_DISK:
        return {"os_disk_image": {"source": _disk_source(accepted, version, only, find)}}
    return compact({"source": {_WHOLE.get(only.kind, "id"): find(version, only)}})


def _disk_image(accepted: Accepted, version: ResolvedVersion, disk: ResolvedDisk, find: FindSource) -> Any:  # noqa: ANN401  an operating system disk's dictionary, or a data disk's
    caching = disk.spec.host_caching if isinstance(disk.spec, ImageDisk) else None
    return compact(
        {
            "lun": None if disk.lun is None else int(disk.lun),
            "host_caching": caching and caching.value,
            "source": _disk_source(accepted, version, disk.places[0], find),
        }
    )


def _disk_source(
    accepted: Accepted, version: ResolvedVersion, place: SourcePlace, find: FindSource
) -> native.GalleryDiskImageSourceArgsDict:
    if isinstance(place.value, Vhd):
        return {
            "uri": accepted.given(place.value.uri, version.path),
            "storage_account_id": accepted.given(place.value.storage_account_id, version.path),
        }
    return {"id": find(version, place)}


def _publishing_profile(
    accepted: Accepted, version: ResolvedVersion, find_set: FindSet
) -> native.GalleryImageVersionPublishingProfileArgsDict:
    spec = version.spec
    return compact(
        {
            "target_regions": target_regions(accepted, version, find_set),
            "target_extended_locations": edge_zones(version, find_set),
            "replica_count": version.replica_count,
            "storage_account_type": version.storage_account_type.value,
            "exclude_from_latest": spec.exclude_from_latest is True,
            "end_of_life_date": accepted.given(spec.end_of_life_date, version.path, form=wire_date),
            "replication_mode": spec.replication_mode and spec.replication_mode.value,
        },
    )


def _safety_profile(spec: SafetyProfile | None) -> native.GalleryImageVersionSafetyProfileArgsDict:
    said = spec or SafetyProfile()
    return compact(
        {
            "allow_deletion_of_replicated_locations": said.allow_deletion_of_replicated_locations is True,
            "block_deletion_before_end_of_life": said.block_deletion_before_end_of_life,
        },
    )
