"""Direct and community sharing through the package's own plugin: previews, the calls Azure saw, drift, resumption."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from tests.engine.azure_sdk import Sdk
from tests.engine.conftest import ROOT
from tests.engine.declarations import GALLERY, small
from tests.engine.project import Project

pytestmark = pytest.mark.engine

SUBSCRIPTIONS = {
    name: f"eeeeeeee-1000-4000-8000-00000000000{n}"
    for n, name in enumerate(("web", "data", "lab", "build farm"))
}
PARTNER = "eeeeeeee-2000-4000-8000-000000000001"
OUTSIDER = "eeeeeeee-1000-4000-8000-0000000000ff"
SHARING = "linux-images/sharing"


def direct(*subscriptions: str, tenants: bool = False, **more: Any) -> dict[str, Any]:
    """Direct sharing with some subscriptions, and the partner's tenant."""
    return {
        "subscriptions": {name: SUBSCRIPTIONS[name] for name in subscriptions},
        "tenants": {"partner": PARTNER} if tenants else {},
        **more,
    }


def shared(**sharing: Any) -> dict[str, Any]:
    """A gallery with one definition and no version, shared in some way."""
    found = small()
    del found["imageVersions"], found["managedImages"], found["principals"]
    return {**found, "sharing": sharing}


def bring_up(project: Project, **sharing: Any) -> str:
    project.declare(shared(**sharing))
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def previewed(project: Project, *more: str) -> tuple[str, dict[str, str]]:
    """What a preview does with the sharing: the operation, and what happens place by place."""
    digest = project.json("preview", "--json", *more)
    step = next(step for step in digest["steps"] if step["urn"].endswith(f"::{SHARING}"))
    return step["op"], {path: diff["kind"] for path, diff in (step["detailedDiff"] or {}).items()}


def calls(project: Project) -> list[dict[str, Any]]:
    """The share actions that local Azure did, in their order."""
    log = (project.workspace.home / "azure" / "log").read_text(encoding="utf-8")
    return [
        json.loads(line.split(" test_gallery ", 1)[1]) for line in log.splitlines() if " share test_" in line
    ]


def held(project: Project) -> dict[str, Any]:
    """The gallery's sharing profile, as Azure's own client reads it."""
    found = Sdk(project.workspace).compute.galleries.get(
        "rg-test", "test_gallery", expand="SharingProfile/Groups"
    )
    return found.as_dict()["properties"]["sharingProfile"]


def group(kind: str, *ids: str) -> dict[str, Any]:
    return {"type": kind, "ids": list(ids)}


def test_direct_sharing_from_nothing_to_nothing(project: Project) -> None:
    project.declare(shared(direct=direct("web", "data", "lab", tenants=True)))
    assert previewed(project)[0] == "create"
    assert project.up().returncode == 0
    web, data, lab, farm = SUBSCRIPTIONS.values()
    first = {"operationType": "Add"} | {
        "groups": [group("Subscriptions", data, lab, web), group("AADTenants", PARTNER)]
    }
    assert calls(project) == [first]
    assert held(project) == {"permissions": "Groups", "groups": first["groups"]}
    assert project.changes() == {}

    project.declare(shared(direct=direct("web", "lab", tenants=True)))
    assert previewed(project) == ("update", {"subscriptions.data": "delete"})
    assert project.up().returncode == 0
    assert calls(project)[1:] == [{"operationType": "Remove", "groups": [group("Subscriptions", data)]}]

    project.declare(shared(direct=direct("web", "build farm")))
    assert previewed(project) == (
        "update",
        {'subscriptions["build farm"]': "add", "subscriptions.lab": "delete", "tenants.partner": "delete"},
    )
    assert project.up().returncode == 0
    assert calls(project)[2:] == [
        {"operationType": "Remove", "groups": [group("Subscriptions", lab), group("AADTenants", PARTNER)]},
        {"operationType": "Add", "groups": [group("Subscriptions", farm)]},
    ]
    assert held(project)["groups"] == [group("Subscriptions", web, farm)]
    assert project.changes() == {}

    done = project.destroy()
    assert done.returncode == 0, done.stdout + done.stderr
    assert calls(project)[4:] == [{"operationType": "Reset"}]
    assert project.arm.get(GALLERY) is None


def test_an_addition_from_outside_is_drift(project: Project) -> None:
    bring_up(project, direct=direct("web"))
    body: Any = {"operationType": "Add", "groups": [group("Subscriptions", OUTSIDER)]}
    Sdk(project.workspace).compute.gallery_sharing_profile.begin_update(
        "rg-test", "test_gallery", body
    ).result()
    assert project.changes() == {}
    digest = project.json("refresh", "--preview-only", "--json")
    found = [step for step in digest["steps"] if step["op"] not in ("refresh", "same")]
    assert [step["urn"].rsplit("::", 1)[-1] for step in found] == [SHARING]
    assert found[0]["newState"]["inputs"]["subscriptions"] == {
        "web": SUBSCRIPTIONS["web"],
        OUTSIDER: OUTSIDER,
    }
    assert project.pulumi("refresh", "--yes", "--skip-preview").returncode == 0
    assert previewed(project) == ("update", {f'subscriptions["{OUTSIDER}"]': "delete"})
    assert project.up().returncode == 0
    assert held(project)["groups"] == [group("Subscriptions", SUBSCRIPTIONS["web"])]
    assert project.changes() == {}


def test_another_name_for_the_same_subscription_is_no_change(project: Project) -> None:
    bring_up(project, direct=direct("web"))
    project.declare(shared(direct={"subscriptions": {"shop": SUBSCRIPTIONS["web"].upper()}}))
    assert project.changes() == {}
    assert project.up().returncode == 0
    assert len(calls(project)) == 1


