"""What a stack file and its project declare."""

from pathlib import Path

from azure_image_gallery.config.declaration import LoadedDeclaration, load_stack
from azure_image_gallery.spec.unknown import Unknown

from tests.config.conftest import Load


def said(loaded: LoadedDeclaration) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in loaded.findings]


def test_values_stand_without_the_namespace(load: Load) -> None:
    loaded = load(
        "config:\n  p:gallery: {name: g}\n  principals: {a: {principalId: x}}\n  p:config:sharing: {}\n"
    )
    assert loaded.values == {
        "gallery": {"name": "g"},
        "principals": {"a": {"principalId": "x"}},
        "sharing": {},
    }
    assert loaded.findings == ()


def test_scalars_mean_what_they_mean_to_pulumi(load: Load) -> None:
    loaded = load(
        "config:\n  p:gallery: {a: on, b: 12:30, c: 0123, d: 1.10, e: 1e3, f: ~, g: TRUE, h: '1'}\n"
    )
    assert loaded.values["gallery"] == {
        "a": "on",
        "b": "12:30",
        "c": 83,
        "d": 1.1,
        "e": 1000,
        "f": None,
        "g": True,
        "h": "1",
    }


def test_a_scalar_right_under_config_is_text(load: Load) -> None:
    loaded = load("config:\n  p:a: 1.10\n  p:b: true\n  p:c: 0x10\n  p:d: 2028-04-30\n")
    assert loaded.values == {"a": "1.1", "b": "true", "c": "16", "d": "2028-04-30 00:00:00 +0000 UTC"}


def test_json_text_is_the_object_it_holds(load: Load) -> None:
    loaded = load(
        """config:\n  p:gallery: '{"name": "g", "tags": {"a": 1.0}}'\n  p:list: '[1]'\n  p:odd: '{a'\n"""
    )
    assert loaded.values == {"gallery": {"name": "g", "tags": {"a": 1.0}}, "list": [1], "odd": "{a"}


def test_a_key_with_nothing_behind_it_is_no_value(load: Load) -> None:
    assert load("config:\n  p:gallery: {}\n  p:managedImages:\n  p:sharing: ''\n").values == {"gallery": {}}


def test_the_location_comes_from_azure_native(load: Load) -> None:
    loaded = load("config:\n  azure-native:location: westeurope\n  p:gallery: {}\n")
    assert loaded.values == {"gallery": {}, "location": "westeurope"}
    assert loaded.places.find(("location",)).line == 2  # pyright: ignore[reportOptionalMemberAccess]


def test_a_location_of_its_own_stands(load: Load) -> None:
    loaded = load("config:\n  azure-native:location: westeurope\n  p:location: eastus\n  p:gallery: {}\n")
    assert loaded.values == {"gallery": {}, "location": "eastus"}


def test_other_keys_are_left_alone(load: Load) -> None:
    loaded = load(
        "encryptionsalt: v1:x\nsecretsprovider: s\nencryptedkey: k\nenvironment: [e]\nmine: 1\n"
        "config:\n  azure-native:tenantId: t\n  aws:region: {1.10: x}\n  p:gallery: {}\n",
    )
    assert loaded.values == {"gallery": {}}
    assert loaded.findings == ()


def test_a_secret_is_unknown_and_its_path_is_known(load: Load) -> None:
    loaded = load(
        "config:\n  p:gallery: {tags: {a: {secure: v1:x}, b: {secure: x, c: y}}}\n  p:sharing: {secure: v1:y}\n"
    )
    secret = Unknown(("gallery", "tags", "a"), secret=True)
    assert loaded.values == {
        "gallery": {"tags": {"a": secret, "b": {"secure": "x", "c": "y"}}},
        "sharing": Unknown(("sharing",), secret=True),
    }
    assert loaded.secret_paths == {("gallery", "tags", "a"), ("sharing",)}


def test_a_secret_that_is_no_text_is_an_ordinary_map(load: Load) -> None:
    assert load("config:\n  p:gallery: {a: {secure: 5}}\n").values == {"gallery": {"a": {"secure": 5}}}


