"""Role assignments: what the directory, a change or nobody decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_SHARE = "https://learn.microsoft.com/azure/virtual-machines/share-gallery"
_TROUBLE = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting"
_ROLES = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/compute"
_beyond = partial(Beyond, docs=_SHARE, evidence=Evidence.DOCUMENTATION)

REACH = _beyond(
    code="RBA003",
    title="a role on the gallery shows everything in it, one on a definition that definition alone",
    why="A role holds for everything below its scope, and for nothing above it.",
    program="takes all three scopes: the gallery, a definition, a version",
    decides=Decides.NOTHING,
)
NEW_GROUP = _beyond(
    code="RBA009",
    title="a group that was made a moment ago is given a role some minutes later",
    why="The directory tells of new principals late; a given type helps for service principals and users.",
    program="always sends the type; where Azure refuses a new group, a second up succeeds",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
MANAGED_IDENTITY = _beyond(
    code="RBA010",
    title="a managed identity is a ServicePrincipal",
    why="The directory has no type of its own for it.",
    program="names the type where another is given (RBA007); Azure refuses one that does not fit",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
FIXED = _beyond(
    code="RBA011",
    title="the principal, the role and the scope of an assignment do not change",
    why="Azure refuses such an update; another assignment is made instead.",
    program="derives the assignment's name from the three, so that a change deletes one and makes another",
    docs=_TROUBLE,
    decides=Decides.CHANGE,
)
DEPLOYER = _beyond(
    code="RBA014",
    title="whoever runs Pulumi may assign roles",
    why="Owner, User Access Administrator and Role Based Access Control Administrator may.",
    program="shows Azure's message",
    docs=_TROUBLE,
    decides=Decides.AZURE,
)
NARROW = _beyond(
    code="RBA016",
    title="a consumer is given Reader on the gallery, or the narrower Compute Gallery Image Reader",
    why="The second shows definitions and versions, and not the gallery they are in.",
    program="knows both by name",
    docs=_ROLES,
    decides=Decides.NOTHING,
)
PUBLISHER = _beyond(
    code="RBA018",
    title="Compute Gallery Artifacts Publisher does not share galleries",
    why="The role leaves the action out that shares a gallery directly or with the community.",
    program="knows the role by name, and Compute Gallery Sharing Admin beside it",
    docs=_ROLES,
    decides=Decides.NOTHING,
)
UNLISTED = _beyond(
    code="RBA019",
    title="consumers are told the ids of images that are shared by roles",
    why="Such images are in no list that a consumer in another tenant sees.",
    program="exports the ids of definitions and versions, and the tenant's",
    decides=Decides.NOTHING,
)
COPIES = _beyond(
    code="RBA020",
    title="whoever may read an image may copy it",
    why="Reading is enough to make a disk from the image.",
    program="nothing: it holds whatever is declared",
    decides=Decides.NOTHING,
)
BEYOND = (REACH, NEW_GROUP, MANAGED_IDENTITY, FIXED, DEPLOYER, NARROW, PUBLISHER, UNLISTED, COPIES)
