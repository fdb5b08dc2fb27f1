"""Which facts about a source a rule would ask for, given what is declared beside it.

Nothing about a disk's confidential encryption is asked where a version has none, and no size where no limit is one of
such a source. What another resource makes may be anything: there a rule asks.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from azure_image_gallery.rules.behind import os_kind
from azure_image_gallery.rules.encrypted import encrypted_disks
from azure_image_gallery.rules.facts import Facts, is_known, text
from azure_image_gallery.spec.encryption import OsDiskEncryption
from azure_image_gallery.spec.enums import ReplicationMode, SecurityType
from azure_image_gallery.spec.resolved import Made, ResolvedDefinition, ResolvedVersion
from azure_image_gallery.spec.source_place import MANAGED_IMAGE, VHD

_Asks: TypeAlias = Callable[[ResolvedVersion, ResolvedDefinition, Facts], bool]


def _is(value: object, *wanted: object) -> bool:
    """Whether a value is one of some, or may turn out to be."""
    return value in wanted or (value is not None and not is_known(value))


def _has_profile(subject: ResolvedVersion, _: ResolvedDefinition, facts: Facts) -> bool:
    specs = (disk.spec for disk in encrypted_disks(subject, facts))
    return any(isinstance(spec, OsDiskEncryption) and spec.security_profile for spec in specs)


def _is_confidential(subject: ResolvedVersion, definition: ResolvedDefinition, _: Facts) -> bool:
    is_supported = _is(definition.spec.security_type, SecurityType.CONFIDENTIAL_VM_SUPPORTED)
    return is_supported and os_kind(subject.source) in (VHD, MANAGED_IMAGE)


def _is_without_nvme(_: ResolvedVersion, definition: ResolvedDefinition, __: Facts) -> bool:
    return "nvme" not in (text(definition.spec.disk_controller_types) or "").casefold()


def _replicates(*modes: ReplicationMode | None) -> _Asks:
    return lambda subject, _, __: _is(subject.spec.replication_mode, *modes)


_OF_VERSION: Mapping[str, _Asks] = {
    "ENC022": _has_profile,
    "SEC010": _is_confidential,
    "SEC017": _is_without_nvme,
    "SEC019": lambda _, definition, __: _is(definition.spec.accelerated_network, True),
    "SEC021": lambda _, definition, __: _is(definition.spec.hibernation, None, False),
    "SRC024": _replicates(None, ReplicationMode.FULL),
    "SRC025": _replicates(ReplicationMode.SHALLOW),
    "SRC026": lambda subject, _, __: os_kind(subject.source) == VHD,
}


def asks(code: str, subject: Made, facts: Facts) -> bool:
    """Whether a rule asks for a fact about the operating system disk that something is made from."""
    if code == "DSK005":
        return os_kind(subject.source) == VHD
    needs = _OF_VERSION.get(code)
    if needs is None or not isinstance(subject, ResolvedVersion):
        return True
    return subject.definition is not None and needs(subject, subject.definition, facts)
