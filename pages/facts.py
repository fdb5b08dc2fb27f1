"""`docs/facts.md`: which field decides which rule."""

from collections.abc import Iterator

from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.undeclared import field_of, needs
from azure_image_gallery.spec.documentation import documentation
from pages.markdown import GENERATED, joined, prose, table

_HEAD = """\
# Facts

Some rules are about what no id and no name tells: what is inside an image, or in which state the machine is that it
is made from. Such facts are declared beside what they are about. What is not declared is never guessed: the rules
that need it stay undecided there, and `image-gallery validate` counts them (`--facts` lists where each would be
declared). What follows from the declaration itself, such as the state of a managed image that is declared beside a
version made from it, need not be said again.
"""


def page() -> str:
    """The whole page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield GENERATED
    yield _HEAD
    yield from table(("field", "what it says", "decides"), sorted(_rows()))


def _rows() -> Iterator[tuple[str, str, str]]:
    for pattern, codes in needs(RULES).items():
        found = field_of(pattern)
        said = prose(" ".join(documentation(found[0])[found[1].name].split())) if found else ""
        yield (
            f"`{'.'.join(pattern)}`",
            said,
            ", ".join(f"[{code}](rules.md#{code})" for code in sorted(codes)),
        )
