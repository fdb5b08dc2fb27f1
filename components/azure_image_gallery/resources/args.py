"""The declaration as typed dictionaries with `Input` values.

Generated from the models in `spec/` by `scripts/generate_args.py`; do not edit.
"""

from typing import NotRequired, TypedDict

import pulumi


class LockSpec(TypedDict):
    """A management lock (Microsoft.Authorization/locks). It holds for the entry and for everything in it."""

    level: str
    """`CanNotDelete`: nothing is deleted. `ReadOnly`: nothing is deleted, changed or made."""
    name: NotRequired[str]
    """The name in Azure. Left out: `image-gallery`."""
    notes: NotRequired[pulumi.Input[str]]
    """Why the lock is there: up to 512 characters."""


class TimeoutsSpec(TypedDict):
    """How long Pulumi waits, in Go's notation: `45m`, `2h30m`."""

    create: NotRequired[str]
    """For a creation."""
    update: NotRequired[str]
    """For a change in place."""
    delete: NotRequired[str]
    """For a deletion."""


class OptionsSpec(TypedDict):
    """Options of one entry."""

    protect: NotRequired[bool]
    """Whether a deletion is refused, in the preview already."""
    retain_on_delete: NotRequired[bool]
    """Whether what leaves the declaration stays in Azure."""
    ignore_changes: NotRequired[list[str]]
    """Property paths of the azure-native resource whose changes are passed over: `tags`, `features`."""
    timeouts: NotRequired[TimeoutsSpec]
    """How long Pulumi waits. Left out: for versions what their regions need, else the provider's own."""
    aliases: NotRequired[list[str]]
    """What the resource was called before, so that it is taken over and not made anew: the key it had here
(`ubuntu`, for a version `ubuntu/1.0.0`), the logical name of a resource that stood at the root of the
stack, or a whole URN."""


class ResourceGroupSpec(TypedDict):
    """A resource group (Microsoft.Resources/resourceGroups)."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `resourceGroups`."""
    location: NotRequired[pulumi.Input[str]]
    """The group's region. Left out: the declaration's."""
    managed_by: NotRequired[pulumi.Input[str]]
    """The id of the resource that manages the group."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the group itself; Azure does not hand them on to what is inside."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the group."""


class IdentitySpec(TypedDict):
    """Which managed identities a resource has."""

    type: NotRequired[str]
    """`SystemAssigned`, `UserAssigned`, `SystemAssigned, UserAssigned` or `None`. Left out: `UserAssigned` where
identities are named, else `SystemAssigned`."""
    user_assigned_identities: NotRequired[list[pulumi.Input[str]]]
    """Ids of user-assigned identities."""


class GallerySpec(TypedDict):
    """A compute gallery (Microsoft.Compute/galleries)."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: str
    """The name in Azure: 1-80 letters, digits, dots and underscores, unique in the subscription."""
    resource_group: pulumi.Input[str]
    """A resource group declared here, or one that exists."""
    location: NotRequired[pulumi.Input[str]]
    """The gallery's region, which its definitions and versions share unless they say otherwise."""
    description: NotRequired[pulumi.Input[str]]
    """What the gallery is for."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the gallery, and of every definition and version in it that does not say otherwise."""
    identity: NotRequired[IdentitySpec]
    """The gallery's managed identities."""
    soft_delete: NotRequired[bool]
    """Whether a deleted version can be restored for seven days (`softDeletePolicy`; a preview of Azure's). While
it is on, neither a definition nor the gallery can be deleted as long as a deleted version is kept."""
    existing: NotRequired[bool]
    """Whether the gallery exists already: it is looked up, compared with what is declared, never changed."""
    id: NotRequired[pulumi.Input[str]]
    """The id of an existing gallery, where it is not this subscription's."""
    tenant_id: NotRequired[pulumi.Input[str]]
    """A fact: the tenant that the gallery is in, a GUID. Principals and sources of others are compared with it."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the gallery."""


class OsDiskSecuritySpec(TypedDict):
    """How the operating system disk of a confidential machine is encrypted."""

    confidential_vm_encryption_type: str
    """What is encrypted, and with whose key. It has to be the source disk's own."""
    secure_vm_disk_encryption_set: NotRequired[pulumi.Input[str]]
    """The set with the key, for `EncryptedWithCmk` alone: a name under `diskEncryptionSets`, or an id. The set is
of the type ConfidentialVmEncryptedWithCustomerKey."""


class OsDiskEncryptionSpec(TypedDict):
    """What the operating system disk is encrypted with."""

    disk_encryption_set: NotRequired[pulumi.Input[str]]
    """A name under `diskEncryptionSets`, or the id of a set, in the replica's region."""
    security_profile: NotRequired[OsDiskSecuritySpec]
    """For a ConfidentialVM definition alone."""


class DataDiskEncryptionSpec(TypedDict):
    """What a data disk is encrypted with."""

    disk_encryption_set: NotRequired[pulumi.Input[str]]
    """A name under `diskEncryptionSets`, or the id of a set, in the replica's region."""


class EncryptionSpec(TypedDict):
    """What the disks of one region's replicas are encrypted with. Fixed once the region has the version."""

    os_disk: NotRequired[OsDiskEncryptionSpec]
    """The operating system disk. Left out: Azure's own key."""
    data_disks: NotRequired[dict[str, DataDiskEncryptionSpec]]
    """Data disks by logical unit number. Left out: Azure's own key."""


class AdditionalReplicaSetSpec(TypedDict):
    """Replicas of a region in a second storage."""

    regional_replica_count: NotRequired[int]
    """Replicas, 1-100. Left out: 1."""
    storage_account_type: str
    """Their storage, another than the region's own."""


class TargetRegionSpec(TypedDict):
    """A region an image version is replicated to."""

    regional_replica_count: NotRequired[int]
    """Replicas in this region, 1-100."""
    storage_account_type: NotRequired[str]
    """The storage of the replicas; fixed once the region has the version."""
    exclude_from_latest: NotRequired[bool]
    """Whether *latest* passes over this version in this region."""
    encryption: NotRequired[EncryptionSpec]
    """What the replicas are encrypted with; fixed once the region has the version."""
    additional_replica_sets: NotRequired[list[AdditionalReplicaSetSpec]]
    """Replicas beside those, in another storage."""
    name: str
    """The region."""


class ImageIdentifierSpec(TypedDict):
    """The three names that identify a definition within its gallery, as the marketplace does."""

    publisher: str
    """Up to 128 letters, digits, dots, underscores and hyphens."""
    offer: str
    """Up to 64 of the same."""
    sku: str
    """Up to 64 of the same."""


class ImageFeatureSpec(TypedDict):
    """A feature of an image definition, as Azure has it."""

    value: NotRequired[str]
    """The feature's value, for one that has no key of its own beside `features`."""
    starts_at_version: NotRequired[str]
    """The first version that has the feature, where it changes: `2.0.0`. It needs `allowUpdateImage`."""


class ResourceRangeSpec(TypedDict):
    """A range of sizes."""

    min: NotRequired[int]
    """The least recommended."""
    max: NotRequired[int]
    """The most recommended."""


class RecommendedSpec(TypedDict):
    """Sizes of machines that suit an image. Azure shows them and enforces nothing."""

    v_cpus: NotRequired[ResourceRangeSpec]
    """Virtual processors."""
    memory: NotRequired[ResourceRangeSpec]
    """Memory, in GB."""


