"""Every region that is known here, with what a rule asks of it.

Sources, the public cloud first: https://learn.microsoft.com/azure/reliability/regions-list (its text of
2025-09-23, read 2026-11) for names, availability zones, pairs and what is open to some subscriptions only; the
regions that only the page about keys names (below) are open to some, too.
Government: https://learn.microsoft.com/azure/azure-government/documentation-government-welcome and
https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure. China:
https://learn.microsoft.com/azure/china/overview-datacenter. Azure adds regions and zones: what is not here
may be there by now.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Cloud(StrEnum):
    """Clouds that share nothing: no identity, no endpoint, no replication."""

    PUBLIC = "public"
    GOVERNMENT = "US Government"
    CHINA = "China"


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """What is known of a region."""

    name: str
    """As Azure shows it: `West Europe`."""
    cloud: Cloud
    has_zones: bool
    """Whether it has availability zones, and zone-redundant storage with them."""
    pair: str | None = None
    """The region it is paired with, as Azure shows it."""
    restricted: bool = False
    """Whether a subscription has to ask for it."""


_ZONED = (
    ("Australia East", "Australia Southeast"), ("Austria East", None), ("Belgium Central", None),
    ("Brazil South", "South Central US"), ("Canada Central", "Canada East"), ("Central India", "South India"),
    ("Central US", "East US 2"), ("Chile Central", None), ("Denmark East", None),
    ("East Asia", "Southeast Asia"), ("East US", "West US"), ("East US 2", "Central US"),
    ("France Central", "France South"), ("Germany West Central", "Germany North"), ("Indonesia Central", None),
    ("Israel Central", None), ("Italy North", None), ("Japan East", "Japan West"),
    ("Japan West", "Japan East"), ("Korea Central", "Korea South"), ("Malaysia West", None),
    ("Mexico Central", None), ("New Zealand North", None), ("North Europe", "West Europe"),
    ("Norway East", "Norway West"), ("Poland Central", None), ("Qatar Central", None),
    ("South Africa North", "South Africa West"), ("South Central US", "North Central US"),
    ("Southeast Asia", "East Asia"), ("Spain Central", None), ("Sweden Central", "Sweden South"),
    ("Switzerland North", "Switzerland West"), ("UAE North", "UAE Central"), ("UK South", "UK West"),
    ("West Europe", "North Europe"), ("West US 2", "West Central US"), ("West US 3", "East US"),
)  # fmt: skip
_UNZONED = (
    ("Australia Central", "Australia Central 2"), ("Australia Southeast", "Australia East"),
    ("Canada East", "Canada Central"), ("Korea South", "Korea Central"),
    ("North Central US", "South Central US"), ("South India", "Central India"), ("UK West", "UK South"),
    ("West Central US", "West US 2"), ("West India", "South India"), ("West US", "East US"),
)  # fmt: skip
_RESTRICTED = (
    ("Australia Central 2", "Australia Central"), ("Brazil Southeast", "Brazil South"),
    ("France South", "France Central"), ("Germany North", "Germany West Central"),
    ("Norway West", "Norway East"), ("South Africa West", "South Africa North"),
    ("Sweden South", "Sweden Central"), ("Switzerland West", "Switzerland North"),
    ("UAE Central", "UAE North"), ("Jio India Central", "Jio India West"),
    ("Jio India West", "Jio India Central"),
)  # fmt: skip
# Regions of which no page says whether they have zones: they are not said to lack them.
_UNTOLD = (
    "Central US EUAP", "East US 2 EUAP", "Israel Northwest", "Malaysia South", "South Central US 2",
    "Southeast US", "Southeast US 3", "Taiwan North", "Taiwan Northwest",
)  # fmt: skip
_GOVERNMENT = (
    ("US Gov Arizona", False, "US Gov Texas"), ("US Gov Texas", False, "US Gov Arizona"),
    ("US Gov Virginia", True, "US Gov Texas"), ("US DoD Central", False, "US DoD East"),
    ("US DoD East", False, "US DoD Central"),
)  # fmt: skip
_CHINA = (
    ("China East", False, "China North"), ("China East 2", False, "China North 2"),
    ("China East 3", False, "China North 3"), ("China North", False, "China East"),
    ("China North 2", False, "China East 2"), ("China North 3", True, "China East 3"),
)  # fmt: skip

EVERY: Final[tuple[RegionFacts, ...]] = (
    *(RegionFacts(name, Cloud.PUBLIC, has_zones=True, pair=pair) for name, pair in _ZONED),
    *(RegionFacts(name, Cloud.PUBLIC, has_zones=False, pair=pair) for name, pair in _UNZONED),
    *(
        RegionFacts(name, Cloud.PUBLIC, has_zones=False, pair=pair, restricted=True)
        for name, pair in _RESTRICTED
    ),
    *(RegionFacts(name, Cloud.PUBLIC, has_zones=True, restricted=True) for name in _UNTOLD),
    *(RegionFacts(name, Cloud.GOVERNMENT, zones, pair) for name, zones, pair in _GOVERNMENT),
    *(RegionFacts(name, Cloud.CHINA, zones, pair) for name, zones, pair in _CHINA),
)
"""All of them."""

# https://learn.microsoft.com/azure/virtual-machines/trusted-launch-secure-boot-custom-uefi, its text of
# 2025-02-24, read 2026-11
WITHOUT_CUSTOM_UEFI: Final = (
    "Austria East", "Belgium Central", "Chile Central", "Indonesia Central", "Israel Northwest",
    "Jio India Central", "Jio India West", "Malaysia South", "Malaysia West", "Mexico Central",
    "Qatar Central", "South Central US 2", "Southeast US", "Southeast US 3", "Switzerland West",
    "Taiwan North", "Taiwan Northwest", "UK West", "West India",
)  # fmt: skip
"""Regions of the public cloud whose machines take no UEFI keys of an image's own; other clouds have none."""
