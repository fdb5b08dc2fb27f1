"""The one exception that carries findings to Pulumi's engine.

A subclass of `pulumi.RunError`: the engine prints its text as the program's error, without a traceback.
"""

from collections.abc import Sequence

import pulumi

from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import render, render_overridden, sort_by_place
from azure_image_gallery.rules.rule import Finding

Located = tuple[Finding, Place | None]
LocatedOverride = tuple[Overridden, Place | None]


class DeclarationError(pulumi.RunError):
    """A declaration that Azure would refuse; nothing was registered for it.

    `located` holds every finding, with its place in a file where one is known.
    """

    def __init__(self, located: Sequence[Located], overridden: Sequence[LocatedOverride] = ()) -> None:
        self.located = tuple(sort_by_place(located))
        parts = ("the declaration has errors\n", render(self.located), render_overridden(overridden))
        super().__init__("\n".join(filter(None, parts)))
