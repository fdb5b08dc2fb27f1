"""What is so of image versions whatever is declared, or is Azure's alone to tell."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

HIGHEST = Beyond(
    code="VER006",
    title="latest is the highest number, and not the newest version",
    why="Machines that ask for the latest version get the highest major, then minor, then patch number.",
    program="counts as Azure does, and exports what latest comes to in each region",
    docs=f"{_LEARN}/shared-image-galleries#image-versions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)

DATE_REMOVED = Beyond(
    code="VER008",
    title="an end-of-life date is moved, and not taken away",
    why="What has no date any more is another version, or another definition.",
    program="sends what is declared; Azure may keep the date, and a later one can be given",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.INFERENCE,
    decides=Decides.CHANGE,
)

REGION_WINS = Beyond(
    code="VER010",
    title="a region's own excludeFromLatest wins over the version's",
    why="Azure asks the target region first; regionalExcludeFromLatest, which a page prints, is no key.",
    program="counts as Azure does, and refuses the other spelling as an unknown key",
    docs=f"{_LEARN}/shared-image-galleries#image-versions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)

STRATEGY = Beyond(
    code="VER013",
    title="storageAccountType and storageAccountStrategy exclude each other",
    why="Both say in which storage a region's replicas are kept.",
    program="always sends storageAccountType, and has no key for the strategy",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

STRATEGIES = Beyond(
    code="VER014",
    title="storageAccountStrategy is PreferStandard_ZRS or DefaultStandard_LRS, since 2025-03-03",
    why="It lets Azure choose the storage of each region.",
    program="speaks the interface of 2024-03-03, which does not know it; the storage of each region is always sent",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

STORAGE = Beyond(
    code="VER015",
    title="the storage of a version's replicas is always written down",
    why="Azure's default was Standard_LRS, and is Standard_ZRS where a region has it since 2025-03-03.",
    program="always sends the storage, as Standard_LRS where nothing is said",
    docs=f"{_LEARN}/azure-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

DELETED = Beyond(
    code="VER016",
    title="a version that is marked for deletion is only deleted",
    why="Azure refuses any change, and takes the deletion again.",
    program="shows Azure's message; the next run deletes the version",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)

ONE_AT_A_TIME = Beyond(
    code="VER017",
    title="a managed image is the source of one version at a time",
    why="Azure copies from it until the version is replicated.",
    program="makes the versions of one managed image one after another",
    docs=f"{_LEARN}/image-version",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

THROTTLED = Beyond(
    code="VER018",
    title="a source serves a few operations at a time",
    why="Azure refuses more of them for a while.",
    program="tries again, as the plugin does for every call that is throttled",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
    decides=Decides.AZURE,
)

HOME = Beyond(
    code="VER019",
    title="a version has one home region, which is its source's",
    why="Azure reads the source there, and copies to the other regions from there.",
    program="takes the definition's region where none is given, and compares it with the source's (SRC009)",
    docs=f"{_LEARN}/shared-image-galleries#image-versions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

HOURS = Beyond(
    code="VER020",
    title="replication may take hours",
    why="Azure copies whole disks between regions, and advises to wait for six hours before anything is done about it.",
    program="waits for hours, more of them for more regions, unless options.timeouts say otherwise",
    docs=f"{_LEARN}/troubleshooting-shared-images",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)
BEYOND = (
    HIGHEST,
    DATE_REMOVED,
    REGION_WINS,
    STRATEGY,
    STRATEGIES,
    STORAGE,
    DELETED,
    ONE_AT_A_TIME,
    THROTTLED,
    HOME,
    HOURS,
)
