from typing import Any

import pytest

from azure_image_gallery.recovery.agreement import agrees

SECRET = {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:…"}


@pytest.mark.parametrize(
    ("declared", "held"),
    [
        ({}, {"a": 1}),
        ({"galleryName": "g"}, {}),
        ({"a": 1}, {"a": 1.0}),
        ({"location": "westeurope"}, {"location": "West Europe"}),
        (
            {"targetRegions": [{"name": "westeurope"}]},
            {"targetRegions": [{"name": "West Europe", "count": 1}]},
        ),
        ({"source": {"id": "/subscriptions/S/x"}}, {"source": {"id": "/subscriptions/s/X"}}),
        ({"endOfLifeDate": "2029-04-30T00:00:00+00:00"}, {"endOfLifeDate": "2029-04-30T02:00:00+02:00"}),
        ({"endOfLifeDate": "2029-04-30"}, {"endOfLifeDate": "2029-04-30T00:00:00.0000000Z"}),
        ({"description": SECRET}, {"description": "what it is"}),
        ({"safetyProfile": {}}, {"safetyProfile": None}),
    ],
)
def test_the_same_in_azures_spelling(declared: dict[str, Any], held: dict[str, Any]) -> None:
    assert agrees(declared, held)


@pytest.mark.parametrize(
    ("declared", "held"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": None}),
        ({"a": [1, 2]}, {"a": [1]}),
        ({"a": [1]}, {"a": {"0": 1}}),
        ({"a": {"b": 1}}, {"a": {"c": 1}}),
        ({"a": {"b": 1}}, {"a": None}),
        ({"description": "Debian 12"}, {"description": "debian 12"}),
        ({"endOfLifeDate": "2029-04-30"}, {"endOfLifeDate": "2029-05-01"}),
    ],
)
def test_something_else(declared: dict[str, Any], held: dict[str, Any]) -> None:
    assert not agrees(declared, held)
