"""What a `diskEncryptionSet` leads to: the name of an entry under `diskEncryptionSets`, or an id.

Wherever something is encrypted with a customer's key, the set is named by this key.
"""

from azure_image_gallery.spec.resolved import Resolved, ResolvedEncryptionSet
from azure_image_gallery.spec.unknown import Unknown

DECLARED_UNDER = "diskEncryptionSets"


def name_of_set(value: str | Unknown | None) -> str | None:
    """The name under `diskEncryptionSets`, whether it is there or not; `None` of an id, and of what is unknown."""
    return value if isinstance(value, str) and not value.startswith("/") else None


def find_disk_encryption_set(resolved: Resolved, value: str | Unknown | None) -> ResolvedEncryptionSet | None:
    """The entry that is meant: by its name, or by the id of a set that exists and is declared with facts."""
    if not isinstance(value, str):
        return None
    if value.startswith("/"):
        return resolved.encryption_sets_by_id.get(value.casefold())
    return resolved.encryption_sets_by_key.get(value)
