"""UEFI keys of an image version."""

from typing import Any

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.uefi import SecurityProfile, UefiKey, UefiSettings, UefiSignatures


def security_profile(accepted: Accepted, spec: SecurityProfile | None, path: Path) -> Any:  # noqa: ANN401  azure-native's dictionary, or nothing
    """The security profile of the version at a path; `None` where it has none."""
    if spec is None or spec.uefi_settings is None:
        return None
    return {"uefi_settings": _settings(accepted, spec.uefi_settings, path)}


def _settings(accepted: Accepted, spec: UefiSettings, path: Path) -> Any:  # noqa: ANN401  azure-native's dictionary
    names = [one.value for one in spec.signature_template_names or ()]
    added = spec.additional_signatures and _signatures(accepted, spec.additional_signatures, path)
    return compact({"signature_template_names": names, "additional_signatures": added})


def _signatures(accepted: Accepted, spec: UefiSignatures, path: Path) -> Any:  # noqa: ANN401  azure-native's dictionary
    lists = {"kek": spec.kek, "db": spec.db, "dbx": spec.dbx}
    keys = {name: given and [_key(accepted, key, path) for key in given] for name, given in lists.items()}
    return compact({"pk": spec.pk and _key(accepted, spec.pk, path), **keys})


def _key(accepted: Accepted, spec: UefiKey, path: Path) -> Any:  # noqa: ANN401  azure-native's dictionary
    return {"type": spec.type.value, "value": [accepted.given(one, path) for one in spec.value]}
