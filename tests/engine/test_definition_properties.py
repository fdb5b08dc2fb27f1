"""Everything that can be said of an image definition, with the engine and local Azure."""

from typing import Any

import pytest

from tests.engine.declarations import GALLERY, small
from tests.engine.project import Project
from tests.engine.test_drift import drift

pytestmark = pytest.mark.engine

DEFINITION = f"{GALLERY}/images/ubuntu"
SAID: dict[str, Any] = {
    "eula": "https://contoso.example/eula",
    "privacyStatementUri": "https://contoso.example/privacy",
    "releaseNoteUri": "https://contoso.example/notes",
    "recommended": {"vCPUs": {"min": 2, "max": 8}, "memory": {"min": 4, "max": 32}},
    "disallowed": {"diskTypes": ["Standard_LRS"]},
    "purchasePlan": {"name": "pro", "publisher": "acme", "product": "linux"},
}
STANDARD = {"name": "SecurityType", "value": "Standard"}
PLAIN = {"name": "IsAcceleratedNetworkSupported", "value": "True"}


def declared(**more: Any) -> dict[str, Any]:
    """The small declaration, with everything said of its definition."""
    declaration = small()
    declaration["imageDefinitions"]["ubuntu"] |= {
        "securityType": "Standard",
        "acceleratedNetwork": True,
        "diskControllerTypes": "SCSI",
        **SAID,
        **more,
    }
    return declaration


def features(project: Project) -> list[dict[str, str]]:
    return stored(project)["features"]


def stored(project: Project) -> dict[str, Any]:
    found = project.arm.get(DEFINITION)
    assert found is not None
    return found["properties"]


def is_settled(project: Project) -> bool:
    """Whether nothing would change, and a refresh finds nothing else in Azure."""
    return project.changes() == {} and drift(project) == {}


def test_said_changed_and_destroyed(project: Project) -> None:
    project.declare(declared())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert {key: stored(project)[key] for key in SAID} == SAID
    assert features(project) == [STANDARD, PLAIN, {"name": "DiskControllerTypes", "value": "SCSI"}]
    assert is_settled(project)

    project.declare(declared(diskControllerTypes="SCSI, NVMe"))
    refused = project.up()
    assert refused.returncode != 0
    assert "PropertyChangeNotAllowed" in refused.stdout + refused.stderr

    starting = {"DiskControllerTypes": {"startsAtVersion": "1.0.0"}}
    project.declare(declared(diskControllerTypes="SCSI, NVMe", features=starting, allowUpdateImage=True))
    assert project.changes() == {"linux-images/ubuntu": "update"}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    nvme = {"name": "DiskControllerTypes", "value": "SCSI, NVMe", "startsAtVersion": "1.0.0"}
    assert features(project) == [STANDARD, PLAIN, nvme]
    assert is_settled(project)
    assert project.pulumi("refresh", "--yes", "--skip-preview").returncode == 0
    assert is_settled(project)

    assert project.destroy().returncode == 0
    assert project.arm.get(DEFINITION) is None


def test_a_plan_is_fixed(project: Project) -> None:
    project.declare(declared())
    assert project.up().returncode == 0
    project.declare(declared(purchasePlan=SAID["purchasePlan"] | {"name": "free"}))
    refused = project.up()
    assert refused.returncode != 0
    assert "galleryImage.properties.purchasePlan.name" in refused.stdout + refused.stderr
