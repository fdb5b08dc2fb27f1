"""Rules about a guest's kernel: what it reads, how it is started, and what is loaded into it."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.distributions import CLOUD_INIT_WITHOUT_UDF, NUMA_KERNEL, NUMA_KERNEL_RED_HAT
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.guest_facts import distribution, said, where
from azure_image_gallery.rules.release import is_before, release
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import Architecture, Distribution, OsState, Provisioning, SecurityType
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_GUEST = "imageDefinitions.*.guest."
_documented = partial(Rule, docs=f"{_LEARN}/linux/create-upload-generic", evidence=Evidence.DOCUMENTATION)
_advised = partial(_documented, severity=Severity.WARNING)

FILE_SYSTEMS = _documented(
    code="LNX007",
    title="the kernel reads VFAT, and UDF where cloud-init does without it only in part",
    why="A machine's settings arrive on a UDF medium; cloud-init 21.2 does without it where there is an SSH key "
    "and no custom data.",
    fix="take vfat and udf off the list of modules that are not loaded",
    needs=(
        f"{_GUEST}kernel.vfat",
        f"{_GUEST}kernel.udf",
        f"{_GUEST}cloudInit.version",
        f"{_GUEST}cloudInit.customData",
        f"{_GUEST}login.sshKeysOnly",
    ),
)
CONSOLE = _advised(
    code="LNX010",
    title="the kernel writes to the serial console, and shows what it does",
    why="The serial console is all there is to see of a machine that does not start.",
    fix="add console=ttyS0 to the kernel's parameters, and remove rhgb, quiet and splash",
    needs=(f"{_GUEST}kernel.commandLine",),
)
NVME = _advised(
    code="LNX012",
    title="an image for NVMe has the drivers in its initial RAM disk, and waits 240 seconds for a disk",
    why="Without the drivers a machine does not find its disk, and with a shorter time it gives up too early.",
    fix="add nvme and nvme_core to the initial RAM disk, and nvme_core.io_timeout=240 to the kernel's parameters",
    docs=f"{_LEARN}/enable-nvme-interface",
    needs=(f"{_GUEST}prepared.nvmeDrivers", f"{_GUEST}kernel.commandLine"),
)
NUMA = _advised(
    code="LNX013",
    title="kernels before 2.6.37 are started with numa=off",
    why="Such a kernel does not start on machines with several NUMA nodes; Red Hat's is mended since 2.6.32-504.",
    fix="add numa=off to the kernel's parameters",
    needs=(f"{_GUEST}kernel.version", f"{_GUEST}kernel.commandLine"),
)
UNSIGNED = _advised(
    code="LNX027",
    title="a guest with unsigned modules is started with Secure Boot off",
    why="With Secure Boot on, the kernel takes signed modules only; machines with Trusted Launch have it on unless "
    "it is turned off.",
    fix="sign the modules, bring the key as a UEFI key of the version, or say secureBoot: false",
    docs=f"{_LEARN}/trusted-launch-secure-boot-custom-uefi",
    needs=(f"{_GUEST}kernel.unsignedModules", f"{_GUEST}secureBoot"),
)
RULES = (FILE_SYSTEMS, CONSOLE, NVME, NUMA, UNSIGNED)

_RED_HAT = frozenset(
    {
        Distribution.ALMALINUX,
        Distribution.CENTOS,
        Distribution.ORACLE,
        Distribution.RHEL,
        Distribution.ROCKY,
    }
)
_CENTOS_WITH_NUMA = (6, 6)
_CONSOLES = {Architecture.X64: ("ttyS0",), Architecture.ARM64: ("ttyS0", "ttyAMA0")}
_HIDING = ("rhgb", "quiet", "splash")


def _parameters(subject: ResolvedDefinition) -> list[str] | None:
    given = text(said(subject.spec.guest, "kernel", "command_line"))
    return None if given is None else given.split()


def file_systems(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """VFAT always, UDF for what is set up at first boot."""
    guest = subject.spec.guest
    if said(guest, "kernel", "vfat") is False:
        yield Finding(FILE_SYSTEMS, where(subject, "kernel", "vfat"), "VFAT is needed, false is given")
    needs_udf = subject.spec.os_state is OsState.GENERALIZED and said(guest, "kernel", "udf") is False
    reason = _reason_for_udf(subject) if needs_udf else None
    if reason:
        message = f"UDF is needed with {reason}, false is given"
        yield Finding(FILE_SYSTEMS, where(subject, "kernel", "udf"), message)


def _reason_for_udf(subject: ResolvedDefinition) -> str | None:
    """What is declared that needs UDF; `None` where that is not known."""
    guest = subject.spec.guest
    version = release(said(guest, "cloud_init", "version"))
    if said(guest, "provisioning") is Provisioning.AZURE_LINUX_AGENT:
        return "the Azure Linux Agent"
    if version is not None and is_before(version, CLOUD_INIT_WITHOUT_UDF):
        return "cloud-init before 21.2"
    if said(guest, "login", "ssh_keys_only") is False:
        return "passwords"
    return "custom data" if said(guest, "cloud_init", "custom_data") is True else None


def console(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """The serial console, of Arm processors under another name."""
    given, path = _parameters(subject), where(subject, "kernel", "command_line")
    if given is None:
        return
    names = _CONSOLES.get(subject.spec.architecture)
    consoles = [value.split("=", 1)[1].split(",")[0] for value in given if value.startswith("console=")]
    if names and not any(name in consoles for name in names):
        yield Finding(CONSOLE, path, f"console={names[-1]} is not among the kernel's parameters")
    hiding = [value for value in _HIDING if value in given]
    if hiding:
        yield Finding(CONSOLE, path, f"{' and '.join(hiding)} hide what the kernel does as it starts")


def nvme(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Drivers and patience, where the definition is for NVMe."""
    if "nvme" not in (text(subject.spec.disk_controller_types) or "").casefold():
        return
    fields = ("prepared", "nvme_drivers")
    if said(subject.spec.guest, *fields) is False:
        message = "the NVMe drivers are needed to boot, false is given"
        yield Finding(NVME, where(subject, *fields), message)
    given = _parameters(subject)
    if given is not None and "nvme_core.io_timeout=240" not in given:
        message = "nvme_core.io_timeout=240 is not among the kernel's parameters"
        yield Finding(NVME, where(subject, "kernel", "command_line"), message)


