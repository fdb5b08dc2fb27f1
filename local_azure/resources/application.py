"""
Gallery applications: what a gallery says of all versions of one application.

A write is done at once, with no operation and no `provisioningState`, as in recordings. What Azure answers to a
change of `supportedOSType` is not known: it is refused as other fixed properties are.
"""

import re
from typing import ClassVar

from local_azure import errors, operations
from local_azure.resources import content
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import end_of_life, one_of, only
from local_azure.resources.custom_actions import custom_actions
from local_azure.store import Json, Resource

_TEXTS = ("description", "eula", "privacyStatementUri", "releaseNoteUri", "endOfLifeDate")
_WHERE = "galleryApplication.properties"


class Applications(ComputeType):
    """`Microsoft.Compute/galleries/applications`."""

    type = "Microsoft.Compute/galleries/applications"
    label = "galleryApplication"
    family = operations.GALLERY
    at_once: ClassVar[bool] = True
    name_pattern = re.compile(r"[A-Za-z0-9._-]{0,79}[A-Za-z0-9_-]")
    name_rule = "1 to 80 letters, digits, '.', '_' or '-', not ending with '.'"
    children: ClassVar[tuple[str, ...]] = ("Microsoft.Compute/galleries/applications/versions",)

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check an application; what is fixed does not change."""
        sent = content.mapping(call.body, "properties")
        for name in _TEXTS:
            content.text(sent, name, "properties")
        os_type = content.text(sent, "supportedOSType", "properties")
        if not os_type:
            raise errors.missing_parameter(f"{_WHERE}.supportedOSType")
        os_type = one_of(os_type, ("Linux", "Windows"), f"{_WHERE}.supportedOSType")
        before = stored.properties if stored else {}
        if stored and os_type != before["supportedOSType"]:
            raise self.changed("supportedOSType")
        end_of_life(sent, before, call.now(), f"{_WHERE}.endOfLifeDate")
        actions = custom_actions(sent, "properties", _WHERE)
        properties: Json = {"supportedOSType": os_type, **only(sent, _TEXTS), **actions}
        return Shaped(tracked(call, properties))