class DisallowedSpec(TypedDict):
    """What machines made from an image may not have."""

    disk_types: NotRequired[list[str]]
    """Kinds of storage that no disk of such a machine is kept in: `Standard_LRS`, `Premium_LRS`."""


class PurchasePlanSpec(TypedDict):
    """The plan of a marketplace image, as the machine that was made from it carries it."""

    name: str
    """The plan's name."""
    publisher: NotRequired[str]
    """Who publishes the image."""
    product: NotRequired[str]
    """The product, which is the marketplace's offer."""


class GuestDistributionSpec(TypedDict):
    """The Linux distribution of an image."""

    name: str
    """Which distribution; `other` for one that is not in the list."""
    version: NotRequired[str]
    """Its version, as text: "24.04"; "15.6" or "15 SP6" for SUSE."""
    like: NotRequired[str]
    """For `other`: the distribution whose rules hold."""
    like_version: NotRequired[str]
    """For `other`: the version of that distribution, as text. Left out: rules about versions stay undecided."""


class GuestAgentRuntimeSpec(TypedDict):
    """What the Azure Linux Agent works with in an image."""

    python: NotRequired[str]
    """The version of Python, as text: "3.12"."""
    openssl: NotRequired[str]
    """The version of OpenSSL, as text: "3.0.13"."""
    openssh: NotRequired[str]
    """The version of OpenSSH, as text: "9.6"."""
    missing_tools: NotRequired[list[str]]
    """Programs that the agent calls and that are not there, such as `parted`, `sudo` or `chpasswd`."""


class GuestAgentSpec(TypedDict):
    """The Azure Linux Agent in an image."""

    installed: NotRequired[bool]
    """Whether the agent is there; extensions need it."""
    provisioning: NotRequired[bool]
    """Whether the agent provisions (`Provisioning.Agent` in waagent.conf), or leaves that to cloud-init."""
    runtime: NotRequired[GuestAgentRuntimeSpec]
    """What the agent works with."""


class GuestCloudInitSpec(TypedDict):
    """cloud-init in an image."""

    version: NotRequired[str]
    """Its version, as text: "24.1.3"."""
    datasources: NotRequired[list[str]]
    """What `datasource_list` is restricted to: [Azure]."""
    custom_data: NotRequired[bool]
    """Whether machines made from the image are given custom data."""


class GuestKernelSpec(TypedDict):
    """The kernel of an image, and how it is started."""

    version: NotRequired[str]
    """Its version, as `uname -r` shows it: "6.8.0-1021-azure"."""
    command_line: NotRequired[str]
    """Its parameters, as /proc/cmdline shows them: "root=UUID=… console=ttyS0"."""
    vfat: NotRequired[bool]
    """Whether the kernel reads VFAT file systems."""
    udf: NotRequired[bool]
    """Whether the kernel reads UDF file systems, such as the one that brings a machine's settings."""
    unsigned_modules: NotRequired[bool]
    """Whether modules are loaded that no key known to Secure Boot has signed."""


class GuestDiskSpec(TypedDict):
    """How the operating system disk of an image is laid out."""

    swap: NotRequired[bool]
    """Whether there is a swap partition on it."""
    lvm: NotRequired[bool]
    """Whether its file systems lie in logical volumes."""
    mounted_by_uuid: NotRequired[bool]
    """Whether /etc/fstab names file systems by UUID, and none as /dev/sda1 or /dev/nvme0n1p1."""
    efi_fallback: NotRequired[bool]
    """Whether the boot loader stands at the path that firmware tries unasked: EFI/BOOT."""


class GuestNetworkSpec(TypedDict):
    """Network settings in an image."""

    network_manager: NotRequired[bool]
    """Whether NetworkManager is installed."""
    leftovers_removed: NotRequired[bool]
    """Whether what the build machine left is gone: persistent names of interfaces, ifcfg and netplan files."""


class GuestLoginSpec(TypedDict):
    """How people come into machines made from an image."""

    ssh_server: NotRequired[bool]
    """Whether an SSH server is installed and starts with the machine."""
    ssh_keys_only: NotRequired[bool]
    """Whether the first account has an SSH key and no password."""


class GuestPreparationSpec(TypedDict):
    """What was done to an image before it was captured."""

    deprovisioned: NotRequired[bool]
    """Whether host keys, machine id and the last account were removed."""
    last_account_removed: NotRequired[bool]
    """Whether the account that built the image is gone, as after `waagent -deprovision+user`."""
    hyper_v_drivers: NotRequired[bool]
    """Whether the Hyper-V drivers are in the initial RAM disk."""
    hyper_v_daemons: NotRequired[bool]
    """Whether the Hyper-V daemons are installed (hyperv-daemons)."""
    nvme_drivers: NotRequired[bool]
    """Whether `nvme` and `nvme_core` are in the initial RAM disk."""
    grow_root: NotRequired[bool]
    """Whether the root partition can grow at first boot (cloud-utils-growpart and gdisk)."""
    from_azure_image: NotRequired[bool]
    """Whether the image was built from one that the distribution publishes for Azure."""


class GuestSpec(TypedDict):
    """What is known about the guest operating system."""

    distribution: NotRequired[GuestDistributionSpec]
    """The Linux distribution and its version."""
    provisioning: NotRequired[str]
    """What sets up a machine at first boot; a generalized image needs it."""
    linux_agent: NotRequired[GuestAgentSpec]
    """The Azure Linux Agent."""
    cloud_init: NotRequired[GuestCloudInitSpec]
    """cloud-init."""
    kernel: NotRequired[GuestKernelSpec]
    """The kernel, and how it is started."""
    disk: NotRequired[GuestDiskSpec]
    """How the operating system disk is laid out."""
    network: NotRequired[GuestNetworkSpec]
    """Network settings."""
    login: NotRequired[GuestLoginSpec]
    """How people come into machines made from the image."""
    secure_boot: NotRequired[bool]
    """Whether machines made from the image start with Secure Boot on."""
    prepared: NotRequired[GuestPreparationSpec]
    """What was done before the capture."""


