"""Azure's own Python clients, against a project's local Azure: what somebody else makes and changes."""

from typing import Any

from azure.core.credentials import AccessToken
from azure.identity import ClientSecretCredential
from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.compute import ComputeManagementClient

from local_azure.workspace import CLIENT_ID, CLIENT_SECRET, SUBSCRIPTION_ID, TENANT_ID, Workspace

_SCOPE = "https://management.azure.com/.default"


class _Credential:
    """The deployer's credential; the clients want one that trusts local Azure's authority."""

    def __init__(self, url: str, authority: str) -> None:
        self._inner = ClientSecretCredential(
            TENANT_ID,
            CLIENT_ID,
            CLIENT_SECRET,
            authority=url,
            disable_instance_discovery=True,
            connection_verify=authority,
        )

    def get_token(self, *scopes: str, **kwargs: Any) -> AccessToken:
        return self._inner.get_token(*scopes, **kwargs)


class Sdk:
    """The clients of one local Azure."""

    def __init__(self, workspace: Workspace) -> None:
        url = f"https://127.0.0.1:{workspace.port}"
        authority = str(workspace.home / "azure" / "ca.pem")
        given: dict[str, Any] = {
            "base_url": url,
            "credential_scopes": [_SCOPE],
            "connection_verify": authority,
        }
        credential = _Credential(url, authority)
        self.compute = ComputeManagementClient(credential, SUBSCRIPTION_ID, **given)
        self.authorization = AuthorizationManagementClient(credential, SUBSCRIPTION_ID, **given)

    def publish(self, group: str, gallery: str, definition: str, version: str, **more: Any) -> None:
        """A version of the ubuntu build machine, made by somebody else."""
        machine = (
            f"/subscriptions/{SUBSCRIPTION_ID}/resourceGroups/rg-image-builds"
            "/providers/Microsoft.Compute/virtualMachines/build-ubuntu-2404"
        )
        body: Any = {
            "location": "westeurope",
            "properties": {
                "publishingProfile": {"targetRegions": [{"name": "westeurope"}], **more},
                "storageProfile": {"source": {"virtualMachineId": machine}},
            },
        }
        versions = self.compute.gallery_image_versions
        versions.begin_create_or_update(group, gallery, definition, version, body).result()

    def delete(self, group: str, gallery: str, definition: str, version: str) -> None:
        """A version taken away by somebody else."""
        self.compute.gallery_image_versions.begin_delete(group, gallery, definition, version).result()
