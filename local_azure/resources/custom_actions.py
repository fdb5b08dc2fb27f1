"""Custom actions of applications and their versions."""

from local_azure import errors
from local_azure.resources import content
from local_azure.resources.checks import one_of, only
from local_azure.store import Json

_ACTION = ("name", "script", "description", "parameters")
_PARAMETER = ("name", "required", "type", "defaultValue", "description")
_TYPES = ("String", "ConfigurationDataBlob", "LogOutputBlob")


def custom_actions(sent: Json, where: str, target: str) -> Json:
    """Return the actions of a body; nothing where none are sent. A name stands once."""
    given = content.items(sent, "customActions", where)
    if not given:
        return {}
    path = f"{target}.customActions"
    _check_named(given, path)
    return {"customActions": [_action(one, path) for one in given]}


def _action(given: Json, path: str) -> Json:
    if not content.text(given, "script", path):
        raise errors.missing_parameter(f"{path}.script")
    parameters = content.items(given, "parameters", path)
    _check_named(parameters, f"{path}.parameters")
    shaped = [_parameter(one, f"{path}.parameters") for one in parameters]
    return {**only(given, _ACTION), **({"parameters": shaped} if shaped else {})}


def _parameter(given: Json, path: str) -> Json:
    content.flag(given, "required", path)
    kind = content.text(given, "type", path) or _TYPES[0]
    return {**only(given, _PARAMETER), "type": one_of(kind, _TYPES, f"{path}.type")}


def _check_named(given: list[Json], path: str) -> None:
    names = [content.text(one, "name", path) for one in given]
    if not all(names):
        raise errors.missing_parameter(f"{path}.name")
    if len(set(names)) < len(names):
        raise errors.invalid_parameter(f"{path}.name", "Duplicate names are not allowed.")
