"""What a disk or snapshot may be set to, whatever its content: sku, zones, access, performance."""

from local_azure import errors, regions
from local_azure.resources import content
from local_azure.resources.checks import one_of, within
from local_azure.store import Json

DISK_SKUS = (
    "Standard_LRS", "Premium_LRS", "StandardSSD_LRS", "UltraSSD_LRS", "Premium_ZRS", "StandardSSD_ZRS",
    "PremiumV2_LRS",
)  # fmt: skip
SNAPSHOT_SKUS = ("Standard_LRS", "Premium_LRS", "Standard_ZRS")
LARGEST_GB = 65536
_ACCESS = ("AllowAll", "AllowPrivate", "DenyAll")
_ZONES = ("1", "2", "3")
_PREMIUM = (
    (4, "P1", 120, 25), (8, "P2", 120, 25), (16, "P3", 120, 25), (32, "P4", 120, 25), (64, "P6", 240, 50),
    (128, "P10", 500, 100), (256, "P15", 1100, 125), (512, "P20", 2300, 150), (1024, "P30", 5000, 200),
    (2048, "P40", 7500, 250), (4096, "P50", 7500, 250), (8192, "P60", 16000, 500),
    (16384, "P70", 18000, 750), (LARGEST_GB, "P80", 20000, 900),
)  # fmt: skip
"""Largest size in GB, tier, IOPS, MB/s, from Azure's page on disk types."""


def sku(given: str, allowed: tuple[str, ...], location: str, label: str) -> Json:
    """Return a sku with its tier; one that is redundant over zones needs a region that has them."""
    name = one_of(given, allowed, f"{label}.sku.name")
    if name.endswith("_ZRS") and location not in regions.ZONE_REDUNDANT:
        message = f"SKU {name} is not supported in this region: '{regions.DISPLAY_NAMES[location]}'."
        raise errors.invalid_parameter(f"{label}.sku.name", message)
    family = name.split("_", maxsplit=1)[0]
    return {"name": name, "tier": family.removesuffix("SSD").removesuffix("V2")}


def zones(body: Json, stored: Json, sku_name: str, location: str) -> Json:
    """Return the zones of a disk, which are fixed at creation."""
    if body.get("zones") is None:
        return {"zones": stored["zones"]} if "zones" in stored else {}
    given = content.values(body, "zones")
    if stored and given != stored.get("zones", []):
        raise errors.change_not_allowed("disk.zones")
    zoned = location in regions.ZONE_REDUNDANT and not sku_name.endswith("_ZRS")
    if given and not (zoned and len(given) == 1 and given[0] in _ZONES):
        message = (
            f"The zones {given} of parameter 'disk.zones' are not allowed for {sku_name} in '{location}'."
        )
        raise errors.invalid_parameter("disk.zones", message)
    return {"zones": given} if given else {}


def access(properties: Json, label: str) -> Json:
    """Return how a disk is reached over the network, defaults filled in."""
    policy = content.text(properties, "networkAccessPolicy", "properties") or "AllowAll"
    policy = one_of(policy, _ACCESS, f"{label}.networkAccessPolicy")
    public = content.text(properties, "publicNetworkAccess", "properties") or "Enabled"
    if (policy == "AllowPrivate") != bool(content.text(properties, "diskAccessId", "properties")):
        target = f"{label}.diskAccessId"
        raise (
            errors.missing_parameter(target)
            if policy == "AllowPrivate"
            else errors.parameter_not_allowed(target)
        )
    return {
        "networkAccessPolicy": policy,
        "publicNetworkAccess": one_of(public, ("Enabled", "Disabled"), f"{label}.publicNetworkAccess"),
    }


def encryption(properties: Json) -> Json:
    """Return the encryption; a disk encryption set without a type means the customer's key."""
    given = content.texts(properties, "encryption", "properties")
    kind = "EncryptionAtRestWithCustomerKey" if given.get("diskEncryptionSetId") else ""
    return {"type": kind or "EncryptionAtRestWithPlatformKey", **given}


def performance(properties: Json, sku_name: str) -> Json:
    """Return IOPS, MB/s and, for premium disks, the tier that go with a size and sku."""
    if sku_name.startswith("Premium_"):
        _, tier, iops, speed = next(row for row in _PREMIUM if properties["diskSizeGB"] <= row[0])
        return {"diskIOPSReadWrite": iops, "diskMBpsReadWrite": speed, "tier": properties.get("tier", tier)}
    given = content.whole(properties, "diskIOPSReadWrite", "properties")
    speed = content.whole(properties, "diskMBpsReadWrite", "properties")
    return {"diskIOPSReadWrite": given or 500, "diskMBpsReadWrite": speed or 60}


def check_size(size: int, label: str) -> None:
    """Refuse a size that no disk has."""
    within(size, 1, LARGEST_GB, f"{label}.diskSizeGB")
