"""How Pulumi is run against local Azure, and only there.

Everything is relative to what a `Workspace` is given: its own PULUMI_HOME (so that a real plugin is never
shadowed by the stand-in), a file backend, and a passphrase that is no secret. Nothing of the caller's own
Pulumi or Azure settings comes through. A stack's file is never changed: the engine adds a salt to a file that
has none, and would write the rest anew with it (`2028-04-30` becomes a time, `1.10` becomes 1.1), so such a
file is run from a copy that has the salt already.
"""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local_azure.stack_lock import why_locked
from local_azure.stack_state import StackState

LOCAL_PASSPHRASE = "local-azure-only"  # noqa: S105  published on purpose: local runs have nothing to hide
LOCAL_SALT = "v1:k2RFGi76swc=:v1:ZPxaGh9xDGvlqpe1:/B9Cs1H4nTXMmfVGMUzBxOWh6sxfQQ=="
"""What the engine derives from the passphrase. The example stacks carry it, so that nobody's run adds one."""

TENANT_ID = "eeeeeeee-7000-4000-8000-000000000001"
SUBSCRIPTION_ID = "eeeeeeee-5000-4000-8000-000000000001"
CLIENT_ID = "eeeeeeee-c000-4000-8000-000000000001"
CLIENT_SECRET = "local-only"  # noqa: S105  local Azure's own example, good for nothing else
PORT = 8443

_NOT_INHERITED = ("ARM_", "AZURE_", "PULUMI_")
_NOT_INHERITED_NAMES = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "SSL_CERT_DIR"})


