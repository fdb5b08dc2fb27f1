from typing import Any

import pytest

from tests.local_azure.azure_client import Client, definition_body, machine, version_body

FIXED = "galleryImage.properties."


@pytest.fixture(scope="module")
def gallery_name() -> str:
    return "definitions"


@pytest.fixture
def gallery(client: Client, gallery_name: str) -> str:
    return client.gallery("rg-definitions", gallery_name)


def test_a_new_definition_has_azures_defaults(client: Client, gallery: str) -> None:
    body = definition_body("defaults")
    del body["properties"]["hyperVGeneration"]
    body["properties"]["disallowed"] = {}
    reply = client.call("PUT", f"{gallery}/images/defaults", body)
    assert reply.status == 201
    assert reply.json == {
        "name": "defaults",
        "id": f"{gallery}/images/defaults",
        "type": "Microsoft.Compute/galleries/images",
        "location": "westeurope",
        "properties": {
            "hyperVGeneration": "V1",
            "architecture": "x64",
            "osType": "Linux",
            "osState": "Generalized",
            "identifier": {"publisher": "contoso", "offer": "linux", "sku": "defaults"},
            "provisioningState": "Creating",
        },
    }


def test_what_may_change_changes(client: Client, gallery: str) -> None:
    path = client.definition(gallery, "free")
    more = {
        "description": "d",
        "releaseNoteUri": "https://example.com/notes",
        "endOfLifeDate": "2099-01-01",
        "recommended": {"vCPUs": {"min": 1, "max": 4}, "memory": {"min": 2, "max": 2}},
        "disallowed": {"diskTypes": ["Standard_LRS"]},
    }
    client.put(path, definition_body("free", **more))
    assert {name: client.get(path).properties[name] for name in more} == more


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"osType": "Windows"}, "osType"),
        ({"osType": None}, "osType"),
        ({"osState": "Specialized"}, "osState"),
        ({"hyperVGeneration": "V1"}, "hyperVGeneration"),
        ({"hyperVGeneration": None}, "hyperVGeneration"),
        ({"architecture": "Arm64"}, "architecture"),
        ({"identifier": {"publisher": "other", "offer": "linux", "sku": "fixed"}}, "identifier.publisher"),
        ({"identifier": {"publisher": "contoso", "offer": "other", "sku": "fixed"}}, "identifier.offer"),
        ({"identifier": {"publisher": "contoso", "offer": "linux", "sku": "other"}}, "identifier.sku"),
        ({"eula": ""}, "eula"),
        ({"eula": "https://example.com/eula"}, "eula"),
        ({"privacyStatementUri": "https://example.com"}, "privacyStatementUri"),
        ({"purchasePlan": {"name": "n", "publisher": "p", "product": "q"}}, "purchasePlan.name"),
    ],
)
def test_what_is_fixed_at_creation(client: Client, gallery: str, change: dict[str, Any], path: str) -> None:
    definition = client.definition(gallery, "fixed")
    reply = client.call("PUT", definition, definition_body("fixed", **change))
    assert reply.refusal == (409, "PropertyChangeNotAllowed", FIXED + path)
    assert reply.message == f"Changing property '{FIXED}{path}' is not allowed."


def test_a_patch_has_to_repeat_what_is_required(client: Client, gallery: str) -> None:
    path = client.definition(gallery, "patched")
    reply = client.call("PATCH", path, {"properties": {"description": "d"}})
    assert reply.refusal == (409, "PropertyChangeNotAllowed", FIXED + "osType")
    full = definition_body("patched", description="d")
    reply = client.call("PATCH", path, {"properties": full["properties"]})
    assert (reply.status, reply.properties["provisioningState"]) == (200, "Updating")


def test_features_change_only_on_request(client: Client, gallery: str) -> None:
    path = client.definition(gallery, "features", features=[{"name": "SecurityType", "value": "Standard"}])
    nvme = [
        {"name": "SecurityType", "value": "Standard"},
        {"name": "DiskControllerTypes", "value": "SCSI, NVMe", "startsAtVersion": "2.0.0"},
    ]
    refused = client.call("PUT", path, definition_body("features", features=nvme))
    assert refused.refusal == (409, "PropertyChangeNotAllowed", "DiskControllerTypes")
    old = client.call(
        "PUT", path, definition_body("features", features=nvme, allowUpdateImage=True), "2023-07-03"
    )
    assert old.refusal == (409, "PropertyChangeNotAllowed", "DiskControllerTypes")
    client.put(path, definition_body("features", features=nvme, allowUpdateImage=True))
    found = client.get(path).properties
    assert found["features"] == nvme
    assert "allowUpdateImage" not in found
    unversioned = [nvme[0], {"name": "DiskControllerTypes", "value": "SCSI"}]
    reply = client.call("PUT", path, definition_body("features", features=unversioned, allowUpdateImage=True))
    assert reply.refusal == (400, "InvalidParameter", "galleryImage.properties.features.startsAtVersion")


def test_a_purchase_plan_has_a_name(client: Client, gallery: str) -> None:
    plan = {"publisher": "acme", "product": "linux"}
    reply = client.call("PUT", f"{gallery}/images/unnamed", definition_body("unnamed", purchasePlan=plan))
    assert reply.refusal == (400, "InvalidParameter", "galleryImage.properties.purchasePlan.name")
    path = client.definition(gallery, "sold", purchasePlan=plan | {"name": "pro", "promotionCode": "x"})
    assert client.get(path).properties["purchasePlan"] == plan | {"name": "pro"}


