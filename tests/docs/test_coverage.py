"""Every input property of azure-native's own classes is reached from the declaration, or left out for a reason."""

import pytest

from pages.coverage import everything, missing
from pages.covered.exclusions import exclusions
from pages.covered.maximal import MAXIMAL
from pages.covered.sdk import CLASSES, properties

PENDING: dict[str, int] = {
    "compute:Gallery": 10,
    "compute:GalleryImage": 29,
    "compute:GalleryImageVersion": 56,
    "compute:GalleryApplicationVersion": 17,
    "compute:DiskEncryptionSet": 11,
    "authorization:RoleAssignment": 9,
    "resources:ResourceGroup": 2,
}
MADE = [pytest.param(one, id=one.title) for one in MAXIMAL]


@pytest.mark.parametrize("token", CLASSES)
def test_every_property_is_reached_or_excluded(token: str) -> None:
    assert len(missing(token, everything()[token])) == PENDING.get(token, 0)


@pytest.mark.parametrize("token", CLASSES)
def test_what_is_excluded_is_not_reached(token: str) -> None:
    seen = everything()[token]
    assert [name for name in exclusions(token) if seen.is_reached(name)] == []


@pytest.mark.parametrize("token", CLASSES)
def test_what_is_sent_is_a_property_of_the_class(token: str) -> None:
    assert set(everything()[token].values) - set(properties(token)) == set()


def test_less_than_a_tenth_is_excluded() -> None:
    excluded = sum(len(exclusions(token)) for token in CLASSES)
    assert excluded * 10 < sum(len(properties(token)) for token in CLASSES)
