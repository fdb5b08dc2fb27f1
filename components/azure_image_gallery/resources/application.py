"""Gallery applications."""

from typing import Any

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.guard.past_date import refuse_past_date
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ApplicationSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.custom_actions import custom_actions
from azure_image_gallery.resources.dates import wire_date
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_above
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.rules.application import DATE
from azure_image_gallery.spec.inherited import application_tags
from azure_image_gallery.spec.resolved import ResolvedApplication

_ABOVE = (("gallery",), ("location",))


class ApplicationArgs(ApplicationSpec):
    """What an `Application` is made from."""

    gallery_name: str
    """The gallery's name."""
    resource_group: pulumi.Input[str]
    """The gallery's resource group."""


class Application(pulumi.ComponentResource):
    """A gallery application, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    application_id: pulumi.Output[str]
    """The application's id."""

    def __init__(self, name: str, args: ApplicationArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        values: dict[str, Any] = {**args}
        gallery, key = gallery_above(values), values.get("name") or name
        accepted = Accepted({"gallery": gallery, "applications": {key: values}}, prefix=("applications", key))
        super().__init__(component_type("Application"), name, None, opts)
        accepted.parent = self
        above = accepted.resolved.declaration.gallery
        around = Surroundings(self, accepted.resolved.declaration.options)
        group = accepted.given(above.resource_group, ("gallery",))
        placement = Placement(around, name, group, above.name)
        child = application(accepted, placement, accepted.resolved.applications[0])
        made = accepted.resolved.applications[0]
        lock_alone(accepted, placement, made.path, child, made.spec.lock)
        self.application_id = child.id
        self.register_outputs({"applicationId": self.application_id})


def application(
    accepted: Accepted, placement: Placement, made: ResolvedApplication, *after: pulumi.Resource
) -> native.GalleryApplication:
    """A declared application."""
    spec, path = made.spec, made.path
    logical_name = placement.logical_name(made.key)
    return registering(native.GalleryApplication, formerly(spec.options))(
        logical_name,
        gallery_name=placement.gallery_name,
        gallery_application_name=made.name,
        resource_group_name=placement.resource_group_name,
        supported_os_type=native.OperatingSystemTypes(spec.supported_os_type.value),
        **compact(
            {
                "location": accepted.given(made.location, path, *_ABOVE),
                "description": accepted.given(spec.description, path),
                "end_of_life_date": accepted.given(spec.end_of_life_date, path, form=wire_date),
                "eula": accepted.given(spec.eula, path),
                "privacy_statement_uri": accepted.given(spec.privacy_statement_uri, path),
                "release_note_uri": accepted.given(spec.release_note_uri, path),
                "custom_actions": custom_actions(accepted, spec.custom_actions, path),
                "tags": tags(accepted, application_tags(accepted.resolved.declaration.gallery, spec), path),
            },
        ),
        opts=placement.around.options(
            spec.options,
            after=after,
            hooks=refuse_past_date(
                logical_name, (DATE, path), spec.end_of_life_date, ("endOfLifeDate",), accepted
            ),
        ),
    )
