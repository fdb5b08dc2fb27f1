"""
The machines, accounts, restore points and public images of a new local Azure, as data.

Two rounds: a state that an earlier release began has the first, and is given the second when it is opened.
What is in a round never changes; what is new goes into a round of its own.
"""

from dataclasses import dataclass

SIZE_GB = 30
"""Of a disk, unless it says otherwise."""

PUBLISHER = "eeeeeeee-5000-4000-8000-000000000002"
"""A subscription that is not the deployer's: it cannot be read, only what it has published."""


@dataclass(frozen=True)
class DataDisk:
    """A data disk of a machine; its name ends in `-data-<lun>`."""

    lun: int
    size_gb: int
    caching: str = "None"


@dataclass(frozen=True)
class Machine:
    """A machine with its disks. Generalized ones are deallocated, the others run."""

    name: str
    generation: str = "V2"
    security: str = "Standard"
    generalized: bool = True
    snapshot: str = ""
    """The name of a snapshot of its system disk; there is none without."""
    architecture: str = "x64"
    size: str = "Standard_D2s_v5"
    data_disks: tuple[DataDisk, ...] = ()
    """Where the system disk has a snapshot, each of these has one, too: `<disk>-snapshot`."""


@dataclass(frozen=True)
class Account:
    """A storage account and the VHDs in it: container and name, size in GB."""

    name: str
    blobs: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class RestorePoint:
    """A restore point of a machine, in a collection named after it."""

    machine: str
    name: str


@dataclass(frozen=True)
class Place:
    """A resource group and what is in it."""

    group: str
    location: str
    machines: tuple[Machine, ...] = ()
    accounts: tuple[Account, ...] = ()
    restore_points: tuple[RestorePoint, ...] = ()


@dataclass(frozen=True)
class PublicVersion:
    """A version of a public image."""

    name: str
    excluded: bool = False
    data_disks: tuple[DataDisk, ...] = ()


@dataclass(frozen=True)
class PublicImage:
    """A definition in the community gallery."""

    name: str
    generation: str
    versions: tuple[PublicVersion, ...]


FIRST = (
    Place(
        "rg-image-builds",
        "westeurope",
        (
            Machine("build-ubuntu-2404"),
            Machine("build-rhel-9"),
            Machine("build-debian-12", generation="V1"),
            Machine("app-server-01", generalized=False, snapshot="app-server-01-os-snapshot"),
            Machine("trusted-01", security="TrustedLaunch"),
        ),
    ),
    Place(
        "rg-image-builds-us", "eastus", (Machine("build-ubuntu-us", snapshot="app-server-us-os-snapshot"),)
    ),
)

SECOND = (
    Place(
        "rg-image-builds",
        "westeurope",
        (
            Machine("build-ubuntu-2404-arm64", architecture="Arm64", size="Standard_D2ps_v5"),
            Machine("build-almalinux-9"),
            Machine("build-sles-15"),
            Machine("build-opensuse-leap-15", generation="V1"),
            Machine("build-oracle-9"),
            Machine(
                "db-server-01",
                generalized=False,
                snapshot="db-server-01-os-snapshot",
                data_disks=(DataDisk(0, 128, "ReadOnly"), DataDisk(1, 256)),
            ),
        ),
        (Account("contosoimages", (("vhds/flatcar-stable-amd64.vhd", 10), ("vhds/reference-data.vhd", 64))),),
        (RestorePoint("app-server-01", "before-upgrade"),),
    ),
    Place(
        "rg-image-builds-us",
        "eastus",
        (Machine("build-rhel-us"),),
        (Account("contosoimagesus", (("vhds/flatcar-stable-amd64.vhd", 10),)),),
    ),
)

PUBLIC_NAME = "contosopublic-eeeeeeee-6000-4000-8000-000000000001"
PUBLIC_GALLERY = "contoso_public"
PUBLIC_GROUP = "rg-public-images"
PUBLIC_HOME = "westeurope"
PUBLIC_REGIONS = ("westeurope", "northeurope", "eastus")

PUBLIC_IMAGES = (
    PublicImage(
        "ubuntu-24.04-hardened",
        "V2",
        (PublicVersion("1.0.0"), PublicVersion("1.1.0"), PublicVersion("1.2.0", excluded=True)),
    ),
    PublicImage("debian-12-minimal", "V1", (PublicVersion("12.5.0"),)),
    PublicImage("postgresql-16", "V2", (PublicVersion("16.2.0", data_disks=(DataDisk(0, 64, "ReadOnly"),)),)),
)
