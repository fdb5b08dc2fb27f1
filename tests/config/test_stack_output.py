"""`{stackOutput: …, name: …}`: another stack's output, read when the program runs, unknown until then."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from azure_image_gallery.config.declaration import load_engine
from azure_image_gallery.config.examine import Examined, examine
from azure_image_gallery.spec.unknown import StackOutput
from tests.config.conftest import Load

NOW = datetime(2027, 1, 1, tzinfo=UTC)
STAGING = "{stackOutput: organization/p/staging, name: galleryId}"
STACK = f"""\
config:
  azure-native:location: westeurope
  p:gallery: {{name: g, resourceGroup: rg}}
  p:galleries: {{staging: {STAGING}}}
  p:imageDefinitions:
    ubuntu:
      identifier: {{publisher: p, offer: o, sku: s}}
      osState: Generalized
      hyperVGeneration: V2
  p:imageVersions:
    ubuntu: {{1.0.0: {{source: {{imageVersion: staging}}, targetRegions: [{{name: westeurope}}]}}}}
"""


def examined(load: Load, text: str) -> Examined:
    return examine(load(text), now=NOW)


def test_an_output_of_another_stack_is_unknown(load: Load) -> None:
    found = examined(load, STACK)
    assert found.located == ()
    assert found.resolved is not None
    assert found.resolved.declaration.galleries == {
        "staging": StackOutput(path=(), stack="organization/p/staging", name="galleryId"),
    }


def test_the_engine_hands_it_on_as_it_is_written(load: Load, folder: Path) -> None:
    files = load(STACK)
    values = {key: value for key, value in files.values.items() if key != "location"}
    engine = {**values, "azure-native:location": "westeurope"}
    loaded = load_engine(engine, project_file=folder / "Pulumi.yaml", stack="dev")
    assert loaded.values == files.values
    place = loaded.places.find(("galleries", "staging"))
    assert place is not None
    assert place.text[place.column - 1 : place.column - 1 + place.length] == STAGING


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("name: g,", f"name: {STAGING},", 3, 21),
        (", name: galleryId", "", 4, 26),
        ("osState: Generalized", f"osState: {STAGING}", 8, 16),
    ],
)
def test_where_none_may_stand_it_is_found(load: Load, old: str, new: str, line: int, column: int) -> None:
    found = examined(load, STACK.replace(old, new)).located
    assert [p and (p.line, p.column) for _, p in found] == [(line, column)]
