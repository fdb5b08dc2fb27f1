"""Programs written by hand with azure-native's own classes: none of this project's rules in the way."""

from tests.engine.arm import BUILDS, SUBSCRIPTION

_HEAD = f"""
import pulumi
from pulumi_azure_native import authorization, compute, resources

BUILDS = "{BUILDS}"
BUILDS_US = "{BUILDS.replace("rg-image-builds", "rg-image-builds-us")}"
ROLES = "{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions"
READER = f"{{ROLES}}/acdd72a7-3385-48ef-bd42-f606fba81ae7"
WEB_TEAM = "eeeeeeee-9000-4000-8000-000000000001"

group = resources.ResourceGroup("group", resource_group_name="rg-raw", location="westeurope")
gallery = compute.Gallery("gallery", gallery_name="raw", resource_group_name=group.name)


def definition(os_state="Generalized"):
    return compute.GalleryImage(
        "definition", gallery_image_name="ubuntu", gallery_name=gallery.name, resource_group_name=group.name,
        location="westeurope", os_type="Linux", os_state=os_state, hyper_v_generation="V2",
        features=[{{"name": "SecurityType", "value": "Standard"}}],
        identifier={{"publisher": "p", "offer": "o", "sku": "s"}})


def version(definition, source="/virtualMachines/build-ubuntu-2404", builds=BUILDS, regions=("westeurope",)):
    return compute.GalleryImageVersion(
        "version", gallery_image_version_name="1.0.0", gallery_image_name=definition,
        gallery_name=gallery.name, resource_group_name=group.name, location="westeurope",
        storage_profile={{"source": {{"virtual_machine_id": builds + source}}}},
        publishing_profile={{"target_regions": [{{"name": region}} for region in regions]}})


def reader(name, guid):
    return authorization.RoleAssignment(
        name, role_assignment_name=guid, scope=gallery.id, principal_id=WEB_TEAM, principal_type="Group",
        role_definition_id=READER)
"""


def program(body: str) -> str:
    """A program: the gallery, and what the body adds."""
    return f"{_HEAD}\n{body}\n"
