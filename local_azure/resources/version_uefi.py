"""
The UEFI keys of an image version: templates of signatures, and signatures beside them.

Decisions where Azure's answer is not known: everything that the documentation rules out is InvalidParameter.
"""

import base64
import binascii

from local_azure import errors
from local_azure.resources import content
from local_azure.resources.checks import one_of
from local_azure.store import Json

_WHERE = "properties.securityProfile.uefiSettings"
_TARGET = f"galleryImageVersion.{_WHERE}"
_ALONE = "NoSignatureTemplate"
_TEMPLATES = (_ALONE, "MicrosoftUefiCertificateAuthorityTemplate", "MicrosoftWindowsTemplate")
_TYPES = ("x509", "sha256")
_LISTS = ("kek", "db", "dbx")
_SECURITY = ("TrustedLaunchSupported", "TrustedLaunchAndConfidentialVmSupported")


def check_uefi(profile: Json, security: str) -> None:
    """Check the settings of a security profile, if it has some."""
    given = content.mapping(profile, "uefiSettings", "properties.securityProfile")
    if not given:
        return
    if security not in _SECURITY:
        message = f"UEFI settings need a gallery image of a security type in {', '.join(_SECURITY)}, not '{security}'."
        raise errors.invalid_parameter(_TARGET, message)
    names = _templates(given)
    added = content.mapping(given, "additionalSignatures", _WHERE)
    keys = {name: content.items(added, name, f"{_WHERE}.additionalSignatures") for name in _LISTS}
    keys["pk"] = [one] if (one := content.mapping(added, "pk", f"{_WHERE}.additionalSignatures")) else []
    for name, every in keys.items():
        for key in every:
            _check_key(key, name)
    if _ALONE in names and not all(keys[name] for name in ("pk", "kek", "db")):
        message = f"With {_ALONE}, additionalSignatures has to hold pk, kek and db."
        raise errors.invalid_parameter(f"{_TARGET}.additionalSignatures", message)


def _templates(given: Json) -> list[str]:
    target = f"{_TARGET}.signatureTemplateNames"
    sent = content.values(given, "signatureTemplateNames", _WHERE)
    names = [one_of(str(name), _TEMPLATES, target) for name in sent]
    if not names:
        raise errors.missing_parameter(target)
    if _ALONE in names and len(names) > 1:
        raise errors.invalid_parameter(target, f"{_ALONE} cannot be combined with other templates.")
    return names


def _check_key(key: Json, name: str) -> None:
    target = f"{_TARGET}.additionalSignatures.{name}"
    one_of(content.text(key, "type", target), _TYPES, f"{target}.type")
    values = content.values(key, "value", target)
    if not values or not all(_is_base64(value) for value in values):
        raise errors.invalid_parameter(f"{target}.value", f"The value of '{target}' is no base64 text.")


def _is_base64(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(base64.b64decode(value, validate=True))
    except binascii.Error:
        return False
