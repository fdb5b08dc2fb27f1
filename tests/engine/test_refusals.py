"""What Azure refuses is refused by local Azure itself, whatever this project's rules would have said."""

import pytest

from tests.engine.project import Project
from tests.engine.raw import program

pytestmark = pytest.mark.engine

PUBLISHING = "galleryImageVersion.properties.publishingProfile.targetRegions"


@pytest.mark.parametrize(
    ("body", "code", "text"),
    [
        pytest.param(
            'version(definition().name, regions=("northeurope",))',
            "InvalidParameter",
            "must contain the location of image version 'West Europe'",
            id="the home region is missing",
        ),
        pytest.param(
            'version(definition().name, regions=("westeurope", "West Europe"))',
            "InvalidParameter",
            "Duplicate regions are not allowed in target publishing regions",
            id="a region twice",
        ),
        pytest.param(
            'version(definition().name, builds=BUILDS_US, source="/virtualMachines/build-ubuntu-us")',
            "InvalidParameter",
            "same region",
            id="a source in another region",
        ),
        pytest.param(
            # The code and the sentence that Azure answered in Azure/azure-cli issue 24972.
            'version(definition("Specialized").name)',
            "BadRequest",
            "has a different OS state ['Generalized'] than the parent gallery image OS state ['Specialized']",
            id="a source of another OS state",
        ),
        pytest.param(
            'reader("first", "eeeeeeee-a000-4000-8000-000000000001")\n'
            'reader("second", "eeeeeeee-a000-4000-8000-000000000002")',
            "RoleAssignmentExists",
            "The role assignment already exists",
            id="one role assignment twice",
        ),
    ],
)
def test_refused_when_made(project: Project, body: str, code: str, text: str) -> None:
    project.declare({})
    project.program(program(body))
    done = project.up()
    assert done.returncode != 0
    assert f'Code="{code}"' in done.stderr + done.stdout
    assert text in done.stderr + done.stdout


def test_a_changed_os_state_is_refused(project: Project) -> None:
    project.declare({})
    project.program(program("definition()"))
    assert project.up().returncode == 0
    project.program(program('definition("Specialized")'))
    assert project.changes() == {"definition": "update"}
    done = project.up()
    assert done.returncode != 0
    assert 'Status=409 Code="PropertyChangeNotAllowed"' in done.stdout + done.stderr
    assert "galleryImage.properties.osState" in done.stdout + done.stderr


def test_a_definition_with_versions_is_not_deleted(project: Project) -> None:
    project.declare({})
    project.program(program("version(definition().name)"))
    assert project.up().returncode == 0
    # The version names the definition as text alone, so that the engine does not know their order.
    project.program(program('version("ubuntu")'))
    done = project.up()
    assert done.returncode != 0
    assert 'Status=409 Code="CannotDeleteResource"' in done.stdout + done.stderr
