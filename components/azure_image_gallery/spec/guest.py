"""Facts about what is inside an image. They are declared, never guessed; rules judge what is said."""

from azure_image_gallery.spec.enums import Distribution, Provisioning
from azure_image_gallery.spec.model import Model


class GuestDistribution(Model):
    """The Linux distribution of an image."""

    name: Distribution
    """Which distribution; `other` for one that is not in the list."""
    version: str | None = None
    """Its version, as text: "24.04"; "15.6" or "15 SP6" for SUSE."""
    like: Distribution | None = None
    """For `other`: the distribution whose rules hold."""
    like_version: str | None = None
    """For `other`: the version of that distribution, as text. Left out: rules about versions stay undecided."""


class GuestAgentRuntime(Model):
    """What the Azure Linux Agent works with in an image."""

    python: str | None = None
    """The version of Python, as text: "3.12"."""
    openssl: str | None = None
    """The version of OpenSSL, as text: "3.0.13"."""
    openssh: str | None = None
    """The version of OpenSSH, as text: "9.6"."""
    missing_tools: list[str] | None = None
    """Programs that the agent calls and that are not there, such as `parted`, `sudo` or `chpasswd`."""


class GuestAgent(Model):
    """The Azure Linux Agent in an image."""

    installed: bool | None = None
    """Whether the agent is there; extensions need it."""
    provisioning: bool | None = None
    """Whether the agent provisions (`Provisioning.Agent` in waagent.conf), or leaves that to cloud-init."""
    runtime: GuestAgentRuntime | None = None
    """What the agent works with."""


class GuestCloudInit(Model):
    """cloud-init in an image."""

    version: str | None = None
    """Its version, as text: "24.1.3"."""
    datasources: list[str] | None = None
    """What `datasource_list` is restricted to: [Azure]."""
    custom_data: bool | None = None
    """Whether machines made from the image are given custom data."""


class GuestKernel(Model):
    """The kernel of an image, and how it is started."""

    version: str | None = None
    """Its version, as `uname -r` shows it: "6.8.0-1021-azure"."""
    command_line: str | None = None
    """Its parameters, as /proc/cmdline shows them: "root=UUID=… console=ttyS0"."""
    vfat: bool | None = None
    """Whether the kernel reads VFAT file systems."""
    udf: bool | None = None
    """Whether the kernel reads UDF file systems, such as the one that brings a machine's settings."""
    unsigned_modules: bool | None = None
    """Whether modules are loaded that no key known to Secure Boot has signed."""


class GuestDisk(Model):
    """How the operating system disk of an image is laid out."""

    swap: bool | None = None
    """Whether there is a swap partition on it."""
    lvm: bool | None = None
    """Whether its file systems lie in logical volumes."""
    mounted_by_uuid: bool | None = None
    """Whether /etc/fstab names file systems by UUID, and none as /dev/sda1 or /dev/nvme0n1p1."""
    efi_fallback: bool | None = None
    """Whether the boot loader stands at the path that firmware tries unasked: EFI/BOOT."""


class GuestNetwork(Model):
    """Network settings in an image."""

    network_manager: bool | None = None
    """Whether NetworkManager is installed."""
    leftovers_removed: bool | None = None
    """Whether what the build machine left is gone: persistent names of interfaces, ifcfg and netplan files."""


class GuestLogin(Model):
    """How people come into machines made from an image."""

    ssh_server: bool | None = None
    """Whether an SSH server is installed and starts with the machine."""
    ssh_keys_only: bool | None = None
    """Whether the first account has an SSH key and no password."""


class GuestPreparation(Model):
    """What was done to an image before it was captured."""

    deprovisioned: bool | None = None
    """Whether host keys, machine id and the last account were removed."""
    last_account_removed: bool | None = None
    """Whether the account that built the image is gone, as after `waagent -deprovision+user`."""
    hyper_v_drivers: bool | None = None
    """Whether the Hyper-V drivers are in the initial RAM disk."""
    hyper_v_daemons: bool | None = None
    """Whether the Hyper-V daemons are installed (hyperv-daemons)."""
    nvme_drivers: bool | None = None
    """Whether `nvme` and `nvme_core` are in the initial RAM disk."""
    grow_root: bool | None = None
    """Whether the root partition can grow at first boot (cloud-utils-growpart and gdisk)."""
    from_azure_image: bool | None = None
    """Whether the image was built from one that the distribution publishes for Azure."""


class Guest(Model):
    """What is known about the guest operating system."""

    distribution: GuestDistribution | None = None
    """The Linux distribution and its version."""
    provisioning: Provisioning | None = None
    """What sets up a machine at first boot; a generalized image needs it."""
    linux_agent: GuestAgent | None = None
    """The Azure Linux Agent."""
    cloud_init: GuestCloudInit | None = None
    """cloud-init."""
    kernel: GuestKernel | None = None
    """The kernel, and how it is started."""
    disk: GuestDisk | None = None
    """How the operating system disk is laid out."""
    network: GuestNetwork | None = None
    """Network settings."""
    login: GuestLogin | None = None
    """How people come into machines made from the image."""
    secure_boot: bool | None = None
    """Whether machines made from the image start with Secure Boot on."""
    prepared: GuestPreparation | None = None
    """What was done before the capture."""
