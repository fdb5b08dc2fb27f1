"""What is asked of the machines and scale sets that use an image, which are declared elsewhere."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

SPECIALIZED = Beyond(
    code="VMC001",
    title="a machine from a specialized version has no osProfile",
    why="The image is set up already, and Azure refuses to set it up again.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
GENERALIZED = Beyond(
    code="VMC002",
    title="a machine from a generalized version has an osProfile",
    why="The account, with a password or a key, is made at first boot.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/vm-generalized-image-version",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
REPLICA = Beyond(
    code="VMC003",
    title="a machine is made in a region with a replica",
    why="Azure finds no version in other regions.",
    program="exports the regions of each latest version",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
LATEST = Beyond(
    code="VMC004",
    title="a machine by a definition's id finds a version that counts as latest",
    why="Where all versions are excluded in its region, there is none.",
    program="exports the latest version of each region; VER009 and VER011 warn where there is none",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
TRUSTED_LAUNCH = Beyond(
    code="VMC005",
    title="from a TrustedLaunch image only Trusted Launch machines are made",
    why="Azure refuses other machines.",
    program="nothing: a definition that leaves the choice is TrustedLaunchSupported",
    docs=f"{_LEARN}/trusted-launch",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
CONFIDENTIAL = Beyond(
    code="VMC006",
    title="from a ConfidentialVM image only confidential machines are made",
    why="The image carries the guest state of such a machine.",
    program="nothing: a definition that leaves the choice is ConfidentialVMSupported",
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
FIXED_IMAGE = Beyond(
    code="VMC007",
    title="a machine's image does not change",
    why="Azure answers PropertyChangeNotAllowed; another image is another machine.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/shared-image-galleries",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
SAME_LAYOUT = Beyond(
    code="VMC008",
    title="a scale set changes to an image of the same operating system, generation and data disks",
    why="Its instances keep their disks.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
SAME_STATE = Beyond(
    code="VMC009",
    title="a scale set does not change between generalized and specialized images",
    why="Its instances are set up in one of the two ways.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
DELETED = Beyond(
    code="VMC010",
    title="a scale set grows only while its version is there",
    why="Machines that are made already keep running when a version is deleted, and new ones fail.",
    program="nothing: protect a version that is in use",
    docs=f"{_LEARN}/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
COMMUNITY_ID = Beyond(
    code="VMC011",
    title="a machine names a community image by its public name",
    why="Its id is /CommunityGalleries/<public name>/Images/<name>/Versions/<version>.",
    program="exports the public names of a community gallery",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
SHARED_ID = Beyond(
    code="VMC012",
    title="a machine names a directly shared image by the gallery's unique name",
    why="Its id is /SharedGalleries/<unique name>/Images/<name>/Versions/<version>.",
    program="exports the gallery's unique name",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
TERMS = Beyond(
    code="VMC013",
    title="who uses a community image accepts the publisher's terms",
    why="Azure asks for it when a machine is made.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
TWINS = Beyond(
    code="VMC014",
    title="machines from a specialized image are told apart by whoever makes them",
    why="They have one name, the same accounts and the same keys, and clash in one network.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
BY_DEFINITION = Beyond(
    code="VMC015",
    title="automation names a definition rather than a version",
    why="A version may be deleted, or taken out of a region.",
    program="exports an id of each definition beside those of its versions",
    docs=f"{_LEARN}/vm-specialized-image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
KEYS = Beyond(
    code="VMC016",
    title="a machine's disk encryption set is in its own subscription and region",
    why="Azure refuses a set of another subscription for a machine from an encrypted version.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
INSTANCES = Beyond(
    code="VMC017",
    title="a scale set from a gallery image has at most 1,000 instances",
    why="Above 100 it needs several placement groups.",
    program="nothing: machines are declared elsewhere",
    docs="https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
HIBERNATION = Beyond(
    code="VMC018",
    title="hibernation in a scale set needs Flexible orchestration",
    why="A Uniform scale set cannot hibernate.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/hibernate-resume",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
BEYOND = (
    SPECIALIZED,
    GENERALIZED,
    REPLICA,
    LATEST,
    TRUSTED_LAUNCH,
    CONFIDENTIAL,
    FIXED_IMAGE,
    SAME_LAYOUT,
    SAME_STATE,
    DELETED,
    COMMUNITY_ID,
    SHARED_ID,
    TERMS,
    TWINS,
    BY_DEFINITION,
    KEYS,
    INSTANCES,
    HIBERNATION,
)
