"""The features of an image definition that Azure knows, and the key of a declaration that gives each.

Source: https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions; that page
prints `DiskControllerType`, and everything that works says `DiskControllerTypes`
(https://github.com/Azure/azure-cli/pull/33172).
"""

from collections.abc import Mapping
from typing import Final

KEY_OF_FEATURE: Final[Mapping[str, str]] = {
    "SecurityType": "securityType",
    "IsAcceleratedNetworkSupported": "acceleratedNetwork",
    "IsHibernateSupported": "hibernation",
    "DiskControllerTypes": "diskControllerTypes",
}
"""By Azure's name of a feature."""
_SPELLINGS: Final = {name.casefold(): name for name in KEY_OF_FEATURE}


def known_feature(name: str) -> str | None:
    """Azure's spelling of a feature's name, which may be written in any case; `None` for one it does not know."""
    return _SPELLINGS.get(name.casefold())
