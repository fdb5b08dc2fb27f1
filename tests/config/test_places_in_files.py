"""A path of the declaration leads to the line and column where its value stands."""

import pytest

from azure_image_gallery.spec.path import Path
from tests.config.conftest import Load

STACK = """\
config:
  azure-native:location: westeurope
  p:gallery:
    name: contoso
    description: >
      folded over
      two lines
    plain: one
      two
    empty:
    flow: {a: 1, b: [x, y,
      z]}
    "wide \U0001f600 ключ": "値 x" # words
  p:image_definitions:
    ubuntu: &u
      os_state: Generalized
      tags: !!map {a: b}
    debian:
      <<: *u
      osState: &s !!str Specialized
    alma: *u
  p:lists:
    - name: a
      count: 2
    - *s
    -
    - [1, "it's\\
      folded"]
  p:json: '{"a": {"b": 1}}'
"""
WIDE = "wide \U0001f600 ключ"


@pytest.mark.parametrize(
    ("path", "line", "column", "shown"),
    [
        (("location",), 2, 26, "westeurope"),
        (("gallery",), 3, 3, "p:gallery"),
        (("gallery", "name"), 4, 11, "contoso"),
        (("gallery", "description"), 5, 18, ">"),
        (("gallery", "plain"), 8, 12, "one"),
        (("gallery", "empty"), 10, 5, "empty"),
        (("gallery", "flow"), 11, 11, "{a: 1, b: [x, y,"),
        (("gallery", "flow", "b", 1), 11, 25, "y"),
        (("gallery", "flow", "b", 2), 12, 7, "z"),
        (("gallery", "flow", "b", 3), 11, 21, "[x, y,"),
        (("gallery", WIDE), 13, 20, '"値 x"'),
        (("imageDefinitions", "ubuntu", "osState"), 16, 17, "Generalized"),
        (("imageDefinitions", "ubuntu", "tags"), 17, 19, "{a: b}"),
        (("imageDefinitions", "debian", "osState"), 20, 25, "Specialized"),
        (("imageDefinitions", "debian", "tags", "a"), 17, 23, "b"),
        (("imageDefinitions", "alma", "os_state"), 16, 17, "Generalized"),
        (("imageDefinitions", "alma", "missing"), 21, 5, "alma"),
        (("lists", 0), 23, 7, "name: a"),
        (("lists", 0, "count"), 24, 14, "2"),
        (("lists", 1), 20, 25, "Specialized"),
        (("lists", 2), 26, 6, ""),
        (("lists", 3, 1), 27, 11, "\"it's\\"),
        (("json", "a", "b"), 29, 11, """'{"a": {"b": 1}}'"""),
        (("nothing", "here"), 1, 1, "config"),
        ((), 1, 1, "config"),
    ],
)
def test_the_place_of_a_value(load: Load, path: Path, line: int, column: int, shown: str) -> None:
    place = load(STACK).places.find(path)
    assert place is not None
    assert (place.file, place.line, place.column) == ("stacks/Pulumi.dev.yaml", line, column)
    assert place.text == STACK.splitlines()[line - 1]
    assert place.text[column - 1 : column - 1 + place.length] == shown
    assert place.length == max(len(shown), 1)


@pytest.mark.parametrize(
    ("path", "line", "column", "shown"),
    [
        (("gallery", "name"), 4, 5, "name"),
        (("gallery", WIDE), 13, 5, f'"{WIDE}"'),
        (("imageDefinitions", "debian", "tags"), 17, 7, "tags"),
        (("imageDefinitions", "debian", "nope"), 18, 5, "debian"),
        (("lists", 0), 23, 7, "name: a"),
        (("location",), 2, 3, "azure-native:location"),
    ],
)
def test_the_place_of_a_key(load: Load, path: Path, line: int, column: int, shown: str) -> None:
    place = load(STACK).places.find(path, on_key=True)
    assert place is not None
    assert (place.line, place.column, place.length) == (line, column, len(shown))


def test_columns_count_characters_and_only_lines_that_editors_count(load: Load) -> None:
    place = load("config:\n  p:gallery: {a: 'x\u2028y', b: '😀', c: z}\n").places.find(("gallery", "c"))
    assert place is not None
    assert (place.line, place.column, place.length) == (2, 36, 1)
