"""Image versions."""

from typing import Any, TypedDict

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.azure.limits import replication_hours
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ImageVersionSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.dates import wire_date
from azure_image_gallery.resources.placement import Placement, component_type, gallery_above, take
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.image_version import SafetyProfile
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedRegion, ResolvedVersion


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
        above = accepted.resolved.declaration.gallery
        placement = Placement(self, name, above.name, accepted.given(above.resource_group, ("gallery",)))
        version = accepted.resolved.versions[0]
        source = source_id(accepted, version)
        child = image_version(accepted, placement, version, source)
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
    source: pulumi.Input[str],
    *after: pulumi.Resource,
) -> native.GalleryImageVersion:
    """A declared image version, made from `source`."""
    spec, path = version.spec, version.path
    hours = f"{replication_hours(len(version.regions))}h"
    definition = version.definition.name if version.definition else version.definition_key
    return registering(native.GalleryImageVersion)(
        placement.logical_name(version.definition_key, version.key),
        gallery_name=placement.gallery_name,
        gallery_image_name=definition,
        gallery_image_version_name=version.key,
        resource_group_name=placement.resource_group_name,
        storage_profile=_storage_profile(version, source),
        publishing_profile=_publishing_profile(accepted, version),
        **compact(
            {
                "location": _location(accepted, version),
                "safety_profile": _safety_profile(spec.safety_profile),
                "tags": tags(accepted, spec.tags, path),
            },
        ),
        opts=placement.options(
            *after,
            replace_with=list(after[:1]) or None,
            custom_timeouts=pulumi.CustomTimeouts(create=hours, update=hours, delete=hours),
        ),
    )


def source_id(accepted: Accepted, version: ResolvedVersion) -> Any:  # noqa: ANN401  an input of text
    """The id of what a version is made from, where it is not declared beside it."""
    source, path = version.spec.source, version.path
    return accepted.given(source.managed_image or source.virtual_machine or source.snapshot or "", path)


def _location(accepted: Accepted, version: ResolvedVersion) -> Any:  # noqa: ANN401  an input of text
    above = ("imageDefinitions", version.definition_key)
    return accepted.given(version.location, version.path, above, ("gallery",), ("location",))


def _storage_profile(
    version: ResolvedVersion,
    source: pulumi.Input[str],
) -> native.GalleryImageVersionStorageProfileArgsDict:
    if version.spec.source.snapshot is not None:
        return {"os_disk_image": {"source": {"id": source}}}
    if version.spec.source.virtual_machine is not None:
        return {"source": {"virtual_machine_id": source}}
    return {"source": {"id": source}}


def _publishing_profile(
    accepted: Accepted,
    version: ResolvedVersion,
) -> native.GalleryImageVersionPublishingProfileArgsDict:
    spec = version.spec
    return compact(
        {
            "target_regions": [_target_region(region) for region in version.regions] or None,
            "exclude_from_latest": spec.exclude_from_latest,
            "end_of_life_date": accepted.given(spec.end_of_life_date, version.path, form=wire_date),
            "replication_mode": spec.replication_mode and spec.replication_mode.value,
        },
    )


def _target_region(region: ResolvedRegion) -> native.TargetRegionArgsDict:
    return compact(
        {
            "name": region.name,
            "regional_replica_count": region.regional_replica_count,
            "storage_account_type": region.storage_account_type.value,
            "exclude_from_latest": region.exclude_from_latest,
        },
    )


def _safety_profile(spec: SafetyProfile | None) -> native.GalleryImageVersionSafetyProfileArgsDict | None:
    if spec is None:
        return None
    return compact(
        {
            "allow_deletion_of_replicated_locations": spec.allow_deletion_of_replicated_locations,
            "block_deletion_before_end_of_life": spec.block_deletion_before_end_of_life,
        },
    )
