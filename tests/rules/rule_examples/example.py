"""What an example is, and the places that examples speak of."""

from dataclasses import dataclass

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import MACHINE, Changes


@dataclass(frozen=True)
class Wrong:
    """A change, and what is found then."""

    changes: Changes
    path: str
    message: str
    weight: Severity | None = None
    """The severity, where it is not the rule's own."""


WEB, APP = "imageDefinitions/web", "imageDefinitions/app"
WEB_1, APP_1 = "imageVersions/web/1.0.0", "imageVersions/app/1.0.0"
BASE = "managedImages/base"
READERS = "sharing/roleAssignments/readers"
AT_WEB_1, AT_APP_1 = 'imageVersions.web["1.0.0"]', 'imageVersions.app["1.0.0"]'
OTHER_WEB = {"source": {"managedImage": "base"}, "regionSet": "europe"}
NVME: Changes = {f"{WEB}/diskControllerTypes": "SCSI, NVMe"}
SHALLOW: Changes = {
    f"{APP_1}/replicationMode": "Shallow",
    f"{APP_1}/excludeFromLatest": True,
    "imageVersions/app/1.0.1": {"source": {"virtualMachine": MACHINE}},
}
ALPHABET = "letters, digits, dots, underscores and hyphens"
ONE_SOURCE = (
    "exactly one of managedImage, virtualMachine, disk, snapshot, imageVersion, communityImage, vhd, osDisk "
    "is wanted"
)


def security(kind: str, **source: str) -> Changes:
    """A security type of the second definition, and what its version is made from."""
    return {f"{APP}/securityType": kind, f"{APP_1}/source": source}


def in_both(kind: str, place: str) -> Changes:
    """A security type at a place and of the second version's source."""
    return {f"{place}/securityType": kind, f"{APP_1}/source/securityType": kind}
