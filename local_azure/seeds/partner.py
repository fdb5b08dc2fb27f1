"""A gallery of another tenant: the deployer may copy from it, with a token of that tenant beside its own."""

from collections.abc import Iterator

from local_azure import regions
from local_azure.clock import compute_time
from local_azure.directory import PARTNER_SUBSCRIPTION
from local_azure.resources import resource_group
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.resources.image_version import ImageVersions
from local_azure.seeds.marks import SEEDED
from local_azure.store import Json, Resource

_HOME = "westeurope"
_GROUP = f"/subscriptions/{PARTNER_SUBSCRIPTION}/resourceGroups/rg-partner-images"
_GALLERY = f"{_GROUP}/providers/Microsoft.Compute/galleries/partner_images"
_IMAGE = f"{_GALLERY}/images/ubuntu-24.04"


def resources(now: float) -> Iterator[Resource]:
    """Yield the group, the gallery, a definition and a version."""
    yield _resource(_GROUP, resource_group.TYPE, {})
    yield _resource(
        _GALLERY, Galleries.type, {"identifier": {"uniqueName": f"{PARTNER_SUBSCRIPTION}-PARTNER_IMAGES"}}
    )
    yield _resource(_IMAGE, ImageDefinitions.type, _definition())
    disk: Json = {"sizeInGB": 30, "hostCaching": "ReadWrite", "source": {}}
    yield _resource(
        f"{_IMAGE}/versions/1.0.0",
        ImageVersions.type,
        {
            "publishingProfile": _profile(now),
            "storageProfile": {"osDiskImage": disk},
            "safetyProfile": {
                "reportedForPolicyViolation": False,
                "allowDeletionOfReplicatedLocations": False,
            },
        },
        {"sizes": {"os": disk, "data": []}},
    )


def _resource(id_: str, kind: str, properties: Json, private: Json | None = None) -> Resource:
    body: Json = {"location": _HOME, "properties": {**properties, "provisioningState": "Succeeded"}}
    return Resource(id_, kind, body, {**(private or {}), SEEDED: True})


def _definition() -> Json:
    return {
        "hyperVGeneration": "V2",
        "architecture": "x64",
        "osType": "Linux",
        "osState": "Generalized",
        "identifier": {"publisher": "partner", "offer": "linux", "sku": "ubuntu-24.04"},
    }


def _profile(now: float) -> Json:
    kept = {"regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"}
    return {
        "targetRegions": [{"name": regions.DISPLAY_NAMES[_HOME], **kept}],
        "replicaCount": 1,
        "excludeFromLatest": False,
        "storageAccountType": "Standard_LRS",
        "publishedDate": compute_time(now),
    }
