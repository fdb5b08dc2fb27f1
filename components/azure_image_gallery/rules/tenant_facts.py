"""Which facts about tenants are asked for: none, while nothing is said of any, for most galleries have one."""

from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_FACTS = ("tenantId", "replicatedIn")
_VERSIONS = "imageVersions"


def is_of_no_tenant(path: Path, resolved: Resolved) -> bool:
    """Whether a fact that is not declared is about tenants, and decides nothing in this declaration."""
    if path[-1] not in _FACTS:
        return False
    if not _speaks_of_tenants(resolved):
        return True
    if path[0] != _VERSIONS:
        return False
    source = _version(path, resolved).source
    return source.image_version is None or (path[-1] == "replicatedIn" and source.tenant_id is None)


def _speaks_of_tenants(resolved: Resolved) -> bool:
    declared = resolved.declaration
    principals = any(principal.tenant_id is not None for principal in declared.principals.values())
    sources = any(version.spec.source.tenant_id is not None for version in resolved.versions)
    return declared.gallery.tenant_id is not None or principals or sources


def _version(path: Path, resolved: Resolved) -> ImageVersion:
    return resolved.declaration.image_versions[str(path[1])][str(path[2])]
