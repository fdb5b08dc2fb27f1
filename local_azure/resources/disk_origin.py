"""What a new disk is made from, as the settings of the disk need it."""

from dataclasses import dataclass, field
from typing import Any

from local_azure import errors, regions
from local_azure.resources import content
from local_azure.resources.base import Call
from local_azure.store import Json

INHERITED = ("osType", "hyperVGeneration", "supportedCapabilities", "securityProfile", "purchasePlan")
"""What a disk takes over from its source."""


@dataclass(frozen=True)
class Origin:
    """What a new disk is made from: its creation data as kept, its least size, and the facts it takes over."""

    creation: Json
    size_gb: int | None = None
    facts: Json = field(default_factory=dict[str, Any])
    called: str = ""
    """The source, in words."""
    unique_id: str = ""
    state: str = "Unattached"
    """What the disk waits for."""


def location_of(call: Call) -> str:
    """Return the region in which a disk is made."""
    return regions.normalise(content.text(call.body, "location"))


def check_facts(sent: Json, known: Json, called: str, label: str) -> None:
    """Refuse facts that are said otherwise than the source has them; what it does not know may be said."""
    for name in ("osType", "hyperVGeneration"):
        _check_same(content.text(sent, name, "properties"), known.get(name), f"{label}.{name}", called)
    for name, part in (("supportedCapabilities", "architecture"), ("securityProfile", "securityType")):
        given = content.text(content.mapping(sent, name, "properties"), part, f"properties.{name}")
        _check_same(given, known.get(name, {}).get(part), f"{label}.{name}.{part}", called)


def _check_same(given: str, known: str | None, target: str, called: str) -> None:
    if given and known and given.lower() != known.lower():
        message = (
            f"The value '{given}' of parameter '{target}' is different from that of its {called}: '{known}'."
        )
        raise errors.invalid_parameter(target, message)
