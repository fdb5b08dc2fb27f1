"""Azure's closed sets of values. Case does not matter when one is read; the spelling here is what is sent."""

from azure_image_gallery.spec.any_case import AnyCase as _AnyCase


class OsState(_AnyCase):
    """Whether an operating system is made ready for first boot (`Generalized`) or kept as it ran."""

    GENERALIZED = "Generalized"
    SPECIALIZED = "Specialized"


class HyperVGeneration(_AnyCase):
    """The generation of virtual hardware: `V1` boots by BIOS, `V2` by UEFI."""

    V1 = "V1"
    V2 = "V2"


class Architecture(_AnyCase):
    """The processor an image runs on."""

    X64 = "x64"
    ARM64 = "Arm64"


class SecurityType(_AnyCase):
    """The security type of an image definition. The `…Supported` types leave the choice to the machine."""

    STANDARD = "Standard"
    TRUSTED_LAUNCH = "TrustedLaunch"
    TRUSTED_LAUNCH_SUPPORTED = "TrustedLaunchSupported"
    CONFIDENTIAL_VM = "ConfidentialVM"
    CONFIDENTIAL_VM_SUPPORTED = "ConfidentialVMSupported"
    TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED = "TrustedLaunchAndConfidentialVmSupported"


class StorageAccountType(_AnyCase):
    """The storage of an image version's replicas in a region."""

    STANDARD_LRS = "Standard_LRS"
    STANDARD_ZRS = "Standard_ZRS"
    PREMIUM_LRS = "Premium_LRS"
    PREMIUM_V2_LRS = "PremiumV2_LRS"


class DiskStorage(_AnyCase):
    """The storage of a managed disk."""

    STANDARD_LRS = "Standard_LRS"
    PREMIUM_LRS = "Premium_LRS"
    STANDARD_SSD_LRS = "StandardSSD_LRS"
    ULTRA_SSD_LRS = "UltraSSD_LRS"
    PREMIUM_ZRS = "Premium_ZRS"
    STANDARD_SSD_ZRS = "StandardSSD_ZRS"
    PREMIUM_V2_LRS = "PremiumV2_LRS"


class SnapshotStorage(_AnyCase):
    """The storage of a snapshot."""

    STANDARD_LRS = "Standard_LRS"
    PREMIUM_LRS = "Premium_LRS"
    STANDARD_ZRS = "Standard_ZRS"


class HostCaching(_AnyCase):
    """Caching of a disk on the host of a machine."""

    NONE = "None"
    READ_ONLY = "ReadOnly"
    READ_WRITE = "ReadWrite"


class OsType(_AnyCase):
    """The operating system on a disk. This project is about Linux only."""

    LINUX = "Linux"


class SourceOsType(_AnyCase):
    """The operating system in a source, which is not made here and may be the wrong one."""

    LINUX = "Linux"
    WINDOWS = "Windows"


class PowerState(_AnyCase):
    """Whether a virtual machine runs; a `Stopped` one still holds its host, a `Deallocated` one does not."""

    RUNNING = "Running"
    STOPPED = "Stopped"
    DEALLOCATED = "Deallocated"


class ScaleSetMode(_AnyCase):
    """How a scale set is orchestrated; only the instances of a `Flexible` one are virtual machines."""

    UNIFORM = "Uniform"
    FLEXIBLE = "Flexible"


class DiskController(_AnyCase):
    """The controller by which a machine reaches its disks."""

    SCSI = "SCSI"
    NVME = "NVMe"


class VhdFormat(_AnyCase):
    """The form of a virtual hard disk's file; Azure takes `Fixed` alone."""

    FIXED = "Fixed"
    DYNAMIC = "Dynamic"
    VHDX = "VHDX"


class NetworkAccessPolicy(_AnyCase):
    """Who may export a disk or a snapshot over the network."""

    ALLOW_ALL = "AllowAll"
    ALLOW_PRIVATE = "AllowPrivate"
    DENY_ALL = "DenyAll"


