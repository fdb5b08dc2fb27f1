"""A gallery that an Azure SDK made comes into a stack: the preview after the import is empty."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from local_azure.workspace import SUBSCRIPTION_ID
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
    "empty": definition("empty", "Generalized"),
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
        compute.gallery_images.begin_create_or_update(
            GROUP, GALLERY, name, definition_body(declared)
        ).result()
    for name, numbers in VERSIONS.items():
        for number, declared in numbers.items():
            body = version_body(declared)
            compute.gallery_image_versions.begin_create_or_update(GROUP, GALLERY, name, number, body).result()
    for name, scope in zip(NAMES, (GALLERY_ID, f"{GALLERY_ID}/images/rhel"), strict=True):
        given: Any = {
            "properties": {"roleDefinitionId": READER, "principalId": WEB, "principalType": "Group"}
        }
        sdk.authorization.role_assignments.create(scope, name, given)


def definition_body(declared: dict[str, Any]) -> Any:
    properties = {**declared, "osType": "Linux", "architecture": "x64"}
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
    return {
        "gallery": {"name": GALLERY, "resourceGroup": GROUP},
        "imageDefinitions": DEFINITIONS,
        "imageVersions": VERSIONS,
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


def test_the_preview_after_the_import_is_empty(project: Project) -> None:
    make_all(Sdk(project.workspace))
    project.declare(declaration())
    command = [str(Path(sys.prefix) / "bin" / "image-gallery"), "adopt", "--stack", "test"]
    written = subprocess.run(
        [*command, "--subscription", SUBSCRIPTION_ID, "--output", "import.json"],
        cwd=project.workspace.project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert written.returncode == 0, written.stderr
    assert written.stdout.startswith("11 resources are named in import.json.")
    done = project.pulumi(
        "import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    again = project.up()
    assert again.returncode == 0, again.stdout + again.stderr
    assert "created" not in again.stdout
    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.get(GALLERY_ID) is None
