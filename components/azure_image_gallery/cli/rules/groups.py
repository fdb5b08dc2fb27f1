"""The groups of the catalogue, in the order they are shown in."""

from collections.abc import Iterable, Mapping

from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.rule import Rule

GROUPS: Mapping[str, str] = {
    "CFG": "The declaration itself",
    "GAL": "Galleries",
    "IMG": "Image definitions",
    "SEC": "Security types and features",
    "VER": "Image versions",
    "SRC": "Sources of versions",
    "REP": "Replication",
    "ENC": "Encryption",
    "UEF": "UEFI keys",
    "SAF": "Safety and soft delete",
    "RBA": "Role assignments",
    "DIR": "Direct sharing",
    "COM": "Community galleries",
    "XTN": "Across tenants",
    "MIM": "Managed images",
    "DSK": "Disks, snapshots and disk encryption sets",
    "VMC": "Machines that use an image",
    "ACP": "Access control profiles in machines",
    "APP": "Gallery applications",
    "LNX": "Preparation of Linux",
    "QTA": "Quotas",
    "CHG": "Changes of what exists",
}
Entry = Rule | Beyond


def by_group(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries by the name of their group, each group sorted by code."""
    found: dict[str, list[Entry]] = {title: [] for title in GROUPS.values()}
    for entry in sorted(entries, key=lambda entry: entry.code):
        found[GROUPS[entry.code[:3]]].append(entry)
    return {title: inside for title, inside in found.items() if inside}