class ImageDefinitionSpec(TypedDict):
    """An image definition (Microsoft.Compute/galleries/images). Linux only."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `imageDefinitions`."""
    identifier: ImageIdentifierSpec
    """Publisher, offer and sku."""
    os_state: str
    """Whether the versions are generalized or specialized. Fixed."""
    hyper_v_generation: str
    """The generation of virtual hardware. Fixed; required, for Azure's default depends on the api-version."""
    architecture: NotRequired[str]
    """The processor. Fixed."""
    security_type: NotRequired[str]
    """The security type; always sent, for Azure's default depends on the api-version."""
    accelerated_network: NotRequired[bool]
    """The feature `IsAcceleratedNetworkSupported`."""
    hibernation: NotRequired[bool]
    """The feature `IsHibernateSupported`."""
    disk_controller_types: NotRequired[str]
    """The feature `DiskControllerTypes`: `SCSI`, or `SCSI, NVMe`."""
    features: NotRequired[dict[str, ImageFeatureSpec]]
    """By Azure's name of a feature: from which version it holds, and the value of one that has no key here. The
values of `SecurityType`, `IsAcceleratedNetworkSupported`, `IsHibernateSupported` and `DiskControllerTypes` are
said by the keys above."""
    allow_update_image: NotRequired[bool]
    """Whether features may be changed. Azure refuses to change any without it; it is not kept."""
    location: NotRequired[pulumi.Input[str]]
    """The definition's region. Left out: the gallery's."""
    description: NotRequired[pulumi.Input[str]]
    """What the image is."""
    end_of_life_date: NotRequired[pulumi.Input[str]]
    """When the image should no longer be used. It blocks nothing by itself."""
    eula: NotRequired[pulumi.Input[str]]
    """The licence's address. Fixed."""
    privacy_statement_uri: NotRequired[pulumi.Input[str]]
    """The privacy statement's address. Fixed."""
    release_note_uri: NotRequired[pulumi.Input[str]]
    """The release notes' address."""
    recommended: NotRequired[RecommendedSpec]
    """Sizes of machines that suit the image."""
    disallowed: NotRequired[DisallowedSpec]
    """What machines made from the image may not have."""
    purchase_plan: NotRequired[PurchasePlanSpec]
    """The plan of the marketplace image that the versions come from. Fixed; it has to be the source's."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the definition and of its versions; they win over the gallery's, which it has as well."""
    guest: NotRequired[GuestSpec]
    """What is known about the guest operating system."""
    existing: NotRequired[bool]
    """Whether the definition exists already: it is looked up, compared with what is declared, never changed."""
    external_versions: NotRequired[bool]
    """Whether all of its versions are made by something else (Packer, Image Builder, another stack). They are
seen, and never created, changed or deleted."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the definition."""


class RegionOverrideSpec(TypedDict):
    """What one version says differently about a region of its set."""

    regional_replica_count: NotRequired[int]
    """Replicas in this region, 1-100."""
    storage_account_type: NotRequired[str]
    """The storage of the replicas; fixed once the region has the version."""
    exclude_from_latest: NotRequired[bool]
    """Whether *latest* passes over this version in this region."""
    encryption: NotRequired[EncryptionSpec]
    """What the replicas are encrypted with; fixed once the region has the version."""
    additional_replica_sets: NotRequired[list[AdditionalReplicaSetSpec]]
    """Replicas beside those, in another storage."""


class ExtendedLocationSpec(TypedDict):
    """An edge zone by its name."""

    name: str
    """The zone, as Azure names it: `losangeles`."""
    type: NotRequired[str]
    """What kind of place it is: `EdgeZone`."""


class TargetExtendedLocationSpec(TypedDict):
    """An edge zone that an image version is replicated to."""

    name: str
    """The region that the zone belongs to."""
    extended_location: ExtendedLocationSpec
    """The zone."""
    extended_location_replica_count: NotRequired[int]
    """Replicas in the zone, 1-100. Left out: 1."""
    storage_account_type: NotRequired[str]
    """The storage of the replicas. Fixed. Left out: Standard_LRS."""
    encryption: NotRequired[EncryptionSpec]
    """What the replicas in the zone are encrypted with. Fixed."""


class VhdSpec(TypedDict):
    """A VHD in a storage account. Nothing is uploaded from here."""

    uri: pulumi.Input[str]
    """The blob's address, without a token: `https://<account>.blob.core.windows.net/<container>/<name>.vhd`."""
    storage_account_id: NotRequired[pulumi.Input[str]]
    """The storage account's id. Required, but for a managed image, which takes none."""
    format: NotRequired[str]
    """The file's form, which an address does not tell."""
    virtual_size_bytes: NotRequired[int]
    """The size of the disk in the file, in bytes, as `qemu-img info` shows it; a fixed VHD is 512 bytes longer."""


class ImageDiskSpec(TypedDict):
    """One disk of an image version."""

    disk: NotRequired[pulumi.Input[str]]
    """A managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot declared here, or the id of one."""
    vhd: NotRequired[VhdSpec]
    """A VHD in a storage account."""
    host_caching: NotRequired[str]
    """Caching on the host of a machine made from the version. Left out: Azure's own, ReadWrite or None."""


class ImageVersionSourceSpec(TypedDict):
    """What an image version is made from: exactly one."""

    os_state: NotRequired[str]
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: NotRequired[str]
    """The source's generation of virtual hardware."""
    architecture: NotRequired[str]
    """The source's processor."""
    security_type: NotRequired[str]
    """The source's security type."""
    location: NotRequired[pulumi.Input[str]]
    """The source's region."""
    disk_size_gb: NotRequired[int]
    """The size of the source's operating system disk, in GiB."""
    encrypted: NotRequired[bool]
    """Whether the source is encrypted with a customer's key."""
    confidential_vm_encryption_type: NotRequired[str]
    """How the disk of a confidential source is encrypted."""
    os_type: NotRequired[str]
    """The operating system in the source, as Azure has it: Linux or Windows."""
    purchase_plan: NotRequired[PurchasePlanSpec]
    """The plan of the marketplace image that the source comes from. Left out: not known, rather than none."""
    azure_disk_encryption: NotRequired[bool]
    """Whether the source is encrypted from within, by Azure Disk Encryption."""
    disk_controller_type: NotRequired[str]
    """The controller by which the source's machine reaches its disks."""
    generalized_in_azure: NotRequired[bool]
    """Whether the machine is marked generalized (`az vm generalize`); deprovisioning it does not do that."""
    power_state: NotRequired[str]
    """Whether the machine is running, stopped, or deallocated, as it has to be for a managed image."""
    ephemeral_os_disk: NotRequired[bool]
    """Whether the machine's operating system disk is ephemeral."""
    managed_disks: NotRequired[bool]
    """Whether the machine's disks are managed disks; very old machines have page blobs."""
    disk_storage: NotRequired[list[str]]
    """The storage of the disks of the machine, or of the disk."""
    scale_set_mode: NotRequired[str]
    """How the scale set that the machine belongs to is orchestrated."""
    accelerated_network: NotRequired[bool]
    """Whether the machine has accelerated networking."""
    hibernation: NotRequired[bool]
    """Whether the machine can hibernate."""
    managed_image: NotRequired[pulumi.Input[str]]
    """A managed image declared here, or the id of one."""
    virtual_machine: NotRequired[pulumi.Input[str]]
    """The id of a virtual machine."""
    disk: NotRequired[pulumi.Input[str]]
    """An operating system disk: a managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot of an operating system disk: one declared here, or the id of one."""
    image_version: NotRequired[pulumi.Input[str]]
    """Another version: `imageVersions/<definition>/<version>` of this declaration, the id of one, or a name
under `galleries`: the same definition and version there."""
    tenant_id: NotRequired[pulumi.Input[str]]
    """A fact about a version elsewhere: the tenant that its gallery is in, a GUID."""
    replicated_in: NotRequired[list[str]]
    """A fact about a version elsewhere: the regions it is replicated to."""
    community_image: NotRequired[pulumi.Input[str]]
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    vhd: NotRequired[VhdSpec]
    """A VHD of an operating system disk."""
    os_disk: NotRequired[ImageDiskSpec]
    """The operating system disk, where each disk is given by itself."""
    data_disks: NotRequired[dict[str, ImageDiskSpec]]
    """Data disks by logical unit number, beside `osDisk`."""


