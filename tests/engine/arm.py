"""The least of an ARM client, to look at local Azure without the components or the stand-in."""

import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from local_azure.workspace import CLIENT_ID, CLIENT_SECRET, SUBSCRIPTION_ID, TENANT_ID

SUBSCRIPTION = f"/subscriptions/{SUBSCRIPTION_ID}"
BUILDS = f"{SUBSCRIPTION}/resourceGroups/rg-image-builds/providers/Microsoft.Compute"


class Arm:
    """Calls local Azure on its port."""

    def __init__(self, port: int, authority: Path) -> None:
        self._base = f"https://127.0.0.1:{port}"
        self._tls = ssl.create_default_context(cafile=str(authority))

    def get(self, resource_id: str, api_version: str = "2024-03-03") -> dict[str, Any] | None:
        """A resource, or `None` if there is none."""
        try:
            return self._call(f"{resource_id}?api-version={api_version}", {"Authorization": self._token()})
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def groups(self) -> set[str]:
        """The names of all resource groups."""
        found = self.get(f"{SUBSCRIPTION}/resourcegroups", "2024-11-01")
        assert found is not None
        return {group["name"] for group in found["value"]}

    def _token(self) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "scope": "https://management.azure.com/.default",
        }
        answer = self._call(f"/{TENANT_ID}/oauth2/v2.0/token", {}, urllib.parse.urlencode(form).encode())
        return f"Bearer {answer['access_token']}"

    def _call(self, path: str, headers: dict[str, str], body: bytes | None = None) -> dict[str, Any]:
        request = urllib.request.Request(self._base + path, body, headers)  # noqa: S310  loopback, always https
        with urllib.request.urlopen(request, context=self._tls) as answer:  # noqa: S310  as above
            return json.load(answer)
