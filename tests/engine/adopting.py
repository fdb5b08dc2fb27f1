"""What a person does to take over what exists: `image-gallery adopt`, then `pulumi import`."""

import subprocess
import sys
from pathlib import Path

from tests.engine.project import Project

FILE = "import.json"


def adopt(project: Project) -> "subprocess.CompletedProcess[str]":
    """The file for a project's stack; the subscription is that of the environment."""
    command = [str(Path(sys.prefix) / "bin" / "image-gallery"), "adopt", "--stack", project.stack]
    done = subprocess.run(
        [*command, "--output", FILE],
        cwd=project.workspace.project,
        env=project.workspace.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def import_all(project: Project) -> "subprocess.CompletedProcess[str]":
    """Take over everything that the file names."""
    return project.pulumi("import", "--file", FILE, "--generate-code=false", "--protect=false", "--yes")


def lines(file: Path) -> list[str]:
    """The file as a person sees it in an editor."""
    return file.read_text().splitlines()
