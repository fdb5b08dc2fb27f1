"""What a program written by hand has made is taken over by the component, and nothing of it changes.

The programs are those of the benchmark, so that what is measured there is what is tested here.
"""

import json
from pathlib import Path

import pytest
import yaml

from tests.engine.arm import BUILDS, SUBSCRIPTION
from tests.engine.project import Project

pytestmark = pytest.mark.engine

PROGRAMS = Path(__file__).resolve().parents[2] / "benchmarks" / "programs"
SETTINGS = {
    "versions": "3",
    "group": "rg-bench",
    "gallery": "bench",
    "machine": f"{BUILDS}/virtualMachines/build-ubuntu-2404",
    "regions": "westeurope northeurope uksouth",
}

VERSION = (
    f"{SUBSCRIPTION}/resourceGroups/rg-bench/providers/Microsoft.Compute/galleries/bench/images/ubuntu"
    "/versions/1.0.0"
)


def write(project: Project, program: str) -> None:
    config = {f"linux-images:{name}": value for name, value in SETTINGS.items()}
    project.write(yaml.safe_dump({"config": config}))
    project.program((PROGRAMS / f"{program}.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("program", ["by_hand", "by_hand_versioned"])
def test_the_component_takes_over_what_a_program_made_by_hand(project: Project, program: str) -> None:
    write(project, program)
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    held = project.arm.get(VERSION)
    assert held is not None

    write(project, "components")
    # The component itself is new to the state. Azure knows nothing of it.
    assert project.changes() == {"images": "create"}
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    assert project.arm.get(VERSION) == held

    exported = json.loads(project.pulumi("stack", "export").stdout)["deployment"]["resources"]
    types = sorted(one["type"] for one in exported if one["type"].startswith("azure-native:"))
    assert types == [
        "azure-native:compute:Gallery",
        "azure-native:compute:GalleryImage",
        *["azure-native:compute:GalleryImageVersion"] * 3,
        "azure-native:resources:ResourceGroup",
    ]
