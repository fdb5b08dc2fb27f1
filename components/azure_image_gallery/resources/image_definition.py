"""Image definitions."""

from collections.abc import Mapping
from typing import Any

import pulumi
from pulumi_azure_native import compute as native

from azure_image_gallery.azure.features import KEY_OF_FEATURE, known_feature
from azure_image_gallery.guard.past_date import refuse_past_date
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ImageDefinitionSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.dates import wire_date
from azure_image_gallery.resources.lock import lock_alone
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import Placement, component_type, gallery_above
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.rules.dates import DEFINITION_FUTURE
from azure_image_gallery.spec.image_definition import Disallowed, ImageFeature, Recommended, ResourceRange
from azure_image_gallery.spec.image_definition import ImageDefinition as Spec
from azure_image_gallery.spec.inherited import definition_tags
from azure_image_gallery.spec.purchase_plan import PurchasePlan
from azure_image_gallery.spec.resolved import ResolvedDefinition

_ABOVE = (("gallery",), ("location",))


class ImageDefinitionArgs(ImageDefinitionSpec):
    """What an `ImageDefinition` is made from."""

    gallery_name: str
    """The gallery's name."""
    resource_group: pulumi.Input[str]
    """The gallery's resource group."""


class ImageDefinition(pulumi.ComponentResource):
    """An image definition in a gallery, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    image_definition_id: pulumi.Output[str]
    """The definition's id; a machine made from it gets the latest version."""

    def __init__(
        self,
        name: str,
        args: ImageDefinitionArgs,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        values: dict[str, Any] = {**args}
        gallery, key = gallery_above(values), values.get("name") or name
        accepted = Accepted(
            {"gallery": gallery, "imageDefinitions": {key: values}},
            prefix=("imageDefinitions", key),
        )
        super().__init__(component_type("ImageDefinition"), name, None, opts)
        accepted.parent = self
        above = accepted.resolved.declaration.gallery
        around = Surroundings(self, accepted.resolved.declaration.options)
        group = accepted.given(above.resource_group, ("gallery",))
        placement = Placement(around, name, group, above.name)
        definition = accepted.resolved.definitions[0]
        child = image_definition(accepted, placement, definition)
        lock_alone(accepted, placement, definition.path, child, definition.spec.lock)
        self.image_definition_id = child.id
        self.register_outputs({"imageDefinitionId": self.image_definition_id})


def image_definition(
    accepted: Accepted,
    placement: Placement,
    definition: ResolvedDefinition,
    *after: pulumi.Resource,
    protect: bool | None = None,
) -> native.GalleryImage:
    """A declared image definition; `protect` where nothing is said of it."""
    spec, path = definition.spec, definition.path
    logical_name = placement.logical_name(definition.key)
    return registering(native.GalleryImage, formerly(spec.options))(
        logical_name,
        gallery_name=placement.gallery_name,
        gallery_image_name=definition.name,
        resource_group_name=placement.resource_group_name,
        os_type=native.OperatingSystemTypes.LINUX,
        os_state=native.OperatingSystemStateTypes(spec.os_state.value),
        hyper_v_generation=spec.hyper_v_generation.value,
        architecture=spec.architecture.value,
        features=features(spec),
        identifier={
            "publisher": spec.identifier.publisher,
            "offer": spec.identifier.offer,
            "sku": spec.identifier.sku,
        },
        **compact(
            {
                "location": accepted.given(definition.location, path, *_ABOVE),
                "description": accepted.given(spec.description, path),
                "end_of_life_date": accepted.given(spec.end_of_life_date, path, form=wire_date),
                "eula": accepted.given(spec.eula, path),
                "privacy_statement_uri": accepted.given(spec.privacy_statement_uri, path),
                "release_note_uri": accepted.given(spec.release_note_uri, path),
                "recommended": _recommended(spec.recommended),
                "disallowed": _disallowed(spec.disallowed),
                "purchase_plan": _plan(spec.purchase_plan),
                "allow_update_image": spec.allow_update_image,
                "tags": tags(accepted, definition_tags(accepted.resolved.declaration.gallery, spec), path),
            },
        ),
        opts=placement.around.options(
            spec.options,
            after=after,
            protect=protect,
            hooks=refuse_past_date(
                logical_name, (DEFINITION_FUTURE, path), spec.end_of_life_date, ("endOfLifeDate",), accepted
            ),
        ),
    )


def features(spec: Spec) -> list[native.GalleryImageFeatureArgsDict]:
    """The definition's features. The security type is always among them: Azure's default changes."""
    said = {known_feature(name) or name: feature for name, feature in (spec.features or {}).items()}
    beside = {name: feature.value for name, feature in said.items() if name not in KEY_OF_FEATURE}
    return [_feature(name, value, said.get(name)) for name, value in {**_values(spec), **beside}.items()]


def _values(spec: Spec) -> Mapping[str, str]:
    values = {
        "SecurityType": spec.security_type.value,
        "IsAcceleratedNetworkSupported": switch(spec.accelerated_network),
        "IsHibernateSupported": switch(spec.hibernation),
        "DiskControllerTypes": spec.disk_controller_types,
    }
    return compact(values)


def _feature(name: str, value: str | None, said: ImageFeature | None) -> native.GalleryImageFeatureArgsDict:
    starts = said.starts_at_version if said else None
    return compact({"name": name, "value": value, "starts_at_version": starts})


def switch(on: bool | None) -> str | None:
    """A switch as Azure spells it: the text True or False."""
    return None if on is None else str(on)


def _disallowed(spec: Disallowed | None) -> native.DisallowedArgsDict | None:
    return {"disk_types": list(spec.disk_types)} if spec and spec.disk_types else None


def _plan(spec: PurchasePlan | None) -> native.ImagePurchasePlanArgsDict | None:
    if spec is None:
        return None
    return compact({"name": spec.name, "publisher": spec.publisher, "product": spec.product})


def _recommended(spec: Recommended | None) -> native.RecommendedMachineConfigurationArgsDict | None:
    if spec is None:
        return None
    return compact({"v_cpus": _range(spec.v_cpus), "memory": _range(spec.memory)})


def _range(spec: ResourceRange | None) -> native.ResourceRangeArgsDict | None:
    return None if spec is None else compact({"min": spec.min, "max": spec.max})
