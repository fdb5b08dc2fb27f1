"""What is wrong with a declaration stops the preview, with its place, before anything is registered."""

import pytest
import yaml

from tests.engine.arm import BUILDS
from tests.engine.declarations import small
from tests.engine.project import STACK, Project

pytestmark = pytest.mark.engine


def test_a_managed_image_from_a_specialized_source(project: Project) -> None:
    declared = small()
    declared["managedImages"]["base"]["source"]["osState"] = "Specialized"
    project.declare(declared)
    done = project.pulumi("preview")
    shown = done.stdout + done.stderr
    assert done.returncode != 0
    assert "error[MIM001] managedImages.base.source.osState: a managed image cannot be made from a" in shown
    line = project.stack_file.read_text().splitlines().index("        osState: Specialized") + 1
    assert f"stacks/Pulumi.{STACK}.yaml:{line}:18" in shown
    assert "Publish the machine to a Specialized image" in shown
    assert "https://learn.microsoft.com/azure/virtual-machines/linux/imaging" in shown
    assert "Traceback" not in shown
    assert [step["urn"].split("::")[2] for step in project.preview()["steps"]] == ["pulumi:pulumi:Stack"]


def test_all_findings_come_at_once(project: Project) -> None:
    declared = small()
    declared["managedImages"]["base"]["source"]["osState"] = "Specialized"
    declared["gallery"]["name"] = "has-a-hyphen"
    declared["imageVersions"]["ubuntu"]["1.0.0"]["targetRegion"] = []
    project.declare(declared)
    shown = project.pulumi("preview").stdout
    for code in ("MIM001", "GAL002", "CFG003"):
        assert f"error[{code}]" in shown


def test_a_secret_leaf_stays_secret_and_leaves_the_rest_readable(project: Project) -> None:
    declared = small()
    declared["gallery"]["description"] = "PLACE"
    project.declare(declared)
    done = project.pulumi(
        "config", "set", "--secret", "--path", "linux-images:gallery.description", "hidden words"
    )
    assert done.returncode == 0, done.stderr
    assert project.up().returncode == 0
    state = project.pulumi("stack", "export").stdout
    assert "hidden words" not in state
    assert '"galleryName": "test_gallery"' in state


def test_a_source_from_another_place_is_refused_with_the_rules_out_of_the_way(project: Project) -> None:
    declared = small()
    declared["managedImages"]["base"]["source"]["virtualMachine"] = f"{BUILDS}/virtualMachines/not-there"
    project.write(yaml.safe_dump({"config": {}}))
    project.declare(declared)
    done = project.up()
    assert done.returncode != 0
    assert "not-there" in done.stdout + done.stderr


def test_what_a_stack_overrides_and_raises_holds_in_a_run_too(project: Project) -> None:
    declared = small()
    guest = {"provisioning": "custom", "prepared": {"hyperVDrivers": False}}
    declared["imageDefinitions"]["ubuntu"]["guest"] = guest
    override = {"except": ["imageDefinitions/ubuntu"], "because": "the drivers are built in"}
    declared["rules"] = {"LNX008": override}
    project.declare(declared)
    done = project.pulumi("preview")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "overridden[LNX008] imageDefinitions.ubuntu.guest.prepared.hyperVDrivers: " in done.stdout
    assert "error overridden because: the drivers are built in" in done.stdout
    assert "warning[LNX002]" in done.stdout
    declared["rules"]["LNX002"] = {"severity": "error"}
    project.declare(declared)
    refused = project.pulumi("preview")
    assert refused.returncode != 0
    assert "error[LNX002] imageDefinitions.ubuntu.guest.provisioning" in refused.stdout
    assert "overridden[LNX008]" in refused.stdout
