"""A client that speaks plain HTTP to a local Azure, so that a test sees every header, and bodies to send."""

import http.client
import json
import ssl
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from local_azure.directory import DEPLOYER, SUBSCRIPTION, TENANT
from local_azure.in_process import LocalAzure

SUB = f"/subscriptions/{SUBSCRIPTION}"
BUILDS = f"{SUB}/resourceGroups/rg-image-builds/providers/Microsoft.Compute"
US = f"{SUB}/resourceGroups/rg-image-builds-us/providers/Microsoft.Compute"
STORAGE = f"{SUB}/resourceGroups/rg-image-builds/providers/Microsoft.Storage/storageAccounts"
ACCOUNT = f"{STORAGE}/contosoimages"
VHD = "https://contosoimages.blob.core.windows.net/vhds/flatcar-stable-amd64.vhd"
DATA_VHD = "https://contosoimages.blob.core.windows.net/vhds/reference-data.vhd"
PUBLIC = "contosopublic-eeeeeeee-6000-4000-8000-000000000001"
VERSION = "2024-03-03"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def refusal(self) -> tuple[int, str, str]:
        error = self.json["error"]
        return self.status, error["code"], error.get("target", "")

    @property
    def message(self) -> str:
        return self.json["error"]["message"]

    @property
    def properties(self) -> Any:
        return self.json["properties"]


class Client:
    def __init__(self, azure: LocalAzure) -> None:
        self.azure = azure
        context = ssl.create_default_context(cafile=azure.authority)
        self._connection = http.client.HTTPSConnection("127.0.0.1", azure.port, context=context, timeout=10)
        self._token = ""

    def close(self) -> None:
        self._connection.close()

    def send(self, method: str, path: str, content: bytes | str | None = None, **headers: str) -> Reply:
        self._connection.request(method, path.removeprefix(self.azure.url), content, headers)
        response = self._connection.getresponse()
        text = response.read().decode()
        return Reply(response.status, dict(response.headers), text)

    def token(self, **changes: str) -> Reply:
        form = {
            "client_id": DEPLOYER.client_id,
            "client_secret": DEPLOYER.secret,
            "grant_type": "client_credentials",
            "scope": "https://management.azure.com/.default",
            "tenant": TENANT,
        } | changes
        content = urllib.parse.urlencode(form)
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", f"/{form['tenant']}/oauth2/v2.0/token", content, **kind)

    def forget_token(self) -> None:
        """Ask for a new one at the next call."""
        self._token = ""

    def call(self, method: str, path: str, body: object = None, version: str = VERSION) -> Reply:
        """An ARM call with a token; api-version is added unless the path has one."""
        self._token = self._token or self.token().json["access_token"]
        if "api-version" not in path:
            path += ("&" if "?" in path else "?") + f"api-version={version}"
        content = body if isinstance(body, bytes | str) or body is None else json.dumps(body)
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        return self.send(method, path, content, **headers)

    def get(self, path: str, version: str = VERSION) -> Reply:
        return self.call("GET", path, version=version)

    def finished(self, reply: Reply) -> Reply:
        """Poll until the operation ends; its last status."""
        assert reply.status in {200, 201, 202}, reply.text
        while True:
            status = self.get(reply.headers["Azure-AsyncOperation"])
            if status.json["status"] != "InProgress":
                return status
            time.sleep(0.01)

    def put(self, path: str, body: object, version: str = VERSION) -> Reply:
        """PUT, wait until it is done, and read."""
        reply = self.call("PUT", path, body, version)
        if "Azure-AsyncOperation" in reply.headers:
            assert self.finished(reply).json["status"] == "Succeeded"
            return self.get(path, version)
        assert reply.status in {200, 201}, reply.text
        return reply

    def delete(self, path: str) -> None:
        reply = self.call("DELETE", path)
        if reply.status == 202:
            assert self.finished(reply).json["status"] == "Succeeded"

    def group(self, name: str, location: str = "westeurope") -> str:
        """A resource group; the path under which its compute resources lie."""
        self.put(f"{SUB}/resourceGroups/{name}", {"location": location})
        return f"{SUB}/resourceGroups/{name}/providers/Microsoft.Compute"

    def gallery(self, group: str, name: str) -> str:
        path = f"{self.group(group)}/galleries/{name}"
        self.put(path, {"location": "westeurope"})
        return path

    def definition(self, gallery: str, name: str, **properties: object) -> str:
        path = f"{gallery}/images/{name}"
        self.put(path, definition_body(name, **properties))
        return path


def definition_body(name: str, **properties: object) -> dict[str, Any]:
    identifier = {"publisher": "contoso", "offer": "linux", "sku": name}
    facts = {"osType": "Linux", "osState": "Generalized", "hyperVGeneration": "V2", "identifier": identifier}
    return {"location": "westeurope", "properties": {**facts, **properties}}


def version_body(source: dict[str, Any], **profile: object) -> dict[str, Any]:
    properties = {"storageProfile": source, "publishingProfile": profile}
    return {"location": "westeurope", "properties": properties}


def machine(name: str) -> dict[str, Any]:
    return {"source": {"virtualMachineId": f"{BUILDS}/virtualMachines/{name}"}}
