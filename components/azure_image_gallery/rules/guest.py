"""Rules about what is declared of the guest operating system. What is not declared is not judged."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.spec.enums import OsState, Provisioning
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"

AGENT = Rule(
    code="LNX001",
    title="a generalized image has a provisioning agent",
    why="At first boot an agent sets name, user and keys; without one provisioning times out.",
    fix="install cloud-init or the Azure Linux Agent and say so, or declare a Specialized definition",
    docs=f"{_LEARN}/linux/provisioning",
    evidence=Evidence.DOCUMENTATION,
    needs=(
        "imageDefinitions.*.guest.provisioning",
        "imageDefinitions.*.guest.linuxAgent.installed",
        "imageDefinitions.*.guest.linuxAgent.provisioning",
    ),
)
CUSTOM = Rule(
    code="LNX002",
    title="a generalized image without an agent reports its readiness itself",
    why="An image with a provisioner of its own works only if that tells Azure that the machine is ready.",
    fix="use cloud-init, or make sure that the provisioner reports ready to the host",
    docs=f"{_LEARN}/linux/no-agent",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
    needs=("imageDefinitions.*.guest.provisioning",),
)
DEPROVISIONED = Rule(
    code="LNX005",
    title="generalized images are deprovisioned, specialized ones are not",
    why="What makes an image generalized is that host keys, machine id and the last account are gone.",
    fix="run `cloud-init clean` and `waagent -force -deprovision+user` first, or change osState",
    docs=f"{_LEARN}/generalize",
    evidence=Evidence.DOCUMENTATION,
    needs=("imageDefinitions.*.guest.prepared.deprovisioned",),
)
DRIVERS = Rule(
    code="LNX008",
    title="the Hyper-V drivers are in the initial RAM disk",
    why="Without hv_vmbus, hv_storvsc and hv_netvsc there a machine does not find its disk.",
    fix="add the drivers to the initial RAM disk and build it anew",
    docs=f"{_LEARN}/linux/create-upload-generic",
    evidence=Evidence.DOCUMENTATION,
    needs=("imageDefinitions.*.guest.prepared.hyperVDrivers",),
)
RULES = (AGENT, CUSTOM, DEPROVISIONED, DRIVERS)


def agent(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Something provisions a generalized image."""
    guest = subject.spec.guest
    if guest is None or subject.spec.os_state is not OsState.GENERALIZED:
        return
    path = (*subject.path, "guest")
    if guest.provisioning is Provisioning.NONE:
        yield Finding(
            AGENT, (*path, "provisioning"), "a Generalized image needs a provisioning agent, none is given"
        )
    elif guest.provisioning is Provisioning.CUSTOM:
        message = "a custom provisioner has to report ready to Azure by itself"
        yield Finding(CUSTOM, (*path, "provisioning"), message)
    elif guest.provisioning is Provisioning.AZURE_LINUX_AGENT and guest.linux_agent:
        for key, value in (
            ("installed", guest.linux_agent.installed),
            ("provisioning", guest.linux_agent.provisioning),
        ):
            if value is False:
                message = "the Azure Linux Agent is to provision the image, false is given"
                yield Finding(AGENT, (*path, "linuxAgent", key), message)


def deprovisioned(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Deprovisioned, exactly where the definition is generalized."""
    guest = subject.spec.guest
    if guest is None or guest.prepared is None:
        return
    path = (*subject.path, "guest", "prepared", "deprovisioned")
    done, state = guest.prepared.deprovisioned, subject.spec.os_state
    if done is False and state is OsState.GENERALIZED:
        yield Finding(DEPROVISIONED, path, "a Generalized image is deprovisioned, false is given")
    elif done is True and state is OsState.SPECIALIZED:
        yield Finding(DEPROVISIONED, path, "a Specialized image is not deprovisioned, true is given")


def drivers(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Drivers declared to be missing."""
    guest = subject.spec.guest
    if guest and guest.prepared and guest.prepared.hyper_v_drivers is False:
        path = (*subject.path, "guest", "prepared", "hyperVDrivers")
        yield Finding(DRIVERS, path, "the Hyper-V drivers are needed to boot, false is given")


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (agent, deprovisioned, drivers))
