"""Azure's closed sets of values about managed disks and snapshots.

Source: https://github.com/Azure/azure-rest-api-specs, Microsoft.Compute/DiskRP, 2024-03-02.
"""

from azure_image_gallery.spec.any_case import AnyCase


class DataAccessAuthMode(AnyCase):
    """What an export or an upload asks for beside the address that was handed out."""

    AZURE_ACTIVE_DIRECTORY = "AzureActiveDirectory"
    NONE = "None"


class DiskEncryptionType(AnyCase):
    """Whose key encrypts a disk at rest."""

    PLATFORM_KEY = "EncryptionAtRestWithPlatformKey"
    CUSTOMER_KEY = "EncryptionAtRestWithCustomerKey"
    PLATFORM_AND_CUSTOMER_KEYS = "EncryptionAtRestWithPlatformAndCustomerKeys"


class DiskSecurityType(AnyCase):
    """The security type of an operating system disk."""

    TRUSTED_LAUNCH = "TrustedLaunch"
    GUEST_STATE_ONLY = "ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey"
    PLATFORM_KEY = "ConfidentialVM_DiskEncryptedWithPlatformKey"
    CUSTOMER_KEY = "ConfidentialVM_DiskEncryptedWithCustomerKey"
    NON_PERSISTED_TPM = "ConfidentialVM_NonPersistedTPM"


class CopySpeed(AnyCase):
    """How fast a snapshot is copied to another region."""

    NONE = "None"
    ENHANCED = "Enhanced"
