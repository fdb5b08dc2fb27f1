"""The life of the project's own stacks, with an Azure that takes a while to notice what is gone."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.engine.project import Project

pytestmark = [
    pytest.mark.engine,
    pytest.mark.parametrize("project", [("--nested-delete-lag", "2")], indirect=True, ids=["with a lag"]),
]

ROOT = Path(__file__).resolve().parents[2]
Edits = Mapping[str, str]


@pytest.fixture
def stacks(project: Project) -> Iterator[dict[str, Project]]:
    """The project with its stacks; nothing is up."""
    for folder in ("stacks", "images"):
        shutil.copytree(ROOT / folder, project.workspace.project / folder, dirs_exist_ok=True)
    found = {name: project.beside(name) for name in ("dev", "staging", "prod")}
    for name in found:
        project.workspace.make_stack(name)
    seeds = project.arm.groups()
    yield found
    assert project.arm.groups() == seeds


def bring_up(stack: Project) -> None:
    """It comes up, nothing is left to do, and Azure holds what the state says."""
    done = stack.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout
    assert stack.changes() == {}
    seen = stack.pulumi("refresh", "--preview-only", "--expect-no-changes")
    assert seen.returncode == 0, seen.stdout + seen.stderr


def take_down(stack: Project) -> None:
    done = stack.destroy()
    assert done.returncode == 0, done.stdout + done.stderr


def edit(stack: Project, edits: Edits) -> None:
    text = stack.stack_file.read_text(encoding="utf-8")
    for old, new in edits.items():
        assert old in text, old
        text = text.replace(old, new)
    stack.stack_file.write_text(text, encoding="utf-8")


def tried(stack: Project, edits: Edits) -> dict[str, str]:
    """What a preview says about a stack's file with some changes, which are taken back."""
    before = stack.stack_file.read_text(encoding="utf-8")
    edit(stack, edits)
    try:
        return stack.changes()
    finally:
        stack.stack_file.write_text(before, encoding="utf-8")


def versions(stack: Project) -> dict[str, str]:
    """All versions of a stack, each of which is updated."""
    ids: dict[str, dict[str, str]] = stack.outputs()["imageVersionIds"]
    return {
        f"linux-images/{definition}/{version}": "update"
        for definition, found in ids.items()
        for version in found
    }


def test_dev(stacks: dict[str, Project]) -> None:
    dev = stacks["dev"]
    bring_up(dev)
    shallow = "        replicationMode: Shallow\n"
    dated = {shallow: f'{shallow}        endOfLifeDate: "2028-04-30"\n'}
    assert len(versions(dev)) == 3
    assert tried(dev, dated) == versions(dev)
    assert tried(dev, {"excludeFromLatest: true": "excludeFromLatest: false"}) == versions(dev)
    take_down(dev)


NORTH = "      - {name: northeurope}\n"
STAGING_EDITS = {
    "a region": {NORTH: f"{NORTH}      - {{name: uksouth}}\n"},
    "replicas": {"regionalReplicaCount: 2": "regionalReplicaCount: 3"},
}


def test_staging(stacks: dict[str, Project]) -> None:
    staging = stacks["staging"]
    bring_up(staging)
    latest = staging.outputs()["latest"]["ubuntu-24.04"]
    assert latest["version"] == "1.0.1"
    assert {region: id_.rsplit("/")[-1] for region, id_ in latest["regions"].items()} == {
        "westeurope": "1.0.1",
        "northeurope": "1.0.0",
    }
    assert len(versions(staging)) == 11
    for edits in STAGING_EDITS.values():
        assert tried(staging, edits) == versions(staging)

    excluded = {"        regionOverrides: {northeurope: {excludeFromLatest: true}}\n": ""}
    assert tried(staging, excluded) == {"linux-images/ubuntu-24.04/1.0.1": "update"}
    edit(staging, {**STAGING_EDITS["a region"], **STAGING_EDITS["replicas"], **excluded})
    bring_up(staging)
    regions = staging.outputs()["latest"]["ubuntu-24.04"]["regions"]
    assert {id_.rsplit("/")[-1] for id_ in regions.values()} == {"1.0.1"}
    assert set(regions) == {"westeurope", "northeurope", "uksouth"}
    take_down(staging)


EAST = "      - {name: eastus, regionalReplicaCount: 2, storageAccountType: Standard_ZRS}\n"
PROD_EDITS = {
    EAST: EAST.replace("Count: 2", "Count: 4")
    + "      - {name: japaneast, storageAccountType: Standard_ZRS}\n",
    '"2028-10-31"': '"2028-12-31"',
    "9.6.0: {": "9.6.0: {excludeFromLatest: true, ",
}


def test_prod_takes_what_was_tested_in_staging_and_is_protected(stacks: dict[str, Project]) -> None:
    staging, prod = stacks["staging"], stacks["prod"]
    assert staging.up().returncode == 0
    bring_up(prod)
    source = f"{staging.outputs()['galleryId']}/images/rhel-9/versions/9.6.0"
    stored = prod.arm.get(prod.outputs()["imageVersionIds"]["rhel-9"]["9.6.0"])
    assert stored is not None
    assert stored["properties"]["storageProfile"]["source"]["id"] == source
    assert len(versions(prod)) == 10
    assert tried(prod, PROD_EDITS) == versions(prod)

    refused = prod.destroy()
    assert refused.returncode != 0
    said = " ".join((refused.stdout + refused.stderr).split())
    assert "cannot be deleted because it is protected. To unprotect the resource, either remove" in said
    assert prod.arm.get(prod.outputs()["galleryId"]) is not None
    edit(prod, {"options: {protect: true}": "options: {protect: false}"})
    assert prod.up().returncode == 0
    take_down(prod)
    take_down(staging)
