"""What is so of target regions whatever is declared, or is Azure's alone to tell."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

COMMON = Beyond(
    code="REP007",
    title="a region's own count of replicas wins over the version's",
    why="With neither of them there is one replica.",
    program="always sends both, as 1 where nothing is said",
    docs=f"{_LEARN}/azure-compute-gallery#replication",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

PRODUCTION = Beyond(
    code="REP008",
    title="images for production have three replicas or more",
    why="A replica serves 20 machines at a time by one passage, 50 by another, and a scale set should have its own.",
    program="nothing: how many machines are made at a time is not declared",
    docs=f"{_LEARN}/azure-compute-gallery#best-practices",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)

FIXED_STORAGE = Beyond(
    code="REP011",
    title="the storage of a target region does not change",
    why="Azure keeps the replicas where they are.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/shared-image-galleries#updating-resources",
    evidence=Evidence.SERVER,
    decides=Decides.CHANGE,
)

EXPLICIT_STORAGE = Beyond(
    code="REP012",
    title="an update repeats the storage of each region",
    why="Azure compares the version's default with what a region has, where the region says nothing.",
    program="always sends the storage of each region",
    docs="https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update",
    evidence=Evidence.SERVER,
    decides=Decides.FORM,
)

MODE = Beyond(
    code="REP017",
    title="replicationMode does not change",
    why="A shallow version has no copy that could become a full one.",
    program="sends what is declared; Azure refuses the change, and the version is published under a new number",
    docs=f"{_LEARN}/shared-image-galleries#shallow-replication",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)

REMOVED = Beyond(
    code="REP018",
    title="a target region goes only where the safety profile lets it go",
    why="Whoever uses the version there would lose it.",
    program="sends what is declared; allowDeletionOfReplicatedLocations has to be true in an `up` before",
    docs=f"{_LEARN}/azure-compute-gallery#best-practices",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.CHANGE,
)

SUBSCRIPTIONS = Beyond(
    code="REP020",
    title="a version is replicated inside its subscription",
    why="Others get access to it by roles, or make a version of their own from it.",
    program="has no key for a region of another subscription; a promotion makes a second version",
    docs=f"{_LEARN}/shared-image-galleries#image-versions",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.FORM,
)

FINISHED = Beyond(
    code="REP026",
    title="machines are made where replication has finished",
    why="Azure knows the version in a region once the first replica is there.",
    program="waits for every region before a version counts as made",
    docs=f"{_LEARN}/azure-compute-gallery#replication",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.MACHINE,
)

COST = Beyond(
    code="REP027",
    title="each replica costs its storage, and the first of a region its transfer",
    why="Replicas are billed as snapshots, and the first one of a region as traffic between regions.",
    program="nothing: prices are not known here",
    docs=f"{_LEARN}/azure-compute-gallery",
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.NOTHING,
)
BEYOND = (
    COMMON,
    PRODUCTION,
    FIXED_STORAGE,
    EXPLICIT_STORAGE,
    MODE,
    REMOVED,
    SUBSCRIPTIONS,
    FINISHED,
    COST,
)
