"""Galleries and image definitions that exist already: looked up, compared with what is declared, never changed.

They stand in the stack's state as resources that were only read. What lies in them waits for the comparison:
where Azure holds something else than is declared, nothing is sent.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pulumi
from pulumi_azure_native import authorization
from pulumi_azure_native import compute as native

from azure_image_gallery.azure.features import KEY_OF_FEATURE
from azure_image_gallery.azure.regions import canonical_region
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.image_definition import switch
from azure_image_gallery.resources.placement import Placement
from azure_image_gallery.rules.grammar import DIFFERS
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedDefinition

_GALLERY = ("gallery",)
_PLAN = ("name", "publisher", "product")
_WITHOUT = {"SecurityType": "Standard", "DiskControllerTypes": "SCSI"}
"""The value of a feature that a definition does not have, where that is not False."""


def existing_gallery(accepted: Accepted, placement: Placement) -> tuple[native.Gallery, pulumi.Output[str]]:
    """The gallery, and its name once it is known to be what is declared."""
    spec = accepted.resolved.declaration.gallery
    id_ = _gallery_id(accepted, placement) if spec.id is None else accepted.given(spec.id, _GALLERY)
    opts = pulumi.ResourceOptions(parent=placement.around.parent)
    found = native.Gallery.get(placement.logical_name(spec.name), id_, opts)
    wanted = {"location": spec.location}
    seen = {"location": found.location}
    return found, _compared(accepted, _GALLERY, spec.name, wanted, seen)


def existing_definition(
    accepted: Accepted, placement: Placement, definition: ResolvedDefinition, gallery: pulumi.Resource
) -> tuple[native.GalleryImage, pulumi.Output[str]]:
    """The definition, and its name once it is known to be what is declared."""
    spec = definition.spec
    gallery_id = pulumi.Output.from_input(getattr(gallery, "id"))  # noqa: B009  a custom resource's
    opts = pulumi.ResourceOptions(parent=placement.around.parent)
    found = native.GalleryImage.get(
        placement.logical_name(definition.key),
        gallery_id.apply(lambda above: f"{above}/images/{definition.name}"),
        opts,
    )
    wanted: Mapping[str, object] = {
        "osState": spec.os_state.value,
        "hyperVGeneration": spec.hyper_v_generation.value,
        "architecture": spec.architecture.value,
        "securityType": spec.security_type.value,
        "acceleratedNetwork": switch(spec.accelerated_network),
        "hibernation": switch(spec.hibernation),
        "diskControllerTypes": spec.disk_controller_types,
        "identifier.publisher": spec.identifier.publisher,
        "identifier.offer": spec.identifier.offer,
        "identifier.sku": spec.identifier.sku,
        "location": spec.location,
        **{f"purchasePlan.{part}": getattr(spec.purchase_plan, part, None) for part in _PLAN},
    }
    seen: Mapping[str, pulumi.Output[Any]] = {
        "osState": found.os_state,
        "hyperVGeneration": found.hyper_v_generation,
        "architecture": found.architecture.apply(lambda said: said or "x64"),
        **{key: found.features.apply(_feature(name)) for name, key in KEY_OF_FEATURE.items()},
        "identifier.publisher": found.identifier.apply(lambda said: said.publisher),
        "identifier.offer": found.identifier.apply(lambda said: said.offer),
        "identifier.sku": found.identifier.apply(lambda said: said.sku),
        "location": found.location,
        **{f"purchasePlan.{part}": found.purchase_plan.apply(_part_of_plan(part)) for part in _PLAN},
    }
    return found, _compared(accepted, definition.path, definition.name, wanted, seen)


def _gallery_id(accepted: Accepted, placement: Placement) -> pulumi.Output[str]:
    """The id of a gallery of this subscription."""
    opts = pulumi.InvokeOptions(parent=placement.around.parent)
    subscription = authorization.get_client_config_output(opts=opts).subscription_id
    name = accepted.resolved.declaration.gallery.name
    return pulumi.Output.all(subscription, placement.resource_group_name).apply(
        lambda got: (
            f"/subscriptions/{got[0]}/resourceGroups/{got[1]}/providers/Microsoft.Compute/galleries/{name}"
        )
    )


def _compared(
    accepted: Accepted,
    path: Path,
    name: str,
    wanted: Mapping[str, object],
    seen: Mapping[str, pulumi.Output[Any]],
) -> pulumi.Output[str]:
    """The name, once everything that is declared in plain is seen to be so."""
    known = {key: value for key, value in wanted.items() if isinstance(value, str)}

    def compare(found: Mapping[str, object]) -> str:
        differing = [key for key, value in known.items() if _alike(key)(value) != _alike(key)(found[key])]
        if differing:
            raise accepted.refuse(*(_finding(path, name, key, known[key], found[key]) for key in differing))
        return name

    return pulumi.Output.all(**{key: seen[key] for key in known}).apply(compare)


def _alike(key: str) -> Callable[[object], str]:
    return (
        (lambda value: canonical_region(str(value)))
        if key == "location"
        else lambda value: str(value).casefold().replace(" ", "")
    )


def _finding(path: Path, name: str, key: str, declared: object, found: object) -> Finding:
    message = f"{show(declared)} is declared, {show(name)} is {show(found)} in Azure"
    return Finding(DIFFERS, (*path, *key.split(".")), message)


def _feature(name: str) -> Callable[[Any], str]:
    """Reads a feature among those of a definition, which are azure-native's own."""

    def read(features: Any) -> str:  # noqa: ANN401  azure-native's own
        given = (feature.value for feature in features or () if feature.name == name)
        return next(given, None) or _WITHOUT.get(name, "False")

    return read


def _part_of_plan(part: str) -> Callable[[Any], str | None]:
    """Reads a part of a definition's purchase plan, which it may be without."""
    return lambda plan: getattr(plan, part, None)
