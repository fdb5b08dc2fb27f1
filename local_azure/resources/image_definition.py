"""Image definitions: what a gallery says of all versions of one image, most of it fixed at creation."""

import re
from dataclasses import replace
from typing import ClassVar

from local_azure import errors, operations
from local_azure.resources import content, soft_delete
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import end_of_life, one_of, only
from local_azure.resources.image_features import check_features, check_features_change
from local_azure.store import Json, Resource

_FREE = (
    "description", "releaseNoteUri", "endOfLifeDate", "recommended", "eula", "privacyStatementUri",
)  # fmt: skip
_FIXED = ("osType", "osState", "hyperVGeneration", "architecture", "eula", "privacyStatementUri")
_PLAN = ("name", "publisher", "product")
_FIXED_WITHIN = {
    "identifier": ("publisher", "offer", "sku"),
    "purchasePlan": _PLAN,
}
_REQUIRED = ("osType", "osState", "identifier")
_LENGTHS = {"publisher": 128, "offer": 64, "sku": 64}
_ASSET = re.compile(r"[A-Za-z0-9._-]*[A-Za-z0-9_-]")
_ARCHITECTURE_SINCE = "2021-10-01"
_FEATURE_UPDATE_SINCE = "2024-03-03"


class ImageDefinitions(ComputeType):
    """`Microsoft.Compute/galleries/images`."""

    type = "Microsoft.Compute/galleries/images"
    label = "galleryImage"
    family = operations.GALLERY
    name_pattern = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
    name_rule = "1 to 80 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit"
    children: ClassVar[tuple[str, ...]] = ("Microsoft.Compute/galleries/images/versions",)

    def patched(self, call: Call, stored: Resource) -> Call:
        """Merge, but for what a PATCH has to repeat: leaving that out counts as a change."""
        sent = content.mapping(call.body, "properties")
        put = super().patched(call, stored)
        properties = {name: value for name, value in put.body["properties"].items() if name not in _REQUIRED}
        repeated = {name: sent[name] for name in _REQUIRED if name in sent}
        body = {**put.body, "properties": {**properties, **repeated}}
        return replace(call, body=body)

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check a definition, fill in Azure's defaults, and refuse changes of what is fixed."""
        sent = content.mapping(call.body, "properties")
        properties = _shaped(sent)
        before = stored.properties if stored else {}
        if stored:
            self._check_fixed(properties, before)
            check_features_change(
                before.get("features", []),
                properties.get("features", []),
                allowed=content.flag(sent, "allowUpdateImage", "properties")
                and call.api_version >= _FEATURE_UPDATE_SINCE,
            )
        else:
            self._check_required(properties)
            _check_identifier_is_free(call, properties["identifier"])
        check_features(properties)
        end_of_life(properties, before, call.now(), "galleryImage.properties.endOfLifeDate")
        _check_recommended(properties)
        return Shaped(tracked(call, properties))

    def kept_below(self, call: Call) -> list[str]:
        """Versions that are soft-deleted."""
        return soft_delete.blocking(call, call.id)

    def invalid_name(self, name: str) -> errors.ArmError:
        """Return the refusal of a name, with the pattern that Azure prints."""
        message = (
            f"The entity name 'galleryImageName' is invalid according to its validation rule: "
            f"^[^_\\W][\\w-._]{{0,79}}(?<![-.])$: '{name}'. It has to be {self.name_rule}."
        )
        return errors.invalid_parameter("galleryImageName", message)

    def present(self, resource: Resource, call: Call) -> Json:
        """Leave out what the api-version is too old for."""
        properties = dict(resource.properties)
        if call.api_version < _ARCHITECTURE_SINCE:
            properties.pop("architecture", None)
        if "features" in properties and call.api_version < _FEATURE_UPDATE_SINCE:
            properties["features"] = [only(one, ("name", "value")) for one in properties["features"]]
        return properties

    def _check_required(self, properties: Json) -> None:
        for name in _REQUIRED:
            if not properties.get(name):
                raise errors.missing_parameter(f"galleryImage.properties.{name}")
        for name in _LENGTHS:
            _check_asset(properties["identifier"].get(name, ""), name)

    def _check_fixed(self, properties: Json, before: Json) -> None:
        for name in _FIXED:
            if properties.get(name) != before.get(name):
                raise self.changed(name)
        for name, parts in _FIXED_WITHIN.items():
            given, stored = properties.get(name, {}), before.get(name, {})
            for part in parts:
                if given.get(part) != stored.get(part):
                    raise self.changed(f"{name}.{part}")


