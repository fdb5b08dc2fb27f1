"""Limits of Azure, as numbers with where they come from."""

from typing import Final

# https://learn.microsoft.com/azure/virtual-machines/create-gallery
GALLERY_NAME: Final = 80
"""Characters in a gallery's name."""

# https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
DEFINITION_NAME: Final = 80
"""Characters in an image definition's name."""
PUBLISHER: Final = 128
"""Characters in an identifier's publisher."""
OFFER: Final = 64
"""Characters in an identifier's offer."""
SKU: Final = 64
"""Characters in an identifier's sku."""

# https://learn.microsoft.com/azure/virtual-machines/image-version
VERSION_PART: Final = 2_147_483_647
"""The greatest of a version's three numbers."""

# https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits
REPLICAS_IN_REGION: Final = 100
"""Replicas of a version in one region."""
REPLICAS_OF_VERSION: Final = 100
"""Replicas of a version by the text of the limits; whether in total is not settled."""

# https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#best-practices
REPLICAS_ADVISED: Final = 50
"""Replicas in a region beyond which the advice, and the portal, do not go."""

# https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
MANAGED_IMAGE_NAME: Final = 80
"""Characters in a managed image's name."""
