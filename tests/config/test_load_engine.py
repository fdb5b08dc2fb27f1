"""Inside `pulumi up` the engine's values count, and files only say where."""

from pathlib import Path

from azure_image_gallery.config.declaration import LoadedDeclaration, load_engine
from azure_image_gallery.config.engine_values import parse_value

STACK = """\
config:
  azure-native:location: westeurope
  p:gallery: {name: g, tags: {a: 0123, who: {secure: v1:x}}, when: 2028-04-30T10:00:00+02:00}
  p:imageDefinitions:
    1.10: {osState: Generalized}
    b: {osState: Generalized}
"""
GALLERY = {"name": "g", "tags": {"a": 83, "who": "decrypted"}, "when": "2028-04-30 10:00:00 +0200 CEST"}
DEFINITIONS = {"1.1": {"osState": "Generalized"}, "b": {"osState": "Generalized"}}


def load(folder: Path, **values: object) -> LoadedDeclaration:
    (folder / "stacks/Pulumi.dev.yaml").write_text(STACK)
    return load_engine(values, project_file=folder / "Pulumi.yaml", stack="dev")


def test_values_are_the_engines(folder: Path) -> None:
    loaded = load(folder, gallery={"name": "other"}, location="eastus", sharing="", lists=None)
    assert loaded.values == {"gallery": {"name": "other"}, "location": "eastus"}


def test_what_was_secret_is_known_from_the_file(folder: Path) -> None:
    assert load(folder, gallery=GALLERY).secret_paths == {("gallery", "tags", "who")}


def test_a_value_that_agrees_has_its_place(folder: Path) -> None:
    places = load(folder, gallery=GALLERY, **{"azure-native:location": "westeurope"}).places
    found = {
        path: places.find(path) for path in [("gallery", "name"), ("gallery", "tags", "who"), ("location",)]
    }
    assert {path: place and (place.line, place.column) for path, place in found.items()} == {
        ("gallery", "name"): (3, 21),
        ("gallery", "tags", "who"): (3, 45),
        ("location",): (2, 26),
    }


def test_a_map_agrees_when_all_of_it_does(folder: Path) -> None:
    assert load(folder, gallery=GALLERY).places.find(("gallery", "missing")) is not None
    assert load(folder, gallery={**GALLERY, "more": 1}).places.find(("gallery", "missing")) is None


def test_a_value_set_in_another_way_has_no_place(folder: Path) -> None:
    places = load(
        folder, gallery={**GALLERY, "name": "other", "tags": {"a": True, "b": 1}}, new={"x": 1}
    ).places
    for path in [
        ("gallery", "name"),
        ("gallery", "tags", "a"),
        ("gallery", "tags", "b"),
        ("new", "x"),
        ("location",),
    ]:
        assert places.find(path) is None, path


def test_a_lost_key_counts_where_the_engine_has_it(folder: Path) -> None:
    assert [f.code for f in load(folder, imageDefinitions=DEFINITIONS).findings] == ["CFG009"]
    assert load(folder, imageDefinitions={"1.10": {}}).findings == ()
    assert load(folder, gallery=GALLERY).findings == ()


def test_without_files_there_are_values_and_no_places(tmp_path: Path) -> None:
    loaded = load_engine({"gallery": {"name": "g"}}, project_file=tmp_path / "Pulumi.yaml", stack="dev")
    assert (loaded.values, loaded.findings) == ({"gallery": {"name": "g"}}, ())
    assert loaded.places.find(("gallery", "name")) is None


def test_text_of_an_object_is_parsed_and_other_text_is_not() -> None:
    assert parse_value('{"a": [1, null]}') == {"a": [1, None]}
    assert [parse_value(text) for text in ("westeurope", "2404", "true", "", "{a", '"x"')] == [
        "westeurope",
        "2404",
        "true",
        "",
        "{a",
        '"x"',
    ]
    assert parse_value("[" * 100_000) == "[" * 100_000
