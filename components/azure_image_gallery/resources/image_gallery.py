"""The whole declaration as one component.

Its children are azure-native resources, named `<component>/<the user's keys>`. They are made in the order
that Azure needs, and each depends on what has to outlive it: a plain `pulumi destroy` deletes versions before
definitions before the gallery.
"""

from typing import Any

import pulumi

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ImageGalleryArgs
from azure_image_gallery.resources.children import Children
from azure_image_gallery.resources.outputs import outputs
from azure_image_gallery.resources.placement import component_type


class ImageGallery(pulumi.ComponentResource):
    """A gallery with its image definitions, versions, sources and access, from one declaration.

    Raises `DeclarationError`, with every finding and before anything is registered, for a declaration that
    Azure would refuse.
    """

    gallery_id: pulumi.Output[str]
    """The gallery's id."""
    gallery_unique_name: pulumi.Output[str]
    """The name under which others refer to a gallery that is shared with them."""
    community_public_names: pulumi.Output[list[str]]
    """The gallery's public names; empty for one that is not shared with the community."""
    tenant_id: pulumi.Output[str]
    """The tenant the gallery is in, which a consumer in another tenant has to name."""
    image_definition_ids: pulumi.Output[dict[str, str]]
    """Ids by definition."""
    image_version_ids: pulumi.Output[dict[str, dict[str, str]]]
    """Ids by definition and version, external versions among them."""
    latest: pulumi.Output[dict[str, Any]]
    """By definition: `version`, `id`, and `regions` with the latest id in each."""
    image_references: pulumi.Output[dict[str, dict[str, str]]]
    """By definition: what a machine's `imageReference` takes to get the latest version."""
    managed_image_ids: pulumi.Output[dict[str, str]]
    """Ids by managed image."""
    disk_ids: pulumi.Output[dict[str, str]]
    """Ids by managed disk."""
    snapshot_ids: pulumi.Output[dict[str, str]]
    """Ids by snapshot."""
    application_ids: pulumi.Output[dict[str, str]]
    """Ids by application."""
    application_version_ids: pulumi.Output[dict[str, dict[str, str]]]
    """Ids by application and version."""
    disk_encryption_set_ids: pulumi.Output[dict[str, str]]
    """Ids by disk encryption set."""

    def __init__(self, name: str, args: ImageGalleryArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        accepted = Accepted(args)
        super().__init__(component_type("ImageGallery"), name, None, opts)
        accepted.parent = self
        for key, value in outputs(Children(accepted, self, name)).items():
            setattr(self, key, value)
        self.register_outputs(self.stack_outputs())

    def stack_outputs(self) -> dict[str, pulumi.Output[Any]]:
        """What a stack exports: the contract with whoever uses the images."""
        return {
            "galleryId": self.gallery_id,
            "galleryUniqueName": self.gallery_unique_name,
            "communityPublicNames": self.community_public_names,
            "tenantId": self.tenant_id,
            "imageDefinitionIds": self.image_definition_ids,
            "imageVersionIds": self.image_version_ids,
            "latest": self.latest,
            "imageReferences": self.image_references,
            "managedImageIds": self.managed_image_ids,
            "diskIds": self.disk_ids,
            "snapshotIds": self.snapshot_ids,
            "applicationIds": self.application_ids,
            "applicationVersionIds": self.application_version_ids,
            "diskEncryptionSetIds": self.disk_encryption_set_ids,
        }
