"""A gallery that an Azure SDK made comes into a stack: the preview after the import is empty."""

import subprocess
from typing import Any

import pytest

from tests.engine.adopting import adopt, import_all, lines
from tests.engine.arm import BUILDS, SUBSCRIPTION
from tests.engine.azure_sdk import Sdk
from tests.engine.project import Project

pytestmark = pytest.mark.engine

GROUP, GALLERY = "rg-image-builds", "made_by_sdk"
GALLERY_ID = f"{SUBSCRIPTION}/resourceGroups/{GROUP}/providers/Microsoft.Compute/galleries/{GALLERY}"
WEB = "eeeeeeee-9000-4000-8000-000000000001"
READER = (
    f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
)
NAMES = ("11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002")
MACHINE = f"{BUILDS}/virtualMachines/build-rhel-9"
SNAPSHOT = f"{BUILDS}/snapshots/app-server-01-os-snapshot"
BOTH = [{"name": "West Europe"}, {"name": "North Europe", "regionalReplicaCount": 2}]


def definition(name: str, os_state: str) -> dict[str, Any]:
    return {
        "identifier": {"publisher": "contoso", "offer": "linux", "sku": name},
        "osState": os_state,
        "hyperVGeneration": "V2",
    }


def version(source: dict[str, Any], regions: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"source": source, "targetRegions": regions, **more}


DEFINITIONS = {
    "rhel": definition("rhel", "Generalized"),
    "clone": definition("clone", "Specialized"),
    "plain": definition("plain", "Generalized"),
}
VERSIONS = {
    "rhel": {
        "1.0.0": version({"virtualMachine": MACHINE}, BOTH),
        "1.0.1": version({"virtualMachine": MACHINE}, BOTH, excludeFromLatest=True),
        "1.1.0": version({"virtualMachine": MACHINE}, BOTH[:1], endOfLifeDate="2030-01-01T00:00:00+00:00"),
    },
    "clone": {
        "1.0.0": version({"osDisk": {"snapshot": SNAPSHOT, "hostCaching": "ReadWrite"}}, BOTH),
        "1.0.1": version({"osDisk": {"snapshot": SNAPSHOT, "hostCaching": "ReadOnly"}}, BOTH[:1]),
    },
}


def make_all(sdk: Sdk) -> None:
    """The whole gallery, by nothing but Azure's own clients."""
    compute = sdk.compute
    gallery: Any = {"location": "westeurope"}
    compute.galleries.begin_create_or_update(GROUP, GALLERY, gallery).result()
    for name, declared in DEFINITIONS.items():
        body = definition_body(declared, standard=name != "plain")
        compute.gallery_images.begin_create_or_update(GROUP, GALLERY, name, body).result()
    for name, numbers in VERSIONS.items():
        for number, declared in numbers.items():
            body = version_body(declared)
            compute.gallery_image_versions.begin_create_or_update(GROUP, GALLERY, name, number, body).result()
    for name, scope in zip(NAMES, (GALLERY_ID, f"{GALLERY_ID}/images/rhel"), strict=True):
        given: Any = {
            "properties": {"roleDefinitionId": READER, "principalId": WEB, "principalType": "Group"}
        }
        sdk.authorization.role_assignments.create(scope, name, given)


def definition_body(declared: dict[str, Any], *, standard: bool) -> Any:
    properties = {**declared, "osType": "Linux", "architecture": "x64"}
    if standard:
        properties["features"] = [{"name": "SecurityType", "value": "Standard"}]
    return {"location": "westeurope", "properties": properties}


def version_body(declared: dict[str, Any]) -> Any:
    profile = {key: value for key, value in declared.items() if key != "source"}
    source = declared["source"]
    if "virtualMachine" in source:
        storage: Any = {"source": {"virtualMachineId": MACHINE}}
    else:
        caching = source["osDisk"]["hostCaching"]
        storage = {"osDiskImage": {"source": {"id": SNAPSHOT}, "hostCaching": caching}}
    return {
        "location": "westeurope",
        "properties": {"publishingProfile": profile, "storageProfile": storage},
    }


