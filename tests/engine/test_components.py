"""Components in a program of one's own, fed by other resources."""

import pytest

from tests.engine.project import Project

pytestmark = pytest.mark.engine

PROGRAM = """
import pulumi
from pulumi_azure_native import resources
from azure_image_gallery import Gallery, GalleryAccess, ImageDefinition

group = resources.ResourceGroup("group", resource_group_name="rg-own", location="westeurope")
gallery = Gallery("gallery", {"name": "own", "resource_group": group.name})
definition = ImageDefinition(
    "ubuntu",
    {
        "gallery_name": "own",
        "resource_group": group.name,
        "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
        "os_state": "Generalized",
        "hyper_v_generation": "V2",
    },
    pulumi.ResourceOptions(depends_on=[gallery]),
)
GalleryAccess(
    "readers",
    {
        "scope": definition.image_definition_id,
        "role": "Reader",
        "principals": {"web": {"principal_id": @PRINCIPAL@, "principal_type": "Group"}},
    },
)
pulumi.export("definition", definition.image_definition_id)
"""


def write(project: Project, principal: str) -> None:
    project.declare({})
    project.program(PROGRAM.replace("@PRINCIPAL@", principal))


def test_one_by_one_with_outputs_of_each_other(project: Project) -> None:
    write(project, '"eeeeeeee-9000-4000-8000-000000000001"')
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    stored = project.arm.get(project.outputs()["definition"])
    assert stored is not None
    assert stored["properties"]["osState"] == "Generalized"
    assert project.changes() == {}
    assert project.destroy().returncode == 0


def test_what_arrives_wrong_is_refused_before_it_is_sent(project: Project) -> None:
    write(project, "group.name")
    previewed = project.pulumi("preview")
    assert previewed.returncode == 0, previewed.stdout + previewed.stderr
    done = project.up()
    shown = done.stdout + done.stderr
    assert done.returncode != 0
    assert "error[RBA006] principals.web.principal_id: 'rg-own'" in shown
    assert "azure-native:authorization:RoleAssignment" not in shown
