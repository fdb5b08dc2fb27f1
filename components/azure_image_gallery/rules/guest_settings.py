"""Rules about how the disk, the accounts and the first boot of a guest are set up: facts that are right or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.guest_facts import said, where
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_GUEST = "imageDefinitions.*.guest."
_rule = partial(
    Rule,
    docs=f"{_LEARN}/linux/create-upload-generic",
    evidence=Evidence.DOCUMENTATION,
    severity=Severity.WARNING,
)

ACCOUNT = _rule(
    code="LNX006",
    title="the account that built a generalized image is removed from it",
    why="Plain `waagent -deprovision` keeps it, with its password and keys, in every machine; and no form of it "
    "finds all secrets.",
    fix="run `waagent -force -deprovision+user`, and remove other secrets by hand",
    docs=f"{_LEARN}/generalize",
    needs=(f"{_GUEST}prepared.lastAccountRemoved",),
)
LAYOUT = _rule(
    code="LNX009",
    title="an operating system disk has plain partitions, and no swap among them",
    why="Swap belongs on the machine's temporary disk; logical volumes clash with those of a machine that the "
    "disk is mounted on to be repaired.",
    fix="lay the disk out anew, with plain partitions, and let cloud-init make swap on the temporary disk",
    needs=(f"{_GUEST}disk.swap", f"{_GUEST}disk.lvm"),
)
MOUNTS = _rule(
    code="LNX011",
    title="file systems are mounted by UUID",
    why="The names below /dev differ from machine to machine, and between SCSI and NVMe.",
    fix="write UUID=… in /etc/fstab instead of /dev/sda1 or /dev/nvme0n1p1",
    docs=f"{_LEARN}/linux/create-upload-ubuntu",
    needs=(f"{_GUEST}disk.mountedByUuid",),
)
SSH = _rule(
    code="LNX014",
    title="an SSH server starts with the machine",
    why="Without one nobody comes into a machine, but by the serial console.",
    fix="install the server and enable its service",
    docs=f"{_LEARN}/linux/create-upload-ubuntu",
    needs=(f"{_GUEST}login.sshServer",),
)
DATASOURCE = _rule(
    code="LNX015",
    title="cloud-init looks for its settings at Azure alone",
    why="It tries each datasource in turn, which costs time at boot, and may find another cloud's.",
    fix="write `datasource_list: [Azure]` below /etc/cloud/cloud.cfg.d",
    needs=(f"{_GUEST}cloudInit.datasources",),
)
RULES = (ACCOUNT, LAYOUT, MOUNTS, SSH, DATASOURCE)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A value of a fact that is wrong."""

    rule: Rule
    fields: tuple[str, ...]
    value: bool
    message: str


_WRONG = (
    _Wrong(LAYOUT, ("disk", "swap"), True, "a swap partition is on the operating system disk"),
    _Wrong(LAYOUT, ("disk", "lvm"), True, "the operating system disk has logical volumes"),
    _Wrong(
        MOUNTS, ("disk", "mounted_by_uuid"), False, "/etc/fstab names disks that other machines do not have"
    ),
    _Wrong(SSH, ("login", "ssh_server"), False, "no SSH server starts with the machine"),
)


def settings(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Facts that are right or wrong, whatever else is declared."""
    for each in _WRONG:
        if said(subject.spec.guest, *each.fields) is each.value:
            yield Finding(each.rule, where(subject, *each.fields), each.message)


def account(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The account of whoever built a generalized image."""
    fields = ("prepared", "last_account_removed")
    if subject.spec.os_state is OsState.GENERALIZED and said(subject.spec.guest, *fields) is False:
        message = "the account that built the image stays in every machine made from it"
        yield Finding(ACCOUNT, where(subject, *fields), message)


def datasource(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Where cloud-init looks."""
    cloud_init = subject.spec.guest.cloud_init if subject.spec.guest else None
    given = cloud_init.datasources if cloud_init else None
    if given is not None and [name.casefold() for name in given] != ["azure"]:
        message = (
            f"cloud-init looks at {' and '.join(map(show, given)) or 'nothing'}, 'Azure' alone is wanted"
        )
        yield Finding(DATASOURCE, where(subject, "cloud_init", "datasources"), message)


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (settings, account, datasource))