def restart(project: Project, *options: str) -> None:
    """Stop local Azure, and start it on the same state with other manners."""
    azure = [sys.executable, "-m", "local_azure"]
    where = ["--state", str(project.workspace.home / "azure")]
    subprocess.run([*azure, "stop", *where], cwd=ROOT, check=True)
    subprocess.run(
        [*azure, "start", "--port", str(project.workspace.port), *where, *options], cwd=ROOT, check=True
    )


def test_what_a_throttled_run_left_half_done_is_resumed(project: Project) -> None:
    bring_up(project, direct=direct("web", "data"))
    restart(project, "--share-pause", "7200")
    project.declare(shared(direct=direct("web", "lab", tenants=True)))
    assert previewed(project)[1] == {
        "subscriptions.data": "delete",
        "subscriptions.lab": "add",
        "tenants.partner": "add",
    }
    failed = project.up()
    assert failed.returncode != 0
    assert "429 OperationNotAllowed: The server rejected the request" in failed.stdout
    assert re.search(r"trying again in \d+ s would take longer than there is time", failed.stdout)
    assert held(project)["groups"] == [group("Subscriptions", SUBSCRIPTIONS["web"])]
    assert previewed(project) == ("update", {"subscriptions.lab": "add", "tenants.partner": "add"})
    restart(project)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert [call["operationType"] for call in calls(project)] == ["Add", "Remove", "Add"]
    assert project.changes() == {}


def test_an_operation_of_somebody_else_is_waited_for(project: Project) -> None:
    bring_up(project, direct=direct("web"))
    restart(project, "--operation-seconds", "7200")
    others: Any = {"operationType": "Add", "groups": [group("Subscriptions", OUTSIDER)]}
    sharing = Sdk(project.workspace).compute.gallery_sharing_profile
    sharing.begin_update("rg-test", "test_gallery", others, polling=False)
    restart(project)
    project.declare(shared(direct=direct("web", "lab", options={"timeouts": {"update": "3s"}})))
    failed = project.up()
    assert failed.returncode != 0
    assert "409 Conflict: Another operation on the gallery 'test_gallery' is in progress" in failed.stdout
    assert previewed(project) == ("update", {"subscriptions.lab": "add"})
    # A write of the gallery takes the place of what runs on it.
    galleries = Sdk(project.workspace).compute.galleries
    galleries.begin_create_or_update(
        "rg-test", "test_gallery", galleries.get("rg-test", "test_gallery")
    ).result()
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert held(project)["groups"] == [group("Subscriptions", SUBSCRIPTIONS["web"], SUBSCRIPTIONS["lab"])]
    assert project.changes() == {}


def test_a_community_gallery_is_published_withdrawn_and_destroyed(project: Project) -> None:
    community = {
        "publicNamePrefix": "contosolinux",
        "publisherUri": "https://contoso.example/images",
        "publisherContact": "images@contoso.example",
        "eula": "https://contoso.example/eula",
    }
    bring_up(project, community=community)
    assert calls(project) == []
    names = project.outputs()["communityPublicNames"]
    assert [name.rsplit("-", 5)[0] for name in names] == ["contosolinux"]

    project.declare(shared(community={**community, "published": True}))
    assert previewed(project) == ("update", {"community": "update"})
    assert project.up().returncode == 0
    assert calls(project) == [{"operationType": "EnableCommunity"}]
    assert held(project)["communityGalleryInfo"]["communityGalleryEnabled"] is True
    assert project.outputs()["communityPublicNames"] == names
    assert project.changes() == {}

    project.declare(shared(community=community))
    assert previewed(project) == ("update", {"community": "update"})
    assert project.up().returncode == 0
    assert calls(project)[1:] == [{"operationType": "Reset"}]
    assert held(project)["permissions"] == "Private"

    project.declare(shared(community={**community, "published": True}))
    failed = project.up()
    assert "permits Private and not Community" in failed.stdout
    done = project.pulumi("up", "--yes", "--skip-preview", "--refresh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert held(project)["communityGalleryInfo"]["communityGalleryEnabled"] is True
    assert project.changes() == {}

    done = project.destroy()
    assert done.returncode == 0, done.stdout + done.stderr
    assert [call["operationType"] for call in calls(project)[2:]] == ["EnableCommunity", "Reset"]
    assert project.arm.get(GALLERY) is None


def test_a_provider_in_the_program_needs_one_for_sharing(project: Project) -> None:
    project.declare(shared(direct=direct("web")))
    text = """
import pulumi
import pulumi_azure_native as azure_native
from azure_image_gallery import ImageGallery, SharingProvider, stack_declaration

providers = [azure_native.Provider("own")]
MORE
gallery = ImageGallery("linux-images", stack_declaration(), pulumi.ResourceOptions(providers=providers))
"""
    project.program(text.replace("MORE", ""))
    failed = project.up()
    assert failed.returncode != 0
    assert "give a SharingProvider with the same settings beside it" in failed.stdout
    assert "Traceback" not in failed.stdout
    project.program(text.replace("MORE", 'providers.append(SharingProvider("sharing", {}))'))
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(calls(project)) == 1


def test_the_plugin_is_found_on_path_or_where_the_project_says(project: Project) -> None:
    assert "pulumi-resource-azure-image-gallery from $PATH" in bring_up(project, direct=direct("web"))
    file = project.workspace.project / "Pulumi.yaml"
    plugin = {"name": "azure-image-gallery", "path": str(project.workspace.venv / "bin")}
    said = yaml.safe_dump({"plugins": {"providers": [plugin]}})
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{said}", encoding="utf-8")
    assert "from $PATH" not in bring_up(project, direct=direct("web", "lab"))
    assert [call["operationType"] for call in calls(project)] == ["Add", "Add"]
