"""Reading a request's JSON: a value of the wrong JSON type is refused with the path at which it stands."""

from collections.abc import Mapping
from typing import Any, cast

from local_azure import errors
from local_azure.store import Json


def mapping(body: Mapping[str, Any], name: str, where: str = "") -> Json:
    """Return an object; an empty one if it is absent or null."""
    return _read(body, name, where, dict, "object") or {}


def items(body: Mapping[str, Any], name: str, where: str = "") -> list[Json]:
    """Return a list of objects; an empty one if it is absent or null."""
    found: list[Any] = _read(body, name, where, list, "array") or []
    for index, item in enumerate(found):
        if not isinstance(item, dict):
            raise _wrong(item, "object", f"{_join(where, name)}[{index}]")
    return cast("list[Json]", found)


def values(body: Mapping[str, Any], name: str, where: str = "") -> list[object]:
    """Return a list of anything; an empty one if it is absent or null."""
    return _read(body, name, where, list, "array") or []


def text(body: Mapping[str, Any], name: str, where: str = "") -> str:
    """Text; empty if it is absent or null."""
    return _read(body, name, where, str, "string") or ""


def flag(body: Mapping[str, Any], name: str, where: str = "", *, default: bool = False) -> bool:
    """Return a boolean."""
    found = _read(body, name, where, bool, "boolean")
    return default if found is None else found


def whole(body: Mapping[str, Any], name: str, where: str = "") -> int | None:
    """Return a whole number; `None` if it is absent or null. True and false are no numbers."""
    found = _read(body, name, where, int, "integer")
    if isinstance(found, bool):
        raise _wrong(found, "integer", _join(where, name))
    return found


def texts(body: Mapping[str, Any], name: str, where: str = "") -> dict[str, str]:
    """Return a map of text to text, such as tags."""
    found = mapping(body, name, where)
    return {key: text(found, key, _join(where, name)) for key in found}


def _read(body: Mapping[str, Any], name: str, where: str, kind: type, called: str) -> Any:  # noqa: ANN401  JSON
    value = body.get(name)
    if value is not None and not isinstance(value, kind):
        raise _wrong(value, called, _join(where, name))
    return value


def _wrong(value: object, called: str, path: str) -> errors.ArmError:
    shown = repr(value)
    return errors.invalid_content(f"Error converting value {shown[:80]} to type '{called}'. Path '{path}'.")


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
