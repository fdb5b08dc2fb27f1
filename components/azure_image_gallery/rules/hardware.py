"""Rules about the virtual hardware of an image definition: what its features do and do not go with."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, differ
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import Architecture, HyperVGeneration, SecurityType
from azure_image_gallery.spec.resolved import ResolvedDefinition

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_documented = partial(Rule, evidence=Evidence.DOCUMENTATION)
_inferred = partial(Rule, evidence=Evidence.INFERENCE, severity=Severity.WARNING)

ARM64 = _inferred(
    code="IMG012",
    title="an Arm64 image is of generation V2",
    why="Every Arm64 machine size boots by UEFI, which is generation V2.",
    fix="set hyperVGeneration to V2, or architecture to x64",
    docs=f"{_LEARN}/generation-2",
)
SECURITY = _documented(
    code="SEC005",
    title="a security type other than Standard needs generation V2",
    why="Trusted Launch and confidential machines boot by UEFI, which is generation V2.",
    fix="set hyperVGeneration to V2, or securityType to Standard",
    docs=f"{_LEARN}/trusted-launch",
)
CONTROLLERS = _documented(
    code="SEC014",
    title="disk controller types are SCSI, or SCSI and NVMe",
    why="Azure knows these two controllers.",
    fix='write "SCSI" or "SCSI, NVMe"',
    docs=f"{_LEARN}/shared-image-galleries#image-definitions",
)
NVME_GENERATION = _documented(
    code="SEC015",
    title="NVMe needs generation V2",
    why="Machines with an NVMe disk controller are of generation V2.",
    fix="set hyperVGeneration to V2, or leave NVMe out",
    docs=f"{_LEARN}/enable-nvme-interface",
)
NVME_CONFIDENTIAL = _documented(
    code="SEC016",
    title="NVMe does not go with confidential security types",
    why="An NVMe disk controller is there for Standard and Trusted Launch machines only.",
    fix="leave NVMe out, or choose another security type",
    docs=f"{_LEARN}/enable-nvme-interface",
)
HIBERNATION = _documented(
    code="SEC020",
    title="hibernation of Linux does not go with Trusted Launch",
    why="Hibernation of Linux machines is listed as unsupported with Trusted Launch; another page is silent.",
    fix="leave hibernation out, or set securityType to Standard",
    docs=f"{_LEARN}/trusted-launch",
    severity=Severity.WARNING,
)
CONFIDENTIAL_ARM64 = _inferred(
    code="SEC028",
    title="confidential images are x64",
    why="Every size of confidential machines has an x64 processor.",
    fix="set architecture to x64, or choose another security type",
    docs="https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery",
)
RULES = (ARM64, SECURITY, CONTROLLERS, NVME_GENERATION, NVME_CONFIDENTIAL, HIBERNATION, CONFIDENTIAL_ARM64)

_CONFIDENTIAL = frozenset(
    {
        SecurityType.CONFIDENTIAL_VM,
        SecurityType.CONFIDENTIAL_VM_SUPPORTED,
        SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED,
    },
)
_TRUSTED = frozenset(
    {
        SecurityType.TRUSTED_LAUNCH,
        SecurityType.TRUSTED_LAUNCH_SUPPORTED,
        SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED,
    },
)


def arm64(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Arm64 with V1."""
    spec = subject.spec
    if spec.architecture is Architecture.ARM64 and spec.hyper_v_generation is HyperVGeneration.V1:
        yield Finding(ARM64, (*subject.path, "architecture"), "Arm64 needs hyperVGeneration V2, V1 is given")


def security(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """A security type with V1."""
    spec = subject.spec
    if spec.hyper_v_generation is HyperVGeneration.V1 and differ(spec.security_type, SecurityType.STANDARD):
        message = f"{spec.security_type} needs hyperVGeneration V2, V1 is given"
        yield Finding(SECURITY, (*subject.path, "securityType"), message)


def controllers(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """A list of controllers, and what NVMe asks for."""
    spec = subject.spec
    said: object = spec.disk_controller_types
    if not isinstance(said, str):
        return
    path = (*subject.path, "diskControllerTypes")
    kinds = [kind.strip().casefold() for kind in said.split(",")]
    if sorted(kinds) not in (["scsi"], ["nvme", "scsi"]):
        yield Finding(CONTROLLERS, path, f"{show(said)} is not allowed, allowed: SCSI or 'SCSI, NVMe'")
        return
    if "nvme" in kinds and spec.hyper_v_generation is HyperVGeneration.V1:
        yield Finding(NVME_GENERATION, path, "NVMe needs hyperVGeneration V2, V1 is given")
    if "nvme" in kinds and spec.security_type in _CONFIDENTIAL:
        yield Finding(NVME_CONFIDENTIAL, path, f"NVMe does not go with securityType {spec.security_type}")


def hibernation(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """Hibernation with Trusted Launch."""
    spec = subject.spec
    if spec.hibernation is True and spec.security_type in _TRUSTED:
        message = f"hibernation is listed as unsupported with securityType {spec.security_type}"
        yield Finding(HIBERNATION, (*subject.path, "hibernation"), message)


def confidential_arm64(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """A confidential type with Arm64."""
    spec = subject.spec
    if spec.architecture is Architecture.ARM64 and spec.security_type in _CONFIDENTIAL:
        message = f"{spec.security_type} needs architecture x64, Arm64 is given"
        yield Finding(CONFIDENTIAL_ARM64, (*subject.path, "securityType"), message)


CHECKS = tuple(
    Check(ResolvedDefinition, run) for run in (arm64, security, controllers, hibernation, confidential_arm64)
)
