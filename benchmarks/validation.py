"""What checking costs beside reading: pydantic's own parse of a declaration, and `check` with every rule.

Run with `python -m benchmarks.validation`. Each row is a size; its five ratios alternate the two, so that a
busy machine slows both. A ratio that stays as the size grows says that the cost is linear.
"""

import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from azure_image_gallery.rules.check import check
from azure_image_gallery.spec.declaration import Declaration

SIZES = (1_000, 3_000, 10_000)
REGIONS = 10
RUNS = 5
NOW = datetime(2026, 9, 1, tzinfo=UTC)
MACHINE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/build"


def declaration(versions: int) -> dict[str, Any]:
    """A sound declaration with so many versions, a hundred to a definition, each in ten regions."""
    definitions = [f"image-{number}" for number in range(-(-versions // 100))]
    return {
        "location": "region0",
        "gallery": {"name": "contoso", "resourceGroup": "rg"},
        "imageDefinitions": {name: _definition(name) for name in definitions},
        "imageVersions": {
            name: {f"1.0.{patch}": _version() for patch in range(min(100, versions - 100 * at))}
            for at, name in enumerate(definitions)
        },
    }


def _definition(name: str) -> dict[str, Any]:
    identifier = {"publisher": "contoso", "offer": "linux", "sku": name}
    return {"identifier": identifier, "osState": "Generalized", "hyperVGeneration": "V2"}


def _version() -> dict[str, Any]:
    regions = [{"name": f"region{number}", "regionalReplicaCount": 2} for number in range(REGIONS)]
    return {"source": {"virtualMachine": MACHINE, "osState": "Generalized"}, "targetRegions": regions}


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes, without the collector's turns."""
    gc.collect()
    gc.disable()
    before = time.perf_counter()
    run()
    after = time.perf_counter()
    gc.enable()
    return after - before


def main() -> None:
    """Print a row for each size."""
    for versions in SIZES:
        values = declaration(versions)
        if check(values, now=NOW).findings:
            raise SystemExit("the declaration to measure with is not sound")
        pairs = [
            (seconds(lambda: Declaration.model_validate(values)), seconds(lambda: check(values, now=NOW)))  # noqa: B023  called at once
            for _ in range(RUNS)
        ]
        ratios = "  ".join(f"{whole / parse:5.1f}" for parse, whole in pairs)
        parse, whole = (min(times) for times in zip(*pairs, strict=True))
        each = whole / versions * 1e6
        print(  # noqa: T201  a person reads it
            f"{versions:>6} versions: parse {parse:6.3f} s, check {whole:6.3f} s ({each:4.0f} us each), ratios {ratios}"
        )


if __name__ == "__main__":
    main()
