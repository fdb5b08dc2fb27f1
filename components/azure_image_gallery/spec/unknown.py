"""Values that are not there yet: what another resource makes, or what a stack file holds encrypted.

A field that takes its value from outside is typed `OrUnknown[T]`. Wherever such a field may stand, a
declaration may hold an `Unknown` in place of the value; rules answer *undecided* on it. Fields that name or
shape things never admit one.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

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


def _admit_unknown(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    return value if isinstance(value, Unknown) else handler(value)


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
