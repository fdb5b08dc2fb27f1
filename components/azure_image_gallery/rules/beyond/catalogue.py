"""Every entry that no declaration decides, by hand, and the whole catalogue.

Apart from the rules: a check needs none of it.
"""

from azure_image_gallery.rules.beyond import (
    access,
    access_control_profile,
    application,
    change,
    community_sharing,
    cross_tenant,
    direct_sharing,
    encryption,
    gallery,
    image_definition,
    image_features,
    image_version,
    machine,
    managed_disk,
    managed_image,
    quota,
    replication,
    safety,
    sharing_profile,
    soft_delete,
    source,
)
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.rule import Rule

BEYOND: tuple[Beyond, ...] = (
    *gallery.BEYOND,
    *soft_delete.BEYOND,
    *access.BEYOND,
    *sharing_profile.BEYOND,
    *direct_sharing.BEYOND,
    *community_sharing.BEYOND,
    *cross_tenant.BEYOND,
    *image_definition.BEYOND,
    *image_features.BEYOND,
    *source.BEYOND,
    *managed_image.BEYOND,
    *managed_disk.BEYOND,
    *application.BEYOND,
    *access_control_profile.BEYOND,
    *machine.BEYOND,
    *image_version.BEYOND,
    *replication.BEYOND,
    *encryption.BEYOND,
    *safety.BEYOND,
    *change.BEYOND,
    *quota.BEYOND,
)
"""What no declaration decides, group by group."""

_BY_CODE: dict[str, Rule | Beyond] = {entry.code: entry for entry in (*RULES, *BEYOND)}


def entry_of(code: str) -> Rule | Beyond | None:
    """The rule of a code, or what stands beyond the rules under it, without regard to case."""
    return _BY_CODE.get(code.upper())
