"""A stack whose state is lost comes back: everything that its components made is taken over by another stack."""

import json
from typing import Any

import pytest

from tests.engine.adopting import FILE, adopt, import_all
from tests.engine.project import Project
from tests.engine.test_every_source import from_everything

pytestmark = pytest.mark.engine

API_VERSIONS = {
    "Disk": "2024-03-02",
    "Snapshot": "2024-03-02",
    "Image": "2024-11-01",
    "RoleAssignment": "2022-04-01",
    "ResourceGroup": "2024-11-01",
}


def as_azure_shows_it() -> dict[str, Any]:
    """What `from_everything` makes, declared as Azure shows it."""
    declared = from_everything()
    for versions in declared["imageVersions"].values():
        for version in versions.values():
            version["targetRegions"] = [{"name": "West Europe"}]
    for definition, number, lun in (("app", "1.0.2", "0"), ("ready", "1.0.4", "1")):
        declared["imageVersions"][definition][number]["source"]["dataDisks"][lun]["hostCaching"] = "None"
    declared["managedImages"]["from-disks"]["source"]["dataDisks"]["0"]["diskSizeGB"] = 64
    return declared


def held(project: Project) -> dict[tuple[str, str], str]:
    """The ids of what a stack holds, by type and logical name."""
    return {
        (one["type"], one["urn"].rsplit("::", 1)[-1]): one["id"]
        for one in project.state()["resources"]
        if one["type"].startswith("azure-native:")
    }


def in_azure(project: Project, made: dict[tuple[str, str], str]) -> dict[str, Any]:
    """What Azure says of each of them."""
    found = {
        id_: project.arm.get(id_, API_VERSIONS.get(token.split(":")[-1], "2024-03-03"))
        for (token, _), id_ in made.items()
    }
    assert None not in found.values()
    return found


def test_everything_comes_back(project: Project) -> None:
    project.declare(from_everything())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    made = held(project)
    other, declared = project.beside("other"), as_azure_shows_it()
    other.declare(declared)
    adopt(other)
    written = json.loads((project.workspace.project / FILE).read_text())["resources"]
    assert {(one["type"], one["logicalName"]): one["id"] for one in written if "id" in one} == made
    done = import_all(other)
    assert done.returncode == 0, done.stdout + done.stderr
    # Azure fills in sizes, throughput and policies, and Pulumi takes them for what was declared.
    filled_in = {f"linux-images/{key}" for kind in ("managedDisks", "snapshots") for key in declared[kind]}
    assert other.changes() == dict.fromkeys(filled_in, "update")
    before = in_azure(project, made)
    done = other.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert in_azure(project, made) == before
    assert other.changes() == {}
    gone = other.destroy()
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert "rg-test" not in project.arm.groups()
