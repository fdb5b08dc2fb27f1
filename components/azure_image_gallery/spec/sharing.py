"""Who may use the gallery: principals, and the roles they are given."""

from pydantic import Field

from azure_image_gallery.spec.enums import PrincipalType
from azure_image_gallery.spec.model import Model
from azure_image_gallery.spec.options import Options
from azure_image_gallery.spec.unknown import OrUnknown


class AppRegistration(Model):
    """Facts about an app registration that makes machines of this gallery's images in other tenants."""

    tenants: dict[str, OrUnknown[str]] = Field(default_factory=dict[str, OrUnknown[str]])
    """The other tenants' ids, GUIDs, by names of your own."""
    multi_tenant: bool | None = None
    """Whether it is registered for accounts in any organization's directory."""
    redirect_uri: bool | None = None
    """Whether it has a redirect URI, to which a tenant that consents is sent back."""
    credential: bool | None = None
    """Whether it has a client secret or another credential."""


class Principal(Model):
    """Somebody in the directory, under a name that role assignments use."""

    principal_id: OrUnknown[str]
    """The object id, a GUID. Not an application's client id, nor an e-mail address."""
    principal_type: PrincipalType
    """What the principal is. Required: without it, Azure refuses a principal that was made a moment ago."""
    tenant_id: OrUnknown[str] | None = None
    """A fact: the tenant in whose directory the object id was looked up, a GUID."""
    application: AppRegistration | None = None
    """Facts about the app registration behind a service principal, where it works in other tenants."""


class RoleAssignment(Model):
    """A role for several principals at several scopes; each combination is an assignment in Azure."""

    role: str
    """The name of a built-in role, or a role definition's GUID or id."""
    principals: list[str] = Field(min_length=1)
    """Names under `principals`."""
    scopes: list[str] = Field(min_length=1)
    """`gallery`, `imageDefinitions/<definition>` or `imageVersions/<definition>/<version>`."""
    description: OrUnknown[str] | None = None
    """Why the role is given."""
    condition: OrUnknown[str] | None = None
    """A condition in Azure's language for attribute-based access control."""
    condition_version: str | None = None
    """The language's version, 2.0; stands beside a condition and only there."""
    delegated_managed_identity_resource_id: OrUnknown[str] | None = None
    """The id of the managed identity that is given the role, where it lies in the tenant of a managing
    partner (Azure Lighthouse)."""
    assignment_names: dict[str, str] | None = None
    """By `<principal>/<scope>`: the GUID of an assignment that exists already under a name of its own."""
    options: Options | None = None
    """What Pulumi is told about the assignments."""


class DirectSharing(Model):
    """Sharing with whole subscriptions and tenants, for which a gallery is made: none is changed to it."""

    subscriptions: dict[str, OrUnknown[str]] = Field(default_factory=dict[str, OrUnknown[str]])
    """Subscription ids, GUIDs, by names of your own; at most 30."""
    tenants: dict[str, OrUnknown[str]] = Field(default_factory=dict[str, OrUnknown[str]])
    """Tenant ids, GUIDs, by names of your own; at most 5."""
    options: Options | None = None
    """What Pulumi is told about the sharing."""


class CommunitySharing(Model):
    """Sharing with everybody in Azure, for which a gallery is made: none is changed to it."""

    public_name_prefix: OrUnknown[str]
    """The beginning of the public name: 5-16 letters and digits. Azure adds a hyphen and a GUID."""
    publisher_uri: OrUnknown[str]
    """The publisher's web page, which everybody sees."""
    publisher_contact: OrUnknown[str]
    """The publisher's e-mail address, which everybody sees."""
    eula: OrUnknown[str]
    """The licence agreement or its address, which everybody sees."""
    published: bool = False
    """Whether the gallery is public. Made false again, it is withdrawn: machines of others that use it cannot grow."""
    options: Options | None = None
    """What Pulumi is told about the sharing."""


class Sharing(Model):
    """How the gallery is shared: by roles always, and beyond the directory in one of two ways."""

    role_assignments: dict[str, RoleAssignment] = Field(default_factory=dict[str, RoleAssignment])
    """Role assignments, by a name of their own."""
    direct: DirectSharing | None = None
    """With whole subscriptions and tenants."""
    community: CommunitySharing | None = None
    """With everybody."""
