"""What a declaration's resources come to for those who use the images."""

from collections import defaultdict
from typing import Any

import pulumi

from azure_image_gallery.resources.children import Children
from azure_image_gallery.resources.gallery import unique_name
from azure_image_gallery.spec.latest import Candidate, Latest, latest

Ids = dict[str, dict[str, pulumi.Input[str]]]
"""Ids of versions, by definition and number."""


def outputs(children: Children) -> dict[str, pulumi.Output[Any]]:
    """The component's outputs, by attribute."""
    definition_ids = children.definition_ids
    version_ids = _version_ids(children)
    return {
        "gallery_id": children.gallery_id,
        "gallery_unique_name": unique_name(children.gallery),
        "community_public_names": children.gallery.sharing_profile.apply(_public_names),
        "tenant_id": children.tenant_id,
        "image_definition_ids": pulumi.Output.from_input(definition_ids),
        "image_version_ids": pulumi.Output.from_input(version_ids),
        "latest": pulumi.Output.from_input(_latest(children, version_ids)),
        "image_references": pulumi.Output.from_input({key: {"id": i} for key, i in definition_ids.items()}),
        "managed_image_ids": _ids_below(children, "managedImages"),
        "disk_ids": _ids_below(children, "managedDisks"),
        "snapshot_ids": _ids_below(children, "snapshots"),
        "application_ids": pulumi.Output.from_input({k: one.id for k, one in children.applications.items()}),
        "application_version_ids": pulumi.Output.from_input(_application_version_ids(children)),
        "disk_encryption_set_ids": pulumi.Output.from_input(_set_ids(children)),
    }


def _version_ids(children: Children) -> Ids:
    ids: Ids = defaultdict(dict)
    for (definition, version), child in children.versions.items():
        ids[definition][version] = child.id
    for definition, seen in children.seen.items():
        ids[definition] |= {version.key: version.id for version in seen}
    return dict(ids)


def _application_version_ids(children: Children) -> Ids:
    ids: Ids = defaultdict(dict)
    for (application, version), child in children.application_versions.items():
        ids[application][version] = child.id
    return dict(ids)


def _ids_below(children: Children, kind: str) -> pulumi.Output[Any]:
    made = children.made.items()
    return pulumi.Output.from_input({address[1]: child.id for address, child in made if address[0] == kind})


def _set_ids(children: Children) -> dict[str, pulumi.Input[str]]:
    """Ids of disk encryption sets, of those that exist too."""
    sets = children.accepted.resolved.encryption_sets
    return {
        one.key: children.accepted.given(one.spec.id, one.path)
        if one.exists
        else children.encryption_sets[one.key].id
        for one in sets
    }


def _public_names(profile: Any) -> list[str]:  # noqa: ANN401  azure-native's own, untyped before it is there
    community = getattr(profile, "community_gallery_info", None)
    return list(getattr(community, "public_names", None) or ())


def _latest(children: Children, ids: Ids) -> dict[str, dict[str, Any]]:
    """By definition, over what is declared and what was seen of versions that others make."""
    candidates: dict[str, list[Candidate]] = defaultdict(list)
    for version in children.accepted.resolved.versions:
        candidates[version.definition_key].append(version)
    for definition, seen in children.seen.items():
        candidates[definition] += [version for version in seen if version.is_whole]
    return {key: _latest_of(latest(of_one), ids[key]) for key, of_one in candidates.items() if of_one}


def _latest_of(found: Latest[Candidate], ids: dict[str, pulumi.Input[str]]) -> dict[str, Any]:
    regions = {region: ids[version.key] for region, version in found.regions.items()}
    if found.version is None:
        return {"version": None, "id": None, "regions": regions}
    return {"version": found.version.key, "id": ids[found.version.key], "regions": regions}
