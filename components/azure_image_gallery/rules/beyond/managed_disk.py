"""What is so of managed disks whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

ONE_MACHINE = Beyond(
    code="DSK001",
    title="a managed disk serves one machine",
    why="It is one virtual hard disk; a specialized image that many machines are made from goes into a "
    "gallery.",
    program="nothing: which machine takes the disk is declared elsewhere",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)
NO_PROFILE = Beyond(
    code="DSK002",
    title="a machine on a specialized disk has no osProfile",
    why="Name, account and key are on the disk already, and Azure refuses to set them.",
    program="nothing: machines are declared elsewhere",
    docs=f"{_LEARN}/linux/imaging",
    evidence=Evidence.SERVER,
    decides=Decides.MACHINE,
)
BEYOND = (ONE_MACHINE, NO_PROFILE)
