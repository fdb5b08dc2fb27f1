"""Two tenants, with Pulumi's engine: a copy from the other's gallery, and a principal that is not here."""

from typing import Any

import pytest
import yaml

from local_azure.directory import PARTNER_SUBSCRIPTION, PARTNER_TENANT, TENANT
from tests.engine.declarations import VERSION, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

PARTNER_VERSION = (
    f"/subscriptions/{PARTNER_SUBSCRIPTION}/resourceGroups/rg-partner-images/providers/Microsoft.Compute"
    "/galleries/partner_images/images/ubuntu-24.04/versions/1.0.0"
)
PARTNER_TEAM = "eeeeeeee-9000-4000-8000-000000000101"


def copied() -> dict[str, Any]:
    """A version copied from the partner's gallery."""
    declared = small()
    del declared["managedImages"], declared["principals"], declared["sharing"]
    declared["gallery"]["tenantId"] = TENANT
    declared["imageDefinitions"]["ubuntu"]["securityType"] = "Standard"
    source = {"imageVersion": PARTNER_VERSION, "tenantId": PARTNER_TENANT, "replicatedIn": ["westeurope"]}
    facts = {"osState": "Generalized", "hyperVGeneration": "V2"}
    declared["imageVersions"]["ubuntu"]["1.0.0"] = {"source": {**source, **facts}}
    return declared


def test_a_copy_needs_a_token_of_the_other_tenant(project: Project) -> None:
    project.declare(copied())
    refused = project.up()
    assert refused.returncode != 0
    assert 'Code="LinkedAuthorizationFailed"' in refused.stdout
    assert f"the current tenant '{TENANT}' is not authorized to access linked subscription" in refused.stdout
    text = yaml.safe_load(project.stack_file.read_text(encoding="utf-8"))
    config = {**text["config"], "azure-native:auxiliaryTenantIds": [PARTNER_TENANT]}
    project.write(yaml.safe_dump({"config": config}, sort_keys=False))
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    found = project.arm.get(VERSION)
    assert found is not None
    assert found["properties"]["storageProfile"]["source"] == {"id": PARTNER_VERSION}
    assert project.changes() == {}
    assert project.destroy().returncode == 0


def test_a_principal_of_the_other_tenant_is_refused(project: Project) -> None:
    declared = small()
    declared["principals"]["web"]["principalId"] = PARTNER_TEAM
    declared["sharing"]["roleAssignments"]["readers"]["scopes"] = ["gallery"]
    project.declare(declared)
    refused = project.up()
    assert refused.returncode != 0
    assert "PrincipalNotFound" in refused.stdout
    assert f"does not exist in the directory {TENANT}" in refused.stdout
