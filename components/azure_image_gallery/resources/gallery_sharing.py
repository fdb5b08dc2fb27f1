"""Who has access to a gallery beyond its own directory: a resource of this package's own plugin.

Azure has it as an action only, so that azure-native has no resource for it. The plugin logs in as azure-native does,
by the same settings; what stands in an explicit provider of azure-native's cannot be read.
"""

from collections.abc import Sequence
from typing import Any

import pulumi

from azure_image_gallery.azure.login import SETTINGS
from azure_image_gallery.azure.native_ids import SHARING
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.spec.options import Options

PACKAGE = "azure-image-gallery"
TYPE = SHARING
_NATIVE = "azure-native:compute:Gallery"
_DIRECT, _COMMUNITY = ("sharing", "direct"), ("sharing", "community")


class GallerySharing(pulumi.CustomResource):
    """With whom a gallery is shared directly, or whether it is public. Deleted, it takes all access back."""

    gallery_id: pulumi.Output[str]
    """The gallery's id."""
    subscriptions: pulumi.Output[dict[str, str]]
    """Subscription ids, by name."""
    tenants: pulumi.Output[dict[str, str]]
    """Tenant ids, by name."""
    community: pulumi.Output[bool]
    """Whether everybody has access."""

    def __init__(
        self,
        name: str,
        gallery_id: pulumi.Input[str],
        subscriptions: pulumi.Input[dict[str, pulumi.Input[str]]] | None = None,
        tenants: pulumi.Input[dict[str, pulumi.Input[str]]] | None = None,
        community: pulumi.Input[bool] = False,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        inputs = {
            "galleryId": gallery_id,
            "subscriptions": subscriptions or {},
            "tenants": tenants or {},
            "community": community,
        }
        super().__init__(TYPE, name, inputs, opts)

    def translate_output_property(self, prop: str) -> str:
        """The attribute of an output."""
        return "gallery_id" if prop == "galleryId" else prop


class SharingProvider(pulumi.ProviderResource):
    """An identity of its own for sharing: the settings of azure-native's provider, by their keys (`clientId` …)."""

    def __init__(
        self,
        name: str,
        settings: dict[str, pulumi.Input[str]],
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        secret = {setting.key for setting in SETTINGS if setting.secret}
        unknown = settings.keys() - {setting.key for setting in SETTINGS}
        if unknown:
            raise pulumi.RunError(
                f"there is no setting {', '.join(sorted(unknown))} of azure-native's provider"
            )
        inputs = {key: pulumi.Output.secret(v) if key in secret else v for key, v in settings.items()}
        super().__init__(PACKAGE, name, inputs, opts)


def gallery_sharing(
    accepted: Accepted,
    around: Surroundings,
    name: str,
    gallery_id: pulumi.Output[str],
    after: Sequence[pulumi.Input[pulumi.Resource]],
) -> GallerySharing | None:
    """The declared sharing beyond the directory; `None` where none is declared.

    Raises `pulumi.RunError` where azure-native is given a provider of its own, and this package's plugin none.
    """
    sharing = accepted.resolved.declaration.sharing
    if sharing.direct is not None:
        options = _options(around, name, sharing.direct.options, after)
        subscriptions, tenants = (
            {key: accepted.given(value, _DIRECT) for key, value in given.items()}
            for given in (sharing.direct.subscriptions, sharing.direct.tenants)
        )
        return GallerySharing(name, gallery_id, subscriptions, tenants, opts=options)
    if sharing.community is None:
        return None
    options = _options(around, name, sharing.community.options, after)
    return GallerySharing(name, gallery_id, community=sharing.community.published, opts=options)


def _options(
    around: Surroundings, name: str, given: Options | None, after: Sequence[pulumi.Input[pulumi.Resource]]
) -> pulumi.ResourceOptions:
    """The options of an entry, and who is logged in; its deletion is a call of its own, before the group's."""
    options = around.options(given, after=after)
    options.deleted_with = None
    options.provider = _provider(around.parent, name)
    options.aliases = [pulumi.Alias(name=former) for former in formerly(given)] or None
    return options


def _provider(parent: pulumi.Resource, name: str) -> pulumi.ProviderResource | None:
    """The provider that was given, else one with azure-native's configuration, else the default one."""
    own = parent.get_provider(TYPE)
    if own is not None:
        return own
    if parent.get_provider(_NATIVE) is not None:
        raise pulumi.RunError(
            "sharing.direct and sharing.community are brought about by this package's own plugin, which cannot read "
            "what stands in an azure-native provider of the program: give a SharingProvider with the same settings "
            "beside it (providers=[…]), or use the environment (ARM_…) or the configuration (azure-native:…) for both"
        )
    settings = _configured()
    return SharingProvider(name, settings, pulumi.ResourceOptions(parent=parent)) if settings else None


def _configured() -> dict[str, Any]:
    """The settings that stand in the stack's configuration; the plugin reads the environment by itself."""
    config = pulumi.Config("azure-native")
    found = {setting.key: config.get(setting.key) for setting in SETTINGS}
    return {key: value for key, value in found.items() if value}