class SafetyProfileSpec(TypedDict):
    """Guards against deleting what is in use."""

    allow_deletion_of_replicated_locations: NotRequired[bool]
    """Whether a target region may be taken away again."""
    block_deletion_before_end_of_life: NotRequired[bool]
    """Whether Azure refuses to delete the version before its end-of-life date."""


class UefiKeySpec(TypedDict):
    """Certificates or digests of one kind."""

    type: str
    """`x509` for certificates, `sha256` for digests."""
    value: list[pulumi.Input[str]]
    """Each a certificate (DER) or a digest of 32 bytes, in base64."""


class UefiSignaturesSpec(TypedDict):
    """Signatures beside those of the templates; at least one of the four."""

    pk: NotRequired[UefiKeySpec]
    """The platform key."""
    kek: NotRequired[list[UefiKeySpec]]
    """Key exchange keys: who may change the two databases."""
    db: NotRequired[list[UefiKeySpec]]
    """The database of what may boot."""
    dbx: NotRequired[list[UefiKeySpec]]
    """The database of what may not."""


class UefiSettingsSpec(TypedDict):
    """The keys that a machine's firmware starts with."""

    signature_template_names: NotRequired[list[str]]
    """The templates to begin with: `MicrosoftUefiCertificateAuthorityTemplate` for Linux, or
`NoSignatureTemplate` alone, with keys of one's own. Required."""
    additional_signatures: NotRequired[UefiSignaturesSpec]
    """Keys to add to the templates'."""


class SecurityProfileSpec(TypedDict):
    """Security settings of an image version."""

    uefi_settings: NotRequired[UefiSettingsSpec]
    """The keys of its firmware."""


class ImageVersionSpec(TypedDict):
    """An image version (Microsoft.Compute/galleries/images/versions), keyed by Major.Minor.Patch."""

    location: NotRequired[pulumi.Input[str]]
    """The version's home region, where its source is. Left out: the gallery's."""
    target_regions: NotRequired[list[TargetRegionSpec]]
    """Regions with replicas; beside a `regionSet` they are added to it."""
    region_set: NotRequired[str]
    """The name of a list of regions under `regionSets`."""
    region_overrides: NotRequired[dict[str, RegionOverrideSpec]]
    """By region of the set: what this version says differently."""
    except_regions: NotRequired[list[str]]
    """Regions of the set that this version leaves out."""
    target_extended_locations: NotRequired[list[TargetExtendedLocationSpec]]
    """Edge zones with replicas."""
    replica_count: NotRequired[int]
    """Replicas in each region that gives no count of its own, 1-100 (of an application 1-10). Left out: 1."""
    storage_account_type: NotRequired[str]
    """The storage in each region that gives none of its own. Left out: Standard_LRS."""
    exclude_from_latest: NotRequired[bool]
    """Whether *latest* passes over this version in every region."""
    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    source: NotRequired[ImageVersionSourceSpec]
    """What the version is made from. Fixed: new content is a new version."""
    external: NotRequired[bool]
    """Whether something else makes the version. It is seen, and never created, changed or deleted; nothing
else is said about it."""
    end_of_life_date: NotRequired[pulumi.Input[str]]
    """When the version should no longer be used."""
    replication_mode: NotRequired[str]
    """`Full`, or `Shallow` for tests. Fixed. Left out: Full."""
    safety_profile: NotRequired[SafetyProfileSpec]
    """Guards against deletion."""
    security_profile: NotRequired[SecurityProfileSpec]
    """UEFI keys, for a Trusted Launch definition. Fixed."""
    restore: NotRequired[bool]
    """Whether this number is brought back from soft delete with the content it had, and not made anew."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the version; they win over its definition's and the gallery's, which it has as well."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the version."""


class ManagedImageDiskSpec(TypedDict):
    """One disk of a managed image."""

    disk: NotRequired[pulumi.Input[str]]
    """A managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot declared here, or the id of one."""
    vhd: NotRequired[VhdSpec]
    """A VHD in a storage account."""
    caching: NotRequired[str]
    """Caching on the host of a machine made from the image. Left out: None."""
    storage_account_type: NotRequired[str]
    """The storage of disks made from the image. Left out: Standard_LRS."""
    disk_size_gb: NotRequired[int]
    """The size of disks made from the image, in GiB. Left out: the source's."""
    disk_encryption_set: NotRequired[pulumi.Input[str]]
    """A disk encryption set declared here, or the id of one, that encrypts the image and what is made from it;
in the image's region and subscription."""


class ManagedImageSourceSpec(TypedDict):
    """What a managed image is made from: exactly one."""

    os_state: NotRequired[str]
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: NotRequired[str]
    """The source's generation of virtual hardware."""
    architecture: NotRequired[str]
    """The source's processor."""
    security_type: NotRequired[str]
    """The source's security type."""
    location: NotRequired[pulumi.Input[str]]
    """The source's region."""
    disk_size_gb: NotRequired[int]
    """The size of the source's operating system disk, in GiB."""
    encrypted: NotRequired[bool]
    """Whether the source is encrypted with a customer's key."""
    confidential_vm_encryption_type: NotRequired[str]
    """How the disk of a confidential source is encrypted."""
    os_type: NotRequired[str]
    """The operating system in the source, as Azure has it: Linux or Windows."""
    purchase_plan: NotRequired[PurchasePlanSpec]
    """The plan of the marketplace image that the source comes from. Left out: not known, rather than none."""
    azure_disk_encryption: NotRequired[bool]
    """Whether the source is encrypted from within, by Azure Disk Encryption."""
    disk_controller_type: NotRequired[str]
    """The controller by which the source's machine reaches its disks."""
    generalized_in_azure: NotRequired[bool]
    """Whether the machine is marked generalized (`az vm generalize`); deprovisioning it does not do that."""
    power_state: NotRequired[str]
    """Whether the machine is running, stopped, or deallocated, as it has to be for a managed image."""
    ephemeral_os_disk: NotRequired[bool]
    """Whether the machine's operating system disk is ephemeral."""
    managed_disks: NotRequired[bool]
    """Whether the machine's disks are managed disks; very old machines have page blobs."""
    disk_storage: NotRequired[list[str]]
    """The storage of the disks of the machine, or of the disk."""
    scale_set_mode: NotRequired[str]
    """How the scale set that the machine belongs to is orchestrated."""
    accelerated_network: NotRequired[bool]
    """Whether the machine has accelerated networking."""
    hibernation: NotRequired[bool]
    """Whether the machine can hibernate."""
    virtual_machine: NotRequired[pulumi.Input[str]]
    """The id of a virtual machine, deallocated and generalized; its data disks come along."""
    disk: NotRequired[pulumi.Input[str]]
    """A generalized operating system disk: a managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot of a generalized operating system disk: one declared here, or the id of one."""
    vhd: NotRequired[VhdSpec]
    """A VHD of a generalized operating system disk."""
    os_disk: NotRequired[ManagedImageDiskSpec]
    """The operating system disk, where each disk is given by itself."""
    data_disks: NotRequired[dict[str, ManagedImageDiskSpec]]
    """Data disks by logical unit number, beside `osDisk`."""


class ManagedImageUseSpec(TypedDict):
    """How many machines an image is for, at the most."""

    machines_at_once: NotRequired[int]
    """Machines that are made from the image at the same time."""
    scale_set_instances: NotRequired[int]
    """Instances of the largest scale set that is made from the image."""


