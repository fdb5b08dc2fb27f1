"""What a local Azure holds, drawn as a tree of text for the `status` command."""

from collections.abc import Callable
from dataclasses import dataclass, field

from local_azure import regions
from local_azure.cloud import Cloud
from local_azure.resources import (
    community,
    lock,
    resource_group,
    restore_point,
    role_assignment,
    role_definition,
    scope,
    subscription,
)
from local_azure.seed import SEEDED
from local_azure.store import Json, Resource


@dataclass
class Node:
    """A line of the tree, and the lines below it."""

    text: str
    below: "list[Node]" = field(default_factory=list["Node"])


def draw(cloud: Cloud, *, seeds: bool = True) -> str:
    """Draw the whole tree, a line each, ending with a line break; without seeds, groups of nothing else are folded.

    The subscription of another tenant is left out: nothing is made there.
    """
    roots = [
        _subscription(cloud, found, seeds=seeds)
        for found in cloud.store.of_type(subscription.TYPE, "/subscriptions")
        if cloud.directory.home_of(found.name) == cloud.directory.tenant
    ]
    roots += (
        [_community(cloud, name, gallery) for name, gallery in community.galleries(cloud)] if seeds else []
    )
    return "".join(f"{line}\n" for root in roots for line in (root.text, *_lines(root.below, "")))


def _lines(nodes: list[Node], margin: str) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        last = node is nodes[-1]
        lines.append(f"{margin}{'└─ ' if last else '├─ '}{node.text}")
        lines += _lines(node.below, margin + ("   " if last else "│  "))
    return lines


def _subscription(cloud: Cloud, found: Resource, *, seeds: bool) -> Node:
    every = cloud.store.of_type(resource_group.TYPE, under=found.id)
    groups = [_group(cloud, group) if seeds else _folded(cloud, group) for group in every]
    return Node(
        f"subscription {found.name} ({found.body['displayName']})", [*_assignments(cloud, found), *groups]
    )


def _folded(cloud: Cloud, group: Resource) -> Node:
    """Return a group with what is in it; one that holds nothing but seeds in a line."""
    inside = cloud.store.below(group.key)
    if not all(found.private.get(SEEDED) for found in (group, *inside)):
        return _group(cloud, group)
    return Node(
        f"{_line('resource group', group, [group.location])}: {len(inside)} things to make images from"
    )


def _group(cloud: Cloud, group: Resource) -> Node:
    inside = [found for found in cloud.store.below(group.key) if found.type in _TOP]
    inside.sort(key=lambda found: (tuple(_TOP).index(found.type), found.name))
    below = [*_assignments(cloud, group), *(_TOP[found.type](cloud, found) for found in inside)]
    return Node(_line("resource group", group, [group.location]), below)


def _gallery(cloud: Cloud, gallery: Resource) -> Node:
    definitions = sorted(
        cloud.store.of_type("Microsoft.Compute/galleries/images", under=gallery.key), key=_by_name
    )
    applications = sorted(
        cloud.store.of_type("Microsoft.Compute/galleries/applications", under=gallery.key), key=_by_name
    )
    below = [
        *_assignments(cloud, gallery),
        *(_definition(cloud, one) for one in definitions),
        *(_application(cloud, one) for one in applications),
    ]
    return Node(_line("gallery", gallery, [gallery.location]), below)


def _community(cloud: Cloud, public_name: str, gallery: Resource) -> Node:
    """Return what everybody sees of a gallery, under the name by which it is seen."""
    definitions = sorted(
        cloud.store.of_type("Microsoft.Compute/galleries/images", under=gallery.key), key=_by_name
    )
    text = _line("community gallery", gallery, [gallery.location])
    return Node(text.replace(gallery.name, public_name, 1), [_definition(cloud, one) for one in definitions])


def _definition(cloud: Cloud, definition: Resource) -> Node:
    facts = definition.properties
    words = [facts["osType"], facts["osState"], facts["hyperVGeneration"], facts["architecture"]]
    versions = sorted(
        cloud.store.of_type("Microsoft.Compute/galleries/images/versions", under=definition.key),
        key=_by_number,
    )
    below = [*_assignments(cloud, definition), *(_version(cloud, one) for one in versions)]
    return Node(_line("image definition", definition, words), below)


def _application(cloud: Cloud, application: Resource) -> Node:
    versions = sorted(
        cloud.store.of_type("Microsoft.Compute/galleries/applications/versions", under=application.key),
        key=_by_number,
    )
    words = [application.properties["supportedOSType"]]
    return Node(_line("application", application, words), [_version(cloud, one) for one in versions])


