"""A request and an answer, without the server library they travel through."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from local_azure import errors
from local_azure.cloud import Cloud
from local_azure.directory import Principal
from local_azure.store import Json


@dataclass(frozen=True)
class Request:
    """What arrived. `base` is the address the client used, `https://127.0.0.1:8443`."""

    cloud: Cloud
    method: str
    path: str
    base: str
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    content: bytes = b""
    form: Mapping[str, str] = field(default_factory=dict[str, str])
    caller: Principal | None = None
    auxiliary: frozenset[str] = frozenset()
    """Tenants that the caller has shown tokens of, beside its own."""

    @property
    def api_version(self) -> str:
        """The `api-version` of the query, whatever its case."""
        return next((value for name, value in self.query.items() if name.lower() == "api-version"), "")

    def body(self) -> Json:
        """Return the JSON object that was sent; an empty one for no content."""
        if not self.content.strip():
            return {}
        try:
            found = json.loads(self.content)
        except (ValueError, RecursionError) as error:
            raise errors.invalid_content(str(error) or type(error).__name__) from None
        if not isinstance(found, dict):
            raise errors.invalid_content("a JSON object is needed.")
        return cast("Json", found)


@dataclass(frozen=True)
class Answer:
    """What goes back. `body` is a JSON value, plain text, or nothing."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    indented: bool = False
    """Compute indents its bodies; the gateway and Authorization do not."""

    def encoded(self) -> tuple[bytes, str]:
        """Return the body's bytes and content type."""
        if self.body is None:
            return b"", ""
        if isinstance(self.body, str):
            return self.body.encode(), "text/plain; charset=utf-8"
        if self.indented:
            text = json.dumps(self.body, indent=2, ensure_ascii=False).replace("\n", "\r\n")
        else:
            text = json.dumps(self.body, separators=(",", ":"), ensure_ascii=False)
        return text.encode(errors="replace"), "application/json; charset=utf-8"
