"""In-VM access control profiles, which a gallery may hold and no declaration makes.

Source of the facts: the interface's own model, and
https://learn.microsoft.com/rest/api/compute/gallery-in-vm-access-control-profiles/get.
"""

from functools import partial

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_profile = partial(
    Beyond,
    why="A profile says which processes in a machine may ask its host for metadata; Azure reads it so.",
    program="nothing: no profile can be declared, azure-native's GalleryInVMAccessControlProfile makes one",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-in-vm-access-control-profiles/get",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

BEYOND = (
    _profile(code="ACP001", title="a profile names an operating system, and the endpoint WireServer or IMDS"),
    _profile(
        code="ACP002",
        title="its version has the mode Audit, Enforce or Disabled, and a default of Allow or Deny",
    ),
    _profile(code="ACP003", title="each privilege of a profile has a name and a path"),
    _profile(code="ACP004", title="each role of a profile has a name and lists privileges that are defined"),
    _profile(code="ACP005", title="each identity of a profile has a name"),
    _profile(
        code="ACP006", title="each role assignment in a profile names a role and identities that are defined"
    ),
    _profile(code="ACP007", title="names are unique in each list of a profile"),
    _profile(
        code="ACP008",
        title="a profile needs api-version 2024-03-03, and its regions stand in targetLocations",
    ),
    Beyond(
        code="ACP009",
        title="profiles work in the distributions that support the Metadata Security Protocol",
        why="The protocol needs an agent in the guest, which is there for some distributions only.",
        program="nothing: no profile can be declared, and what a guest's agent supports is not known here",
        docs="https://learn.microsoft.com/azure/virtual-machines/metadata-security-protocol/overview",
        evidence=Evidence.DOCUMENTATION,
        decides=Decides.MACHINE,
    ),
)
