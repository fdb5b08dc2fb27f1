"""Values that are not there yet: what another resource makes, or what a stack file holds encrypted.

A field that takes its value from outside is typed `OrUnknown[T]`. Wherever such a field may stand, a
declaration may hold an `Unknown` in place of the value; rules answer *undecided* on it. Fields that name or
shape things never admit one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar, cast

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from azure_image_gallery.spec.path import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that arrives later, or that must not be read.

    `path` is where it stands in the declaration. `secret` marks a value that is never to be printed.
    """

    path: Path
    secret: bool = False


@dataclass(frozen=True, slots=True)
class StackOutput(Unknown):
    """An output of another stack, which is read when the program runs."""

    stack: str = ""
    """`organization/project/stack`, as Pulumi names it."""
    name: str = ""
    """The output, or a path into it: `galleryId`, `imageVersionIds["ubuntu-24.04"]["1.0.0"]`."""


_STACK_OUTPUT = (("stackOutput", "stack_output"), ("name",))
_STACK_PARTS = 3


def is_stack_name(text: str) -> bool:
    """Whether a text names a stack whole: `organization/project/stack`."""
    parts = text.split("/")
    return len(parts) == _STACK_PARTS and all(part.strip() == part != "" for part in parts)


def stack_output(value: object, path: Path = ()) -> StackOutput | None:
    """The output that a map `{stackOutput: …, name: …}` names; `None` for any other value."""
    if not isinstance(value, Mapping) or len(cast("Mapping[object, object]", value)) != len(_STACK_OUTPUT):
        return None
    given = cast("Mapping[object, object]", value)
    parts = [given.get(next((key for key in keys if key in given), None)) for keys in _STACK_OUTPUT]
    if not all(isinstance(part, str) and part for part in parts) or not is_stack_name(str(parts[0])):
        return None
    return StackOutput(path, False, *cast("list[str]", parts))


def _admit_unknown(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    if isinstance(value, Unknown):
        return value
    found = stack_output(value)
    return handler(value) if found is None else found


class FromOutside:
    """Marks, in a field's metadata, that another resource may make the value (a `pulumi.Input`)."""


if TYPE_CHECKING:
    OrUnknown: TypeAlias = T | Unknown
else:

    class OrUnknown:
        """`OrUnknown[T]`: a `T` that may still be unknown.

        Not a plain union: pydantic would report each error of `T` a second time for the other branch.
        """

        def __class_getitem__(cls, item: Any) -> Any:  # noqa: ANN401  any type may stand in the brackets
            """`T`, let through untouched when it is an `Unknown`."""
            return Annotated[item, WrapValidator(_admit_unknown), FromOutside()]