class ManagedImageSpec(TypedDict):
    """A managed image (Microsoft.Compute/images)."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `managedImages`."""
    source: NotRequired[ManagedImageSourceSpec]
    """What the image is made from."""
    resource_group: NotRequired[pulumi.Input[str]]
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: NotRequired[pulumi.Input[str]]
    """The image's region, which is its source's. Left out: the declaration's."""
    extended_location: NotRequired[ExtendedLocationSpec]
    """The edge zone the image is in. Fixed."""
    hyper_v_generation: NotRequired[str]
    """The generation of virtual hardware. Left out: the source's, where that is declared, else V2."""
    zone_resilient: NotRequired[bool]
    """Whether the image is kept in zone-redundant storage. Fixed."""
    use: NotRequired[ManagedImageUseSpec]
    """How many machines the image is for. Nothing is sent of it; what it says is judged."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the image."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the image."""


class DiskEncryptionSpec(TypedDict):
    """How a disk or a snapshot is encrypted at rest."""

    type: NotRequired[str]
    """Whose key it is. Left out: the customer's beside a `diskEncryptionSet`, else Azure's own."""
    disk_encryption_set: NotRequired[pulumi.Input[str]]
    """A disk encryption set declared here, or the id of one, in the disk's region."""


class DiskSecuritySpec(TypedDict):
    """The security of an operating system disk."""

    security_type: NotRequired[str]
    """Trusted Launch, or what of a confidential machine is encrypted, and with whose key. Fixed."""
    disk_encryption_set: NotRequired[pulumi.Input[str]]
    """For `ConfidentialVM_DiskEncryptedWithCustomerKey`: a disk encryption set declared here, or the id of one
(`secureVMDiskEncryptionSetId`)."""


class DiskPurchasePlanSpec(TypedDict):
    """The plan of the marketplace under which an operating system disk was bought. Machines repeat it."""

    name: pulumi.Input[str]
    """The plan."""
    publisher: pulumi.Input[str]
    """The publisher."""
    product: pulumi.Input[str]
    """The product: the offer of the marketplace's image."""
    promotion_code: NotRequired[pulumi.Input[str]]
    """A code of the offer's promotion."""


class UploadSpec(TypedDict):
    """An upload that follows: Azure makes room for it, and something else writes it."""

    size_bytes: int
    """The file's size with its 512 bytes of footer: 20972032 (20 MiB) to 35183298347520 (32 TiB)."""
    secure: NotRequired[bool]
    """Whether the guest state of a Trusted Launch or confidential machine is uploaded too
(`UploadPreparedSecure`)."""


class ManagedDiskSourceSpec(TypedDict):
    """What a managed disk is made from: at most one. A disk without a source is empty."""

    os_state: NotRequired[str]
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: NotRequired[str]
    """The source's generation of virtual hardware."""
    architecture: NotRequired[str]
    """The source's processor."""
    security_type: NotRequired[str]
    """The source's security type."""
    location: NotRequired[pulumi.Input[str]]
    """The source's region."""
    disk_size_gb: NotRequired[int]
    """The size of the source's operating system disk, in GiB."""
    encrypted: NotRequired[bool]
    """Whether the source is encrypted with a customer's key."""
    confidential_vm_encryption_type: NotRequired[str]
    """How the disk of a confidential source is encrypted."""
    os_type: NotRequired[str]
    """The operating system in the source, as Azure has it: Linux or Windows."""
    purchase_plan: NotRequired[PurchasePlanSpec]
    """The plan of the marketplace image that the source comes from. Left out: not known, rather than none."""
    azure_disk_encryption: NotRequired[bool]
    """Whether the source is encrypted from within, by Azure Disk Encryption."""
    disk_controller_type: NotRequired[str]
    """The controller by which the source's machine reaches its disks."""
    disk: NotRequired[pulumi.Input[str]]
    """A managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot declared here, or the id of one."""
    vhd: NotRequired[VhdSpec]
    """A VHD in a storage account."""
    image_version: NotRequired[pulumi.Input[str]]
    """An image version: `imageVersions/<definition>/<version>` of this declaration, or the id of one."""
    community_image: NotRequired[pulumi.Input[str]]
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    shared_image: NotRequired[pulumi.Input[str]]
    """A version of a gallery that is shared directly:
`/SharedGalleries/<unique name>/Images/<name>/Versions/<version>`."""
    platform_image: NotRequired[pulumi.Input[str]]
    """The id of an image of the marketplace:
`/subscriptions/…/Locations/…/Publishers/…/ArtifactTypes/VMImage/Offers/…/Skus/…/Versions/…`."""
    lun: NotRequired[int]
    """Which data disk of the image. Left out: the operating system disk."""
    elastic_san_snapshot: NotRequired[pulumi.Input[str]]
    """The id of a snapshot of an Elastic SAN's volume."""
    upload: NotRequired[UploadSpec]
    """An upload that follows."""
    security_data_uri: NotRequired[pulumi.Input[str]]
    """Beside a `vhd` of a Trusted Launch or confidential machine: the address of its guest state's blob
(`ImportSecure`)."""
    copy_start: NotRequired[bool]
    """Whether a disk or a snapshot is copied in the background (`CopyStart`): to another region, for one."""
    provisioned_bandwidth_copy_speed: NotRequired[str]
    """How fast a copy to another region is, for a price. Left out: None."""
    restore_point: NotRequired[pulumi.Input[str]]
    """A disk in a backup: the id of a disk restore point."""