def _by_name(resource: Resource) -> str:
    return resource.name.lower()


def _by_number(version: Resource) -> tuple[int, ...]:
    return tuple(int(part) for part in version.name.split("."))


def _version(cloud: Cloud, version: Resource) -> Node:
    profile = version.properties["publishingProfile"]
    places = [_replicas(region) for region in profile["targetRegions"]]
    words = ["not in latest"] if profile["excludeFromLatest"] else []
    return Node(_line("version", version, [", ".join(places), *words]), _assignments(cloud, version))


def _replicas(region: Json) -> str:
    short = regions.normalise(region["name"])
    return f"{short} x{region['regionalReplicaCount']} {region['storageAccountType']}"


def _image(cloud: Cloud, image: Resource) -> Node:
    words = [image.location, image.properties["hyperVGeneration"]]
    return Node(_line("managed image", image, words), _assignments(cloud, image))


def _machine(cloud: Cloud, machine: Resource) -> Node:
    words = [machine.private["power"], "generalized" if machine.private["generalized"] else "specialized"]
    security = machine.properties.get("securityProfile", {}).get("securityType")
    words += [security] if security else []
    return Node(_line("virtual machine", machine, words), _assignments(cloud, machine))


def _disk(cloud: Cloud, disk: Resource) -> Node:
    kind = "snapshot" if disk.type.endswith("snapshots") else "disk"
    words = [f"{disk.properties['diskSizeGB']} GB"]
    sku = disk.body["sku"]["name"]
    words += [sku] if sku != "Standard_LRS" else []
    words += ["incremental"] if disk.properties.get("incremental") else []
    return Node(_line(kind, disk, words), _assignments(cloud, disk))


def _encryption_set(cloud: Cloud, one: Resource) -> Node:
    words = [one.location, one.properties["encryptionType"]]
    return Node(_line("disk encryption set", one, words), _assignments(cloud, one))


def _restore_points(cloud: Cloud, collection: Resource) -> Node:
    points = cloud.store.of_type(restore_point.POINT, under=collection.key)
    return Node(
        _line("restore point collection", collection, [collection.location]),
        [_restore_point(cloud, one) for one in points],
    )


def _restore_point(cloud: Cloud, point: Resource) -> Node:
    disks = cloud.store.of_type(restore_point.DISK_POINT, under=point.key)
    below = [Node(_line("disk restore point", one, [f"{one.private['sizeGB']} GB"])) for one in disks]
    return Node(_line("restore point", point, [point.properties["consistencyMode"]]), below)


def _account(_: Cloud, account: Resource) -> Node:
    blobs: dict[str, int] = account.private["blobs"]
    below = [Node(f"blob {name} ({size} GB)") for name, size in blobs.items()]
    return Node(_line("storage account", account, [account.location]), below)


_TOP: dict[str, Callable[[Cloud, Resource], Node]] = {
    "microsoft.compute/galleries": _gallery,
    "microsoft.compute/images": _image,
    "microsoft.compute/virtualmachines": _machine,
    "microsoft.compute/disks": _disk,
    "microsoft.compute/snapshots": _disk,
    "microsoft.compute/diskencryptionsets": _encryption_set,
    "microsoft.compute/restorepointcollections": _restore_points,
    "microsoft.storage/storageaccounts": _account,
}


def _assignments(cloud: Cloud, at: Resource) -> list[Node]:
    """Return the locks on a resource, and who has a role on it."""
    found = cloud.store.of_type(role_assignment.TYPE, under=at.key)
    locks = [Node(f"lock {one.name} ({one.properties['level']})") for one in lock.on(cloud, at)]
    roles = [_assignment(cloud, one) for one in found if scope.normal(one.properties["scope"]) == at.key]
    return locks + roles


def _assignment(cloud: Cloud, one: Resource) -> Node:
    role = role_definition.find(cloud, one.private["role"])
    principal_id = one.properties["principalId"]
    principal = cloud.directory.find(principal_id)
    who = principal.name if principal else principal_id
    name = role["roleName"] if role else one.private["role"]
    return Node(f"role {name}: {who} ({one.properties['principalType']})")


def _line(kind: str, resource: Resource, words: list[str]) -> str:
    state = resource.properties.get("provisioningState", "Succeeded")
    shown = [
        *words,
        *([] if state == "Succeeded" else [state]),
        *(["seed"] if resource.private.get(SEEDED) else []),
    ]
    return f"{kind} {resource.name} ({', '.join(shown)})"
