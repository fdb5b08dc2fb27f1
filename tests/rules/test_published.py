"""Nothing that is published about what Azure refuses is left out of the catalogue."""

import pytest

from azure_image_gallery.rules.beyond.catalogue import entry_of
from azure_image_gallery.rules.catalogue import RULES
from tests.rules.published import AZURE, DECLARATION, FACT, REFERENCE, codes

EVERY = [*codes(DECLARATION), *codes(FACT), *codes(REFERENCE), *codes(AZURE)]


def test_every_published_rule_is_counted_once() -> None:
    assert len(EVERY) == len(set(EVERY)) == 398


@pytest.mark.parametrize("code", EVERY)
def test_a_published_rule_is_in_the_catalogue(code: str) -> None:
    assert entry_of(code) is not None


DECIDED_BESIDE = {
    "DSK006": "the source's kind tells",
    "DSK013": "both disks are declared",
    "DSK016": "the version is declared",
    "SEC009": "the source's kind tells",
    "SEC024": "the versions are declared",
    "SRC010": "the source's regions are declared",
}
"""Rules about what is referred to that nothing but the reference itself decides."""


def test_a_rule_that_waits_for_a_fact_says_for_which() -> None:
    waiting = {*codes(FACT), *codes(REFERENCE)}
    assert {rule.code for rule in RULES if rule.code in waiting and not rule.needs} == {*DECIDED_BESIDE}
