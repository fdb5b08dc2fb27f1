import pytest

from tests.local_azure.azure_client import PUBLIC, SUB, Client, machine, version_body

OWN = "Microsoft.Compute"


def view(location: str = "westeurope", below: str = "", name: str = PUBLIC) -> str:
    return f"{SUB}/providers/Microsoft.Compute/locations/{location}/communityGalleries/{name}{below}"


def test_a_gallery_by_its_public_name(client: Client) -> None:
    reply = client.get(view())
    assert reply.status == 200
    assert reply.json == {
        "name": PUBLIC,
        "location": "westeurope",
        "identifier": {"uniqueId": f"/CommunityGalleries/{PUBLIC}"},
        "properties": {
            "communityMetadata": {
                "publicNames": [PUBLIC],
                "publisherUri": "https://images.contoso.example",
                "publisherContact": "images@contoso.example",
                "eula": "https://images.contoso.example/eula",
            }
        },
        "type": "Microsoft.Compute/Locations/CommunityGalleries",
    }


def test_its_definitions(client: Client) -> None:
    found = client.get(view(below="/images")).json["value"]
    assert [one["name"] for one in found] == ["ubuntu-24.04-hardened", "debian-12-minimal", "postgresql-16"]
    one = client.get(view("northeurope", "/images/Debian-12-Minimal")).json
    assert one == {
        "name": "debian-12-minimal",
        "location": "northeurope",
        "identifier": {"uniqueId": f"/CommunityGalleries/{PUBLIC}/Images/debian-12-minimal"},
        "properties": {
            "hyperVGeneration": "V1",
            "architecture": "x64",
            "osType": "Linux",
            "osState": "Generalized",
            "identifier": {"publisher": "contoso-public", "offer": "linux", "sku": "debian-12-minimal"},
        },
    }


def test_its_versions(client: Client) -> None:
    found = client.get(view(below="/images/ubuntu-24.04-hardened/versions")).json["value"]
    assert [one["name"] for one in found] == ["1.0.0", "1.1.0", "1.2.0"]
    latest = client.get(view(below="/images/ubuntu-24.04-hardened/versions/latest")).json
    assert latest["name"] == "1.1.0"
    one = client.get(view("eastus", "/images/postgresql-16/versions/16.2.0")).json
    assert one["identifier"] == {
        "uniqueId": f"/CommunityGalleries/{PUBLIC}/Images/postgresql-16/Versions/16.2.0"
    }
    assert one["properties"].pop("publishedDate").endswith("+00:00")
    assert one["properties"] == {
        "excludeFromLatest": False,
        "storageProfile": {
            "osDiskImage": {"diskSizeGB": 30, "hostCaching": "ReadWrite"},
            "dataDiskImages": [{"lun": 0, "diskSizeGB": 64, "hostCaching": "ReadOnly"}],
        },
    }


@pytest.mark.parametrize(
    ("location", "below", "name"),
    [
        ("westus", "", PUBLIC),
        ("westeurope", "", "nobody"),
        ("westeurope", "/images", "nobody"),
        ("westeurope", "/images/none", PUBLIC),
        ("westus", "/images/debian-12-minimal", PUBLIC),
        ("westeurope", "/images/none/versions", PUBLIC),
        ("westeurope", "/images/debian-12-minimal/versions/1.0.0", PUBLIC),
    ],
)
def test_what_is_not_public_there(client: Client, location: str, below: str, name: str) -> None:
    reply = client.get(view(location, below, name))
    assert reply.refusal == (404, "NotFound", "")
    assert reply.message == "The entity was not found in this Azure location."


def test_an_unknown_subscription_sees_nothing(client: Client) -> None:
    reply = client.get(view().replace("000000000001/providers", "000000000099/providers"))
    assert reply.refusal == (404, "SubscriptionNotFound", "")


def test_the_publishers_own_subscription_is_closed(client: Client) -> None:
    path = "/subscriptions/eeeeeeee-5000-4000-8000-000000000002/resourceGroups/rg-public-images"
    assert client.get(path).refusal == (404, "SubscriptionNotFound", "")


def test_a_gallery_for_the_community_is_private_until_it_is_enabled(client: Client) -> None:
    path = f"{client.group('rg-community')}/galleries/mine"
    info = {
        "publicNamePrefix": "mine",
        "publisherUri": "https://contoso.example",
        "publisherContact": "a@contoso.example",
        "eula": "none",
    }
    profile = {"permissions": "Community", "communityGalleryInfo": info}
    body = {"location": "westeurope", "properties": {"sharingProfile": profile}}
    found = client.put(path, body).properties["sharingProfile"]["communityGalleryInfo"]
    (public_name,) = found["publicNames"]
    assert public_name.startswith("mine-")
    assert len(public_name) == len("mine-") + 36
    assert (found["communityGalleryEnabled"], "publicNamePrefix" in found) == (False, False)
    again = client.put(path, body).properties["sharingProfile"]["communityGalleryInfo"]
    assert again == found
    definition = client.definition(path, "d")
    client.put(f"{definition}/versions/1.0.0", version_body(machine("build-rhel-9")))
    assert client.get(view(name=public_name)).refusal == (404, "NotFound", "")
