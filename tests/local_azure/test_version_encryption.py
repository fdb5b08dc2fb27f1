"""What the replicas of a version are encrypted with, its UEFI keys, edge zones and additional replica sets."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.local_azure.azure_client import ACCOUNT, BUILDS, VHD, Client, Reply, machine, version_body
from tests.local_azure.encryption import encryption_set

PROFILE = "galleryImageVersion.properties.publishingProfile"
ENCRYPTION = f"{PROFILE}.targetRegions.encryption"
OS = f"{ENCRYPTION}.osDiskImage"
DATA = f"{ENCRYPTION}.dataDiskImages"
DISKS = {
    "osDiskImage": {"source": {"id": f"{BUILDS}/disks/app-server-01-os"}},
    "dataDiskImages": [{"lun": 1, "source": {"id": f"{BUILDS}/disks/db-server-01-data-0"}}],
}
CONFIDENTIAL = {"encryptionType": "ConfidentialVmEncryptedWithCustomerKey"}
Put = Callable[..., Reply]


@pytest.fixture
def group(client: Client) -> str:
    return client.group("rg-encryption")


@pytest.fixture
def sets(client: Client, group: str) -> dict[str, str]:
    return {
        "west": encryption_set(client, group, "west"),
        "north": encryption_set(client, group, "north", "northeurope"),
        "secure": encryption_set(client, group, "secure", **CONFIDENTIAL),
    }


@pytest.fixture
def definition(client: Client, group: str) -> str:  # noqa: ARG001  the gallery's group
    return client.definition(client.gallery("rg-encryption", "encryption"), "app", osState="Specialized")


def region(name: str, system: str = "", **luns: str) -> dict[str, Any]:
    """A target region with sets for its system disk and, by number, for its data disks."""
    data = [{"lun": int(lun[1:]), "diskEncryptionSetId": id_} for lun, id_ in luns.items()]
    encryption: dict[str, Any] = {"dataDiskImages": data} if data else {}
    if system:
        encryption["osDiskImage"] = {"diskEncryptionSetId": system}
    return {"name": name, "encryption": encryption} if encryption else {"name": name}


@pytest.fixture
def put(client: Client, definition: str) -> Put:
    def send(*targets: dict[str, Any], **profile: Any) -> Reply:
        body = version_body(DISKS, targetRegions=list(targets), **profile)
        return client.call("PUT", f"{definition}/versions/9.9.9", body)

    return send


def test_a_set_for_each_disk_in_each_region(client: Client, definition: str, sets: dict[str, str]) -> None:
    west, north = sets["west"], sets["north"]
    targets = [region("westeurope", west, l1=west), region("northeurope", north, l1=north)]
    path = f"{definition}/versions/1.0.0"
    found = client.put(path, version_body(DISKS, targetRegions=targets)).properties
    shown = found["publishingProfile"]["targetRegions"]
    assert [one["encryption"] for one in shown] == [one["encryption"] for one in targets]
    changed = [region("westeurope", west), region("northeurope", north)]
    reply = client.call("PUT", path, version_body(DISKS, targetRegions=changed))
    assert reply.refusal == (409, "PropertyChangeNotAllowed", ENCRYPTION)


def test_a_disk_that_is_encrypted_somewhere_is_everywhere(put: Put, sets: dict[str, str]) -> None:
    west, north = sets["west"], sets["north"]
    reply = put(region("westeurope", west), region("northeurope"))
    assert reply.refusal == (400, "InvalidParameter", OS)
    assert reply.message == (
        "A disk encryption set is required for disk 'osDiskImage' in target region 'northeurope' since disk "
        f"encryption set '{west}' is used for the disk in region 'westeurope'."
    )
    reply = put(region("westeurope", west, l1=west), region("northeurope", north))
    assert reply.refusal == (400, "InvalidParameter", DATA)
    assert "required for disk 'LUN 1' in target region 'northeurope'" in reply.message


def test_a_set_is_there_and_where_the_replica_is(put: Put, sets: dict[str, str]) -> None:
    target = f"{OS}.diskEncryptionSetId"
    elsewhere = sets["west"].replace(
        "eeeeeeee-5000-4000-8000-000000000001", "eeeeeeee-5000-4000-8000-000000000002"
    )
    for set_id, words in (
        (f"{sets['west']}-none", "was not found"),
        (elsewhere, "must be in the same subscription"),
        (sets["north"], "is in 'North Europe', and 'West Europe' is wanted"),
        (sets["secure"], "is of the type 'ConfidentialVmEncryptedWithCustomerKey'"),
        (f"{BUILDS}/disks/app-server-01-os", "is invalid"),
    ):
        reply = put(region("westeurope", set_id))
        assert reply.refusal == (400, "InvalidParameter", target)
        assert words in reply.message


def test_the_numbers_of_data_disks(put: Put, sets: dict[str, str]) -> None:
    reply = put(region("westeurope", l2=sets["west"]))
    assert (reply.refusal[2], "invalid lun '2'" in reply.message) == (f"{DATA}.lun", True)
    twice = region("westeurope", l1=sets["west"])
    twice["encryption"]["dataDiskImages"] *= 2
    assert "Duplicate luns" in put(twice).message


def test_no_encryption_of_a_vhd_or_of_a_version(
    client: Client, put: Put, definition: str, sets: dict[str, str]
) -> None:
    assert put(region("westeurope")).status == 201
    blob = {"osDiskImage": {"source": {"uri": VHD, "storageAccountId": ACCOUNT}}}
    version = {"source": {"id": f"{definition}/versions/9.9.9"}}
    client.finished(client.call("PUT", f"{definition}/versions/9.9.9", version_body(DISKS)))
    for number, storage in (("9.9.7", blob), ("9.9.8", version)):
        body = version_body(storage, targetRegions=[region("westeurope", sets["west"])])
        reply = client.call("PUT", f"{definition}/versions/{number}", body)
        assert reply.refusal == (400, "InvalidParameter", ENCRYPTION)
    client.delete(f"{definition}/versions/9.9.9")


def test_a_shallow_version_is_not_encrypted(put: Put, sets: dict[str, str]) -> None:
    reply = put(region("westeurope", sets["west"]), replicationMode="Shallow")
    assert reply.refusal == (400, "InvalidParameter", ENCRYPTION)


def confidential(kind: str, set_id: str = "") -> dict[str, Any]:
    profile = {"confidentialVMEncryptionType": kind}
    profile |= {"secureVMDiskEncryptionSetId": set_id} if set_id else {}
    return {"name": "westeurope", "encryption": {"osDiskImage": {"securityProfile": profile}}}


def test_the_security_profile_is_for_confidential_machines(put: Put, sets: dict[str, str]) -> None:
    reply = put(confidential("EncryptedWithCmk", sets["secure"]))
    assert reply.refusal == (400, "InvalidParameter", f"{OS}.securityProfile")
    assert "security type 'ConfidentialVM', not 'Standard'" in reply.message
    assert put(confidential("Encrypted")).refusal[2] == f"{OS}.securityProfile.confidentialVMEncryptionType"


def test_edge_zones(client: Client, definition: str) -> None:
    zone: dict[str, Any] = {
        "name": "westus",
        "extendedLocation": {"name": "losangeles", "type": "EdgeZone"},
        "extendedLocationReplicaCount": 2,
        "storageAccountType": "StandardSSD_LRS",
    }
    path = f"{definition}/versions/2.0.0"
    profile = client.put(path, version_body(DISKS, targetExtendedLocations=[zone])).properties[
        "publishingProfile"
    ]
    assert profile["targetExtendedLocations"] == [zone | {"name": "West US"}]
    changed = zone | {"extendedLocationReplicaCount": 3}
    profile = client.put(path, version_body(DISKS, targetExtendedLocations=[changed])).properties[
        "publishingProfile"
    ]
    assert profile["targetExtendedLocations"][0]["extendedLocationReplicaCount"] == 3
    other = zone | {"storageAccountType": "Premium_LRS"}
    reply = client.call("PUT", path, version_body(DISKS, targetExtendedLocations=[other]))
    target = f"{PROFILE}.targetExtendedLocations.storageAccountType"
    assert reply.refusal == (409, "PropertyChangeNotAllowed", target)


@pytest.mark.parametrize(
    ("zones", "target"),
    [
        ([{"name": "nowhere", "extendedLocation": {"name": "a"}}], "name"),
        ([{"name": "westus"}], "extendedLocation.name"),
        ([{"name": "westus", "extendedLocation": {"name": "a", "type": "Unknown"}}], "extendedLocation.type"),
        (
            [{"name": "westus", "extendedLocation": {"name": "a"}, "storageAccountType": "PremiumV2_LRS"}],
            "storageAccountType",
        ),
        ([{"name": "westus", "extendedLocation": {"name": name}} for name in ("a", "A")], ""),
    ],
)
def test_edge_zones_that_are_refused(put: Put, zones: list[dict[str, Any]], target: str) -> None:
    reply = put(region("westeurope"), targetExtendedLocations=zones)
    assert (reply.status, reply.refusal[2]) == (
        400,
        f"{PROFILE}.targetExtendedLocations.{target}".rstrip("."),
    )


def test_additional_replica_sets(client: Client, put: Put, definition: str) -> None:
    sets = [{"storageAccountType": "PremiumV2_LRS", "regionalReplicaCount": 2}]
    target = {"name": "westeurope", "additionalReplicaSets": sets}
    found = client.put(f"{definition}/versions/3.0.0", version_body(DISKS, targetRegions=[target]))
    assert found.properties["publishingProfile"]["targetRegions"][0]["additionalReplicaSets"] == sets
    wrong = put({"name": "westeurope", "additionalReplicaSets": [{"storageAccountType": "UltraSSD_LRS"}]})
    assert wrong.refusal[2] == f"{PROFILE}.targetRegions.additionalReplicaSets.storageAccountType"


CERTIFICATE = {"type": "x509", "value": ["MIIB"]}
WINDOWS = ["MicrosoftWindowsTemplate"]
UEFI = "galleryImageVersion.properties.securityProfile.uefiSettings"


@pytest.fixture
def trusted(client: Client, group: str) -> str:  # noqa: ARG001  the gallery's group
    features = [{"name": "SecurityType", "value": "TrustedLaunchSupported"}]
    return client.definition(client.gallery("rg-encryption", "encryption"), "trusted", features=features)


def with_keys(**settings: Any) -> dict[str, Any]:
    body = version_body({"osDiskImage": {"source": {"uri": VHD, "storageAccountId": ACCOUNT}}})
    body["properties"]["securityProfile"] = {"uefiSettings": settings}
    return body


def test_uefi_keys_are_kept_and_fixed(client: Client, trusted: str) -> None:
    added = {
        "pk": CERTIFICATE,
        "kek": [CERTIFICATE],
        "db": [CERTIFICATE],
        "dbx": [{"type": "sha256", "value": ["AAAA"]}],
    }
    body = with_keys(signatureTemplateNames=["NoSignatureTemplate"], additionalSignatures=added)
    path = f"{trusted}/versions/1.0.0"
    found = client.put(path, body).properties
    assert "securityProfile" not in found
    expanded = client.get(f"{path}?$expand=UefiSettings").properties
    assert expanded["securityProfile"] == body["properties"]["securityProfile"]
    reply = client.call("PUT", path, with_keys(signatureTemplateNames=WINDOWS))
    assert reply.refusal == (409, "PropertyChangeNotAllowed", UEFI)


@pytest.mark.parametrize(
    ("settings", "target"),
    [
        ({"additionalSignatures": {"db": [CERTIFICATE]}}, f"{UEFI}.signatureTemplateNames"),
        ({"signatureTemplateNames": ["Mine"]}, f"{UEFI}.signatureTemplateNames"),
        ({"signatureTemplateNames": [*WINDOWS, "NoSignatureTemplate"]}, f"{UEFI}.signatureTemplateNames"),
        ({"signatureTemplateNames": ["NoSignatureTemplate"]}, f"{UEFI}.additionalSignatures"),
        (
            {
                "signatureTemplateNames": WINDOWS,
                "additionalSignatures": {"db": [{"type": "rsa", "value": ["AAAA"]}]},
            },
            f"{UEFI}.additionalSignatures.db.type",
        ),
        (
            {
                "signatureTemplateNames": WINDOWS,
                "additionalSignatures": {"db": [{"type": "x509", "value": ["?"]}]},
            },
            f"{UEFI}.additionalSignatures.db.value",
        ),
    ],
)
def test_uefi_keys_that_are_refused(
    client: Client, trusted: str, settings: dict[str, Any], target: str
) -> None:
    reply = client.call("PUT", f"{trusted}/versions/2.0.0", with_keys(**settings))
    assert (reply.status, reply.refusal[2]) == (400, target)


def test_uefi_keys_need_trusted_launch(client: Client, definition: str) -> None:
    body = version_body(DISKS)
    body["properties"]["securityProfile"] = {"uefiSettings": {"signatureTemplateNames": WINDOWS}}
    reply = client.call("PUT", f"{definition}/versions/9.9.9", body)
    assert reply.refusal == (400, "InvalidParameter", UEFI)


def test_machine_sources_may_be_encrypted(client: Client, trusted: str, sets: dict[str, str]) -> None:
    gallery = trusted.rsplit("/images/", 1)[0]
    plain = client.definition(gallery, "plain")
    body = version_body(machine("build-rhel-9"), targetRegions=[region("westeurope", sets["west"])])
    assert client.put(f"{plain}/versions/1.0.0", body).status == 200
