"""Everything that is to be said about a stack: what reading found, then what the rules find."""

from dataclasses import dataclass
from datetime import datetime

from azure_image_gallery.config.declaration import LoadedDeclaration
from azure_image_gallery.config.locate import locate
from azure_image_gallery.config.reading import Found
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.place import Place
from azure_image_gallery.spec.resolved import Resolved


@dataclass(frozen=True)
class Examined:
    """A declaration that was read and checked."""

    resolved: Resolved | None
    """`None`: there is an error in the file or in the structure, and nothing may be built from it."""
    located: tuple[Found, ...]
    """Every finding with its place."""
    overridden: tuple[tuple[Overridden, Place | None], ...] = ()
    """What is overridden, with the place of what the rule is about."""


def examine(loaded: LoadedDeclaration, *, now: datetime) -> Examined:
    """Check a declaration that was loaded. One that could not be read is not checked."""
    if not loaded.complete:
        return Examined(None, loaded.located)
    checked = check(loaded.values, now=now)
    said = {(found.code, found.path) for found in loaded.findings}
    news = [found for found in locate(loaded, checked.findings) if (found[0].code, found[0].path) not in said]
    places = [place for _, place in locate(loaded, [each.finding for each in checked.overridden])]
    overridden = tuple(zip(checked.overridden, places, strict=True))
    return Examined(checked.resolved, (*loaded.located, *news), overridden)
