"""Regions: their canonical names, and what is known of each.

Azure compares region names without regard to case and spaces (`West Europe` is `westeurope`); inside this
package a region always has its canonical form. The facts themselves, with their sources, are in `region_facts`.
"""

from functools import cache

from azure_image_gallery.azure.region_facts import EVERY, WITHOUT_CUSTOM_UEFI, Cloud, RegionFacts


def canonical_region(name: str) -> str:
    """`West Europe` becomes `westeurope`; a name that is canonical stays as it is."""
    return "".join(name.split()).lower()


def region_facts(region: str) -> RegionFacts | None:
    """What is known of a region, however it is spelt; `None` for one that is not known here."""
    return _by_name().get(canonical_region(region))


def region_names() -> tuple[str, ...]:
    """The canonical names of all known regions."""
    return tuple(_by_name())


def cloud_of(region: str) -> Cloud | None:
    """The cloud that a region is in; `None` for a region that is not known here."""
    facts = region_facts(region)
    return facts.cloud if facts else None


def lacks_zones(region: str) -> bool:
    """Whether a region is known to have no availability zones, and so no zone-redundant storage."""
    facts = region_facts(region)
    return facts is not None and not facts.has_zones


def lacks_custom_uefi(region: str) -> bool:
    """Whether a region is known to take no UEFI keys of an image's own."""
    facts = region_facts(region)
    return facts is not None and (facts.cloud is not Cloud.PUBLIC or facts.name in WITHOUT_CUSTOM_UEFI)


@cache
def _by_name() -> dict[str, RegionFacts]:
    return {canonical_region(facts.name): facts for facts in EVERY}
