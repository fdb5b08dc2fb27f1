import os
import stat
from pathlib import Path

import pytest

from local_azure.workspace import LOCAL_PASSPHRASE, LOCAL_SALT, Workspace, WorkspaceError

USERS = {
    "PATH": "/usr/bin",
    "HOME": "/home/somebody",
    "ARM_CLIENT_SECRET": "the user's",
    "ARM_USE_CLI": "true",
    "AZURE_CONFIG_DIR": "/home/somebody/.azure",
    "PULUMI_ACCESS_TOKEN": "the user's",
    "PULUMI_BACKEND_URL": "azblob://production",
    "PULUMI_STACK": "prod",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SSL_CERT_FILE": "/etc/company.pem",
    "HTTPS_PROXY": "http://proxy:3128",
    "NO_PROXY": "intranet",
}
ENGINE = """#!/bin/sh
echo "$@" >> "$PULUMI_HOME/calls"
case "$1 $2" in
  "stack init") echo "changed: true" >> stacks/Pulumi.dev.yaml; echo "$ANSWER" >&2; [ -z "$ANSWER" ] ;;
  "stack output") echo '{"galleryId": "/subscriptions/…"}' ;;
  up*) exit 7 ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A stack that has the salt, one that has none, and an engine that writes down its calls."""
    engine = tmp_path / "engine" / "pulumi"
    engine.parent.mkdir()
    engine.write_text(ENGINE, encoding="utf-8")
    engine.chmod(engine.stat().st_mode | stat.S_IXUSR)
    root = tmp_path / "project"
    (root / "stacks").mkdir(parents=True)
    (root / "Pulumi.yaml").write_text("name: x\nruntime: python\nstackConfigDir: stacks\n", encoding="utf-8")
    (root / "stacks/Pulumi.dev.yaml").write_text(f"encryptionsalt: {LOCAL_SALT}\n", encoding="utf-8")
    (root / "stacks/Pulumi.bare.yaml").write_text("config:\n  x:when: 2028-04-30\n", encoding="utf-8")
    return root


def _workspace(project: Path, **environ: str) -> Workspace:
    inherited = {"PATH": os.environ["PATH"], **environ}
    return Workspace.of(project, engine=project.parent / "engine", venv=Path("/venv"), environ=inherited)


def _calls(workspace: Workspace) -> list[str]:
    return (workspace.pulumi_home / "calls").read_text(encoding="utf-8").splitlines()


def test_the_environment_is_all_local_and_nothing_of_the_users_comes_through() -> None:
    root = Path("/project")
    workspace = Workspace.of(root, engine=Path("/engine"), venv=Path("/venv"), port=9443, environ=USERS)
    assert workspace.environment() == {
        "HOME": "/home/somebody",
        "HTTPS_PROXY": "http://proxy:3128",
        "NO_PROXY": "intranet,127.0.0.1",
        "no_proxy": "intranet,127.0.0.1",
        "PATH": "/venv/bin:/engine:/usr/bin",
        "VIRTUAL_ENV": "/venv",
        "PULUMI_HOME": "/project/.local/pulumi",
        "PULUMI_BACKEND_URL": "file:///project/.local/state?metadata=skip",
        "PULUMI_CONFIG_PASSPHRASE": LOCAL_PASSPHRASE,
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        "ARM_METADATA_HOSTNAME": "127.0.0.1:9443",
        "ARM_TENANT_ID": "eeeeeeee-7000-4000-8000-000000000001",
        "ARM_SUBSCRIPTION_ID": "eeeeeeee-5000-4000-8000-000000000001",
        "ARM_CLIENT_ID": "eeeeeeee-c000-4000-8000-000000000001",
        "ARM_CLIENT_SECRET": "local-only",
        "ARM_DISABLE_INSTANCE_DISCOVERY": "true",
        "SSL_CERT_FILE": "/project/.local/azure/ca.pem",
    }


def test_home_may_be_elsewhere(tmp_path: Path) -> None:
    workspace = Workspace.of(Path("/project"), home=tmp_path, engine=Path("/engine"), environ={})
    environment = workspace.environment()
    assert environment["PULUMI_HOME"] == f"{tmp_path}/pulumi"
    assert environment["SSL_CERT_FILE"] == f"{tmp_path}/azure/ca.pem"


def test_the_engine_is_the_one_that_the_toolchain_names(project: Path) -> None:
    engine = project.parent / "engine"
    named = {"IMAGE_GALLERY_ENGINE": "/named", "PATH": str(engine)}
    assert Workspace.of(project, environ=named).engine == Path("/named")
    assert Workspace.of(project, environ={"PATH": str(engine)}).engine == engine
    with pytest.raises(WorkspaceError, match="there is no pulumi to run"):
        Workspace.of(project, environ={"PATH": ""})


def test_a_stack_without_a_file_is_an_error_that_lists_the_others(project: Path) -> None:
    with pytest.raises(WorkspaceError) as error:
        _workspace(project).up("prod")
    assert str(error.value) == (
        f"there is no stack 'prod': {project}/stacks/Pulumi.prod.yaml is missing; stacks there are: bare, dev"
    )


def test_a_folder_without_a_project_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=f"there is no Pulumi.yaml in {tmp_path}"):
        Workspace.of(tmp_path, engine=tmp_path, environ={}).stacks()


def test_a_stack_is_made_without_touching_its_file(project: Path) -> None:
    workspace = _workspace(project)
    workspace.make_stack("dev")
    assert _calls(workspace) == ["stack init --no-select dev"]
    assert (project / "stacks/Pulumi.dev.yaml").read_text(
        encoding="utf-8"
    ) == f"encryptionsalt: {LOCAL_SALT}\n"


def test_a_stack_that_exists_is_not_an_error(project: Path) -> None:
    _workspace(project, ANSWER="error: stack 'organization/x/dev' already exists").make_stack("dev")
    with pytest.raises(WorkspaceError, match="stack dev cannot be made: error: the disk is full"):
        _workspace(project, ANSWER="error: the disk is full").make_stack("dev")


def test_a_stack_file_that_is_no_text_is_an_error(project: Path) -> None:
    file = project / "stacks/Pulumi.dev.yaml"
    file.write_bytes(b"config:\n  x: \xf6\n")
    with pytest.raises(WorkspaceError, match=f"{file} cannot be read as UTF-8 text: .*byte 0xf6"):
        _workspace(project).preview("dev")


def test_a_stack_without_a_salt_is_run_from_a_copy(project: Path) -> None:
    workspace = _workspace(project)
    copy = workspace.home / "stacks" / "Pulumi.bare.yaml"
    assert workspace.up("dev") == 7
    assert workspace.preview("bare", "--diff") == 0
    assert workspace.destroy("bare") == 0
    assert _calls(workspace) == [
        "up --yes --stack dev",
        f"preview --stack bare --config-file {copy} --diff",
        f"destroy --yes --stack bare --config-file {copy}",
    ]
    assert copy.read_text(encoding="utf-8") == (
        f"config:\n  x:when: 2028-04-30\nencryptionsalt: {LOCAL_SALT}\n"
    )


def test_outputs_are_read_from_the_engine(project: Path) -> None:
    assert _workspace(project).outputs("dev") == {"galleryId": "/subscriptions/…"}
