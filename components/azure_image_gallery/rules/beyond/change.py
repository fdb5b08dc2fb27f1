"""What may not change of what exists already. The properties themselves are data: `azure.changes`."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

IDENTITY = Beyond(
    code="CHG001",
    title="a definition's system, state, generation and identifier do not change",
    why="All of its versions rest on them.",
    program="sends what is declared; Azure refuses the change, which takes a definition of another name",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

TERMS = Beyond(
    code="CHG002",
    title="a definition's eula and privacyStatementUri do not change",
    why="Whoever uses the image has accepted them.",
    program="sends what is declared; Azure refuses the change, and an empty text counts as one",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

HARDWARE = Beyond(
    code="CHG003",
    title="a definition's architecture and purchase plan do not change",
    why="All of its versions rest on them.",
    program="sends what is declared; Azure refuses the change, which takes a definition of another name",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.INFERENCE,
    decides=Decides.CHANGE,
)

REPLACEMENT = Beyond(
    code="CHG004",
    title="a definition that is replaced takes its versions with it",
    why="Azure deletes no definition that holds versions.",
    program="deletes the declared versions before; of others Azure's message is shown",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

SOURCE = Beyond(
    code="CHG005",
    title="a version's source does not change",
    why="A number means one content for whoever uses it.",
    program="sends what is declared; Azure refuses the change, and new content is a new number",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

DISKS = Beyond(
    code="CHG006",
    title="a version's data disks and their numbers do not change",
    why="They are part of the content.",
    program="sends what is declared; Azure refuses the change, and new content is a new number",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

KEEPING = Beyond(
    code="CHG007",
    title="a version's storage, replication mode, encryption and UEFI keys do not change",
    why="The replicas are written once.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)

PLACE = Beyond(
    code="CHG008",
    title="a name and a region do not change",
    why="They are where a resource is found.",
    program="deletes the resource and makes it anew, which the preview shows as a replacement",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

WRITE_ONCE = Beyond(
    code="CHG009",
    title="a version number is published once",
    why="Under one number, and one id, everybody expects one content.",
    program="nothing: a replacement of a version is shown in the preview",
    docs=f"{_LEARN}/image-version",
    evidence=Evidence.INFERENCE,
    decides=Decides.CHANGE,
)

NAMES = Beyond(
    code="CHG010",
    title="names are given, and never made up",
    why="Random endings hold what Azure refuses: a hyphen in a gallery's name, letters in a version.",
    program="names every resource by its key or `name`",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.FORM,
)
BEYOND = (
    IDENTITY,
    TERMS,
    HARDWARE,
    REPLACEMENT,
    SOURCE,
    DISKS,
    KEEPING,
    PLACE,
    WRITE_ONCE,
    NAMES,
)
