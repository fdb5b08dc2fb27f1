"""Performance tiers of Premium SSDs, and how many machines share a disk, by size.

Sources: https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds,
https://learn.microsoft.com/azure/virtual-machines/disks-change-performance and
https://learn.microsoft.com/azure/virtual-machines/disks-shared#disk-sizes (read 2026-11).
"""

from collections.abc import Mapping

TIERS: Mapping[str, int] = {
    "P1": 4,
    "P2": 8,
    "P3": 16,
    "P4": 32,
    "P6": 64,
    "P10": 128,
    "P15": 256,
    "P20": 512,
    "P30": 1_024,
    "P40": 2_048,
    "P50": 4_096,
    "P60": 8_192,
    "P70": 16_384,
    "P80": 32_767,
}
"""By tier, ascending: GiB of the largest disk that has it by itself."""
LARGE_TIERS = ("P60", "P70", "P80")
"""Tiers for disks of more than 4,096 GiB alone."""
SHARES: tuple[tuple[int, int], ...] = ((512, 3), (4_096, 5), (32_767, 10))
"""GiB of the largest Premium or Standard SSD, and how many machines share it."""
SHARES_OF_LARGE = 15
"""How many machines share an Ultra disk or a Premium SSD v2."""


def own_tier(size: int) -> str:
    """The tier that a Premium SSD of so many GiB has by itself."""
    return next((tier for tier, largest in TIERS.items() if size <= largest), "P80")


def shares(size: int) -> int:
    """How many machines share a Premium or Standard SSD of so many GiB."""
    return next((most for largest, most in SHARES if size <= largest), SHARES[-1][1])
