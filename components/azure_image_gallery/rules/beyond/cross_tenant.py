"""Two tenants, where no declaration decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_entry = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/share-using-app-registration",
    evidence=Evidence.DOCUMENTATION,
)

BEYOND = (
    _entry(
        code="XTN004",
        title="the portal makes no machine of an image of another tenant",
        why="A request needs a token of each tenant, which the command line, PowerShell and the interface can send.",
        program="exports the image ids and tenantId, which those take",
        decides=Decides.NOTHING,
    ),
    _entry(
        code="XTN005",
        title="no flexible scale set is made from an image of another tenant",
        why="Azure makes them uniform only.",
        program="nothing: scale sets are declared elsewhere",
        decides=Decides.MACHINE,
    ),
    _entry(
        code="XTN007",
        title="updating a machine needs its image to be readable still",
        why="Azure looks at the image again, in whichever tenant it is.",
        program="nothing: machines are declared elsewhere",
        decides=Decides.MACHINE,
    ),
)
"""Each with what the program does about it."""
