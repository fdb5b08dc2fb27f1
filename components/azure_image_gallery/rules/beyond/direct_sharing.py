"""Direct sharing, where no declaration decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_entry = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/share-gallery-direct",
    evidence=Evidence.DOCUMENTATION,
)

BEYOND = (
    _entry(
        code="DIR001",
        title="a gallery is made for direct sharing, and none is changed to it",
        why="The kind of sharing is fixed when a gallery is made; one that was reset may be set to its own kind again.",
        program="shows Azure's message; sharing says before any call whether the gallery permits what is wanted",
        decides=Decides.CHANGE,
    ),
    _entry(
        code="DIR002",
        title="a publisher of directly shared galleries has registered for the preview",
        why="It is a preview, and the subscription that shares has to ask for it; those who use the images do not.",
        program="shows Azure's message",
        decides=Decides.AZURE,
    ),
    _entry(
        code="DIR006",
        title="direct sharing is an action, which adds, removes or resets",
        why="No property of a gallery says with whom it is shared: a deployment of the gallery alone cannot.",
        program="brings the declared set about: adds, removes, and resets before the gallery goes",
        decides=Decides.FORM,
    ),
    _entry(
        code="DIR007",
        title="images are shared directly, applications are not",
        why="Whoever the gallery is shared with gets its images; its applications reach holders of roles alone.",
        program="warns of it as APP013: such a gallery is allowed, and its applications stay unseen",
        decides=Decides.RULE,
    ),
    _entry(
        code="DIR008",
        title="a directly shared gallery holds no encrypted version",
        why="Whoever it is shared with has no access to the keys.",
        program="refuses it as ENC012",
        decides=Decides.RULE,
    ),
    _entry(
        code="DIR011",
        title="who shares is Owner of the subscription, or Compute Gallery Sharing Admin",
        why="Other roles may write the gallery and not share it.",
        program="shows Azure's message",
        decides=Decides.AZURE,
    ),
    _entry(
        code="DIR012",
        title="no flexible scale set is made from an image that another tenant shares",
        why="Azure makes them uniform only.",
        program="nothing: scale sets are declared elsewhere",
        decides=Decides.MACHINE,
    ),
    _entry(
        code="DIR013",
        title="a directly shared gallery holds Standard and …Supported security types only",
        why="The strict types are for private galleries.",
        program="refuses it as SEC011",
        decides=Decides.RULE,
    ),
    _entry(
        code="DIR014",
        title="neither Terraform nor PowerShell does the share action",
        why="Azure documents the portal, its command line and its interface.",
        program="does it by a resource of its own, GallerySharing",
        decides=Decides.FORM,
    ),
    _entry(
        code="DIR015",
        title="sources disagree on whether recipients register for the preview too",
        why="One page says so, another says they need not.",
        program="nothing: it is not enforced",
        decides=Decides.NOTHING,
        evidence=Evidence.INFERENCE,
    ),
    _entry(
        code="DIR016",
        title="consumers see a shared gallery by its unique name",
        why="It is the subscription and the name in capitals, under /SharedGalleries.",
        program="exports galleryUniqueName",
        decides=Decides.NOTHING,
    ),
    _entry(
        code="DIR017",
        title="everybody in a subscription or a tenant that is shared with has access",
        why="Direct sharing knows no smaller audience; roles do.",
        program="names each subscription and tenant that gains or loses access in the preview",
        decides=Decides.NOTHING,
    ),
)
"""Each with what the program does about it."""
