"""Rules about a `diskEncryptionSet`, wherever it stands: that it leads somewhere, and that an id is one.

For whoever judges what is encrypted: managed images, disks, snapshots and image versions.
"""

from collections.abc import Iterator

from azure_image_gallery.azure.resource_id import parse_id
from azure_image_gallery.rules.configuration import UNRESOLVED_NAME
from azure_image_gallery.rules.facts import Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.encryption_sets import DECLARED_UNDER, find_disk_encryption_set, name_of_set
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.unknown import Unknown

_TYPE = "Microsoft.Compute/diskEncryptionSets"

ID = Rule(
    code="ENC007",
    title="the id of a disk encryption set is whole, and of that type",
    why="Azure finds the set by its id, and refuses one of another form.",
    fix=f"give /subscriptions/…/resourceGroups/…/providers/{_TYPE}/<name>, or a name under {DECLARED_UNDER}",
    docs="https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images",
    evidence=Evidence.SERVER,
)
RULES = (ID,)


def reference(path: Path, value: str | Unknown | None, facts: Facts) -> Iterator[Finding]:
    """What is wrong with a `diskEncryptionSet` at a path."""
    name = name_of_set(value)
    if name is not None:
        declared = facts.resolved.encryption_sets_by_key
        if find_disk_encryption_set(facts.resolved, name) is None and facts.is_whole(DECLARED_UNDER, name):
            hint = facts.hint(name, (DECLARED_UNDER,), declared)
            message = f"{show(name)} is not declared under {DECLARED_UNDER}, {hint}"
            yield Finding(UNRESOLVED_NAME, path, message)
        return
    wrong = wrong_id(path, value)
    if wrong:
        yield wrong


def wrong_id(path: Path, value: str | Unknown | None) -> Finding | None:
    """What is wrong with the id of a set."""
    if not isinstance(value, str):
        return None
    found = parse_id(value)
    if found is None:
        return Finding(ID, path, f"{show(value)} is not a whole id, {_TYPE} is wanted")
    if found.type.casefold() != _TYPE.casefold():
        return Finding(ID, path, f"an id of {show(found.type)} is given, {_TYPE} is wanted")
    return None
