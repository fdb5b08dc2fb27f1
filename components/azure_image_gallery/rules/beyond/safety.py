"""What is so of a version's guards whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

FLAGS = Beyond(
    code="SAF001",
    title="a safety profile has two settings",
    why="What else it holds, about violations of a policy, is Azure's to write.",
    program="has keys for the two, and none for the rest",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

RECENT = Beyond(
    code="SAF004",
    title="blockDeletionBeforeEndOfLife needs a recent interface",
    why="It came with the interface of 2024-03-03.",
    program="speaks that interface",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.INFERENCE,
    decides=Decides.FORM,
)

REPLACED = Beyond(
    code="SAF005",
    title="a version whose deletion is blocked is not replaced",
    why="Azure refuses the deletion that a replacement begins with.",
    program="shows Azure's message; the flag has to be taken away in an `up` before",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)
BEYOND = (
    FLAGS,
    RECENT,
    REPLACED,
)
