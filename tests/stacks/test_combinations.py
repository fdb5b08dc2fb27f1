"""What the stacks show together: a person finds each kind of image declared somewhere, ready to be copied."""

from collections.abc import Iterator

import pytest

from azure_image_gallery.config.examine import Examined
from azure_image_gallery.spec.enums import Distribution
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion
from tests.stacks.conftest import STACKS

CENTOS_BASED = (Distribution.ALMALINUX, Distribution.ROCKY, Distribution.CENTOS)
REQUIRED = (
    "ubuntu",
    "debian",
    "rhel",
    "CentOS-based",
    "sles",
    "opensuse",
    "oracle",
    "flatcar",
    "V1 x64",
    "V2 x64",
    "V2 Arm64",
    "Generalized from virtualMachine",
    "Generalized from managedImage",
    "Generalized from vhd",
    "Generalized from imageVersion",
    "Specialized from snapshot",
    "Specialized from imageVersion",
    "disk by disk, with data disks",
    "Standard",
    "TrustedLaunchSupported",
    "a managed image",
    "a managed disk",
    "a snapshot",
    "an external definition",
    "shallow",
    "excluded from latest in one region",
    "several versions of one definition",
)


def shown(stack: Resolved) -> Iterator[str]:
    for version in stack.versions:
        yield from of_version(version)
    kinds = {
        "a managed image": stack.managed_images,
        "a managed disk": stack.managed_disks,
        "a snapshot": stack.snapshots,
        "an external definition": [one for one in stack.definitions if one.spec.external_versions],
    }
    yield from (kind for kind, entries in kinds.items() if entries)
    keys = [version.definition_key for version in stack.versions]
    if len(set(keys)) < len(keys):
        yield "several versions of one definition"


def of_version(version: ResolvedVersion) -> Iterator[str]:
    assert version.definition is not None
    definition = version.definition.spec
    if definition.guest is not None and definition.guest.distribution is not None:
        name = definition.guest.distribution.name
        yield "CentOS-based" if name in CENTOS_BASED else name.value
    yield f"{definition.hyper_v_generation.value} {definition.architecture.value}"
    yield definition.security_type.value
    yield from (f"{definition.os_state.value} from {place.kind}" for place in version.source.places)
    if any(disk.lun is not None for disk in version.source.disks):
        yield "disk by disk, with data disks"
    if version.spec.replication_mode == "Shallow":
        yield "shallow"
    excluded = {region.exclude_from_latest for region in version.regions}
    if len(excluded) > 1:
        yield "excluded from latest in one region"


def missing(stacks: list[Examined]) -> list[str]:
    present = {label for stack in stacks if stack.resolved for label in shown(stack.resolved)}
    return [label for label in REQUIRED if label not in present]


def test_no_combination_is_missing(stacks: dict[str, Examined]) -> None:
    assert missing(list(stacks.values())) == []


@pytest.mark.parametrize("stack", STACKS)
def test_every_stack_shows_something_that_the_others_do_not(stacks: dict[str, Examined], stack: str) -> None:
    others = [examined for name, examined in stacks.items() if name != stack]
    assert missing(others) != []
