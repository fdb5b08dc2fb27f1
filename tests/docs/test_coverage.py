"""Every input property of azure-native's own classes is reached from the declaration, or left out for a reason."""

import gc
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from azure_image_gallery.spec.path import Path
from pages.coverage import everything, missing
from pages.covered.exclusions import exclusions
from pages.covered.found import Found, leaves_below, without
from pages.covered.maximal import MAXIMAL, Maximal
from pages.covered.sdk import CLASSES, properties
from pages.covered.sent import Sent, sent

# Pulumi's mocks leave event loops of their own open; that is not for us to mend.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
DEFAULTS = {
    "architecture",
    "copyStart",
    "encryptionType",
    "hyperVGeneration",
    "location",
    "regionalReplicaCount",
    "resourceGroup",
    "secure",
    "storageAccountType",
    "supportedOSType",
    "type",
}
"""Keys that are said as they are where nothing is said."""


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What the mocks leave open is closed within the test that left it."""
    yield
    gc.collect()


@pytest.mark.parametrize("token", CLASSES)
def test_every_property_is_reached_or_excluded(token: str) -> None:
    assert missing(token, everything()[token]) == []


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


def reached(made: Sent) -> dict[str, Found]:
    """What one declaration alone reaches, by class."""
    every = {token: Found() for token in CLASSES}
    for resource, values in made.items():
        for name in values if resource.partition(" ")[0] in CLASSES else ():
            every[resource.partition(" ")[0]].values[name].add("")
    return every


@pytest.mark.parametrize("maximal", MAXIMAL, ids=lambda one: one.title)
def test_without_a_value_a_property_is_missed_or_changed(maximal: Maximal) -> None:
    """Each value of a declaration is taken away: as it would be if its field went from the models."""
    before = sent(maximal.declaration)
    idle = list[Path]()
    for path in leaves_below(maximal.declaration, maximal.about):
        try:
            after = sent(without(maximal.declaration, path))
        except (ValidationError, IndexError, ValueError):  # a declaration has to have it
            continue
        lost = {
            (token, name)
            for token, seen in reached(before).items()
            for name in set(missing(token, reached(after)[token])) - set(missing(token, seen))
        }
        if not lost and after == before:
            idle.append(path)
    assert {str(path[-1]) for path in idle} - DEFAULTS == set()
