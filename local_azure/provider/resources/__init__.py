"""The resource types that the plugin serves, one file each.

A new type is a file with its table and a line here.
"""

import re

from local_azure.provider.resource_type import ResourceType
from local_azure.provider.resources.application import APPLICATION
from local_azure.provider.resources.application_version import APPLICATION_VERSION
from local_azure.provider.resources.disk_encryption_set import DISK_ENCRYPTION_SET
from local_azure.provider.resources.gallery import GALLERY
from local_azure.provider.resources.image_definition import IMAGE_DEFINITION
from local_azure.provider.resources.image_version import IMAGE_VERSION
from local_azure.provider.resources.managed_disk import MANAGED_DISK
from local_azure.provider.resources.managed_image import MANAGED_IMAGE
from local_azure.provider.resources.management_lock import MANAGEMENT_LOCK
from local_azure.provider.resources.resource_group import RESOURCE_GROUP
from local_azure.provider.resources.role_assignment import ROLE_ASSIGNMENT
from local_azure.provider.resources.role_definition import ROLE_DEFINITION
from local_azure.provider.resources.snapshot import SNAPSHOT

RESOURCE_TYPES: tuple[ResourceType, ...] = (
    RESOURCE_GROUP,
    GALLERY,
    IMAGE_DEFINITION,
    IMAGE_VERSION,
    APPLICATION,
    APPLICATION_VERSION,
    MANAGED_IMAGE,
    MANAGED_DISK,
    SNAPSHOT,
    DISK_ENCRYPTION_SET,
    ROLE_ASSIGNMENT,
    ROLE_DEFINITION,
    MANAGEMENT_LOCK,
)

_BY_TOKEN = {kind.pulumi_type: kind for kind in RESOURCE_TYPES}
_BY_LOOKUP = {kind.lookup: kind for kind in RESOURCE_TYPES}
_VERSIONED = re.compile(
    r"(?P<package>[^:]+):(?P<module>[^:/]+)/v(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?P<suffix>\w*):(?P<name>.+)"
)


def resource_type(token: str) -> ResourceType:
    """Return the type of a token: `azure-native:compute:Gallery`, `azure-native:compute/v20240303:Gallery`.

    A versioned token speaks its own api-version. Raises LookupError for a type that is not served.
    """
    return _find(_BY_TOKEN, token, "resource type")


def looked_up_type(token: str) -> ResourceType:
    """Return the type that a function (`azure-native:compute:getGallery`) reads. Raises LookupError."""
    return _find(_BY_LOOKUP, token, "function")


def _find(known: dict[str, ResourceType], token: str, what: str) -> ResourceType:
    match = _VERSIONED.fullmatch(token)
    plain = "{package}:{module}:{name}".format(**match.groupdict()) if match else token
    kind = known.get(plain)
    if kind is None:
        raise LookupError(
            f"the local stand-in for azure-native serves no {what} {token}; "
            f"it serves {', '.join(sorted(known))}"
        )
    if not match:
        return kind
    suffix = f"-{match['suffix']}" if match["suffix"] else ""
    return kind.at(f"{match['y']}-{match['m']}-{match['d']}{suffix}")
