"""What is so of the sources of image versions whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

OWN_KEY = Beyond(
    code="SRC006",
    title="a machine and a community image are sent under keys of their own",
    why="Azure has virtualMachineId and communityGalleryImageId beside id, of which one is given.",
    program="sends each kind of source under its own key, and takes exactly one",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
EXISTS = Beyond(
    code="SRC011",
    title="a source is there",
    why="Azure finds the source by its id when the version is made.",
    program="makes what is declared here before what is made from it; of other sources Azure's message is "
    "shown",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)
RIGHTS = Beyond(
    code="SRC035",
    title="who publishes a version may read its source",
    why="Azure asks for the right to write the machine, disk or snapshot, to list a storage account's "
    "keys, and to read an image.",
    program="nothing: Azure's message is shown",
    docs=f"{_LEARN}/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.AZURE,
)
ALL_DISKS = Beyond(
    code="SRC039",
    title="a version of a machine holds all of the machine's disks",
    why="The operating system disk is taken, and every data disk that is attached.",
    program="nothing: a disk is left out by detaching it, or by giving the source disk by disk",
    docs=f"{_LEARN}/shared-image-galleries",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
BEYOND = (OWN_KEY, EXISTS, RIGHTS, ALL_DISKS)
