"""Galleries, locks and regions: what Azure, a change or nobody decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_OVERVIEW = "https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery"
_TROUBLE = "https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images"
_MANAGEMENT = "https://learn.microsoft.com/azure/azure-resource-manager/management"
_beyond = partial(Beyond, docs=_OVERVIEW, evidence=Evidence.DOCUMENTATION)

OFFERED = _beyond(
    code="GAL006",
    title="the gallery's region offers compute galleries to the subscription",
    why="Some regions are open to subscriptions that have asked for them only.",
    program="warns of a region that is not known (CFG029), and otherwise shows Azure's message",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
EMPTY = _beyond(
    code="GAL011",
    title="a gallery is deleted when nothing is in it any more",
    why="Azure deletes no gallery with definitions in it, and no definition with versions in it.",
    program="deletes versions before definitions before the gallery, by the dependencies it registers; a group "
    "that the stack makes is deleted whole, in one call",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
EVENTUALLY = _beyond(
    code="GAL012",
    title="a gallery can be deleted a while after its last definition is gone",
    why="Azure notices late that a child is gone, and refuses the parent's deletion until then.",
    program="deletes a group that the stack makes in one call, which waits; elsewhere Azure's message is shown, "
    "and a second destroy succeeds",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
MOVE = _beyond(
    code="GAL013",
    title="galleries, definitions and versions are not moved",
    why="Azure moves none of them to another resource group, subscription or region.",
    program="shows a replacement in the preview: versions, definitions and the gallery go, and are made anew",
    decides=Decides.CHANGE,
)
TWO_REGIONS = _beyond(
    code="GAL015",
    title="there is a second gallery in another region for a disaster",
    why="While a gallery's region is down, nothing in the gallery can be made or changed.",
    program="promotes a version from one gallery to another (`galleries`, one stack for each)",
    docs=f"{_OVERVIEW}#high-availability",
    decides=Decides.NOTHING,
)
APART = _beyond(
    code="GAL016",
    title="images for production and for tests are in galleries of their own, and a gallery has a lock",
    why="Whoever may publish for tests may otherwise change what production runs, and delete it.",
    program="takes one gallery a stack, and `lock` on every entry",
    docs=f"{_OVERVIEW}#best-practices",
    decides=Decides.NOTHING,
)
UPDATES = _beyond(
    code="GAL018",
    title="a gallery's description is what its page says can be updated",
    why="The interface takes tags, identity and soft delete as well, which the page does not mention.",
    program="sends them as an update, and shows Azure's message, should there be one",
    docs="https://learn.microsoft.com/azure/virtual-machines/update-image-resources",
    decides=Decides.CHANGE,
)
UNDER_A_LOCK = _beyond(
    code="GAL022",
    title="what lies under a lock is removed when the lock is gone",
    why="The lock refuses every deletion below it, those of this stack as well.",
    program="lifts the lock for a destroy and for a replacement; to remove one entry, take `lock` out, run up, "
    "and then remove it",
    docs=f"{_MANAGEMENT}/lock-resources",
    decides=Decides.CHANGE,
)
REQUESTED = _beyond(
    code="REP025",
    title="a target region is open to the subscription",
    why="Every public region can be a target, and some are open to subscriptions that have asked for them only.",
    program="warns of a region that is not known (CFG029), and otherwise shows Azure's message",
    decides=Decides.AZURE,
)
BEYOND = (OFFERED, EMPTY, EVENTUALLY, MOVE, TWO_REGIONS, APART, UPDATES, UNDER_A_LOCK, REQUESTED)
