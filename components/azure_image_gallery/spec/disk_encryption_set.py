"""Disk encryption sets: which key of a key vault encrypts disks and images, region by region."""

from azure_image_gallery.spec.enums import EncryptionSetType, KeyType
from azure_image_gallery.spec.identity import Identity
from azure_image_gallery.spec.lock import Lockable
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown
from azure_image_gallery.spec.values import Region, Tags, WholeNumber


class ActiveKey(Model):
    """The key that encrypts, and facts about it that its address does not tell."""

    key_url: OrUnknown[str]
    """The key's address: `https://<vault>.vault.azure.net/keys/<name>/<version>`; with a version, also where the set
    follows the key to its newest."""
    source_vault: OrUnknown[str] | None = None
    """The id of the key vault; left out for a vault of another subscription."""
    vault_location: Region | None = None
    """A fact: the key vault's region."""
    type: KeyType | None = None
    """A fact: the key's type."""
    size: WholeNumber | None = None
    """A fact: the key's size, in bits."""


class DiskEncryptionSet(Lockable):
    """A disk encryption set (Microsoft.Compute/diskEncryptionSets)."""

    name: str | None = None
    """The name in Azure. Left out: the key under `diskEncryptionSets`."""
    id: OrUnknown[str] | None = None
    """The id of a set that exists already. It is never looked up or changed; beside it stand the facts that
    rules need, `location` and `encryptionType`, and nothing else."""
    encryption_type: EncryptionSetType | None = None
    """What the set encrypts with. Fixed. Left out: EncryptionAtRestWithCustomerKey."""
    active_key: ActiveKey | None = None
    """The key that encrypts. Required, but for a set that exists."""
    identity: Identity | None = None
    """The identity by which the set reads the key. Left out: SystemAssigned."""
    federated_client_id: OrUnknown[str] | None = None
    """The client id of a multi-tenant application, by which a key of another tenant is read."""
    rotation_to_latest_key_version_enabled: bool | None = None
    """Whether the set follows the key to its newest version. Left out: false."""
    resource_group: OrUnknown[str] | None = None
    """A resource group declared here, or one that exists. Left out: the gallery's."""
    location: OrUnknown[Region] | None = None
    """The set's region, which is that of what it encrypts. Left out: the declaration's; of a set that exists it
    is then not known."""
    tags: Tags | None = None
    """Tags of the set."""
    options: Options | None = None
    """What Pulumi is told about the set."""
