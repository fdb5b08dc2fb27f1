"""A gallery's sharing profile, where the form of the declaration decides."""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_entry = partial(
    Beyond,
    docs="https://learn.microsoft.com/azure/virtual-machines/create-gallery",
    evidence=Evidence.DOCUMENTATION,
)

BEYOND = (
    _entry(
        code="GAL007",
        title="a gallery permits Private, Groups or Community",
        why="It says which sharing it was made for.",
        program="sends Groups for sharing.direct, Community for sharing.community, and nothing otherwise",
        decides=Decides.FORM,
    ),
    _entry(
        code="GAL008",
        title="with whom a gallery is shared is read, and never written with it",
        why="Only the share action changes it.",
        program="never sends it: GallerySharing does the action",
        decides=Decides.FORM,
    ),
    _entry(
        code="GAL010",
        title="the unique name, the public names and whether a gallery is public are told by Azure",
        why="They cannot be chosen.",
        program="exports galleryUniqueName and communityPublicNames",
        decides=Decides.FORM,
    ),
)
"""Each with what the program does about it."""
