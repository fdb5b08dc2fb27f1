"""Checking a declaration beside pydantic's own parse of the same data, as a ratio.

Processor time counts, for both are nothing else. A second table is for a declaration in which everything is
wrong: the time may grow with its size, no faster.
"""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.declaration import Declaration
from benchmarks.pairs import Pairs, growth, heading, in_turn
from benchmarks.place import REGIONS

MACHINE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/build"


def declaration(versions: int, *, broken: bool) -> dict[str, Any]:
    """So many versions in ten regions each; broken: with an unknown key and a name that leads nowhere."""
    source = {"managedImage": "nowhere"} if broken else {"virtualMachine": MACHINE, "osState": "Generalized"}
    more = {"unknownKey": 1} if broken else {}
    one = {"source": source, "targetRegions": [{"name": region} for region in REGIONS.split()], **more}
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
    """How much of the processor's time a piece of work takes, once."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def beside_pydantic(versions: int, pairs: int) -> Pairs:
    """Check and parse a declaration without a fault."""
    sound, now = declaration(versions, broken=False), datetime.now(UTC)
    return in_turn(
        pairs,
        lambda: seconds(lambda: check(sound, now=now)),
        lambda: seconds(lambda: Declaration.model_validate(sound)),
    )


def tables(sizes: Sequence[int], pairs: int) -> None:
    """Print both tables."""
    print(f"\nChecking beside pydantic's own parse\n{heading('parse', 'check')}", flush=True)
    measured: dict[int, Pairs] = {}
    for size in sizes:
        measured[size] = beside_pydantic(size, pairs)
        print(measured[size].row(size), flush=True)
    print(growth(measured))
    print(f"\nChecking where every version has two faults\n{'versions':>9} {'check':>21}", flush=True)
    for size in sizes:
        broken, now = declaration(size, broken=True), datetime.now(UTC)
        taken = seconds(lambda: check(broken, now=now))  # noqa: B023  called at once
        print(f"{size:>9} {taken:>20.2f}s", flush=True)
