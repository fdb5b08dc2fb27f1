"""The documentation of a model's fields: the text that stands under each of them.

Read from the source when it is asked for. Pydantic could keep it with each field, but would read every model's
source whenever the models are imported, which takes longer than to check a small file.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from azure_image_gallery.spec.model import Model


@cache
def documentation(model: type[Model]) -> Mapping[str, str]:
    """The text of each field, by its name in Python; what is inherited stands in the model it comes from."""
    found: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, Model) and kind is not Model:
            found |= _own(kind)
    return found


def _own(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Each field that is declared in a model itself, with its text."""
    [tree] = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(tree, ast.ClassDef)  # noqa: S101  the source of a class is one
    for statement, below in pairwise(tree.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = _text(below)
            if text is not None:
                yield statement.target.id, text


def _text(statement: ast.stmt) -> str | None:
    match statement:
        case ast.Expr(ast.Constant(str(text))):
            return inspect.cleandoc(text)
        case _:
            return None
