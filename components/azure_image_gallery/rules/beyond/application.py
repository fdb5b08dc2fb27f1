"""What Azure demands of gallery applications, and no declaration decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_beyond = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/vm-applications",
    evidence=Evidence.DOCUMENTATION,
)

PER_MACHINE = _beyond(
    code="APP009",
    title="a machine has at most 25 applications, and one version of each",
    why="Azure refuses a machine with more; an error text still speaks of 5.",
    program="nothing: which applications a machine has is declared where the machine is",
    decides=Decides.MACHINE,
)
FIXED = _beyond(
    code="APP010",
    title="the commands and settings of an application's version never change",
    why="Machines have been told them already; Azure refuses the change.",
    program="shows the change in the preview, and Azure's message: a change is a version with another number",
    decides=Decides.CHANGE,
)
QUOTA = _beyond(
    code="APP011",
    title="a subscription has at most 300 application versions in a region",
    why="Azure counts the versions of all galleries of the subscription.",
    program="nothing: Azure's message is shown, should there be one",
    decides=Decides.AZURE,
)
BEYOND = (PER_MACHINE, FIXED, QUOTA)
