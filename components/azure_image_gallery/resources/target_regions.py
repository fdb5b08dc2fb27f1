"""Target regions of a version, of an image or of an application, as inputs."""

from typing import Any

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.resources.compact import compact
from azure_image_gallery.spec.resolved import ResolvedApplicationVersion, ResolvedRegion, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown
from azure_image_gallery.spec.values import written_region


def target_regions(
    version: ResolvedVersion | ResolvedApplicationVersion,
    location: Any,  # noqa: ANN401  an input of text
) -> list[native.TargetRegionArgsDict]:
    """The regions; of a version that names none its home region, which another resource may tell."""
    if version.regions or not isinstance(version.location, Unknown):
        return [_target_region(region, written_region(region.name)) for region in version.regions]
    home = ResolvedRegion(
        version.path, "", version.replica_count, version.storage_account_type, None, version.path
    )
    return [_target_region(home, location)]


def _target_region(region: ResolvedRegion, name: pulumi.Input[str]) -> native.TargetRegionArgsDict:
    return compact(
        {
            "name": name,
            "regional_replica_count": region.regional_replica_count,
            "storage_account_type": region.storage_account_type.value,
            "exclude_from_latest": region.exclude_from_latest,
        },
    )
