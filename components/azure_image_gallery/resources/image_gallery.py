"""The whole declaration as one component.

Its children are azure-native resources, named `<component>/<the user's keys>`. They are made in the order
that Azure needs, and each depends on what has to outlive it: a plain `pulumi destroy` deletes versions before
definitions before the gallery.
"""

from collections import defaultdict
from typing import Any

import pulumi
from pulumi_azure_native import authorization, compute, resources

from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import ImageGalleryArgs
from azure_image_gallery.resources.gallery import gallery, unique_name
from azure_image_gallery.resources.image_definition import image_definition
from azure_image_gallery.resources.image_version import image_version, source_id
from azure_image_gallery.resources.managed_image import managed_image
from azure_image_gallery.resources.placement import Placement, component_type
from azure_image_gallery.resources.resource_group import resource_groups
from azure_image_gallery.resources.role_assignment import role_assignment
from azure_image_gallery.spec.latest import Latest, latest, version_number
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedAssignment, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown

VersionIds = dict[str, dict[str, pulumi.Output[str]]]


class ImageGallery(pulumi.ComponentResource):
    """A gallery with its image definitions, versions, managed images and access, from one declaration.

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
    """Ids by definition and version."""
    latest: pulumi.Output[dict[str, Any]]
    """By definition: `version`, `id`, and `regions` with the latest id in each."""
    image_references: pulumi.Output[dict[str, dict[str, str]]]
    """By definition: what a machine's `imageReference` takes to get the latest version."""
    managed_image_ids: pulumi.Output[dict[str, str]]
    """Ids by managed image."""
    disk_ids: pulumi.Output[dict[str, str]]
    """Ids by managed disk."""

    def __init__(self, name: str, args: ImageGalleryArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        children = _Children(Accepted(args))
        super().__init__(component_type("ImageGallery"), name, None, opts)
        children.make(self, name)
        for key, value in _outputs(children).items():
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
        }


class _Children:
    """The resources of a declaration, made from the outside in."""

    gallery: compute.Gallery

    def __init__(self, accepted: Accepted) -> None:
        self.accepted = accepted
        self.groups: dict[str, resources.ResourceGroup] = {}
        self.definitions: dict[str, compute.GalleryImage] = {}
        self.versions: dict[tuple[str, str], compute.GalleryImageVersion] = {}
        self.managed_images: dict[str, compute.Image] = {}

    def make(self, parent: pulumi.Resource, name: str) -> None:
        """Register everything."""
        self.groups = resource_groups(self.accepted, parent, name)
        placement = self._gallery(parent, name)
        self._managed_images(parent, name)
        for definition in self.accepted.resolved.definitions:
            self.definitions[definition.key] = image_definition(
                self.accepted, placement, definition, self.gallery
            )
        self._versions(placement)
        for assignment in self.accepted.resolved.assignments:
            self._role_assignment(assignment, parent, name)

    def _gallery(self, parent: pulumi.Resource, name: str) -> Placement:
        spec = self.accepted.resolved.declaration.gallery
        group = self._group_name(spec.resource_group, ("gallery",))
        after = self._group_resources(spec.resource_group)
        placement = Placement(parent, name, spec.name, group, after)
        self.gallery = gallery(self.accepted, placement)
        return placement

    def _group_name(self, group: str | Unknown, path: Path) -> pulumi.Input[str]:
        declared = self.accepted.resolved.declaration.resource_groups
        if isinstance(group, str) and group in declared:
            return declared[group].name or group
        return self.accepted.given(group, path)

    def _group_resources(self, group: str | Unknown) -> list[pulumi.Resource]:
        return [self.groups[group]] if isinstance(group, str) and group in self.groups else []

    def _managed_images(self, parent: pulumi.Resource, name: str) -> None:
        for image in self.accepted.resolved.managed_images:
            options = pulumi.ResourceOptions(
                parent=parent, depends_on=self._group_resources(image.resource_group)
            )
            group = self._group_name(image.resource_group, image.path)
            logical_name = f"{name}/{image.key}"
            self.managed_images[image.key] = managed_image(self.accepted, image, logical_name, group, options)

    def _versions(self, placement: Placement) -> None:
        """Versions, those of one managed image one after another: Azure copies from it once at a time.

        Source: https://learn.microsoft.com/azure/virtual-machines/image-version.
        """
        users: dict[str, compute.GalleryImageVersion] = {}
        for version in sorted(self.accepted.resolved.versions, key=version_number):
            source = version.spec.source.managed_image
            before = [users[source]] if isinstance(source, str) and source in users else []
            made = image_version(
                self.accepted,
                placement,
                version,
                self._source(version),
                self.definitions[version.definition_key],
                *before,
            )
            self.versions[version.definition_key, version.key] = made
            if isinstance(source, str):
                users[source] = made

    def _source(self, version: ResolvedVersion) -> pulumi.Input[str]:
        only = version.source.only
        if only is not None and only.address is not None and only.address[0] == "managedImages":
            return self.managed_images[only.address[1]].id
        return source_id(self.accepted, version)

    def _role_assignment(
        self,
        assignment: ResolvedAssignment,
        parent: pulumi.Resource,
        name: str,
    ) -> authorization.RoleAssignment:
        logical_name = f"{name}/{assignment.key}/{assignment.principal}/{assignment.scope}"
        scope = self._scope(assignment.scope)
        options = pulumi.ResourceOptions(parent=parent, depends_on=[scope])
        return role_assignment(self.accepted, assignment, scope.id, logical_name, options)

    def _scope(self, scope: str) -> pulumi.CustomResource:
        kind, *keys = scope.split("/")
        if kind == "imageVersions":
            return self.versions[keys[0], keys[1]]
        return self.definitions[keys[0]] if kind == "imageDefinitions" else self.gallery


