"""Files that a stack includes meet it name by name; what stands in two files is an error."""

import pytest

from tests.config.conftest import SHARED, STACK, Include, seen, where


def test_names_from_the_project_the_stack_and_files_meet(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageVersions: {ubuntu: {1.0.0: {a: 1}}}\n",
        SHARED,
        a="imageDefinitions: {debian: {osState: Generalized}}\nimageVersions: {ubuntu: {1.0.1: {a: 2}}}\n",
        b="imageDefinitions:\n  alma: {osState: Specialized}\nimageVersions: {debian: {12.0.0: {a: 3}}}\n",
    )
    assert loaded.findings == ()
    assert loaded.values == {
        "gallery": {"name": "g", "resourceGroup": "rg"},
        "imageDefinitions": {
            "ubuntu": {"osState": "Generalized"},
            "debian": {"osState": "Generalized"},
            "alma": {"osState": "Specialized"},
        },
        "imageVersions": {
            "ubuntu": {"1.0.0": {"a": 1}, "1.0.1": {"a": 2}},
            "debian": {"12.0.0": {"a": 3}},
        },
    }
    definitions = {
        name: where(loaded, "imageDefinitions", name, "osState") for name in ("ubuntu", "debian", "alma")
    }
    assert definitions == {
        "ubuntu": ("Pulumi.yaml", 7, 25),
        "debian": ("images/a.yaml", 1, 38),
        "alma": ("images/b.yaml", 2, 19),
    }
    assert where(loaded, "imageVersions", "ubuntu", "1.0.0", "a") == ("stacks/Pulumi.dev.yaml", 4, 41)
    assert where(loaded, "imageVersions", "ubuntu", "1.0.1", "a") == ("images/a.yaml", 2, 37)
    assert where(loaded, "imageVersions", "debian", "12.0.0", on_key=True) == ("images/b.yaml", 3, 26)


def test_all_maps_of_names_are_merged_and_no_deeper(include: Include) -> None:
    maps = (
        "resourceGroups",
        "regionSets",
        "imageDefinitions",
        "managedImages",
        "managedDisks",
        "snapshots",
        "galleries",
        "principals",
    )
    one = "".join(f"{name}: {{one: x}}\n" for name in maps) + "sharing: {roleAssignments: {one: x}}\n"
    two = one.replace("one", "two")
    loaded = include(one=one, two=two)
    assert loaded.findings == ()
    both = {"one": "x", "two": "x"}
    assert {name: value for name, value in loaded.values.items() if name != "gallery"} == {
        **dict.fromkeys(maps, both),
        "sharing": {"roleAssignments": both},
    }


def test_either_spelling_of_a_key_is_the_same_map(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageDefinitions: {a: {os_state: x}}\n",
        a="image_definitions: {b: {osState: y}}\nsharing: {role_assignments: {c: z}}\n",
        b="sharing: {roleAssignments: {d: z}}\n",
    )
    assert loaded.findings == ()
    assert loaded.values["imageDefinitions"] == {"a": {"os_state": "x"}, "b": {"osState": "y"}}
    assert loaded.values["sharing"] == {"role_assignments": {"c": "z", "d": "z"}}
    assert where(loaded, "imageDefinitions", "b", "os_state") == ("images/a.yaml", 1, 34)


def test_a_name_in_two_files_names_both_places(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageVersions: {debian: {1.0.0: {}}}\n",
        SHARED,
        a="imageDefinitions:\n  ubuntu: {osState: Specialized}\n  alma: {}\n",
        b="imageDefinitions: {alma: {}}\nimageVersions:\n  debian:\n    1.0.0: {}\n  alma: {1.0.0: {}}\n",
        c="imageVersions: {alma: {1.0.1: {}, 1.0.0: {}}}\n",
    )
    assert seen(loaded) == [
        ("CFG002", "ubuntu is declared in two files, here and in Pulumi.yaml:7:7", "images/a.yaml:2:3"),
        ("CFG002", "alma is declared in two files, here and in images/a.yaml:3:3", "images/b.yaml:1:20"),
        (
            "CFG002",
            "1.0.0 is declared in two files, here and in stacks/Pulumi.dev.yaml:4:30",
            "images/b.yaml:4:5",
        ),
        ("CFG002", "1.0.0 is declared in two files, here and in images/b.yaml:5:10", "images/c.yaml:1:35"),
    ]
    assert [finding.path for finding in loaded.findings] == [
        ("imageDefinitions", "ubuntu"),
        ("imageDefinitions", "alma"),
        ("imageVersions", "debian", "1.0.0"),
        ("imageVersions", "alma", "1.0.0"),
    ]
    assert loaded.complete


@pytest.mark.parametrize("key", ["gallery", "options", "location"])
def test_what_is_no_map_of_names_stands_in_one_file(include: Include, key: str) -> None:
    loaded = include(
        f"config:\n  p:{key}: {{a: 1}}\n  p:include: [images/a.yaml]\n  p:sharing: {{}}\n",
        a=f"# words\n{key}: {{b: 2}}\n",
    )
    message = f"{key} is declared in two files, here and in stacks/Pulumi.dev.yaml:2:3"
    assert seen(loaded) == [("CFG002", message, "images/a.yaml:2:1")]


def test_a_location_of_its_own_comes_before_azure_natives(include: Include) -> None:
    stack = STACK + "  azure-native:location: westeurope\n"
    assert include(stack, a="").values["location"] == "westeurope"
    loaded = include(stack, a="location: eastus\n")
    assert (loaded.findings, loaded.values["location"]) == ((), "eastus")
    assert where(loaded, "location") == ("images/a.yaml", 1, 11)


def test_the_gallery_may_be_included(include: Include) -> None:
    loaded = include("config:\n  p:include: [images/a.yaml]\n", a="gallery: {name: g}\n")
    assert (loaded.findings, loaded.values, loaded.complete) == ((), {"gallery": {"name": "g"}}, True)


def test_a_stack_that_includes_nothing_of_worth_declares_nothing(include: Include) -> None:
    loaded = include("config:\n  p:include: [images/a.yaml]\n", a="# later\n")
    assert [(f.code, f.message) for f in loaded.findings] == [("CFG012", "nothing is declared under p:")]
    assert not loaded.complete


def test_an_include_of_the_project_is_replaced_by_the_stacks(include: Include) -> None:
    project = "config:\n  include: {default: ['images/a.yaml']}\n"
    plain = "config:\n  p:gallery: {}\n"
    files = {"a": "principals: {a: x}\n", "b": "principals: {b: x}\n"}
    assert include(plain, project, **files).values["principals"] == {"a": "x"}
    replaced = include(plain + "  p:include: [images/b.yaml]\n", project, **files)
    assert replaced.values["principals"] == {"b": "x"}


def test_a_file_of_two_patterns_is_read_once(include: Include) -> None:
    stack = STACK.replace("['images/*.yaml']", "['images/*.yaml', '**/a.yaml', './images/../images/a.yaml']")
    loaded = include(stack, a="principals: {a: x}\n")
    assert (loaded.findings, loaded.values["principals"]) == ((), {"a": "x"})


def test_what_an_object_in_a_map_holds_is_not_merged(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageDefinitions: {a: {tags: {x: 1}}}\n", a="imageDefinitions: {a: {tags: {y: 1}}}\n"
    )
    assert [finding.path for finding in loaded.findings] == [("imageDefinitions", "a")]
    assert loaded.values["imageDefinitions"] == {"a": {"tags": {"x": 1}}}
