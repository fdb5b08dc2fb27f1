"""What is so of managed images whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

REGION = Beyond(
    code="MIM012",
    title="machines from a managed image are made in its region",
    why="A managed image is kept in one region.",
    program="nothing: the image's region stands in the declaration",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
SHARING = Beyond(
    code="MIM013",
    title="a managed image is used in its own subscription",
    why="It cannot be shared with another subscription or tenant.",
    program="has no key to share one; a gallery version made from it can be shared",
    docs=f"{_LEARN}/capture-image-resource",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
RESILIENCE = Beyond(
    code="MIM016",
    title="whether a managed image is zone-redundant is fixed",
    why="Azure answers PropertyChangeNotAllowed.",
    program="nothing: Azure's message is shown; declare the image under another key",
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)
MOVE = Beyond(
    code="MIM021",
    title="an image with a customer's key stays in its subscription",
    why="A disk encryption set serves its own subscription only.",
    program="moves nothing: another subscription is another stack, which makes an image of its own",
    docs=f"{_LEARN}/disk-encryption",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
LEGACY = Beyond(
    code="MIM024",
    title="a gallery is preferred to a managed image",
    why="Managed images get no new features: no versions, no replicas, one region, one subscription.",
    program="nothing: a gallery version takes a managed image as its source",
    docs=f"{_LEARN}/capture-image-resource",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
IRREVERSIBLE = Beyond(
    code="MIM025",
    title="a machine that is marked generalized never starts again",
    why="Azure refuses to start it, and there is no way to take the mark away.",
    program="marks no machine: that is done before, by whoever builds it",
    docs=f"{_LEARN}/capture-image-resource",
    evidence=Evidence.SERVER,
    decides=Decides.NOTHING,
)
FIXED = Beyond(
    code="MIM027",
    title="of a managed image only the tags change",
    why="Azure refuses other changes with PropertyChangeNotAllowed.",
    program="nothing: Azure's message is shown; declare the image under another key",
    docs="https://learn.microsoft.com/rest/api/compute/images/create-or-update",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)
ONE_COPY = Beyond(
    code="MIM028",
    title="a managed image has no versions, replicas, target regions, end of life or features",
    why="These belong to galleries.",
    program="has no keys for them",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
BEYOND = (REGION, SHARING, RESILIENCE, MOVE, LEGACY, IRREVERSIBLE, FIXED, ONE_COPY)
