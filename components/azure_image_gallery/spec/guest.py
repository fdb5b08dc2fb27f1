"""Facts about what is inside an image. They are declared, never guessed; rules judge what is said."""

from azure_image_gallery.spec.enums import Distribution, Provisioning
from azure_image_gallery.spec.model import Model


class GuestDistribution(Model):
    """The Linux distribution of an image."""

    name: Distribution
    """Which distribution; `other` for one that is not in the list."""
    version: str | None = None
    """Its version, as text: "24.04"."""
    like: Distribution | None = None
    """For `other`: the distribution whose rules hold."""


class GuestAgent(Model):
    """The Azure Linux Agent in an image."""

    installed: bool | None = None
    """Whether the agent is there; extensions need it."""
    provisioning: bool | None = None
    """Whether the agent provisions, or leaves that to cloud-init."""


class GuestPreparation(Model):
    """What was done to an image before it was captured."""

    deprovisioned: bool | None = None
    """Whether host keys, machine id and the last account were removed."""
    hyper_v_drivers: bool | None = None
    """Whether the Hyper-V drivers are in the initial RAM disk."""


class Guest(Model):
    """What is known about the guest operating system."""

    distribution: GuestDistribution | None = None
    """The Linux distribution and its version."""
    provisioning: Provisioning | None = None
    """What sets up a machine at first boot; a generalized image needs it."""
    linux_agent: GuestAgent | None = None
    """The Azure Linux Agent."""
    prepared: GuestPreparation | None = None
    """What was done before the capture."""