class PublicNetworkAccess(_AnyCase):
    """Whether a disk or a snapshot can be exported from the public network."""

    ENABLED = "Enabled"
    DISABLED = "Disabled"


class IdentityType(_AnyCase):
    """Which managed identities a resource has."""

    SYSTEM_ASSIGNED = "SystemAssigned"
    USER_ASSIGNED = "UserAssigned"
    BOTH = "SystemAssigned, UserAssigned"
    NONE = "None"


class EncryptionSetType(_AnyCase):
    """What a disk encryption set encrypts with."""

    CUSTOMER_KEY = "EncryptionAtRestWithCustomerKey"
    PLATFORM_AND_CUSTOMER_KEYS = "EncryptionAtRestWithPlatformAndCustomerKeys"
    CONFIDENTIAL_VM = "ConfidentialVmEncryptedWithCustomerKey"


class KeyType(_AnyCase):
    """The type of a key in a key vault; `-HSM` for one that is kept in hardware."""

    RSA = "RSA"
    RSA_HSM = "RSA-HSM"
    EC = "EC"
    EC_HSM = "EC-HSM"


class EdgeZoneStorage(_AnyCase):
    """The storage of an image version's replicas in an edge zone."""

    STANDARD_LRS = "Standard_LRS"
    STANDARD_ZRS = "Standard_ZRS"
    STANDARD_SSD_LRS = "StandardSSD_LRS"
    PREMIUM_LRS = "Premium_LRS"


class ExtendedLocationType(_AnyCase):
    """The kind of an extended location."""

    EDGE_ZONE = "EdgeZone"


class ConfidentialEncryption(_AnyCase):
    """How the operating system disk of a confidential machine is encrypted."""

    GUEST_STATE_WITH_PLATFORM_KEY = "EncryptedVMGuestStateOnlyWithPmk"
    PLATFORM_KEY = "EncryptedWithPmk"
    CUSTOMER_KEY = "EncryptedWithCmk"
    NON_PERSISTED_TPM = "NonPersistedTPM"


class UefiKeyType(_AnyCase):
    """What a UEFI key is: a certificate or a digest."""

    X509 = "x509"
    SHA256 = "sha256"


class SignatureTemplate(_AnyCase):
    """A template of UEFI signatures."""

    NONE = "NoSignatureTemplate"
    MICROSOFT_UEFI = "MicrosoftUefiCertificateAuthorityTemplate"
    MICROSOFT_WINDOWS = "MicrosoftWindowsTemplate"


class ReplicationMode(_AnyCase):
    """`Full` copies the image to every replica, `Shallow` refers to the source (tests only)."""

    FULL = "Full"
    SHALLOW = "Shallow"


class LockLevel(_AnyCase):
    """What a lock keeps from happening."""

    CAN_NOT_DELETE = "CanNotDelete"
    READ_ONLY = "ReadOnly"


class PrincipalType(_AnyCase):
    """What a principal is in the directory. A managed identity is a `ServicePrincipal`."""

    USER = "User"
    GROUP = "Group"
    SERVICE_PRINCIPAL = "ServicePrincipal"
    FOREIGN_GROUP = "ForeignGroup"
    DEVICE = "Device"


class Distribution(_AnyCase):
    """A Linux distribution; `other` says itself what it is like."""

    ALMALINUX = "almalinux"
    AZURELINUX = "azurelinux"
    CENTOS = "centos"
    DEBIAN = "debian"
    FLATCAR = "flatcar"
    OPENSUSE = "opensuse"
    ORACLE = "oracle"
    RHEL = "rhel"
    ROCKY = "rocky"
    SLES = "sles"
    UBUNTU = "ubuntu"
    OTHER = "other"


class Provisioning(_AnyCase):
    """What sets up a machine at its first boot."""

    CLOUD_INIT = "cloud-init"
    AZURE_LINUX_AGENT = "azure-linux-agent"
    CUSTOM = "custom"
    NONE = "none"


class RaisedSeverity(_AnyCase):
    """What a warning can be raised to."""

    ERROR = "error"