class ManagedDiskSpec(TypedDict):
    """A managed disk (Microsoft.Compute/disks)."""

    encryption: NotRequired[DiskEncryptionSpec]
    """How it is encrypted at rest. Left out: with Azure's own key."""
    security_profile: NotRequired[DiskSecuritySpec]
    """The security of an operating system disk."""
    purchase_plan: NotRequired[DiskPurchasePlanSpec]
    """The plan of the marketplace's image that it comes from. Fixed."""
    accelerated_network: NotRequired[bool]
    """Whether the operating system on it has the drivers for accelerated networking."""
    disk_controller_types: NotRequired[str]
    """The disk controllers that the operating system on it boots from: `SCSI`, or `SCSI, NVMe`."""
    supports_hibernation: NotRequired[bool]
    """Whether the operating system on it can hibernate."""
    data_access_auth_mode: NotRequired[str]
    """Whether an export or an upload asks for a token of Microsoft Entra too. Left out: None."""
    extended_location: NotRequired[ExtendedLocationSpec]
    """The edge zone it is in. Fixed."""
    logical_sector_size: NotRequired[int]
    """Bytes of a sector, 512 or 4096; Ultra and Premium SSD v2 only. Fixed. Left out: 4096."""
    performance_plus: NotRequired[bool]
    """Whether the disk has more performance than its size alone gives; 513 GiB or more. Fixed."""
    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `managedDisks`."""
    source: NotRequired[ManagedDiskSourceSpec]
    """What the disk is made from. Fixed. Left out: it is empty, and has a `diskSizeGB`."""
    resource_group: NotRequired[pulumi.Input[str]]
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: NotRequired[pulumi.Input[str]]
    """The disk's region. Left out: the declaration's."""
    storage_account_type: NotRequired[str]
    """The disk's storage (`sku.name`)."""
    disk_size_gb: NotRequired[int]
    """The size, in GiB; it can only grow. Left out: the source's."""
    os_type: NotRequired[str]
    """`Linux` for an operating system disk from a VHD; a disk that is made from another takes over its own."""
    hyper_v_generation: NotRequired[str]
    """The generation of virtual hardware, for an operating system disk from a VHD. Fixed."""
    architecture: NotRequired[str]
    """The processor, for an operating system disk from a VHD."""
    zones: NotRequired[list[str]]
    """The availability zone, as text: ["1"]. Fixed."""
    tier: NotRequired[str]
    """The performance tier, as P30, where it is another than the size's own; Premium SSD only."""
    bursting_enabled: NotRequired[bool]
    """Whether the disk may go beyond its performance on demand, for a price; Premium SSD above 512 GiB."""
    max_shares: NotRequired[int]
    """How many machines may attach the disk at once. Left out: one."""
    disk_iops_read_write: NotRequired[int]
    """Input and output operations a second; Ultra and Premium SSD v2 only. Left out: Azure's own."""
    disk_m_bps_read_write: NotRequired[int]
    """Throughput in MB (powers of ten) a second; Ultra and Premium SSD v2 only. Left out: Azure's own."""
    disk_iops_read_only: NotRequired[int]
    """Operations a second over all machines that share an Ultra disk or a Premium SSD v2 for reading."""
    disk_m_bps_read_only: NotRequired[int]
    """Throughput in MB a second over all machines that share the disk for reading."""
    optimized_for_frequent_attach: NotRequired[bool]
    """Whether the disk is detached and attached often, more than five times a day. It then stays apart from
its machine's fault domain."""
    network_access_policy: NotRequired[str]
    """Who may export the disk over the network. Left out: AllowAll."""
    disk_access_id: NotRequired[pulumi.Input[str]]
    """The id of the disk access resource, which AllowPrivate needs."""
    public_network_access: NotRequired[str]
    """Whether the disk can be exported from the public network. Left out: Enabled."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the disk."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the disk."""


class SnapshotSourceSpec(TypedDict):
    """What a snapshot is made of: exactly one."""

    os_state: NotRequired[str]
    """Whether the source is generalized (deprovisioned and marked so) or specialized."""
    hyper_v_generation: NotRequired[str]
    """The source's generation of virtual hardware."""
    architecture: NotRequired[str]
    """The source's processor."""
    security_type: NotRequired[str]
    """The source's security type."""
    location: NotRequired[pulumi.Input[str]]
    """The source's region."""
    disk_size_gb: NotRequired[int]
    """The size of the source's operating system disk, in GiB."""
    encrypted: NotRequired[bool]
    """Whether the source is encrypted with a customer's key."""
    confidential_vm_encryption_type: NotRequired[str]
    """How the disk of a confidential source is encrypted."""
    os_type: NotRequired[str]
    """The operating system in the source, as Azure has it: Linux or Windows."""
    purchase_plan: NotRequired[PurchasePlanSpec]
    """The plan of the marketplace image that the source comes from. Left out: not known, rather than none."""
    azure_disk_encryption: NotRequired[bool]
    """Whether the source is encrypted from within, by Azure Disk Encryption."""
    disk_controller_type: NotRequired[str]
    """The controller by which the source's machine reaches its disks."""
    disk: NotRequired[pulumi.Input[str]]
    """A managed disk declared here, or the id of one."""
    snapshot: NotRequired[pulumi.Input[str]]
    """A snapshot declared here, or the id of one."""
    vhd: NotRequired[VhdSpec]
    """A VHD in a storage account."""
    image_version: NotRequired[pulumi.Input[str]]
    """An image version: `imageVersions/<definition>/<version>` of this declaration, or the id of one."""
    community_image: NotRequired[pulumi.Input[str]]
    """A version of a community gallery: `/CommunityGalleries/<public name>/Images/<name>/Versions/<version>`."""
    shared_image: NotRequired[pulumi.Input[str]]
    """A version of a gallery that is shared directly:
`/SharedGalleries/<unique name>/Images/<name>/Versions/<version>`."""
    platform_image: NotRequired[pulumi.Input[str]]
    """The id of an image of the marketplace:
`/subscriptions/…/Locations/…/Publishers/…/ArtifactTypes/VMImage/Offers/…/Skus/…/Versions/…`."""
    lun: NotRequired[int]
    """Which data disk of the image. Left out: the operating system disk."""
    elastic_san_snapshot: NotRequired[pulumi.Input[str]]
    """The id of a snapshot of an Elastic SAN's volume."""
    upload: NotRequired[UploadSpec]
    """An upload that follows."""
    security_data_uri: NotRequired[pulumi.Input[str]]
    """Beside a `vhd` of a Trusted Launch or confidential machine: the address of its guest state's blob
(`ImportSecure`)."""
    copy_start: NotRequired[bool]
    """Whether a disk or a snapshot is copied in the background (`CopyStart`): to another region, for one."""
    provisioned_bandwidth_copy_speed: NotRequired[str]
    """How fast a copy to another region is, for a price. Left out: None."""


class SnapshotSpec(TypedDict):
    """A snapshot (Microsoft.Compute/snapshots)."""

    encryption: NotRequired[DiskEncryptionSpec]
    """How it is encrypted at rest. Left out: with Azure's own key."""
    security_profile: NotRequired[DiskSecuritySpec]
    """The security of an operating system disk."""
    purchase_plan: NotRequired[DiskPurchasePlanSpec]
    """The plan of the marketplace's image that it comes from. Fixed."""
    accelerated_network: NotRequired[bool]
    """Whether the operating system on it has the drivers for accelerated networking."""
    disk_controller_types: NotRequired[str]
    """The disk controllers that the operating system on it boots from: `SCSI`, or `SCSI, NVMe`."""
    supports_hibernation: NotRequired[bool]
    """Whether the operating system on it can hibernate."""
    data_access_auth_mode: NotRequired[str]
    """Whether an export or an upload asks for a token of Microsoft Entra too. Left out: None."""
    extended_location: NotRequired[ExtendedLocationSpec]
    """The edge zone it is in. Fixed."""
    logical_sector_size: NotRequired[int]
    """Bytes of a sector, 512 or 4096; Ultra and Premium SSD v2 only. Fixed. Left out: 4096."""
    performance_plus: NotRequired[bool]
    """Whether the disk has more performance than its size alone gives; 513 GiB or more. Fixed."""
    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `snapshots`."""
    source: NotRequired[SnapshotSourceSpec]
    """What the snapshot is made of. Fixed."""
    incremental: NotRequired[bool]
    """Whether only the difference to the disk's snapshot before is kept. Fixed."""
    resource_group: NotRequired[pulumi.Input[str]]
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: NotRequired[pulumi.Input[str]]
    """The snapshot's region, which is its source's. Left out: the declaration's."""
    storage_account_type: NotRequired[str]
    """The snapshot's storage (`sku.name`)."""
    disk_size_gb: NotRequired[int]
    """The size, in GiB. Left out: the source's."""
    os_type: NotRequired[str]
    """`Linux` for an operating system disk from a VHD; a copy takes over its source's."""
    hyper_v_generation: NotRequired[str]
    """The generation of virtual hardware, for an operating system disk from a VHD. Fixed."""
    architecture: NotRequired[str]
    """The processor, for an operating system disk from a VHD."""
    network_access_policy: NotRequired[str]
    """Who may export the snapshot over the network. Left out: AllowAll."""
    disk_access_id: NotRequired[pulumi.Input[str]]
    """The id of the disk access resource, which AllowPrivate needs."""
    public_network_access: NotRequired[str]
    """Whether the snapshot can be exported from the public network. Left out: Enabled."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the snapshot."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the snapshot."""


