"""What every model of the declaration has in common.

Models are frozen, refuse unknown keys, and take Azure's camelCase names and Python's snake_case names alike:
Pulumi's SDK does not translate keys inside a map of maps, so both arrive.
"""

from functools import lru_cache

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

_AZURE_SPELLING = {
    "disk_iops_read_only": "diskIOPSReadOnly",
    "disk_iops_read_write": "diskIOPSReadWrite",
    "confidential_vm_encryption_type": "confidentialVMEncryptionType",
    "disk_size_gb": "diskSizeGB",
    "except_": "except",
    "hyper_v_daemons": "hyperVDaemons",
    "hyper_v_drivers": "hyperVDrivers",
    "hyper_v_generation": "hyperVGeneration",
    "secure_vm_disk_encryption_set": "secureVMDiskEncryptionSet",
    "supported_os_type": "supportedOSType",
    "v_cpus": "vCPUs",
}


@lru_cache(maxsize=10_000)
def azure_name(field: str) -> str:
    """Azure's spelling of a field: `os_state` is `osState`, `disk_size_gb` is `diskSizeGB`."""
    return _AZURE_SPELLING.get(field) or to_camel(field)


class Model(BaseModel):
    """A part of a declaration."""

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,  # one build, of the whole, when something is first validated
        extra="forbid",
        alias_generator=azure_name,
        validate_by_name=True,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
        str_min_length=0,  # any bound makes pydantic look inside: text that is not Unicode cannot be sent
    )
