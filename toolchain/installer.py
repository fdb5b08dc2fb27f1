"""Pulumi's own installer, as the Automation API offers it, with a limit where it has none.

It downloads from two hosts. Whether they can be reached at all is asked first, for a few seconds: behind
a closed network the installer itself would wait for minutes.
"""

import shutil
from pathlib import Path

from toolchain import process
from toolchain.errors import UnavailableError
from toolchain.layout import Layout
from toolchain.progress import Progress
from toolchain.receipt import Engine
from toolchain.verify import engine_in
from toolchain.versions import ENGINE

_HOSTS = ("https://get.pulumi.com/install.sh", "https://github.com/pulumi/pulumi/releases")
_REACH_SECONDS = 8.0
_INSTALL_SECONDS = 300.0

_REACH = """
import sys, urllib.request
for url in sys.argv[1:]:
    urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=4).close()
"""
_INSTALL = """
import sys
from semver import VersionInfo
from pulumi.automation import PulumiCommand
PulumiCommand.install(root=sys.argv[1], version=VersionInfo.parse(sys.argv[2]))
"""


class Installer:
    """The second candidate: needs a way out to the internet, beyond package registries."""

    name = "installer"

    def __init__(self, layout: Layout, progress: Progress) -> None:
        self._layout = layout
        self._progress = progress
        self._python = layout.venv / "bin" / "python"

    def find(self) -> Engine:
        """Try what an earlier run installed."""
        if not self._layout.installed.is_dir():
            raise UnavailableError("Pulumi's installer has not been run")
        return engine_in(self._layout.installed / "bin", self.name)

    def make(self) -> Engine:
        """Install into a folder beside, and move it into place once the engine there runs."""
        self._reach()
        part = self._layout.installed.parent / "part"
        shutil.rmtree(part, ignore_errors=True)
        try:
            self._install(part)
            engine_in(part / "bin", self.name)
            shutil.rmtree(self._layout.installed, ignore_errors=True)
            part.rename(self._layout.installed)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return self.find()

    def _reach(self) -> None:
        done = process.run([str(self._python), "-c", _REACH, *_HOSTS], limit=_REACH_SECONDS)
        if done.code != 0:
            reason = "no answer" if done.code is None else done.last_line
            raise UnavailableError(f"Pulumi's installer cannot reach its hosts ({reason})")

    def _install(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        command = [str(self._python), "-c", _INSTALL, str(folder), ENGINE]
        with self._progress.step(
            f"installing Pulumi {ENGINE} with its own installer", "about a minute"
        ) as tick:
            done = process.run(command, limit=_INSTALL_SECONDS, tick=tick)
        if done.code != 0:
            reason = f"nothing after {_INSTALL_SECONDS:.0f} s" if done.code is None else done.last_line
            raise UnavailableError(f"Pulumi's installer failed ({reason})")
