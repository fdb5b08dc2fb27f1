"""Gallery applications and their versions, over HTTP."""

from itertools import count
from typing import Any

import pytest

from tests.local_azure.azure_client import Client

PACKAGE = "https://contosoimages.blob.core.windows.net/packages/agent.tar.gz"
ACTION = {
    "name": "restart",
    "script": "systemctl restart agent",
    "parameters": [{"name": "unit", "required": True, "defaultValue": "agent"}],
}
APPLICATION = {
    "location": "westeurope",
    "tags": {"team": "images"},
    "properties": {"supportedOSType": "Linux", "description": "An agent", "customActions": [ACTION]},
}
COMMANDS = {"install": "./install.sh", "remove": "./remove.sh"}


GALLERIES = count()


@pytest.fixture
def path(client: Client) -> str:
    """An application in a gallery of its own: the tests share one Azure."""
    return f"{client.gallery('rg-applications', f'applications{next(GALLERIES)}')}/applications/agent"


def version(location: str = "westeurope", **profile: object) -> dict[str, Any]:
    filled = {"source": {"mediaLink": PACKAGE}, "manageActions": COMMANDS, **profile}
    return {"location": location, "properties": {"publishingProfile": filled}}


def test_a_write_and_a_deletion_are_done_when_they_are_answered(client: Client, path: str) -> None:
    first = client.call("PUT", path, APPLICATION)
    assert (first.status, "Azure-AsyncOperation" in first.headers) == (201, False)
    assert first.json == {
        "name": "agent",
        "id": path,
        "type": "Microsoft.Compute/galleries/applications",
        "location": "westeurope",
        "tags": {"team": "images"},
        "properties": {
            "supportedOSType": "Linux",
            "description": "An agent",
            "customActions": [{**ACTION, "parameters": [{**ACTION["parameters"][0], "type": "String"}]}],
        },
    }
    assert client.get(path).json == first.json
    assert client.call("PUT", path, APPLICATION).status == 200
    gone = client.call("DELETE", path)
    assert (gone.status, client.get(path).status, client.call("DELETE", path).status) == (200, 404, 204)


def test_a_version_is_replicated(client: Client, path: str) -> None:
    client.put(path, APPLICATION)
    body = version(
        targetRegions=[{"name": "westeurope"}, {"name": "North Europe", "regionalReplicaCount": 2}],
        settings={"packageFileName": "agent.tar.gz"},
        advancedSettings={"a": "b"},
        enableHealthCheck=True,
    )
    first = client.call("PUT", f"{path}/versions/1.0.0", body)
    assert (first.status, first.json["properties"]["provisioningState"]) == (201, "Creating")
    client.finished(first)
    found = client.get(f"{path}/versions/1.0.0?$expand=ReplicationStatus").json["properties"]
    profile = found["publishingProfile"]
    assert profile.pop("publishedDate")
    assert profile == {
        "source": {"mediaLink": PACKAGE},
        "manageActions": COMMANDS,
        "settings": {"packageFileName": "agent.tar.gz", "scriptBehaviorAfterReboot": "None"},
        "advancedSettings": {"a": "b"},
        "enableHealthCheck": True,
        "targetRegions": [
            {"name": "West Europe", "regionalReplicaCount": 1, "storageAccountType": "Standard_LRS"},
            {"name": "North Europe", "regionalReplicaCount": 2, "storageAccountType": "Standard_LRS"},
        ],
        "replicaCount": 1,
        "excludeFromLatest": False,
        "storageAccountType": "Standard_LRS",
    }
    assert found["replicationStatus"]["aggregatedState"] == "Completed"
    assert found["safetyProfile"] == {"allowDeletionOfReplicatedLocations": False}


def test_what_lies_in_it_is_deleted_first(client: Client, path: str) -> None:
    client.put(path, APPLICATION)
    client.put(f"{path}/versions/1.0.0", version())
    assert client.call("DELETE", path).refusal[1] == "CannotDeleteResource"
    client.delete(f"{path}/versions/1.0.0")
    gallery = path.rpartition("/applications/")[0]
    assert client.call("DELETE", gallery).refusal[1] == "CannotDeleteResource"
    assert client.call("DELETE", path).status == 200


@pytest.mark.parametrize(
    ("change", "target"),
    [
        ({"manageActions": {**COMMANDS, "install": "./other.sh"}}, "manageActions"),
        ({"settings": {"configFileName": "other"}}, "settings"),
        ({"source": {"mediaLink": f"{PACKAGE}2"}}, "source.mediaLink"),
        ({"storageAccountType": "Premium_LRS"}, "storageAccountType"),
    ],
)
def test_what_is_fixed(client: Client, path: str, change: dict[str, Any], target: str) -> None:
    client.put(path, APPLICATION)
    client.put(f"{path}/versions/1.0.0", version())
    client.put(f"{path}/versions/1.0.0", version(source={"mediaLink": f"{PACKAGE}?sig=new"}, replicaCount=2))
    reply = client.call("PUT", f"{path}/versions/1.0.0", version(**change))
    where = f"galleryApplicationVersion.properties.publishingProfile.{target}"
    assert reply.refusal == (409, "PropertyChangeNotAllowed", where)


@pytest.mark.parametrize(
    ("name", "body", "target"),
    [
        ("1.0", version(), "galleryApplicationVersionName"),
        ("1.0.4294967296", version(), "galleryApplicationVersionName"),
        ("1.0.0", version(source={}), "source.mediaLink"),
        ("1.0.0", version(source={"mediaLink": "agent.tar.gz"}), "source.mediaLink"),
        ("1.0.0", version(manageActions={"install": "x"}), "manageActions.remove"),
        ("1.0.0", version(manageActions={**COMMANDS, "update": "x" * 4097}), "manageActions.update"),
        (
            "1.0.0",
            version(settings={"scriptBehaviorAfterReboot": "Wait"}),
            "settings.scriptBehaviorAfterReboot",
        ),
        ("1.0.0", version(replicaCount=11), "replicaCount"),
        ("1.0.0", version(customActions=[{"name": "x"}]), "customActions.script"),
        ("1.0.0", version(customActions=[ACTION, ACTION]), "customActions.name"),
        ("1.0.0", version(targetRegions=[{"name": "northeurope"}]), "targetRegions"),
        (
            "1.0.0",
            version(targetRegions=[{"name": "westeurope", "encryption": {"osDiskImage": {}}}]),
            "targetRegions.encryption",
        ),
    ],
)
def test_what_azure_refuses(client: Client, path: str, name: str, body: dict[str, Any], target: str) -> None:
    client.put(path, APPLICATION)
    reply = client.call("PUT", f"{path}/versions/{name}", body)
    where = "" if target.endswith("Name") else "galleryApplicationVersion.properties.publishingProfile."
    assert reply.refusal == (400, "InvalidParameter", where + target)


def test_an_application_says_its_operating_system_once_and_for_all(client: Client, path: str) -> None:
    where = "galleryApplication.properties.supportedOSType"
    assert client.call("PUT", path, {"location": "westeurope", "properties": {}}).refusal[2] == where
    client.put(path, APPLICATION)
    changed = {**APPLICATION, "properties": {"supportedOSType": "Windows"}}
    assert client.call("PUT", path, changed).refusal == (409, "PropertyChangeNotAllowed", where)
