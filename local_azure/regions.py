"""
Azure's public regions: short names, display names, and reading either without regard to case and spaces.

From Azure's published list of regions; the service states it for itself and shares no table with the package.
"""

_DISPLAY_NAMES = (
    "Australia Central", "Australia East", "Australia Southeast", "Austria East", "Belgium Central",
    "Brazil South", "Canada Central", "Canada East", "Central India", "Central US", "Chile Central",
    "East Asia", "East US", "East US 2", "France Central", "Germany West Central", "Indonesia Central",
    "Israel Central", "Italy North", "Japan East", "Japan West", "Korea Central", "Korea South",
    "Malaysia West", "Mexico Central", "New Zealand North", "North Central US", "North Europe",
    "Norway East", "Poland Central", "Qatar Central", "South Africa North", "South Central US",
    "South India", "Southeast Asia", "Spain Central", "Sweden Central", "Switzerland North", "UAE North",
    "UK South", "UK West", "West Central US", "West Europe", "West India", "West US", "West US 2",
    "West US 3",
)  # fmt: skip


def normalise(name: str) -> str:
    """`West Europe` and `WESTEUROPE` become `westeurope`."""
    return name.replace(" ", "").lower()


DISPLAY_NAMES = {normalise(name): name for name in _DISPLAY_NAMES}
"""Short name to display name."""

ZONE_REDUNDANT = frozenset(
    normalise(name)
    for name in _DISPLAY_NAMES
    if name
    not in {
        "Australia Central", "Australia Southeast", "Canada East", "Korea South", "North Central US",
        "South India", "UK West", "West Central US", "West India", "West US",
    }
)  # fmt: skip
"""Regions with availability zones, and so with zone-redundant storage."""
