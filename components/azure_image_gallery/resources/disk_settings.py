"""What managed disks and snapshots are given alike, as inputs."""

from typing import Any

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.encryption_sets import FindSet
from azure_image_gallery.resources.extended_location import extended_location
from azure_image_gallery.resources.tags import tags
from azure_image_gallery.spec.disk_settings import DiskEncryption, DiskPurchasePlan, DiskSecurity
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedManagedDisk, ResolvedSnapshot


def disk_settings(accepted: Accepted, made: ResolvedManagedDisk | ResolvedSnapshot, keys: FindSet) -> Any:  # noqa: ANN401  inputs of either class
    """Everything but names and content; `keys` leads to disk encryption sets."""
    spec, path = made.spec, made.path
    return compact(
        {
            "location": accepted.given(made.location, path, ("location",), ("gallery",)),
            "extended_location": extended_location(accepted, spec.extended_location, path),
            "disk_size_gb": spec.disk_size_gb,
            "os_type": spec.os_type and spec.os_type.value,
            "hyper_v_generation": spec.hyper_v_generation and spec.hyper_v_generation.value,
            "supported_capabilities": _capabilities(made),
            "supports_hibernation": spec.supports_hibernation,
            "security_profile": _security(keys, spec.security_profile, path),
            "encryption": _encryption(keys, spec.encryption, path),
            "purchase_plan": _purchase_plan(accepted, spec.purchase_plan, path),
            "network_access_policy": spec.network_access_policy and spec.network_access_policy.value,
            "disk_access_id": accepted.given(spec.disk_access_id, path),
            "public_network_access": spec.public_network_access and spec.public_network_access.value,
            "data_access_auth_mode": spec.data_access_auth_mode and spec.data_access_auth_mode.value,
            "tags": tags(accepted, spec.tags, path),
        }
    )


def _capabilities(made: ResolvedManagedDisk | ResolvedSnapshot) -> dict[str, Any] | None:
    spec = made.spec
    given = {
        "accelerated_network": spec.accelerated_network,
        "architecture": spec.architecture and spec.architecture.value,
        "disk_controller_types": spec.disk_controller_types,
    }
    return compact(given) or None


def _encryption(keys: FindSet, spec: DiskEncryption | None, path: Path) -> dict[str, Any] | None:
    if spec is None:
        return None
    key = keys(spec.disk_encryption_set, path)
    return compact({"type": spec.type and spec.type.value, "disk_encryption_set_id": key})


def _security(keys: FindSet, spec: DiskSecurity | None, path: Path) -> dict[str, Any] | None:
    if spec is None:
        return None
    key = keys(spec.disk_encryption_set, path)
    kind = spec.security_type and spec.security_type.value
    return compact({"security_type": kind, "secure_vm_disk_encryption_set_id": key})


def _purchase_plan(accepted: Accepted, spec: DiskPurchasePlan | None, path: Path) -> dict[str, Any] | None:
    if spec is None:
        return None
    return compact(
        {
            "name": accepted.given(spec.name, path),
            "publisher": accepted.given(spec.publisher, path),
            "product": accepted.given(spec.product, path),
            "promotion_code": accepted.given(spec.promotion_code, path),
        }
    )
