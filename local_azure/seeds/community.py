"""A community gallery of another publisher: public from the beginning, and nobody's here to change."""

from collections.abc import Iterator

from local_azure import regions
from local_azure.clock import compute_time
from local_azure.resources.gallery import Galleries
from local_azure.resources.image_definition import ImageDefinitions
from local_azure.resources.image_version import ImageVersions
from local_azure.seeds import data
from local_azure.seeds.marks import SEEDED
from local_azure.store import Json, Resource

_GALLERY_ID = (
    f"/subscriptions/{data.PUBLISHER}/resourceGroups/{data.PUBLIC_GROUP}/providers/Microsoft.Compute"
    f"/galleries/{data.PUBLIC_GALLERY}"
)


def resources(now: float) -> Iterator[Resource]:
    """Yield the gallery, its definitions and their versions."""
    yield _resource(_GALLERY_ID, Galleries.type, _gallery())
    for image in data.PUBLIC_IMAGES:
        id_ = f"{_GALLERY_ID}/images/{image.name}"
        yield _resource(id_, ImageDefinitions.type, _definition(image))
        for version in image.versions:
            disks = _disks(version)
            private: Json = {"sizes": {"os": disks["osDiskImage"], "data": disks.get("dataDiskImages", [])}}
            properties = {"publishingProfile": _profile(version, now), "storageProfile": disks}
            properties["safetyProfile"] = {
                "reportedForPolicyViolation": False,
                "allowDeletionOfReplicatedLocations": False,
            }
            yield _resource(f"{id_}/versions/{version.name}", ImageVersions.type, properties, private)


def _resource(id_: str, kind: str, properties: Json, private: Json | None = None) -> Resource:
    body: Json = {
        "location": data.PUBLIC_HOME,
        "properties": {**properties, "provisioningState": "Succeeded"},
    }
    return Resource(id_, kind, body, {**(private or {}), SEEDED: True})


def _gallery() -> Json:
    info: Json = {
        "communityGalleryEnabled": True,
        "publicNames": [data.PUBLIC_NAME],
        "publisherUri": "https://images.contoso.example",
        "publisherContact": "images@contoso.example",
        "eula": "https://images.contoso.example/eula",
    }
    return {
        "description": "Public Linux images of Contoso",
        "identifier": {"uniqueName": f"{data.PUBLISHER}-{data.PUBLIC_GALLERY.upper()}"},
        "sharingProfile": {"permissions": "Community", "communityGalleryInfo": info},
    }


def _definition(image: data.PublicImage) -> Json:
    return {
        "hyperVGeneration": image.generation,
        "architecture": "x64",
        "osType": "Linux",
        "osState": "Generalized",
        "identifier": {"publisher": "contoso-public", "offer": "linux", "sku": image.name},
    }


def _profile(version: data.PublicVersion, now: float) -> Json:
    names = [regions.DISPLAY_NAMES[name] for name in data.PUBLIC_REGIONS]
    kept = {"regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"}
    return {
        "targetRegions": [{"name": name, **kept} for name in names],
        "replicaCount": 1,
        "excludeFromLatest": version.excluded,
        "storageAccountType": "Standard_LRS",
        "publishedDate": compute_time(now),
    }


def _disks(version: data.PublicVersion) -> Json:
    os_disk: Json = {"sizeInGB": data.SIZE_GB, "hostCaching": "ReadWrite", "source": {}}
    data_disks: list[Json] = [
        {"lun": one.lun, "sizeInGB": one.size_gb, "hostCaching": one.caching, "source": {}}
        for one in version.data_disks
    ]
    return {"osDiskImage": os_disk, **({"dataDiskImages": data_disks} if data_disks else {})}
