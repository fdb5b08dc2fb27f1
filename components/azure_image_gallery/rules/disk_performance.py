"""Rules about the performance of managed disks: tiers, bursting, shares, and what is asked for beyond the size."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.disk_tiers import LARGE_TIERS, SHARES_OF_LARGE, TIERS, own_tier, shares
from azure_image_gallery.azure.limits import BURSTING_SIZE, LARGE_TIER_SIZE, PERFORMANCE_PLUS_SIZE
from azure_image_gallery.rules.disk_bounds import LARGE
from azure_image_gallery.rules.disk_size import sizes
from azure_image_gallery.rules.facts import Check, Facts, number, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.enums import DiskStorage
from azure_image_gallery.spec.resolved import ResolvedManagedDisk
from azure_image_gallery.spec.unknown import Unknown

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, evidence=Evidence.DOCUMENTATION)

TIER = _rule(
    code="DSK025",
    title="a performance tier is a Premium SSD's, and not below that of its size",
    why="Only Premium SSDs have tiers; a disk is never slower than its size, and the largest tiers are for large "
    "disks.",
    fix="give a tier from the size's own to P50 (P80 above 4,096 GiB), or leave it out",
    docs=f"{_LEARN}/disks-change-performance",
)
BURSTING = _rule(
    code="DSK026",
    title=f"bursting on demand is for Premium SSDs above {BURSTING_SIZE} GiB",
    why="Smaller Premium SSDs burst on credit, by themselves; other disks do not burst on demand.",
    fix="leave burstingEnabled out, or give a larger Premium_LRS or Premium_ZRS disk",
    docs=f"{_LEARN}/disks-enable-bursting",
)
SHARED = _rule(
    code="DSK027",
    title="a disk is shared by as many machines as its kind and size allow",
    why="A Standard HDD is never shared; the others by 3 to 15 machines.",
    fix="give a smaller maxShares, or a larger disk",
    docs=f"{_LEARN}/disks-shared#disk-sizes",
)
ASKED_FOR = _rule(
    code="DSK028",
    title="operations and throughput are set of Ultra disks and Premium SSD v2 alone",
    why="The performance of all others follows from their size.",
    fix="remove the key, or choose UltraSSD_LRS or PremiumV2_LRS",
    docs=f"{_LEARN}/disks-types",
)
SECTOR = _rule(
    code="DSK029",
    title="the sector size is 512 or 4096, of Ultra disks and Premium SSD v2 alone",
    why="These two kinds have sectors of 4096 bytes, or of 512 for older software.",
    fix="give 512 or 4096, or remove the key",
    docs=f"{_LEARN}/disks-types",
)
PLUS = _rule(
    code="DSK030",
    title=f"performance plus is for HDDs and SSDs of {PERFORMANCE_PLUS_SIZE} GiB and more",
    why="Azure has more performance for large disks only, and Ultra disks and Premium SSD v2 have their own.",
    fix="remove performancePlus, or give a larger disk of another kind",
    docs=f"{_LEARN}/disks-enable-performance",
)
RULES = (TIER, BURSTING, SHARED, ASKED_FOR, SECTOR, PLUS)

_PREMIUM = (DiskStorage.PREMIUM_LRS, DiskStorage.PREMIUM_ZRS)
_SECTORS = (512, 4096)
_ASKED_FOR = {
    "diskIOPSReadWrite": "disk_iops_read_write",
    "diskMBpsReadWrite": "disk_m_bps_read_write",
    "diskIOPSReadOnly": "disk_iops_read_only",
    "diskMBpsReadOnly": "disk_m_bps_read_only",
}


def tier(subject: ResolvedManagedDisk, facts: Facts) -> Iterator[Finding]:
    """The performance tier."""
    given, path, size = text(subject.spec.tier), (*subject.path, "tier"), _size(subject, facts)
    if given is None or isinstance(subject.spec.storage_account_type, Unknown):
        return
    if subject.spec.storage_account_type not in _PREMIUM:
        # The interface names S10 among its examples; no page says that a tier beside another disk is refused.
        message = (
            f"a disk in {subject.spec.storage_account_type} has no tiers to choose, {show(given)} is given"
        )
        yield Finding(TIER, path, message, weight=Severity.WARNING)
    elif given not in TIERS:
        yield Finding(TIER, path, f"{show(given)} is no tier, allowed: {listed(TIERS)}")
    elif size is not None and TIERS[given] < TIERS[own_tier(size)]:
        yield Finding(TIER, path, f"{given} is below {own_tier(size)}, the tier of {show(size)} GiB")
    elif size is not None and given in LARGE_TIERS and size <= LARGE_TIER_SIZE:
        yield Finding(
            TIER, path, f"{given} is for more than {LARGE_TIER_SIZE} GiB, the disk has {show(size)}"
        )


def bursting(subject: ResolvedManagedDisk, facts: Facts) -> Iterator[Finding]:
    """Bursting on demand."""
    storage, size = subject.spec.storage_account_type, _size(subject, facts)
    path = (*subject.path, "burstingEnabled")
    if subject.spec.bursting_enabled is not True or isinstance(storage, Unknown):
        return
    if storage not in _PREMIUM:
        yield Finding(BURSTING, path, f"a disk in {storage} does not burst on demand")
    elif size is not None and size <= BURSTING_SIZE:
        yield Finding(BURSTING, path, f"the disk has {show(size)} GiB, more than {BURSTING_SIZE} are needed")


def shared(subject: ResolvedManagedDisk, facts: Facts) -> Iterator[Finding]:
    """How many machines share the disk; one is always allowed."""
    given, storage = number(subject.spec.max_shares), subject.spec.storage_account_type
    path, size = (*subject.path, "maxShares"), _size(subject, facts)
    if given is None or given == 1 or isinstance(storage, Unknown):
        return
    if storage is DiskStorage.STANDARD_LRS and given > 1:
        yield Finding(SHARED, path, f"a disk in {storage} is not shared, {show(given)} is given")
        return
    most = SHARES_OF_LARGE if storage in LARGE else shares(size) if size is not None else None
    if given < 1:
        yield Finding(SHARED, path, f"{show(given)} is given, 1 or more is wanted")
    elif most is not None and given > most:
        yield Finding(SHARED, path, f"{show(given)} is given, 1 to {most} are allowed")


def asked_for(subject: ResolvedManagedDisk, _: Facts) -> Iterator[Finding]:
    """Operations and throughput of a disk whose size tells them."""
    storage = subject.spec.storage_account_type
    if storage in LARGE or isinstance(storage, Unknown):
        return
    for key, field in _ASKED_FOR.items():
        if number(getattr(subject.spec, field)) is not None:
            message = f"{show(key)} is given, and a disk in {storage} has the performance of its size"
            yield Finding(ASKED_FOR, (*subject.path, key), message, on_key=True)


def sector(subject: ResolvedManagedDisk, _: Facts) -> Iterator[Finding]:
    """The size of a sector."""
    given, storage = number(subject.spec.logical_sector_size), subject.spec.storage_account_type
    path = (*subject.path, "logicalSectorSize")
    if given is None or isinstance(storage, Unknown):
        return
    if given not in _SECTORS:
        yield Finding(SECTOR, path, f"{show(given)} is given, allowed: 512 or 4096")
    elif storage not in LARGE:
        message = f"{show('logicalSectorSize')} is given, and a disk in {storage} has no choice of it"
        yield Finding(SECTOR, path, message, on_key=True)


def plus(subject: ResolvedManagedDisk, facts: Facts) -> Iterator[Finding]:
    """Performance plus."""
    storage, size = subject.spec.storage_account_type, _size(subject, facts)
    path = (*subject.path, "performancePlus")
    if subject.spec.performance_plus is not True or isinstance(storage, Unknown):
        return
    if storage in LARGE:
        yield Finding(PLUS, path, f"a disk in {storage} has no performance plus")
    elif size is not None and size < PERFORMANCE_PLUS_SIZE:
        yield Finding(
            PLUS, path, f"the disk has {show(size)} GiB, {PERFORMANCE_PLUS_SIZE} or more are needed"
        )


def _size(subject: ResolvedManagedDisk, facts: Facts) -> int | None:
    """The disk's size in GiB, or else its source's; `None` where neither is known, or makes no sense."""
    own = number(subject.spec.disk_size_gb)
    if own is None and facts.is_whole(*subject.path, "diskSizeGB") and subject.spec.disk_size_gb is None:
        own = next((size for _, size, _ in sizes(subject, facts)), None)
    return own if own is not None and own > 0 else None


CHECKS = tuple(Check(ResolvedManagedDisk, run) for run in (tier, bursting, shared, asked_for, sector, plus))
