"""The cold start of `image-gallery validate` on a small file, beside an interpreter that imports pydantic and yaml.

Processor time of the whole process, as the operating system accounts it: other work on the machine does not count.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pairs import in_turn

_STACK = """\
config:
  azure-native:location: westeurope
  p:gallery: {name: contoso, resourceGroup: rg-images}
  p:imageDefinitions:
    web: {identifier: {publisher: p, offer: o, sku: s}, osState: Generalized, hyperVGeneration: V2}
  p:imageVersions:
    web: {1.0.0: {source: {managedImage: base}}}
  p:managedImages:
    base:
      source: {virtualMachine: /subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/b}
"""
_ONCE_WARM = 1


def table(pairs: int) -> None:
    """Print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "Pulumi.yaml").write_text("name: p\nruntime: python\n")
        (Path(folder) / "Pulumi.dev.yaml").write_text(_STACK)
        ours = [str(Path(sys.executable).with_name("image-gallery")), "validate"]
        other = [sys.executable, "-c", "import pydantic, yaml"]
        for command in (ours, other) * _ONCE_WARM:
            _seconds(command, folder)
        measured = in_turn(max(pairs, 5), lambda: _seconds(ours, folder), lambda: _seconds(other, folder))
    print("\nCold start of validate beside an interpreter that imports pydantic and yaml")
    print(f"{'':>9} {'imports':>10} {'validate':>10} {'ratio':>8} {'least':>9} … most")
    print(measured.row(1), flush=True)


def _seconds(command: Sequence[str], folder: str) -> float:
    """The processor time of a command, its children included."""
    before = os.times()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
