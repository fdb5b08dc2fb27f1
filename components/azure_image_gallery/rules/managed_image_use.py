"""Rules about how many machines a managed image is for."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.limits import MANAGED_IMAGE_INSTANCES, MANAGED_IMAGE_MACHINES
from azure_image_gallery.rules.facts import Check, Facts, number
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.resolved import ResolvedManagedImage

_rule = partial(
    Rule,
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
    fix="publish the image to a gallery, which takes a managed image as its source",
)

MACHINES = _rule(
    code="MIM022",
    title=f"at most {MANAGED_IMAGE_MACHINES} machines are made from a managed image at once",
    why="More of them read one image at the same time, and provisioning may time out.",
    docs="https://learn.microsoft.com/azure/virtual-machines/capture-image-resource",
    needs=("managedImages.*.use.machinesAtOnce",),
)
INSTANCES = _rule(
    code="MIM023",
    title=f"a scale set from a managed image has at most {MANAGED_IMAGE_INSTANCES} instances",
    why="From a gallery there may be 1,000.",
    docs="https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups",
    needs=("managedImages.*.use.scaleSetInstances",),
)
RULES = (MACHINES, INSTANCES)


def use(subject: ResolvedManagedImage, _: Facts) -> Iterator[Finding]:
    """What is said of the image's use."""
    said = subject.spec.use
    if said is None:
        return
    for rule, key, value, most in (
        (MACHINES, "machinesAtOnce", said.machines_at_once, MANAGED_IMAGE_MACHINES),
        (INSTANCES, "scaleSetInstances", said.scale_set_instances, MANAGED_IMAGE_INSTANCES),
    ):
        given = number(value)
        if given is not None and given > most:
            message = f"{show(given)} are given, a managed image serves {most}"
            yield Finding(rule, (*subject.path, "use", key), message)


CHECKS = (Check(ResolvedManagedImage, use),)
