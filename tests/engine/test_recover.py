"""The way back where a kill is too rare to wait for: each mess is made by hand, as a kill would leave it."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.engine.declarations import GALLERY, small
from tests.engine.killing import start, wait_for
from tests.engine.project import STACK, Project

pytestmark = pytest.mark.engine

BEGIN = f"urn:pulumi:{STACK}::linux-images::azure-image-gallery:index:ImageGallery$azure-native:compute"
VERSION = f"{BEGIN}:GalleryImageVersion::linux-images/ubuntu/1.0.0"


def declared() -> dict[str, Any]:
    """Nothing depends on the version."""
    small_one = small()
    small_one["sharing"]["roleAssignments"]["readers"]["scopes"].remove("imageVersions/ubuntu/1.0.0")
    return small_one


@pytest.fixture
def up(project: Project) -> Project:
    """A stack that is up."""
    project.declare(declared())
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def change_state(project: Project, change: Any) -> None:
    """Change the stored state, past the engine, which would clear what is pending."""
    file = project.workspace.state / ".pulumi" / "stacks" / "linux-images" / f"{STACK}.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document["checkpoint"]["latest"])
    file.write_text(json.dumps(document), encoding="utf-8")


def interrupt(project: Project, *urns: str) -> None:
    """Let the state look as if their creation was interrupted, in the order given."""

    def change(latest: dict[str, Any]) -> None:
        by_urn = {one["urn"]: one for one in latest["resources"]}
        latest["resources"] = [one for one in latest["resources"] if one["urn"] not in urns]
        begun = [
            {key: value for key, value in by_urn[urn].items() if key not in ("id", "outputs")} for urn in urns
        ]
        latest["pending_operations"] = [{"resource": one, "type": "creating"} for one in begun]

    change_state(project, change)


def assert_whole(project: Project) -> None:
    """The next `up` has nothing to do."""
    assert project.changes() == {}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "9 unchanged" in done.stdout


def test_what_azure_has_is_in_the_state_as_it_was_declared(up: Project) -> None:
    interrupt(up, VERSION)
    refused = up.up()
    assert (
        f"cannot create already existing resource '{GALLERY}/images/ubuntu/versions/1.0.0'" in refused.stdout
    )
    back = up.recover("--yes")
    assert back.returncode == 0, back.stdout + back.stderr
    assert (
        f"creating linux-images/ubuntu/1.0.0 was interrupted: {GALLERY}/images/ubuntu/versions/1.0.0"
        in back.stdout
    )
    assert "linux-images/ubuntu/1.0.0: is in Azure, and in the state" in back.stdout
    assert_whole(up)


def test_the_engines_own_import_forgets_what_it_is_told_to_import(up: Project) -> None:
    """Why `recover` does not use it. Once this fails, the engine was mended, and `recover` may be simpler."""
    interrupt(up, VERSION)
    told = [VERSION, f"{GALLERY}/images/ubuntu/versions/1.0.0"]
    options = [word for value in told for word in ("--import-pending-creates", value)]
    done = up.pulumi("refresh", "--yes", "--skip-preview", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    state = up.state()
    assert state.get("pending_operations", []) == []
    assert VERSION not in [one["urn"] for one in state["resources"]]
    back = up.recover("--yes", "--adopt")
    assert back.returncode == 0, back.stdout + back.stderr
    assert "linux-images/ubuntu/1.0.0: is in Azure, and in the state\n1 of 1 were in Azure." in back.stdout
    assert_whole(up)


def test_what_the_state_has_forgotten_is_adopted_in_order(up: Project) -> None:
    def forget(latest: dict[str, Any]) -> None:
        names = ("::linux-images/ubuntu", "/imageDefinitions/ubuntu")
        latest["resources"] = [
            one for one in latest["resources"] if not any(name in one["urn"] for name in names)
        ]

    change_state(up, forget)
    back = up.recover("--yes", "--adopt")
    assert back.returncode == 0, back.stdout + back.stderr
    assert "2 of 2 were in Azure." in back.stdout
    assert (
        "linux-images/readers/web/imageDefinitions/ubuntu: is in Azure, and in the state\n1 of 1"
        in back.stdout
    )
    assert_whole(up)


def test_what_azure_has_otherwise_is_left_to_see(up: Project) -> None:
    """Somebody else's of the same name is not taken for what was declared: the next preview shows it."""
    interrupt(up, VERSION)
    change_state(up, exclude)
    assert up.recover("--yes").returncode == 0
    changed = declared()
    changed["imageVersions"]["ubuntu"]["1.0.0"]["excludeFromLatest"] = True
    up.declare(changed)
    assert up.changes() == {"linux-images/ubuntu/1.0.0": "update"}


def exclude(latest: dict[str, Any]) -> None:
    """Let the interrupted creation be of something else than Azure has."""
    latest["pending_operations"][0]["resource"]["inputs"]["publishingProfile"]["excludeFromLatest"] = True


def test_a_description_that_was_cut_off_is_deleted(up: Project) -> None:
    """With a backend that keeps one: local runs do without."""
    folder = up.workspace.state / ".pulumi" / "stacks" / "linux-images"
    (folder / f"{STACK}.json.attrs").write_text("")
    done = up.pulumi("stack", "export")
    assert "failed to load checkpoint: EOF" in done.stderr
    back = up.recover("--yes")
    assert back.returncode == 0, back.stdout + back.stderr
    assert f"it holds nothing: {folder / STACK}.json.attrs" in back.stdout
    assert not Path(f"{folder / STACK}.json.attrs").exists()
    assert_whole(up)


def test_a_run_that_is_at_work_is_not_disturbed(up: Project) -> None:
    log = up.workspace.home / "at-work"
    process = start(up.workspace, ["up", "--yes", "--skip-preview", "--stack", STACK], log)
    wait_for(b"updating", log, process)
    process.send_signal(signal.SIGSTOP)
    back = up.recover("--yes")
    process.send_signal(signal.SIGCONT)
    assert process.wait(60) == 0
    assert back.returncode == 2
    assert f"the run that holds the lock is still at work (process {process.pid})" in back.stderr
