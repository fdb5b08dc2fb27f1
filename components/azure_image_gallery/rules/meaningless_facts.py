"""Facts beside a source of which they cannot be true: what is said of a machine beside a disk."""

from collections.abc import Iterator, Mapping

from azure_image_gallery.rules.behind import os_kind
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import listed
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source_place import (
    DISK,
    MANAGED_IMAGE,
    RESTORE_POINT,
    SNAPSHOT,
    VIRTUAL_MACHINE,
)

_MACHINE = (VIRTUAL_MACHINE,)
_OF_KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "generalizedInAzure": ("generalized_in_azure", _MACHINE),
    "powerState": ("power_state", _MACHINE),
    "ephemeralOsDisk": ("ephemeral_os_disk", _MACHINE),
    "managedDisks": ("managed_disks", _MACHINE),
    "scaleSetMode": ("scale_set_mode", _MACHINE),
    "acceleratedNetwork": ("accelerated_network", _MACHINE),
    "hibernation": ("hibernation", _MACHINE),
    "diskStorage": ("disk_storage", (VIRTUAL_MACHINE, DISK)),
    "diskControllerType": ("disk_controller_type", (VIRTUAL_MACHINE, DISK, SNAPSHOT)),
    "azureDiskEncryption": (
        "azure_disk_encryption",
        (VIRTUAL_MACHINE, DISK, SNAPSHOT, MANAGED_IMAGE, RESTORE_POINT),
    ),
}
"""By key: the field, and the kinds of source that it may be said of."""
_FIELDS = frozenset(field for field, _ in _OF_KINDS.values())


def means_something(key: str, kind: str | None) -> bool:
    """Whether a fact can be said of a kind of source; of one that is not known, or of no source, it may."""
    return key not in _OF_KINDS or kind is None or kind in _OF_KINDS[key][1]


def facts_of_others(subject: Made, facts: Facts) -> Iterator[Finding]:
    """Each fact that is not about this kind of source."""
    source = subject.source
    if not _FIELDS & source.facts.model_fields_set:
        return
    kind = os_kind(source)
    if kind is None or not facts.is_whole(*source.path):
        return
    for key, (field, kinds) in _OF_KINDS.items():
        if not means_something(key, kind) and getattr(source.facts, field, None) is not None:
            message = f"{key} is a fact about a {listed(kinds)}, the source is a {kind}"
            yield Finding(MEANINGLESS, (*source.path, key), message, on_key=True)


CHECKS = tuple(
    Check(kind, facts_of_others)
    for kind in (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
)
