from pathlib import Path

from local_azure.app import TREE_PATH
from local_azure.in_process import running
from tests.local_azure.azure_client import ACCOUNT, BUILDS, SUB, VHD, Client, definition_body, version_body

GROUP = f"{SUB}/resourceGroups/rg-tree"
COMPUTE = f"{GROUP}/providers/Microsoft.Compute"
READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
COMMUNITY = """\
community gallery contosopublic-eeeeeeee-6000-4000-8000-000000000001 (westeurope, seed)
├─ image definition debian-12-minimal (Linux, Generalized, V1, x64, seed)
"""
EMPTY = {"creationData": {"createOption": "Empty"}, "diskSizeGB": 8}


def fill(client: Client) -> None:
    client.put(GROUP, {"location": "westeurope"})
    gallery = f"{COMPUTE}/galleries/g"
    client.put(gallery, {"location": "westeurope"})
    client.put(f"{gallery}/images/d", definition_body("d"))
    blob = {"uri": VHD, "storageAccountId": ACCOUNT}
    regions = [{"name": "westeurope", "regionalReplicaCount": 2}, {"name": "northeurope"}]
    body = version_body({"osDiskImage": {"source": blob}}, targetRegions=regions, excludeFromLatest=True)
    client.put(f"{gallery}/images/d/versions/1.0.0", body)
    os_disk = {"osType": "Linux", "osState": "Generalized", "blobUri": VHD}
    image = {"location": "westeurope", "properties": {"storageProfile": {"osDisk": os_disk}}}
    client.put(f"{COMPUTE}/images/i", image)
    empty = {"creationData": {"createOption": "Empty"}, "diskSizeGB": 64}
    disk = {"location": "westeurope", "sku": {"name": "Premium_LRS"}, "properties": empty}
    client.put(f"{COMPUTE}/disks/data", disk)
    copied = {"createOption": "Copy", "sourceResourceId": f"{BUILDS}/disks/app-server-01-os"}
    snapshot = {"location": "westeurope", "properties": {"creationData": copied, "incremental": True}}
    client.put(f"{COMPUTE}/snapshots/s", snapshot)
    principal = "eeeeeeee-9000-4000-8000-000000000001"
    assignment = f"{gallery}{READER.replace('roleDefinitions', 'roleAssignments')}"
    client.put(assignment, {"properties": {"roleDefinitionId": READER, "principalId": principal}})


def test_the_tree_shows_everything(tmp_path: Path) -> None:
    with running(tmp_path) as azure:
        client = Client(azure)
        fill(client)
        for name in ("rg-image-builds", "rg-image-builds-us"):
            client.call("DELETE", f"{SUB}/resourceGroups/{name}")
        text = client.send("GET", TREE_PATH).text
        while "Deleting" in text:
            text = client.send("GET", TREE_PATH).text
        client.close()
    subscription = SUB.rsplit("/", 1)[1]
    mine, _, community = text.partition("community gallery")
    assert mine == (
        f"subscription {subscription} (Example subscription)\n"
        "├─ role Owner: deployer (ServicePrincipal)\n"
        "└─ resource group rg-tree (westeurope)\n"
        "   ├─ gallery g (westeurope)\n"
        "   │  ├─ role Reader: web-team (Group)\n"
        "   │  └─ image definition d (Linux, Generalized, V2, x64)\n"
        "   │     └─ version 1.0.0 (westeurope x2 Standard_LRS, northeurope x1 Standard_LRS, not in latest)\n"
        "   ├─ managed image i (westeurope, V1)\n"
        "   ├─ disk data (64 GB, Premium_LRS)\n"
        "   └─ snapshot s (30 GB, incremental)\n"
    )
    assert f"community gallery{community}".startswith(COMMUNITY)


def test_seeds_are_marked(tmp_path: Path) -> None:
    with running(tmp_path) as azure:
        client = Client(azure)
        lines = client.send("GET", TREE_PATH).text.splitlines()
        client.close()
    shown = [line.lstrip("│├└─ ") for line in lines]
    for line in (
        "virtual machine trusted-01 (deallocated, generalized, TrustedLaunch, seed)",
        "virtual machine db-server-01 (running, specialized, seed)",
        "disk db-server-01-data-1 (256 GB, seed)",
        "restore point collection app-server-01-restore-points (westeurope, seed)",
        "restore point before-upgrade (CrashConsistent, seed)",
        "disk restore point app-server-01-os (30 GB, seed)",
        "storage account contosoimages (westeurope, seed)",
        "blob vhds/flatcar-stable-amd64.vhd (10 GB)",
    ):
        assert line in shown


def test_groups_of_nothing_but_seeds_are_folded_for_whoever_asks(tmp_path: Path) -> None:
    with running(tmp_path) as azure:
        client = Client(azure)
        client.put(GROUP, {"location": "westeurope"})
        client.put(f"{BUILDS}/disks/mine", {"location": "westeurope", "properties": EMPTY})
        text = client.send("GET", f"{TREE_PATH}?without-seeds").text
        client.close()
    lines = text.splitlines()
    assert any(line.startswith("├─ resource group rg-image-builds (westeurope, seed)") for line in lines)
    assert "│  ├─ disk mine (8 GB)" in lines
    (folded,) = [line for line in lines if "rg-image-builds-us" in line]
    assert folded == "├─ resource group rg-image-builds-us (eastus, seed): 6 things to make images from"
    assert lines[-1] == "└─ resource group rg-tree (westeurope)"
