"""A declaration with its faults cut out, so that the rules can judge the rest.

The smallest removable thing around a fault goes: a key that may be left out, else the entry it belongs to.
What went is remembered, for nothing may be said about its absence: a scalar that was cut stands in the
models as `Unknown`, on which every rule is undecided; any other path is *lost*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from azure_image_gallery.rules.shape import Step, fields, is_model, is_scalar, keys, kind_at, walk
from azure_image_gallery.rules.structure import MOST_FAULTS, Fault, faults, meant
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

_ROUNDS = 4
_NONE = object()
# These leave most rules undecided, so a key has to look like one of them to be taken for it.
_SWITCHES = frozenset({"existing", "external", "externalVersions"})
_GALLERY = {
    "name": "lost",
    "resourceGroup": Unknown(("gallery", "resourceGroup")),
    "location": Unknown(("gallery", "location")),
}


@dataclass(frozen=True, slots=True)
class Pruned:
    """What is left of a declaration."""

    declaration: Declaration | None
    """`None` where nothing can be saved."""
    lost: frozenset[Path]
    """What was cut, in Azure's spelling."""
    faults: tuple[Fault, ...]
    """Everything that did not fit, also what came to light by cutting."""


def prune(values: Mapping[str, object], found: list[Fault]) -> Pruned:
    """Cut until the models take what is left."""
    if len(found) > MOST_FAULTS:
        return Pruned(None, frozenset(), tuple(found))
    tree: dict[str, Any] = dict(values)
    every = dict.fromkeys(found)
    lost: set[Path] = set()
    unknown: set[Path] = set()
    for _ in range(_ROUNDS):
        copied: set[int] = set()
        if not [fault for fault in found if _cut(tree, fault, lost, unknown, copied)]:
            break
        try:
            declaration = Declaration.model_validate(tree)
        except ValidationError as error:
            found = faults(error)
            every |= dict.fromkeys(found)
            continue
        for path in unknown:
            _blank(declaration, path)
        return Pruned(declaration, frozenset(lost | unknown), tuple(every))
    return Pruned(None, frozenset(), tuple(every))


def _cut(
    tree: dict[str, Any],
    fault: Fault,
    lost: set[Path],
    unknown: set[Path],
    copied: set[int],
) -> bool:
    """Cut a fault out of the tree; false where it is not there, or went with what was around it."""
    steps = list(walk(fault.location))
    if fault.unknown_key:
        holder = _holder(tree, fault.location[:-1], copied)
        if holder is None or not _drop_key(holder, fault.location[-1]):
            return False
        _doubt(tuple(s.canonical for s in steps), fault.location, holder, lost, unknown)
        return True
    if len(steps) < len(fault.location):
        return False
    if fault.missing:
        steps = steps[:-1]
    while steps and not _removable(steps[-1]):
        steps.pop()
    if not steps:
        return False
    path = tuple(step.canonical for step in steps)
    location = tuple(step.segment for step in steps)
    if path == ("gallery",):
        tree[str(location[0])] = _GALLERY
        lost.add(path)
        return True
    (unknown if steps[-1].field and is_scalar(steps[-1].kind) else lost).add(path)
    holder = _holder(tree, location[:-1], copied)
    return holder is not None and _drop_key(holder, location[-1])


def _removable(step: Step) -> bool:
    if step.in_list:
        return False
    return step.field is None or not step.field.info.is_required() or step.canonical == "gallery"


def _holder(tree: dict[str, Any], location: Path, copied: set[int]) -> dict[object, Any] | None:
    """The map at a location, copied on the way so that the caller's values stay as they are."""
    at: Any = tree
    for segment in location:
        try:
            child = at[segment]
        except (KeyError, IndexError, TypeError):
            return None
        if id(child) not in copied:
            if isinstance(child, Mapping):
                child = dict(cast("Mapping[object, object]", child))
            elif isinstance(child, list | tuple):
                child = list(cast("list[object]", child))
            else:
                return None
            at[segment] = child
            copied.add(id(child))
        at = child
    return cast("dict[object, Any]", at) if isinstance(at, dict) else None


def _drop_key(holder: dict[object, Any], key: object) -> bool:
    if key not in holder:
        # Pydantic speaks of a key that is no text by its text.
        key = next(
            (other for other in holder if not isinstance(other, str) and str(other) == str(key)), _NONE
        )
    return holder.pop(key, _NONE) is not _NONE


def _doubt(
    path: Path,
    location: Path,
    holder: Mapping[object, object],
    lost: set[Path],
    unknown: set[Path],
) -> None:
    """An unknown key may have meant a key that is not there: nothing is known about those."""
    model = kind_at(location[:-1])
    if not is_model(model):
        lost.add((*path, *location[-1:]))
        return
    near = meant(location)
    doubtful = (
        fields(model)[key] for key in ((near,) if near else keys(model)) if near or key not in _SWITCHES
    )
    for field in doubtful:
        if field.name not in holder and field.key not in holder and not field.info.is_required():
            (unknown if is_scalar(field.kind) else lost).add((*path, field.key))


def _blank(declaration: Declaration, path: Path) -> None:
    """Put an `Unknown` where a scalar was cut. The declaration is ours alone, and never built from."""
    at: Any = declaration
    for segment in path[:-1]:
        at = _child(at, segment)
        if at is None:
            return
    model = cast("type[BaseModel]", type(at))
    object.__setattr__(at, fields(model)[str(path[-1])].name, Unknown(path))


def _child(at: Any, segment: str | int) -> Any:  # noqa: ANN401  a model, a map or a list
    if isinstance(at, BaseModel):
        return getattr(at, fields(type(at))[str(segment)].name)
    try:
        return at[segment]
    except (KeyError, IndexError):
        return None
