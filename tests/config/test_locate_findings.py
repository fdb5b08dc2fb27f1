"""A finding of a rule, shown at its place and with what was written there."""

from datetime import UTC, datetime

import pytest

from azure_image_gallery.config.examine import examine
from azure_image_gallery.config.locate import locate
from azure_image_gallery.rules.configuration import TEXT_EXPECTED, UNKNOWN_KEY
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.path import Path
from tests.config.conftest import Load

NOW = datetime(2027, 1, 1, tzinfo=UTC)
TRAP = """\
encryptionsalt: v1:x
environment: [e]
config:
  azure-native:location: westeurope
  p:gallery:
    name: g
    resourceGroup: rg
    tags: {cost: 0123, owner: {secure: v1:x}}
  p:imageDefinitions:
    1.10:
      identifier: {publisher: p, offer: o, sku: s}
      osState: Generalized
      hyperVGeneration: V2
      endOfLifeDate: 2028-04-30
"""


@pytest.mark.parametrize(
    ("written", "value", "message", "fix"),
    [
        ("0123", "83", "the number 83 is given; 0123 is written", 'write "0123" in quotes'),
        ("24.04", "24.04", "the number 24.04 is given", 'write "24.04" in quotes'),
        ("'24.04'", "24.04", "the number 24.04 is given", None),
        ("[24.04]", "24.04", "the number 24.04 is given", None),
    ],
)
def test_text_that_was_read_as_a_number(
    load: Load, written: str, value: str, message: str, fix: str | None
) -> None:
    path: Path = ("gallery", "tags", "cost")
    loaded = load(f"config:\n  p:gallery: {{tags: {{cost: {written}}}}}\n")
    [(finding, place)] = locate(loaded, [Finding(TEXT_EXPECTED, path, f"the number {value} is given")])
    assert (finding.message, finding.fix) == (message, fix)
    assert place is not None
    assert (place.line, place.column) == (2, 28)


def test_other_findings_stay_as_they_are(load: Load) -> None:
    finding = Finding(UNKNOWN_KEY, ("gallery", "nme"), "unknown key", on_key=True)
    [(same, place)] = locate(load("config:\n  p:gallery: {nme: 1}\n"), [finding])
    assert same is finding
    assert place is not None
    assert (place.column, place.length) == (15, 3)


def test_the_trap_file(load: Load) -> None:
    found = examine(load(TRAP), now=NOW).located
    assert [(f.code, f.path, f.fix, p and (p.line, p.column, p.length)) for f, p in found] == [
        ("CFG009", ("imageDefinitions", "1.1"), 'write "1.10" in quotes', (10, 5, 4)),
        ("CFG007", ("gallery", "tags", "cost"), 'write "0123" in quotes', (8, 18, 4)),
    ]


def test_what_could_not_be_read_is_not_checked(load: Load) -> None:
    examined = examine(load("config: [\n"), now=NOW)
    assert examined.resolved is None
    assert [finding.code for finding, _ in examined.located] == ["CFG001"]


def test_a_good_file_resolves(load: Load) -> None:
    examined = examine(load(TRAP.replace("1.10", "'1.10'").replace("0123", "'0123'")), now=NOW)
    assert examined.located == ()
    assert examined.resolved is not None
