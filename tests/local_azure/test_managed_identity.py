from typing import Any

import pytest

from local_azure.directory import TENANT
from tests.local_azure.azure_client import SUB, Client

BUILDER = f"{SUB}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/builder"


def sent(client: Client, identity: dict[str, Any]) -> Any:
    path = f"{client.group('rg-identity')}/galleries/identities"
    return client.call("PUT", path, {"location": "westeurope", "identity": identity})


def test_an_identity_of_its_own_stays_the_same(client: Client) -> None:
    first, again = (sent(client, {"type": "SystemAssigned"}).json["identity"] for _ in range(2))
    assert first == again
    assert set(first) == {"type", "principalId", "tenantId"}
    assert first["tenantId"] == TENANT


def test_identities_that_are_named_get_their_ids(client: Client) -> None:
    shown = sent(
        client, {"type": "SystemAssigned,UserAssigned", "userAssignedIdentities": {BUILDER: {}}}
    ).json
    assert shown["identity"]["type"] == "SystemAssigned, UserAssigned"
    assert set(shown["identity"]["userAssignedIdentities"][BUILDER]) == {"clientId", "principalId"}


def test_an_identity_is_taken_away(client: Client) -> None:
    sent(client, {"type": "SystemAssigned"})
    assert sent(client, {"type": "None"}).json["identity"] == {"type": "None"}


@pytest.mark.parametrize(
    "identity",
    [
        {"type": "Managed"},
        {"type": "UserAssigned"},
        {"type": "SystemAssigned", "userAssignedIdentities": {BUILDER: {}}},
        {"type": "UserAssigned", "userAssignedIdentities": {f"{SUB}/resourceGroups/rg": {}}},
    ],
)
def test_what_does_not_go_together_is_refused(client: Client, identity: dict[str, Any]) -> None:
    assert sent(client, identity).refusal == (400, "InvalidIdentityValues", "")
