"""
Whether a source fits the image version that is made of it: its region, its kind, and what the definition says.

Decisions where Azure's answer is not known. A source without a purchase plan is taken by a definition with one:
the publisher of a Marketplace image has a plan on the definition alone. An encrypted version as a source of
another has a documented rule and no text; it is refused with InvalidParameter. A disk over 2048 GB is accepted,
as on Azure, and its replication fails; the code is the one recorded for failed replications.
"""

import json
import re

from local_azure import errors, ids
from local_azure.resources import sources
from local_azure.resources.base import Call
from local_azure.resources.image_features import STRICT, security_type
from local_azure.resources.sources import Source
from local_azure.store import Json, Resource

DISK_KINDS = (sources.DISK, sources.SNAPSHOT)
LARGEST_FULL_GB = 2048
_QUALIFIED = re.compile(r"/(subscriptions|providers)/.+", re.IGNORECASE)
_PLAN = ("name", "publisher", "product")


def find_source(
    call: Call, id_: str, kinds: tuple[str, ...], location: str, target: str, rule: str
) -> Source:
    """Return a source of the right kind with a replica in the version's region."""
    if not _QUALIFIED.fullmatch(id_):
        path = target.removeprefix("galleryImageVersion.")
        message = (
            f"Property id '{id_}' at path '{path}' is invalid. Expect fully qualified resource Id that start "
            "with '/subscriptions/{subscriptionID}' or '/providers/{resourceProviderNamespace}/'."
        )
        raise errors.invalid_parameter(target, message)
    _check_linked(call, id_)
    source = sources.find(call.cloud, id_)
    if source is not None and source.kind not in kinds:
        raise errors.invalid_parameter(target, f"The source id: '{id_}' {rule}.")
    if source is None or location not in source.regions:
        raise source_not_found(id_, target)
    return source


def _check_linked(call: Call, id_: str) -> None:
    """Refuse a source in another tenant, unless the caller has shown a token of that tenant too."""
    parsed = ids.parse(id_)
    home = call.cloud.directory.home_of(parsed.subscription) if parsed else call.caller.tenant
    if parsed and home not in {call.caller.tenant, *call.auxiliary}:
        action = f"{parsed.namespace}/{'/'.join(kind for kind, _ in parsed.pairs)}/read"
        raise errors.linked_authorization_failed(action, id_, call.caller.tenant, parsed.subscription)


def source_not_found(id_: str, target: str) -> errors.ArmError:
    """Refuse a source that is not there, or in another region."""
    message = (
        f"Source '{id_}' is not found. Please check source exists, and is in the same region as gallery image "
        "version being created."
    )
    return errors.invalid_parameter(target, message)


def check_fits(source: Source, definition: Resource, id_: str, target: str) -> None:
    """Refuse a source that differs from what the definition says of its versions."""
    facts = definition.properties
    for what, given, wanted in (
        ("OS type", source.os_type, facts["osType"]),
        ("Hypervisor generation", source.generation, facts["hyperVGeneration"]),
        ("architecture", source.architecture, facts["architecture"]),
        ("OS state", source.os_state, facts["osState"]),
    ):
        if given not in (None, wanted):
            raise _different(id_, what, given, wanted, target)
    _check_plan(source, facts, id_, target)
    _check_security(source, security_type(facts), id_, target)


def _different(id_: str, what: str, given: str, wanted: str, target: str) -> errors.ArmError:
    message = (
        f"The resource with id '{id_}' has a different {what} ['{given}'] than the parent gallery image {what} "
        f"['{wanted}']."
    )
    return errors.bad_request(target, message)


def _check_plan(source: Source, facts: Json, id_: str, target: str) -> None:
    known: Json = facts.get("purchasePlan") or {}
    if source.plan and [source.plan.get(part) for part in _PLAN] != [known.get(part) for part in _PLAN]:
        raise _different(id_, "plan", _shown(source.plan), _shown(known), target)


def _shown(plan: Json) -> str:
    """Return a plan as Azure prints it: JSON without spaces, or null."""
    return json.dumps(plan or None, separators=(",", ":"))


def _check_security(source: Source, wanted: str, id_: str, target: str) -> None:
    captured = source.kind in (sources.MACHINE, *DISK_KINDS)
    if captured and wanted in ("TrustedLaunchSupported", "TrustedLaunchAndConfidentialVmSupported"):
        message = (
            f"The security type '{wanted}' is not supported for the source id '{id_}'. It supports only Vhd Blob, "
            "User Image and Gallery Image Version as the source."
        )
        raise errors.invalid_parameter(target, message)
    strict = wanted in STRICT or (captured and wanted == "Standard")
    if strict and source.security_type != wanted:
        message = (
            f"The security type '{wanted}' of the gallery image is not supported for the source id '{id_}', whose "
            f"security type is '{source.security_type}'."
        )
        raise errors.invalid_parameter(target, message)


def check_encryption(source: Source, subscription: str, id_: str, target: str) -> None:
    """Refuse an encrypted source in another subscription, and an encrypted version anywhere."""
    if source.encrypted and source.kind == sources.VERSION:
        message = (
            f"The gallery image version '{id_}' is encrypted and cannot be the source of another version."
        )
        raise errors.invalid_parameter(target, message)
    if source.encrypted and source.subscription.lower() != subscription.lower():
        message = (
            f"Encrypted source: '{id_}' is in a different subscription ID than the current gallery image version "
            f"subscription '{subscription}'. Please retry with an unencrypted source(s) or use the source's "
            f"subscription '{source.subscription}' to create the gallery image version."
        )
        raise errors.invalid_parameter(target, message)


def too_large(sizes: Json, profile: Json, names: tuple[str, ...]) -> Json | None:
    """Return the error with which replication ends, if a disk is over what is replicated in full."""
    largest = max(disk["sizeInGB"] for disk in (sizes["os"], *sizes["data"]))
    if largest <= LARGEST_FULL_GB or profile.get("replicationMode") == "Shallow":
        return None
    detail = f"The GalleryImageVersion source resource size {largest} exceeds the max size {LARGEST_FULL_GB} supported."
    failed = ", ".join(f"{{region:{name}, detail:{detail}}}" for name in names)
    return {
        "code": "CrpPirReplicationJobsNotCompleted",
        "message": "Gallery replication jobs failed in one or more regions. The failing regions' details are as "
        f"follows: '{failed}'.",
        "detail": f"Replication failed in this region due to '{detail}'",
    }
