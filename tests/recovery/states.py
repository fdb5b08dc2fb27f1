"""States as `pulumi stack export` writes them, with what a killed run leaves open."""

from typing import Any

from azure_image_gallery.recovery.state import State

SUB = "eeeeeeee-5000-4000-8000-000000000001"
PROVIDER = "urn:pulumi:dev::p::pulumi:providers:azure-native::default_3_29_0"
REFERENCE = f"{PROVIDER}::00000000-0000-4000-8000-000000000001"
GROUP = f"/subscriptions/{SUB}/resourceGroups/rg"
GALLERY = f"{GROUP}/providers/Microsoft.Compute/galleries/g"
DEFINITION = f"{GALLERY}/images/ubuntu"

Json = dict[str, Any]


def urn(token: str, name: str) -> str:
    return f"urn:pulumi:dev::p::{token}::{name}"


def resource(token: str, name: str, inputs: Json | None = None, **more: Any) -> Json:
    """A resource of azure-native's."""
    own = {"urn": urn(token, name), "type": token, "custom": True, "provider": REFERENCE}
    return {**own, "inputs": inputs or {}, **more}


def provider(**inputs: str) -> Json:
    own = {"urn": PROVIDER, "type": "pulumi:providers:azure-native", "custom": True}
    return {**own, "id": REFERENCE.rsplit("::", 1)[1], "inputs": inputs}


def group(**more: Any) -> Json:
    token = "azure-native:resources:ResourceGroup"
    return resource(token, "rg", {"resourceGroupName": "rg"}, **more)


def gallery(**more: Any) -> Json:
    return resource(
        "azure-native:compute:Gallery", "g", {"resourceGroupName": "rg", "galleryName": "g"}, **more
    )


def definition(**more: Any) -> Json:
    names = {"resourceGroupName": "rg", "galleryName": "g", "galleryImageName": "ubuntu"}
    inputs = {**names, "location": "westeurope", "osState": "Generalized"}
    return resource("azure-native:compute:GalleryImage", "g/ubuntu", inputs, **more)


def component() -> Json:
    token = "azure-image-gallery:index:ImageGallery"
    return {"urn": urn(token, "images"), "type": token, "custom": False}


def document(resources: list[Json], **operations: list[Json]) -> Json:
    """A whole export: `creating=[…]` and the like are what was interrupted."""
    open_ = [{"type": kind, "resource": one} for kind, several in operations.items() for one in several]
    return {"version": 3, "deployment": {"resources": resources, "pending_operations": open_}}


def state(resources: list[Json], **operations: list[Json]) -> State:
    return State(document(resources, **operations))
