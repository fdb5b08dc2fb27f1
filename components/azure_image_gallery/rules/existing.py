"""Rules about what exists already."""

from azure_image_gallery.rules.rule import Evidence, Rule

DIFFERS = Rule(
    code="CFG020",
    title="what exists already is as it is declared",
    why="What is made in it follows from the declaration, and Azure would refuse it, or hold something else.",
    fix="declare what Azure holds, or leave `existing` out under another name",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions",
    evidence=Evidence.OURS,
)
RULES = (DIFFERS,)
