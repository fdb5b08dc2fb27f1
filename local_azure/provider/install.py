"""Puts the stand-in where an engine looks for the azure-native plugin: into a PULUMI_HOME of its own."""

import os
import shlex
import tempfile
from pathlib import Path

_PLUGIN = Path("plugins") / "resource-azure-native-v3.29.0" / "pulumi-resource-azure-native"


def install(pulumi_home: Path, python: Path, project_root: Path) -> Path:
    """Write the plugin's script and return its path.

    `python` is the interpreter of an environment with this project's dependencies, `project_root` the folder
    that holds `local_azure`. An unchanged script is left alone; another one is replaced in one step.

    Raises FileExistsError when something else is installed there, such as the real plugin: it is never
    shadowed.
    """
    plugin = pulumi_home / _PLUGIN
    script = _script(python, project_root)
    if plugin.exists():
        present = plugin.read_bytes()
        if _MARK.encode() not in present:
            raise FileExistsError(
                f"{plugin} is not the local stand-in; give the stand-in a PULUMI_HOME of its own, "
                "or remove that file"
            )
        if present == script.encode() and os.access(plugin, os.X_OK):
            return plugin
    plugin.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=plugin.parent, prefix=".", delete=False) as draft:
        draft.write(script)
    Path(draft.name).chmod(0o755)
    Path(draft.name).replace(plugin)
    return plugin


_MARK = "# The local stand-in for the azure-native plugin."


def _script(python: Path, project_root: Path) -> str:
    root = shlex.quote(str(project_root.resolve()))
    return "\n".join(
        (
            "#!/bin/sh",
            _MARK,
            f"PYTHONPATH={root}${{PYTHONPATH:+:$PYTHONPATH}}",
            "export PYTHONPATH",
            f'exec {shlex.quote(str(python.absolute()))} -m local_azure.provider "$@"',
            "",
        )
    )
