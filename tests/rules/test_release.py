"""Versions of distributions, kernels and programs are numbers, and as exact as they are written."""

import pytest

from azure_image_gallery.rules.release import Release, is_before, is_within, release


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("24.04", (24, 4)),
        ("15 SP6", (15, 6)),
        ("15-sp4", (15, 4)),
        ("v9", (9,)),
        ("6.8.0-1021-azure", (6, 8, 0, 1021)),
        ("2.6.32-504.el6.x86_64", (2, 6, 32, 504)),
        ("1.0.2k-fips", (1, 0, 2)),
        ("9.6p1 Ubuntu-3", (9, 6)),
        ("21.1-19-gbad84ad4-0ubuntu1", (21, 1, 19)),
        ("stream", None),
        ("", None),
        ("1" * 5000, (111111111,)),
        (None, None),
        (24.04, None),
    ],
)
def test_what_a_version_begins_with(text: object, numbers: Release | None) -> None:
    assert release(text) == numbers


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ((9,), (9, 1), False),
        ((8,), (9, 1), True),
        ((9, 10), (9, 9), False),
        ((2, 6, 36), (2, 6, 37), True),
        ((2, 6, 37, 1), (2, 6, 37), False),
    ],
)
def test_before(one: Release, other: Release, before: bool) -> None:
    assert is_before(one, other) is before


def test_a_shorter_version_may_lie_wherever_a_longer_one_does() -> None:
    assert is_within((9,), (8, 7), (9, 0))
    assert is_within((8,), (8, 7), (9, 0))
    assert not is_within((9, 1), (8, 7), (9, 0))
    assert is_within((12, 9), (11,), (12,))
    assert not is_within((13,), (11,), (12,))
    assert is_within((13,), (11,), None)