def declaration() -> dict[str, Any]:
    """The same gallery; regions in another order than Azure's, which says nothing."""
    first = VERSIONS["rhel"]["1.0.0"]
    turned = {**VERSIONS["rhel"], "1.0.0": {**first, "targetRegions": BOTH[::-1]}}
    return {
        "gallery": {"name": GALLERY, "resourceGroup": GROUP},
        "imageDefinitions": DEFINITIONS
        | {"plain": {**DEFINITIONS["plain"], "options": {"ignoreChanges": ["features"]}}},
        "imageVersions": VERSIONS | {"rhel": turned},
        "principals": {"web": {"principalId": WEB, "principalType": "Group"}},
        "sharing": {
            "roleAssignments": {
                "readers": {
                    "role": "Reader",
                    "principals": ["web"],
                    "scopes": ["gallery", "imageDefinitions/rhel"],
                    "assignmentNames": {
                        "web/gallery": NAMES[0],
                        "web/imageDefinitions/rhel": NAMES[1],
                    },
                },
            },
        },
    }


def in_azure(sdk: Sdk) -> list[Any]:
    """Everything in the gallery, as an SDK sees it."""
    compute = sdk.compute
    definitions = [*compute.gallery_images.list_by_gallery(GROUP, GALLERY)]
    versions = [
        version
        for one in definitions
        for version in compute.gallery_image_versions.list_by_gallery_image(GROUP, GALLERY, str(one.name))
    ]
    assignments = sdk.authorization.role_assignments.list_for_scope(GALLERY_ID)
    found = [compute.galleries.get(GROUP, GALLERY), *definitions, *versions, *assignments]
    return [one.as_dict() for one in found]


def test_the_preview_after_the_import_is_empty(project: Project) -> None:
    sdk = Sdk(project.workspace)
    make_all(sdk)
    made = in_azure(sdk)
    project.declare(declaration())
    assert adopt(project).stdout == (
        "11 resources are named in import.json. Take out the lines of what is not in Azure. Next:\n"
        "  pulumi import --file import.json --stack test --generate-code=false --protect=false\n"
        "  pulumi preview --stack test\n"
    )
    imported(import_all(project))
    assert project.changes() == {}
    again = project.up()
    assert again.returncode == 0, again.stdout + again.stderr
    assert "    13 unchanged\n" in again.stdout  # the stack itself and the component among them
    assert in_azure(sdk) == made
    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.get(GALLERY_ID) is None


def test_what_is_not_in_azure_is_named_and_nothing_is_taken_over(project: Project) -> None:
    sdk = Sdk(project.workspace)
    make_all(sdk)
    sdk.delete(GROUP, GALLERY, "clone", "1.0.1")
    sdk.authorization.role_assignments.delete(GALLERY_ID, NAMES[0])
    absent = {
        "linux-images/clone/1.0.1": f"{GALLERY_ID}/images/clone/versions/1.0.1",
        "linux-images/readers/web/gallery": (
            f"{GALLERY_ID}/providers/Microsoft.Authorization/roleAssignments/{NAMES[0]}"
        ),
    }
    project.declare(declaration())
    adopt(project)
    refused = import_all(project)
    assert refused.returncode != 0
    for id_ in absent.values():
        assert f"error: Preview failed: resource '{id_}' does not exist\n" in refused.stdout
    assert project.state().get("resources", []) == []
    file = project.workspace.project / "import.json"
    kept = [line for line in lines(file) if not any(f'"{name}"' in line for name in absent)]
    file.write_text("\n".join(kept))
    imported(import_all(project))
    imported(import_all(project))  # what is in the stack already is left as it is
    assert project.changes() == dict.fromkeys(absent, "create")


def imported(done: "subprocess.CompletedProcess[str]") -> None:
    assert done.returncode == 0, done.stdout + done.stderr
