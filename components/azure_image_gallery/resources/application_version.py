"""Versions of gallery applications."""

from typing import Any, TypedDict

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.azure.limits import replication_hours
from azure_image_gallery.guard.past_date import refuse_past_date
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ApplicationVersionSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.custom_actions import custom_actions
from azure_image_gallery.resources.dates import wire_date
from azure_image_gallery.resources.encryption_sets import FindSet, encryption_sets
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_above, take
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.replicas import edge_zones, home_location, target_regions
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.rules.application import DATE
from azure_image_gallery.spec.application_version import ApplicationSafety, ApplicationSettings
from azure_image_gallery.spec.inherited import application_version_tags
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedApplicationVersion


class ApplicationFacts(TypedDict):
    """The application a version belongs to."""

    name: str
    """The application's name."""


class ApplicationVersionArgs(ApplicationVersionSpec):
    """What an `ApplicationVersion` is made from."""

    gallery_name: str
    """The gallery's name."""
    resource_group: pulumi.Input[str]
    """The gallery's resource group."""
    application: ApplicationFacts
    """The application the version belongs to."""
    version: str
    """The version number, Major.Minor.Patch."""


class ApplicationVersion(pulumi.ComponentResource):
    """A version of a gallery application, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    application_version_id: pulumi.Output[str]
    """The version's id."""

    def __init__(
        self, name: str, args: ApplicationVersionArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        path, declaration = _declaration({**args})
        accepted = Accepted(declaration, prefix=path)
        super().__init__(component_type("ApplicationVersion"), name, None, opts)
        accepted.parent = self
        above = accepted.resolved.declaration.gallery
        around = Surroundings(self, accepted.resolved.declaration.options)
        group = accepted.given(above.resource_group, ("gallery",))
        placement = Placement(around, name, group, above.name)
        version = accepted.resolved.application_versions[0]
        child = application_version(
            accepted, placement, version, encryption_sets(accepted), version.application_key
        )
        lock_alone(accepted, placement, version.path, child, version.spec.lock)
        self.application_version_id = child.id
        self.register_outputs({"applicationVersionId": self.application_version_id})


def _declaration(values: dict[str, Any]) -> tuple[Path, dict[str, object]]:
    """A declaration of this one version, and where in it the version stands."""
    application: dict[str, Any] = {**(take(values, "application") or {})}
    key, version = str(application.get("name")), str(take(values, "version"))
    return ("applicationVersions", key, version), {
        "gallery": gallery_above(values),
        "applications": {key: application},
        "applicationVersions": {key: {version: values}},
    }


def application_version(
    accepted: Accepted,
    placement: Placement,
    version: ResolvedApplicationVersion,
    find_set: FindSet,
    application_name: pulumi.Input[str],
    *after: pulumi.Resource,
) -> native.GalleryApplicationVersion:
    """A declared version of an application, after what has to be there before."""
    spec, path = version.spec, version.path
    logical_name = placement.logical_name(version.application_key, version.key)
    return registering(native.GalleryApplicationVersion, formerly(spec.options))(
        logical_name,
        gallery_name=placement.gallery_name,
        gallery_application_name=application_name,
        gallery_application_version_name=version.key,
        resource_group_name=placement.resource_group_name,
        publishing_profile=_publishing_profile(accepted, version, find_set),
        safety_profile=_safety_profile(spec.safety_profile),
        **compact({"location": home_location(accepted, version), "tags": _tags(accepted, version)}),
        opts=placement.around.options(
            spec.options,
            after=after,
            hours=replication_hours(len(version.regions)),
            hooks=refuse_past_date(
                logical_name,
                (DATE, path),
                spec.end_of_life_date,
                ("publishingProfile", "endOfLifeDate"),
                accepted,
            ),
        ),
    )


def _tags(accepted: Accepted, version: ResolvedApplicationVersion) -> dict[str, Any] | None:
    gallery, above = accepted.resolved.declaration.gallery, version.application
    own = application_version_tags(gallery, above and above.spec, version.spec)
    return tags(accepted, own, version.path)


def _publishing_profile(
    accepted: Accepted, version: ResolvedApplicationVersion, find_set: FindSet
) -> native.GalleryApplicationVersionPublishingProfileArgsDict:
    spec, path = version.spec, version.path
    return compact(
        {
            "source": _source(accepted, version),
            "manage_actions": _manage_actions(accepted, version),
            "settings": _settings(accepted, spec.settings, path),
            "advanced_settings": tags(accepted, spec.advanced_settings, path),
            "custom_actions": custom_actions(accepted, spec.custom_actions, path),
            "enable_health_check": spec.enable_health_check,
            "target_regions": target_regions(accepted, version, find_set),
            "target_extended_locations": edge_zones(version, find_set),
            "replica_count": version.replica_count,
            "storage_account_type": version.storage_account_type.value,
            "exclude_from_latest": spec.exclude_from_latest is True,
            "end_of_life_date": accepted.given(spec.end_of_life_date, path, form=wire_date),
            "replication_mode": spec.replication_mode and spec.replication_mode.value,
        },
    )


def _source(accepted: Accepted, version: ResolvedApplicationVersion) -> native.UserArtifactSourceArgsDict:
    source, path = version.spec.source, version.path
    return compact(
        {
            "media_link": accepted.given(source.media_link, path),
            "default_configuration_link": accepted.given(source.default_configuration_link, path),
        }
    )


def _manage_actions(
    accepted: Accepted, version: ResolvedApplicationVersion
) -> native.UserArtifactManageArgsDict:
    actions, path = version.spec.manage_actions, version.path
    return compact(
        {
            "install": accepted.given(actions.install, path),
            "remove": accepted.given(actions.remove, path),
            "update": accepted.given(actions.update, path),
        }
    )


def _settings(
    accepted: Accepted, spec: ApplicationSettings | None, path: Path
) -> native.UserArtifactSettingsArgsDict | None:
    if spec is None:
        return None
    again = spec.script_behavior_after_reboot
    return compact(
        {
            "package_file_name": accepted.given(spec.package_file_name, path),
            "config_file_name": accepted.given(spec.config_file_name, path),
            "script_behavior_after_reboot": again and again.value,
        }
    )


def _safety_profile(
    spec: ApplicationSafety | None,
) -> native.GalleryApplicationVersionSafetyProfileArgsDict:
    said = spec or ApplicationSafety()
    return {"allow_deletion_of_replicated_locations": said.allow_deletion_of_replicated_locations is True}