class ActiveKeySpec(TypedDict):
    """The key that encrypts, and facts about it that its address does not tell."""

    key_url: pulumi.Input[str]
    """The key's address: `https://<vault>.vault.azure.net/keys/<name>/<version>`; with a version, also where the set
follows the key to its newest."""
    source_vault: NotRequired[pulumi.Input[str]]
    """The id of the key vault; left out for a vault of another subscription."""
    vault_location: NotRequired[str]
    """A fact: the key vault's region."""
    type: NotRequired[str]
    """A fact: the key's type."""
    size: NotRequired[int]
    """A fact: the key's size, in bits."""


class DiskEncryptionSetSpec(TypedDict):
    """A disk encryption set (Microsoft.Compute/diskEncryptionSets)."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `diskEncryptionSets`."""
    id: NotRequired[pulumi.Input[str]]
    """The id of a set that exists already. It is never looked up or changed; beside it stand the facts that
rules need, `location` and `encryptionType`, and nothing else."""
    encryption_type: NotRequired[str]
    """What the set encrypts with. Fixed. Left out: EncryptionAtRestWithCustomerKey."""
    active_key: NotRequired[ActiveKeySpec]
    """The key that encrypts. Required, but for a set that exists."""
    identity: NotRequired[IdentitySpec]
    """The identity by which the set reads the key. Left out: SystemAssigned."""
    federated_client_id: NotRequired[pulumi.Input[str]]
    """The client id of a multi-tenant application, by which a key of another tenant is read."""
    rotation_to_latest_key_version_enabled: NotRequired[bool]
    """Whether the set follows the key to its newest version. Left out: false."""
    resource_group: NotRequired[pulumi.Input[str]]
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: NotRequired[pulumi.Input[str]]
    """The set's region, which is that of what it encrypts. Left out: the declaration's; of a set that exists it
is then not known."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the set."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the set."""


class CustomActionParameterSpec(TypedDict):
    """A parameter of a custom action."""

    type: NotRequired[str]
    """Text, the address of a blob to read, or of one to write. Left out: Azure's own, String."""
    required: NotRequired[bool]
    """Whether whoever runs the action has to give it."""
    default_value: NotRequired[pulumi.Input[str]]
    """What holds where it is not given; for a string only."""
    description: NotRequired[pulumi.Input[str]]
    """What it is for."""


class CustomActionSpec(TypedDict):
    """A script that can be run on a machine that has the application."""

    script: pulumi.Input[str]
    """The script."""
    description: NotRequired[pulumi.Input[str]]
    """What it does."""
    parameters: NotRequired[dict[str, CustomActionParameterSpec]]
    """Its parameters, by name."""


class ApplicationSpec(TypedDict):
    """A gallery application (Microsoft.Compute/galleries/applications). Linux only."""

    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    name: NotRequired[str]
    """The name in Azure. Left out: the key under `applications`."""
    location: NotRequired[pulumi.Input[str]]
    """The application's region. Left out: the gallery's."""
    supported_os_type: NotRequired[str]
    """The operating system it is for. Fixed."""
    description: NotRequired[pulumi.Input[str]]
    """What the application is."""
    end_of_life_date: NotRequired[pulumi.Input[str]]
    """When the application should no longer be used. It blocks nothing by itself."""
    eula: NotRequired[pulumi.Input[str]]
    """The licence, or its address."""
    privacy_statement_uri: NotRequired[pulumi.Input[str]]
    """The privacy statement's address."""
    release_note_uri: NotRequired[pulumi.Input[str]]
    """The release notes' address."""
    custom_actions: NotRequired[dict[str, CustomActionSpec]]
    """Scripts that hold for all versions, by name."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the application."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the application."""


class ApplicationSourceSpec(TypedDict):
    """The files of an application version, in a storage account. Nothing is uploaded from here."""

    media_link: pulumi.Input[str]
    """The address of the package's blob, with a token where it is not public."""
    default_configuration_link: NotRequired[pulumi.Input[str]]
    """The address of a configuration file's blob, for machines that name none of their own."""
    media_size_bytes: NotRequired[int]
    """The package's size in bytes, a fact for the rules: Azure takes 2 GB at most."""
    configuration_size_bytes: NotRequired[int]
    """The configuration file's size in bytes, a fact for the rules: Azure takes 1 GB at most."""


class ManageActionsSpec(TypedDict):
    """The commands that manage the application on a machine, each of at most 4,096 characters. Fixed."""

    install: pulumi.Input[str]
    """The command that installs it."""
    remove: pulumi.Input[str]
    """The command that removes it."""
    update: NotRequired[pulumi.Input[str]]
    """The command that updates it. Left out: remove, then install."""


class ApplicationSettingsSpec(TypedDict):
    """How the files arrive on a machine. Fixed."""

    package_file_name: NotRequired[pulumi.Input[str]]
    """The package's file name there. Left out: the application's name."""
    config_file_name: NotRequired[pulumi.Input[str]]
    """The configuration's file name there. Left out: the application's name with `_config`."""
    script_behavior_after_reboot: NotRequired[str]
    """Whether a command that a reboot interrupts is run again. Left out: None."""


class ApplicationSafetySpec(TypedDict):
    """A guard against deleting what is in use."""

    allow_deletion_of_replicated_locations: NotRequired[bool]
    """Whether a target region may be taken away again."""


class ApplicationVersionSpec(TypedDict):
    """A version of an application (Microsoft.Compute/galleries/applications/versions)."""

    location: NotRequired[pulumi.Input[str]]
    """The version's home region, where its source is. Left out: the gallery's."""
    target_regions: NotRequired[list[TargetRegionSpec]]
    """Regions with replicas; beside a `regionSet` they are added to it."""
    region_set: NotRequired[str]
    """The name of a list of regions under `regionSets`."""
    region_overrides: NotRequired[dict[str, RegionOverrideSpec]]
    """By region of the set: what this version says differently."""
    except_regions: NotRequired[list[str]]
    """Regions of the set that this version leaves out."""
    target_extended_locations: NotRequired[list[TargetExtendedLocationSpec]]
    """Edge zones with replicas."""
    replica_count: NotRequired[int]
    """Replicas in each region that gives no count of its own, 1-100 (of an application 1-10). Left out: 1."""
    storage_account_type: NotRequired[str]
    """The storage in each region that gives none of its own. Left out: Standard_LRS."""
    exclude_from_latest: NotRequired[bool]
    """Whether *latest* passes over this version in every region."""
    lock: NotRequired[LockSpec]
    """A lock on the entry. It is made last, after everything that the entry holds, and deleted first, so that
a plain `pulumi destroy` works."""
    source: ApplicationSourceSpec
    """The package. Fixed, but for the token in its address."""
    manage_actions: ManageActionsSpec
    """The commands that install, update and remove it."""
    settings: NotRequired[ApplicationSettingsSpec]
    """How the files arrive on a machine."""
    advanced_settings: NotRequired[dict[str, pulumi.Input[str]]]
    """What Azure's extension for applications is told beside that."""
    custom_actions: NotRequired[dict[str, CustomActionSpec]]
    """Scripts of this version, by name."""
    enable_health_check: NotRequired[bool]
    """Whether the application reports its health."""
    end_of_life_date: NotRequired[pulumi.Input[str]]
    """When the version should no longer be used."""
    replication_mode: NotRequired[str]
    """How it is replicated. Fixed. Left out: Full."""
    safety_profile: NotRequired[ApplicationSafetySpec]
    """A guard against deletion."""
    tags: NotRequired[dict[str, pulumi.Input[str]]]
    """Tags of the version."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the version."""


