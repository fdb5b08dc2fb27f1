"""Every rule and every check, by hand: what is not named here does not exist."""

from typing import Any

from azure_image_gallery.rules import (
    assignment_name,
    community_sharing,
    configuration,
    cross_tenant,
    dates,
    direct_sharing,
    disk_access,
    disk_bounds,
    disk_encryption_set,
    disk_source,
    encryption_reference,
    enumerated,
    existing,
    external,
    gallery,
    grammar,
    guest,
    hardware,
    image_definition,
    image_version,
    keys,
    latest,
    managed_disk,
    managed_image,
    managed_image_disk,
    options,
    recommended,
    references,
    replication,
    resource_group,
    retention,
    settings,
    shallow,
    shared_security,
    sharing,
    snapshot,
    source,
    source_disks,
    source_encryption,
    source_fit,
    source_id,
    source_region,
    source_security,
    source_size,
    source_storage,
    upload,
    vhd,
    vhd_address,
)
from azure_image_gallery.rules.beyond import (
    community_sharing as beyond_community,
)
from azure_image_gallery.rules.beyond import (
    cross_tenant as beyond_tenant,
)
from azure_image_gallery.rules.beyond import (
    direct_sharing as beyond_direct,
)
from azure_image_gallery.rules.beyond import (
    quota,
    sharing_profile,
)
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.facts import Check
from azure_image_gallery.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *configuration.RULES,
    *grammar.RULES,
    *enumerated.RULES,
    *gallery.RULES,
    *image_definition.RULES,
    *recommended.RULES,
    *hardware.RULES,
    *guest.RULES,
    *dates.RULES,
    *image_version.RULES,
    *latest.RULES,
    *source.RULES,
    *source_fit.RULES,
    *source_region.RULES,
    *source_id.RULES,
    *source_disks.RULES,
    *source_size.RULES,
    *source_storage.RULES,
    *source_encryption.RULES,
    *source_security.RULES,
    *vhd.RULES,
    *vhd_address.RULES,
    *upload.RULES,
    *replication.RULES,
    *shallow.RULES,
    *managed_image.RULES,
    *managed_image_disk.RULES,
    *encryption_reference.RULES,
    *disk_encryption_set.RULES,
    *disk_source.RULES,
    *disk_bounds.RULES,
    *disk_access.RULES,
    *managed_disk.RULES,
    *snapshot.RULES,
    *sharing.RULES,
    *direct_sharing.RULES,
    *community_sharing.RULES,
    *shared_security.RULES,
    *cross_tenant.RULES,
    *assignment_name.RULES,
    *keys.RULES,
    *settings.RULES,
)
"""All rules, group by group."""

BEYOND: tuple[Beyond, ...] = (
    *sharing_profile.BEYOND,
    *beyond_direct.BEYOND,
    *beyond_community.BEYOND,
    *beyond_tenant.BEYOND,
    *quota.BEYOND,
)
"""What no declaration decides, group by group."""

CHECKS: tuple[Check[Any], ...] = (
    *keys.CHECKS,
    *references.CHECKS,
    *resource_group.CHECKS,
    *existing.CHECKS,
    *external.CHECKS,
    *options.CHECKS,
    *retention.CHECKS,
    *gallery.CHECKS,
    *image_definition.CHECKS,
    *recommended.CHECKS,
    *hardware.CHECKS,
    *guest.CHECKS,
    *dates.CHECKS,
    *image_version.CHECKS,
    *latest.CHECKS,
    *source.CHECKS,
    *source_fit.CHECKS,
    *source_region.CHECKS,
    *source_id.CHECKS,
    *source_disks.CHECKS,
    *source_size.CHECKS,
    *source_storage.CHECKS,
    *source_encryption.CHECKS,
    *source_security.CHECKS,
    *vhd.CHECKS,
    *replication.CHECKS,
    *shallow.CHECKS,
    *managed_image.CHECKS,
    *managed_image_disk.CHECKS,
    *disk_encryption_set.CHECKS,
    *disk_source.CHECKS,
    *disk_bounds.CHECKS,
    *disk_access.CHECKS,
    *managed_disk.CHECKS,
    *snapshot.CHECKS,
    *sharing.CHECKS,
    *direct_sharing.CHECKS,
    *community_sharing.CHECKS,
    *shared_security.CHECKS,
    *cross_tenant.CHECKS,
    *assignment_name.CHECKS,
)
"""All checks."""

_BY_CODE: dict[str, Rule | Beyond] = {entry.code: entry for entry in (*RULES, *BEYOND)}


def find(code: str) -> Rule | Beyond | None:
    """The entry of a code, without regard to case."""
    return _BY_CODE.get(code.upper())
