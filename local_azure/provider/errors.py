"""Errors of the plugin, each with the sentence that the user reads."""

import json
from typing import cast

from azure.core.exceptions import AzureError, HttpResponseError
from azure.core.rest import AsyncHttpResponse

from local_azure.provider.values import Values

NOT_FOUND = 404


class ProviderError(Exception):
    """Something that the user can read and act on."""


class ConfigurationError(ProviderError):
    """The plugin cannot work with what it was given."""


class Interrupted(ProviderError):  # noqa: N818  it names what happened
    """The engine cancelled, or the operation ran out of time."""


class ArmError(ProviderError):
    """An answer of ARM that is not the one hoped for, in the plugin's usual form."""

    def __init__(self, status: int, code: str, message: str) -> None:
        named = f' Code="{code}"' if code else ""
        super().__init__(f'Status={status}{named} Message="{message}"')
        self.status = status
        self.code = code


class PartialFailure(ProviderError):  # noqa: N818  the resource exists, it is half of a success
    """Azure accepted a write that then failed: the resource is there, in some state.

    `outputs` is what Azure held right after the failure, empty if that could not be read.
    """

    def __init__(self, cause: ProviderError, resource_id: str, outputs: Values) -> None:
        super().__init__(str(cause))
        self.resource_id = resource_id
        self.outputs = outputs


def arm_error(status: int, body: str, code_header: str = "") -> ArmError:
    """Read ARM's error envelope; a body that is none is quoted as it is."""
    error = _error_object(body)
    if error is None:
        return ArmError(status, code_header, body)
    code = error.get("code")
    message = error.get("message")
    return ArmError(
        status,
        code_header or (code if isinstance(code, str) else ""),
        message if isinstance(message, str) else body,
    )


def from_azure(error: AzureError) -> ProviderError:
    """Turn an error of azure-core into one of ours."""
    if isinstance(error, HttpResponseError) and error.response is not None:
        response = cast("AsyncHttpResponse", error.response)
        return arm_error(response.status_code, response.text(), response.headers.get("x-ms-error-code", ""))
    return ProviderError(f"{type(error).__name__}: {error.message}")


def _error_object(body: str) -> dict[str, object] | None:
    try:
        document = json.loads(body)
    except ValueError:
        return None
    if not isinstance(document, dict):
        return None
    error = cast("dict[str, object]", document).get("error")
    return cast("dict[str, object]", error) if isinstance(error, dict) else None
