"""Which version *latest* is."""

from typing import Any

from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.latest import latest
from azure_image_gallery.spec.resolve import resolve


def latest_of(versions: dict[str, Any]) -> tuple[str | None, dict[str, str]]:
    declaration = Declaration.model_validate(
        {
            "location": "westeurope",
            "gallery": {"name": "g", "resourceGroup": "rg"},
            "imageVersions": {"ubuntu": versions},
        },
    )
    found = latest(resolve(declaration).versions)
    return (
        found.version.key if found.version else None,
        {region: version.key for region, version in found.regions.items()},
    )


def version(*regions: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    targets = [{"name": region} if isinstance(region, str) else region for region in regions]
    return {"source": {"virtualMachine": "/subscriptions/s"}, "targetRegions": targets, **more}


def test_numbers_are_compared_not_text() -> None:
    assert latest_of({"1.0.10": version("westeurope"), "1.0.9": version("westeurope")}) == (
        "1.0.10",
        {"westeurope": "1.0.10"},
    )


def test_an_excluded_version_is_not_latest() -> None:
    assert latest_of(
        {"1.0.0": version("westeurope"), "2.0.0": version("westeurope", excludeFromLatest=True)}
    ) == (
        "1.0.0",
        {"westeurope": "1.0.0"},
    )


def test_a_region_has_its_own_latest() -> None:
    here_only = version("westeurope", {"name": "northeurope", "excludeFromLatest": True})
    assert latest_of({"1.0.0": version("westeurope", "northeurope"), "2.0.0": here_only}) == (
        "2.0.0",
        {"westeurope": "2.0.0", "northeurope": "1.0.0"},
    )


def test_a_regions_word_wins_over_the_versions() -> None:
    only_north = version({"name": "northeurope", "excludeFromLatest": False}, excludeFromLatest=True)
    assert latest_of({"1.0.0": only_north}) == (None, {"northeurope": "1.0.0"})


def test_nothing_is_latest_where_all_are_excluded() -> None:
    assert latest_of({"1.0.0": version("westeurope", excludeFromLatest=True)}) == (None, {})
