"""Limits of a subscription that no declaration sees whole."""

from azure_image_gallery.rules.beyond.beyond import Beyond, Decides
from azure_image_gallery.rules.rule import Evidence

_LIMITS = "https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery#limits"

TARGET_REGIONS = Beyond(
    code="QTA004",
    title="a version has no documented limit of target regions",
    why="The page of limits counts replicas, and names no greatest number of regions.",
    program="nothing: Azure's message is shown, should there be one",
    docs=_LIMITS,
    evidence=Evidence.INFERENCE,
    decides=Decides.AZURE,
)
GALLERIES = Beyond(
    code="QTA001",
    title="a subscription has at most 100 galleries in a region",
    why="Azure stops at this number, over all resource groups.",
    program="nothing: a declaration has one gallery, and Azure's message is shown",
    docs=_LIMITS,
    evidence=Evidence.DOCUMENTATION,
    decides=Decides.AZURE,
)
BEYOND = (TARGET_REGIONS, GALLERIES)
