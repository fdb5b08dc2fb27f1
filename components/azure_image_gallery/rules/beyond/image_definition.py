"""What is so of image definitions whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

OS_TYPE = Beyond(
    code="IMG006",
    title="an image definition has an operating system, Linux",
    why="A definition holds images of one operating system.",
    program="always sends Linux; there is no key for another",
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
GENERATION = Beyond(
    code="IMG009",
    title="an image definition's generation is always written down",
    why="Azure's default was V1, and has been V2 since the api-version 2025-03-03.",
    program="asks for hyperVGeneration and always sends it",
    docs=f"{_LEARN}/azure-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
SECURITY_TYPE = Beyond(
    code="IMG010",
    title="an image definition's security type is always written down",
    why="Since the api-version 2025-03-03 a definition that says nothing becomes TrustedLaunchSupported.",
    program="always sends the feature SecurityType, as Standard where nothing is said",
    docs=f"{_LEARN}/azure-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
END_OF_LIFE = Beyond(
    code="IMG016",
    title="an end-of-life date blocks nothing by itself",
    why="Machines can still be made after it; only a version whose safetyProfile says so is kept from "
    "deletion until then.",
    program="nothing: the date is sent as it is declared",
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
DELETION = Beyond(
    code="IMG026",
    title="a definition is deleted after its versions",
    why="Azure refuses to delete what still holds something.",
    program="deletes a definition after the versions that it has declared; of others Azure's message is "
    "shown",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)
PARENT = Beyond(
    code="IMG027",
    title="a definition lies in a gallery that is there",
    why="Azure finds the gallery by its name, in the definition's subscription and resource group.",
    program="makes the gallery first, and gives its definitions the gallery's own resource group",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.FORM,
)
OTHER_REGION = Beyond(
    code="IMG028",
    title="a definition's name is free before it is made in another region",
    why="Azure holds a name once in a gallery, whatever the region.",
    program="deletes a definition before it makes it anew in another region",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)
ORIGIN = Beyond(
    code="IMG029",
    title="publisher, offer and sku are like those of the image that a definition derives from",
    why="People recognise the operating system by them.",
    program="nothing: any three names are sent that Azure takes",
    docs=f"{_LEARN}/azure-compute-gallery#best-practices",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
PUBLIC_TEXT = Beyond(
    code="IMG030",
    title="what a definition says of itself is public in a community gallery",
    why="Publisher, offer, sku and addresses are shown to everybody.",
    program="nothing: what is declared is sent",
    docs=f"{_LEARN}/share-gallery-community",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
BEYOND = (
    OS_TYPE,
    GENERATION,
    SECURITY_TYPE,
    END_OF_LIFE,
    DELETION,
    PARENT,
    OTHER_REGION,
    ORIGIN,
    PUBLIC_TEXT,
)
