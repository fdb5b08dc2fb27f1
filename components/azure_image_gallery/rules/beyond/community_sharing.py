"""Community galleries, where no declaration decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_entry = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/share-gallery-community",
    evidence=Evidence.DOCUMENTATION,
)

BEYOND = (
    _entry(
        code="COM001",
        title="a gallery is made for the community, and none is changed to it",
        why="The kind of sharing is fixed when a gallery is made; one that was reset may be set to its own kind again.",
        program="shows Azure's message; sharing says before any call whether the gallery permits what is wanted",
        decides=Decides.CHANGE,
    ),
    _entry(
        code="COM006",
        title="a community gallery holds no encrypted version",
        why="The public has no access to the keys.",
        program="refuses it as ENC013",
        decides=Decides.RULE,
    ),
    _entry(
        code="COM009",
        title="images are published, applications are not",
        why="The public gets the gallery's images; its applications reach holders of roles alone.",
        program="warns of it as APP013: such a gallery is allowed, and its applications stay unseen",
        decides=Decides.RULE,
    ),
    _entry(
        code="COM010",
        title="a community gallery is public by an action of its own",
        why="Making the gallery leaves it private; the Owner or a Compute Gallery Sharing Admin publishes it.",
        program="publishes it when sharing.community.published is true, after everything in it is there",
        decides=Decides.AZURE,
    ),
    _entry(
        code="COM011",
        title="a public gallery is reset before it is deleted",
        why="Azure refuses to delete what the public can see.",
        program="resets it first",
        decides=Decides.AZURE,
    ),
    _entry(
        code="COM012",
        title="withdrawing a gallery keeps scale sets of others from growing",
        why="Their next machine finds no image.",
        program="says in the preview that community access goes",
        decides=Decides.NOTHING,
    ),
    _entry(
        code="COM013",
        title="the public is shown the latest version of a definition",
        why="Older ones are used by their number.",
        program="nothing: what the public is shown is Azure's",
        decides=Decides.NOTHING,
    ),
    _entry(
        code="COM015",
        title="a community gallery holds Standard and …Supported security types only",
        why="The strict types are for private galleries.",
        program="refuses it as SEC011",
        decides=Decides.RULE,
    ),
    _entry(
        code="COM016",
        title="the public name is given by Azure",
        why="It is the declared prefix, a hyphen and a GUID.",
        program="exports communityPublicNames",
        decides=Decides.FORM,
    ),
    _entry(
        code="COM017",
        title="an organization may forbid community galleries by a policy",
        why="Azure Policy can look at sharingProfile.permissions.",
        program="shows Azure's message",
        decides=Decides.AZURE,
    ),
)
"""Each with what the program does about it."""