def _shaped(sent: Json) -> Json:
    """Read every property, so that a wrong JSON type is refused, and add the defaults."""
    for name in ("description", "releaseNoteUri", "endOfLifeDate", "eula", "privacyStatementUri"):
        content.text(sent, name, "properties")
    generation = content.text(sent, "hyperVGeneration", "properties") or "V1"
    architecture = content.text(sent, "architecture", "properties") or "x64"
    properties: Json = {
        "hyperVGeneration": one_of(generation, ("V1", "V2"), "galleryImage.properties.hyperVGeneration"),
        "architecture": one_of(architecture, ("x64", "Arm64"), "galleryImage.properties.architecture"),
    }
    if os_type := content.text(sent, "osType", "properties"):
        properties["osType"] = one_of(os_type, ("Linux", "Windows"), "galleryImage.properties.osType")
    if os_state := content.text(sent, "osState", "properties"):
        allowed = ("Generalized", "Specialized")
        properties["osState"] = one_of(os_state, allowed, "galleryImage.properties.osState")
    if identifier := content.texts(sent, "identifier", "properties"):
        properties["identifier"] = only(identifier, _LENGTHS)
    if features := content.items(sent, "features", "properties"):
        properties["features"] = [only(one, ("name", "value", "startsAtVersion")) for one in features]
    properties |= only(sent, _FREE)
    return properties | _limits(sent)


def _limits(sent: Json) -> Json:
    """Read what is disallowed and the purchase plan; an empty one comes to none."""
    kinds = content.values(
        content.mapping(sent, "disallowed", "properties"), "diskTypes", "properties.disallowed"
    )
    for at, kind in enumerate(kinds):
        if not isinstance(kind, str):
            path = f"properties.disallowed.diskTypes[{at}]"
            raise errors.invalid_content(f"Error converting value {kind!r} to type 'string'. Path '{path}'.")
    plan = content.texts(sent, "purchasePlan", "properties")
    if plan and not plan.get("name"):
        raise errors.missing_parameter("galleryImage.properties.purchasePlan.name")
    limits: Json = {"disallowed": {"diskTypes": kinds}} if kinds else {}
    return limits | ({"purchasePlan": only(plan, _PLAN)} if plan else {})


def _check_asset(value: str, name: str) -> None:
    target = f"galleryImage.properties.identifier.{name}"
    if not value:
        raise errors.missing_parameter(target)
    if len(value) > _LENGTHS[name] or not _ASSET.fullmatch(value):
        message = (
            f"Asset name {target} is not valid: '{value}'. It has at most {_LENGTHS[name]} letters, digits, "
            "'-', '.' or '_', and does not end with '.'."
        )
        raise errors.invalid_parameter(target, message)


def _check_identifier_is_free(call: Call, identifier: Json) -> None:
    wanted = {name: identifier[name].lower() for name in _LENGTHS}
    for other in call.cloud.store.of_type(ImageDefinitions.type, under=call.id.parent.key):
        taken = other.properties["identifier"]
        if {name: taken[name].lower() for name in _LENGTHS} == wanted:
            raise errors.conflict(
                f"A gallery image identified by (publisher: {identifier['publisher']}, offer: "
                f"{identifier['offer']}, sku: {identifier['sku']}) already exists: '{other.id}'.",
                "galleryImage.properties.identifier",
            )


def _check_recommended(properties: Json) -> None:
    recommended = content.mapping(properties, "recommended", "properties")
    for name in ("vCPUs", "memory"):
        where = f"properties.recommended.{name}"
        bounds = content.mapping(recommended, name, "properties.recommended")
        low, high = content.whole(bounds, "min", where), content.whole(bounds, "max", where)
        if low is not None and high is not None and low > high:
            raise errors.invalid_parameter(
                f"galleryImage.{where}",
                f"The minimum value '{low}' must not be greater than the maximum value '{high}'.",
            )
