"""For every rule: declarations that break it and nothing else, and declarations that only just do not."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples import (
    configuration,
    enumerated,
    gallery,
    grammar,
    guest,
    hardware,
    image_definition,
    image_version,
    lock,
    managed_disk,
    managed_image,
    options,
    region,
    replication,
    sharing,
    source,
    source_disks,
    source_fit,
    source_id,
    source_region,
    source_security,
    tags,
    vhd,
)
from tests.rules.rule_examples.example import Wrong

_SUBJECTS = (
    configuration,
    enumerated,
    gallery,
    grammar,
    guest,
    hardware,
    image_definition,
    image_version,
    lock,
    managed_disk,
    managed_image,
    options,
    region,
    replication,
    sharing,
    source,
    source_disks,
    source_fit,
    source_id,
    source_region,
    source_security,
    tags,
    vhd,
)

WRONG: dict[str, list[Wrong]] = {code: each for subject in _SUBJECTS for code, each in subject.WRONG.items()}
"""By code."""
RIGHT: dict[str, list[Changes]] = {
    code: each for subject in _SUBJECTS for code, each in subject.RIGHT.items()
}
"""By code, changes after which nothing at all is found."""