def test_a_purchase_plan_is_fixed(client: Client, gallery: str) -> None:
    plan = {"name": "pro", "publisher": "acme", "product": "linux"}
    path = client.definition(gallery, "planned", purchasePlan=plan)
    for changed in (plan | {"product": "unix"}, {}):
        reply = client.call("PUT", path, definition_body("planned", purchasePlan=changed))
        assert reply.refusal[:2] == (409, "PropertyChangeNotAllowed")
    assert client.call("PUT", path, definition_body("planned", purchasePlan=plan)).status == 200


@pytest.mark.parametrize(("kinds", "path"), [("x", "diskTypes"), (["Standard_LRS", 1], "diskTypes[1]")])
def test_disallowed_disk_types_are_texts(client: Client, gallery: str, kinds: object, path: str) -> None:
    body = definition_body("disallowing", disallowed={"diskTypes": kinds})
    reply = client.call("PUT", f"{gallery}/images/disallowing", body)
    assert reply.status == 400
    assert f"Path 'properties.disallowed.{path}'" in reply.message


def test_old_api_versions_see_less(client: Client, gallery: str) -> None:
    features = [{"name": "IsHibernateSupported", "value": "True", "startsAtVersion": "1.0.0"}]
    path = client.definition(gallery, "old", features=features)
    assert "architecture" not in client.get(path, "2021-07-01").properties
    assert client.get(path, "2023-07-03").properties["features"] == [
        {"name": "IsHibernateSupported", "value": "True"}
    ]


def test_the_identifier_is_unique_in_a_gallery(client: Client, gallery: str) -> None:
    client.definition(gallery, "first")
    body = definition_body("first", identifier={"publisher": "Contoso", "offer": "LINUX", "sku": "first"})
    reply = client.call("PUT", f"{gallery}/images/second", body)
    assert reply.refusal == (409, "Conflict", "galleryImage.properties.identifier")
    assert "already exists" in reply.message


def test_a_definition_with_versions_is_not_deleted(client: Client, gallery: str) -> None:
    path = client.definition(gallery, "holding")
    client.put(f"{path}/versions/1.0.0", version_body(machine("build-ubuntu-2404")))
    reply = client.call("DELETE", path)
    assert reply.refusal == (409, "CannotDeleteResource", "")
    assert "Microsoft.Compute/galleries/definitions/images/holding/versions/1.0.0" in reply.message


@pytest.mark.parametrize("name", ["-start", "end-", "end.", "with space".replace(" ", "%20"), "a" * 81])
def test_names_azure_refuses(client: Client, gallery: str, name: str) -> None:
    reply = client.call("PUT", f"{gallery}/images/{name}", definition_body("n"))
    assert reply.refusal == (400, "InvalidParameter", "galleryImageName")


def identifier(publisher: str = "p", offer: str = "o", sku: str = "s") -> dict[str, dict[str, str]]:
    return {"identifier": {"publisher": publisher, "offer": offer, "sku": sku}}


def feature(name: str, value: str) -> dict[str, list[dict[str, str]]]:
    return {"features": [{"name": name, "value": value}]}


@pytest.mark.parametrize(
    ("properties", "target"),
    [
        ({"osType": None}, FIXED + "osType"),
        ({"osState": None}, FIXED + "osState"),
        ({"identifier": None}, FIXED + "identifier"),
        ({"osType": "BeOS"}, FIXED + "osType"),
        ({"osState": "Sleepy"}, FIXED + "osState"),
        ({"hyperVGeneration": "V3"}, FIXED + "hyperVGeneration"),
        ({"architecture": "riscv"}, FIXED + "architecture"),
        (identifier(publisher="p" * 129), FIXED + "identifier.publisher"),
        (identifier(offer="o" * 65), FIXED + "identifier.offer"),
        (identifier(sku="s" * 65), FIXED + "identifier.sku"),
        (identifier(sku="ends."), FIXED + "identifier.sku"),
        (identifier(offer=""), FIXED + "identifier.offer"),
        ({"endOfLifeDate": "2001-01-01"}, FIXED + "endOfLifeDate"),
        ({"endOfLifeDate": "soon"}, FIXED + "endOfLifeDate"),
        ({"recommended": {"vCPUs": {"min": 4, "max": 2}}}, FIXED + "recommended.vCPUs"),
        ({"recommended": {"memory": {"min": 4, "max": 2}}}, FIXED + "recommended.memory"),
        (feature("Colour", "blue"), FIXED + "features"),
        (feature("SecurityType", "Strong"), FIXED + "features.SecurityType"),
        (feature("DiskControllerTypes", "IDE"), FIXED + "features.DiskControllerTypes"),
        ({"hyperVGeneration": "V1", **feature("DiskControllerTypes", "SCSI,NVMe")}, "hyperVGeneration"),
        ({"hyperVGeneration": "V1", **feature("SecurityType", "TrustedLaunch")}, "hyperVGeneration"),
        ({"hyperVGeneration": "V1", **feature("SecurityType", "TrustedLaunchSupported")}, "hyperVGeneration"),
        ({"architecture": "Arm64", **feature("SecurityType", "ConfidentialVM")}, "architecture"),
        ({"features": [*feature("SecurityType", "Standard")["features"]] * 2}, FIXED + "features"),
    ],
)
def test_what_azure_refuses(client: Client, gallery: str, properties: dict[str, Any], target: str) -> None:
    reply = client.call("PUT", f"{gallery}/images/refused", definition_body("refused", **properties))
    assert reply.refusal == (400, "InvalidParameter", target)
    assert client.get(f"{gallery}/images/refused").status == 404


def test_longest_values_are_taken(client: Client, gallery: str) -> None:
    longest = identifier("p" * 128, "o" * 64, "s" * 64)
    client.put(f"{gallery}/images/{'n' * 80}", definition_body("n", **longest))