def numa(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Kernels that do not start with NUMA on."""
    given = _parameters(subject)
    reason = _reason_for_numa_off(subject)
    if given is not None and reason and "numa=off" not in given:
        message = f"numa=off is not among the parameters of {reason}"
        yield Finding(NUMA, where(subject, "kernel", "command_line"), message)


def _reason_for_numa_off(subject: ResolvedDefinition) -> str | None:
    known, said_version = distribution(subject), text(said(subject.spec.guest, "kernel", "version"))
    version = release(said_version)
    if version is not None and said_version is not None:
        is_red_hat = (known and known.name in _RED_HAT) or ".el" in said_version
        oldest = NUMA_KERNEL_RED_HAT if is_red_hat else NUMA_KERNEL
        return f"the kernel {show(said_version)}" if is_before(version, oldest) else None
    is_old = known and known.release and is_before(known.release, _CENTOS_WITH_NUMA)
    return known.shown if known and is_old and known.name is Distribution.CENTOS else None


def unsigned(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Modules that Secure Boot keeps out."""
    guest, kind = subject.spec.guest, subject.spec.security_type
    if said(guest, "kernel", "unsigned_modules") is not True:
        return
    boot = said(guest, "secure_boot")
    is_on = boot is True or (boot is None and kind in tuple(SecurityType) and kind != SecurityType.STANDARD)
    if is_on:
        reason = (
            "secureBoot is true"
            if boot is True
            else f"{kind} machines have Secure Boot on unless told otherwise"
        )
        message = f"the modules are not loaded with Secure Boot, and {reason}"
        yield Finding(UNSIGNED, where(subject, "kernel", "unsigned_modules"), message)


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (file_systems, console, nvme, numa, unsigned))
