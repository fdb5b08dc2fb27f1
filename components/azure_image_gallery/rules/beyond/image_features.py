"""What is so of the features of image definitions whatever is declared."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

CHANGE = Beyond(
    code="SEC023",
    title="features change only with allowUpdateImage",
    why="Azure refuses to change a feature of a definition that exists, unless the request allows it.",
    program="sends allowUpdateImage as it is declared, with an api-version that knows it; else Azure's "
    "message is shown",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)
VALIDATION = Beyond(
    code="SEC025",
    title="whether a version starts as a Trusted Launch machine is found out by Azure itself",
    why="It starts one, which takes an hour or more, and writes the outcome into the version's "
    "validationsProfile.",
    program="nothing: it does not wait for the outcome",
    docs=f"{_LEARN}/azure-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.AZURE,
)
SPELLING = Beyond(
    code="SEC026",
    title="a security type is sent in one spelling",
    why="Azure's pages and tools differ in capitals: ConfidentialVMSupported and ConfidentialVmSupported.",
    program="takes any case, and sends the spelling of SEC003",
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
REGIONS = Beyond(
    code="SEC027",
    title="confidential images are of use in regions with confidential machines",
    why="Not every region has sizes of machines that are confidential.",
    program="nothing: which sizes a region has only Azure knows",
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.AZURE,
)
BEYOND = (CHANGE, VALIDATION, SPELLING, REGIONS)
