from pathlib import Path

from local_azure.app import TREE_PATH
from local_azure.in_process import running
from tests.local_azure.azure_client import SUB, Client, definition_body, version_body

GROUP = f"{SUB}/resourceGroups/rg-tree"
COMPUTE = f"{GROUP}/providers/Microsoft.Compute"
READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"


def test_the_tree_shows_everything(tmp_path: Path) -> None:
    with running(tmp_path) as azure:
        client = Client(azure)
        for name in ("rg-image-builds", "rg-image-builds-us"):
            client.call("DELETE", f"{SUB}/resourceGroups/{name}")
        client.put(GROUP, {"location": "westeurope"})
        gallery = f"{COMPUTE}/galleries/g"
        client.put(gallery, {"location": "westeurope"})
        client.put(f"{gallery}/images/d", definition_body("d"))
        blob = {"uri": "https://a.blob.example/x.vhd", "storageAccountId": "/subscriptions/s"}
        regions = [{"name": "westeurope", "regionalReplicaCount": 2}, {"name": "northeurope"}]
        body = version_body({"osDiskImage": {"source": blob}}, targetRegions=regions, excludeFromLatest=True)
        client.put(f"{gallery}/images/d/versions/1.0.0", body)
        disk = {"osType": "Linux", "osState": "Generalized", "blobUri": "https://a.blob.example/x.vhd"}
        image = {"location": "westeurope", "properties": {"storageProfile": {"osDisk": disk}}}
        client.put(f"{COMPUTE}/images/i", image)
        principal = "eeeeeeee-9000-4000-8000-000000000001"
        assignment = f"{gallery}{READER.replace('roleDefinitions', 'roleAssignments')}"
        client.put(assignment, {"properties": {"roleDefinitionId": READER, "principalId": principal}})
        text = client.send("GET", TREE_PATH).text
        client.close()
    subscription = SUB.rsplit("/", 1)[1]
    assert text == (
        f"subscription {subscription} (Example subscription)\n"
        "├─ role Owner: deployer (ServicePrincipal)\n"
        "└─ resource group rg-tree (westeurope)\n"
        "   ├─ gallery g (westeurope)\n"
        "   │  ├─ role Reader: web-team (Group)\n"
        "   │  └─ image definition d (Linux, Generalized, V2, x64)\n"
        "   │     └─ version 1.0.0 (westeurope x2 Standard_LRS, northeurope x1 Standard_LRS, not in latest)\n"
        "   └─ managed image i (westeurope, V1)\n"
    )


def test_seeds_are_marked(tmp_path: Path) -> None:
    with running(tmp_path) as azure:
        client = Client(azure)
        text = client.send("GET", TREE_PATH).text
        client.close()
    assert "virtual machine trusted-01 (deallocated, generalized, TrustedLaunch, seed)" in text
