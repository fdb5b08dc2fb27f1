"""Limits of Azure, as numbers with where they come from."""

from typing import Final

# https://learn.microsoft.com/azure/virtual-machines/create-gallery
GALLERY_NAME: Final = 80
"""Characters in a gallery's name."""

# https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct#limitations
SHARED_SUBSCRIPTIONS: Final = 30
"""Subscriptions that a gallery is shared with directly."""
SHARED_TENANTS: Final = 5
"""Tenants that a gallery is shared with directly."""

# https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
DEFINITION_NAME: Final = 80
"""Characters in an image definition's name."""
PUBLISHER: Final = 128
"""Characters in an identifier's publisher."""
OFFER: Final = 64
"""Characters in an identifier's offer."""
SKU: Final = 64
"""Characters in an identifier's sku."""

# https://github.com/Azure/bicep-registry-modules/tree/main/avm/res/compute/gallery/image: no bound by Azure is known
RECOMMENDED_PROCESSORS: Final = 128
"""Virtual processors that an image definition is known to recommend at the most."""
RECOMMENDED_MEMORY: Final = 4_000
"""The same of memory, in GB."""

# https://learn.microsoft.com/azure/virtual-machines/image-version
VERSION_PART: Final = 2_147_483_647
"""The greatest of a version's three numbers."""

# https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits
REPLICAS_IN_REGION: Final = 100
"""Replicas of a version in one region."""
REPLICAS_OF_VERSION: Final = 100
"""Replicas of a version by the text of the limits; whether in total is not settled."""

DEFINITIONS_IN_REGION: Final = 1_000
"""Image definitions of a subscription in one region."""
VERSIONS_IN_REGION: Final = 10_000
"""Image versions of a subscription in one region."""

# https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#limits
ROLE_ASSIGNMENTS: Final = 4_000
"""Role assignments of a subscription."""

# https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations: the same for all
# types that are made here (storage accounts take shorter keys)
TAGS: Final = 50
"""Tags of a resource or a resource group."""
TAG_KEY: Final = 512
"""Characters in a tag's key."""
TAG_VALUE: Final = 256
"""Characters in a tag's value."""

# https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
RESOURCE_GROUP_NAME: Final = 90
"""Characters in a resource group's name."""
LOCK_NAME: Final = 90
"""Characters in a lock's name."""
# https://learn.microsoft.com/rest/api/resources/management-locks/create-or-update-by-scope, of `notes`
LOCK_NOTES: Final = 512
"""Characters in a lock's notes."""

# https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#best-practices
REPLICAS_ADVISED: Final = 50
"""Replicas in a region beyond which the advice, and the portal, do not go."""

# https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
MANAGED_IMAGE_NAME: Final = 80
"""Characters in a managed image's name."""
SNAPSHOT_NAME: Final = 80
"""Characters in a snapshot's name."""
DISK_NAME: Final = 80
"""Characters in a managed disk's name."""

# https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
KEY_SIZES: Final = (2_048, 3_072, 4_096)
"""Bits of an RSA key of a disk encryption set."""

# https://learn.microsoft.com/azure/virtual-machines/vm-applications
APPLICATION_NAME: Final = 80
"""Characters in an application's name by the rules for names; the page about applications says 117."""
APPLICATION_COMMAND: Final = 4_096
"""Characters in a command that manages an application."""
APPLICATION_FILE_NAME: Final = 4_096
"""Characters in the name of an application's file on a machine."""
APPLICATION_REPLICAS: Final = 10
"""Replicas of an application's version in a region, by the page's text."""
APPLICATION_REPLICAS_ADVISED: Final = 3
"""Replicas by the error that the page quotes."""
APPLICATION_PACKAGE: Final = 2_000_000_000
"""Bytes of a package: 2 GB."""
APPLICATION_CONFIGURATION: Final = 1_000_000_000
"""Bytes of a configuration file: 1 GB."""

# https://learn.microsoft.com/azure/virtual-machines/sizes: the largest sizes take 64 data disks
GREATEST_LUN: Final = 63
"""The greatest logical unit number of a data disk."""

# https://learn.microsoft.com/azure/virtual-machines/disks-types
DISK_SIZE: Final = 32_767
"""GiB of a managed disk, but for the two kinds below."""
LARGE_DISK_SIZE: Final = 65_536
"""GiB of an Ultra disk or a Premium SSD v2."""

# https://learn.microsoft.com/azure/virtual-machines/disks-change-performance
LARGE_TIER_SIZE: Final = 4_096
"""GiB of a Premium SSD above which it can have the tiers P60, P70 and P80."""
# https://learn.microsoft.com/azure/virtual-machines/disks-enable-bursting
BURSTING_SIZE: Final = 512
"""GiB of a Premium SSD above which it can burst on demand."""
# https://learn.microsoft.com/azure/virtual-machines/disks-enable-performance
PERFORMANCE_PLUS_SIZE: Final = 513
"""GiB of the smallest disk with performance plus."""
# https://learn.microsoft.com/rest/api/compute/disks/create-or-update, of `uploadSizeBytes`
UPLOAD_BYTES: Final = (20_972_032, 35_183_298_347_520)
"""Bytes of the smallest and of the largest upload."""

# https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
FULL_IMAGE_SIZE: Final = 2_048
"""GiB of a disk of an image version with full replication."""
# https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#shallow-replication
SHALLOW_IMAGE_SIZE: Final = 32_768
"""GiB of an image with shallow replication: 32 TiB."""
# https://learn.microsoft.com/azure/virtual-machines/linux/create-upload-generic
VHD_SIZE: Final = 1_023
"""GiB of a VHD, by the pages about preparing one."""
# https://learn.microsoft.com/rest/api/compute/images/create-or-update, of `diskSizeGB`
MANAGED_IMAGE_DISK_SIZE: Final = 1_023
"""GiB of a managed image's disk, by the description of the interface."""

# https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery, July 2022
CONFIDENTIAL_SOURCE_SIZE: Final = 32
"""GiB below which the source of a ConfidentialVMSupported version is to be."""

# https://learn.microsoft.com/azure/virtual-machines/capture-image-resource
MANAGED_IMAGE_MACHINES: Final = 20
"""Machines that are made from one managed image at the same time."""
# https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups
MANAGED_IMAGE_INSTANCES: Final = 600
"""Instances of a scale set from a managed image."""

# https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
REPLICATION_WAIT: Final = 6
"""Hours that Azure's own advice is to wait for replication, before anything is done about it."""
_REGIONS_AT_ONCE: Final = 3


def replication_hours(regions: int) -> int:
    """Hours to wait for a version in so many regions: Azure's own six, and one more for every three regions.

    Pulumi's default gives up after an hour or two, in the middle of a replication that would have succeeded.
    """
    return REPLICATION_WAIT + regions // _REGIONS_AT_ONCE
