"""What is so of encryption whatever is declared, or is Azure's alone to tell."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

EXISTS = Beyond(
    code="ENC008",
    title="a disk encryption set is there, and can be seen by who deploys",
    why="Azure reads the set when it makes the version.",
    program="makes a declared set first; of any other Azure's message is shown",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)

ADDED = Beyond(
    code="ENC010",
    title="a disk of a version that exists is not encrypted afterwards",
    why="The replicas are written once.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

NO_WAY_BACK = Beyond(
    code="ENC011",
    title="what is encrypted with a customer's key stays so",
    why="Azure writes no copy with its own key of what a customer's key encrypts.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/image-version-encryption",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)

OTHER_SUBSCRIPTION = Beyond(
    code="ENC014",
    title="a machine from an encrypted version is in the subscription of the set",
    why="The disk encryption set serves its own subscription, so readers in others cannot make machines.",
    program="nothing: in which subscription a reader makes machines is not declared",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)

DOUBLE = Beyond(
    code="ENC020",
    title="double encryption is a type of disk encryption set",
    why="There is no switch for it on a version.",
    program="has no key for it on a version; encryptionType of the set says so",
    docs=f"{_LEARN}/disks-enable-double-encryption-at-rest-portal",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

PORTAL = Beyond(
    code="ENC023",
    title="the portal shows a part of what can be encrypted",
    why="Its pages for versions with customer's keys are incomplete.",
    program="nothing: the interface is used, and not the portal",
    docs=f"{_LEARN}/image-version-encryption",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)

SETS = Beyond(
    code="DSK015",
    title="a subscription has at most 5,000 disk encryption sets in a region",
    why="That is the limit of the service.",
    program="nothing: Azure's message is shown, should it be reached",
    docs=f"{_LEARN}/disk-encryption",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.AZURE,
)

UEFI_FIXED = Beyond(
    code="UEF009",
    title="the UEFI keys of a version are fixed with it",
    why="They are written into the image when it is made.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/trusted-launch-secure-boot-custom-uefi",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)

UEFI_REST = Beyond(
    code="UEF010",
    title="the UEFI keys of a version are set and read by the interface alone",
    why="The portal shows nothing of them, and a read has to ask for them by $expand=UefiSettings.",
    program="sends them as declared; a refresh does not see whether they were changed, which Azure does not allow",
    docs=f"{_LEARN}/trusted-launch-secure-boot-custom-uefi",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
BEYOND = (
    EXISTS,
    ADDED,
    NO_WAY_BACK,
    OTHER_SUBSCRIPTION,
    DOUBLE,
    PORTAL,
    SETS,
    UEFI_FIXED,
    UEFI_REST,
)
