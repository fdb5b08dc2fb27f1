"""Whether Azure holds what was declared: the same values, in whatever spelling Azure answers with."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from azure_image_gallery.azure.regions import canonical_region

_SECRET = "4dabf18193072939515e22adb298388d"  # noqa: S105  the engine's mark of a secret, and of other special values
_REGIONS = ("location", "name")


def agrees(declared: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
    """Whether everything declared is held. What Azure adds does not matter, nor what it never answers.

    Both are a resource's properties as the state has them. At the top level, what Azure does not answer is
    left out: the names that make the id, the api-version. Encrypted values cannot be compared, and agree.
    """
    return all(_same(name, value, held[name]) for name, value in declared.items() if name in held)


def _same(name: str, declared: object, held: object) -> bool:
    if isinstance(declared, dict):
        return _same_members(cast("Mapping[str, object]", declared), held)
    if isinstance(declared, list):
        items = cast("Sequence[object]", declared)
        others = cast("Sequence[object]", held) if isinstance(held, list) else ()
        return len(items) == len(others) and all(map(_same, [name] * len(items), items, others))
    if isinstance(declared, str) and isinstance(held, str):
        return declared == held or _same_text(name, declared, held)
    return declared == held


def _same_members(declared: Mapping[str, object], held: object) -> bool:
    if _SECRET in declared:
        return True
    if not isinstance(held, dict):
        return not declared and held is None
    others = cast("Mapping[str, object]", held)
    return all(_same(name, value, others.get(name)) for name, value in declared.items())


def _same_text(name: str, declared: str, held: str) -> bool:
    if declared.startswith("/"):
        return declared.lower() == held.lower()
    if name in _REGIONS:
        return canonical_region(declared) == canonical_region(held)
    moments = _moment(declared), _moment(held)
    return moments[0] is not None and moments[0] == moments[1]


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
