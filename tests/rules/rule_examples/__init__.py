"""For every rule: declarations that break it and nothing else, and declarations that only just do not."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples import (
    application,
    captured,
    confidential,
    configuration,
    disk_encryption_set,
    disk_settings,
    distribution,
    enumerated,
    features,
    gallery,
    gallery_sharing,
    grammar,
    guest,
    guest_settings,
    hardware,
    image_definition,
    image_version,
    lock,
    managed_disk,
    managed_image,
    options,
    purchase_plan,
    region,
    replication,
    settings,
    sharing,
    source,
    source_disks,
    source_fit,
    source_id,
    source_region,
    source_security,
    tags,
    version_encryption,
    version_settings,
    vhd,
    vhd_form,
)
from tests.rules.rule_examples.example import Wrong

_SUBJECTS = (
    application,
    captured,
    confidential,
    configuration,
    disk_encryption_set,
    disk_settings,
    distribution,
    enumerated,
    features,
    gallery,
    gallery_sharing,
    grammar,
    guest,
    guest_settings,
    hardware,
    image_definition,
    image_version,
    lock,
    managed_disk,
    managed_image,
    options,
    region,
    purchase_plan,
    replication,
    settings,
    sharing,
    source,
    source_disks,
    source_fit,
    source_id,
    source_region,
    source_security,
    tags,
    version_encryption,
    version_settings,
    vhd,
    vhd_form,
)

_ALL: dict[str, list[Wrong]] = {code: each for subject in _SUBJECTS for code, each in subject.WRONG.items()}
_MORE = (
    application.OTHERS,
    disk_encryption_set.OTHERS,
    disk_settings.OTHERS,
    version_encryption.OTHERS,
    version_settings.OTHERS,
)
"""Examples of rules that have examples in another subject too."""

WRONG: dict[str, list[Wrong]] = {
    code: [*each, *(wrong for more in _MORE for wrong in more.get(code, ()))] for code, each in _ALL.items()
}
"""By code."""
RIGHT: dict[str, list[Changes]] = {
    code: each for subject in _SUBJECTS for code, each in subject.RIGHT.items()
}
"""By code, changes after which nothing at all is found."""
