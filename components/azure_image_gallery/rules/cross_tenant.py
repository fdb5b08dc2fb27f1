"""Rules about two tenants, as far as one side can tell: facts about the other are declared, and compared.

A service principal has another object id in each tenant; an application reaches into another tenant when it is
registered for that, and reads here by a role; a version is copied from another tenant's gallery where it has a replica.
"""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import listed, show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion
from azure_image_gallery.spec.sharing import AppRegistration, DirectSharing

_ACROSS = "https://learn.microsoft.com/azure/virtual-machines/share-using-app-registration"
_TENANT_ID, _APPLICATION = "principals.*.tenantId", "principals.*.application"
_rule = partial(Rule, docs=_ACROSS, evidence=Evidence.DOCUMENTATION)

REGISTRATION = _rule(
    code="XTN001",
    title="an application that works in other tenants is registered for them",
    why="Another tenant consents to a multi-tenant application only, by a redirect URI; it logs in by a credential.",
    fix="register the application for any organization's directory, with a redirect URI and a credential",
    needs=(
        f"{_APPLICATION}.tenants",
        f"{_APPLICATION}.multiTenant",
        f"{_APPLICATION}.redirectUri",
        f"{_APPLICATION}.credential",
    ),
)
READS_HERE = _rule(
    code="XTN002",
    title="an application that works in other tenants may read the gallery",
    why="It makes machines there with a token of this tenant too, and Azure looks for Reader on the gallery. Its role "
    "may come by a group, or stand elsewhere, so this is a warning.",
    fix="give it Reader, in sharing.roleAssignments; in the other tenant it needs Contributor on a resource group",
    severity=Severity.WARNING,
    needs=(f"{_APPLICATION}.tenants",),
)
OBJECT_ID = _rule(
    code="XTN003",
    title="a principal's object id is the one in the gallery's tenant",
    why="The service principal of an application has another object id in each tenant, and Azure looks in its own.",
    fix="look the object id up in the gallery's tenant",
    severity=Severity.WARNING,
    needs=(_TENANT_ID, "gallery.tenantId"),
)
COPY = _rule(
    code="XTN006",
    title="a version of another tenant has a replica where it is copied to",
    why="Azure reads the source from its replica in the region where the copy is made; a role in the other tenant does "
    "the rest.",
    fix="replicate the source to the region, or make the version in one of its regions",
    docs="https://learn.microsoft.com/azure/virtual-machines/image-version",
    needs=("imageVersions.*.*.source.tenantId", "imageVersions.*.*.source.replicatedIn", "gallery.tenantId"),
)
RULES = (REGISTRATION, READS_HERE, OBJECT_ID, COPY)

_REGISTERED = {"multi_tenant": "multiTenant", "redirect_uri": "redirectUri", "credential": "credential"}


def registration(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """What an application that works elsewhere has to be."""
    for key, principal in subject.declaration.principals.items():
        application = principal.application
        for field, name in _REGISTERED.items():
            if application and application.tenants and getattr(application, field) is False:
                where = listed(application.tenants)
                message = f"false is declared, and the application works in {where}"
                yield Finding(REGISTRATION, ("principals", key, "application", name), message)


def reads_here(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Whether it is given a role here, or its tenants are shared with."""
    if not facts.is_whole("sharing"):
        return
    assigned = {assignment.principal for assignment in subject.assignments}
    direct = subject.declaration.sharing.direct
    for key, principal in subject.declaration.principals.items():
        application = principal.application
        if application is None or key in assigned or not facts.is_whole("principals", key):
            continue
        if _is_shared(application, direct):
            continue
        message = f"{show(key)} works in {listed(application.tenants)}, and has no role here"
        yield Finding(READS_HERE, ("principals", key, "application"), message, on_key=True)


def _is_shared(application: AppRegistration, direct: DirectSharing | None) -> bool:
    """Whether every tenant is shared with directly, or that is not known."""
    shared = set(map(text, direct.tenants.values())) if direct else set[str | None]()
    return all(text(tenant) in (None, *shared) or None in shared for tenant in application.tenants.values())


def object_id(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """The tenant in which a principal was looked up."""
    home = subject.declaration.gallery.tenant_id
    assigned = {assignment.principal for assignment in subject.assignments}
    for key, principal in subject.declaration.principals.items():
        if key in assigned and _other_tenant(principal.tenant_id, home):
            message = f"{show(principal.tenant_id)} is given, the gallery is in {show(home)}"
            yield Finding(OBJECT_ID, ("principals", key, "tenantId"), message)


def copy(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Where the source has replicas."""
    source = subject.spec.source
    home = facts.resolved.declaration.gallery.tenant_id
    if source.image_version is None or not source.replicated_in or not isinstance(subject.location, str):
        return
    if _other_tenant(source.tenant_id, home) and subject.location not in source.replicated_in:
        path: Path = (*subject.path, "source", "replicatedIn")
        there = f"the source is replicated to {listed(source.replicated_in)}"
        yield Finding(COPY, path, f"{there}, the version is made in {show(subject.location)}")


def _other_tenant(one: object, other: object) -> bool:
    """Whether two tenants are both known, and not the same."""
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    return one.casefold() != other.casefold()


CHECKS = (
    Check(Resolved, registration),
    Check(Resolved, reads_here),
    Check(Resolved, object_id),
    Check(ResolvedVersion, copy),
)
