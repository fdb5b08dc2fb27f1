"""The stacks of this project: right by every rule, and each what its environment asks for."""

from azure_image_gallery.config.examine import Examined
from azure_image_gallery.spec.enums import PrincipalType, ReplicationMode, StorageAccountType
from azure_image_gallery.spec.resolved import Resolved
from azure_image_gallery.spec.unknown import StackOutput
from tests.stacks.conftest import ROOT, STACKS

Stacks = dict[str, Examined]


def resolved(stacks: Stacks, name: str) -> Resolved:
    found = stacks[name].resolved
    assert found is not None
    return found


def regions(stack: Resolved) -> set[str]:
    return {region.name for version in stack.versions for region in version.regions}


def test_there_is_nothing_to_say_about_any(stacks: Stacks) -> None:
    assert [found for stack in stacks.values() for found in stack.located] == []


def test_dev_is_shallow_and_in_one_region(stacks: Stacks) -> None:
    dev = resolved(stacks, "dev")
    assert regions(dev) == {"westeurope"}
    assert {version.spec.replication_mode for version in dev.versions} == {ReplicationMode.SHALLOW}


def test_staging_is_whole_and_in_two_regions(stacks: Stacks) -> None:
    staging = resolved(stacks, "staging")
    assert regions(staging) == {"westeurope", "northeurope"}
    assert {version.spec.replication_mode for version in staging.versions} == {None}


def test_prod_is_redundant_shared_and_protected(stacks: Stacks) -> None:
    prod = resolved(stacks, "prod")
    assert len(regions(prod)) > 2
    storage = {region.storage_account_type for version in prod.versions for region in version.regions}
    assert storage == {StorageAccountType.STANDARD_ZRS}
    assert all(version.spec.end_of_life_date is not None for version in prod.versions)
    assert prod.declaration.options.protect is True
    names = {assignment.principal for assignment in prod.assignments}
    types = {prod.declaration.principals[name].principal_type for name in names}
    assert types == {PrincipalType.GROUP, PrincipalType.SERVICE_PRINCIPAL}


def test_what_prod_has_was_in_staging(stacks: Stacks) -> None:
    prod, staging = resolved(stacks, "prod"), resolved(stacks, "staging")
    [gallery] = prod.declaration.galleries.values()
    assert isinstance(gallery, StackOutput)
    assert (gallery.stack, gallery.name) == ("organization/linux-images/staging", "galleryId")
    assert {version.spec.source.image_version for version in prod.versions} == {"staging"}
    tested = {(version.definition_key, version.key) for version in staging.versions}
    assert {(version.definition_key, version.key) for version in prod.versions} <= tested


def test_definitions_are_shared_and_dev_adds_one(stacks: Stacks) -> None:
    names = {name: set(resolved(stacks, name).declaration.image_definitions) for name in STACKS}
    assert names["staging"] == names["prod"]
    assert names["dev"] == {*names["prod"], "container-host"}
    for stack in STACKS:
        text = (ROOT / f"stacks/Pulumi.{stack}.yaml").read_text()
        assert "imageDefinitions:" not in text