def _outputs(children: _Children) -> dict[str, pulumi.Output[Any]]:
    """The component's outputs, by attribute."""
    definition_ids = {key: child.id for key, child in children.definitions.items()}
    version_ids: VersionIds = defaultdict(dict)
    for (definition, version), child in children.versions.items():
        version_ids[definition][version] = child.id
    return {
        "gallery_id": children.gallery.id,
        "gallery_unique_name": unique_name(children.gallery),
        "community_public_names": children.gallery.sharing_profile.apply(_public_names),
        "tenant_id": authorization.get_client_config_output().tenant_id,
        "image_definition_ids": pulumi.Output.from_input(definition_ids),
        "image_version_ids": pulumi.Output.from_input(dict(version_ids)),
        "latest": pulumi.Output.from_input(_latest(children, version_ids)),
        "image_references": pulumi.Output.from_input({key: {"id": i} for key, i in definition_ids.items()}),
        "managed_image_ids": pulumi.Output.from_input(
            {key: child.id for key, child in children.managed_images.items()},
        ),
        "disk_ids": pulumi.Output.from_input({}),
    }


def _public_names(profile: Any) -> list[str]:  # noqa: ANN401  azure-native's own, untyped before it is there
    community = getattr(profile, "community_gallery_info", None)
    return list(getattr(community, "public_names", None) or ())


def _latest(children: _Children, ids: VersionIds) -> dict[str, dict[str, Any]]:
    versions: dict[str, list[ResolvedVersion]] = defaultdict(list)
    for version in children.accepted.resolved.versions:
        versions[version.definition_key].append(version)
    return {key: _latest_of(latest(of_one), ids[key]) for key, of_one in versions.items()}


def _latest_of(found: Latest, ids: dict[str, pulumi.Output[str]]) -> dict[str, Any]:
    regions = {region: ids[version.key] for region, version in found.regions.items()}
    if found.version is None:
        return {"version": None, "id": None, "regions": regions}
    return {"version": found.version.key, "id": ids[found.version.key], "regions": regions}
