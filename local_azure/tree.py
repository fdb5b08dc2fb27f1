"""What a local Azure holds, drawn as a tree of text for the `status` command."""

from dataclasses import dataclass, field

from local_azure.cloud import Cloud
from local_azure.resources import resource_group, subscription
from local_azure.store import Resource


@dataclass
class Node:
    """A line of the tree, and the lines below it."""

    text: str
    below: "list[Node]" = field(default_factory=list["Node"])


def draw(cloud: Cloud) -> str:
    """The whole tree, a line each, ending with a line break."""
    roots = [
        _subscription(cloud, found) for found in cloud.store.of_type(subscription.TYPE, "/subscriptions")
    ]
    return "".join(f"{line}\n" for root in roots for line in (root.text, *_lines(root.below, "")))


def _lines(nodes: list[Node], margin: str) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        last = node is nodes[-1]
        lines.append(f"{margin}{'└─ ' if last else '├─ '}{node.text}")
        lines += _lines(node.below, margin + ("   " if last else "│  "))
    return lines


def _subscription(cloud: Cloud, found: Resource) -> Node:
    groups = cloud.store.of_type(resource_group.TYPE, under=found.id)
    return Node(
        f"subscription {found.name} ({found.body['displayName']})", [_group(cloud, group) for group in groups]
    )


def _group(cloud: Cloud, group: Resource) -> Node:
    return Node(
        f"resource group {group.name} ({group.location})", [_plain(r) for r in resources_in(cloud, group)]
    )


def resources_in(cloud: Cloud, group: Resource) -> list[Resource]:
    """Top-level resources of a group."""
    return [found for found in cloud.store.below(group.key) if found.type.count("/") == 1]


def _plain(resource: Resource) -> Node:
    return Node(f"{resource.type.rsplit('/', 1)[1]} {resource.name}")
