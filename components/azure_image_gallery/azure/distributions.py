"""Linux distributions on Azure: which of their versions do what, by Azure's own pages.

The lists follow the distributions with some delay: what is not on one may work, so that rules only warn. Names are
those of `guest.distribution.name`; a version is its numbers, and of a shorter one every longer one is meant.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, TypeAlias

Range: TypeAlias = tuple[tuple[int, ...], tuple[int, ...] | None]
"""From a version to another, both included; `None`: to the newest."""

# https://learn.microsoft.com/azure/virtual-machines/enable-nvme-interface, June 2026. The pages about openSUSE and
# Oracle Linux 6 say that these have SCSI only.
NVME: Final[Mapping[str, Sequence[Range]]] = {
    "almalinux": [((8,), (9,))],
    "azurelinux": [((3,), (3,))],
    "debian": [((11,), (12,))],
    "oracle": [((7, 9), (7,)), ((8, 5), None)],
    "rhel": [((7, 9), (7,)), ((8, 6), None)],
    "rocky": [((8, 10), (8,)), ((9, 6), (9,))],
    "sles": [((15, 4), None)],
    "ubuntu": [((18, 4), (24, 4))],
}
"""Versions that reach their disks by NVMe."""

# https://learn.microsoft.com/azure/virtual-machines/trusted-launch#operating-systems-supported
TRUSTED_LAUNCH: Final[Mapping[str, Sequence[Range]]] = {
    "almalinux": [((8, 7), (9, 0))],
    "azurelinux": [((0,), None)],
    "debian": [((11,), (12,))],
    "oracle": [((8, 3), (9, 1))],
    "rhel": [((8, 6), (9, 6))],
    "rocky": [((8, 6), (9, 6))],
    "sles": [((15, 3), (15, 5))],
    "ubuntu": [((18, 4), None)],
}
"""Versions that start as Trusted Launch machines."""

# https://learn.microsoft.com/azure/virtual-machines/workloads/centos/centos-end-of-life
CENTOS_END_OF_LIFE: Final[Mapping[int, datetime]] = {
    5: datetime(2017, 3, 31, tzinfo=UTC),
    6: datetime(2020, 11, 30, tzinfo=UTC),
    7: datetime(2024, 6, 30, tzinfo=UTC),
    8: datetime(2021, 12, 31, tzinfo=UTC),
}
"""When each major version of CentOS Linux had its last update."""

# https://learn.microsoft.com/azure/virtual-machines/linux/redhat-create-upload-vhd
RHEL_COVERED: Final[Range] = ((7,), (10,))
"""Versions of Red Hat Enterprise Linux that the page about images covers."""
# https://learn.microsoft.com/azure/virtual-machines/linux/oracle-create-upload-vhd
ORACLE_FIRST: Final = (7,)
"""The oldest version of Oracle Linux that is not at its end of life."""

# https://learn.microsoft.com/azure/virtual-machines/linux/create-upload-generic
NUMA_KERNEL: Final = (2, 6, 37)
"""The oldest kernel that works with NUMA on."""
NUMA_KERNEL_RED_HAT: Final = (2, 6, 32, 504)
"""The same of kernels by Red Hat, which has brought the correction to an older one."""
CLOUD_INIT_WITHOUT_UDF: Final = (21, 2)
"""The oldest cloud-init that needs no UDF, where there is an SSH key and no custom data."""

# https://learn.microsoft.com/azure/virtual-machines/linux/provisioning, of the agent's requirements
AGENT_RUNTIME: Final[Mapping[str, tuple[int, ...]]] = {
    "python": (2, 6),
    "openssl": (1, 0),
    "openssh": (5, 3),
}
"""The oldest versions that the Azure Linux Agent works with."""