class WorkspaceError(Exception):
    """Something is missing before Pulumi can be run: one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Pulumi project, and where its local runs keep their things. `of` fills in what is usual."""

    project: Path
    """The folder of Pulumi.yaml."""
    home: Path
    """Holds the state, Pulumi's home and local Azure's folder: usually `.local` in the project."""
    engine: Path
    """The folder that holds `pulumi`."""
    venv: Path
    """The virtual environment that the program runs in."""
    port: int
    """Where local Azure listens on 127.0.0.1."""
    inherited: Mapping[str, str]
    """The environment of the caller, from which harmless things are taken."""

    @classmethod
    def of(
        cls,
        project: Path,
        *,
        home: Path | None = None,
        engine: Path | None = None,
        venv: Path | None = None,
        port: int = PORT,
        environ: Mapping[str, str] = os.environ,
    ) -> "Workspace":
        """Make one for a project's folder. Raises WorkspaceError if there is no engine.

        `home` defaults to `.local` in the project; `venv` to the one that runs this; `engine` to
        IMAGE_GALLERY_ENGINE, which the toolchain sets, and failing that to the folder of `pulumi` on PATH.
        """
        on_path = shutil.which("pulumi", path=environ.get("PATH"))
        named = environ.get("IMAGE_GALLERY_ENGINE") or (on_path and str(Path(on_path).parent))
        if engine is None and not named:
            raise WorkspaceError("there is no pulumi to run; start this with: python3 -m toolchain run …")
        root = project.absolute()
        return cls(
            project=root,
            home=(home or root / ".local").absolute(),
            engine=engine or Path(str(named)),
            venv=venv or Path(sys.prefix),
            port=port,
            inherited=dict(environ),
        )

    @property
    def pulumi_home(self) -> Path:
        """Where the engine looks for plugins."""
        return self.home / "pulumi"

    @property
    def state(self) -> Path:
        """Where the file backend keeps the stacks."""
        return self.home / "state"

    def environment(self) -> dict[str, str]:
        """Return the whole environment of the engine, ready to be handed to a process."""
        path = [str(self.venv / "bin"), str(self.engine), self.inherited.get("PATH", os.defpath)]
        return {
            **{name: value for name, value in self.inherited.items() if _is_harmless(name)},
            **_past_proxies(self.inherited),
            "PATH": os.pathsep.join(path),
            "VIRTUAL_ENV": str(self.venv),
            "PULUMI_HOME": str(self.pulumi_home),
            # Without a description beside each file: a kill can cut that off, and the stack is read no more.
            "PULUMI_BACKEND_URL": f"{self.state.as_uri()}?metadata=skip",
            "PULUMI_CONFIG_PASSPHRASE": LOCAL_PASSPHRASE,
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "ARM_METADATA_HOSTNAME": f"127.0.0.1:{self.port}",
            "ARM_TENANT_ID": TENANT_ID,
            "ARM_SUBSCRIPTION_ID": SUBSCRIPTION_ID,
            "ARM_CLIENT_ID": CLIENT_ID,
            "ARM_CLIENT_SECRET": CLIENT_SECRET,
            "ARM_DISABLE_INSTANCE_DISCOVERY": "true",
            "SSL_CERT_FILE": str(self.home / "azure" / "ca.pem"),
        }

    def install_stand_in(self, project_root: Path) -> None:
        """Put the stand-in for the azure-native plugin into this PULUMI_HOME.

        `project_root` is the folder that holds the package `local_azure`.
        """
        stand_in = importlib.import_module("local_azure.provider.install")
        stand_in.install(self.pulumi_home, self.venv / "bin" / "python", project_root)

    def run(self, *arguments: str) -> int:
        """Run `pulumi …` in the project's folder, on this terminal. Returns its exit code.

        Ctrl-C reaches the engine by itself, and the engine finishes what it must; so we go on waiting.
        """
        self._make_folders()
        command = [self.engine / "pulumi", *arguments]
        with subprocess.Popen(command, cwd=self.project, env=self.environment()) as child:
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue

    def capture(self, *arguments: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
        """Run `pulumi …` in the project's folder, and keep what it prints."""
        self._make_folders()
        return subprocess.run(
            [self.engine / "pulumi", *arguments],
            cwd=cwd or self.project,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def preview(self, stack: str, *more: str) -> int:
        """Run `pulumi preview` on a stack, on this terminal."""
        return self.run("preview", *self.of_stack(stack), *more)

    def up(self, stack: str, *more: str) -> int:
        """Run `pulumi up --yes` on a stack, on this terminal."""
        return self.run("up", "--yes", *self.of_stack(stack), *more)

    def destroy(self, stack: str, *more: str) -> int:
        """Run `pulumi destroy --yes` on a stack, on this terminal."""
        return self.run("destroy", "--yes", *self.of_stack(stack), *more)

    def refresh(self, stack: str, *more: str) -> int:
        """Run `pulumi refresh --yes` on a stack, on this terminal."""
        return self.run("refresh", "--yes", *self.of_stack(stack), *more)

    def recover(self, stack: str, *more: str) -> int:
        """Run `image-gallery recover` on a stack, on this terminal. Returns its exit code."""
        command = [self.venv / "bin" / "image-gallery", "recover", *self.of_stack(stack), *more]
        return subprocess.call(command, cwd=self.project, env=self.environment())

    def stack_state(self, stack: str) -> StackState:
        """Return what a stack holds; nothing, if it is not there. Raises WorkspaceError otherwise."""
        done = self.capture("stack", "export", "--stack", stack)
        if done.returncode == 0:
            return StackState(json.loads(done.stdout))
        if "no stack named" in done.stderr:
            return StackState({})
        raise WorkspaceError(f"the state of stack {stack} cannot be read: {done.stderr.strip()}")

    def outputs(self, stack: str) -> dict[str, Any]:
        """Return the stack's outputs, secret ones masked. Raises WorkspaceError with the engine's words."""
        done = self.capture("stack", "output", "--json", "--stack", stack)
        if done.returncode != 0:
            raise WorkspaceError(f"the outputs of stack {stack} cannot be read: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def stacks(self) -> list[str]:
        """Return the names of the stacks that have a file."""
        files = self._stack_folder().glob("Pulumi.*.yaml")
        return sorted(file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in files)

    def make_stack(self, stack: str) -> None:
        """Make the stack in the local state, if it is not there yet. Raises WorkspaceError if it cannot be.

        The engine is shown a folder with Pulumi.yaml and a salt alone, so it has no file of ours to write to.
        """
        self.stack_file(stack)
        with tempfile.TemporaryDirectory() as scratch:
            shutil.copyfile(self.project / "Pulumi.yaml", Path(scratch) / "Pulumi.yaml")
            folder = Path(scratch) / self._stack_folder().relative_to(self.project)
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"Pulumi.{stack}.yaml"
            file.write_text(f"encryptionsalt: {LOCAL_SALT}\n", encoding="utf-8")
            done = self.capture("stack", "init", "--no-select", stack, cwd=Path(scratch))
        if reason := why_locked(stack, done.stderr):
            raise WorkspaceError(reason)
        if done.returncode != 0 and "already exists" not in done.stderr:
            raise WorkspaceError(f"stack {stack} cannot be made: {done.stderr.strip()}")

    def require_unlocked(self, stack: str) -> None:
        """Raise WorkspaceError, with who holds it and what to do, if the stack is locked."""
        done = self.capture("stack", "rename", stack, "--stack", stack)  # takes the lock, and then refuses
        if reason := why_locked(stack, done.stderr):
            raise WorkspaceError(reason)

    def of_stack(self, stack: str) -> list[str]:
        """Return the options that choose a stack: its name, and a copy of its file if that has no salt."""
        file = self.stack_file(stack)
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise WorkspaceError(f"{file} cannot be read as UTF-8 text: {error}") from None
        if re.search(r"^(encryptionsalt|secretsprovider):", text, re.MULTILINE):
            return ["--stack", stack]
        copy = self.home / "stacks" / file.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(f"{text.rstrip()}\nencryptionsalt: {LOCAL_SALT}\n", encoding="utf-8")
        return ["--stack", stack, "--config-file", str(copy)]

    def stack_file(self, stack: str) -> Path:
        """Return the stack's file. Raises WorkspaceError, with the stacks there are, if it is missing."""
        file = self._stack_folder() / f"Pulumi.{stack}.yaml"
        if not file.is_file():
            there = ", ".join(self.stacks()) or "none"
            raise WorkspaceError(f"there is no stack {stack!r}: {file} is missing; stacks there are: {there}")
        return file

    @property
    def project_name(self) -> str:
        """The project's name."""
        return self._said("name") or self.project.name

    def _stack_folder(self) -> Path:
        """Return the folder of the stacks' files, as Pulumi.yaml names it."""
        return self.project / (self._said("stackConfigDir") or ".")

    def _said(self, key: str) -> str | None:
        """Return what Pulumi.yaml says at its top."""
        try:
            text = (self.project / "Pulumi.yaml").read_text(encoding="utf-8")
        except FileNotFoundError:
            raise WorkspaceError(f"there is no Pulumi.yaml in {self.project}") from None
        found = re.search(rf"^{key}:\s*[\"']?([^\s\"'#]+)", text, re.MULTILINE)
        return found.group(1) if found else None

    def _make_folders(self) -> None:
        for folder in (self.pulumi_home, self.state):
            folder.mkdir(parents=True, exist_ok=True)


def _is_harmless(name: str) -> bool:
    return not name.startswith(_NOT_INHERITED) and name not in _NOT_INHERITED_NAMES


def _past_proxies(environ: Mapping[str, str]) -> dict[str, str]:
    """Keep calls to 127.0.0.1 away from a proxy that the caller's environment names."""
    known = environ.get("NO_PROXY") or environ.get("no_proxy")
    value = f"{known},127.0.0.1" if known else "127.0.0.1"
    return {"NO_PROXY": value, "no_proxy": value}
