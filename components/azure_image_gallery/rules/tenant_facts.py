"""Which facts about tenants are asked for: none, while nothing is said of any, for most galleries have one."""

from collections.abc import Callable

from azure_image_gallery.spec.image_version import ImageVersion
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved

_FACTS = ("tenantId", "replicatedIn")
_VERSIONS = "imageVersions"


def facts_of_no_tenant(resolved: Resolved) -> Callable[[Path], bool]:
    """Whether a fact that is not declared, at a path, is about tenants and decides nothing in this declaration."""
    speaks = _speaks_of_tenants(resolved)

    def decides_nothing(path: Path) -> bool:
        if path[-1] not in _FACTS:
            return False
        if not speaks or path[0] != _VERSIONS:
            return not speaks
        source = _version(path, resolved).source
        return source.image_version is None or (path[-1] == "replicatedIn" and source.tenant_id is None)

    return decides_nothing


def _speaks_of_tenants(resolved: Resolved) -> bool:
    declared = resolved.declaration
    principals = any(principal.tenant_id is not None for principal in declared.principals.values())
    sources = any(version.spec.source.tenant_id is not None for version in resolved.versions)
    return declared.gallery.tenant_id is not None or principals or sources


def _version(path: Path, resolved: Resolved) -> ImageVersion:
    return resolved.declaration.image_versions[str(path[1])][str(path[2])]
