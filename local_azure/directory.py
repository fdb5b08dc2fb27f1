"""
The directory of a local Azure: principals that roles can be assigned to, and the one that deploys.

It stands for Microsoft Entra ID and holds only what the Authorization provider asks it: does an object id
exist in a tenant, and of which type is it. There are two tenants, the deployer's and a partner's; the
deployer's application is known in both, under an object id of its own in each.
"""

from dataclasses import dataclass, field, replace

TENANT = "eeeeeeee-7000-4000-8000-000000000001"
SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000001"
PARTNER_TENANT = "eeeeeeee-7000-4000-8000-000000000002"
PARTNER_SUBSCRIPTION = "eeeeeeee-5000-4000-8000-000000000003"
_HOMES = {PARTNER_SUBSCRIPTION: PARTNER_TENANT}


@dataclass(frozen=True)
class Principal:
    """A user, group or service principal; only a service principal with a secret can ask for tokens."""

    object_id: str
    name: str
    type: str
    client_id: str = ""
    secret: str = field(default="", repr=False)
    tenant: str = TENANT


DEPLOYER = Principal(
    "eeeeeeee-0b00-4000-8000-000000000001",
    "deployer",
    "ServicePrincipal",
    client_id="eeeeeeee-c000-4000-8000-000000000001",
    secret="local-only",  # noqa: S106  a published example: it opens nothing but this emulator
)

DEPLOYER_AT_PARTNER = replace(
    DEPLOYER, object_id="eeeeeeee-0b00-4000-8000-000000000002", tenant=PARTNER_TENANT
)

EXAMPLES = (
    DEPLOYER,
    DEPLOYER_AT_PARTNER,
    Principal("eeeeeeee-9000-4000-8000-000000000001", "web-team", "Group"),
    Principal("eeeeeeee-9000-4000-8000-000000000002", "platform-team", "Group"),
    Principal("eeeeeeee-9000-4000-8000-000000000003", "image-pipeline", "ServicePrincipal"),
    Principal("eeeeeeee-9000-4000-8000-000000000004", "auditor", "User"),
    Principal("eeeeeeee-9000-4000-8000-000000000005", "production-operators", "Group"),
    Principal("eeeeeeee-9000-4000-8000-000000000006", "vmss-deployer", "ServicePrincipal"),
    Principal("eeeeeeee-9000-4000-8000-000000000007", "backup-service", "ServicePrincipal"),
    Principal("eeeeeeee-9000-4000-8000-000000000101", "partner-team", "Group", tenant=PARTNER_TENANT),
)


class Directory:
    """The tenants and their principals; `tenant` is the deployer's."""

    def __init__(self, tenant: str = TENANT, principals: tuple[Principal, ...] = EXAMPLES) -> None:
        self.tenant = tenant
        self._by_object_id = {principal.object_id: principal for principal in principals}
        self.tenants = (tenant, *_HOMES.values())
        self._by_client_id = {
            (principal.client_id, principal.tenant): principal
            for principal in principals
            if principal.client_id
        }

    def home_of(self, subscription: str) -> str:
        """Return the tenant that a subscription is in."""
        return _HOMES.get(subscription.lower(), self.tenant)

    def find(self, object_id: str) -> Principal | None:
        """Return the principal with this object id."""
        return self._by_object_id.get(object_id.lower())

    def client(self, client_id: str, tenant: str) -> Principal | None:
        """Return the service principal of this application in a tenant."""
        return self._by_client_id.get((client_id.lower(), tenant.lower()))
