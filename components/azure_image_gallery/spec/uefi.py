"""UEFI keys of a Trusted Launch image: what a machine's firmware trusts at boot. Fixed with the version.

Source: https://learn.microsoft.com/azure/virtual-machines/trusted-launch-secure-boot-custom-uefi.
"""

from azure_image_gallery.spec.enums import SignatureTemplate, UefiKeyType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.unknown import OrUnknown


class UefiKey(Model):
    """Certificates or digests of one kind."""

    type: UefiKeyType
    """`x509` for certificates, `sha256` for digests."""
    value: list[OrUnknown[str]]
    """Each a certificate (DER) or a digest of 32 bytes, in base64."""


class UefiSignatures(Model):
    """Signatures beside those of the templates; at least one of the four."""

    pk: UefiKey | None = None
    """The platform key."""
    kek: list[UefiKey] | None = None
    """Key exchange keys: who may change the two databases."""
    db: list[UefiKey] | None = None
    """The database of what may boot."""
    dbx: list[UefiKey] | None = None
    """The database of what may not."""


class UefiSettings(Model):
    """The keys that a machine's firmware starts with."""

    signature_template_names: list[SignatureTemplate] | None = None
    """The templates to begin with: `MicrosoftUefiCertificateAuthorityTemplate` for Linux, or
    `NoSignatureTemplate` alone, with keys of one's own. Required."""
    additional_signatures: UefiSignatures | None = None
    """Keys to add to the templates'."""


class SecurityProfile(Model):
    """Security settings of an image version."""

    uefi_settings: UefiSettings | None = None
    """The keys of its firmware."""
