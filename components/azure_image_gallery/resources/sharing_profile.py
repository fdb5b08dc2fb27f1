"""What a gallery permits, which Azure wants to know when it makes it: direct sharing, going public, or neither."""

from typing import Any

from azure_image_gallery.resources.accepted import Accepted

_COMMUNITY = ("sharing", "community")


def sharing_profile(accepted: Accepted) -> dict[str, Any] | None:
    """The profile that the declared sharing needs; `None` for a gallery that is shared by roles alone."""
    sharing = accepted.resolved.declaration.sharing
    if sharing.direct is not None:
        return {"permissions": "Groups"}
    community = sharing.community
    if community is None:
        return None
    told = {
        "public_name_prefix": community.public_name_prefix,
        "publisher_uri": community.publisher_uri,
        "publisher_contact": community.publisher_contact,
        "eula": community.eula,
    }
    info = {name: accepted.given(value, _COMMUNITY) for name, value in told.items()}
    return {"permissions": "Community", "community_gallery_info": info}
