"""What a gallery is set to, with the engine: tags that are handed on, identities, soft delete."""

from typing import Any

import pytest

from tests.engine.arm import SUBSCRIPTION
from tests.engine.declarations import GALLERY, GROUP, VERSION, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

BUILDER = (
    f"{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/builder"
)
MANAGER = f"{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Solutions/applications/images"
DEFINITION = f"{GALLERY}/images/ubuntu"
KEPT = f"{GALLERY}/softDeletedArtifactTypes/Images/artifacts/ubuntu/versions"


def read(project: Project, resource_id: str, api: str = "2024-03-03") -> dict[str, Any]:
    found = project.arm.get(resource_id, api)
    assert found is not None, resource_id
    return found


def test_the_gallerys_tags_are_handed_on_and_changed_with_it(project: Project) -> None:
    declared = small()
    declared["gallery"]["tags"] = {"team": "images", "cost": "1"}
    declared["imageDefinitions"]["ubuntu"]["tags"] = {"Team": "ubuntu"}
    project.declare(declared)
    assert project.up().returncode == 0
    assert read(project, GALLERY)["tags"] == {"team": "images", "cost": "1"}
    assert read(project, DEFINITION)["tags"] == {"cost": "1", "Team": "ubuntu"}
    assert read(project, VERSION)["tags"] == {"cost": "1", "Team": "ubuntu"}
    assert project.changes() == {}

    declared["gallery"]["tags"] = {"team": "images", "cost": "2"}
    project.declare(declared)
    names = ("test_gallery", "ubuntu", "ubuntu/1.0.0")
    assert project.changes() == {f"linux-images/{name}": "update" for name in names}
    assert project.up().returncode == 0
    assert read(project, VERSION)["tags"] == {"cost": "2", "Team": "ubuntu"}
    assert project.changes() == {}


def test_identities_and_a_groups_manager_are_sent_and_settle(project: Project) -> None:
    declared = small()
    declared["resourceGroups"]["rg-test"]["managedBy"] = MANAGER
    declared["gallery"]["identity"] = {
        "type": "SystemAssigned, UserAssigned",
        "userAssignedIdentities": [BUILDER],
    }
    project.declare(declared)
    assert project.changes()["linux-images/test_gallery"] == "create"
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    identity = read(project, GALLERY)["identity"]
    assert identity["type"] == "SystemAssigned, UserAssigned"
    assert list(identity["userAssignedIdentities"]) == [BUILDER]
    assert read(project, GROUP, "2024-03-01")["managedBy"] == MANAGER
    assert project.changes() == {}
    declared["gallery"]["identity"] = {"type": "None"}
    project.declare(declared)
    assert project.changes() == {"linux-images/test_gallery": "update"}
    assert project.up().returncode == 0
    assert read(project, GALLERY)["identity"] == {"type": "None"}
    assert project.changes() == {}


def test_soft_delete_keeps_a_version_and_is_turned_off_before_the_end(project: Project) -> None:
    seeds = project.arm.groups()
    declared = small()
    declared["gallery"]["softDelete"] = True
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SAF016" in done.stdout + done.stderr
    assert project.changes() == {}

    refused = project.destroy()
    assert refused.returncode != 0
    assert "CannotDeleteResource" in refused.stdout + refused.stderr
    assert [one["name"] for one in read(project, KEPT)["value"]] == ["1.0.0"]
    assert project.arm.get(DEFINITION) is not None

    declared["gallery"]["softDelete"] = False
    project.declare(declared)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    gone = project.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert project.arm.groups() == seeds