def test_anchors_and_merge_keys(load: Load) -> None:
    loaded = load(
        "config:\n  p:regionSets:\n    a: &a {x: 1, 1.10: y}\n    b: {<<: *a, x: 2}\n    c: {<<: [{x: 3}, *a]}\n    d: *a\n",
    )
    assert loaded.values["regionSets"] == {
        "a": {"x": 1, "1.1": "y"},
        "b": {"x": 2, "1.10": "y"},  # among keys that are text, a merged key is taken as it is written
        "c": {"x": 3, "1.10": "y"},
        "d": {"x": 1, "1.1": "y"},
    }


def test_multi_line_texts(load: Load) -> None:
    loaded = load(
        "config:\n  p:gallery:\n    a: |\n      x\n      y\n    b: >-\n      x\n      y\n    c: x\n      y\n"
    )
    assert loaded.values == {"gallery": {"a": "x\ny\n", "b": "x y", "c": "x y"}}


def test_quotes_that_pulumi_changed_read_alike(load: Load) -> None:
    before = load("config:\n  p:gallery: {d: 2028-04-30, s: '12:30', n: 0123, 1.10: x}\n").values
    after = load(
        "config:\n  p:gallery: {d: '2028-04-30 00:00:00 +0000 UTC', s: 12:30, n: 83, \"1.1\": x}\n"
    ).values
    assert before == after


def test_byte_order_mark_and_windows_lines(load: Load) -> None:
    loaded = load(b"\xef\xbb\xbfconfig:\r\n  p:gallery:\r\n    name: g\r\n")
    assert loaded.values == {"gallery": {"name": "g"}}
    place = loaded.places.find(("gallery", "name"))
    assert place is not None
    assert (place.line, place.column, place.length, place.text) == (3, 11, 1, "    name: g")


def test_defaults_of_the_project(load: Load) -> None:
    project = (
        "config:\n  gallery:\n    default: {name: from-project, when: 2028-04-30}\n"
        "  p:sharing: {value: {a: 1}}\n  flags: [1, 2]\n  plain: 5\n  azure-native:location: {value: eastus}\n"
    )
    loaded = load("config:\n  p:sharing: {b: 2}\n", project)
    assert loaded.values == {
        "gallery": {"name": "from-project", "when": "2028-04-30T00:00:00Z"},
        "sharing": {"b": 2},
        "flags": [1, 2],
        "plain": "5",
        "location": "eastus",
    }
    place = loaded.places.find(("gallery", "name"))
    assert place is not None
    assert (place.file, place.line, place.column) == ("Pulumi.yaml", 6, 21)


def test_a_default_that_every_stack_has_to_give(load: Load) -> None:
    loaded = load("config:\n  p:sharing: {}\n", "config:\n  gallery: {type: object}\n")
    assert said(loaded) == [("CFG005", "Pulumi.yaml asks every stack for gallery, and this one gives none")]


def test_a_type_that_the_project_gives(load: Load) -> None:
    loaded = load("config:\n  p:gallery: [x]\n", "config:\n  gallery: {type: object}\n")
    assert said(loaded) == [("CFG004", "Pulumi.yaml says that gallery is of type object, which this is not")]


def test_a_whole_object_stands_under_default(load: Load) -> None:
    loaded = load("config:\n  p:sharing: {}\n", "config:\n  gallery: {name: g, default: {}}\n")
    assert [(code, message[:34]) for code, message in said(loaded)] == [
        ("CFG003", "Pulumi.yaml knows no name for a co"),
    ]


def test_the_former_spelling_of_the_stack_folder(folder: Path) -> None:
    (folder / "Pulumi.yaml").write_text("name: p\nruntime: python\nconfig: stacks\n")
    (folder / "stacks/Pulumi.a.yaml").write_text("config: {gallery: {}}\n")
    assert load_stack(folder / "stacks/Pulumi.a.yaml").values == {"gallery": {}}


def test_no_project(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.dev.yaml"
    file.write_text("config: {gallery: {}}\n")
    loaded = load_stack(file)
    assert not loaded.complete
    [(code, message)] = said(loaded)
    assert code == "CFG014"
    assert message.startswith("no Pulumi.yaml stands beside ")


def test_a_project_without_a_name(folder: Path) -> None:
    (folder / "Pulumi.yaml").write_text("runtime: python\n")
    (folder / "stacks/Pulumi.a.yaml").write_text("config: {gallery: {}}\n")
    assert said(load_stack(folder / "stacks/Pulumi.a.yaml")) == [
        ("CFG005", "Pulumi.yaml gives the project no name")
    ]
