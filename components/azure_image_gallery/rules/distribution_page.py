"""Rules of Azure's page about each distribution: what an image of it has, beside what every image has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.guest_facts import Known, distribution, said, where
from azure_image_gallery.rules.release import Release
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import Distribution, HyperVGeneration, OsState, Provisioning
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines/linux"
_GUEST = "imageDefinitions.*.guest."
_NAMED = (f"{_GUEST}distribution.name", f"{_GUEST}distribution.version")


def _facts(*keys: str) -> tuple[str, ...]:
    return (*_NAMED, *(f"{_GUEST}{key}" for key in keys))


_rule = partial(Rule, evidence=Evidence.DOCUMENTATION, severity=Severity.WARNING)

CENTOS = _rule(
    code="LNX020",
    title="a CentOS image is of a version that still has updates, and 6 has no NetworkManager",
    why="CentOS Linux has come to its end; in CentOS 6 NetworkManager and the agent disturb each other.",
    fix="move to AlmaLinux, Rocky Linux or Red Hat Enterprise Linux; remove NetworkManager from CentOS 6",
    docs=f"{_LEARN}/create-upload-centos",
    needs=_facts("network.networkManager"),
)
DEBIAN = _rule(
    code="LNX021",
    title="a Debian image is made by FAI's cloud images, with cloud-init and the Hyper-V daemons",
    why="Debian's own images for Azure are made so; the agent is there for extensions.",
    fix="build with the FAI cloud images, and install cloud-init and hyperv-daemons",
    docs=f"{_LEARN}/debian-create-upload-vhd",
    needs=_facts("prepared.fromAzureImage", "prepared.hyperVDaemons", "provisioning"),
)
FLATCAR = _rule(
    code="LNX022",
    title="a Flatcar image is the one that is published for Azure",
    why="It is prepared already; an image of one's own is built in the Azure format of Flatcar's SDK.",
    fix="take the published VHD, or build one with the SDK in the format for Azure",
    docs=f"{_LEARN}/flatcar-create-upload-vhd",
    needs=_facts("prepared.fromAzureImage"),
)
ORACLE = _rule(
    code="LNX023",
    title="an Oracle Linux image is 7 or newer, keeps NetworkManager, and does not start the second UEK",
    why="Azure's page asks for that; version 6 is at its end of life and reaches its disks by SCSI only.",
    fix="use a newer version, keep NetworkManager, or start a newer kernel",
    docs=f"{_LEARN}/oracle-create-upload-vhd",
    needs=_facts("network.networkManager", "kernel.version"),
)
RHEL = _rule(
    code="LNX024",
    title="a Red Hat Enterprise Linux image is 7 to 10, with the Hyper-V daemons and a root that grows",
    why="Azure's page covers these versions and asks for hyperv-daemons, cloud-utils-growpart and gdisk.",
    fix="use a version that is covered, and install the packages",
    docs=f"{_LEARN}/redhat-create-upload-vhd",
    needs=_facts("prepared.hyperVDaemons", "prepared.growRoot"),
)
SUSE = _rule(
    code="LNX025",
    title="a SUSE image has nothing left of the build machine's network",
    why="Rules of udev and ifcfg files name a network card that other machines do not have.",
    fix="remove udev's rules for network names and the ifcfg files",
    docs=f"{_LEARN}/suse-create-upload-vhd",
    needs=_facts("network.leftoversRemoved"),
)
UBUNTU = _rule(
    code="LNX026",
    title="an Ubuntu image comes from Canonical's for Azure, with its kernel, and cloud-init alone provisions",
    why="Azure's page asks for the linux-azure kernel, no netplan files that were left, the agent's provisioning "
    "off, and, of generation V2, a boot loader at the path that firmware tries unasked.",
    fix="start from Canonical's image for Azure, and do what the page says",
    docs=f"{_LEARN}/create-upload-ubuntu",
    needs=_facts(
        "prepared.fromAzureImage",
        "kernel.version",
        "linuxAgent.provisioning",
        "network.leftoversRemoved",
        "disk.efiFallback",
    ),
)
_ANY = range(10_000)
RULES = (CENTOS, DEBIAN, FLATCAR, ORACLE, RHEL, SUSE, UBUNTU)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A value of a fact that a page advises against."""

    rule: Rule
    fields: tuple[str, ...]
    value: object
    message: str
    major: range = _ANY
    """The major versions that it is about; all of them, where none is declared only if it is about all."""


