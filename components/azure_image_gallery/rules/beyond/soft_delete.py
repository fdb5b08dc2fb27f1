"""Soft delete: what Azure or a machine decides, and what holds in any case."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_beyond = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery",
    evidence=Evidence.DOCUMENTATION,
)

SEVEN_DAYS = _beyond(
    code="SAF010",
    title="a deleted version is kept for seven days",
    why="The time is Azure's own, and cannot be set.",
    program="has no key for it: `softDelete` is true or false",
    decides=Decides.FORM,
)
FEATURE = _beyond(
    code="SAF011",
    title="the subscription has registered the preview SIGSoftDelete",
    why="Soft delete is a preview, which a subscription asks for.",
    program="speaks an api-version that has it (2024-03-03), and shows Azure's message",
    decides=Decides.AZURE,
)
FLEXIBLE = _beyond(
    code="SAF014",
    title="a flexible scale set uses no image of a gallery with soft delete",
    why="The two do not go together.",
    program="nothing: it makes no scale sets",
    decides=Decides.MACHINE,
)
VERSIONS_ONLY = _beyond(
    code="SAF015",
    title="soft delete keeps image versions, and no applications",
    why="A deleted application version is gone at once.",
    program="nothing: it holds whatever is declared",
    decides=Decides.NOTHING,
)
FAILED = _beyond(
    code="SAF017",
    title="a version that has failed is deleted while soft delete is off",
    why="Azure deletes none while it is on: turn it off, delete the version, and turn it on again.",
    program="shows Azure's message",
    decides=Decides.AZURE,
)
RESTORED = _beyond(
    code="SAF018",
    title="the number of a deleted version is not used again within seven days",
    why="A version that is made under it may be the old one, restored.",
    program="nothing: what was deleted before is not known when the declaration is read",
    decides=Decides.AZURE,
)
ALLOWED = _beyond(
    code="SAF019",
    title="whoever turns soft delete on is an Owner of the subscription or a Compute Gallery Sharing Admin",
    why="Azure asks for one of these roles, at the subscription or at the gallery.",
    program="shows Azure's message",
    decides=Decides.AZURE,
)
BILLED = _beyond(
    code="SAF021",
    title="one replica in each region is paid for while a deleted version is kept",
    why="Azure keeps one of them, for seven days.",
    program="nothing: it holds whatever is declared",
    decides=Decides.NOTHING,
)
BEYOND = (SEVEN_DAYS, FEATURE, FLEXIBLE, VERSIONS_ONLY, FAILED, RESTORED, ALLOWED, BILLED)
