"""An ARM of the tests' own, which answers as it is told to."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
TENANT = "eeeeeeee-7000-4000-8000-000000000001"
GROUP = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"
GALLERY = f"{GROUP}/providers/Microsoft.Compute/galleries/g"
# {"alg":"none"}.{"oid":"the-object-id"}. without a signature
JWT = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJ0aGUtb2JqZWN0LWlkIn0."


@dataclass(frozen=True)
class Seen:
    """A request that reached ARM. `order` is its number among all."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


@dataclass
class Answer:
    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    text: str | None = None
    drop: bool = False


Script = dict[tuple[str, str], list[Answer]]


class ScriptedArm:
    """Answers from a script where there is one (the last answer stays), else from what was put."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.resources: dict[str, Any] = {}
        self.address = ""
        self.metadata: dict[str, Any] = {}
        self._script: Script = {}
        self._arrived = asyncio.Event()
        self._arrived = asyncio.Event()

    def script(self, method: str, path: str, *answers: Answer) -> None:
        """Let `method` on `path` (without its query) answer so, one after the other."""
        self._script[method, path.lower()] = list(answers)

    def calls(self, method: str = "", containing: str = "") -> list[Seen]:
        """Requests about resources, in order; those of sign-in are left out."""
        return [
            seen
            for seen in self.seen
            if seen.path.startswith(("/subscriptions", "/providers", "/poll"))
            and (not method or seen.method == method)
            and containing.lower() in seen.path.lower()
        ]

    async def reached(self, method: str, path: str) -> None:
        """Wait for a request."""
        async with asyncio.timeout(30):
            while not self.calls(method, path):
                await self._arrived.wait()
                self._arrived.clear()

    def operation(self, name: str) -> str:
        """Address of a long-running operation."""
        return f"{self.address}/poll/{name}?api-version=2024-03-03&t=1"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        content = await request.text()
        is_json = request.content_type == "application/json" and content
        body = json.loads(content) if is_json else content
        seen = Seen(request.method, request.path, dict(request.query), dict(request.headers), body)
        self.seen.append(seen)
        self._arrived.set()
        self._arrived.set()
        answer = self._scripted(seen) or self._sign_in(seen) or self._stored(seen)
        if answer.drop:
            assert request.transport
            request.transport.abort()
        if answer.text is not None:
            return web.Response(status=answer.status, text=answer.text, headers=answer.headers)
        if answer.body is None:
            return web.Response(status=answer.status, headers=answer.headers)
        return web.json_response(answer.body, status=answer.status, headers=answer.headers)

    def _scripted(self, seen: Seen) -> Answer | None:
        answers = self._script.get((seen.method, seen.path.lower()))
        if not answers:
            return None
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def _sign_in(self, seen: Seen) -> Answer | None:
        if seen.path == "/metadata/endpoints":
            return Answer(body=self.metadata)
        if seen.path.endswith("/oauth2/v2.0/token"):
            return Answer(body={"access_token": JWT, "expires_in": 3600, "token_type": "Bearer"})
        return None

    def _stored(self, seen: Seen) -> Answer:
        key = seen.path.lower()
        if seen.method == "PUT":
            created = key not in self.resources
            self.resources[key] = resource(seen.path, seen.body)
            return Answer(201 if created else 200, self.resources[key])
        if key not in self.resources:
            gone = {"error": {"code": "ResourceNotFound", "message": f"{seen.path} was not found."}}
            return Answer(204) if seen.method == "DELETE" else Answer(404, gone)
        return Answer(body=self.resources.pop(key) if seen.method == "DELETE" else self.resources[key])


def resource(path: str, body: Any) -> dict[str, Any]:
    """What ARM holds after a PUT of `body`."""
    parts = path.strip("/").split("/")
    if "providers" in parts:
        provider, *rest = parts[len(parts) - parts[::-1].index("providers") :]
        kind = "/".join([provider, *rest[::2]])
    else:
        kind = "Microsoft.Resources/resourceGroups"
    properties = {**body.get("properties", {}), "provisioningState": "Succeeded"}
    return {"id": path, "name": parts[-1], "type": kind, **body, "properties": properties}