_AZURE_IMAGE = ("prepared", "from_azure_image")
_DAEMONS = ("prepared", "hyper_v_daemons")
_LEFTOVERS = ("network", "leftovers_removed")
_MANAGER = ("network", "network_manager")
_SUSE = (_Wrong(SUSE, _LEFTOVERS, False, "network settings of the build machine are left in the image"),)
_PAGES: Mapping[Distribution, Sequence[_Wrong]] = {
    Distribution.CENTOS: (
        _Wrong(CENTOS, _MANAGER, True, "NetworkManager disturbs the agent in CentOS 6", range(6, 7)),
    ),
    Distribution.DEBIAN: (
        _Wrong(DEBIAN, _AZURE_IMAGE, False, "the image is not built with Debian's own for Azure"),
        _Wrong(DEBIAN, _DAEMONS, False, "the Hyper-V daemons are not installed"),
        _Wrong(
            DEBIAN,
            ("provisioning",),
            Provisioning.AZURE_LINUX_AGENT,
            "Debian is provisioned by cloud-init, azure-linux-agent is given",
        ),
    ),
    Distribution.FLATCAR: (
        _Wrong(FLATCAR, _AZURE_IMAGE, False, "the image is not built from Flatcar's own for Azure"),
    ),
    Distribution.ORACLE: (
        _Wrong(
            ORACLE, _MANAGER, False, "Oracle Linux keeps NetworkManager from version 7 on", range(7, 10_000)
        ),
    ),
    Distribution.RHEL: (
        _Wrong(RHEL, _DAEMONS, False, "the Hyper-V daemons are not installed"),
        _Wrong(RHEL, ("prepared", "grow_root"), False, "the root partition does not grow at first boot"),
    ),
    Distribution.SLES: _SUSE,
    Distribution.OPENSUSE: _SUSE,
    Distribution.UBUNTU: (
        _Wrong(UBUNTU, _AZURE_IMAGE, False, "the image is not built from Canonical's own for Azure"),
        _Wrong(UBUNTU, _LEFTOVERS, False, "netplan files of the build machine are left in the image"),
    ),
}


def pages(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Facts that the page of the distribution advises against."""
    known = distribution(subject)
    for each in _PAGES.get(known.name, ()) if known else ():
        if said(subject.spec.guest, *each.fields) == each.value and _is_about(each.major, known):
            yield Finding(each.rule, where(subject, *each.fields), each.message)


def _is_about(major: range, known: Known | None) -> bool:
    given: Release | None = known.release if known else None
    return major == _ANY if given is None else given[0] in major


def oracle_kernel(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The second Unbreakable Enterprise Kernel, which calls itself 2.6.39."""
    known, version = distribution(subject), text(said(subject.spec.guest, "kernel", "version"))
    if known is None or known.name is not Distribution.ORACLE or version is None:
        return
    if version.startswith("2.6.39") and "uek" in version:
        message = f"{show(version)} is the second UEK, which Azure does not support"
        yield Finding(ORACLE, where(subject, "kernel", "version"), message)


def ubuntu(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Ubuntu's kernel, agent and boot loader."""
    known, guest = distribution(subject), subject.spec.guest
    if known is None or known.name is not Distribution.UBUNTU:
        return
    kernel = text(said(guest, "kernel", "version"))
    if kernel is not None and "azure" not in kernel:
        message = f"{show(kernel)} is not the kernel of linux-azure"
        yield Finding(UBUNTU, where(subject, "kernel", "version"), message)
    both = (
        said(guest, "provisioning") is Provisioning.CLOUD_INIT
        and subject.spec.os_state is OsState.GENERALIZED
    )
    if both and said(guest, "linux_agent", "provisioning") is True:
        message = "cloud-init provisions, and the agent is to provision too"
        yield Finding(UBUNTU, where(subject, "linux_agent", "provisioning"), message)
    fields = ("disk", "efi_fallback")
    if subject.spec.hyper_v_generation is HyperVGeneration.V2 and said(guest, *fields) is False:
        message = "no boot loader is where the firmware of generation V2 tries unasked"
        yield Finding(UBUNTU, where(subject, *fields), message)


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (pages, oracle_kernel, ubuntu))