class AppRegistrationSpec(TypedDict):
    """Facts about an app registration that makes machines of this gallery's images in other tenants."""

    tenants: NotRequired[dict[str, pulumi.Input[str]]]
    """The other tenants' ids, GUIDs, by names of your own."""
    multi_tenant: NotRequired[bool]
    """Whether it is registered for accounts in any organization's directory."""
    redirect_uri: NotRequired[bool]
    """Whether it has a redirect URI, to which a tenant that consents is sent back."""
    credential: NotRequired[bool]
    """Whether it has a client secret or another credential."""


class PrincipalSpec(TypedDict):
    """Somebody in the directory, under a name that role assignments use."""

    principal_id: pulumi.Input[str]
    """The object id, a GUID. Not an application's client id, nor an e-mail address."""
    principal_type: str
    """What the principal is. Required: without it, Azure refuses a principal that was made a moment ago."""
    tenant_id: NotRequired[pulumi.Input[str]]
    """A fact: the tenant in whose directory the object id was looked up, a GUID."""
    application: NotRequired[AppRegistrationSpec]
    """Facts about the app registration behind a service principal, where it works in other tenants."""


class RoleAssignmentSpec(TypedDict):
    """A role for several principals at several scopes; each combination is an assignment in Azure."""

    role: str
    """The name of a built-in role, or a role definition's GUID or id."""
    principals: list[str]
    """Names under `principals`."""
    scopes: list[str]
    """`gallery`, `imageDefinitions/<definition>` or `imageVersions/<definition>/<version>`."""
    description: NotRequired[pulumi.Input[str]]
    """Why the role is given."""
    condition: NotRequired[pulumi.Input[str]]
    """A condition in Azure's language for attribute-based access control."""
    condition_version: NotRequired[str]
    """The language's version, 2.0; stands beside a condition and only there."""
    delegated_managed_identity_resource_id: NotRequired[pulumi.Input[str]]
    """The id of the managed identity that is given the role, where it lies in the tenant of a managing
partner (Azure Lighthouse)."""
    assignment_names: NotRequired[dict[str, str]]
    """By `<principal>/<scope>`: the GUID of an assignment that exists already under a name of its own."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the assignments."""


class DirectSharingSpec(TypedDict):
    """Sharing with whole subscriptions and tenants, for which a gallery is made: none is changed to it."""

    subscriptions: NotRequired[dict[str, pulumi.Input[str]]]
    """Subscription ids, GUIDs, by names of your own; at most 30."""
    tenants: NotRequired[dict[str, pulumi.Input[str]]]
    """Tenant ids, GUIDs, by names of your own; at most 5."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the sharing."""


class CommunitySharingSpec(TypedDict):
    """Sharing with everybody in Azure, for which a gallery is made: none is changed to it."""

    public_name_prefix: pulumi.Input[str]
    """The beginning of the public name: 5-16 letters and digits. Azure adds a hyphen and a GUID."""
    publisher_uri: pulumi.Input[str]
    """The publisher's web page, which everybody sees."""
    publisher_contact: pulumi.Input[str]
    """The publisher's e-mail address, which everybody sees."""
    eula: pulumi.Input[str]
    """The licence agreement or its address, which everybody sees."""
    published: NotRequired[bool]
    """Whether the gallery is public. Made false again, it is withdrawn: machines of others that use it cannot grow."""
    options: NotRequired[OptionsSpec]
    """What Pulumi is told about the sharing."""


class SharingSpec(TypedDict):
    """How the gallery is shared: by roles always, and beyond the directory in one of two ways."""

    role_assignments: NotRequired[dict[str, RoleAssignmentSpec]]
    """Role assignments, by a name of their own."""
    direct: NotRequired[DirectSharingSpec]
    """With whole subscriptions and tenants."""
    community: NotRequired[CommunitySharingSpec]
    """With everybody."""


class StackOptionsSpec(TypedDict):
    """Options for every entry that does not say otherwise."""

    protect: NotRequired[bool]
    """Whether a deletion is refused, in the preview already."""
    retain_on_delete: NotRequired[bool]
    """Whether what leaves the declaration stays in Azure."""


class RuleSettingSpec(TypedDict):
    """What is said of one rule. Every report shows what was overridden, and why."""

    severity: NotRequired[str]
    """`error`: what is a warning by itself stops this stack."""
    except_: NotRequired[list[str]]
    """Addresses at which the rule is overridden: `imageVersions/ubuntu-24.04/1.0.0`. For a warning a pattern will
do, `imageVersions/*`; an error is overridden at addresses that are written out."""
    because: NotRequired[str]
    """Why. Required beside `except`, and shown in every report."""


class ImageGalleryArgs(TypedDict):
    """A gallery and everything around it, as sibling maps keyed by name."""

    location: NotRequired[pulumi.Input[str]]
    """The region of everything that names none. Left out: `azure-native:location`."""
    resource_groups: NotRequired[dict[str, ResourceGroupSpec]]
    """The resource groups this stack makes."""
    gallery: GallerySpec
    """The gallery."""
    region_sets: NotRequired[dict[str, list[TargetRegionSpec]]]
    """Named lists of target regions."""
    image_definitions: NotRequired[dict[str, ImageDefinitionSpec]]
    """Image definitions, by name."""
    image_versions: NotRequired[dict[str, dict[str, ImageVersionSpec]]]
    """Image versions, by definition and then by version number."""
    managed_images: NotRequired[dict[str, ManagedImageSpec]]
    """Managed images, by name."""
    managed_disks: NotRequired[dict[str, ManagedDiskSpec]]
    """Managed disks, by name."""
    snapshots: NotRequired[dict[str, SnapshotSpec]]
    """Snapshots, by name."""
    disk_encryption_sets: NotRequired[dict[str, DiskEncryptionSetSpec]]
    """Disk encryption sets, by name."""
    applications: NotRequired[dict[str, ApplicationSpec]]
    """Gallery applications, by name."""
    application_versions: NotRequired[dict[str, dict[str, ApplicationVersionSpec]]]
    """Versions of applications, by application and then by version number."""
    galleries: NotRequired[dict[str, pulumi.Input[str]]]
    """Names for the ids of other galleries, which versions are promoted from."""
    principals: NotRequired[dict[str, PrincipalSpec]]
    """Names for object ids."""
    sharing: NotRequired[SharingSpec]
    """Who may use the gallery."""
    options: NotRequired[StackOptionsSpec]
    """What Pulumi is told about every entry that does not say otherwise."""
    rules: NotRequired[dict[str, RuleSettingSpec]]
    """By code of a rule: where it is overridden and why, and whether a warning is an error here."""
