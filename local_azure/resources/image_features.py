"""The features of an image definition: which there are, what they need, and when they may change."""

import re
from typing import Any

from local_azure import errors
from local_azure.resources import content
from local_azure.resources.checks import one_of
from local_azure.store import Json

_TARGET = "galleryImage.properties.features"
_SECURITY_TYPES = (
    "Standard", "TrustedLaunch", "TrustedLaunchSupported", "TrustedLaunchAndConfidentialVmSupported",
    "ConfidentialVM", "ConfidentialVMSupported",
)  # fmt: skip
_ALLOWED = {
    "SecurityType": _SECURITY_TYPES,
    "IsAcceleratedNetworkSupported": ("True", "False"),
    "IsHibernateSupported": ("True", "False"),
    "DiskControllerTypes": None,
}
STRICT = ("TrustedLaunch", "ConfidentialVM")
"""Security types whose disks are of that type themselves; the others leave the choice to the machine."""

_CONTROLLERS = ({"scsi"}, {"scsi", "nvme"}, {"nvme"})
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def security_type(properties: Json) -> str:
    """Return a definition's security type; `Standard` if it says nothing."""
    for feature in properties.get("features", []):
        if feature["name"].lower() == "securitytype":
            return one_of(feature["value"], _SECURITY_TYPES, _TARGET)
    return "Standard"


def check_features(properties: Json) -> None:
    """Refuse unknown, repeated and impossible features."""
    seen: set[str] = set()
    for feature in properties.get("features", []):
        name = one_of(content.text(feature, "name", "properties.features"), _ALLOWED, _TARGET)
        if name in seen:
            raise errors.invalid_parameter(_TARGET, f"The feature '{name}' is given more than once.")
        seen.add(name)
        _check_value(name, content.text(feature, "value", "properties.features"), properties)
    _check_generation(properties)


def _check_value(name: str, value: str, properties: Json) -> None:
    allowed = _ALLOWED[name]
    if allowed is not None:
        one_of(value, allowed, f"{_TARGET}.{name}")
        return
    controllers = {part.strip().lower() for part in value.split(",")}
    if controllers not in _CONTROLLERS:
        message = f"The value '{value}' of feature '{name}' is not allowed. It lists SCSI and NVMe."
        raise errors.invalid_parameter(f"{_TARGET}.{name}", message)
    if "nvme" in controllers and properties["hyperVGeneration"] != "V2":
        raise errors.invalid_parameter(
            "hyperVGeneration", "NVMe needs parameter 'hyperVGeneration' to be 'V2'."
        )


def _check_generation(properties: Json) -> None:
    kind = security_type(properties)
    if kind != "Standard" and properties["hyperVGeneration"] != "V2":
        message = f"The security type '{kind}' needs parameter 'hyperVGeneration' to be 'V2'."
        raise errors.invalid_parameter("hyperVGeneration", message)
    if "Confidential" in kind and properties["architecture"] == "Arm64":
        message = f"The security type '{kind}' is not supported for architecture 'Arm64'."
        raise errors.invalid_parameter("architecture", message)


def check_features_change(before: list[Any], after: list[Any], *, allowed: bool) -> None:
    """Refuse a change of features, unless the request allows it and says from which version it holds."""
    old = {feature["name"]: feature for feature in before}
    new = {feature.get("name"): feature for feature in after}
    for name in [*new, *(gone for gone in old if gone not in new)]:
        if _essence(old.get(name)) == _essence(new.get(name)):
            continue
        if not allowed:
            raise errors.change_not_allowed(str(name))
        if name in new and not _VERSION.fullmatch(str(new[name].get("startsAtVersion", ""))):
            target = f"{_TARGET}.startsAtVersion"
            message = f"The feature '{name}' changes, so parameter '{target}' has to name an image version."
            raise errors.invalid_parameter(target, message)


def _essence(feature: Json | None) -> tuple[str, str] | None:
    return (str(feature.get("name")), str(feature.get("value"))) if feature else None
