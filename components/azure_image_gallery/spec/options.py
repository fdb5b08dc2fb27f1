"""What Pulumi is told about an entry, beside what Azure is told. Pulumi's own words and meanings.

Source: https://www.pulumi.com/docs/iac/concepts/resources/options/.
"""

from azure_image_gallery.spec.model import Model


class Timeouts(Model):
    """How long Pulumi waits, in Go's notation: `45m`, `2h30m`."""

    create: str | None = None
    """For a creation."""
    update: str | None = None
    """For a change in place."""
    delete: str | None = None
    """For a deletion."""


class StackOptions(Model):
    """Options for every entry that does not say otherwise."""

    protect: bool | None = None
    """Whether a deletion is refused, in the preview already."""
    retain_on_delete: bool | None = None
    """Whether what leaves the declaration stays in Azure."""


class Options(StackOptions):
    """Options of one entry."""

    ignore_changes: list[str] | None = None
    """Property paths of the azure-native resource whose changes are passed over: `tags`, `features`."""
    timeouts: Timeouts | None = None
    """How long Pulumi waits. Left out: for versions what their regions need, else the provider's own."""
    aliases: list[str] | None = None
    """What the resource was called before, so that it is taken over and not made anew: the key it had here
    (`ubuntu`, for a version `ubuntu/1.0.0`), the logical name of a resource that stood at the root of the
    stack, or a whole URN."""
