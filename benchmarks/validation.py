"""Validation beside pydantic's own parse of the same data, as a ratio: `uv run python benchmarks/validation.py`.

A machine's speed varies, so each run measures both, one after the other, and the median of the ratios counts.
A second table is for a declaration in which everything is wrong: the time may grow with its size, no faster.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.declaration import Declaration

RUNS = 5
SIZES = (1_000, 3_000, 10_000)
REGIONS = (
    "westeurope northeurope uksouth ukwest eastus eastus2 westus westus2 westus3 centralus".split()  # noqa: SIM905
)
MACHINE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/build"


def declaration(versions: int, *, broken: bool) -> dict[str, Any]:
    """So many versions in ten regions each; broken: with an unknown key and a name that leads nowhere."""
    source = {"managedImage": "nowhere"} if broken else {"virtualMachine": MACHINE, "osState": "Generalized"}
    more = {"unknownKey": 1} if broken else {}
    one = {"source": source, "targetRegions": [{"name": region} for region in REGIONS], **more}
    return {
        "location": "westeurope",
        "gallery": {"name": "bench", "resourceGroup": "rg"},
        "imageDefinitions": {
            "image": {
                "identifier": {"publisher": "p", "offer": "o", "sku": "s"},
                "osState": "Generalized",
                "hyperVGeneration": "V2",
            },
        },
        "imageVersions": {"image": {f"1.0.{number}": one for number in range(versions)}},
    }


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, once."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Print both tables."""
    now = datetime.now(UTC)
    print(f"{'versions':>9} {'parse':>8} {'check':>8} {'ratio':>6}")
    for size in SIZES:
        sound = declaration(size, broken=False)
        pairs = [
            (seconds(lambda: Declaration.model_validate(sound)), seconds(lambda: check(sound, now=now)))  # noqa: B023  called at once
            for _ in range(RUNS)
        ]
        parse, checked = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(check_ / parse_ for parse_, check_ in pairs)
        print(f"{size:>9} {parse:>7.2f}s {checked:>7.2f}s {ratio:>6.1f}")
    print(f"{'broken':>9} {'check':>17}")
    for size in SIZES:
        broken = declaration(size, broken=True)
        print(f"{size:>9} {seconds(lambda: check(broken, now=now)):>16.2f}s")  # noqa: B023  called at once


if __name__ == "__main__":
    sys.exit(main())
